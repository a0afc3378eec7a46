"""Words of one language that say who may be who."""

from __future__ import annotations

from typing import NamedTuple

import regex

from quotekit.lexicon import Language
from quotekit.models import Gender
from quotekit.syntax._closed_classes import ClosedClasses


class SpeakerLexicon(NamedTuple):
    """Look-up tables.

    Attributes:
        honorifics: Forms of address, in lower case without full stops.
        titles: All words that stand right before a name.
        suffixes: *jr*, *iii*.
        same: Short or abbreviated title → the word it stands for: *sen* → *senator*.
        first_names: First names that are mostly one gender's; a hint for pronouns, never a claim.
        implied: Word of an organization’s name → other nouns for it: *bank* → *lender*.
        companies: Nouns for any business: *the company*, *the firm*.
        bodies: Nouns for any organization: *the group*, *the organization*.
        loose: Words that describe without telling apart: *former*, *new*, *veteran*.
        epithets: Nouns that say anew who was named: *star*, *youngster*.
        epithet_leads: Words that open an epithet: *former*.
        nationalities: *norwegian*.
        others: Words that tell one of two of a name apart: *the other Nils Orr*.
        articles: Words before an epithet: *the*.
        asking: Cues after which somebody else answers.
        questions: Letters before questions: *q*.
        answers: Letters before answers: *a*.
        replying: Cues whose subject answers the one who spoke before.
        any_company: Nouns by which a name is cut to its first word: *company*.
        loose_endings: Endings of words that describe without telling apart: *-based*.
        small: The closed classes.
        born: Endings of adjectives that tell where somebody is from: *-born*.
        aged: An age before a name: *36-year-old*.
        age: The same, or an age after one: *Ida Moss, 36,*.
    """

    honorifics: frozenset[str]
    titles: frozenset[str]
    suffixes: frozenset[str]
    same: dict[str, str]
    first_names: dict[str, Gender]
    implied: dict[str, tuple[str, ...]]
    companies: frozenset[str]
    bodies: frozenset[str]
    loose: frozenset[str]
    epithets: frozenset[str]
    epithet_leads: frozenset[str]
    nationalities: frozenset[str]
    others: frozenset[str]
    articles: frozenset[str]
    questions: frozenset[str]
    answers: frozenset[str]
    asking: frozenset[str]
    replying: frozenset[str]
    any_company: frozenset[str]
    loose_endings: tuple[str, ...]
    small: ClosedClasses
    born: tuple[str, ...]
    aged: regex.Pattern[str]
    age: regex.Pattern[str]


def build(language: Language) -> SpeakerLexicon:
    """Build the look-up tables from ``titles`` and ``speakers``."""
    table = language.table("speakers")
    names: dict[str, Gender] = {}
    names.update(dict.fromkeys(language.words("speakers", "first_names", "female"), "female"))
    names.update(dict.fromkeys(language.words("speakers", "first_names", "male"), "male"))

    def listed(key: str) -> frozenset[str]:
        return frozenset(language.words("speakers", "words", key))

    def titled(*sections: str) -> frozenset[str]:
        return frozenset(word for key in sections for word in language.words("titles", key))

    small = language.memo(ClosedClasses)
    old = "|".join(map(regex.escape, sorted(small.ages))) or "(?!)"
    aged = rf"\b(?P<age>\d{{1,3}})-(?:{old})\b"
    return SpeakerLexicon(
        honorifics=titled("honorific"),
        titles=titled("honorific", "abbreviated", "office"),
        suffixes=frozenset(language.words("titles", "suffix", "any")),
        same={word: key for key, words in table.get("same", {}).items() for word in words},
        first_names=names,
        implied={key: tuple(words) for key, words in table.get("implied", {}).items()},
        companies=listed("companies"),
        bodies=listed("bodies"),
        loose=listed("loose"),
        epithets=listed("epithets"),
        epithet_leads=listed("epithet_leads"),
        nationalities=frozenset(language.words("places", "place", "nationality")),
        others=listed("others"),
        articles=listed("articles"),
        questions=listed("questions"),
        answers=listed("answers"),
        asking=listed("asking"),
        replying=listed("replying"),
        any_company=listed("any_company"),
        loose_endings=language.words("speakers", "words", "loose_endings"),
        small=small,
        born=language.words("speakers", "words", "born"),
        aged=regex.compile(aged),
        age=regex.compile(rf",\s(?P<age>\d{{1,3}})(?=\W)|{aged}"),
    )
