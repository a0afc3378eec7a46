"""A register of people: who is known gets identifiers, and nobody gets another's."""

from __future__ import annotations

import pytest
from quotekit_people import NEWSROOM, People

from quotekit import Registry
from quotekit.exceptions import LexiconError
from quotekit.testing import check_plugin, extractor


def links(extraction):
    return [{link.system: link.identifier for link in who.links} for who in extraction.speakers]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (
            "“[The wall holds,]” said {Mayor Ida Moss}.",
            {"wikidata": "Q900000001", "register": "101"},
        ),
        (
            "“[It is bronze,]” said {sculptor Ida Moss}.",
            {"wikidata": "Q900000002", "register": "102"},
        ),
        (
            "“[The wall holds,]” said {Mayor Ida Maria Moss}.",
            {"wikidata": "Q900000001", "register": "101"},
        ),
        (
            "“[We pay,]” {the Harbour Board} said.",
            {"wikidata": "Q900000004"},
        ),
        ("“[No,]” said {Ada Ferro}.", {}),
    ],
)
def test_a_speaker_has_the_identifiers_of_their_row(assert_extracts, marked, found):
    assert links(assert_extracts(marked)) == [found]


def test_of_two_with_one_name_neither_is_guessed(assert_extracts):
    assert links(assert_extracts("“[No,]” said {Ida Moss}.")) == [{}]


def test_people_are_known_in_every_language(assert_extracts):
    extraction = assert_extracts("„[Nein]“, sagte {Bo Tran}.", language="de")
    assert links(extraction) == [{"wikidata": "Q900000003", "register": "103"}]


def test_another_file_may_be_read(tmp_path):
    path = tmp_path / "ours.csv"
    path.write_text("name,register\nAda Ferro,17\n", "utf-8")
    extraction = extractor(People(path)).extract("“No,” said Ada Ferro.")
    assert links(extraction) == [{"register": "17"}]


def test_two_people_never_share_an_identifier(tmp_path):
    path = tmp_path / "ours.csv"
    path.write_text("name,desk\nAda Ferro,town\nBo Tran,town\n", "utf-8")
    with pytest.raises(LexiconError, match=r"ours\.csv, row 3: desk 'town' is also that of row 2"):
        extractor(People(path)).extract("“No,” said Ada Ferro.")


@pytest.mark.parametrize("row", [",17", "Ada Ferro,"])
def test_a_row_that_is_not_whole_is_an_error_with_its_number(tmp_path, row):
    path = tmp_path / "ours.csv"
    path.write_text(f"name,register\n{row}\n", "utf-8")
    with pytest.raises(LexiconError, match=r"ours\.csv, row 2"):
        extractor(People(path)).extract("Nobody spoke.")


def test_the_plugin_is_found_once_installed():
    installed = {info.name: info for info in Registry().plugins()}
    assert installed["people"].distribution == "quotekit-people"


def test_the_plugin_keeps_to_the_rules():
    check_plugin(NEWSROOM, name="people")
