"""NIF: a graph that rdflib reads, in which every phrase has its offsets and its words."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import given, settings

from quotekit import Article
from quotekit._writers.marks import marks

from ..strategies import extractions
from ..test_writers import EMPTY, FULL, written

rdflib = pytest.importorskip("rdflib", reason="the extra rdf is not installed")

NIF = rdflib.Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
OWN = rdflib.Namespace("urn:quotekit:")
SCHEMA = rdflib.Namespace("https://schema.org/")


def graph(*found):
    return rdflib.Graph().parse(data=written("nif", *found), format="turtle")


def words(graph, phrases):
    return sorted(str(graph.value(phrase, NIF.anchorOf)) for phrase in phrases)


def test_a_quotation_leads_to_its_phrases_and_its_speaker():
    known = graph(FULL, EMPTY)
    direct = next(known.subjects(OWN.kind, rdflib.Literal("direct")))
    assert words(known, known.objects(direct, OWN.contents)) == ["Yes,", "we\nwill."]
    assert words(known, known.objects(direct, OWN.cue)) == ["said"]
    speaker = known.value(direct, SCHEMA.spokenByCharacter)
    assert str(known.value(speaker, SCHEMA.name)) == "Ida Moss"
    assert str(known.value(direct, OWN.timex)) == "2021-07-27"


def test_identifiers_are_those_of_schema_org():
    things = json.loads(written("schema.org", FULL))["@graph"]
    wanted = {thing["@id"] for thing in things if thing["@type"] == "Quotation"}
    quotations = graph(FULL).subjects(rdflib.RDF.type, SCHEMA.Quotation)
    assert {str(one) for one in quotations} == wanted


def test_articles_and_what_is_in_them_stay_apart():
    found = [FULL, attrs.evolve(FULL, article=Article(FULL.article.text, id="b"))]
    known = graph(*found)
    assert len(set(known.subjects(rdflib.RDF.type, NIF.Context))) == 2
    assert len(set(known.subjects(rdflib.RDF.type, SCHEMA.Quotation))) == 6


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("url", ["https://quay.example/a b", "https://quay.example/<é>|^`{}\\"])
def test_an_address_that_is_none_is_made_one(url):
    article = attrs.evolve(FULL.article, url=url)
    known = graph(attrs.evolve(FULL, article=article))
    assert len(list(known.subjects(rdflib.RDF.type, SCHEMA.Quotation))) == 3


@settings(max_examples=25)
@given(extractions())
def test_offsets_survive(extraction):
    known = graph(extraction)
    (context,) = known.subjects(rdflib.RDF.type, NIF.Context)
    text = str(known.value(context, NIF.isString))
    assert text == extraction.article.text
    found = set()
    for phrase in known.subjects(rdflib.RDF.type, NIF.Phrase):
        start, end = (int(known.value(phrase, one)) for one in (NIF.beginIndex, NIF.endIndex))
        found.add((start, end))
        assert str(phrase).endswith(f"#char={start},{end}")
        assert text[start:end] == str(known.value(phrase, NIF.anchorOf))
    assert found == {(s.start, s.end) for mark in marks(extraction) for s in mark.spans}
