"""UIMA CAS: files that cassis reads, with every place where Java's strings have it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from quotekit import Article, Extraction, Quote, QuoteKind, Span, write
from quotekit._writers.cas import LAYER, RELATION
from quotekit._writers.marks import marks

from ..strategies import extractions
from ..test_writers import EMPTY, FULL, TEXT

cassis = pytest.importorskip("cassis", reason="the extra cas is not installed")


def loaded(folder):
    types = cassis.load_typesystem(folder / "TypeSystem.xml")
    return [cassis.load_cas_from_xmi(path, types) for path in sorted(folder.glob("*.xmi"))]


def test_cassis_reads_annotations_and_the_relations_between_them(tmp_path):
    write([FULL, EMPTY], tmp_path / "a.cas")
    full, empty = loaded(tmp_path / "a.cas")
    assert (full.sofa_string, empty.sofa_string) == (TEXT, "")
    places = {
        (one.name, one.label, one.value): one.get_covered_text() for one in full.select(LAYER)
    }
    assert places["c0", "Cue", None] == "said"
    assert ("q0", "Direct", "Ida Moss") in places
    relations = {
        (one.role, one.Governor.name, one.Dependent.get_covered_text())
        for one in full.select(RELATION)
    }
    assert relations == {
        ("cue", "q0", "said"),
        ("source", "q0", "she"),
        ("said", "q0", "Tuesday"),
        ("continued", "q0", "we\nwill."),
        ("source", "q1", "Critics"),
    }


@settings(max_examples=25)
@given(extractions())
def test_offsets_survive_in_units_of_utf_16(tmp_path_factory, extraction):
    folder = tmp_path_factory.mktemp("cas") / "a.cas"
    write(extraction, folder)
    (cas,) = loaded(folder)
    assert cas.sofa_string == extraction.article.text
    wanted = sorted(
        (mark.id, span.start, span.end) for mark in marks(extraction) for span in mark.spans
    )
    assert sorted((one.name, one.begin, one.end) for one in cas.select(LAYER)) == wanted
    units = extraction.article.text.encode("utf-16-le")
    (path,) = folder.glob("*.xmi")
    words = {
        units[2 * int(begin) : 2 * int(end)].decode("utf-16-le")
        for begin, end in re.findall(
            r'<custom:Quotekit [^>]*begin="(\d+)" end="(\d+)"', path.read_text("utf-8")
        )
    }
    assert words == {extraction.article.text[start:end] for _, start, end in wanted}


def test_control_characters_become_the_replacement_character(tmp_path):
    quote = Quote([Span(3, 5)], QuoteKind.DIRECT)
    write(Extraction(Article("\f“\x1bno\ud800”", id="a"), (quote,)), tmp_path / "a.cas")
    (cas,) = loaded(tmp_path / "a.cas")
    assert cas.sofa_string == "�“�no�”"
    (one,) = cas.select(LAYER)
    assert one.get_covered_text() == "no"
