"""Annotation tools: what they read of the formats that they take, with every span in place."""

from __future__ import annotations

import json
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings

from quotekit import Article, Extraction, Quote, QuoteKind, Span, extract, to_displacy, write
from quotekit._writers.labelstudio import CONFIG
from quotekit._writers.marks import LABELS, marks, outermost
from quotekit._writers.tokens import tokens

from ..conftest import ROOT
from ..strategies import HARD_TEXTS, extractions
from ..test_writers import EMPTY, FULL, TEXT, written

NESTED = extract(
    Article(
        "“He told me ‘go home’ and I went,” said Ida Moss on Tuesday. “We will,” Bo Tran said, “see.”",
        id="a b",
        published="2021-07-28",
    )
)


def places(extraction, *labels):
    """Return the spans with the labels of their marks."""
    found = [mark for mark in marks(extraction) if mark.label in (labels or LABELS)]
    return sorted((span.start, span.end, mark.label) for mark in found for span in mark.spans)


# -- marks and tokens ----------------------------------------------------------------------------


def test_a_quotation_leads_to_its_cue_source_and_time():
    found = {mark.id: mark for mark in marks(FULL)}
    parts = {role: found[name] for role, name in found["q0"].parts}
    assert {role: mark.span.slice(TEXT) for role, mark in parts.items()} == {
        "cue": "said", "source": "she", "said": "Tuesday",
    }  # fmt: skip
    assert [mark.label for mark in found.values()].count("Source") == 2
    assert len(found) == len(marks(FULL))


@given(extractions())
def test_what_is_outermost_does_not_overlap(extraction):
    kept = [span for span, _ in outermost(marks(extraction))]
    assert all(left.end <= right.start for left, right in pairwise(kept))
    assert all(any(k.overlaps(Span(*p[:2])) for k in kept) for p in places(extraction))


@given(extractions(), HARD_TEXTS)
def test_tokens_are_the_whole_text_and_spans_begin_and_end_with_one(extraction, other):
    text = extraction.article.text
    spans = [Span(start, end) for start, end, _ in places(extraction)]
    found = list(tokens(text, spans))
    assert "".join(t.span.slice(text) + " " * t.spaced for t in found) == text
    assert {span.start for span in spans} <= {token.span.start for token in found}
    assert {span.end for span in spans} <= {token.span.end for token in found}
    assert "".join(t.span.slice(other) + " " * t.spaced for t in tokens(other)) == other


# -- Label Studio --------------------------------------------------------------------------------


def tasks(*found, **options):
    return json.loads(written("labelstudio", *found, **options))


def test_label_studio_accepts_tasks_with_their_predictions():
    interface = pytest.importorskip("label_studio_sdk.label_interface").LabelInterface(CONFIG)
    interface.validate()
    for task in tasks(FULL, NESTED, EMPTY):
        # The SDK cannot validate a task together with its predictions.
        assert interface.validate_task({"data": task["data"]})
        (prediction,) = task["predictions"]
        assert interface.validate_prediction(prediction, return_errors=True) == []
    prediction["result"] = tasks(FULL)[0]["predictions"][0]["result"]
    prediction["result"][0]["value"]["labels"] = ["Shout"]
    assert interface.validate_prediction(prediction, return_errors=True)


def test_the_documentation_has_the_labels_of_the_project():
    page = (ROOT / "docs" / "how-to" / "annotation-tools.md").read_text("utf-8")
    assert f"```xml\n{CONFIG}```" in page


def test_a_task_has_a_region_for_each_span_and_relations_between_them():
    (task,) = tasks(FULL)
    (prediction,) = task["predictions"]
    regions = {one["id"]: one for one in prediction["result"] if one["type"] == "labels"}
    assert regions["q0"]["value"]["labels"] == ["Direct"]
    assert regions["q0"]["meta"] == {"text": ["Ida Moss"]}
    assert regions["q0.1"]["value"]["text"] == "we\nwill."
    relations = [
        (one["from_id"], one["labels"][0], one["to_id"])
        for one in prediction["result"]
        if one["type"] == "relation"
    ]
    assert ("q0", "continued", "q0.1") in relations
    assert ("q0", "cue", "c0") in relations
    assert all({start, end} <= regions.keys() for start, _, end in relations)


@given(extractions())
def test_regions_are_where_the_spans_are(extraction):
    (task,) = tasks(extraction)
    text = task["data"]["text"]
    assert text == extraction.article.text
    regions = [one["value"] for one in task["predictions"][0]["result"] if one["type"] == "labels"]
    found = sorted((one["start"], one["end"], one["labels"][0]) for one in regions)
    assert found == places(extraction)
    assert all(text[one["start"] : one["end"]] == one["text"] for one in regions)
    units = text.encode("utf-16-le")
    (task,) = tasks(extraction, offsets="utf16")
    for one in task["predictions"][0]["result"]:
        if one["type"] == "labels":
            words = units[2 * one["value"]["start"] : 2 * one["value"]["end"]].decode("utf-16-le")
            assert words == one["value"]["text"]


# -- CoNLL ---------------------------------------------------------------------------------------


def sentences(*found):
    conllu = pytest.importorskip("conllu")
    text = written("conll", *found)
    return conllu.parse(text)


def test_a_parser_of_conll_reads_tokens_with_their_columns():
    inner = Quote([Span(2, 4)], QuoteKind.INDIRECT, nested_in=0)
    overlapping = attrs.evolve(FULL, quotes=(*FULL.quotes, inner))
    first, *_, last = sentences(overlapping, NESTED)
    rows = {token["form"]: token for token in first}
    assert first.metadata["newdoc id"] == "a"
    assert [rows[form]["quote"] for form in ("Y", "es", "we")] == [
        "B-direct:0", "I-direct:0|B-indirect:3", "I-direct:0",
    ]  # fmt: skip
    assert (rows["said"]["cue"], rows["she"]["source"]) == ("B-0", "B-s1")
    assert rows["Tuesday"]["time"] == "B-2021-07-27"
    assert last.metadata["newdoc id"] == "a_b"


@given(extractions())
def test_rows_are_where_the_words_are(extraction):
    text = extraction.article.text
    found = [token for sentence in sentences(extraction) for token in sentence]
    assert all(text[int(t["start"]) : int(t["end"])] == t["form"] for t in found)
    assert "".join(t["form"] for t in found) == "".join(text.split())
    for n, quote in enumerate(extraction.quotes):
        inside = [t["form"] for t in found if f"-{quote.kind}:{n}" in t["quote"]]
        words = "".join(span.slice(text) for span in quote.contents)
        assert "".join(inside) == "".join(words.split())


# -- spaCy ---------------------------------------------------------------------------------------


def documents(path):
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin

    return list(DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab))


def spans_of(document):
    return [span for group in document.spans.values() for span in group]


def test_spacy_reads_documents_with_groups_of_spans(tmp_path):
    pytest.importorskip("spacy")
    write([FULL, NESTED, EMPTY], tmp_path / "a.spacy")
    full, _, empty = documents(tmp_path / "a.spacy")
    assert (full.text, empty.text) == (TEXT, "")
    first, second, *_ = full.spans["quotations"]
    assert (first.text, first.label_, first.kb_id_, first.id_) == ("Yes,", "Direct", "s1", "q0")
    assert (second.text, second.id_) == ("we\nwill.", "q0")
    assert full.user_data["speakers"] == {"s1": "Ida Moss"}
    assert full.user_data["parts"]["q0"] == {"cue": "c0", "source": "m0", "said": "t0"}


@settings(max_examples=25)
@given(extractions())
def test_offsets_survive_spacy(tmp_path_factory, extraction):
    pytest.importorskip("spacy")
    path = tmp_path_factory.mktemp("spacy") / "a.spacy"
    write(extraction, path)
    (document,) = documents(path)
    assert document.text == extraction.article.text
    found = sorted((span.start_char, span.end_char, span.label_) for span in spans_of(document))
    assert found == places(extraction)


@pytest.mark.parametrize("style", ["ent", "span"])
def test_displacy_draws_quotations(style):
    displacy = pytest.importorskip("spacy.displacy")
    drawn = displacy.render(to_displacy(NESTED), style=style, manual=True)
    assert "Ida" in drawn
    assert drawn.count("Cue") >= 2


@given(extractions())
def test_displacy_gets_every_span(extraction):
    shown = to_displacy(extraction)
    assert "".join("".join(shown["tokens"]).split()) == "".join(extraction.article.text.split())
    assert len(shown["spans"]) == len(places(extraction))


def test_lone_surrogates_move_no_offset():
    odd = Extraction(Article("“\ud800 no”"), (Quote([Span(3, 5)], QuoteKind.DIRECT),))
    assert to_displacy(odd)["text"] == "“� no”"
    assert tasks(odd)[0]["predictions"][0]["result"][0]["value"]["start"] == 3
