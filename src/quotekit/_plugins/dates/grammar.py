"""The grammar of time expressions: a language's table of words and rules, made ready to scan.

Every token of a text gets one *code*, a single character for its class (``month``, ``unit`` …), so
that an article becomes a string of codes and a rule a regular expression over them. A rule is a
row of the table: ``pattern = "the? month day (comma? year)?"`` names classes, or the sets defined
in the table, and says with ``reads`` what the matched words mean. Rules are tried in the order of
the table.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

import regex

from quotekit._derived import derived
from quotekit._patterns import from_build
from quotekit._plugins.dates.heads import start_of
from quotekit._plugins.dates.numerals import classify
from quotekit._plugins.dates.rules import (
    PUNCTUATION,
    Rule,
    RuleReader,
    Rules,
    codes_of,
    spellings,
)
from quotekit.exceptions import LexiconError
from quotekit.lexicon import Language

ARTICLE: Final = "article"
NARRATIVE: Final = "narrative"
"""Modes: count from the article's day, or from the last explicit date."""

FIGURES: Final[list[dict[str, str]]] = [
    {
        "name": "year first",
        "pattern": "year hyphen (day | figure) hyphen (day | figure)",
        "guard": "tight",
        "reads": "numeric",
    },
    {
        "name": "slashes",
        "pattern": "(day | figure) slash (day | figure) slash (day | figure | year)",
        "guard": "tight",
        "reads": "numeric",
    },
    {"name": "stops", "pattern": "dotted | dotted_short", "reads": "numeric"},
]
"""The rules for languages without a table."""


DIGITS: Final = frozenset("0123456789")
KNOWN: Final = 8192
"""Of so many words it is remembered what they are by themselves."""
OTHER: Final = " "
"""Code of a token that has no class."""


Matcher: TypeAlias = "re.Pattern[str] | regex.Pattern[str]"


class Word(NamedTuple):
    """A word or phrase of the table.

    Attributes:
        code: The code of its class.
        role: What it contributes: the class without what follows an underscore.
        value: Its value: a number, a unit's letter …
        capital: Whether it counts only with a capital.
        rest: The further words of a phrase.
    """

    code: str
    role: str
    value: Any
    capital: bool = False
    rest: tuple[str, ...] = ()


class Grammar:
    """The words and rules of one language.

    Attributes:
        codes: Word → code, for words that need no closer look.
        known: All words of the table that stand alone or begin a phrase.
        look: Returns the code of a word by itself.
        words: Word → what it means.
        names: The same for what counts only with a capital: *May* and *may* differ.
        phrases: First word → its phrases, the longest first.
        seconds: First word → the second words of its phrases.
        roles: Code → role.
        code: Class → code.
        starts: Matches a code with which an expression may begin, where the next one fits.
        rules: The rules, in the order in which they are tried.
        day_first: Whether dates in figures put the day first, where the language has one custom.
        native: Whether the language has a table; else dates in figures alone are found.
        endings: What is written after the figures of a numeral → its class and value.
        plural: Endings of nouns that a number counts: *2000 metres* is no year.
        currency: Matches a currency right before a number.
        capital_nouns: Whether nouns are told by their capital.
        events: Figures that name an event, not a day: *9/11*.
        no_nouns: Words that are no nouns where they follow a number: *on the 5th again*.
        elides: Whether articles and prepositions hang on the next word: *l’année*.
    """

    def __init__(
        self, table: Mapping[str, Any], where: str, rules: Rules, *, native: bool = True
    ) -> None:
        self.native = native
        self.day_first: bool | None = table.get("day_first")
        self._where = where
        self.code = codes_of(table)
        self.roles = {code: cls.partition("_")[0] for cls, code in self.code.items()}
        self.words: dict[str, Word] = {}
        self.names: dict[str, Word] = {}
        self.phrases: dict[str, tuple[Word, ...]] = {}
        self.seconds: dict[str, frozenset[str]] = {}
        self.elides = bool(table.get("elides"))
        self._read_words(table)
        self.endings = _endings(table)
        self.plural = tuple(table.get("plural_endings", ()))
        currencies = "|".join(map(re.escape, table.get("currencies", ()))) or "(?!)"
        self.currency = re.compile(rf"\b(?:{currencies})\.?\s?$")
        self.capital_nouns = bool(table.get("capital_nouns"))
        self.events = frozenset(table.get("events", ()))
        self.no_nouns = frozenset(table.get("no_nouns", ()))
        plain, self._by_head = rules
        self.rules = list(itertools.starmap(Rule, plain))
        self._tried: dict[str, tuple[Rule, ...]] = {}
        self._patterns: dict[str, Matcher] = {}
        self.starts = re.compile(start_of(self._by_head))
        self.codes = {word: entry.code for word, entry in self.words.items()}
        self.codes |= {mark: self.code[cls] for cls, marks in PUNCTUATION.items() for mark in marks}
        self.special = self.phrases.keys() | self.names.keys()
        self.known = self.codes.keys() | self.special
        self._looked: dict[str, str] = {}

    def look(self, words: Iterable[str]) -> list[str]:
        """Return the code of each word by itself: ``#`` a numeral, ``~`` a phrase, ``-`` a compound."""
        looked = self._looked.get
        return [looked(word) or self._look(word) for word in words]

    def _look(self, word: str) -> str:
        """Find the code of a word, and remember it."""
        if len(self._looked) >= KNOWN:
            self._looked.clear()
        code = self._looked[word] = self._code_of(word)
        return code

    def _code_of(self, word: str) -> str:
        code = "~" if word in self.special else self.codes.get(word)
        if code is not None:
            return code
        if word[0] in DIGITS:
            glued = word[-1].isalpha() and classify(word, self.endings) is None  # 15Sep, 3days
            return "-" if glued else "#"
        compound = "-" in word or (self.elides and "'" in word) or word[-1] in DIGITS
        return "-" if compound else OTHER

    def _read_words(self, table: Mapping[str, Any]) -> None:
        capitals = set(table.get("capitalized", ()))
        phrases: dict[str, list[Word]] = {}
        for cls, entries in table.get("words", {}).items():
            listed = entries if isinstance(entries, Mapping) else dict.fromkeys(entries, "")
            for text, value in listed.items():
                for first, *rest in spellings(text):
                    word = Word(
                        self.code[cls],
                        self.roles[self.code[cls]],
                        value,
                        cls in capitals,
                        tuple(rest),
                    )
                    if rest:
                        phrases.setdefault(first, []).append(word)
                    else:
                        self._add(first, word)
        for first, found in phrases.items():
            self.phrases[first] = tuple(sorted(found, key=lambda word: -len(word.rest)))
            self.seconds[first] = frozenset(word.rest[0] for word in found)

    def _add(self, text: str, word: Word) -> None:
        single = self.names if word.capital else self.words
        if single.setdefault(text, word) != word:
            raise LexiconError(f"table {self._where}: {text!r} stands in two classes")

    def rules_at(self, head: str) -> tuple[Rule, ...]:
        """Return the rules that may begin with two codes, or with one at the end of a text."""
        if head not in self._tried:
            found = {*self._by_head.get(head, ()), *self._by_head.get(head[0], ())}
            self._tried[head] = tuple(self.rules[n] for n in sorted(found))
        return self._tried[head]

    def pattern(self, rule: Rule) -> Matcher:
        """Return the pattern of a rule, compiled when first needed: most articles need few.

        Where the build has compiled it, that is for :mod:`regex`, which matches the same; else
        :mod:`re` compiles it, in a third of the time.
        """
        found = self._patterns.get(rule.source)
        if found is None:
            found = from_build(rule.source) or re.compile(rule.source)
            self._patterns[rule.source] = found
        return found


def _endings(table: Mapping[str, Any]) -> dict[str, tuple[str, Any]]:
    """Return the endings of numerals: those that the table lists, and *am* and *pm*."""
    found = {
        ending: (kind, None)
        for kind, listed in table.get("endings", {}).items()
        for ending in listed
    }
    meridians = table.get("words", {}).get("meridian", {})
    return found | {ending: ("meridian", value) for ending, value in meridians.items()}


def article_grammar(language: Language) -> Grammar:
    """Build the grammar of a language from its tables ``calendar`` and ``times``."""
    return _grammar(language, article_rules)


def narrative_grammar(language: Language) -> Grammar:
    """Build the grammar of a language for narratives."""
    return _grammar(language, narrative_rules)


def article_rules(language: Language) -> Rules:
    """Return the rules of a language."""
    return _rules(language, ARTICLE)


def narrative_rules(language: Language) -> Rules:
    """Return the rules of a language for narratives."""
    return _rules(language, NARRATIVE)


def _grammar(language: Language, rules: Callable[[Language], Rules]) -> Grammar:
    native = bool(language.table("times"))
    return Grammar(*_table(language), derived(language, rules), native=native)


def _rules(language: Language, mode: str) -> Rules:
    table, where = _table(language)
    rows = (row for row in table.get("rules", ()) if row.get("only", mode) == mode)
    return RuleReader(table, where).read(rows)


def _table(language: Language) -> tuple[Mapping[str, Any], str]:
    """Return the words and rules of a language, and their name for messages."""
    times, calendar = language.table("times"), language.table("calendar")
    if not times:
        return {"rules": FIGURES, "day_first": True}, "figures"
    words = {**calendar.get("words", {}), **times.get("words", {})}
    capitalized = [*calendar.get("capitalized", ()), *times.get("capitalized", ())]
    return {**times, "words": words, "capitalized": capitalized}, f"{language.code}/times"
