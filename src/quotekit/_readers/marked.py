"""Marked-up text that is no page: all of its paragraphs, with its quotations in quotation marks."""

from __future__ import annotations

from quotekit._readers.html.body import text_of
from quotekit._readers.html.page import Page


def text_from(markup: str, language: str = "en") -> str:
    """Return the text of a fragment of HTML; unlike a page's, every paragraph counts.

    Example:
        >>> text_from("<p>She said <q>no</q>.<blockquote>We stayed.<cite>Bo Tran</cite></blockquote>")
        'She said “no”.\\n\\n“We stayed.”\\n— Bo Tran'
    """
    return text_of(Page(markup).blocks, language)


def words_from(markup: str | None) -> str | None:
    """Return a title or name without its markup, on one line; ``None`` if nothing is left.

    Example:
        >>> words_from("Wall <i>holds</i> &amp; stays")
        'Wall holds & stays'
    """
    return " ".join(text_from(markup).split()) or None if markup else None
