"""Languages: the forms in which they are given, how they are looked up, and what is said of others."""

from __future__ import annotations

import json
import warnings

import pytest

from quotekit import (
    Article,
    Extractor,
    LanguageWarning,
    Registry,
    Table,
    extract,
    extract_many,
    hookimpl,
)
from quotekit._cli.app import run
from quotekit._languages import language_name, language_tag

SAID = "„Wir bleiben“, sagte Ida Moss."


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        ("de", "de"),
        ("DE", "de"),
        (" de ", "de"),
        ("deu", "de"),
        ("ger", "de"),
        ("German", "de"),
        ("german-at", "de-AT"),
        ("de_AT", "de-AT"),
        ("de-at", "de-AT"),
        ("de_AT.UTF-8", "de-AT"),
        ("de_AT@euro", "de-AT"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("klingon", "klingon"),
    ],
)
def test_every_form_of_a_language_becomes_one_tag(given, tag):
    assert language_tag(given) == tag
    assert Article("", language=given).language == tag


@pytest.mark.parametrize("given", ["de", "DE", "deu", "German", "de_AT", "de-DE-1996"])
def test_tables_are_found_by_cutting_the_tag(given):
    [quote] = extract(SAID, language=given).quotes
    assert quote.speaker.name == "Ida Moss"


def test_every_language_with_tables_has_an_english_name():
    for tag in Registry(entry_points=False).languages():
        assert language_name(tag), tag


def test_a_language_without_tables_is_warned_of_once():
    registry = Registry(entry_points=False)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        registry.language("klingon")
        registry.language("klingon")
    [warning] = caught
    assert (warning.category, warning.filename) == (LanguageWarning, __file__)
    assert str(warning.message).startswith("no tables for the language 'klingon'; there are de, en")


@pytest.mark.parametrize(
    "call",
    [
        lambda article: Extractor().extract(article),
        lambda article: Registry().language(article.language),
        lambda article: [*extract_many([article], extractor=Extractor())],
    ],
)
def test_a_warning_is_shown_at_the_line_of_whoever_called_quotekit(unchecked, call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call(Article("Nobody spoke.", language="klingon"))
    [warning] = caught
    assert warning.filename == __file__


def test_a_plugins_tables_for_a_region_add_to_those_of_the_language():
    class Alps:
        @hookimpl
        def quotekit_languages(self):
            return [Table("de_AT", "x-alps", {"peak": ["Spitz"]})]

    registry = Registry(entry_points=False)
    registry.register(Alps)
    assert {"x-alps", "cues"} <= set(registry.language("de-AT").tables)
    assert "x-alps" not in registry.language("de").tables


def test_the_command_line_lists_languages_and_says_in_one_line_which_is_none(tmp_path, capsys):
    assert run(["languages"]) == 0
    rows = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert rows["de"].split()[1] == "German"
    assert "cues" in rows["de"]
    assert run(["languages", "-f", "json"]) == 0
    assert {"code", "name", "tables"} == set(json.loads(capsys.readouterr().out)[0])
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "No."}\n' * 2, "utf-8")
    for processes in ("1", "2"):
        assert run(["extract", str(path), "-l", "klingon", "-p", processes]) == 0
        err = capsys.readouterr().err.splitlines()
        assert [line for line in err if "klingon" in line] == err[:1]
