"""Web Annotation and schema.org: JSON-LD that a processor expands, with absolute identifiers."""

from __future__ import annotations

import json
import shutil
import subprocess

import attrs
import pytest
from hypothesis import given, settings

from quotekit import ArgumentError, Article, Extraction, Link, Registry, Span, TimeType
from quotekit._outputs import writer_named
from quotekit.models import TimeExpression

from ..strategies import extractions
from ..test_writers import FULL, TEXT

jsonld = pytest.importorskip("pyld.jsonld", reason="PyLD is not installed")

OA = "http://www.w3.org/ns/oa#"
ANNOTATION_TERMS = {
    "oa": OA,
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@vocab"},
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    **{
        name: f"oa:{name}"
        for name in ("classifying", "linking", "tagging", "identifying", "describing")
    },
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "value": "rdf:value",
    **{name: f"oa:{name}" for name in ("start", "end", "exact", "prefix", "suffix")},
}
"""What the context of Web Annotation says of the terms that are used."""

CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": ANNOTATION_TERMS,
    "https://schema.org": {"@vocab": "https://schema.org/"},
}


def load(url, _options):
    return {"documentUrl": url, "document": {"@context": CONTEXTS[url]}, "contextUrl": None}


def written(extractions_, name, **options):
    pieces = writer_named(name, Registry()).pieces(extractions_, **options)
    return json.loads("".join(pieces))


def expanded(document):
    return jsonld.expand(document, {"documentLoader": load})


def identifiers(value):
    """Yield every identifier of an expanded document."""
    if isinstance(value, dict):
        if "@id" in value:
            yield value["@id"]
        for one in value.values():
            yield from identifiers(one)
    elif isinstance(value, list):
        for one in value:
            yield from identifiers(one)


def positions(document):
    """Yield source, start, end and exact words of every target."""
    for annotation in document["items"]:
        for target in annotation["target"]:
            position, quoted = target["selector"]
            yield position["start"], position["end"], quoted["exact"]


def test_a_processor_understands_every_key_of_an_annotation():
    (page,) = expanded(written([FULL], "webannotation"))
    assert page["urn:quotekit:offsetUnit"] == [{"@value": "codepoints"}]
    (annotations,) = page["http://www.w3.org/ns/activitystreams#items"]
    first = annotations["@list"][0]
    assert first["@type"] == [f"{OA}Annotation"]
    assert first[f"{OA}motivatedBy"] == [{"@id": f"{OA}classifying"}]
    target = first[f"{OA}hasTarget"][0]
    (position, quoted) = target[f"{OA}hasSelector"]
    assert position[f"{OA}start"] == [{"@value": 1}]
    assert quoted[f"{OA}exact"] == [{"@value": "Yes,"}]
    assert quoted[f"{OA}prefix"] == [{"@value": "“"}]


def test_cue_source_and_time_lead_to_their_quotation():
    items = written([FULL], "webannotation")["items"]
    links = {
        item["id"].rpartition("-")[2]: item for item in items if item["motivation"] == "linking"
    }
    assert links["cue"]["body"][1] == items[0]["id"]
    assert links["cue"]["target"][0]["selector"][1]["exact"] == "said"
    assert links["said"]["body"][1]["value"] == "2021-07-27"
    assert links["said"]["target"][0]["selector"][1]["exact"] == "Tuesday"


@pytest.mark.parametrize("name", ["webannotation", "schema.org"])
def test_every_identifier_is_absolute_and_each_article_has_its_own(name):
    others = [Article(TEXT, id="b"), Article(TEXT, url="https://quay.example/a#top")]
    found = [FULL, *(attrs.evolve(FULL, article=article) for article in others)]
    document = written(found, name)
    known = list(identifiers(expanded(document)))
    assert all(one.startswith(("http://", "https://", "urn:")) for one in known)
    own = [
        item.get("id") or item.get("@id") for item in document.get("items") or document["@graph"]
    ]
    assert len(own) == len(set(own))
    assert any(one.startswith("https://quay.example/a#quotation-") for one in own)


@settings(max_examples=25)
@given(extractions())
def test_code_points_survive_the_way_out_and_back(extraction):
    text = extraction.article.text
    document = written([extraction], "webannotation")
    assert all(text[start:end] == exact for start, end, exact in positions(document))
    contents = [span for quote in extraction.quotes for span in quote.contents]
    assert {(start, end) for start, end, _ in positions(document)} >= {tuple(s) for s in contents}


@settings(max_examples=25)
@given(extractions())
def test_utf16_units_are_those_of_the_text_in_utf16(extraction):
    units = extraction.article.text.encode("utf-16-le", "surrogatepass")
    document = written([extraction], "webannotation", offsets="utf16")
    for start, end, exact in positions(document):
        assert units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass") == exact


def test_javascript_finds_the_words_at_utf16_offsets():
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on the path")
    text = "🙂 “𝔄 e\u0301\u00a0🙂,” said Ida.\r\n"
    found = attrs.evolve(
        FULL,
        article=Article(text, id="a"),
        quotes=(attrs.evolve(FULL.quotes[0], contents=[Span(3, 10)], cue=[Span(12, 16)]),),
    )
    document = written([found], "webannotation", offsets="utf16")
    script = (
        "const [text, found] = JSON.parse(process.argv[1]);"
        "console.log(found.every(([start, end, exact]) => text.slice(start, end) === exact));"
    )
    argument = json.dumps([text, list(positions(document))])
    done = subprocess.run(
        [node, "-e", script, argument], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "true"


def test_an_unknown_unit_is_an_error_that_names_both():
    with pytest.raises(ArgumentError, match="codepoints or utf16, not 'bytes'"):
        written([FULL], "webannotation", offsets="bytes")


def test_a_quotation_of_schema_org_has_speaker_day_and_place():
    graph = {thing["@id"]: thing for thing in written([FULL], "schema.org")["@graph"]}
    kinds = {thing["@type"] for thing in graph.values()}
    assert kinds == {"NewsArticle", "Person", "Quotation"}
    direct, inner, *_ = (thing for thing in graph.values() if thing["@type"] == "Quotation")
    assert graph[direct["spokenByCharacter"]["@id"]]["name"] == "Ida Moss"
    assert direct["dateCreated"] == "2021-07-27"
    assert inner["isPartOf"] == {"@id": direct["@id"]}


@pytest.mark.parametrize("value", ["2026-11", "2026-W46", "2026-SU", "XXXX-WXX-2", None])
def test_what_is_no_full_day_is_no_date(value):
    said = TimeExpression(Span(19, 26), TimeType.DATE, value, resolved=True)
    quotes = (attrs.evolve(FULL.quotes[0], said=said),)
    document = written([attrs.evolve(FULL, quotes=quotes)], "schema.org")
    assert "dateCreated" not in json.dumps(document)


def test_links_that_the_web_knows_are_addresses():
    links = (Link("wikidata", "Q1"), Link("register", "17"))
    speaker = attrs.evolve(FULL.speakers[0], links=links)
    document = written([attrs.evolve(FULL, speakers=(speaker,))], "schema.org")
    (person,) = (thing for thing in document["@graph"] if thing["@type"] == "Person")
    assert person["sameAs"] == ["http://www.wikidata.org/entity/Q1"]


@pytest.mark.parametrize("name", ["webannotation", "schema.org"])
def test_nothing_found_is_still_a_document(name):
    assert written([], name).get("items", []) == []
    assert written([Extraction(Article("No."))], name)
