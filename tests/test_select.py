"""What is asked for: which quotations come out, and what becomes of the others."""

import json

import attrs
import pytest

from quotekit import ArgumentError, Article, Extractor, Select, extract
from quotekit._cli.app import run

TEXT = (
    "Ida Moss hopes that the gate stays open. Bo Tran said that it would close. "
    "She thinks he is “a nuisance”. “Shut it,” he wrote. “Never,” Ida Moss foghorned."
)
HOPED, SAID, THOUGHT, WROTE, FOGHORNED = (
    "the gate stays open", "it would close", "he is “a nuisance”", "Shut it,", "Never,",
)  # fmt: skip


def texts(extraction):
    return [quote.text for quote in extraction]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [SAID, THOUGHT, WROTE, FOGHORNED]),
        ({"modes": "all"}, [HOPED, SAID, THOUGHT, WROTE, FOGHORNED]),
        ({"modes": "speech"}, [SAID, FOGHORNED]),
        ({"modes": ["thought", "writing"]}, [HOPED, THOUGHT, WROTE]),
        ({"kinds": "indirect"}, [SAID]),
        ({"kinds": "indirect", "modes": "all"}, [HOPED, SAID]),
        ({"classes": "attitude"}, [HOPED, THOUGHT]),
        ({"classes": ["report", "unlisted"]}, [SAID, FOGHORNED]),
        ({"min_confidence": 1.0}, []),
    ],
    ids=str,
)
def test_what_is_asked_for_comes_out_and_nothing_else(asked, expected):
    found = Extractor(select=Select(**asked)).extract(TEXT)
    assert texts(found) == expected
    left_out = {one.quote.text for one in found.rejected if one.reason == "not asked for"}
    assert left_out == {HOPED, SAID, THOUGHT, WROTE, FOGHORNED} - set(expected)


@pytest.mark.parametrize(
    ("text", "spoken_of"),
    [
        ("The mayor announced the three sites of the baths.", "the three sites of the baths"),
        ("Ida Moss pointed out the cranes that would be moved.", "the cranes that would be moved"),
        ("Her brother spoke out against the old lodge.", "the old lodge"),
        ("Bo Tran praised the crew of the ferry.", "the crew of the ferry"),
        ("The guild is extremely critical of members of the lodge.", "members of the lodge"),
    ],
)
def test_what_was_only_spoken_of_is_no_quotation_unless_all_is_asked_for(text, spoken_of):
    assert not extract(text).quotes
    assert texts(extract(text, modes="all")) == [spoken_of]
    assert [one.reason for one in extract(text).rejected] == ["not asked for"]


@pytest.mark.parametrize(
    ("text", "spoken_of"),
    [
        ("Der Rat forderte eine neue Brücke.", "eine neue Brücke"),
        ("Die Wehr sprach von einem schweren Brand.", "einem schweren Brand"),
        ("Die Werft kündigte den Bau von zwei Booten an.", "den Bau von zwei Booten"),
    ],
)
def test_german_tells_what_was_only_spoken_of_apart(text, spoken_of):
    article = Article(text, language="de")
    assert not extract(article).quotes
    assert texts(extract(article, modes="all")) == [spoken_of]


@pytest.mark.parametrize(
    "text",
    [
        "The authors say the results confirm the first study.",
        "Ida Moss said they apply to letters of complaint.",
        "Bo Tran said the men who led the works knew the risk.",
        "The mayor called for calm.",
        "The mayor called the sale of the baths a gift to the few.",
        "Bo Tran praised the crew of the ferry as a model of care.",
        "Ida Moss announced on Tuesday that the three sites were known.",
    ],
)
def test_a_clause_an_order_and_a_judgement_are_quotations_whatever_their_form(text):
    assert len(extract(text).quotes) == 1


def test_a_choice_changes_nothing_of_what_stays():
    everything = {quote.text: quote for quote in extract(TEXT, modes="all")}
    for quote in extract(TEXT):
        other = everything[quote.text]
        assert (quote.source, quote.confidence, quote.cue_class) == (
            other.source, other.confidence, other.cue_class,
        )  # fmt: skip


def test_arguments_of_a_call_stand_in_place_of_those_of_the_extractor():
    extractor = Extractor(select=Select(modes="all", kinds="indirect"))
    assert texts(extractor.extract(TEXT, kinds="direct")) == [WROTE, FOGHORNED]
    assert texts(extractor.extract(TEXT)) == [HOPED, SAID]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"kinds": "spoken"}, "kinds must be of direct, mixed, indirect or all, got 'spoken'"),
        ({"modes": 3}, "modes must be of speech, thought, writing or all, got 3"),
        ({"classes": [3]}, "classes must be names"),
        ({"min_confidence": 2}, "min_confidence must be between 0 and 1, got 2"),
    ],
)
def test_what_cannot_be_asked_for_is_an_error_that_says_what_can(wrong, message):
    with pytest.raises(ArgumentError, match=message):
        Select(**wrong)


def test_the_command_line_asks_with_the_same_words(tmp_path, capsys):
    file = tmp_path / "gate.txt"
    file.write_text(TEXT, "utf-8")
    asked = [
        "--mode",
        "all",
        "--kind",
        "indirect",
        "--class",
        "attitude",
        "--min-confidence",
        "0.1",
    ]
    assert run(["extract", str(file), *asked]) == 0
    [quote] = json.loads(capsys.readouterr().out)["quotes"]
    assert (quote["text"], quote["mode"], quote["cue_class"]) == (HOPED, "thought", "attitude")


def test_a_run_goes_on_only_with_what_was_asked_for_before():
    from quotekit._runs.setting import changes, setting_of

    registry = Extractor().registry
    before, now = (setting_of(registry, select) for select in (None, Select(modes="thought")))
    assert list(changes(before, now)) == ["what is asked for is modes thought, it was default"]


def test_records_of_earlier_versions_have_no_classes():
    found = extract(TEXT)
    record = found.to_dict()
    for item in (*record["quotes"], *(one["quote"] for one in record["rejected"])):
        del item["cue_class"]
    again = type(found).from_dict(record)
    assert again.quotes[0] == attrs.evolve(found.quotes[0], cue_class=None)
