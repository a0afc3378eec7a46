"""Inflection: the forms of an English verb or noun from its lemma, of others by conjugations.

Rules and tables name lemmas; this module spells out what a text shows of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quotekit.lexicon import Language

VOWELS = frozenset("aeiou")


class VerbForms(NamedTuple):
    """The forms of one verb.

    Attributes:
        base: *say*.
        third: *says*.
        past: *said*.
        participle: *said*.
        gerund: *saying*.
    """

    base: str
    third: str
    past: str
    participle: str
    gerund: str


class Inflection:
    """The inflection of one language, from the tables *grammar* and *cues*.

    Args:
        language: The language.

    Attributes:
        conjugations: End of an infinitive → what stands there instead.

    Example:
        >>> from quotekit import Registry
        >>> english = Registry(entry_points=False).language("en").memo(Inflection)
        >>> english.verb("deny")
        VerbForms(base='deny', third='denies', past='denied', participle='denied', gerund='denying')
        >>> english.verb("admit").past, english.verb("agree").gerund, english.verb("lie").gerund
        ('admitted', 'agreeing', 'lying')
        >>> english.verb("write", ("wrote", "written")).participle
        'written'
        >>> [english.plural(noun) for noun in ("claim", "reply", "say", "press", "echo")]
        ['claims', 'replies', 'says', 'presses', 'echoes']
    """

    def __init__(self, language: Language) -> None:
        def words(key: str) -> frozenset[str]:
            return frozenset(language.words("grammar", "inflection", key))

        self._doubling, self._es, self._keeps_e = map(words, ("doubling", "es", "keeps_e"))
        self.conjugations: Mapping[str, Sequence[str]]
        self.conjugations = language.table("cues").get("conjugations", {})
        self._verbs: dict[tuple[str, tuple[str, ...]], VerbForms] = {}

    def verb(self, lemma: str, irregular: tuple[str, ...] = ()) -> VerbForms:
        """Return the forms of a verb.

        Args:
            lemma: The base form.
            irregular: Past and participle (or one word for both) where they are irregular.
        """
        key = lemma, irregular
        if key not in self._verbs:
            self._verbs[key] = self._forms(lemma, irregular)
        return self._verbs[key]

    def _forms(self, lemma: str, irregular: tuple[str, ...]) -> VerbForms:
        stem = self._stem(lemma)
        if lemma.endswith("ie"):
            gerund = lemma[:-2] + "ying"
        elif lemma.endswith("e") and not self._before_ing(lemma):
            gerund = lemma[:-1] + "ing"
        else:
            gerund = stem + "ing"
        if irregular:
            past, participle = irregular[0], irregular[-1]
        else:
            past = participle = _past(lemma, stem)
        return VerbForms(lemma, self.plural(lemma), past, participle, gerund)

    def plural(self, noun: str) -> str:
        """Return the regular plural of a noun, which is also the third person of a verb."""
        if noun.endswith("y") and noun[-2:-1] not in VOWELS:
            return noun[:-1] + "ies"
        if noun in self._es or noun.endswith(("s", "x", "z", "ch", "sh")):
            return noun + "es"
        return noun + "s"

    def _before_ing(self, lemma: str) -> bool:
        return lemma in self._keeps_e or lemma.endswith(("ee", "oe", "ye"))

    def _stem(self, lemma: str) -> str:
        """Return what *-ed* and *-ing* are added to: *plan* → *plann*."""
        short = (
            len(lemma) >= 3
            and lemma[-1] not in VOWELS
            and lemma[-1] not in "wxyh"
            and lemma[-2] in VOWELS
            and lemma[-3] not in VOWELS
            and sum(c in VOWELS for c in lemma) == 1
        )
        quit_like = len(lemma) == 4 and lemma.startswith("qu")
        doubled = short or quit_like or lemma in self._doubling
        return lemma + lemma[-1] if doubled else lemma


def _past(lemma: str, stem: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    return stem + "ed"


def spelled_out(
    lemma: str, row: Mapping[str, Any], conjugations: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Return the forms of a verb that a cue table lists, or makes by a conjugation.

    A conjugation is named by the end of the infinitive and gives what stands there instead.

    >>> spelled_out("contar", {"conjugation": "ontar"}, {"ontar": ["uenta", "ontó"]})
    ('cuenta', 'contó')
    """
    name = row.get("conjugation", "")
    stem = lemma.removesuffix(name)
    made = (stem + ending for ending in conjugations[name]) if name else ()
    return (*row.get("forms", ()), *made)
