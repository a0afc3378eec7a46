"""Checks: what an extraction promises, and what a plugin must keep."""

from __future__ import annotations

import importlib
import pickle
import sys
import textwrap
import threading
import traceback
from collections.abc import Iterable, Sequence
from concurrent.futures import Future

import attrs

from quotekit._batch import extract_many
from quotekit._invariants import faults
from quotekit._plugins import BUILTIN
from quotekit.exceptions import InvalidResultError
from quotekit.models import Article, Extraction, Failure
from quotekit.pipeline import Extractor
from quotekit.registry import Registry
from quotekit.testing._extractors import extractor
from quotekit.testing._render import render
from quotekit.testing._samples import HOSTILE, SAMPLES

FORMATS = ("readers", "writers", "view")
"""Built-in plugins that take no part in an extraction."""
DEPTH = 4
"""How many of the innermost calls are shown of what hangs."""


def check_plugin(
    plugin: object,
    articles: Iterable[Article] = (*SAMPLES, *HOSTILE),
    *,
    name: str | None = None,
    processes: int = 2,
    timeout: float = 60.0,
) -> None:
    """Try a plugin on articles, alone and among the built-ins, and hold it to what hooks promise.

    - It registers, and brings tables, readers and writers that are valid.
    - It does not raise, gives what its hooks allow, and leaves the extraction sound
      (:func:`check_extraction`).
    - The same article gives the same, however often and in whichever order it is read, and whether
      the plugin is registered before the built-ins or after them.
    - It works without each of the built-ins.
    - It can be pickled, and gives the same in other processes.
    - It answers in time.

    Args:
        plugin: A module, an object, or a class.
        articles: What to try it on.
        name: Its name, as its entry point gives it.
        processes: How many processes to try it in; 0 for a plugin that cannot leave its own, such as
            a class inside a function.
        timeout: Seconds that one article may take.

    Raises:
        InvalidResultError: Where an answer, or what becomes of it, breaks the rules.
        AssertionError: Where results differ, the plugin cannot be pickled, or an article takes too
            long. What hangs is left in a thread of its own.

    Example:
        >>> from quotekit import hookimpl
        >>> class Nobody:
        ...     @hookimpl
        ...     def quotekit_find_mentions(self, document):
        ...         return []
        >>> check_plugin(Nobody, processes=0)
    """
    among = extractor(plugin, name=name)
    for bring in (among.registry.languages, among.registry.readers, among.registry.writers):
        bring()
    run = _Run(list(articles), among, timeout)
    run.goes_on(extractor(plugin, builtins=False, name=name), "any other plugin")
    run.again(extractor(plugin, name=name), "a second run", "a clock, chance, or a memory")
    run.backwards()
    run.again(
        _before_the_builtins(plugin, name), "registered first", "trylast=True or tryfirst=True"
    )
    for builtin in (builtin for builtin in BUILTIN if builtin not in FORMATS):
        run.goes_on(extractor(plugin, block=[builtin], name=name), f"the plugin {builtin!r}")
    if processes:
        run.again(_pickled(among), "pickled", "a state that does not travel")
        run.in_processes(processes)


@attrs.define
class _Run:
    """What an extractor makes of articles, to be compared with others."""

    articles: Sequence[Article]
    extractor: Extractor
    timeout: float
    results: list[Extraction] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.results = [self._extracted(self.extractor, article) for article in self.articles]
        for result in self.results:
            check_extraction(result)

    def goes_on(self, other: Extractor, absent: str) -> None:
        """Check that nothing raises where others are absent; who selects may be among them."""
        for article in self.articles:
            self._extracted(other, article, f"without {absent}")

    def again(self, other: Extractor, how: str, cause: str) -> None:
        """Check that another extractor gives the same."""
        for article, first in zip(self.articles, self.results, strict=True):
            _same(first, self._extracted(other, article, how), how, cause)

    def backwards(self) -> None:
        """Check that no article changes what becomes of another."""
        for article, first in reversed([*zip(self.articles, self.results, strict=True)]):
            second = self._extracted(self.extractor, article, "in another order")
            _same(first, second, "in another order", "a memory of earlier articles")

    def in_processes(self, processes: int) -> None:
        """Check that worker processes give the same."""
        results = extract_many(
            self.articles, processes=processes, timeout=self.timeout, extractor=self.extractor
        )
        others = [*results]  # all of them, so that no process outlives a complaint
        for first, second in zip(self.results, others, strict=True):
            _same(first, second, f"in {processes} processes", "a state that does not travel")

    def _extracted(self, extractor: Extractor, article: Article, how: str = "") -> Extraction:
        """Extract; an error gets a note that shows the article, and says how it was read."""
        try:
            return _in_time(extractor, article, self.timeout)
        except Exception as error:
            text = textwrap.shorten(ascii(article.text), 70, placeholder="…'")
            error.add_note(", ".join(filter(None, (f"article {article.id!r} is {text}", how))))
            raise


def _in_time(extractor: Extractor, article: Article, timeout: float) -> Extraction:
    """Extract in a thread, which can be given up where it hangs."""
    future: Future[Extraction] = Future()

    def run() -> None:
        try:
            future.set_result(extractor.extract(article))
        except BaseException as error:
            future.set_exception(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(timeout)
    if future.done():
        return future.result()
    frame = sys._current_frames().get(thread.ident or 0)  # noqa: SLF001 - documented all the same
    lines = "".join(traceback.format_list(traceback.extract_stack(frame)[-DEPTH:]))
    raise AssertionError(
        f"article {article.id!r} takes more than {timeout:g} seconds, and is now at\n{lines}"
    )


def _same(first: Extraction, second: Extraction | Failure, how: str, cause: str) -> None:
    if second == first:
        return
    shown = render(second) if isinstance(second, Extraction) else f"{second}\n{second.details}"
    raise AssertionError(
        f"article {first.article.id!r}, {how}: the result differs; is there {cause}?\n"
        f"{render(first)}\n{shown}"
    )


def _before_the_builtins(plugin: object, name: str | None) -> Extractor:
    """Return an extractor in which the plugin was registered first."""
    registry = Registry(builtins=False, entry_points=False)
    registry.register(plugin, name)
    for builtin, module in BUILTIN.items():
        registry.register(importlib.import_module(module), builtin)
    return Extractor(registry)


def _pickled(among: Extractor) -> Extractor:
    """Return the extractor as it arrives in another process."""
    try:
        arrived: Extractor = pickle.loads(pickle.dumps(among))
    except Exception as error:  # pickle raises whatever the object raises
        raise AssertionError(
            f"the plugin cannot be pickled, so it cannot work in other processes "
            f"({type(error).__name__}: {error}); is it a module, or a class of one? "
            "What cannot travel, such as a connection, is better made when first needed"
        ) from error
    return arrived


def check_extraction(extraction: Extraction) -> None:
    """Check that an extraction keeps what every extraction promises, whatever the text.

    - Every span lies in the text, and every record has the words at its spans.
    - A quotation has words; its contents, cue and source do not overlap. A direct or mixed one has
      quoted spans, within its contents.
    - Two quotations lie apart, or one in the other's contents, and ``nested_in`` says so. Quotations
      and times are in text order.
    - Speakers are numbered in order, their names are single lines, and a mention belongs to one of
      them; a quotation's source is a mention of its speaker.
    - A time ends after it starts, and its years are on the calendar.
    - Its JSON is one line, and reads back as the same extraction.

    Raises:
        InvalidResultError: If something is broken; it says all that is.

    Example:
        >>> from quotekit import Quote, QuoteKind, Span
        >>> quote = Quote([Span(0, 3)], QuoteKind.INDIRECT, cue=[Span(2, 5)], text="Yes")
        >>> check_extraction(Extraction(Article("Yes, no"), (quote,)))
        Traceback (most recent call last):
        quotekit.exceptions.InvalidResultError: quote 0 ('Yes'): its cue overlaps its contents
    """
    broken = list(faults(extraction))
    if broken:
        raise InvalidResultError("; ".join(broken))
