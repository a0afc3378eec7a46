"""What records, extractions and registries look like at a prompt, and how one gets around in them."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit import (
    Article,
    Extraction,
    Extractor,
    Quote,
    QuoteKind,
    Registry,
    Span,
    Speaker,
    SpeakerIndex,
    Speakers,
    extract,
    hookimpl,
    read,
)

from .conftest import ROOT
from .strategies import ANY_TEXT

LINE = 120


@pytest.fixture(scope="module", name="wall")
def _wall() -> Extraction:
    [article] = read(ROOT / "examples" / "articles" / "wall.txt")
    return extract(article)


def test_an_extraction_says_what_it_is_on_one_line(wall):
    assert repr(wall) == "Extraction('wall': 5 quotes, 2 speakers)"
    assert repr(Extraction(Article("No."))) == "Extraction(0 quotes, 0 speakers)"


def test_records_say_what_they_are_on_one_line(wall):
    quote = wall.quotes[2]
    assert repr(quote) == (
        "Quote('We looked at concrete, and we turned it…', direct, Ida Moss, 0.86)"
    )
    assert repr(quote.source) == "Mention('she', pronoun)"
    assert repr(quote.speaker) == "Speaker('Ida Moss', Mayor, person, 3 mentions)"
    assert repr(wall.quotes[1].said) == "TimeExpression('Tuesday', DATE, 2021-03-02)"
    assert repr(wall.article) == "Article('wall', 441 characters, 2021-03-04)"
    assert repr(wall.rejected[-1]).startswith("Rejected('dry months', 'a name given")
    told = wall.explain("told")
    assert repr(told) == "Explanation('told' at 151-155: part of 1 quotation)"


def test_a_record_without_its_words_shows_its_span():
    assert repr(Quote([Span(3, 9)], QuoteKind.INDIRECT)) == "Quote(Span(3, 9), indirect, 0.50)"


@given(ANY_TEXT, ANY_TEXT)
def test_no_record_takes_more_than_a_line(text, name):
    speaker = Speaker("s1", name, title=text)
    quote = Quote([Span(0, 1)], QuoteKind.DIRECT, speaker=speaker, text=text)
    for record in (speaker, quote, Extraction(Article(text, id=name), (quote,), (speaker,))):
        assert len(repr(record).splitlines()) == 1
        assert len(repr(record)) < 4 * LINE, "even where all of it is escaped"


class Tildes:
    @hookimpl
    def quotekit_find_quotes(self, document):
        return ()


def test_registries_extractors_and_indexes_say_what_is_in_them(wall):
    registry = Registry(entry_points=False, block=["dates"])
    everything = len(registry.plugins())
    assert repr(registry) == f"Registry({everything - 1} plugins, blocked: dates)"
    assert repr(Extractor(registry)) == f"Extractor({registry!r})"
    registry.register(Tildes)
    assert "added: tildes" in repr(registry)
    index = SpeakerIndex()
    index.add(wall)
    assert repr(index) == "SpeakerIndex(2 speakers, 5 quotes)"
    assert repr(next(iter(index))) == "IndexedSpeaker('Ida Moss', person, 3 quotes in 1 article)"


def test_an_extraction_is_its_quotations(wall):
    assert len(wall) == 5
    assert tuple(wall) == wall.quotes
    assert Extraction(Article("")), "found, though nothing is in it"


@pytest.mark.parametrize("name", ["s1", "Ida Moss", "Moss", "moss", "IDA  MOSS", "Ida"])
def test_a_speaker_is_found_by_any_name(wall, name):
    assert wall.speakers[name] is wall.speakers[0]
    assert name in wall.speakers
    assert [quote.speaker.name for quote in wall.quotes_by(name)] == ["Ida Moss"] * 3


def test_speakers_are_a_tuple_too(wall):
    assert isinstance(wall.speakers, tuple)
    assert wall.speakers[-1].name == "Bo Tran"
    assert [speaker.name for speaker in wall.speakers[:1]] == ["Ida Moss"]
    assert wall.speakers[0] in wall.speakers
    assert pickle.loads(pickle.dumps(wall)).speakers["Tran"] == wall.speakers[1]


def test_a_name_that_nobody_has_is_an_error_and_says_who_is_there(wall):
    assert wall.quotes_by("Odile") == ()
    assert "Odile" not in wall.speakers
    with pytest.raises(KeyError, match="no speaker 'Odile'; there are 'Ida Moss', 'Bo Tran'"):
        wall.speakers["Odile"]


def test_a_name_that_several_have_is_an_error():
    speakers = Speakers([Speaker("s1", "Ida Moss"), Speaker("s2", "Al Moss")])
    with pytest.raises(KeyError, match="several speakers have the name 'Moss'"):
        speakers["Moss"]
    assert speakers["Al Moss"].id == "s2"


@given(st.lists(ANY_TEXT, max_size=4), ANY_TEXT)
def test_every_speaker_is_found_by_the_own_name(names, other):
    speakers = Speakers(Speaker(f"s{n}", name) for n, name in enumerate(names, 1))
    for speaker in speakers:
        assert speaker in speakers.named(speaker.name)
    speakers.named(other)


def test_every_mention_of_a_speaker_has_its_words(wall):
    for speaker in wall.speakers:
        for mention in speaker.mentions:
            assert mention.text == mention.span.slice(wall.article.text)
    assert wall.quotes[0].speaker.mentions[0].text == "Moss"
    reasons = {rejected.quote.text: rejected.reason for rejected in wall.rejected}
    assert reasons["dry months"].startswith("a name given to something")
