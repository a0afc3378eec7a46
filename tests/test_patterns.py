"""Patterns that the build has compiled are those that would be compiled here, or are not used."""

from __future__ import annotations

import copyreg

import pytest
import regex

from quotekit import Article, Extractor, Registry, _compact, _patterns


def code(pattern):
    return copyreg.dispatch_table[type(pattern)](pattern)[1]


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return a folder that is read in place of the package's own tables."""
    monkeypatch.setattr(_patterns, "folder_of", lambda _: tmp_path)
    monkeypatch.setattr(_patterns, "_compiled", {})
    _patterns._ready.cache_clear()
    yield tmp_path
    _patterns._ready.cache_clear()


def test_every_pattern_that_an_article_meets_is_the_same_from_the_build(tmp_path):
    extractor = Extractor(Registry(entry_points=False))
    for language in extractor.registry.languages():
        extractor.extract(Article("“Yes,” Ida Moss said on 3 May.", language=language))
    met = _patterns.known()
    assert len(met) > 50
    _patterns.build(tmp_path, met)
    loaded = _compact.load(tmp_path, "patterns", _patterns._version())
    for text, flags in met:
        assert code(_patterns._machine()(*loaded[text, flags])) == code(regex.compile(text, flags))


def test_a_pattern_of_the_build_is_not_compiled_again(package, monkeypatch):
    _patterns.build(package, [(r"\d+", 0)])
    _patterns._machine()
    monkeypatch.setattr(regex, "compile", lambda *_: 1 / 0)
    assert _patterns.compiled(r"\d+").findall("3 of 40") == ["3", "40"]
    with pytest.raises(ZeroDivisionError):
        _patterns.compiled(r"\d+", regex.IGNORECASE)


def test_code_of_another_version_of_regex_does_not_count(package, monkeypatch):
    _patterns.build(package, [(r"\d+", 0)])
    monkeypatch.setattr(regex, "__version__", "2001.1.1")
    assert _patterns._ready() == {}
    assert _patterns.compiled(r"\d+").findall("3 of 40") == ["3", "40"]


def test_without_a_build_patterns_are_compiled(package):
    assert _patterns.compiled("TIDE", regex.IGNORECASE).search("the tide")
    assert _patterns.known() == [("TIDE", regex.IGNORECASE.value)]
