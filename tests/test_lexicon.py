"""Language tables: the core has quotekit's own, plugins add to them and take out."""

from __future__ import annotations

import pytest

from quotekit import Article, Extractor, Registry, Table, hookimpl
from quotekit._plugins import BUILTIN
from quotekit.exceptions import LexiconError
from quotekit.lexicon import Language, builtin_tables


class Brings:
    """A plugin that brings tables."""

    def __init__(self, *tables):
        self.tables = tables

    @hookimpl
    def quotekit_languages(self):
        return self.tables


def language(*tables, code="en"):
    """Return a language as a registry with a plugin of these tables merges it."""
    registry = Registry(entry_points=False)
    registry.register(Brings(*tables), name="mine")
    return registry.language(code)


@pytest.mark.parametrize("plugin", BUILTIN)
def test_a_blocked_plugin_takes_no_table_with_it(plugin):
    blocked = Registry(entry_points=False, block=[plugin]).language("en")
    whole = Registry(entry_points=False).language("en")
    for table in builtin_tables():
        assert blocked.table(table.name) == whole.table(table.name)


def test_without_plugins_sentences_and_cues_are_the_same():
    article = Article("Mr. Orr said it rained. “Yes,” Dr. Moss said. He left.")
    whole, bare = Registry(entry_points=False), Registry(entry_points=False, builtins=False)
    whole, bare = (Extractor(registry).document(article) for registry in (whole, bare))
    assert bare.sentences == whole.sentences
    assert [cue.row for cue in bare.cues] == [cue.row for cue in whole.cues]
    assert bare.cues


def test_words_append():
    offices = language(Table("en", "titles", {"office": {"person": ["moorwarden"]}}))
    built_in = Registry(entry_points=False).language("en").words("titles", "office", "person")
    assert offices.words("titles", "office", "person") == (*built_in, "moorwarden")


def test_an_added_title_is_read():
    registry = Registry(entry_points=False)
    table = Table("en", "titles", {"office": {"person": ["moorwarden"]}})
    registry.register(Brings(table), name="mine")
    [quote] = Extractor(registry).extract("“The peat is dry,” said Moorwarden Ida Moss.").quotes
    assert quote.speaker.title == "Moorwarden"


@pytest.mark.parametrize(
    ("table", "path", "gone"),
    [
        pytest.param(
            Table("en", "titles", remove={"office": {"person": ["baker"]}}),
            ("titles", "office", "person"),
            "baker",
            id="a word of a list",
        ),
        pytest.param(
            Table("en", "cues", remove={"verbs": ["say"]}),
            ("cues", "verbs"),
            "say",
            id="a row by its key",
        ),
        pytest.param(
            Table("en", "cues", remove={"verbs": {"say": {"frames": ["direct"]}}}),
            ("cues", "verbs", "say", "frames"),
            "direct",
            id="a word in a row",
        ),
        pytest.param(
            Table("en", "cues", remove={"groups": ["idioms"]}),
            ("cues", "groups"),
            "idioms",
            id="a whole list",
        ),
    ],
)
def test_a_table_removes(table, path, gone):
    def there(where):
        found = where.table(path[0])
        for key in path[1:]:
            found = found[key]
        return list(found)

    before = there(Registry(entry_points=False).language("en"))
    assert there(language(table)) == [item for item in before if item != gone]
    assert gone in before


def test_rules_are_removed_by_name():
    rules = language(Table("en", "times", remove={"rules": ["age"]})).table("times")["rules"]
    assert rules
    assert "age" not in [rule["name"] for rule in rules]


def test_what_one_plugin_removes_another_may_remove_too():
    registry = Registry(entry_points=False)
    for name in ("one", "two"):
        table = Table("en", "titles", remove={"office": {"person": ["baker"]}})
        registry.register(Brings(table), name=name)
    assert "baker" not in registry.language("en").words("titles", "office", "person")


def test_removal_comes_after_all_additions():
    found = language(
        Table("en", "titles", remove={"suffix": {"any": ["esq"]}}),
        Table("en", "titles", {"suffix": {"any": ["esq"]}}),
    )
    assert "esq" not in found.words("titles", "suffix", "any")


def test_removing_what_is_not_there_is_an_error_that_says_what_may_be_meant():
    with pytest.raises(LexiconError) as caught:
        language(Table("en", "cues", remove={"verbs": ["insit"]})).table("cues")
    assert str(caught.value) == (
        "table en/cues of plugin 'mine' removes 'insit', "
        "but verbs has no such entry; is 'verbs.insist' meant?"
    )


def test_a_plugins_value_replaces_a_built_in_one():
    row = {"class": "manner", "frames": ["to"]}
    said = language(Table("en", "cues", {"verbs": {"say": row}})).table("cues")["verbs"]["say"]
    assert said["class"] == "manner"
    assert said["frames"] == ["clause", "direct", "passive", "to"]


def test_two_plugins_that_contradict_each_other_are_an_error_that_names_both():
    registry = Registry(entry_points=False)
    for name, cls in (("one", "manner"), ("two", "ask")):
        row = {"class": cls, "frames": ["direct"]}
        registry.register(Brings(Table("en", "cues", {"verbs": {"honk": row}})), name=name)
    with pytest.raises(LexiconError) as caught:
        registry.language("en").table("cues")
    assert str(caught.value) == (
        "table en/cues, verbs.honk.class: two values, "
        "'manner' from plugin 'one' and 'ask' from plugin 'two'"
    )


def test_a_file_that_is_no_toml_is_an_error_that_names_table_and_plugin(tmp_path):
    path = tmp_path / "titles.toml"
    path.write_text("[office\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"^table en/titles of plugin 'mine': "):
        language(Table("en", "titles", path)).table("titles")


def test_the_tables_of_plugins_never_change_their_sources():
    data = {"suffix": {"any": ["esq"]}}
    table = Table("en", "titles", data, remove={"suffix": {"any": ["esq"]}})
    assert "esq" not in language(table).words("titles", "suffix", "any")
    assert data == {"suffix": {"any": ["esq"]}}


def test_words_of_a_missing_entry_are_none():
    assert Language("en").words("titles", "office", "person") == ()


def test_a_language_without_tables_has_those_for_all_languages(recwarn):
    """And is none of the languages that there are tables for."""
    registry = Registry(entry_points=False)
    registry.register(Brings(Table("mul", "x-emoji", {"happy": ["☺"]})), name="mine")
    assert registry.language("klingon").words("x-emoji", "happy") == ("☺",)
    assert registry.language("klingon").table("cues")["classes"]
    assert "klingon" not in registry.languages()
