"""No word of a natural language stands in the code: words stand in the tables.

What is compared with words of a text is looked at, and what is listed or matched, also by the name of a
constant or a part of a pattern; and every letter that is not Latin. Messages are not looked at.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regex

import quotekit
from quotekit._plugins.dates.periods import GRANULARITY_ORDER
from quotekit._plugins.dates.rules import NUMERALS

pytestmark = pytest.mark.once

html = pytest.importorskip("lxml.html.defs", reason="the names of HTML’s elements")

SOURCE = Path(quotekit.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))

ALLOWED = {
    "syntax/_tokens.py": "tokens are cut before the language is known: they’ve, they’re, they’ll",
    "syntax/_quote_marks.py": "marks are read before the language is known: runnin’, 5 ft",
    "_plugins/articles/datelines.py": "places and papers have names of every language",
    "_plugins/dates/dateparser_adapter.py": "serves the languages that have no tables",
    "_plugins/quotes/lines/labels.py": "labels in capitals are part of the format of transcripts",
    "_plugins/speakers/interviews.py": "so is the line that names who examines: BY MR. PENN:",
    "_names.py": "names are compared without their language: the jr. of a person, the inc. of a firm",
    "_readers/html/": "pages are read before the language is known: their classes, and Posted by",
    "_readers/mail_body.py": "so are mails: On 3 May, Ida Moss wrote:",
    "evaluation/_compare.py": "gold of any language may leave out the conjunction",
}
"""Module, or folder, → why words of a language stand in it."""

TEXT = {
    "lowers", "texts", "shapes", "low", "lower", "word", "words", "text", "following", "before",
    "noun", "left", "left_word", "here", "preposition", "between", "ahead",
}  # fmt: skip
"""Names of what holds words of the text."""
AFFIXES = {"endswith", "startswith", "removesuffix", "removeprefix"}
LONGEST_AFFIX = 3
NITF = {"media"}
"""Elements of this format that are words."""
MATCHERS = {"compile", "search", "match", "fullmatch", "finditer", "split", "sub"}
SYNTAX_RE = re.compile(
    r"#.*|\\p\{\w+\}|\\[A-Za-z]|\(\?P?<\w+>|\(\?P=\w+\)|\(\?[a-z]+[:)]|\[(?:\\.|[^\]\\])*\]"
)
"""What is no word in a regular expression."""
OTHER_SCRIPTS_RE = regex.compile(r"(?=\p{L})[^\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}]")


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
    found.update(NUMERALS, GRANULARITY_ORDER, html.tags, NITF, fields_and_modules())
    for table in tables("*/times.toml"):
        found.update(name.partition("_")[0] for name in table.get("words", {}))
    for column in schema["columns"].values():
        found.update(strings([cell.get("one_of", []) for cell in column.values()]))
    for table in schema["tables"].values():
        found.update(strings([key.get("keys", []) for key in table.get("keys", {}).values()]))
    return found


def fields_and_modules() -> Iterator[str]:
    """Yield the names of quotekit's modules, and of the fields of its records."""
    yield from (part for module in MODULES for part in module.with_suffix("").parts)
    for module in (SOURCE / "models").glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.AnnAssign):
                yield holder(node.target)


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


def is_matcher(node: ast.Call) -> bool:
    owner = getattr(getattr(node.func, "value", None), "id", "")
    matcher = owner in ("re", "regex") and node.func.attr in MATCHERS
    return matcher or getattr(node.func, "id", "") == "compiled"


def is_affix(node: ast.Call) -> bool:
    return getattr(node.func, "attr", "") in AFFIXES


def matched(node: ast.Call) -> Iterator[str]:
    """Yield the words of a regular expression."""
    if is_matcher(node) and node.args:
        patterns = (one for one in literals(node.args[0]) if "plugin" not in one)  # our messages
        for pattern in patterns:
            yield from re.findall(r"[^\W\d_]{2,}", SYNTAX_RE.sub(" ", pattern).lower())


def ended(node: ast.Call) -> Iterator[str]:
    """Yield the letters of ``word.endswith(("ed", "ing"))`` and its like; longer ones are names."""
    if is_affix(node) and node.args:
        for affix in literals(node.args[0]):
            if affix.isalpha() and affix.islower() and len(affix) <= LONGEST_AFFIX:
                yield affix


def inlined(tree: ast.Module) -> ast.Module:
    """Put the constants of a module where their names stand: in patterns and as affixes."""
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }

    class Inline(ast.NodeTransformer):
        def visit_Call(self, node: ast.Call) -> ast.AST:
            node.args = [
                Names().visit(one) if is_matcher(node) or is_affix(node) else self.visit(one)
                for one in node.args
            ]
            node.func = self.visit(node.func)
            return node

    class Names(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.AST:
            value = constants.get(node.id)
            parts = (ast.Constant, ast.JoinedStr, ast.Tuple, ast.BinOp)
            return self.visit(value) if isinstance(value, parts) else node

    return Inline().visit(tree)


def not_latin(tree: ast.Module) -> Iterator[str]:
    """Yield words in letters of other scripts: *と*; docstrings and whole sentences do not count."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    for node in constants:
        word = isinstance(node.value, str) and id(node) not in told and " " not in node.value
        if word and OTHER_SCRIPTS_RE.search(SYNTAX_RE.sub(" ", node.value)):
            yield node.value


def words_in(code: str, words: set[str], ours: set[str]) -> set[str]:
    """Return the words of a language that a module's code holds."""
    tree = inlined(ast.parse(code))
    found = set(not_latin(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            text = {*compared(node)}
            found |= {word for word in text if word in words and word.islower()}
        elif isinstance(node, ast.Call):
            found |= {word for word in listed(node) if word in words - ours}
            found |= {word for word in matched(node) if word in words - html.tags}
            found |= {*ended(node)}
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
        'compiled(r"(?:von|des)\\s")',
        'word.endswith(("ed", "ing"))',
        'ENDINGS = ("te", "ten")\nword.endswith(ENDINGS)',
        'NAME = r"\\p{Lu} (?:von|of)"\ncompiled(rf"{NAME}:")',
        'OF = "von"\nNAME = rf"\\p{Lu} (?:{OF})"\ncompiled(rf"{NAME}:")',
        'text.startswith("と")',
        'PARTICLES = "はがも"',
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
    told = {name: here for name, here in found.items() if here}
    assert {name: here for name, here in told.items() if not name.startswith((*ALLOWED,))} == {}
    assert [place for place in ALLOWED if not any(name.startswith(place) for name in told)] == []
    assert len(ALLOWED) <= 10
