"""Marked text: ``“[We will stay,]” {she} said.`` shows contents and source of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import attrs

from quotekit.exceptions import ArgumentError
from quotekit.models import Article, Extraction
from quotekit.pipeline import Extractor
from quotekit.spans import Span
from quotekit.testing._extractors import plain_extractor
from quotekit.testing._render import render

SIGN_RE = re.compile(
    r"\\(?P<literal>[\[\]{}\\])|(?P<opens>[\[{])|(?:\|(?P<label>\w+))?(?P<closes>[\]}])"
)
"""An escaped sign, an opening one, or a closing one with the label before it."""

PAIRS = {"]": "[", "}": "{"}


@attrs.frozen
class Marked:
    """One quotation as a marked text shows it.

    Attributes:
        contents: The spans between ``[`` and ``]``.
        source: The span between ``{`` and ``}``.
    """

    contents: tuple[Span, ...]
    source: Span | None = None


def assert_extracts(
    marked: str,
    extractor: Extractor | None = None,
    **fields: Any,  # noqa: ANN401 - the fields of an Article
) -> Extraction:
    r"""Return the extraction of a text, after comparing it with the quotations marked in the text.

    The contents of a quotation are in ``[brackets]``, its source in ``{braces}``. Quotations after
    the first are told apart by labels: ``[We stay,|1] {Moss|1} said; [We go,|2] {Tran|2} said``.
    All quotations must be marked, to the character; one without braces must have no source, and a
    text without brackets no quotation. Thoughts count too, which are left out elsewhere unless
    asked for. A backslash before a sign makes it text: ``\[``.

    Args:
        marked: The text with its marks.
        extractor: What does the work; by default the built-in plugins alone.
        **fields: Further fields of the article: ``published``, ``language`` …

    Raises:
        AssertionError: If other quotations come out; it shows both texts.
        ArgumentError: If a sign has no partner.

    Example:
        >>> extraction = assert_extracts("“[We looked,]” {Ida Moss} said, “[and turned it down.]”")
        >>> extraction.quotes[0].speaker.name
        'Ida Moss'
        >>> _ = assert_extracts("The “green corridor” is late.")
        >>> assert_extracts("Ida Moss said [it rained].")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        AssertionError: other quotations come out than are marked
          marked: Ida Moss said [it rained].
          found:  {Ida Moss} said [it rained].
        article: 1 quotation, 1 speaker, 0 times, 0 rejected
        ...
    """
    text, wanted = unmark(marked)
    extraction = (extractor or plain_extractor()).extract(Article(text, **fields), modes="all")
    found = _in_text_order(
        Marked(quote.contents, quote.source.span if quote.source else None)
        for quote in extraction.quotes
    )
    if found != wanted:
        raise AssertionError(
            "other quotations come out than are marked\n"
            f"  marked: {mark(text, wanted)}\n  found:  {mark(text, found)}\n{render(extraction)}"
        )
    return extraction


def unmark(marked: str) -> tuple[str, list[Marked]]:
    r"""Return a text without its marks, and the quotations that they show, in text order.

    Example:
        >>> unmark("{She} said [no] \\[sic\\].")
        ('She said no [sic].', [Marked(contents=(Span(9, 11),), source=Span(0, 3))])
    """
    pieces: list[str] = []
    opened: list[tuple[str, int]] = []
    spans: dict[str, dict[str, list[Span]]] = {}
    at = length = 0
    for sign in SIGN_RE.finditer(marked):
        piece = marked[at : sign.start()] + (sign["literal"] or "")
        pieces.append(piece)
        length += len(piece)
        at = sign.end()
        if sign["opens"]:
            opened.append((sign["opens"], length))
        elif sign["closes"]:
            opening, start = opened.pop() if opened else ("", 0)
            if opening != PAIRS[sign["closes"]]:
                raise _unpaired(marked, sign.start("closes"))
            label = spans.setdefault(sign["label"] or "", {"[": [], "{": []})
            label[opening].append(Span(start, length))
    if opened:
        raise _unpaired(marked, len(marked))
    return "".join([*pieces, marked[at:]]), _in_text_order(map(_quotation, spans.items()))


def _in_text_order(quotations: Iterable[Marked]) -> list[Marked]:
    return sorted(quotations, key=lambda quotation: quotation.contents)


def _unpaired(marked: str, at: int) -> ArgumentError:
    return ArgumentError(
        f"the marks before character {at} of {marked!r} do not pair; "
        r"contents are in [ ], a source in { }, and \[ is a bracket of the text"
    )


def _quotation(labelled: tuple[str, dict[str, list[Span]]]) -> Marked:
    label, spans = labelled
    if not spans["["] or len(spans["{"]) > 1:
        what = f"label {label!r}" if label else "the text, without labels,"
        raise ArgumentError(f"{what} has {len(spans['['])} contents and {len(spans['{'])} sources")
    return Marked(tuple(sorted(spans["["])), *spans["{"])


def mark(text: str, quotations: Iterable[Marked]) -> str:
    """Return a text with quotations marked in it; the opposite of :func:`unmark`."""
    quotations = list(quotations)
    # Ends before starts, and of several starts that of the longer span first.
    signs: list[tuple[int, int, int, str]] = []
    for number, quotation in enumerate(quotations, 1):
        label = f"|{number}" if len(quotations) > 1 else ""
        source = [quotation.source] if quotation.source else []
        for spans, pair in ((quotation.contents, "[]"), (source, "{}")):
            for span in spans:
                signs.append((span.start, 1, -span.end, pair[0]))
                signs.append((span.end, 0, -span.start, label + pair[1]))
    pieces, at = [], 0
    for offset, _, _, sign in sorted(signs):
        pieces += [_escaped(text[at:offset]), sign]
        at = offset
    return "".join([*pieces, _escaped(text[at:])])


def _escaped(text: str) -> str:
    return re.sub(r"[\[\]{}\\]", r"\\\g<0>", text)
