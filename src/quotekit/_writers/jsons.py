"""JSON: the contract for other programs. One object an article, same input, same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotekit.models import Extraction


def write_lines(extractions: Iterable[Extraction], *, with_text: bool = False) -> Iterator[str]:
    """Yield one line an article; *with_text* puts its text in.

    Example:
        >>> from quotekit.models import Article
        >>> next(write_lines([Extraction(Article("No.", id="a"))]))[:24]
        '{"schema": 1, "id": "a",'
    """
    for extraction in extractions:
        yield extraction.to_json(with_text=with_text) + "\n"


def write_array(extractions: Iterable[Extraction], *, with_text: bool = False) -> Iterator[str]:
    """Yield one JSON array, indented for reading."""
    opening = "["
    for extraction in extractions:
        yield f"{opening}\n{extraction.to_json(with_text=with_text, indent=1)}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"
