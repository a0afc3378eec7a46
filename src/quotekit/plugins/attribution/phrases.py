"""Phrases: noun phrases by capitals and small words, for languages whose mentions nobody finds.

English mentions come from :attr:`.Document.mentions`. Where a language brings a table *phrases*, or a
quotation stands in marks of another language than the article's, this module reads the words around
the cue: *sagte Wirtin Heike Sommer*, *a expliqué le juge, Paul Morin*.
"""

from __future__ import annotations

import attrs

from quotekit.document import Document
from quotekit.lexicon import Language
from quotekit.models import Mention, MentionKind
from quotekit.spans import Span
from quotekit.views.tokens import Tokens

LONGEST = 18
FARTHEST = 60
CLAUSE_STARTS = frozenset(':;“”»«"')
SUBJECT_PARTICLES = "はがも"
POSSESSIVE_PARTICLE = "の"


@attrs.frozen
class PhraseWords:
    """The small words of a language's noun phrases.

    Attributes:
        determiners: Words that open a phrase.
        linking: Words inside one: *der Sprecher der Polizei*.
        pronouns: Words that are one.
        roles: Endings of nouns for offices, which are no names though they have capitals.
        adverbs: Words that may stand between verb and subject.
        fronting: Words that open a clause whose subject follows the verb.
        auxiliaries: Verbs beside which a participle ends the clause: *hatte X … gesagt*.
    """

    determiners: frozenset[str]
    linking: frozenset[str]
    pronouns: frozenset[str]
    roles: tuple[str, ...]
    adverbs: frozenset[str]
    fronting: frozenset[str]
    auxiliaries: frozenset[str]


def words_of(language: Language) -> PhraseWords:
    """Build the look-up sets from the table *phrases*."""
    table = language.table("phrases")

    def words(key: str) -> list[str]:
        return str(table.get(key, "")).split()

    return PhraseWords(
        frozenset(words("determiners")),
        frozenset(words("linking")),
        frozenset(words("pronouns")),
        tuple(words("roles")),
        frozenset(words("adverbs")),
        frozenset(words("fronting")),
        frozenset(language.table("cues").get("groups", {}).get("auxiliaries", ())),
    )


def subject_phrase(
    document: Document, verb: tuple[int, int], bounds: tuple[int, int]
) -> Mention | None:
    """Return the subject of a verb in an untagged clause.

    Args:
        document: The document.
        verb: First and last token of the verb.
        bounds: First token of the clause and the one behind it.
    """
    words = document.language.memo(words_of)
    texts, lowers = document.tokens.texts, document.tokens.lowers
    first, stop = bounds
    for i in range(verb[0] - 1, max(first, verb[0] - FARTHEST), -1):
        if texts[i] in CLAUSE_STARTS:
            first = i + 1
            break
    while first < verb[0] and not texts[first][0].isalnum():
        first += 1
    for i in range(verb[0] - 1, max(first, verb[0] - LONGEST) - 1, -1):
        if lowers[i] in words.auxiliaries:  # hatte X in einem Gespräch gesagt
            if i == first or lowers[first] in words.fronting:
                return phrase_behind(document, i + 1, verb[0])
            return phrase_before(document, first, i)
    behind = phrase_behind(document, verb[1] + 1, stop)
    if lowers[first] in words.fronting or first >= verb[0]:
        return behind
    if texts[verb[0] - 1] == "," and behind is not None:
        return behind
    return phrase_before(document, first, verb[0]) or behind


def phrase_behind(document: Document, i: int, stop: int) -> Mention | None:
    """Return the noun phrase that begins at token *i*, or behind an adverb there."""
    tokens = document.tokens
    words = document.language.memo(words_of)
    while i < stop and tokens.lowers[i] in words.adverbs:
        i += 1
    if i < stop and tokens.lowers[i] in words.pronouns:
        return Mention(tokens.span(i), MentionKind.PRONOUN)
    last, lower, j = -1, 0, i
    while j < min(stop, i + LONGEST):
        word, low = tokens.texts[j], tokens.lowers[j]
        if word[0].isupper() or (word[0].isdigit() and last >= 0):
            last = j
        elif low in words.determiners or low in words.linking:
            pass
        elif word[0].isalpha() and tokens.lowers[i] in words.determiners and last < 0:
            lower += 1
            if lower > 4:
                break
            if j + 1 >= stop or not tokens.texts[j + 1][0].isalpha():
                last = j
        elif not (word == "," and last >= 0 and _name_follows(tokens, i, j, stop)):
            break
        j += 1
    return _mention(document, i, last, words) if last >= i else None


def phrase_before(document: Document, first: int, stop: int) -> Mention | None:
    """Return the noun phrase that ends right before token *stop*, over an aside in commas."""
    tokens = document.tokens
    words = document.language.memo(words_of)
    j = stop - 1
    while j >= first and tokens.lowers[j] in words.adverbs:
        j -= 1
    if j > first and tokens.texts[j] == ")":
        j = next((k - 1 for k in range(j - 1, first, -1) if tokens.texts[k] == "("), j)
    if j > first and tokens.texts[j] == ",":
        comma = next((k for k in range(j - 1, first, -1) if tokens.texts[k] == ","), -1)
        j = comma - 1 if comma > first else j - 1
    if j >= first and tokens.lowers[j] in words.pronouns:
        return Mention(tokens.span(j), MentionKind.PRONOUN)
    start, last, lower = -1, j, 0
    while j >= max(first, stop - LONGEST):
        word, low = tokens.texts[j], tokens.lowers[j]
        if low in words.determiners and low not in words.linking:
            start = j
            break
        if word[0].isupper():
            start = j
        elif low in words.linking or low in words.determiners:
            if low in words.determiners:
                start = j
        elif word[0].isalpha() and lower < 4:
            lower += 1
        else:
            break
        j -= 1
    return _mention(document, start, last, words) if 0 <= start <= last else None


def topic_before(document: Document, first: int, stop: int) -> Mention | None:
    """Return the subject of text without blanks: *市長の田村誠は* has the name 田村誠."""
    tokens = document.tokens
    for i in range(stop - 1, first - 1, -1):
        word = tokens.texts[i]
        if len(word) > 1 and word[-1] in SUBJECT_PARTICLES:
            span = Span(tokens.starts[i], tokens.ends[i] - 1)
            name = tokens.starts[i] + word.rfind(POSSESSIVE_PARTICLE) + 1
            kind = MentionKind.NAME
            return Mention(span, kind, name=Span(name, span.end) if name < span.end else span)
    return None


def _name_follows(tokens: Tokens, i: int, comma: int, stop: int) -> bool:
    """Tell whether an apposition with a name follows the comma: *la maire, Léa Roux*."""
    named = any(tokens.texts[k][0].isupper() for k in range(i, comma))
    two = comma + 2 < stop and tokens.texts[comma + 2][0].isupper()
    return comma + 1 < stop and tokens.texts[comma + 1][0].isupper() and (two or not named)


def _mention(document: Document, first: int, last: int, words: PhraseWords) -> Mention:
    """Make a mention; its name is the first run of two capitals that are no role, else the last."""
    tokens = document.tokens
    runs: list[list[int]] = []
    for i in range(first, last + 1):
        name = tokens.texts[i][0].isupper() and not _is_role(tokens.lowers[i], words)
        if name and runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        elif name:
            runs.append([i])
    span = tokens.span(first, last)
    if not runs:
        return Mention(span, MentionKind.NOMINAL)
    run = next((run for run in runs if len(run) > 1), runs[-1])
    return Mention(span, MentionKind.NAME, name=tokens.span(run[0], run[-1]))


def _is_role(word: str, words: PhraseWords) -> bool:
    return bool(words.roles) and word.endswith(words.roles)
