"""Words of one language that say who may be who."""

from __future__ import annotations

from typing import ClassVar

import regex

from quotekit._patterns import compiled
from quotekit.lexicon import Language
from quotekit.models import Gender
from quotekit.syntax._closed_classes import ClosedClasses
from quotekit.syntax._table_words import ListedEndings, Path, Paths, TableWords, Words


class SpeakerLexicon(TableWords):
    """The part *words* of the table *speakers*, and what the tables say of names and titles.

    Attributes:
        honorifics: Forms of address, in lower case without full stops.
        titles: All words that stand right before a name.
        same: Short or abbreviated title → the word it stands for: *sen* → *senator*.
        first_names: First names that are mostly one gender's; a hint for pronouns, never a claim.
        implied: Word of an organization’s name → other nouns for it: *bank* → *lender*.
        definites: Words that point to someone known: *the*, *her*.
        core_ends: Small words that end the core of a nominal where no tags show it: *of*.
        small: The closed classes.
        born: Endings of adjectives that tell where somebody is from: *-born*.
        aged: An age before a name: *36-year-old*.
        age: The same, or an age after one: *Ida Moss, 36,*.
    """

    PATH: ClassVar[Path] = ("speakers", "words")
    PATHS: ClassVar[Paths] = {
        "nationalities": ("places", "place", "nationality"),
        "suffixes": ("titles", "suffix", "any"),
    }
    answers: Words
    any_company: Words
    articles: Words
    asking: Words
    bodies: Words
    companies: Words
    epithet_leads: Words
    epithets: Words
    loose: Words
    loose_endings: ListedEndings
    nationalities: Words
    others: Words
    questions: Words
    replying: Words
    suffixes: Words

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        table, words = language.table("speakers"), language.words
        self.honorifics = frozenset(words("titles", "honorific"))
        self.titles = self.honorifics.union(
            words("titles", "abbreviated"), words("titles", "office")
        )
        same: dict[str, list[str]] = table.get("same", {})
        self.same = {word: key for key, listed in same.items() for word in listed}
        self.first_names: dict[str, Gender] = {}
        self.first_names |= dict.fromkeys(words("speakers", "first_names", "female"), "female")
        self.first_names |= dict.fromkeys(words("speakers", "first_names", "male"), "male")
        self.implied = {key: tuple(nouns) for key, nouns in table.get("implied", {}).items()}
        self.small = language.memo(ClosedClasses)
        self.definites = self.small.definites.union(words("titles", "article", "definite"))
        self.core_ends = frozenset(words("phrases", "linking")).union(
            words("phrases", "prepositions")
        )
        self.born = words("speakers", "words", "born")
        old = "|".join(map(regex.escape, sorted(self.small.ages))) or "(?!)"
        aged = rf"\b(?P<age>\d{{1,3}})-(?:{old})\b"
        self.aged = compiled(aged)
        self.age = compiled(rf",\s(?P<age>\d{{1,3}})(?=\W)|{aged}")
