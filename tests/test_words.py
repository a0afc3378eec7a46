"""No word of a natural language stands in the code of the engine: words stand in the tables."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import quotekit

SOURCE = Path(quotekit.__file__).parent
MODULES = sorted(p for room in ("syntax", "_plugins") for p in (SOURCE / room).rglob("*.py"))

ALLOWED = {
    "syntax/_tokens.py": "tokens are cut before the language is known: they’ve, they’re, they’ll",
    "syntax/_quote_marks.py": "marks are read before the language is known: runnin’, 5 ft",
    "_plugins/articles/datelines.py": "places and papers have names of every language",
    "_plugins/dates/dateparser_adapter.py": "serves the languages that have no tables",
    "_plugins/quotes/lines/labels.py": "labels in capitals are part of the format of transcripts",
    "_plugins/speakers/interviews.py": "so is the line that names who examines: BY MR. PENN:",
    "_plugins/dates/said.py": "names of granularities: century, day",
    "_plugins/dates/scan.py": "names of roles: month, year",
}
"""Module → why words of a language stand in it."""

TEXT = {
    "lowers", "texts", "shapes", "low", "lower", "word", "words", "text", "following", "before",
    "noun", "left", "left_word", "here", "preposition", "between", "ahead",
}  # fmt: skip
"""Names of what holds words of the text."""
MATCHERS = {"compile", "search", "match", "fullmatch", "finditer", "split", "sub"}
SYNTAX_RE = re.compile(
    r"#.*|\\p\{\w+\}|\\[A-Za-z]|\(\?P?<\w+>|\(\?P=\w+\)|\(\?[a-z]+[:)]|\[(?:\\.|[^\]\\])*\]"
)
"""What is no word in a regular expression."""


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value.lower()


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from (key, *key.split("."), *keys(part))


def tables(pattern: str) -> list[dict[str, Any]]:
    return [tomllib.loads(file.read_text("utf-8")) for file in (SOURCE / "data").glob(pattern)]


def words_of_tables() -> set[str]:
    """Return the small words that the tables list, and the forms of their cues."""
    found = set()
    for name in ("clauses", "grammar", "people", "phrases", "speakers", "syntax", "titles"):
        found.update(word for table in tables(f"*/{name}.toml") for word in strings(table))
    for table in tables("*/cues.toml"):
        found.update(strings(table.get("groups", {})))
        found.update(strings([row.get("forms", []) for row in table.get("verbs", {}).values()]))
    return {word for word in found if len(word) > 1 and word.isalpha()}


def names_of_ours() -> set[str]:
    """Return keys of tables, classes, frames and traits: names that happen to be words too."""
    [schema], [common] = tables("schema.toml"), tables("mul/cues.toml")
    found = {*keys(schema), *strings(common)}
    found.update(folder.name for folder in (SOURCE / "data").iterdir())
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Subscript) and holder(node) == "Literal":
                found.update(literals(node.slice))
    rows = [row for t in tables("*/cues.toml") for part in t.values() for row in part.values()]
    for row in rows:
        if isinstance(row, dict):
            found.update((row.get("class", ""), *row.get("frames", ())))
    for table in tables("*/times.toml"):
        found.update(name.partition("_")[0] for name in table.get("words", {}))
    for column in schema["columns"].values():
        found.update(strings([cell.get("one_of", []) for cell in column.values()]))
    for table in schema["tables"].values():
        found.update(strings([key.get("keys", []) for key in table.get("keys", {}).values()]))
    return found


def holder(node: ast.AST) -> str:
    """Return the last name of an expression: *lowers* for ``features.lowers[i]``."""
    while isinstance(node, ast.Subscript | ast.Call):
        node = node.value if isinstance(node, ast.Subscript) else node.func
    return getattr(node, "attr", getattr(node, "id", ""))


def literals(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def compared(node: ast.Compare) -> Iterator[str]:
    """Yield what words of the text are compared with: ``lowers[i] == "that"``."""
    sides = [node.left, *node.comparators]
    if any(holder(side) in TEXT for side in sides):
        for side in sides:
            if isinstance(side, ast.Constant | ast.Tuple | ast.Set | ast.List):
                yield from literals(side)


def listed(node: ast.Call) -> Iterator[str]:
    """Yield the words of ``frozenset(("who", "which"))`` and ``"who which".split()``."""
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if name == "split" and isinstance(node.func.value, ast.Constant):
        yield from node.func.value.value.split()
    elif name in ("frozenset", "set") and node.args:
        yield from literals(node.args[0])


def matched(node: ast.Call) -> Iterator[str]:
    """Yield the words of a regular expression."""
    owner = getattr(getattr(node.func, "value", None), "id", "")
    if owner in ("re", "regex") and node.func.attr in MATCHERS and node.args:
        for pattern in literals(node.args[0]):
            yield from re.findall(r"[^\W\d_]{2,}", SYNTAX_RE.sub(" ", pattern).lower())


def words_in(code: str, words: set[str], ours: set[str]) -> set[str]:
    """Return the words of a language that a module's code holds."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Compare):
            text = {*compared(node)}
            found |= {word for word in text if word in words and word.islower()}
        elif isinstance(node, ast.Call):
            found |= {word for word in listed(node) if word in words - ours}
            found |= {word for word in matched(node) if word in words}
    return found


@pytest.fixture(name="words", scope="module")
def _words():
    return words_of_tables()


@pytest.fixture(name="ours", scope="module")
def _ours():
    return names_of_ours()


@pytest.mark.parametrize(
    "code",
    [
        'scan.lowers[i] == "who"',
        'features.shapes[i] in ("and", "but")',
        'PRONOUNS = frozenset("she he".split())',
        'NEVER = frozenset(("niemand", "keiner"))',
        'regex.compile(r"(?:von|des)\\s")',
    ],
)
def test_a_word_in_code_is_seen(code, words, ours):
    assert words_in(code, words, ours)


@pytest.mark.parametrize(
    "code",
    [
        'cue.form == "past"',
        '"direct" in cue.row.frames',
        'tags[i] == "NOUN"',
        'language.words("clauses", "that")',
        'regex.compile(r"(?P<who>\\p{L}+)")',
    ],
)
def test_a_name_of_ours_is_no_word(code, words, ours):
    assert not words_in(code, words, ours)


def test_words_stand_in_tables_and_not_in_code(words, ours):
    found = {
        module.relative_to(SOURCE).as_posix(): words_in(module.read_text("utf-8"), words, ours)
        for module in MODULES
    }
    assert {name: told for name, told in found.items() if told and name not in ALLOWED} == {}
    assert {name for name in ALLOWED if not found.get(name)} == set()
    assert len(ALLOWED) <= 10
