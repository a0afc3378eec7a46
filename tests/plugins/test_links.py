"""Links: a table of people, brought by a plugin, gives speakers their identifiers."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from quotekit import Article, Extractor, Link, Registry, Table, hookimpl

EXAMPLE = Path(__file__).parents[2] / "examples" / "people_from_csv.py"
TEXT = "“The port stays open,” Trade Minister Ada Ferro said. “For now,” said Ann Doyle, a baker."


def _links(text, people, language="en"):
    class People:
        @hookimpl
        def quotekit_languages(self):
            return [Table(language, "links", {"people": people})]

    registry = Registry(entry_points=False)
    registry.register(People())
    result = Extractor(registry).extract(Article(text, language=language))
    return {s.name: [(k.system, k.identifier) for k in s.links] for s in result.speakers}


def test_a_row_with_the_full_name_gives_its_identifiers_and_others_get_none():
    people = [{"name": "Ada Ferro", "ids": {"wikidata": "Q1", "register": 17}}]
    assert _links(TEXT, people) == {
        "Ada Ferro": [("register", "17"), ("wikidata", "Q1")],
        "Ann Doyle": [],
    }


def test_an_alias_and_lost_diacritics_find_the_row_too():
    people = [{"name": "Adriana María Ferró", "aliases": ["Áda Ferro"], "ids": {"x": "1"}}]
    assert _links(TEXT, people)["Ada Ferro"] == [("x", "1")]


def test_a_surname_alone_is_not_enough():
    people = [{"name": "Ada Ferro", "ids": {"x": "1"}}]
    assert _links("“The port stays open,” Ferro said.", people) == {"Ferro": []}


def test_of_two_rows_of_one_name_the_text_must_show_which_is_meant():
    baker = {"name": "Ann Doyle", "about": "baker in Elm", "ids": {"x": "baker"}}
    judge = {"name": "Ann Doyle", "about": "judge", "ids": {"x": "judge"}}
    assert _links(TEXT, [baker, judge])["Ann Doyle"] == [("x", "baker")]
    assert _links("“For now,” said Ann Doyle.", [baker, judge])["Ann Doyle"] == []


def test_any_plugin_may_link_and_links_are_sorted_and_signed():
    class Register:
        @hookimpl
        def quotekit_link_speaker(self, speaker):
            yield Link("b", speaker.name)
            yield Link("a", speaker.title or "-")

    registry = Registry(entry_points=False)
    registry.register(Register())
    first = Extractor(registry).extract(TEXT).speakers[0]
    assert first.links == (
        Link("a", "Trade Minister", "register"),
        Link("b", "Ada Ferro", "register"),
    )


@pytest.fixture(name="files")
def _files(tmp_path):
    people = tmp_path / "people.csv"
    people.write_text(
        "name,aliases,about,wikidata,register\n"
        "Ada Maria Ferro,A. Ferro; Ada Ferro,trade minister,Q900001,17\n"
        "Bo Tran,,county engineer,,23\n",
        encoding="utf-8",
    )
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    return str(people), str(article)


def test_the_example_links_from_a_newsrooms_own_csv(files, capsys):
    runpy.run_path(str(EXAMPLE))["main"](*files)
    assert capsys.readouterr().out == "Ada Ferro: register:17, wikidata:Q900001\n"
