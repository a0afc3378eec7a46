"""Cues: the words that may report speech, thought or writing, each with its row of the cue table.

A cue is found by its form alone, whether or not it reports anything where it stands: *said*, *has
repeatedly said*, *pointed out*, *according to*, *was quoted as saying*, the noun *claim*. What it
reports is for plugins to find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from sys import intern
from typing import Any, Final, Literal

import attrs

from quotekit._derived import derived
from quotekit.lexicon import Language
from quotekit.models import QuoteMode
from quotekit.syntax._closed_classes import ClosedClasses
from quotekit.syntax._cue import Cue as Cue
from quotekit.syntax._cue import CueEntry as CueEntry
from quotekit.syntax._morphology import Endings, Inflection, spelled_out
from quotekit.syntax._tokens import Tokens

Pos = Literal["verb", "noun", "expression"]
Form = Literal["base", "third", "past", "participle", "gerund", "noun", "fixed"]

Forms = dict[str, list[tuple[int, Form, tuple[str, ...]]]]
MODES: Final = {mode.value: mode for mode in QuoteMode}

VOWELS: Final = frozenset("aeiouhàâéèêëîïôùûyœ")
CLAUSE_ENDS: Final = frozenset(".,;:!?")


def _keys(row: CueRow) -> tuple[str, str]:
    kind = "" if row.pos == "verb" else f"/{row.pos}"
    return intern(row.lemma + kind), intern(row.cue_class + kind)


@attrs.frozen(cache_hash=True)
class CueRow:
    """One row of the cue table.

    Attributes:
        lemma: The base form: *say*, *point out*, *according to*.
        pos: ``verb``, ``noun`` or ``expression``.
        cue_class: The row's class, a row of the table's ``classes``: *report*, *manner*, *ask* …
        frames: Where the contents may stand.
        mode: Speech, thought or writing.
        ambiguous: Whether the table gives a sentence in which the word reports nothing.
        particle: What a verb must have at the end of its clause: *mit* in *teilte gestern mit*.
        traits: What cues of its class do: *talks*, *asks* … (see :doc:`/reference/tables`).
        keys: Lemma and class, nouns and expressions marked as such: what is learned is kept by them.
    """

    lemma: str
    pos: Pos
    cue_class: str
    frames: frozenset[str]
    mode: QuoteMode
    ambiguous: bool = False
    particle: str = ""
    traits: frozenset[str] = frozenset()
    keys: tuple[str, str] = attrs.field(
        init=False, repr=False, eq=False, default=attrs.Factory(_keys, takes_self=True)
    )


UNLISTED: Final = CueRow(
    "",
    "verb",
    "unlisted",
    frozenset(("direct",)),
    QuoteMode.SPEECH,
    traits=frozenset(
        (
            "talks",
            "asserts",
            "says",
            "speaks",
            "addresses",
            "voiced",
            "governs",
            "continues",
            "sounds",
        )
    ),
)
"""What is known of a verb that no table lists: it does what one of manner does."""


def unlisted_cue(tokens: Tokens, first: int, last: int) -> Cue:
    """Return a cue of a verb that no table lists, where only a cue can stand: *“…,” huffed Moss*."""
    return Cue(first, last, first, UNLISTED, "past", tokens.span(first, last))


class CueLexicon:
    """The cue table of one language, ready for look-up.

    Attributes:
        rows: All rows.
        traits: Class of cues → what they do.
        forms: First word → number of the row, form and further words of each of its entries, those
            with the longer tail first.
        enclitics: Pronouns that are written after a verb with a hyphen.
        clause_ends: What a clause with a particle ends before.
        idioms: First word → phrases whose verb reports nothing: *needless to say*.
        opens: The first words of both.
    """

    def __init__(self, language: Language) -> None:
        table = language.table("cues")
        classes: Mapping[str, Mapping[str, Any]] = table.get("classes", {})

        def group(key: str) -> frozenset[str]:
            return frozenset(language.words("cues", "groups", key))

        self.auxiliaries, self.passive, self.perfect = map(
            group, ("auxiliaries", "passive", "perfect")
        )
        self.negations, self.adverbs = group("negations"), group("adverbs")
        self.determiners = group("determiners")
        self.adverb_endings = language.memo(Endings.of).adverb
        self.small = language.memo(ClosedClasses)
        self.capital_nouns = bool(table.get("groups", {}).get("capital_nouns"))
        self.traits = {name: frozenset(row.get("traits", ())) for name, row in classes.items()}
        self.enclitics = group("enclitics")
        conjunctions = {w for key in ("that", "questions") for w in language.words("clauses", key)}
        self.clause_ends = CLAUSE_ENDS | conjunctions  # deelde mee dat
        self.idioms: dict[str, list[tuple[str, ...]]] = {}
        for idiom in language.words("cues", "groups", "idioms"):
            phrase = tuple(idiom.split())
            self.idioms.setdefault(phrase[0], []).append(phrase)
        self.rows: list[CueRow] = []
        for pos, section in SECTIONS.items():
            for lemma, data in table.get(section, {}).items():
                mode = MODES[data.get("mode") or classes[data["class"]]["mode"]]
                row = CueRow(
                    lemma,
                    pos,
                    data["class"],
                    frozenset(data["frames"]),
                    mode,
                    "not" in data,
                    data.get("particle", ""),
                    self.traits[data["class"]],
                )
                self.rows.append(row)
        self.forms: Forms = derived(language, cue_forms)
        self._entries: dict[str, tuple[CueEntry, ...]] = {}
        self.opens = frozenset((*self.forms, *self.idioms))

    def entries(self, word: str) -> tuple[CueEntry, ...]:
        """Return the entries of a word of :attr:`forms`; articles have few of these words."""
        found = self._entries.get(word)
        if found is None:
            rows, forms = self.rows, self.forms[word]
            found = tuple(CueEntry(rows[n], form, tail) for n, form, tail in forms)
            self._entries[word] = found
        return found

    def without_enclitics(self, word: str) -> str:
        """Return a verb without the pronouns that are written after it: *disse* of *disse-nos*."""
        verb, _, pronouns = word.partition("-")
        return verb if self.enclitics.issuperset(pronouns.split("-")) else word


def cue_forms(language: Language) -> Forms:
    """Return, by first words, the rows of the cue table with their forms and further words."""
    table, inflection = language.table("cues"), language.memo(Inflection)
    clitics = language.words("cues", "groups", "clitics")
    rows = ((pos, row) for pos, name in SECTIONS.items() for row in table.get(name, {}).items())
    found: Forms = {}
    particles = []
    for n, (pos, (lemma, data)) in enumerate(rows):
        particles.append(bool(data.get("particle")))
        made = SPELL[pos](lemma, data, inflection)
        for form, words in dict.fromkeys(_with_clitics(made, clitics)):
            first, *tail = words.split()
            found.setdefault(first, []).append((n, form, tuple(tail)))
    for entries in found.values():  # those with the longer tail first
        entries.sort(key=lambda entry: (-len(entry[2]), not particles[entry[0]]))
    return found


def _verb(
    lemma: str, data: Mapping[str, Any], inflection: Inflection
) -> Iterable[tuple[Form, str]]:
    listed = spelled_out(lemma, data, inflection.conjugations)
    if listed:  # a language whose verbs are spelled out
        particle = data.get("particle", "")
        infinitive = lemma if "conjugation" in data else None
        yield from (("base" if form == infinitive else "past", form) for form in listed)
        if particle:  # dass er mitteilte
            yield from (("past", particle + form) for form in listed)
        return
    head, _, rest = lemma.partition(" ")
    forms = inflection.verb(head, tuple(data.get("past", ())))
    rest = rest and " " + rest
    yield "past", forms.past + rest
    yield "participle", forms.participle + rest
    yield "third", forms.third + rest
    yield "gerund", forms.gerund + rest
    yield "base", head + rest


def _with_clitics(
    forms: Iterable[tuple[Form, str]], clitics: Sequence[str]
) -> Iterable[tuple[Form, str]]:
    """Yield forms, those with a vowel in front also after what is written together: *s’exclame*."""
    for form, words in forms:
        yield form, words
        if form != "noun" and words[0] in VOWELS:
            yield from ((form, clitic + words) for clitic in clitics)


def _noun(
    lemma: str, data: Mapping[str, Any], inflection: Inflection
) -> Iterable[tuple[Form, str]]:
    yield "noun", lemma
    yield "noun", data.get("plural") or inflection.plural(lemma)


def _expression(lemma: str, _: object, __: object) -> Iterable[tuple[Form, str]]:
    yield "fixed", lemma


SECTIONS: Final[dict[Pos, str]] = {"verb": "verbs", "noun": "nouns", "expression": "expressions"}
"""Part of speech → where the cue table has its rows."""
SPELL: Final[
    dict[Pos, Callable[[str, Mapping[str, Any], Inflection], Iterable[tuple[Form, str]]]]
] = {
    "verb": _verb,
    "noun": _noun,
    "expression": _expression,
}
