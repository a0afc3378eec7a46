"""Open cues: verbs and nouns that no row lists, with a clause of somebody who can speak.

*Moss bellyached that C* · *the tenant’s whinge that C*. What only makes true or has as its result
what the clause says (*ensured that C*) is listed among the words that are silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from quotekit._plugins.quotes.indirect.patterns.nominal import possessor
from quotekit._plugins.quotes.indirect.patterns.predicates import opens_clause
from quotekit._plugins.quotes.indirect.patterns.tagged_clauses import clause_at
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.lexicon import Language
from quotekit.models import Mention, MentionKind, SpeakerKind
from quotekit.syntax._cues import UNLISTED, Cue, CueLexicon
from quotekit.syntax._morphology import Inflection

OPEN_VERB: Final = attrs.evolve(UNLISTED, frames=frozenset(("clause", "direct")))
OPEN_NOUN: Final = attrs.evolve(UNLISTED, pos="noun", frames=frozenset(("clause",)))
VERBS: Final = frozenset(("VBD", "VBZ", "VERB", "VBN"))
SUBJECTS: Final = frozenset(("DET", "PRON", "PROPN", "NUM"))
"""Tags that a subject begins with: a noun alone has *that* for its determiner."""
SPEAKERS: Final = frozenset((SpeakerKind.PERSON, SpeakerKind.ORGANIZATION, SpeakerKind.GROUP))


class Silent:
    """Words that take a clause and report nothing, in all their forms: *ensure*, *fact*."""

    def __init__(self, language: Language) -> None:
        inflection = language.memo(Inflection)
        self.verbs = {
            form
            for verb in language.words("cues", "groups", "unspoken_verbs")
            for form in (verb, *inflection.verb(verb, ()))
        }
        nouns = language.words("cues", "groups", "unspoken_nouns")
        self.endings = tuple(language.words("cues", "groups", "spoken_endings"))
        self.nouns = {form for noun in nouns for form in (noun, inflection.plural(noun))}


def open_cues(features: TokenFeatures, inside: range) -> Iterator[tuple[Cue, int]]:
    """Yield verbs and nouns of a sentence that no row lists, each with the *that* of its clause."""
    first = inside.start
    if features.thats[first] == features.thats[inside.stop]:
        return
    document = features.document
    cues = document.cues_in(features.starts[first], features.ends[inside.stop - 1])
    listed = {i for cue in cues for i in range(cue.first, cue.last + 1)}
    silent = document.language.memo(Silent)
    for that in range(first + 1, inside.stop):
        if not features.is_that[that]:
            continue
        head = that - 1
        while head > first and features.tags[head] == "ADV":
            head -= 1
        if head in listed or not _begins_clause(features, that + 1):
            continue
        cue = _verb(features, head, silent) or _noun(features, head, silent)
        if cue is not None:
            yield cue, that


def _begins_clause(features: TokenFeatures, i: int) -> bool:
    """Return whether a subject and its verb begin at *i*; not *missed that deadline*."""
    last = features.bounds(i)[1]
    return features.tags[i] in SUBJECTS and clause_at(features, i, last)


def _verb(features: TokenFeatures, head: int, silent: Silent) -> Cue | None:
    """Return a verb as a cue whose subject can speak: *Moss* (*has*) *bellyached*."""
    perfect = features.tags[head] == "VBN"
    if not (perfect or features.verbal[head]) or features.tags[head] not in VERBS:
        return None
    if features.lowers[head] in silent.verbs:
        return None
    lexicon = features.document.language.memo(CueLexicon)
    first, beside = head, lexicon.perfect | lexicon.adverbs
    while first > 0 and features.lowers[first - 1] in beside:
        if features.lowers[first - 1] in lexicon.negations:
            return None
        first -= 1
    start = features.mention_ending(first - 1)
    if start is None or (perfect and first == head):
        return None
    opens = start <= features.bounds(head)[0] or opens_clause(features, start - 1)
    if not (opens or start - 1 in features.cues or features.is_that[start - 1]):
        return None
    if not _speaks(features, start):
        return None
    return Cue(first, head, head, OPEN_VERB, "past", features.document.tokens.span(first, head))


def _noun(features: TokenFeatures, head: int, silent: Silent) -> Cue | None:
    """Return a noun as a cue whose owner can speak: *her whinge*, *the tenant’s whinge*."""
    word = features.lowers[head]
    if features.tags[head] != "NOUN" or not word.endswith(silent.endings) or word in silent.nouns:
        return None
    cue = Cue(head, head, head, OPEN_NOUN, "noun", features.document.tokens.span(head))
    owner = possessor(features, cue, features.bounds(head)[0])
    return cue if owner is not None and _speaks(features, owner[0]) else None


def _speaks(features: TokenFeatures, start: int) -> bool:
    """Return whether the mention that begins at *start* can speak."""
    if features.lowers[start] in features.words.possessives:
        return True
    at = features.starts[start]
    found = features.document.mentions_in(at, at + 1)
    return any(mention.span.start == at and _can_speak(mention, features) for mention in found)


def _can_speak(mention: Mention, features: TokenFeatures) -> bool:
    """Return whether a mention names persons or bodies, or is a pronoun for them: *she*."""
    if mention.kind is MentionKind.PRONOUN:
        return mention.span.slice(features.document.text).lower() in features.words.nominatives
    named = mention.kind is MentionKind.NAME and mention.entity is None
    return named or mention.entity in SPEAKERS
