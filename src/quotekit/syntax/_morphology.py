"""Inflection: the forms of a verb or noun from its lemma, by the endings that tables list.

Rules and tables name lemmas; this module spells out what a text shows of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple, Self

from quotekit.lexicon import Language

VOWELS: Final = frozenset("aeiou")
NEVER_DOUBLED: Final = frozenset("wxyh")


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


class Endings(NamedTuple):
    """How forms of open classes end in a language, as :meth:`str.endswith` takes it.

    Attributes:
        adverb: *-ly*.
        gerund: *-ing*.
        past: *-ed*, where it is regular.
        plural: *-s*, also of the third person.
        singular: Those of singulars that look like plurals: *-ss*.
        agent: What makes a noun of a verb: *-er*.
    """

    adverb: tuple[str, ...]
    gerund: tuple[str, ...]
    past: tuple[str, ...]
    plural: tuple[str, ...]
    singular: tuple[str, ...]
    agent: tuple[str, ...]

    @classmethod
    def of(cls, language: Language) -> Self:
        """Return those of a language: table *grammar*, part *endings*."""
        return cls(*(language.words("grammar", "endings", key) for key in cls._fields))

    def is_plural(self, noun: str) -> bool:
        """Return whether a noun looks like a plural: *growers*, not *press*."""
        return noun.endswith(self.plural) and not noun.endswith(self.singular)


class Inflection:
    """The inflection of one language, from the tables *grammar* and *cues*.

    Args:
        language: The language.

    Attributes:
        plural_endings: How plurals end.
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
        table = language.table("grammar").get("inflection", {})
        self._doubling, self._keeps_e = (
            frozenset(table.get(key, ())) for key in ("doubling", "keeps_e")
        )
        self._spelled: Mapping[str, str] = table.get("spelled", {})
        self._plural, self._past, self._gerund = (
            Replacements(table.get(key, {})) for key in ("plural", "past", "gerund")
        )
        self.plural_endings = tuple({*self._plural.values()})
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
        kept = lemma in self._keeps_e
        gerund = lemma + self._gerund[""] if kept else self._gerund.applied(lemma, stem)
        past, participle = irregular[:1] + irregular[-1:] or 2 * (self._past.applied(lemma, stem),)
        return VerbForms(lemma, self.plural(lemma), past, participle, gerund)

    def plural(self, noun: str) -> str:
        """Return the regular plural of a noun, which is also the third person of a verb."""
        return self._spelled.get(noun) or self._plural.applied(noun)

    def _stem(self, lemma: str) -> str:
        """Return what endings of one's own syllable are added to: *plan* → *plann*."""
        short = (
            len(lemma) >= 3
            and lemma[-1] not in VOWELS
            and lemma[-1] not in NEVER_DOUBLED
            and lemma[-2] in VOWELS
            and lemma[-3] not in VOWELS
            and sum(c in VOWELS for c in lemma) == 1
        )
        return lemma + lemma[-1] if short or lemma in self._doubling else lemma


class Replacements(dict[str, str]):
    """Last letters of words → what stands there instead; the longest that fit decide.

    Example:
        >>> plural = Replacements({"": "s", "ch": "ches"})
        >>> plural.applied("church"), plural.applied("choir"), Replacements({}).applied("Chor")
        ('churches', 'choirs', 'Chor')
    """

    def __init__(self, endings: Mapping[str, str]) -> None:
        super().__init__(endings)
        self._lengths = sorted({len(ending) for ending in endings if ending}, reverse=True)

    def applied(self, word: str, stem: str = "") -> str:
        """Return a word with its new ending; where no letters are replaced, the *stem* gets it."""
        for length in self._lengths:
            found = self.get(word[-length:])
            if found is not None:
                return word[:-length] + found
        return (stem or word) + self.get("", "")


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
