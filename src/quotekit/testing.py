"""Testing: what plugin authors need to try their plugin out and to hold it to the rules.

:func:`document` builds the views that a hook gets, :func:`check_plugin` tries a plugin on harmless
and on hostile articles, :func:`check_extraction` says what is wrong with a result, and
:func:`render` shows it in words.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

from quotekit._invariants import faults
from quotekit.document import Document
from quotekit.exceptions import ArgumentError, InvalidResultError
from quotekit.models import Article, Extraction, Quote
from quotekit.pipeline import Extractor
from quotekit.registry import Registry
from quotekit.spans import join

__all__ = [
    "HOSTILE",
    "SAMPLES",
    "check_extraction",
    "check_plugin",
    "document",
    "extractor",
    "render",
]

SAMPLES: tuple[Article, ...] = (
    Article(
        "Thursday, 4 March 2021\n\n"
        "Moss: Harbour wall ‘will hold’ through the winter\n\n"
        "The Quay Post – The harbour wall will be rebuilt “stone by stone,” Mayor Ida Moss told "
        "the council on Tuesday.\n\n"
        "“We looked at concrete,” she said, “and we turned it down.” Engineer Bo Tran, who has led "
        "the works since 2019, said that the repairs would take two years.\n\n"
        "According to the fishers’ union, boats will have to move in the “quiet” months.",
        id="wall",
    ),
    Article(
        "RAVENFORD, May 3 – Rents rose again, the tenants' council warned.\n\n"
        "\"My mother told me, 'Never sign on a Friday,'\" said Mr. J. P. Orr, 61, a tenant.\n\n"
        '"I should have listened.\n\n"Now I pay for it," he added.',
        id="rents",
        published="2022-05-04",
        title="Rents rise in Ravenford",
    ),
)
"""Two short articles with dates, headlines, and every kind of quotation; nobody in them is real."""

HOSTILE: tuple[Article, ...] = tuple(
    Article(text, id=f"hostile-{n}")
    for n, text in enumerate(
        (
            "",
            " \r\n\t ",
            "“",
            "”“" * 40,
            '"' * 41,
            "“" * 40 + "x" + "”" * 40,
            "He said, “Yes,”\r\n\r\nshe said.\r“No.”\u2028“Why?” \x85he asked.",
            "\0 “\0” said \0.",
            "\ud800 “\udfff,” said \udc00 Orr.",
            "“🙂 👩‍👩‍👧” said 👤.",
            "“שלום,” אמר דוד. «نعم» قال علي.",
            "said " * 50,
            "A. B. C. D. " * 30,
        )
    )
)
"""Texts that a plugin must survive, with no words, odd marks, NUL, lone surrogates, emoji, Hebrew."""


def extractor(
    *plugins: object,
    block: Iterable[str] = (),
    builtins: bool = True,
    name: str | None = None,
) -> Extractor:
    """Return an extractor with the built-ins and these plugins, whatever else is installed.

    Args:
        plugins: Modules, objects, or classes.
        block: Names of built-in plugins not to load.
        builtins: Whether the built-in plugins are loaded at all.
        name: The plugin's name, as its entry point gives it; for one plugin only.

    Example:
        >>> extractor(block=["dates"]).extract("Nobody spoke.").quotes
        ()
    """
    if name is not None and len(plugins) != 1:
        raise ArgumentError(f"name= is for one plugin, got {len(plugins)}")
    registry = Registry(builtins=builtins, entry_points=False, block=block)
    for plugin in plugins:
        registry.register(plugin, name)
    return Extractor(registry)


@functools.cache
def _plain() -> Extractor:
    return extractor()


def document(text: str, **fields: Any) -> Document:  # noqa: ANN401 - the fields of an Article
    """Return the document that hooks get for *text*: tokens, sentences, mentions, all views.

    Args:
        text: The article's text.
        **fields: Further fields of its :class:`.Article`: ``published``, ``language`` …

    Example:
        >>> [span.slice("“Yes.” He left.") for span in document("“Yes.” He left.").sentences]
        ['“Yes.”', 'He left.']
    """
    return _plain().document(Article(text, **fields))


def check_plugin(plugin: object, articles: Iterable[Article] = (*SAMPLES, *HOSTILE)) -> None:
    """Try a plugin on articles, alone and among the built-ins, and hold it to what hooks promise.

    It must register, not raise, give what its hooks allow, leave the extraction sound
    (:func:`check_extraction`), and give the same for the same article.

    Args:
        plugin: A module, an object, or a class.
        articles: What to try it on.

    Raises:
        InvalidResultError: Where an answer, or what becomes of it, breaks the rules.
        AssertionError: Where two runs over one article differ.

    Example:
        >>> from quotekit import hookimpl
        >>> class Nobody:
        ...     @hookimpl
        ...     def quotekit_find_mentions(self, document):
        ...         return []
        >>> check_plugin(Nobody)
    """
    alone, among, again = extractor(plugin, builtins=False), extractor(plugin), extractor(plugin)
    for article in articles:
        alone.extract(article)
        first, second = among.extract(article), again.extract(article)
        check_extraction(first)
        if first != second:
            raise AssertionError(
                f"two runs over article {article.id!r} differ; is there a clock, chance, or a "
                f"memory of earlier articles?\n{render(first)}\n{render(second)}"
            )


def check_extraction(extraction: Extraction) -> None:
    """Check that an extraction keeps what every extraction promises, whatever the text.

    - Every span lies in the text, and every record has the words at its spans.
    - A quotation has words; its contents, cue and source do not overlap. A direct or mixed one has
      quoted stretches, within its contents.
    - Two quotations lie apart, or one in the other's contents, and ``nested_in`` says so. Quotations
      and times are in text order.
    - Speakers are numbered in order, their names are single lines, and a mention belongs to one of
      them; a quotation's source is a mention of its speaker.
    - A time ends after it starts, and its years are on the calendar.
    - Its JSON is one line, and reads back as the same extraction.

    Raises:
        InvalidResultError: If something is broken; it says all that is.

    Example:
        >>> from quotekit import QuoteKind, Span
        >>> quote = Quote([Span(0, 3)], QuoteKind.INDIRECT, cue=[Span(2, 5)], text="Yes")
        >>> check_extraction(Extraction(Article("Yes, no"), (quote,)))
        Traceback (most recent call last):
        quotekit.exceptions.InvalidResultError: quote 0 ('Yes'): its cue overlaps its contents
    """
    broken = list(faults(extraction))
    if broken:
        raise InvalidResultError("; ".join(broken))


def render(extraction: Extraction, context: int = 30) -> str:
    """Show an extraction in words: each quotation in its context, with all its fields.

    Example:
        >>> from quotekit import QuoteKind, Span
        >>> text = "“Yes,” she said."
        >>> quote = Quote([Span(1, 5)], QuoteKind.DIRECT, cue=[Span(11, 15)], rule="marks")
        >>> print(render(Extraction(Article(text, id="a"), (quote,))))
        a: 1 quotation, 0 speakers, 0 times, 0 rejected
        [0] direct speech  “⟦Yes,⟧” she said.
            cue: said | rule: marks | confidence: 0.50
    """
    text, article = extraction.article.text, extraction.article
    counts = ", ".join(
        (
            _count(len(extraction.quotes), "quotation"),
            _count(len(extraction.speakers), "speaker"),
            _count(len(extraction.times), "time"),
            f"{len(extraction.rejected)} rejected",
        )
    )
    lines = [f"{article.id or 'article'}: {counts}"]
    known = {field: getattr(article, field) for field in ("title", "published", "publisher")}
    lines += [f"{field}: {value}" for field, value in known.items() if value is not None]
    for n, quote in enumerate(extraction.quotes):
        lines.append(f"[{n}] {quote.kind} {quote.mode}  {_in_context(text, quote, context)}")
        lines.append(f"    {' | '.join(_fields(text, quote))}")
    lines += [
        f"{s.id} {s.name} ({s.kind}): {_count(len(s.mentions), 'mention')}"
        for s in extraction.speakers
    ]
    lines += [f"time: {t.text} = {t.type} {t.value}" for t in extraction.times]
    for rejected in extraction.rejected:
        lines.append(f"rejected: {_in_context(text, rejected.quote, context)}: {rejected.reason}")
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _in_context(text: str, quote: Quote, context: int) -> str:
    """Return the quotation's surroundings, its contents in brackets."""
    start, end = max(0, quote.span.start - context), quote.span.end + context
    pieces, at = [], start
    for content in quote.contents:
        pieces += [text[at : content.start], "⟦", content.slice(text), "⟧"]
        at = content.end
    return " ".join("".join([*pieces, text[at:end]]).split())


def _fields(text: str, quote: Quote) -> Iterator[str]:
    if quote.source is not None:
        speaker = f" = {quote.speaker.name}" if quote.speaker else ""
        yield f"source: {quote.source.span.slice(text)}{speaker}"
    if quote.cue:
        yield f"cue: {join(text, quote.cue)}"
    if quote.said is not None:
        yield f"said: {quote.said.value}"
    if quote.nested_in is not None:
        yield f"nested in: {quote.nested_in}"
    rules = (quote.rule, quote.attributed_rule)
    yield f"rule: {' + '.join(filter(None, rules)) or '?'}"
    yield f"confidence: {quote.confidence:.2f}"
