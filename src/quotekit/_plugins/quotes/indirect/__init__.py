"""Indirect quotations: contents that no quote marks contain, or only partly.

One walk over the sentences and cues of a document (:mod:`quotekit._plugins.quotes.indirect.reader`)
makes quotations in four steps, the same in every language:

1. **Propose**: what a cue may report, from where to where, and whose words those are; by tags
   (:mod:`~quotekit._plugins.quotes.indirect.by_tags`) or by tables
   (:mod:`~quotekit._plugins.quotes.indirect.by_tables`). Their syntax is in ``patterns``.
2. **Filter**: :mod:`filters <quotekit._plugins.quotes.indirect.filters>` stop what only looks like
   a report.
3. **Choose**: a :class:`.Scorer` judges all readings of an article beside one another: weights in a
   language that has them; elsewhere each pattern has a fixed confidence.
4. **Build**: what is left, a :class:`.Candidate`, becomes a quotation
   (:mod:`quotekit._plugins.quotes.indirect.quote_builder`).
"""

from __future__ import annotations

from collections.abc import Iterator

from quotekit._plugins.quotes.indirect.patterns.free import free_speech
from quotekit._plugins.quotes.indirect.quote_builder import to_quote
from quotekit._plugins.quotes.indirect.reader import ClauseReader
from quotekit.document import Document
from quotekit.models import Quote


def find_indirect(document: Document) -> Iterator[Quote]:
    """Propose indirect and mixed quotations; what is wholly in quote marks is left to others."""
    for candidate in free_speech(document, ClauseReader(document).candidates()):
        quote = to_quote(document, candidate)
        if quote is not None:
            yield quote
