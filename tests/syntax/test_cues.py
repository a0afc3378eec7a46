"""Cues: rows of the table, and what their classes do."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import quotekit
from quotekit import Article, Extractor, Registry
from quotekit.exceptions import LexiconError
from quotekit.lexicon import Table
from quotekit.syntax._cues import UNLISTED, CueLexicon

SOURCE = Path(quotekit.__file__).parent


def language(*brought):
    """Return English with more tables."""

    class Brings:
        @quotekit.hookimpl
        def quotekit_languages(self):
            return list(brought)

    registry = Registry()
    registry.register(Brings(), name="brings")
    return Extractor(registry).document("").language


def test_a_verb_that_no_table_lists_is_one_of_manner():
    """What is known of it without a table is what the table says of its class."""
    lexicon = language().memo(CueLexicon)
    assert UNLISTED.traits == lexicon.traits["manner"]


def test_a_plugins_class_says_what_its_cues_do():
    brought = {
        "classes": {"gesture": {"mode": "speech", "traits": ["speaks", "sounds"]}},
        "verbs": {"semaphore": {"class": "gesture", "frames": ["direct"]}},
    }
    rows = language(Table("en", "cues", brought)).memo(CueLexicon).rows
    [row] = [row for row in rows if row.lemma == "semaphore"]
    assert row.traits == {"speaks", "sounds"}


def test_a_misspelt_trait_is_an_error_that_says_what_is_meant():
    brought = {"classes": {"gesture": {"mode": "speech", "traits": ["speeks"]}}}
    with pytest.raises(LexiconError, match="is 'speaks' meant"):
        language(Table("en", "cues", brought))


def test_no_code_compares_classes_of_cues():
    """Code asks for traits: a class is a row of the table, and a plugin may bring its own."""
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare)
        and "cue_class" in ast.unparse(node)
        and any(isinstance(getattr(part, "value", None), str) for part in ast.walk(node))
    ]
    assert not found


@pytest.mark.parametrize(
    ("code", "text", "cue"),
    [
        ("en", "She has repeatedly said no.", "has repeatedly said"),
        ("en", "According to Ida Moss, it rains.", "According to"),
        ("de", "Ida Moss sagte, es regne.", "sagte"),
    ],
)
def test_a_cue_knows_where_it_is(code, text, cue):
    document = Extractor(Registry(entry_points=False)).document(Article(text, language=code))
    assert [found.span.slice(text) for found in document.cues] == [cue]
    assert [document.span_of(found) for found in document.cues] == [document.cues[0].span]
