"""Rules: quotation candidates (direct, mixed, indirect, headline), and which of them stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.lexicon import Table, tables
from quotekit.models import Quote, Selection
from quotekit.plugins.rules.lines.dialogue import find_dialogue
from quotekit.plugins.rules.lines.headline import find_headline
from quotekit.plugins.rules.lines.transcript import find_turns
from quotekit.plugins.rules.marked.direct import find_direct
from quotekit.plugins.rules.marked.nested import find_nested
from quotekit.plugins.rules.reported import find_reported
from quotekit.plugins.rules.selection.select import select


@hookimpl
def quotekit_languages() -> Iterator[Table]:
    """Bring the cue tables, and what each language writes with apostrophes and marks."""
    return tables("cues", "clauses", "marks", "phrases", "reported")


@hookimpl
def quotekit_find_quotes(document: Document) -> Iterator[Quote]:
    """Propose quotations."""
    yield from find_turns(document)
    yield from find_headline(document)
    yield from find_dialogue(document)
    yield from find_direct(document)
    yield from find_nested(document)
    yield from find_reported(document)


@hookimpl(trylast=True)
def quotekit_select_quotes(document: Document, candidates: Sequence[Quote]) -> Selection | None:
    """Keep what is speech and does not overlap."""
    return select(document, candidates)
