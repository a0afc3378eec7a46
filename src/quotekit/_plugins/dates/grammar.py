"""The grammar of time expressions: a language's table of words and rules, made ready to scan.

Every token of a text gets one *code*, a single character for its class (``month``, ``unit`` …), so
that an article becomes a string of codes and a rule a regular expression over them. A rule is a
row of the table: ``pattern = "the? month day (comma? year)?"`` names classes, or the sets defined
in the table, and says with ``reads`` what the matched words mean. Rules are tried in the order of
the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from quotekit._plugins.dates.heads import heads_of, start_of
from quotekit.exceptions import LexiconError
from quotekit.lexicon import Language

NUMERALS = (
    *("day", "ordinal", "year", "figure", "decimal", "dotted", "dotted_short"),
    *("clock", "clock_m", "decade", "decade_short"),
)
"""Classes of tokens that begin with a digit."""

PUNCTUATION: dict[str, tuple[str, ...]] = {
    "comma": (",",),
    "stop": (".",),
    "colon": (":",),
    "hyphen": ("-", "‐", "‑"),
    "dash": ("–", "—"),
    "slash": ("/",),
    "apostrophe": ("'", "’", "‘", "´"),
    "paren": ("(", ")"),
    "possessive": ("'s",),
    "degree": ("°", "º"),
}
"""Classes of marks, the same in every language."""

ARTICLE, NARRATIVE = "article", "narrative"
"""Modes: count from the article's day, or from the last explicit date."""

FIGURES: list[dict[str, str]] = [
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


OTHER = " "
"""Code of a token that has no class."""
MORE = "_"
"""Code of the second and further tokens of a phrase."""
ALPHABET = [chr(c) for c in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x180))]
KEYS = {
    "name",
    "pattern",
    "reads",
    "after",
    "before",
    "not_after",
    "not_before",
    "guard",
    "only",
    "set",
    "example",
    "value",
}


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


class Rule(NamedTuple):
    """A row of the rules.

    Attributes:
        name: Its name, unique in its language.
        reads: The reader (:mod:`.readers`) that gives the value.
        settings: What the row presets: roles and their values.
        guards: Names of further checks (:mod:`.guards`).
        lends: Whether its pattern has a part behind ``>``, which lends its month or year to what
            stands before it and is then read again: *5* in *5-7 May 2012*. What stands before is
            the pattern's group 1.
        source: Its pattern over codes.
    """

    name: str
    reads: str
    settings: tuple[tuple[str, Any], ...] = ()
    guards: tuple[str, ...] = ()
    lends: bool = False
    source: str = "(?!)"


class Grammar:
    """The words and rules of one language.

    Attributes:
        codes: Word → code, for words that need no closer look.
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
        endings: What is written behind the figures of a numeral → its class and value.
        plural: Endings of nouns that a number counts: *2000 metres* is no year.
        currency: Matches a currency right before a number.
        capital_nouns: Whether nouns are told by their capital.
        events: Figures that name an event, not a day: *9/11*.
        no_nouns: Words that are no nouns where they follow a number: *on the 5th again*.
        elides: Whether articles and prepositions hang on the next word: *l’année*.
    """

    def __init__(
        self, table: Mapping[str, Any], where: str, mode: str, *, native: bool = True
    ) -> None:
        self.native = native
        self.day_first: bool | None = table.get("day_first")
        self._where = where
        classes = list(dict.fromkeys([*NUMERALS, *PUNCTUATION, *table.get("words", {})]))
        self.code: dict[str, str] = dict(zip(classes, ALPHABET, strict=False))
        self.roles = {code: cls.partition("_")[0] for cls, code in self.code.items()}
        self._sets: dict[str, str] = dict(table.get("sets", {}))
        self.words: dict[str, Word] = {}
        self.names: dict[str, Word] = {}
        self.phrases: dict[str, tuple[Word, ...]] = {}
        self.seconds: dict[str, frozenset[str]] = {}
        self._with_phrases: set[str] = set()
        self.elides = bool(table.get("elides"))
        self._read_words(table)
        self.endings = _endings(table)
        self.plural = tuple(table.get("plural_endings", ()))
        currencies = "|".join(map(re.escape, table.get("currencies", ()))) or "(?!)"
        self.currency = re.compile(rf"\b(?:{currencies})\.?\s?$")
        self.capital_nouns = bool(table.get("capital_nouns"))
        self.events = frozenset(table.get("events", ()))
        self.no_nouns = frozenset(table.get("no_nouns", ()))
        rows = [row for row in table.get("rules", ()) if row.get("only", mode) == mode]
        self._by_head: dict[str, list[int]] = {}
        self.rules = [self._rule(n, row) for n, row in enumerate(rows)]
        self._tried: dict[str, tuple[Rule, ...]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        self.starts = re.compile(start_of(self._by_head))
        self.codes = {word: entry.code for word, entry in self.words.items()}
        self.codes |= {mark: self.code[cls] for cls, marks in PUNCTUATION.items() for mark in marks}
        self.special = self.phrases.keys() | self.names.keys()

    def _read_words(self, table: Mapping[str, Any]) -> None:
        capitals = set(table.get("capitalized", ()))
        phrases: dict[str, list[Word]] = {}
        for cls, entries in table.get("words", {}).items():
            listed = entries if isinstance(entries, Mapping) else dict.fromkeys(entries, "")
            for text, value in listed.items():
                for first, *rest in _spellings(text):
                    word = Word(
                        self.code[cls],
                        self.roles[self.code[cls]],
                        value,
                        cls in capitals,
                        tuple(rest),
                    )
                    if rest:
                        self._with_phrases.add(cls)
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

    def _rule(self, n: int, row: Mapping[str, Any]) -> Rule:
        """Read row *n* of the rules, and note with which codes it begins."""
        if unknown := row.keys() - KEYS:
            raise LexiconError(f"table {self._where}: rule {row.get('name')}: unknown {unknown}")
        pattern, _, lending = self._pattern(row["pattern"]).partition(">")
        begins = heads_of(f"(?:{pattern}){lending}")
        if "" in begins:
            raise LexiconError(
                f"table {self._where}: rule {row['name']!r} matches where nothing stands"
            )
        for head in begins:
            self._by_head.setdefault(head, []).append(n)
        behind, ahead = self._context(row)
        alone = f"({pattern}){lending}" if lending else pattern
        return Rule(
            row["name"],
            row["reads"],
            tuple(row.get("set", {}).items()),
            tuple(row.get("guard", "").split()),
            bool(lending),
            f"{behind}(?:{alone}){ahead}",
        )

    def _context(self, row: Mapping[str, Any]) -> tuple[str, str]:
        """Return what must stand behind and ahead of a row's pattern, and what must not."""
        behind, ahead = (
            "".join(
                template % self._pattern(row[key], behind=key.endswith("after"))
                for key, template in templates.items()
                if key in row
            )
            for templates in (
                {"after": "(?<=%s)", "not_after": "(?<!%s)"},
                {"before": "(?=%s)", "not_before": "(?!%s)"},
            )
        )
        return behind, ahead

    def rules_at(self, head: str) -> tuple[Rule, ...]:
        """Return the rules that may begin with two codes, or with one at the end of a text."""
        if head not in self._tried:
            found = {*self._by_head.get(head, ()), *self._by_head.get(head[0], ())}
            self._tried[head] = tuple(self.rules[n] for n in sorted(found))
        return self._tried[head]

    def pattern(self, rule: Rule) -> re.Pattern[str]:
        """Return the pattern of a rule, compiled when first needed: most articles need few."""
        if rule.source not in self._patterns:
            self._patterns[rule.source] = re.compile(rule.source)
        return self._patterns[rule.source]

    def _pattern(self, source: str, depth: int = 0, *, behind: bool = False) -> str:
        """Translate names of classes and sets into codes; *behind* keeps the width fixed."""

        def name(match: re.Match[str]) -> str:
            word = match.group()
            if word in self._sets:
                if depth > 8:
                    raise LexiconError(f"table {self._where}: set {word!r} holds itself")
                return f"(?:{self._pattern(self._sets[word], depth + 1, behind=behind)})"
            if word not in self.code:
                raise LexiconError(f"table {self._where}: no class or set {word!r} in {source!r}")
            if word not in self._with_phrases:
                return self.code[word]
            return f"[{self.code[word]}{MORE}]" if behind else f"(?:{self.code[word]}{MORE}*+)"

        grouped = source.replace(" ", "\0").replace("(", "(?:")
        return re.sub(r"[a-z]\w*", name, grouped).replace("\0", "")


def _spellings(text: str) -> Iterator[list[str]]:
    """Yield the tokens of a word or phrase, and those of tokenised text (*l ' anno*) if it elides."""
    yield re.sub(r"(?<=\w)'s\b", " 's", text).split()
    if text.endswith("'"):
        yield [*text[:-1].split(), "'"]


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
    return _grammar(language, ARTICLE)


def narrative_grammar(language: Language) -> Grammar:
    """Build the grammar of a language for narratives."""
    return _grammar(language, NARRATIVE)


def _grammar(language: Language, mode: str) -> Grammar:
    times, calendar = language.table("times"), language.table("calendar")
    if not times:
        return Grammar({"rules": FIGURES, "day_first": True}, "figures", mode, native=False)
    words = {**calendar.get("words", {}), **times.get("words", {})}
    capitalized = [*calendar.get("capitalized", ()), *times.get("capitalized", ())]
    table = {**times, "words": words, "capitalized": capitalized}
    return Grammar(table, f"{language.code}/times", mode)
