"""Rules: rows of a language's table, translated from names of classes into codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from quotekit._plugins.dates.heads import heads_of
from quotekit.exceptions import LexiconError

NUMERALS: Final = (
    *("day", "ordinal", "year", "figure", "decimal", "dotted", "dotted_short"),
    *("clock", "clock_m", "decade", "decade_short"),
)
"""Classes of tokens that begin with a digit."""

PUNCTUATION: Final[dict[str, tuple[str, ...]]] = {
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

MORE: Final = "_"
"""Code of the second and further tokens of a phrase."""
ALPHABET: Final = [chr(c) for c in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x180))]
KEYS: Final = {
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


class Rule(NamedTuple):
    """A row of the rules.

    Attributes:
        name: Its name, unique in its language.
        reads: The reader (:mod:`.readers`) that gives the value.
        settings: What the row presets: roles and their values.
        guards: Names of further checks (:mod:`.guards`).
        lends: Whether its pattern has a part after ``>``, which lends its month or year to what
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


Rules = tuple[list[tuple[Any, ...]], dict[str, list[int]]]
"""Rules as plain tuples, and with which codes which of them may begin."""


class RuleReader:
    """Translates the rules of a table.

    Args:
        table: The table.
        where: Its name, for messages.
    """

    def __init__(self, table: Mapping[str, Any], where: str) -> None:
        self._where = where
        self._code = codes_of(table)
        self._sets: dict[str, str] = dict(table.get("sets", {}))
        self._with_phrases = {
            cls
            for cls, entries in table.get("words", {}).items()
            if any(len(words) > 1 for text in entries for words in spellings(text))
        }

    def read(self, rows: Iterable[Mapping[str, Any]]) -> Rules:
        """Return the rules of some rows, and what they may begin with."""
        heads: dict[str, list[int]] = {}
        return [tuple(self._rule(n, row, heads)) for n, row in enumerate(rows)], heads

    def _rule(self, n: int, row: Mapping[str, Any], heads: dict[str, list[int]]) -> Rule:
        """Return row *n* of the rules, and note in *heads* with which codes it begins."""
        if unknown := row.keys() - KEYS:
            raise LexiconError(f"table {self._where}: rule {row.get('name')}: unknown {unknown}")
        pattern, _, lending = self._pattern(row["pattern"]).partition(">")
        begins = heads_of(f"(?:{pattern}){lending}")
        if "" in begins:
            raise LexiconError(
                f"table {self._where}: rule {row['name']!r} matches where nothing stands"
            )
        for head in begins:
            heads.setdefault(head, []).append(n)
        after, ahead = self._context(row)
        alone = f"({pattern}){lending}" if lending else pattern
        return Rule(
            row["name"],
            row["reads"],
            tuple(row.get("set", {}).items()),
            tuple(row.get("guard", "").split()),
            bool(lending),
            f"{after}(?:{alone}){ahead}",
        )

    def _context(self, row: Mapping[str, Any]) -> tuple[str, str]:
        """Return what must come after and ahead of a row's pattern, and what must not."""
        after, ahead = (
            "".join(
                template % self._pattern(row[key], after=key.endswith("after"))
                for key, template in templates.items()
                if key in row
            )
            for templates in (
                {"after": "(?<=%s)", "not_after": "(?<!%s)"},
                {"before": "(?=%s)", "not_before": "(?!%s)"},
            )
        )
        return after, ahead

    def _pattern(self, source: str, depth: int = 0, *, after: bool = False) -> str:
        """Translate names of classes and sets into codes; *after* keeps the width fixed."""

        def name(match: re.Match[str]) -> str:
            word = match.group()
            if word in self._sets:
                if depth > 8:
                    raise LexiconError(f"table {self._where}: set {word!r} holds itself")
                return f"(?:{self._pattern(self._sets[word], depth + 1, after=after)})"
            if word not in self._code:
                raise LexiconError(f"table {self._where}: no class or set {word!r} in {source!r}")
            if word not in self._with_phrases:
                return self._code[word]
            return f"[{self._code[word]}{MORE}]" if after else f"(?:{self._code[word]}{MORE}*+)"

        grouped = source.replace(" ", "\0").replace("(", "(?:")
        return re.sub(r"[a-z]\w*", name, grouped).replace("\0", "")


def codes_of(table: Mapping[str, Any]) -> dict[str, str]:
    """Return the code of each class of a table."""
    classes = dict.fromkeys([*NUMERALS, *PUNCTUATION, *table.get("words", {})])
    return dict(zip(classes, ALPHABET, strict=False))


def spellings(text: str) -> Iterator[list[str]]:
    """Yield the tokens of a word or phrase, and those of tokenised text (*l ' anno*) if it elides."""
    yield re.sub(r"(?<=\w)'s\b", " 's", text).split()
    if text.endswith("'"):
        yield [*text[:-1].split(), "'"]
