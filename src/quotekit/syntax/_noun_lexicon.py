"""What the tables say of each word: look-up tables of one language, built once."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final, NamedTuple

from quotekit._derived import derived
from quotekit.lexicon import Language
from quotekit.models import Gender, Number, SpeakerKind
from quotekit.syntax._morphology import Endings, Inflection, Replacements
from quotekit.syntax._table_words import ListedEndings, Paths, TableWords, Words


class Head(NamedTuple):
    """What a noun says of those whom it denotes.

    Attributes:
        entity: The sort of speaker.
        number: Singular or plural.
        gender: Female or male, where the word shows it.
    """

    entity: SpeakerKind
    number: Number
    gender: Gender | None = None


ONE: Final = Head(SpeakerKind.PERSON, "singular")
MANY: Final = Head(SpeakerKind.GROUP, "plural")
"""What is known of a noun that ends like one for persons, and of its plural."""
KNOWN: Final = 8192
"""Of so many words it is remembered what their endings say."""


class Pronoun(NamedTuple):
    """Number, gender and person of a pronoun; ``person`` 0 is a relative one."""

    number: Number | None
    gender: Gender | None
    person: int


class NounLexicon(TableWords):
    """What the tables *titles*, *people* and *places* say of words: lower case, no full stops.

    Attributes:
        honorifics: Form of address → the gender it shows.
        titles: Words that stand right before a name: honorifics, abbreviations, offices.
        abbreviated: Titles whose full stop belongs to them.
        heads: Nouns for those who can speak.
        kin: Nouns for relatives.
        quantities: *some*, *many* … → number.
        partitives: Nouns of quantity: *a number of*.
        pronouns: Pronouns.
        places: Places that act.
        verbs: Base forms, from which *-er* and *-or* make nouns for persons.
        circumstances: Nouns of time and of ways to say something.
        plural_endings: How plurals end.
        endings: How forms of open classes end.
    """

    PATHS: ClassVar[Paths] = {
        "after": ("people", "after", "any"),
        "bodies": ("places", "organization", "names"),
        "calendar": ("people", "circumstance", "calendar"),
        "first_names": ("speakers", "first_names"),
        "given": ("titles", "given", "any"),
        "modifiers": ("titles", "modifier", "person"),
        "nationalities": ("places", "place", "nationality"),
        "not_person": ("people", "endings", "not_person"),
        "of_heads": ("people", "of", "heads"),
        "organization_endings": ("places", "organization", "endings"),
        "organization_ends": ("places", "organization", "ends"),
        "particles": ("titles", "particle", "any"),
        "parties": ("places", "place", "members"),
        "person_endings": ("people", "endings", "person"),
        "place_ends": ("places", "place", "ends"),
        "place_leads": ("places", "place", "leads"),
        "portfolios": ("titles", "portfolio", "any"),
        "suffixes": ("titles", "suffix", "any"),
        "surnames": ("places", "place", "surnames"),
        "title_kin": ("titles", "kin", "any"),
        "title_phrases": ("titles", "phrase", "any"),
    }
    after: Words
    bodies: Words
    calendar: Words
    first_names: Words
    given: Words
    modifiers: Words
    nationalities: Words
    not_person: Words
    of_heads: Words
    organization_endings: ListedEndings
    organization_ends: Words
    particles: Words
    parties: Words
    person_endings: ListedEndings
    place_ends: Words
    place_leads: Words
    portfolios: Words
    suffixes: Words
    surnames: Words
    title_kin: Words
    title_phrases: Words

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        words, plurals, forms = language.words, Plurals(language), derived(language, noun_forms)
        self.honorifics: dict[str, Gender | None] = {}
        self.honorifics |= dict.fromkeys(words("titles", "honorific", "any"))
        self.honorifics |= dict.fromkeys(words("titles", "honorific", "male"), "male")
        self.honorifics |= dict.fromkeys(words("titles", "honorific", "female"), "female")
        person = frozenset(words("titles", "abbreviated", "person"))
        self.titles = frozenset(self.honorifics) | person | {*words("titles", "office", "person")}
        self.abbreviated = person | {*words("titles", "abbreviated", "address")}
        self.heads = _heads(forms["heads"])
        self.kin = frozenset(forms["kin"])
        self.quantities = _quantities(language)
        self.partitives = frozenset(forms["partitives"])
        self.pronouns = _pronouns(language)
        acting, names = (words("places", "place", key) for key in ("acting", "names"))
        self.places = frozenset(acting + names)
        self.verbs = frozenset(forms["verbs"])
        self.circumstances = self.calendar | {*words("people", "circumstance", "any")}
        self.plural_endings = plurals.endings
        self.endings = language.memo(Endings.of)
        self.ends_like_person = functools.lru_cache(KNOWN)(self._ends_like_person)
        self.head_of = functools.lru_cache(KNOWN)(self._head_of)

    def _head_of(self, low: str) -> Head | None:
        """Return what is known of a noun as the head of a phrase, by table or by its ending."""
        head = self.listed_head(low)
        if head is None and self.ends_like_person(low):
            head = MANY if low.endswith(self.plural_endings) else ONE
        return head

    def listed_head(self, low: str) -> Head | None:
        """Return what the tables say of a word as the head of a phrase, or of its last part."""
        head = self.heads.get(low)
        return self.heads.get(low.rpartition("-")[2]) if head is None and "-" in low else head

    def _ends_like_person(self, low: str) -> bool:
        """Return whether a noun that no table has names persons by its form.

        Either by its ending alone (*virologist*), or by *-er* and *-or* after a verb
        (*forecaster*, *complainers*).
        """
        if low in self.not_person:
            return False
        if low.endswith(self.person_endings):
            return True
        endings = self.endings
        plural = next((ending for ending in endings.plural if low.endswith(ending)), "")
        stem = low.removesuffix(plural)
        doubled = stem[-3:-2] == stem[-4:-3]  # runner, but not Tellier
        return stem.endswith(endings.agent) and (
            stem[:-2] in self.verbs
            or stem[:-1] in self.verbs
            or (doubled and stem[:-3] in self.verbs)
        )


Written = tuple[str, Number, Gender | None]
"""A :class:`.Head` as plain data."""


def noun_forms(language: Language) -> dict[str, Any]:
    """Return what takes long to make of the tables: nouns with their plurals, and base forms."""
    plurals = Plurals(language)
    keys = ("plain", "also_nouns", "irregular")
    rows = (row for key in keys for row in language.words("grammar", "verbs", key))
    return {
        "heads": _written_heads(language, plurals),
        "kin": plurals.both(language.words("people", "kin", "any")),
        "partitives": plurals.both(language.words("people", "quantity", "partitive")),
        "verbs": [row.split()[0] for row in rows],
    }


class Plurals:
    """The plurals of a language’s nouns: those that the table *people* spells, else by rule."""

    def __init__(self, language: Language) -> None:
        table = language.table("people")
        self._inflection = language.memo(Inflection)
        self._spelled: dict[str, str] = table.get("plurals", {})
        self._endings = Replacements(table.get("plural_endings", {}))

    def of(self, noun: str) -> str:
        """Return the plural of a noun."""
        if noun in self._spelled:
            return self._spelled[noun]
        found = self._endings.applied(noun)
        return found if found != noun else self._inflection.plural(noun)

    def both(self, nouns: Iterable[str]) -> list[str]:
        """Return nouns and their plurals."""
        return [form for noun in nouns for form in (noun, self.of(noun))]

    @property
    def endings(self) -> tuple[str, ...]:
        """How plurals end."""
        return (*self._inflection.plural_endings, *self._endings.values())


def _heads(written: Mapping[str, Written]) -> dict[str, Head]:
    heads = {
        one: Head(SpeakerKind(one[0]), one[1], one[2]) for one in dict.fromkeys(written.values())
    }
    return {noun: heads[one] for noun, one in written.items()}


def _written_heads(language: Language, plurals: Plurals) -> dict[str, Written]:
    female, male = (
        frozenset(language.words("people", "person", key)) for key in ("female", "male")
    )
    found: dict[str, Written] = {}
    for section, entity in (
        ("document", SpeakerKind.DOCUMENT),
        ("organization", SpeakerKind.ORGANIZATION),
        ("person", SpeakerKind.PERSON),
        ("kin", SpeakerKind.PERSON),
    ):
        for noun in language.words("people", section, "any"):
            gender: Gender | None = "female" if noun in female else "male" if noun in male else None
            many = SpeakerKind.GROUP if entity is SpeakerKind.PERSON else entity
            found[plurals.of(noun)] = (many.value, "plural", gender)
            found[noun] = (entity.value, "singular", gender)
    for noun in sorted(female | male):
        gender = "female" if noun in female else "male"
        found[plurals.of(noun)] = (SpeakerKind.GROUP.value, "plural", gender)
        found[noun] = (SpeakerKind.PERSON.value, "singular", gender)
    for noun in language.words("people", "group", "any"):
        found[noun] = (SpeakerKind.GROUP.value, "plural", None)
    return found


def _quantities(language: Language) -> dict[str, Number]:
    numbers: tuple[Number, ...] = ("singular", "plural")
    return {word: key for key in numbers for word in language.words("people", "quantity", key)}


def _pronouns(language: Language) -> dict[str, Pronoun]:
    shapes: dict[str, Pronoun] = {
        "male_singular": Pronoun("singular", "male", 3),
        "female_singular": Pronoun("singular", "female", 3),
        "neuter_singular": Pronoun("singular", None, 3),
        "plural": Pronoun("plural", None, 3),
        "first_singular": Pronoun("singular", None, 1),
        "first_plural": Pronoun("plural", None, 1),
        "second": Pronoun(None, None, 2),
        "relative": Pronoun(None, None, 0),
    }
    return {
        word: shape
        for key, shape in shapes.items()
        for word in language.words("people", "pronoun", key)
    }
