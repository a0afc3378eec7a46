"""Quotes: candidates (direct, mixed, indirect, headline), and which of them stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit._plugins.quotes.indirect import find_indirect
from quotekit._plugins.quotes.lines.blocks import find_blocks
from quotekit._plugins.quotes.lines.captions import find_captions
from quotekit._plugins.quotes.lines.dialogue import find_dialogue
from quotekit._plugins.quotes.lines.headline import find_headline
from quotekit._plugins.quotes.lines.signed import find_signed
from quotekit._plugins.quotes.lines.transcript import find_turns
from quotekit._plugins.quotes.quoted.direct import find_direct
from quotekit._plugins.quotes.quoted.nested import find_nested
from quotekit._plugins.quotes.selection.select import select
from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.models import Quote, Selection


@hookimpl
def quotekit_find_quotes(document: Document) -> Iterator[Quote]:
    """Propose quotations."""
    yield from find_turns(document)
    yield from find_captions(document)
    yield from find_headline(document)
    yield from find_blocks(document)
    yield from find_signed(document)
    yield from find_dialogue(document)
    yield from find_direct(document)
    yield from find_nested(document)
    yield from find_indirect(document)


@hookimpl(trylast=True)
def quotekit_select_quotes(document: Document, candidates: Sequence[Quote]) -> Selection | None:
    """Keep what is speech and does not overlap."""
    return select(document, candidates)
