"""Find the cues of a text: words of the cue table, in the form and company that it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotekit.lexicon import Language
from quotekit.syntax._cues import Cue, CueEntry, CueLexicon
from quotekit.syntax._tokens import Tokens

NOMINAL_TAGS: Final = frozenset(("NOUN", "PROPN", "ADJ"))
PREDICATIVE: Final = frozenset(("ADJ", "VBN", "VBD", "VBG"))
"""Tags of expressions that take auxiliaries: *was critical of*."""
MAX_AGENT: Final = 8
"""*as saying* stands no farther after its verb: *was quoted by the Post as saying*."""
PARTICLE_REACH: Final = 40
"""A particle stands no more tokens after its verb."""
APPOSITION: Final = 14
"""An apposition between a verb and its particle has no more tokens."""
OPENING_SIGNS: Final = frozenset('.!?:…„“”»«"–—')
"""A word after one of these has a capital of its place."""
OPENING_MARKS: Final = frozenset('«“„"')
"""Marks that open a quotation."""
MAX_GROUP: Final = 6
"""How many words of a verb group may stand before its verb."""


def find_cues(tokens: Tokens, tags: Sequence[str], language: Language) -> tuple[Cue, ...]:
    """Return all cues in text order; no two share a head.

    Args:
        tokens: The tokens.
        tags: Their parts of speech, or empty strings where unknown.
        language: Brings the table *cues*.
    """
    lexicon = language.memo(CueLexicon)
    forms = lexicon.forms
    if not forms:
        return ()
    lowers, tags = tokens.lowers[: len(tokens)], list(tags)  # plain lists are faster
    idioms = lexicon.idioms
    found: list[Cue] = []
    past = -1
    opens = lexicon.opens
    for i, word in [(i, w) for i, w in enumerate(lowers) if w in opens or "-" in w]:
        if word in idioms:
            for words in idioms[word]:
                if tuple(lowers[i : i + len(words)]) == words:
                    past = max(past, i + len(words) - 1)
        if word not in forms and "-" in word:
            word = lexicon.without_enclitics(word)  # disse-nos
        if word in forms and i > past:
            fitting = lexicon.entries(word)
            if lexicon.capital_nouns and tokens.texts[i][0].isupper() and i:
                fitting = _small_enough(fitting, tokens, i)
            entry = _choose(fitting, lexicon, lowers, tags, i)
            if entry is not None and "leading" in entry.row.frames and not _leads(tokens, i):
                entry = None
            if entry is not None:
                cue = _group(entry, lexicon, tokens, tags, i)
                found.append(cue)
                past = cue.last
    return tuple(found)


def _leads(tokens: Tokens, i: int) -> bool:
    """Return whether a word leads a full name at the start of a sentence, and marks follow it.

    *Pour Marie Lenoir, « C »*; not *Il vote pour Marie Lenoir*, nor *Pour Lens, la gare ferme*.
    """
    texts = tokens.texts
    opens = texts[i][0].isupper() and (i == 0 or texts[i - 1] in OPENING_SIGNS)
    if not opens or i + 3 >= len(texts) or not (texts[i + 1][0] + texts[i + 2][0]).isupper():
        return False
    commas = (k for k in range(i + 3, min(len(texts) - 1, i + APPOSITION)) if texts[k] in ",.")
    return any(texts[k] == "," and texts[k + 1] in OPENING_MARKS for k in commas)


def _choose(
    entries: tuple[CueEntry, ...],
    lexicon: CueLexicon,
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
) -> CueEntry | None:
    """Return the longest entry whose words and part of speech fit."""
    following = lowers[i + 1] if i + 1 < len(lowers) else ""
    agent = following in lexicon.small.agents
    nominal = fallback = None
    for entry in entries:
        tail = entry.tail
        if tail and (
            (tail[0] != following and not agent) or _tail(tail, lexicon, lowers, i) is None
        ):
            continue
        particle = entry.row.particle
        if particle and not _with_particle(particle, lexicon.clause_ends, lowers, i):
            continue
        if nominal is None:  # most words of *in the words of* begin nothing
            nominal = _nominal(entries, lexicon, lowers, tags, i)
        if entry.form == "fixed" and (entry.tail or not nominal or tags[i] == "ADJ"):
            return entry
        if (entry.form == "noun") == nominal and entry.form != "fixed":
            if entry.form != "past" or not tags[i].startswith("VBN"):
                return entry
            fallback = fallback or entry
    return fallback


def _tail(tail: tuple[str, ...], lexicon: CueLexicon, lowers: Sequence[str], i: int) -> int | None:
    """Return where an entry of several words ends that begins at *i*.

    An agent may stand inside *quoted as saying*: *quoted by the Post as saying*.
    """
    following = lowers[i + 1] if i + 1 < len(lowers) else ""
    agent = following in lexicon.small.agents and tail[0] in lexicon.small.as_saying
    stop = i + MAX_AGENT if agent else i + 2
    if following != tail[0] and stop == i + 2:
        return None
    for k in range(i + 1, stop):
        if tuple(lowers[k : k + len(tail)]) == tail:
            return k + len(tail) - 1
    return None


def _small_enough(entries: tuple[CueEntry, ...], tokens: Tokens, i: int) -> tuple[CueEntry, ...]:
    """Return what a word with a capital may be where nouns have one: *Angaben* is no verb."""
    opens = tokens.texts[i - 1] in OPENING_SIGNS
    return tuple(
        entry
        for entry in entries
        if entry.row.pos != "verb"
        or (opens and not tokens.lowers[i].startswith(entry.row.particle or "\0"))
    )


def _with_particle(
    particle: str, clause_ends: frozenset[str], lowers: Sequence[str], i: int
) -> bool:
    """Return whether a verb has its particle: *mitteilte*, *bekannt gab*, *teilte gestern mit*."""
    if lowers[i].startswith(particle) or (i and lowers[i - 1] == particle):
        return True
    for j in range(i + 1, min(len(lowers), i + PARTICLE_REACH)):
        if lowers[j] in clause_ends:
            return lowers[j - 1] == particle or _after_apposition(particle, lowers, j)
    return i + PARTICLE_REACH >= len(lowers) and lowers[len(lowers) - 1] == particle


def _after_apposition(particle: str, lowers: Sequence[str], comma: int) -> bool:
    """Return whether a particle is alone after an apposition: *gab die Wirtin, Uta Loh, bekannt*."""
    if lowers[comma] != ",":
        return False
    reach = range(comma + 2, min(len(lowers) - 2, comma + APPOSITION))
    closing = next((k for k in reach if lowers[k] == ","), -1)
    return closing > 0 and lowers[closing + 1] == particle and lowers[closing + 2] in ",:."


def _nominal(
    entries: tuple[CueEntry, ...],
    lexicon: CueLexicon,
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
) -> bool:
    """Return whether a noun stands at *i*: by its tag, or else by the word before it.

    A verb that is no noun as well is a verb whatever its tag; but a capitalized base form is a
    name, and so is a capitalized *-ing* after another.
    """
    verb = ""
    for entry in entries:
        if entry.row.pos == "noun":
            verb = ""
            break
        if entry.row.pos == "verb":
            verb = verb or entry.form
    if verb:
        if tags[i] == "NOUN" and verb in ("base", "third"):
            left = (
                tags[i - 1] in ("DET", "POS") and lowers[i - 1] not in lexicon.small.whole_subjects
            )
            return i > 0 and left  # addressed the state
        named = verb == "gerund" and i > 0 and tags[i - 1] == "PROPN"  # Milo Banning
        return tags[i] == "PROPN" and (verb == "base" or named)
    if tags[i]:
        return tags[i] in NOMINAL_TAGS
    return i > 0 and lowers[i - 1] in lexicon.determiners


def _group(
    entry: CueEntry, lexicon: CueLexicon, tokens: Tokens, tags: Sequence[str], i: int
) -> Cue:
    """Take in the auxiliaries, adverbs and negations before a verb."""
    lowers = tokens.lowers
    found = _tail(entry.tail, lexicon, lowers, i) if entry.tail else i
    last = i if found is None else found
    form = entry.form
    if form == "noun" or (form == "fixed" and tags[i] not in PREDICATIVE):
        return Cue(i, last, i, entry.row, form, tokens.span(i, last))
    first = j = i
    passive = perfect = negated = False
    while j > 0 and i - j < MAX_GROUP:
        word = lowers[j - 1]
        if word in lexicon.auxiliaries:
            first = j - 1
            if not passive and not perfect and form != "gerund":
                passive = word in lexicon.passive
                perfect = word in lexicon.perfect
        elif not (
            word in lexicon.adverbs
            or word in lexicon.negations
            or word.endswith(lexicon.adverb_endings)
        ):
            break
        j -= 1
        negated = negated or word in lexicon.negations
    if form in ("past", "participle"):
        form = "participle" if passive or perfect else form
    negated = negated and first < i
    span, passive = tokens.span(first, last), passive and form == "participle"
    return Cue(first, last, i, entry.row, form, span, passive, negated)
