"""What the build derives of the tables is what would be derived here, or is not used."""

from __future__ import annotations

import marshal

import attrs
import pytest

from quotekit import Article, Extractor, Registry, _derived
from quotekit.lexicon import Language, Table, builtin_tables

CODES = sorted({table.language for table in builtin_tables()} - {"mul"})


def counts(language: Language) -> dict[str, int]:
    counts.calls += 1
    return {"tables": len(language.tables)}


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return a folder that is read in place of the package's own tables."""
    monkeypatch.setattr(_derived, "folder_of", lambda _: tmp_path)
    counts.calls = 0
    return tmp_path


def language(*more: Table) -> Language:
    ours = [table for table in builtin_tables() if table.language == "nl"]
    return Language("nl", [*ours, *more])


@pytest.mark.parametrize("code", CODES)
def test_what_is_stored_is_what_is_made(code, tmp_path):
    extractor = Extractor(Registry(entry_points=False))
    extractor.extract(Article("“Yes,” Ida Moss said on 3 May.", language=code))
    language = extractor.registry.language(code)
    file = _derived.build(tmp_path, language)
    _, stored = marshal.loads(file.read_bytes())
    made = {_derived._name(make): make(language) for make in language.memo(_derived.Derived)._made}
    assert made
    assert {name: data for name, (_, data) in stored.items()} == made


def test_what_is_stored_is_not_made_again(package):
    first = language()
    assert _derived.derived(first, counts) == _derived.derived(first, counts)
    _derived.build(package, first)
    assert counts.calls == 1
    assert _derived.derived(language(), counts) == {"tables": len(first.tables)}
    assert counts.calls == 1


def test_what_was_made_of_other_tables_does_not_count(package):
    first = language()
    _derived.derived(first, counts)
    _derived.build(package, first)
    _derived.derived(language(attrs.evolve(next(builtin_tables()), name="tides")), counts)
    assert counts.calls == 2


def test_where_a_plugin_brings_a_table_nothing_stored_counts(package):
    first = language()
    _derived.derived(first, counts)
    _derived.build(package, first)
    more = Table("nl", "people", {"kin": {"any": ["tante"]}}, found_by="mine")
    _derived.derived(language(more), counts)
    assert counts.calls == 2


def test_what_other_code_made_does_not_count(package, monkeypatch):
    first = language()
    _derived.derived(first, counts)
    _derived.build(package, first)
    monkeypatch.setattr(_derived, "_source", lambda _: (3, 40))
    _derived.derived(language(), counts)
    assert counts.calls == 2
