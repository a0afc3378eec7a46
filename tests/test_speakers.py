"""The index of speakers: who is one over many articles, and who stays apart."""

from __future__ import annotations

import pytest

from quotekit import Article, Extraction, Link, Quote, QuoteKind, Span, Speaker, SpeakerIndex
from quotekit.models import SpeakerKind

ORGANIZATION, GROUP = SpeakerKind.ORGANIZATION, SpeakerKind.GROUP


def _extraction(*speakers, published=None, kinds=("direct",)):
    quotes = [
        Quote([Span(0, 1)], QuoteKind(kind), speaker=speaker)
        for speaker in speakers
        for kind in kinds
    ]
    return Extraction(Article("…", published=published), quotes=quotes, speakers=speakers)


def _index(*speakers):
    """Return the names and article counts of an index of one article a speaker."""
    index = SpeakerIndex()
    for speaker in speakers:
        index.add(_extraction(speaker))
    return sorted((entry.name, entry.articles) for entry in index)


def _person(name, **fields):
    return Speaker("s1", name, **fields)


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        (_person("Ida Moss"), _person("Ida Moss"), "Ida Moss"),
        (_person("Clara Voss"), _person("Clara M. Voss"), "Clara M. Voss"),
        (_person("J. Falk"), _person("Jonas Falk"), "J. Falk"),
        (_person("Inés Peña"), _person("Ines Pena"), "Inés Peña"),
        (_person("Ida Moss", title="Mayor"), _person("Ida Moss", title="Sen."), "Ida Moss"),
        (_person("Tess Holm", title="Mayor"), _person("Holm", title="Mayor"), "Tess Holm"),
        (
            Speaker("s1", "Harbour Bank", ORGANIZATION),
            Speaker("s1", "The Harbour Bank Inc.", ORGANIZATION),
            "The Harbour Bank Inc.",
        ),
        (
            Speaker("s1", "Coastal Pilots Association", ORGANIZATION, aliases=("CPA",)),
            Speaker("s1", "CPA", ORGANIZATION),
            "Coastal Pilots Association",
        ),
        (Speaker("s1", "officials", GROUP), Speaker("s1", "Officials", GROUP), "officials"),
    ],
)
def test_one_entry_where_names_agree_and_nothing_speaks_against_it(one, other, name):
    assert _index(one, other) == [(name, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_person("Ida Moss"), _person("Ina Moss")),
        (_person("Sam Dahl", gender="male"), _person("Sam Dahl", gender="female")),
        (
            _person("Ann Doyle", title="baker", affiliation="Elm"),
            _person("Ann Doyle", title="Judge", affiliation="Orme"),
        ),
        (
            _person("Ann Doyle", links=(Link("x", "1"),)),
            _person("Ann Doyle", links=(Link("x", "2"),)),
        ),
        (_person("Tess Holm"), _person("Holm")),
        (_person("Moss"), Speaker("s1", "Moss", ORGANIZATION)),
    ],
)
def test_two_entries_where_something_speaks_against_it(one, other):
    assert [count for _, count in _index(one, other)] == [1, 1]


def test_one_outside_identifier_is_one_entry_whatever_the_names():
    link = Link("wikidata", "Q1")
    assert _index(_person("Ida Moss", links=(link,)), _person("Ida Orr", links=(link,))) == [
        ("Ida Moss", 2)
    ]


def test_a_bare_name_that_two_bear_joins_neither():
    baker = _person("Ann Doyle", title="baker", affiliation="Elm")
    judge = _person("Ann Doyle", title="Judge", affiliation="Orme")
    assert [count for _, count in _index(baker, judge, _person("Ann Doyle"))] == [1, 1, 1]
    assert sorted(
        count for _, count in _index(baker, judge, _person("Ann Doyle"), _person("Ann Doyle"))
    ) == [1, 1, 2]


def test_an_entry_counts_quotations_by_kind_and_keeps_what_was_said_of_the_speaker():
    index = SpeakerIndex()
    moss = _person("Ida Moss", title="Mayor", aliases=("Moss",), links=(Link("x", "1"),))
    index.add(_extraction(moss, published="2024-03-02", kinds=("direct", "indirect", "direct")))
    index.add(_extraction(_person("Ida Moss", affiliation="Elm"), published="2023-01-05"))
    (entry,) = index
    assert (entry.total, dict(entry.quotes)) == (4, {"direct": 3, "indirect": 1})
    assert (dict(entry.titles), dict(entry.affiliations)) == ({"Mayor": 1}, {"Elm": 1})
    assert (str(entry.first), str(entry.last)) == ("2023-01-05", "2024-03-02")
    assert index.find("Moss") == index.find("ida moss") == [entry]
    assert entry.links == (Link("x", "1"),)


def test_speakers_whom_nobody_quotes_are_not_indexed():
    index = SpeakerIndex()
    index.add(Extraction(Article("…"), speakers=(_person("Ida Moss"),)))
    assert len(index) == 0


def test_the_most_quoted_come_first():
    index = SpeakerIndex()
    index.add(_extraction(_person("Bo Tran")))
    index.add(_extraction(_person("Ada Ferro"), kinds=("direct", "mixed")))
    assert [entry.name for entry in index] == ["Ada Ferro", "Bo Tran"]
