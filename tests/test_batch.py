"""Batches: streaming, in order, in bounded memory, past bad articles, over several processes."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from quotekit import Article, Extraction, Failure, Quote, QuoteKind, Span, extract_many, hookimpl
from quotekit.exceptions import ArgumentError
from quotekit.testing import SAMPLES, extractor


class Fragile:
    """Finds one quotation in every text, and breaks at some."""

    @hookimpl
    def quotekit_find_quotes(self, document):
        if "break" in document.text:
            raise ZeroDivisionError("in my plugin")
        if "die" in document.text:
            os._exit(3)
        yield Quote([Span(0, 1)], QuoteKind.DIRECT)


FRAGILE = extractor(Fragile)


def run(articles, processes):
    return list(extract_many(articles, processes=processes, extractor=FRAGILE))


@pytest.mark.parametrize("processes", [1, 2])
def test_a_bad_article_is_reported_in_its_place_and_the_rest_go_on(processes):
    earlier = Failure("a.jsonl, line 2", "not valid JSON")
    results = run(["one", Article("break", id="b"), 3, earlier, "five"], processes)
    assert [type(result) for result in results] == [
        Extraction,
        Failure,
        Failure,
        Failure,
        Extraction,
    ]
    assert str(results[1]).startswith(
        "article 'b': ZeroDivisionError: in my plugin "
        "(in hook quotekit_find_quotes, plugin fragile, article 'b', at test_batch.py:"
    )
    assert 'raise ZeroDivisionError("in my plugin")' in results[1].details
    assert results[2].reason == "ArticleError: expected an Article or str, got int"
    assert results[3] is earlier or results[3] == earlier


def test_several_processes_give_what_one_gives_in_the_same_order():
    articles = [Article(f"{sample.text} {n}", id=str(n)) for n in range(120) for sample in SAMPLES]
    assert run(articles, 3) == run(articles, 1)


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_every_way_to_start_processes_works(method, monkeypatch):
    """Extractor and plugins travel pickled where processes are not forked."""
    context = multiprocessing.get_context(method)
    monkeypatch.setattr(multiprocessing, "get_context", lambda _=None: context)
    results = run(["one", "break"], 2)
    assert [type(result) for result in results] == [Extraction, Failure]
    assert results[0].quotes[0].found_by == "fragile"


@pytest.mark.parametrize(("processes", "most"), [(1, 1), (2, 100)])
def test_articles_are_read_as_results_are_asked_for(processes, most):
    """So a stream of any length fits into memory."""
    read = 0

    def endless():
        nonlocal read
        while True:
            read += 1
            yield "word " * 4_000

    results = extract_many(endless(), processes=processes, extractor=FRAGILE)
    assert isinstance(next(results), Extraction)
    assert read <= most
    results.close()


def test_an_article_at_which_workers_die_is_a_failure_and_the_rest_go_on():
    texts = ["one", Article("die", id="b"), "three", "four"]
    one, die, three, four = run(texts, 2)
    assert [type(result) for result in (one, three, four)] == [Extraction] * 3
    assert str(die) == (
        "article 'b': WorkerError: the worker process ended with code 3; 2 were tried"
    )


@pytest.mark.parametrize("processes", [0, -1, "2"])
def test_fewer_than_one_process_are_refused_at_once(processes):
    with pytest.raises(ArgumentError, match=f"at least 1, got {processes!r}"):
        extract_many([], processes=processes)


@pytest.mark.parametrize("processes", [1, 2])
def test_no_articles_give_no_results(processes):
    assert run([], processes) == []


@pytest.mark.parametrize("one", ["“Yes,” she said.", Article("No."), b"No.", 3, None])
def test_one_text_where_several_are_meant_is_refused_at_once(one):
    with pytest.raises(
        ArgumentError, match=f"expected several articles, got one {type(one).__name__}"
    ):
        extract_many(one)
