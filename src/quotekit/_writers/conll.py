"""CoNLL: a token a line, in CoNLL-U Plus, whose columns are named in the first line.

See https://universaldependencies.org/ext-format.html. A span's first token has ``B``, the others
``I``, each with what it is: ``B-direct:0`` begins the contents of quotation 0. Where spans
overlap, ``|`` stands between them, the longer first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from quotekit._writers.characters import encodable
from quotekit._writers.marks import Mark, marks
from quotekit._writers.tokens import Token, tokens
from quotekit.models import Extraction

UNSAFE_RE = re.compile(r"[\s|]+")

Labels = dict[int, list[str]]
"""The labels of the tokens that have some, by the token's start."""

COLUMNS: dict[str, tuple[tuple[str, ...], Callable[[Mark], str]]] = {
    "QUOTE": (("Direct", "Mixed", "Indirect"), lambda mark: f"{mark.label.lower()}:{mark.id[1:]}"),
    "CUE": (("Cue",), lambda mark: mark.id[1:]),
    "SOURCE": (("Source", "Mention"), lambda mark: mark.speaker or "?"),
    "TIME": (("Time",), lambda mark: mark.value or "?"),
}
"""The columns for annotation: which marks they have, and what they say of one."""

HEAD = f"# global.columns = ID FORM START END {' '.join(COLUMNS)} MISC\n"


def write_conll(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield the columns' names, then for each article its lines, each a block of tokens.

    START and END are code points of the article's text. White space is no token: a span of
    nothing else is left out.

    Example:
        >>> from quotekit import extract
        >>> print("".join(write_conll([extract("“Yes,” said Ida Moss.")])).replace("\\t", " "))
        # global.columns = ID FORM START END QUOTE CUE SOURCE TIME MISC
        # newdoc
        1 “ 0 1 _ _ _ _ SpaceAfter=No
        2 Yes 1 4 B-direct:0 _ _ _ SpaceAfter=No
        3 , 4 5 I-direct:0 _ _ _ SpaceAfter=No
        4 ” 5 6 _ _ _ _ _
        5 said 7 11 _ B-0 _ _ _
        6 Ida 12 15 _ _ B-s1 _ _
        7 Moss 16 20 _ _ I-s1 _ SpaceAfter=No
        8 . 20 21 _ _ _ _ _
        <BLANKLINE>
        <BLANKLINE>
    """
    yield HEAD
    for extraction in extractions:
        identifier = extraction.article.id
        yield f"# newdoc id = {_safe(identifier)}\n" if identifier else "# newdoc\n"
        yield from _blocks(extraction)


def _blocks(extraction: Extraction) -> Iterator[str]:
    text, found = extraction.article.text, marks(extraction)
    pieces = list(tokens(text, (span for mark in found for span in mark.spans)))
    words = [token for token in pieces if not token.span.slice(text).isspace()]
    columns = [
        _labels([mark for mark in found if mark.label in labels], words, says)
        for labels, says in COLUMNS.values()
    ]
    number = 0
    for token, following in zip_longest(pieces, pieces[1:]):
        form = token.span.slice(text)
        if not form.isspace():
            number += 1
            yield _line(number, form, token, columns, following is None or token.spaced)
        elif number and len(form.splitlines()) + form.endswith(("\n", "\r")) > 1:
            yield "\n"
            number = 0
    yield "\n"


def _labels(found: list[Mark], words: list[Token], says: Callable[[Mark], str]) -> Labels:
    labels: Labels = defaultdict(list)
    starts = [token.span.start for token in words]
    for mark in found:
        letter = "B"
        for span in mark.spans:
            for start in starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
                labels[start].append(f"{letter}-{_safe(says(mark))}")
                letter = "I"
    return labels


def _line(number: int, form: str, token: Token, columns: list[Labels], spaced: bool) -> str:
    start, end = token.span
    cells = ["|".join(labels.get(start, ())) or "_" for labels in columns]
    misc = "_" if spaced else "SpaceAfter=No"
    return "\t".join((str(number), encodable(form), str(start), str(end), *cells, misc)) + "\n"


def _safe(text: str) -> str:
    return UNSAFE_RE.sub("_", encodable(text))
