"""Vetoes: what looks like a report by its words and is none, whatever the weights say.

Each is a kind of its own, with a sentence it stops and one that it lets pass.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from quotekit._plugins.quotes.indirect.candidates import Ranges
from quotekit._plugins.quotes.indirect.nouns import Nouns
from quotekit._plugins.quotes.indirect.token_features import (
    TokenFeatures,
    quotes_in,
    row_takes_clauses,
)
from quotekit.models import QuoteMode, SpeakerKind
from quotekit.syntax._cues import Cue, CueRow
from quotekit.syntax._signs import QUOTE_MARKS
from quotekit.syntax._tags import FINITE, NOUNS

SHORT: Final = 4
"""Shorter words may stand in small letters in a title: *of*, *the*."""
VERBAL: Final = FINITE | {"VERB", "VBN", "VBG", "PART", "SCONJ"}
FUNCTION_WORDS: Final = frozenset(("PRON", "DET", "SCONJ"))
SPOKEN: Final = frozenset(("clause", "direct"))
"""Frames of a verb that says what somebody says."""
Veto = Callable[[TokenFeatures, Cue, Ranges], bool]
OfRow = Callable[[CueRow], bool]


def imperative(features: TokenFeatures, cue: Cue) -> bool:
    """Stop *Say no now.*, let *They say no* pass."""
    if cue.form != "base" or cue.row.pos != "verb" or cue.first < cue.head:
        return False
    first, _ = features.bounds(cue.head)
    return cue.first == first


def impersonal(features: TokenFeatures, cue: Cue) -> bool:
    """Stop *It is said to bite*, let *The mare is said to bite* pass."""
    if cue.row.pos != "verb" or not cue.first:
        return False
    following = features.lowers[cue.last + 1] if cue.last + 1 < features.size else ""
    if following not in features.words.infinitive:
        return False
    if cue.passive:
        return features.lowers[cue.first - 1] in features.words.expletives
    return cue.row.lemma in features.words.no_infinitives


def attribute(features: TokenFeatures, cue: Cue) -> bool:
    """Stop *The said tenant left*, let *All said the tenant left* pass."""
    i = cue.head
    if cue.form not in ("past", "participle") or not 0 < i == cue.first < features.size - 1:
        return False
    before = features.lowers[i - 1]
    if before in features.words.articles:
        return True
    article = features.tags[i - 1] == "DET" and before not in features.words.quantifiers
    return article and features.tags[i + 1] in NOUNS


def bare_noun(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *She added sugar* and *They told nobody*, let *They told Ida the baths had closed* pass."""
    if cue.passive or len(contents) > 1 or contents[0][0] < cue.last:
        return False
    start, end = cue.last + 1, contents[0][1]
    if (
        features.in_quotes[end] != features.in_quotes[cue.head]
        or features.lowers[start] in QUOTE_MARKS
    ):
        return False
    return not has_verb(features, start, end)


def addressee(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *He must report to the station* and *She answered Max Orr*: these only listen."""
    start, end = contents[0]
    if start == cue.last + 1 and not cue.passive and cue.row.frames >= SPOKEN:
        return _is_name(features, start, end)
    before = features.shapes[start - 1]
    if start <= cue.last + 1 or before not in features.words.infinitive:
        return False
    return before not in cue.row.frames and not has_verb(features, start, end)


def known(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *Bo knows French*, let *Bo knows the harbour is deep* pass: a name alone is no thought."""
    start, end = contents[0]
    if cue.passive or len(contents) > 1 or start != cue.last + 1:
        return False
    return _is_name(features, start, end)


def _is_name(features: TokenFeatures, start: int, end: int) -> bool:
    """Return whether a stretch is nothing but a name."""
    for i in range(start, end + 1):  # noqa: SIM110 - the first word tells: no generator
        if features.tags[i] != "PROPN":
            return False
    return True


def asked(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *Police questioned two men*, let *They questioned the need* pass: people are asked."""
    start, end = contents[0]
    if len(contents) > 1 or start != cue.last + 1 or cue.passive:
        return False
    at = features.starts[start]
    people = any(
        mention.span.start == at
        and mention.entity in (SpeakerKind.PERSON, SpeakerKind.GROUP)
        and features.tags[features.document.tokens.after(mention.span.end)] != "POS"
        for mention in features.document.mentions_in(at, at + 1)
    )
    return people and not has_verb(features, start, end)


def other_sense(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *She saw a heron*: a verb of two senses needs contents that can be said or thought."""
    start, end = contents[0]
    if len(contents) > 1:
        return False
    if cue.passive and end < cue.first and cue.row.frames == {"direct"}:
        return True  # an aria was sung
    if has_verb(features, start, end) or features.in_quotes[end] != features.in_quotes[cue.head]:
        return False
    if end < cue.first:  # *The door slammed*, *She was expected at noon*
        return True
    before = features.shapes[start - 1]
    words = features.words
    infinitive = features.tags[start] == "PART" and features.shapes[start] in words.infinitive
    if infinitive or before in words.complementizers:
        return False
    if features.tags[start - 1] == "ADP" and before not in cue.row.frames and start > cue.last + 1:
        return True
    judged = "predicate" in cue.row.frames and features.tags[start + 1] in ("DET", "ADJ")
    if judged and features.tags[start] == "PRON":
        return False  # called him a liar
    head = next((i for i in range(start, end + 1) if _heads(features, i, end)), end)
    sayable = features.document.language.memo(Nouns).sayable
    match_pattern = features.tags[head] == "NOUN" or features.lowers[head].endswith(
        tuple(features.words.reflexive_endings)
    )
    return match_pattern and features.lowers[head] not in sayable


def _heads(features: TokenFeatures, i: int, end: int) -> bool:
    return features.tags[i] in NOUNS and (i == end or features.tags[i + 1] not in NOUNS)


def has_verb(features: TokenFeatures, start: int, end: int) -> bool:
    """Return whether a stretch has a verb, or a word that opens a clause: *the baths had closed*."""
    tags, lowers, topics = features.tags, features.lowers, features.words.topics
    for i in range(start, end + 1):  # noqa: SIM110 - many stretches are asked: no generator
        if tags[i] in VERBAL or lowers[i] in topics:
            return True
    return False


def work_title(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *She saw the film “Night Ferry”*: what a verb of thought has in capitals is a title."""
    pair = features.in_quotes[cue.head]
    if not quotes_in(features, contents, pair):
        return False
    texts = features.document.tokens.texts
    marked = [
        texts[i]
        for start, end in contents
        for i in range(start, end + 1)
        if features.in_quotes[i] not in (0, pair) and texts[i][0].isalpha()
    ]
    return bool(marked) and all(word[0].isupper() or len(word) < SHORT for word in marked)


def function_word(features: TokenFeatures, _: Cue, contents: Ranges) -> bool:
    """Stop *He did not dispute it* and *which they call a retreat*: one such word says nothing.

    But whom somebody is for is told by a pronoun alone: *Both papers endorsed her*.
    """
    start, end = contents[0]
    return len(contents) == 1 and start == end and features.tags[start] in FUNCTION_WORDS


def manner(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *She answered first* and *He asked again and left*, let *She answered maybe* pass."""
    start, end = contents[0]
    low, words = features.lowers[start], features.words
    tells = features.tags[start] == "ADV" or low in words.orders
    if not tells or low in words.answers or len(contents) > 1 or start <= cue.last:
        return False
    ends = start == end or features.tags[start + 1] in ("CCONJ", "PUNCT")
    return ends and features.tags[start + 2] not in ("ADV", "ADJ")  # first and foremost


def unvoiced(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *Old Bert Hollis wept*: a verb of manner needs marks or a clause."""
    pair = features.in_quotes[cue.head]
    return not any(
        features.verbal[i] or features.in_quotes[i] not in (0, pair)
        for start, end in contents
        for i in range(start, end + 1)
    )


def wrong_preposition(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *They feared for their jobs*, let *They called for calm* pass.

    The preposition after a verb must be one that leads what it reports, also after the agent
    of a passive: stop *He was shouted down by boys in the hall*.
    """
    start, end = contents[0]
    if len(contents) > 1 or start <= cue.last + 1:
        return False
    by_agent = cue.passive and features.lowers[cue.last + 1] in features.words.agents
    if not by_agent and (cue.passive or start != cue.last + 2):
        return False
    if features.tags[start - 1] != "ADP" or features.lowers[start - 1] in cue.row.frames:
        return False
    verbal = any(features.tags[i] in VERBAL for i in range(start, end + 1))
    return not verbal and features.in_quotes[end] == features.in_quotes[cue.head]


def noun_reports(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *The idea that C* for *was proposed by Tran*: it is the noun that reports C."""
    start, end = contents[0]
    raised = cue.passive and features.lowers[cue.head] in features.words.raises
    if not raised or end >= cue.first:
        return False
    thats = (i for i in range(start + 1, end) if features.is_that[i])
    that = next(thats, -1)
    return that > 0 and features.tags[that - 1] == "NOUN" and that - 1 in features.cues


def fronted_participle(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *Asked if he knew, Moss said no* for *said*: a participle leads in to what is said."""
    start, end = contents[0]
    if end >= cue.first or len(contents) > 1 or start != features.bounds(cue.head)[0]:
        return False
    leads = features.tags[start] == "VBN" or features.lowers[start] in features.words.led_in
    return leads and start in features.cues and features.lowers[end + 1] == ","


def delegated_to_participle(features: TokenFeatures, _: Cue, contents: Ranges) -> bool:
    """Stop *He hit back, saying C* for *hit back*: it is *saying* that reports C."""
    start = contents[0][0]
    return (
        start in features.cues
        and features.tags[start] == "VBG"
        and features.shapes[start - 1] == ","
    )


def scare_quotes(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *Tenants call the “upgrade” a nuisance*, let *Tenants call the upgrade “a nuisance”* pass."""
    if len(contents) != 1:
        return False
    start, end = contents[0]
    pair = features.in_quotes[cue.head]
    marked = [i for i in range(start, end + 1) if features.in_quotes[i] != pair]
    return bool(marked) and len(marked) <= 2 and marked[-1] < end and features.tags[start] == "DET"


def time_only(features: TokenFeatures, _: Cue, contents: Ranges) -> bool:
    """Stop *It will be certified this Friday*: a time alone is nothing that can be said."""
    moments = features.document.language.memo(Nouns).moments
    for start, end in contents:
        for word in features.lowers[start : end + 1]:
            if word not in moments and word[0].isalnum():
                return False
    return True


def speaks_next(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *Lindh claims* [*Moss*] *told him C*: who is named is the subject of the next report."""
    start, end = contents[0]
    if start <= cue.last or len(contents) > 1:
        return False
    speaks = end + 1 in features.cues and features.verbal[end + 1]
    return speaks and features.mention_starting(start) == end


def evidence(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Stop *Citing* [*harbour records*]*, the Post reported C*: what a fronted participle names."""
    if features.tags[cue.head] != "VBG" or len(contents) > 1:
        return False
    start, end = contents[0]
    first, last = features.bounds(cue.head)
    if cue.first != first:
        return False
    if start != cue.last + 1 or has_verb(features, start, end) or features.lowers[end + 1] != ",":
        return False
    subject = features.mention_starting(end + 2) if end + 2 <= last else None
    return subject is not None and "talks" in features.traits.get(subject + 1, ())


def _is_verb(row: CueRow) -> bool:
    return row.pos == "verb"


def stops_cue(features: TokenFeatures, cue: Cue) -> bool:
    """Return whether a cue reports nothing, whatever stands around it."""
    return imperative(features, cue) or impersonal(features, cue) or attribute(features, cue)


def stops_contents(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Return whether anything stops a report of these contents."""
    for veto in _vetoes(cue.row):  # noqa: SIM110 - every cue comes here: no generator
        if veto(features, cue, contents):
            return True
    return False


ON_CONTENTS: Final[tuple[tuple[Veto, OfRow], ...]] = (
    (bare_noun, lambda row: row_takes_clauses(row) or (_is_verb(row) and "told" in row.frames)),
    (addressee, lambda row: _is_verb(row) and "addresses" in row.traits),
    (known, lambda row: row.mode is QuoteMode.THOUGHT and "clause" in row.frames),
    (asked, lambda row: "asks" in row.traits),
    (other_sense, lambda row: row.ambiguous),
    (delegated_to_participle, lambda _: True),
    (scare_quotes, lambda row: "predicate" in row.frames),
    (work_title, lambda row: "voiced" not in row.traits),
    (time_only, lambda _: True),
    (function_word, lambda row: row.mode is not QuoteMode.THOUGHT or "thinks" in row.traits),
    (manner, lambda _: True),
    (unvoiced, lambda row: "sounds" in row.traits),
    (wrong_preposition, _is_verb),
    (noun_reports, lambda _: True),
    (fronted_participle, lambda _: True),
    (speaks_next, lambda _: True),
    (evidence, lambda _: True),
)
"""What is asked of contents, and for which rows of the cue table."""


@lru_cache(1024)
def _vetoes(row: CueRow) -> tuple[Veto, ...]:
    """Return what is asked of the contents of a row."""
    return tuple(veto for veto, concerns in ON_CONTENTS if concerns(row))
