"""brat: a folder that a parser of its format reads, with every span where it stands."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings

from quotekit import Article, Extraction, Quote, QuoteKind, Span, write

from ..strategies import extractions
from ..test_writers import FULL, TEXT

# The parser refuses two annotations of one span, which brat allows.
TWO = attrs.evolve(
    FULL,
    quotes=(
        FULL.quotes[0],
        attrs.evolve(FULL.quotes[1], contents=[Span(39, 54)], source=None, nested_in=None),
    ),
)

parser = pytest.importorskip("pybrat.parser", reason="pybrat is not installed")


def parsed(folder):
    return list(parser.BratParser(error="raise").parse(str(folder)))


def test_a_parser_reads_what_was_written(tmp_path):
    write([TWO], tmp_path / "out.brat")
    (example,) = parsed(tmp_path / "out.brat")
    direct, indirect = example.events
    assert example.text == TEXT
    assert (direct.type, direct.trigger.mention) == ("Direct", "Yes, we will.")
    # The contents go over a line's end, where brat wants them parted.
    assert [(s.start, s.end) for s in direct.trigger.spans] == [(1, 5), (29, 31), (32, 37)]
    assert {entity.type: entity.mention for entity in direct.arguments} == {
        "Source": "she",
        "Cue": "said",
        "Time": "Tuesday",
    }
    assert (indirect.type, indirect.trigger.mention) == ("Indirect", "Critics agreed.")
    notes = (tmp_path / "out.brat" / "a.ann").read_text("utf-8")
    assert "AnnotatorNotes E1\tIda Moss\n" in notes
    assert "AnnotatorNotes T4\t2021-07-27\n" in notes


def test_the_configuration_names_every_type_that_is_used(tmp_path):
    write([TWO], tmp_path / "out.brat")
    configuration = (tmp_path / "out.brat" / "annotation.conf").read_text("utf-8")
    (example,) = parsed(tmp_path / "out.brat")
    assert {entity.type for entity in example.entities} <= set(configuration.split())
    sections = ("[entities]", "[relations]", "[events]", "[attributes]")
    assert [line for line in configuration.splitlines() if line in sections] == list(sections)


def test_articles_of_one_name_and_odd_names_have_files_of_their_own(tmp_path):
    names = ["a", "a", "../../etc/a b", None, "ä/1", "x" * 999]
    write([Extraction(Article("No.", id=name)) for name in names], tmp_path / "out.brat")
    files = sorted(path.name for path in (tmp_path / "out.brat").glob("*.txt"))
    wanted = ["a-2.txt", "a.txt", "article.txt", "etc_a_b.txt", f"{'x' * 60}.txt", "ä_1.txt"]
    assert files == sorted(wanted)


@settings(max_examples=15)
@given(extractions())
def test_offsets_survive_the_way_out_and_back(tmp_path_factory, extraction):
    folder = tmp_path_factory.mktemp("brat") / "out.brat"
    write([extraction], folder)
    (text,) = (path.read_bytes().decode("utf-8") for path in folder.glob("*.txt"))
    assert text == extraction.article.text
    wanted = [
        "".join("".join(span.slice(text) for span in quote.contents).split())
        for quote in extraction.quotes
    ]
    found = []
    for line in next(folder.glob("*.ann")).read_bytes().decode("utf-8").split("\n"):
        kind, _, rest = line.partition("\t")[2].partition(" ")
        if kind in ("Direct", "Mixed", "Indirect") and "\t" in rest:
            offsets = [tuple(map(int, pair.split())) for pair in rest.split("\t")[0].split(";")]
            found.append("".join("".join(text[a:b] for a, b in offsets).split()))
            assert not any({"\n", "\r"} & set(text[a:b]) for a, b in offsets)
    assert sorted(found) == sorted(words for words in wanted if words)


def test_contents_without_a_word_are_left_out(tmp_path):
    blank = Extraction(Article("“\n”", id="a"), (Quote([Span(1, 2)], QuoteKind.DIRECT),))
    write([blank], tmp_path / "out.brat")
    assert (tmp_path / "out.brat" / "a.ann").read_bytes() == b""
