"""Promises that hold for every text: whatever it is made of, the result is sound and repeatable."""

from __future__ import annotations

import itertools
import json
import threading

import pytest
from hypothesis import example, given

from quotekit import Article, Extractor, Registry
from quotekit._manager import Manager
from quotekit._plugins import BUILTIN
from quotekit._writers.delimited import write_csv
from quotekit._writers.jsons import write_lines
from quotekit._writers.table import write_table
from quotekit.testing import HOSTILE, SAMPLES, check_extraction, document, extractor

from .samples import NEWS
from .strategies import TEXTS

HERE = extractor()


@given(TEXTS)
@example("“\ud800,” said 🙂.\r\n\r\n\0“Yes,”\u2028she said.")
@example("“שלום,” אמר דוד.\u200f")
def test_every_span_equals_its_text_and_nothing_raises(text):
    extraction = HERE.extract(Article(text, published="2021-07-27"))
    assert extraction.article.text == text
    check_extraction(extraction)


@given(TEXTS)
def test_quotes_come_in_text_order_and_point_outwards(text):
    extraction = HERE.extract(text)
    keys = [quote.sort_key for quote in extraction.quotes]
    assert keys == sorted(keys)
    for n, quote in enumerate(extraction.quotes):
        if quote.nested_in is not None:
            assert quote.nested_in < n
            outer = extraction.quotes[quote.nested_in]
            assert any(content.contains(quote.span) for content in outer.contents)
        if quote.speaker is not None:
            assert quote.speaker in extraction.speakers
        assert 0 <= quote.confidence <= 1


@given(TEXTS)
def test_every_writer_writes_what_json_and_utf_8_can_hold(text):
    extraction = HERE.extract(Article(text, id=text, title=text))
    line = "".join(write_lines([extraction]))
    assert line.count("\n") == 1
    again = json.loads(line.encode("utf-8"))
    assert again["title"] == text
    for quote in again["quotes"]:
        assert quote["text"] == " ".join(text[s:e] for s, e in quote["spans"])
    for write in (write_csv, write_table):
        "".join(write([extraction])).encode("utf-8", "backslashreplace")


@given(TEXTS)
def test_views_cut_the_text_without_changing_it(text):
    made = document(text)
    for spans in (made.paragraphs, made.sentences):
        assert list(spans) == sorted(spans)
        assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
        assert all(span.slice(text) == span.slice(text).strip() for span in spans)
    covered = {offset for span in made.paragraphs for offset in range(*span)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
    assert made.tokens.texts == [
        text[s:e] for s, e in zip(made.tokens.starts, made.tokens.ends, strict=True)
    ]


@pytest.mark.parametrize("article", [*SAMPLES, *HOSTILE], ids=lambda article: article.id)
def test_the_order_in_which_built_ins_load_never_shows(article, monkeypatch):
    monkeypatch.setattr("quotekit._manager.BUILTIN", dict(reversed(BUILTIN.items())))
    reversed_order = Extractor(Registry(entry_points=False))
    assert reversed_order.extract(article).to_json() == HERE.extract(article).to_json()
    assert list(Manager(entry_points=False)._infos) == list(reversed(BUILTIN))


def test_threads_share_an_extractor():
    """Sixteen threads over one extractor give what one gives."""
    wanted = [HERE.extract(article) for article in SAMPLES]
    shared = extractor()
    found: list[object] = []

    def work():
        found.append([shared.extract(article) for article in SAMPLES])

    threads = [threading.Thread(target=work) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 16


@pytest.mark.parametrize(
    "piece",
    ["“", "”", '"', "'", "“”", "”“", "‘“", "Ida ", "he said ", "said “", "A. ", "\n\n“", "1 "],
)
def test_time_grows_linearly_with_hostile_text(piece, affordable):
    """Four times the text takes about four times the work, not sixteen times."""
    short, long = piece * (4_000 // len(piece)), piece * (16_000 // len(piece))
    assert affordable(lambda: HERE.extract(long), 9, lambda: HERE.extract(short))


CROWDS = {
    "en": (
        "he said ",
        ", who said ",
        "he said he ",
        "he said that she said ",
        "Ida Moss said “x” ",
        "“x,” he said, “y.” ",
        'log.info("%s: %s", "a b c", name)\n',
    ),
    "de": ("er sagte ", ", der sagte, ", "er sagte er ", "sagte „x“ "),
    "fr": ("il a dit ", ", qui a dit ", "il dit il ", "dit « x » "),
    "es": ("él dijo ", ", que dijo ", "dijo que él ", "dijo «x» "),
    "it": ("lui ha detto ", ", che ha detto ", "ha detto lui ", "ha detto “x” "),
    "pt": ("ele disse ", ", que disse ", "disse “x” "),
    "nl": ("hij zei ", ", die zei ", "zei “x” "),
}


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        (language, piece)
        for language, pieces in CROWDS.items()
        for piece in (*pieces, "said “x” ", "“x” ", '"x" ', "A B ")
    ],
)
def test_a_text_of_cues_and_marks_alone_takes_no_longer_than_news(language, piece, affordable):
    """64 KB of it at most one and a half times as long as 64 KB of news in its language."""
    news, hostile = (text * (2**16 // len(text)) for text in (NEWS[language] + "\n\n", piece))
    reads = [lambda text=text: HERE.extract(text, language=language) for text in (hostile, news)]
    assert affordable(reads[0], 1.5, reads[1], 0.0)


TABLES = ["a\n", "1\n", "“a”\n", "Q: a\nA: b\n", "X. Y. ", "1990 ", "3/4/2021 "]


@pytest.mark.parametrize("language", NEWS)
def test_a_text_of_tables_takes_no_longer_than_news(language, affordable):
    """64 KB of tables of several sorts, likewise; all at once, since news takes its time."""
    tables = "\n\n".join(piece * (2**16 // len(TABLES) // len(piece)) for piece in TABLES)
    news = NEWS[language] + "\n\n"
    news *= 2**16 // len(news)
    reads = [lambda text=text: HERE.extract(text, language=language) for text in (tables, news)]
    assert affordable(reads[0], 1.5, reads[1], 0.0)


@pytest.mark.parametrize("language", NEWS)
def test_what_news_is_measured_against_is_news(language):
    assert len(HERE.extract(NEWS[language], language=language).quotes) >= 1


def test_dozens_of_words_in_marks_are_no_quotations_and_the_next_sentence_has_one():
    listed = ", ".join(f"“word {n}”" for n in range(30))
    text = f"The list has {listed}. “We will stay on the island,” Ida Moss said."
    assert [quote.text for quote in HERE.extract(text).quotes] == ["We will stay on the island,"]


def test_a_sentence_of_hundreds_of_cues_reports_nothing_and_one_with_five_does():
    crowd, few = ("he said the wall would hold until the spring and that " * n for n in (100, 5))
    assert HERE.extract(f"{crowd} it is late.").quotes == ()
    assert HERE.extract(f"{few} it is late.").quotes != ()


def test_a_sentence_of_dozens_of_cues_reports_nothing_and_the_next_one_does():
    crowd = "he said " * 40
    found = HERE.extract(f"{crowd}. Ida Moss said that the harbour is closed.").quotes
    assert [quote.text for quote in found] == ["the harbour is closed"]
