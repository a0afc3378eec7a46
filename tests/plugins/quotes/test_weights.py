"""The weights of reported clauses: metadata, named features, and what happens without them."""

from __future__ import annotations

import copy
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotekit
from quotekit import Article, Extractor, Registry, Table, hookimpl
from quotekit._plugins.quotes.indirect.patterns.tagged import match_pattern
from quotekit._plugins.quotes.indirect.reader import ClauseReader
from quotekit._plugins.quotes.indirect.scoring.acceptance_features import (
    ACCEPTANCE_FEATURES,
)
from quotekit._plugins.quotes.indirect.scoring.cue_features import CUE_FEATURES, cue_keys
from quotekit._plugins.quotes.indirect.scoring.end_features import ends_after, ends_before
from quotekit._plugins.quotes.indirect.scoring.source_features import source_ends
from quotekit._plugins.quotes.indirect.scoring.source_start_features import source_starts
from quotekit._plugins.quotes.indirect.scoring.sources import subject_ends
from quotekit._plugins.quotes.indirect.scoring.start_features import starts_after, starts_before
from quotekit._plugins.quotes.indirect.scoring.verdicts import NONE, VERDICT_NUMBERS, Rating
from quotekit._plugins.quotes.indirect.scoring.vocabulary import Vocabulary
from quotekit._plugins.quotes.indirect.scoring.weights import (
    CHOICES,
    POSITIONS,
    Unweighted,
    Weights,
    feature_hash,
)
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.exceptions import LexiconError

TEXT = (
    "Ida Moss said that the ferry had sunk. The pier would close, according to Bo Tran, on Monday."
)
WITHOUT = Table("en", "reported", remove={"weights": ["polnear"]})
interpreted = pytest.mark.skipif(
    quotekit.__compiled__, reason="puts a class derived from a private one in its place"
)


class Brings:
    """A plugin that brings tables."""

    def __init__(self, *tables):
        self.tables = tables

    @hookimpl
    def quotekit_languages(self):
        return self.tables


def extractor(*tables):
    registry = Registry(entry_points=False)
    registry.register(Brings(*tables), name="mine")
    return Extractor(registry)


@pytest.fixture(name="shipped", scope="module")
def _shipped():
    return Registry(entry_points=False).language("en").table("reported")["weights"]["polnear"]


def found(extractor, text=TEXT):
    return [
        (q.text, q.source and q.source.span.slice(text)) for q in extractor.extract(text).quotes
    ]


def test_the_shipped_weights_say_what_they_were_learned_from(shipped):
    meta = shipped["meta"]
    assert meta["corpus"] == "PolNeAR 1.0"
    assert meta["feature_hash"] == feature_hash()
    assert set(meta) >= {"articles", "attributions", "trained", "feature_version", "figures"}


def test_each_weight_belongs_to_a_named_feature(shipped):
    assert tuple(shipped["cue"]["weights"]) == CUE_FEATURES
    assert all(tuple(shipped["positions"][p]["weights"]) == CUE_FEATURES for p in POSITIONS)
    assert tuple(shipped["acceptance"]["weights"]) == ACCEPTANCE_FEATURES
    for choice, names in CHOICES.items():
        assert tuple(shipped["choices"][choice]["weights"]) == names


def test_as_many_features_are_computed_as_are_named():
    document = Extractor().document(Article(TEXT))
    features = document.memo(TokenFeatures)
    for cue in document.cues:
        first, last = bounds = features.bounds(cue.head)
        match = match_pattern(features, cue, *bounds)
        assert len(cue_keys(features, cue, bounds, (None, None), match)) == len(CUE_FEATURES)
        contents = [(cue.last + 1, last)]
        subject = subject_ends(features, cue, contents)
        before = max(first, cue.first - 1)
        sorts = {
            "starts_after": [starts_after(features, cue, last, "after")],
            "ends_after": [ends_after(features, cue, cue.last + 1, last, "after")],
            "starts_before": [starts_before(features, cue, before, first, "before")],
            "ends_before": [ends_before(features, cue, first, "before")],
            "source_starts": [source_starts(features, cue, cue.last + 3, first, [], subject)],
            "source_ends": source_ends(features, cue, bounds, [], "before", subject),
        }
        for choice, found_sorts in sorts.items():
            for shared, options in found_sorts:
                assert len(shared) == len(CHOICES[choice]) or choice == "source_ends"
                assert all(len(own) == len(shared) for _, own in options)


class Eager(Unweighted):
    """Takes every cue for a report, and keeps each reading with its features."""

    hopeful = threshold = -math.inf

    def __init__(self):
        self.readings = {}
        self.seen = {}

    def judge(self, features, readings):
        for cue, keys in zip(readings, Rating(features, readings).word_features(), strict=True):
            lemma = cue[0].cue.row.lemma
            self.readings[lemma] = cue[0]
            self.seen[lemma] = dict(zip(ACCEPTANCE_FEATURES, keys[0], strict=True))
        return [[0.0] * len(cue) for cue in readings]


def judged(text):
    """Return the features of each reading, by the cue's lemma."""
    scorer = Eager()
    assert [*ClauseReader(Extractor().document(Article(text)), scorer).candidates()]
    return scorer.seen


class Doubtful(Eager):
    """Judges every reading to be a little less likely than what is taken for right."""

    threshold = 1.0

    def judge(self, features, readings):
        return [[self.threshold - 0.2] * len(cue) for cue in readings]


@interpreted
@pytest.mark.parametrize(
    ("text", "taken"),
    [("Ida Moss wants to leave.", True), ("Ida Moss praised the ferry.", False)],
)
def test_a_thought_needs_lower_odds_than_speech(text, taken):
    document = Extractor().document(Article(text))
    assert bool([*ClauseReader(document, Doubtful()).candidates()]) is taken


@interpreted
def test_as_many_features_of_a_reading_are_computed_as_are_named():
    assert judged(TEXT).keys() == {"say", "according to"}


@interpreted
def test_a_reading_knows_the_readings_that_it_contains_and_that_contain_it():
    seen = judged("Ida Moss said that Bo Tran believes that the ferry had sunk.")
    names = "odds of the reading around, class", "odds of the reading inside, class"
    assert [seen["say"][name] for name in names] == [("-", "report"), ("0", "report")]
    assert [seen["believe"][name] for name in names] == [("1", "attitude"), ("-", "attitude")]


@interpreted
def test_of_two_readings_of_the_same_words_each_knows_which_is_likelier():
    document = Extractor().document(Article("Ida Moss said and Bo Tran repeated that it had sunk."))
    scorer = Eager()
    assert [*ClauseReader(document, scorer).candidates()]
    likelier = scorer.readings["repeat"]
    rival = copy.copy(scorer.readings["say"])
    rival.contents = likelier.contents
    assert rival.overlaps(likelier)
    Eager.judge(scorer, document.memo(TokenFeatures), [[rival], [likelier]])
    assert scorer.seen["say"]["alike, odds"] == ("better", "-2")
    assert scorer.seen["repeat"]["alike, odds"] == ("worse", "1")


def test_contents_that_may_end_in_two_places_are_read_twice_the_likelier_first(shipped):
    text = (
        "Ida Moss said the ferry had sunk off Quay Bay, and the council met on Monday in the hall."
    )
    document = Extractor().document(Article(text))
    (cue,) = ClauseReader(document, Weights("shipped", shipped)).proposals()
    one, other = cue
    assert one.main[0] == other.main[0]
    assert one.main[1] != other.main[1]
    assert one.end_lead == -other.end_lead > 0


def test_as_many_numbers_of_a_reading_are_computed_as_are_named(shipped):
    document = Extractor().document(Article(TEXT))
    weights = Weights("shipped", shipped)
    readings = [*ClauseReader(document, weights).proposals()]
    rating = Rating(document.memo(TokenFeatures), readings)
    numbers = [one for cue in rating.numbers(weights.rate(rating)) for one in cue]
    assert numbers
    assert {len(one) for one in numbers} == {len(VERDICT_NUMBERS)}


def test_a_reading_is_judged_by_the_odds_of_what_it_stands_in(shipped):
    text = "Ida Moss said that Bo Tran believes that the ferry had sunk."
    document = Extractor().document(Article(text))
    weights = Weights("shipped", shipped)
    rating = Rating(document.memo(TokenFeatures), [*ClauseReader(document, weights).proposals()])
    odds = weights.rate(rating)
    (said, *_), (believes, *_) = rating.numbers(odds)
    around, inside = map(
        VERDICT_NUMBERS.index, ("odds of the readings around", "odds of the readings inside")
    )
    assert (said[around], said[inside]) == (NONE, odds[1][0])
    assert (believes[around], believes[inside]) == (odds[0][0], NONE)


def test_a_likelier_reading_of_the_same_words_counts_against_another(shipped):
    weights = shipped["acceptance"]["weights"]["alike, odds"]
    assert weights[("better", "0")] < weights[("-", "0")] < 0


def test_only_words_of_the_tables_carry_a_weight_of_their_own(shipped):
    known = Registry(entry_points=False).language("en").memo(Vocabulary).words
    words = {key for key in shipped["cue"]["weights"]["subject head"] if key.islower()}
    assert words
    assert words <= known | {""}


def test_weights_of_other_features_are_an_error_that_says_what_to_do(shipped):
    other = copy.deepcopy(shipped)
    other["meta"]["feature_hash"] = "0" * 16
    brings = Table("en", "reported", {"weights": {"mine": other}}, remove=WITHOUT.remove)
    with pytest.raises(
        LexiconError, match=r"weights 'mine': learned from the features 0000.*train"
    ):
        extractor(brings).extract(TEXT)


def test_two_trainings_at_once_are_an_error(shipped):
    brings = Table("en", "reported", {"weights": {"mine": shipped}})
    with pytest.raises(LexiconError, match=r"several weights, mine, polnear; remove all but one"):
        extractor(brings).extract(TEXT)


def test_weights_of_ones_own_take_the_place_of_the_shipped_ones(shipped):
    brings = Table("en", "reported", {"weights": {"mine": shipped}}, remove=WITHOUT.remove)
    assert found(extractor(brings)) == found(Extractor())


def test_without_weights_patterns_alone_report():
    assert found(extractor(WITHOUT)) == [("the ferry had sunk.", "Ida Moss")]


CLAUSES = Table("en", "clauses", {"that": ["that"]})
"""Clause words, which serve a language without weights."""


def test_weights_serve_their_language_whatever_clause_words_a_plugin_adds():
    assert found(extractor(CLAUSES)) == found(Extractor())


def test_clause_words_serve_a_language_whose_weights_are_gone():
    assert found(extractor(CLAUSES, WITHOUT)) != found(extractor(WITHOUT))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ida Moss said, “", "en"),
        ("said x and„", "en"),
        ("Moss told", "en"),
        ("according to", "en"),
        ("Que, dit Marie, il vienne.", "fr"),
        ("sagte, dass", "de"),
        ("Nach Angaben", "de"),
    ],
)
def test_a_text_may_end_at_any_cue(text, language):
    assert Extractor().extract(Article(text, language=language)).article.text == text


@given(st.lists(st.sampled_from("said told that and by of “ ” „ , . Moss the ferry sank".split())))
def test_any_order_of_words_and_marks_is_read_with_and_without_weights(words):
    text = " ".join(words)
    for each in (SHIPPED, PATTERNS):
        assert all(span.end <= len(text) for q in each.extract(text).quotes for span in q.contents)


SHIPPED, PATTERNS = Extractor(), extractor(WITHOUT)
