"""Cues: the words that may report speech, thought or writing, each with its row of the cue table.

A cue is found by its form alone, whether or not it reports anything where it stands: *said*, *has
repeatedly said*, *pointed out*, *according to*, *was quoted as saying*, the noun *claim*. What it
reports is for plugins to find.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

import attrs

from quotekit.lexicon import Language
from quotekit.models import QuoteMode
from quotekit.morphology import plural, verb_forms
from quotekit.views.tokens import Tokens

Form = Literal["base", "third", "past", "participle", "gerund", "noun", "fixed"]

NOMINAL_TAGS = frozenset(("NOUN", "PROPN", "ADJ"))
PREDICATIVE = frozenset(("ADJ", "VBN", "VBD", "VBG"))
"""Tags of expressions that take auxiliaries: *was critical of*."""
RELATIVES = frozenset(("which", "what", "that", "all", "some", "many", "most", "few"))
"""Determiners that may be the whole subject."""
MAX_GROUP = 6
"""How many words of a verb group may stand before its verb."""


@attrs.frozen
class CueRow:
    """One row of the cue table.

    Attributes:
        lemma: The base form: *say*, *point out*, *according to*.
        pos: ``verb``, ``noun`` or ``expression``.
        kind: The row's class: report, manner, writing, ask, command, commit, judge, attitude,
            support, document, seem.
        frames: Where the contents may stand.
        mode: Speech, thought or writing.
        ambiguous: Whether the table gives a sentence in which the word reports nothing.
    """

    lemma: str
    pos: Literal["verb", "noun", "expression"]
    kind: str
    frames: frozenset[str]
    mode: QuoteMode
    ambiguous: bool = False


class Cue(NamedTuple):
    """A word or group of words in the text that may report something.

    Attributes:
        first: Index of its first token, auxiliaries and adverbs included: *has repeatedly said*.
        last: Index of its last token.
        head: Index of the verb, the noun, or the first word of the expression.
        row: What the table knows of it.
        form: The form of its head.
        passive: Whether a form of *be* makes it passive.
        negated: Whether it is denied: *did not say*.
    """

    first: int
    last: int
    head: int
    row: CueRow
    form: Form
    passive: bool = False
    negated: bool = False


class _Entry(NamedTuple):
    row: CueRow
    form: Form
    tail: tuple[str, ...]


class CueLexicon:
    """The cue table of one language, ready for look-up.

    Attributes:
        rows: All rows.
        entries: First word → entries, those with the longer tail first.
        idioms: First word → phrases whose verb reports nothing: *needless to say*.
    """

    __slots__ = (
        "adverbs",
        "auxiliaries",
        "determiners",
        "entries",
        "idioms",
        "negations",
        "passive",
        "perfect",
        "rows",
    )

    def __init__(self, language: Language) -> None:
        table = language.table("cues")
        modes: Mapping[str, str] = table.get("classes", {})
        groups: Mapping[str, list[str]] = table.get("groups", {})
        self.auxiliaries = frozenset(groups.get("auxiliaries", ()))
        self.passive = frozenset(groups.get("passive", ()))
        self.perfect = frozenset(groups.get("perfect", ()))
        self.negations = frozenset(groups.get("negations", ()))
        self.adverbs = frozenset(groups.get("adverbs", ()))
        self.determiners = frozenset(groups.get("determiners", ()))
        self.idioms: dict[str, list[tuple[str, ...]]] = {}
        for idiom in groups.get("idioms", ()):
            phrase = tuple(idiom.split())
            self.idioms.setdefault(phrase[0], []).append(phrase)
        self.rows: list[CueRow] = []
        found: dict[str, list[_Entry]] = {}
        for section, spell in (("verbs", _verb), ("nouns", _noun), ("expressions", _expression)):
            for lemma, data in table.get(section, {}).items():
                mode = QuoteMode(data.get("mode") or modes.get(data["class"], "speech"))
                pos: Any = section[:-1]
                row = CueRow(
                    lemma, pos, data["class"], frozenset(data["frames"]), mode, "not" in data
                )
                self.rows.append(row)
                for form, words in spell(lemma, data):
                    first, *tail = words.split()
                    entry = _Entry(row, form, tuple(tail))
                    if entry not in found.setdefault(first, []):
                        found[first].append(entry)
        self.entries: dict[str, tuple[_Entry, ...]] = {
            word: tuple(sorted(entries, key=lambda e: -len(e.tail)))
            for word, entries in found.items()
        }


def _verb(lemma: str, data: Mapping[str, Any]) -> Iterable[tuple[Form, str]]:
    if "forms" in data:  # a language whose verbs are spelled out
        yield from (("past", form) for form in data["forms"])
        return
    head, _, rest = lemma.partition(" ")
    forms = verb_forms(head, data.get("past", ()))
    rest = rest and " " + rest
    yield "past", forms.past + rest
    yield "participle", forms.participle + rest
    yield "third", forms.third + rest
    yield "gerund", forms.gerund + rest
    yield "base", head + rest


def _noun(lemma: str, data: Mapping[str, Any]) -> Iterable[tuple[Form, str]]:
    yield "noun", lemma
    yield "noun", data.get("plural") or plural(lemma)


def _expression(lemma: str, _: Mapping[str, Any]) -> Iterable[tuple[Form, str]]:
    yield "fixed", lemma


def find_cues(tokens: Tokens, tags: Sequence[str], language: Language) -> tuple[Cue, ...]:
    """Return all cues in text order; no two share a head.

    Args:
        tokens: The tokens.
        tags: Their parts of speech, or empty strings where unknown.
        language: Brings the table *cues*.
    """
    lexicon = language.memo(CueLexicon)
    entries = lexicon.entries
    if not entries:
        return ()
    lowers = tokens.lowers
    found: list[Cue] = []
    past = -1
    for i, word in enumerate(lowers):
        if word in lexicon.idioms:
            for words in lexicon.idioms[word]:
                if tuple(lowers[i : i + len(words)]) == words:
                    past = max(past, i + len(words) - 1)
        if word in entries and i > past:
            entry = _choose(entries[word], lexicon, lowers, tags, i)
            if entry is not None:
                cue = _group(entry, lexicon, lowers, tags, i)
                found.append(cue)
                past = cue.last
    return tuple(found)


def _choose(
    entries: tuple[_Entry, ...],
    lexicon: CueLexicon,
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
) -> _Entry | None:
    """Return the longest entry whose words and part of speech fit."""
    nominal = _nominal(entries, lexicon, lowers, tags, i)
    fallback = None
    for entry in entries:
        if entry.tail and tuple(lowers[i + 1 : i + 1 + len(entry.tail)]) != entry.tail:
            continue
        if entry.form == "fixed" and (entry.tail or not nominal or tags[i] == "ADJ"):
            return entry
        if (entry.form == "noun") == nominal and entry.form != "fixed":
            if entry.form != "past" or not tags[i].startswith("VBN"):
                return entry
            fallback = fallback or entry
    return fallback


def _nominal(
    entries: tuple[_Entry, ...],
    lexicon: CueLexicon,
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
) -> bool:
    """Tell whether a noun stands at *i*: by its tag, or else by the word before it.

    A verb that is no noun as well is a verb whatever its tag; but a capitalized base form is a
    name.
    """
    verbs = [entry.form for entry in entries if entry.row.pos == "verb"]
    if verbs and not any(entry.row.pos == "noun" for entry in entries):
        if tags[i] == "NOUN" and verbs[0] in ("base", "third"):
            left = tags[i - 1] in ("DET", "POS") and lowers[i - 1] not in RELATIVES
            return i > 0 and left  # addressed the state
        return tags[i] == "PROPN" and verbs[0] == "base"
    if tags[i]:
        return tags[i] in NOMINAL_TAGS
    return i > 0 and lowers[i - 1] in lexicon.determiners


def _group(
    entry: _Entry, lexicon: CueLexicon, lowers: Sequence[str], tags: Sequence[str], i: int
) -> Cue:
    """Take in the auxiliaries, adverbs and negations before a verb."""
    last = i + len(entry.tail)
    form = entry.form
    if form == "noun" or (form == "fixed" and tags[i] not in PREDICATIVE):
        return Cue(i, last, i, entry.row, form)
    first = j = i
    passive = perfect = negated = False
    while j > 0 and i - j < MAX_GROUP:
        word = lowers[j - 1]
        if word in lexicon.auxiliaries:
            first = j - 1
            if not passive and not perfect and form != "gerund":
                passive = word in lexicon.passive
                perfect = word in lexicon.perfect
        elif not (word in lexicon.adverbs or word in lexicon.negations or word.endswith("ly")):
            break
        j -= 1
        negated = negated or word in lexicon.negations
    if form in ("past", "participle"):
        form = "participle" if passive or perfect else form
    negated = negated and first < i
    return Cue(first, last, i, entry.row, form, passive and form == "participle", negated)
