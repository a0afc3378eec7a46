"""What the tables say of each word: look-up tables of one language, built once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quotekit.lexicon import Language
from quotekit.models import Gender, Number, SpeakerKind
from quotekit.syntax._morphology import Endings, Inflection, Replacements


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


class Pronoun(NamedTuple):
    """Number, gender and person of a pronoun; ``person`` 0 is a relative one."""

    number: Number | None
    gender: Gender | None
    person: int


class NounLexicon(NamedTuple):
    """Look-up tables of one language; keys are in lower case, without full stops.

    Attributes:
        honorifics: Form of address → the gender it shows.
        titles: Words that stand right before a name: honorifics, abbreviations, offices.
        abbreviated: Titles whose full stop belongs to them.
        modifiers: Words that belong to the title that follows.
        particles: Lower-case parts of names.
        suffixes: What follows a name.
        title_phrases: Titles of two words, of which neither is a title alone: *tan sri*.
        title_kin: Relatives that stand before a name like a title: *Mum Ida*.
        given: Nouns for persons that are given names as well.
        first_names: Common first names.
        heads: Nouns for those who can speak.
        kin: Nouns for relatives.
        quantities: *some*, *many* … → number.
        partitives: Nouns of quantity: *a number of*.
        pronouns: Pronouns.
        places: Places that act.
        nationalities: Adjectives of place and party.
        parties: Nouns for members of parties and faiths: *democrat*.
        place_ends: Last words of places’ names: *street*.
        place_leads: Words before a place that make another one of it: *East Berlin*.
        surnames: Those of them that end persons’ names as often: *Otis Lane*.
        organization_ends: Last words of organizations' names.
        organization_endings: Last letters of them: *news*.
        bodies: Organizations whose names do not show that they are any.
        of_heads: Capitalized nouns that *of* follows inside a name.
        portfolios: What follows *Secretary of* and belongs to the title.
        person_endings: Endings of nouns that name persons.
        not_person: Words that these endings mislead on.
        verbs: Base forms, from which *-er* and *-or* make nouns for persons.
        after: Words that hold a phrase to a noun for people: *familiar with*.
        circumstances: Nouns of time and of ways to say something.
        calendar: Capitalized words that name days and months, never persons.
        plural_endings: How plurals end.
        endings: How forms of open classes end.
    """

    honorifics: dict[str, Gender | None]
    titles: frozenset[str]
    abbreviated: frozenset[str]
    modifiers: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    given: frozenset[str]
    first_names: frozenset[str]
    heads: dict[str, Head]
    kin: frozenset[str]
    quantities: dict[str, Number]
    partitives: frozenset[str]
    pronouns: dict[str, Pronoun]
    places: frozenset[str]
    nationalities: frozenset[str]
    parties: frozenset[str]
    place_ends: frozenset[str]
    place_leads: frozenset[str]
    surnames: frozenset[str]
    organization_ends: frozenset[str]
    organization_endings: tuple[str, ...]
    bodies: frozenset[str]
    of_heads: frozenset[str]
    title_phrases: frozenset[str]
    title_kin: frozenset[str]
    portfolios: frozenset[str]
    person_endings: tuple[str, ...]
    not_person: frozenset[str]
    verbs: frozenset[str]
    after: frozenset[str]
    circumstances: frozenset[str]
    calendar: frozenset[str]
    plural_endings: tuple[str, ...]
    endings: Endings

    def ends_like_person(self, low: str) -> bool:
        """Tell whether a noun that no table has names persons by its form.

        Either by its ending alone (*virologist*), or by *-er* and *-or* behind a verb
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


def noun_lexicon(language: Language) -> NounLexicon:
    """Build the look-up tables from ``titles``, ``people`` and ``places``."""
    words, plurals = language.words, Plurals(language)
    honorifics: dict[str, Gender | None] = {}
    honorifics.update(dict.fromkeys(words("titles", "honorific", "any")))
    honorifics.update(dict.fromkeys(words("titles", "honorific", "male"), "male"))
    honorifics.update(dict.fromkeys(words("titles", "honorific", "female"), "female"))
    abbreviated = frozenset(words("titles", "abbreviated", "person"))
    calendar = words("people", "circumstance", "calendar")
    offices = frozenset(words("titles", "office", "person"))
    return NounLexicon(
        honorifics=honorifics,
        titles=frozenset(honorifics) | abbreviated | offices,
        abbreviated=abbreviated | frozenset(words("titles", "abbreviated", "address")),
        modifiers=frozenset(words("titles", "modifier", "person")),
        particles=frozenset(words("titles", "particle", "any")),
        suffixes=frozenset(words("titles", "suffix", "any")),
        title_phrases=frozenset(words("titles", "phrase", "any")),
        title_kin=frozenset(words("titles", "kin", "any")),
        given=frozenset(words("titles", "given", "any")),
        first_names=frozenset(words("speakers", "first_names")),
        heads=_heads(language, plurals),
        kin=frozenset(plurals.both(words("people", "kin", "any"))),
        quantities=_quantities(language),
        partitives=frozenset(plurals.both(words("people", "quantity", "partitive"))),
        pronouns=_pronouns(language),
        places=frozenset((*words("places", "place", "acting"), *words("places", "place", "names"))),
        parties=frozenset(words("places", "place", "members")),
        place_ends=frozenset(words("places", "place", "ends")),
        place_leads=frozenset(words("places", "place", "leads")),
        surnames=frozenset(words("places", "place", "surnames")),
        nationalities=frozenset(words("places", "place", "nationality")),
        organization_ends=frozenset(words("places", "organization", "ends")),
        organization_endings=words("places", "organization", "endings"),
        bodies=frozenset(words("places", "organization", "names")),
        of_heads=frozenset(words("people", "of", "heads")),
        portfolios=frozenset(words("titles", "portfolio", "any")),
        person_endings=words("people", "endings", "person"),
        not_person=frozenset(words("people", "endings", "not_person")),
        verbs=_base_forms(language),
        after=frozenset(words("people", "after", "any")),
        circumstances=frozenset(words("people", "circumstance", "any") + calendar),
        calendar=frozenset(calendar),
        plural_endings=plurals.endings,
        endings=language.memo(Endings.of),
    )


def _base_forms(language: Language) -> frozenset[str]:
    keys = ("plain", "also_nouns", "irregular")
    rows = (row for key in keys for row in language.words("grammar", "verbs", key))
    return frozenset(row.split()[0] for row in rows)


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


def _heads(language: Language, plurals: Plurals) -> dict[str, Head]:
    female, male = (
        frozenset(language.words("people", "person", key)) for key in ("female", "male")
    )
    found: dict[str, Head] = {}
    for section, entity in (
        ("document", SpeakerKind.DOCUMENT),
        ("organization", SpeakerKind.ORGANIZATION),
        ("person", SpeakerKind.PERSON),
        ("kin", SpeakerKind.PERSON),
    ):
        for noun in language.words("people", section, "any"):
            gender: Gender | None = "female" if noun in female else "male" if noun in male else None
            many = SpeakerKind.GROUP if entity is SpeakerKind.PERSON else entity
            found[plurals.of(noun)] = Head(many, "plural", gender)
            found[noun] = Head(entity, "singular", gender)
    for noun in sorted(female | male):
        gender = "female" if noun in female else "male"
        found[plurals.of(noun)] = Head(SpeakerKind.GROUP, "plural", gender)
        found[noun] = Head(SpeakerKind.PERSON, "singular", gender)
    for noun in language.words("people", "group", "any"):
        found[noun] = Head(SpeakerKind.GROUP, "plural")
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
