"""The tables of cues: every row reads its own example."""

from __future__ import annotations

import re

import pytest

from quotekit import Article, Extractor, Registry, Select
from quotekit._schema import Checker
from quotekit.lexicon import tables

pytestmark = pytest.mark.once

SIGNS = " .,;:!?“”„«»\"'‘’"

UNREAD = {
    "verbs": "try",
    "nouns": "appeal emphasis interest trust critic",
    "expressions": "supposedly",
}
"""English words whose examples the weights leave: acts and attitudes more than speech."""


def rows():
    """Yield language, section, word and columns of each row."""
    for table in tables("cues"):
        for section in ("verbs", "nouns", "expressions"):
            for word, row in table.data().get(section, {}).items():
                yield table.language, section, word, row


def is_read(language, section, word):
    """Return whether a row's example is read."""
    return language != "en" or word.replace(" ", "_") not in UNREAD[section].split()


def cases(*, read):
    """Return the rows that are read, or those that are not, as parameters."""
    return [
        pytest.param(*row, id=f"{row[0]}: {row[2]}") for row in rows() if is_read(*row[:3]) == read
    ]


def plain(example):
    """Return an example without its brackets, as a sentence."""
    text = re.sub(r"[\[\]{}]", "", example)
    return text if text[-1] in ".!?“»”" else f"{text}."


@pytest.fixture(name="extractor", scope="module")
def _extractor():
    return Extractor(select=Select(modes="all"))


@pytest.fixture(name="quotes", scope="module")
def _quotes(extractor):
    """Return a function from a row to contents and source of each quotation in its example."""

    def read(language, example):
        text = plain(example)
        sources = re.findall(r"\{(.*?)\}", example)
        found = [
            (
                " ".join(content.slice(text).strip(SIGNS) for content in quote.contents),
                quote.source.span.slice(text) if quote.source and sources else None,
            )
            for quote in extractor.extract(Article(text, language=language)).quotes
        ]
        contents = " ".join(part.strip(SIGNS) for part in re.findall(r"\[(.*?)\]", example))
        return (contents, sources[0] if sources else None), found

    return read


@pytest.fixture(name="check", scope="module")
def _check():
    """Return what checks a row as one of a plugin is checked: its keys, and what they may be."""
    registry = Registry(entry_points=False)

    def check(code, section, word, row):
        language = registry.language(code)
        checker = Checker("cues", f"src/quotekit/data/{code}/cues.toml")
        part = {section: {word: row}}
        checker.check(part)
        checker.check_merged(part, language.table("cues"), language.words)
        assert row.get("example"), f"{section}.{word} has no example"

    return check


@pytest.mark.parametrize(("language", "section", "word", "row"), cases(read=True))
def test_a_row_reads_its_example(check, quotes, language, section, word, row):
    """*{Die Wirtin} sagte, [der Keller sei trocken]* has that source and those contents."""
    check(language, section, word, row)
    expected, found = quotes(language, row["example"])
    assert expected in found, (section, word)


@pytest.mark.parametrize(("language", "section", "word", "row"), cases(read=False))
def test_a_row_on_the_list_is_not_read(check, quotes, language, section, word, row):
    """The list holds no word whose example is read."""
    check(language, section, word, row)
    expected, found = quotes(language, row["example"])
    assert expected not in found, f"{word} is read now: take it off the list of {section}"


def test_every_word_that_is_not_read_has_a_row():
    named = {(section, word) for section in UNREAD for word in UNREAD[section].split()}
    assert named <= {(section, word.replace(" ", "_")) for _, section, word, _ in rows()}
