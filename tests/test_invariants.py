"""Each rule that holds for every extraction is broken once, and says how."""

from __future__ import annotations

import attrs
import pytest

from quotekit import Article, Extraction, Fact, Mention, Quote, Rejected, Span, TimeExpression
from quotekit._invariants import faults
from quotekit.testing import extractor

TEXT = "“We stay,” Ida Moss said on Monday. “We go,” Bo Tran said on Friday."


@pytest.fixture(name="sound", scope="module")
def _sound():
    return extractor().extract(Article(TEXT, published="2026-03-04"))


def changed(extraction, at=0, **fields):
    """Return the extraction with other fields of a quotation."""
    quotes = list(extraction.quotes)
    quotes[at] = attrs.evolve(quotes[at], **fields)
    return attrs.evolve(extraction, quotes=tuple(quotes))


def timed(extraction, **fields):
    """Return the extraction with other fields of its first time."""
    first, *more = extraction.times
    return attrs.evolve(extraction, times=(attrs.evolve(first, **fields), *more))


def spoken(extraction, **fields):
    """Return the extraction with other fields of its first speaker."""
    first, *more = extraction.speakers
    return attrs.evolve(extraction, speakers=(attrs.evolve(first, **fields), *more))


def test_a_sound_extraction_breaks_no_rule(sound):
    assert len(sound.quotes) == len(sound.speakers) == len(sound.times) == 2
    assert list(faults(sound)) == []


FAR = Span(60, 90)
RULES = [
    (lambda x: changed(x, contents=[FAR]), "a quotation at Span(60, 90), but the text has 68"),
    (lambda x: changed(x, said=TimeExpression(FAR, "DATE")), "a time of saying at"),
    (lambda x: timed(x, span=FAR), "a time expression at"),
    (
        lambda x: attrs.evolve(
            x, article=attrs.evolve(x.article, facts=[Fact("publisher", "Tide", "body", FAR)])
        ),
        "the publisher at",
    ),
    (
        lambda x: attrs.evolve(x, rejected=(Rejected(Quote([FAR], "direct"), "scare quotes"),)),
        "a quotation at",
    ),
    (lambda x: spoken(x, mentions=[Mention(FAR, "name")]), "a mention of Ida Moss at"),
    (lambda x: changed(x, text="We left,"), "'We left,' does not stand at"),
    (lambda x: timed(x, text="Sunday"), "'Sunday' does not stand at"),
    (
        lambda x: spoken(x, mentions=[attrs.evolve(x.speakers[0].mentions[0], text="Ida")]),
        "'Ida' does not stand at",
    ),
    (lambda x: changed(x, contents=[Span(8, 9)], text=","), "there is no word in its contents"),
    (lambda x: changed(x, quoted=()), "it is direct, but nothing of it is quoted"),
    (lambda x: changed(x, quoted=[Span(1, 12)]), "is quoted, but not one of its contents"),
    (lambda x: changed(x, cue=[Span(4, 8)]), "its cue overlaps its contents"),
    (
        lambda x: changed(x, source=Mention(Span(4, 8), "name", text="stay")),
        "its source overlaps its contents",
    ),
    (lambda x: changed(x, cue=[Span(15, 24)]), "its cue overlaps its source"),
    (lambda x: attrs.evolve(x, quotes=x.quotes[::-1]), "the quotes are not in text order"),
    (lambda x: attrs.evolve(x, times=x.times[::-1]), "the times are not in text order"),
    (lambda x: changed(x, 1, nested_in=0), "it lies in None, but is nested in 0"),
    (
        lambda x: changed(x, contents=[Span(1, 42)], text=TEXT[1:42], quoted=[Span(1, 9)]),
        "quote 1 ('We go,'): it overlaps quote 0",
    ),
    (
        lambda x: attrs.evolve(x, quotes=(x.quotes[0], *x.quotes)),
        "it has the contents of quote 0",
    ),
    (lambda x: spoken(x, id="s7"), "speaker 1 has the id 's7'"),
    (lambda x: spoken(x, name="…"), "s1 has no word in the name '…'"),
    (lambda x: spoken(x, role="head\nof"), "s1 has a line end in 'head\\nof'"),
    (
        lambda x: spoken(x, mentions=[*x.speakers[0].mentions, *x.speakers[1].mentions]),
        "mentions s1 and s2",
    ),
    (
        lambda x: changed(x, speaker=attrs.evolve(x.speakers[0], name="Nils Orr")),
        "its speaker s1 is none of the speakers",
    ),
    (lambda x: changed(x, source=None), "its source is no mention of its speaker s1"),
    (lambda x: timed(x, value="12026-03-02"), "no calendar has the year of '12026-03-02'"),
    (lambda x: timed(x, start="soon"), "are no times in ISO 8601"),
    (lambda x: timed(x, start="2026-03-03", end="2026-03-02"), "before it starts (2026-03-03)"),
]


@pytest.mark.parametrize(("broken", "said"), RULES, ids=[said for _, said in RULES])
def test_a_broken_rule_is_told(sound, broken, said):
    assert any(said in fault for fault in faults(broken(sound)))


@pytest.mark.parametrize(
    ("line", "said"),
    [("{}\n{}", "its JSON has line ends"), ("{ }", "its JSON reads back as something else")],
)
def test_json_of_several_lines_or_other_contents_is_told(sound, monkeypatch, line, said):
    monkeypatch.setattr(Extraction, "to_json", lambda _: line)
    monkeypatch.setattr(Extraction, "from_json", lambda _: Extraction(Article("")))
    if said.endswith("else"):
        lines = iter((line, "other"))
        monkeypatch.setattr(Extraction, "to_json", lambda _: next(lines))
    assert said in list(faults(sound))
