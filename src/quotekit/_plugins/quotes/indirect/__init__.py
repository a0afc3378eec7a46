"""Indirect quotations: contents that no quote marks contain, or only partly.

A cue (:attr:`quotekit.Document.cues`) becomes a quotation in four steps:

1. **Propose**: :mod:`patterns <quotekit._plugins.quotes.indirect.patterns>` read the syntax around
   the cue from closed classes alone, and the places where contents and source may begin and end.
2. **Score**: :mod:`weights <quotekit._plugins.quotes.indirect.scoring>` choose among what is
   proposed, and judge the outcome beside the readings of the cues near it, in a language that has
   them; elsewhere each pattern has a fixed confidence.
3. **Filter**: :mod:`filters <quotekit._plugins.quotes.indirect.filters>` stop what only looks like
   a report.
4. **Build**: what is left, a :class:`.Candidate`, becomes a quotation
   (:mod:`quotekit._plugins.quotes.indirect.quote_builder`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotekit._plugins.quotes.indirect.candidates import Candidate
from quotekit._plugins.quotes.indirect.patterns.sentence_reader import SentenceReader
from quotekit._plugins.quotes.indirect.quote_builder import to_quote
from quotekit._plugins.quotes.indirect.scoring.cue_reader import CueReader
from quotekit._plugins.quotes.indirect.scoring.weights import Scorer, Unweighted, weights_of
from quotekit.document import Document
from quotekit.models import Quote
from quotekit.syntax._clause_words import clause_words


def find_indirect(document: Document) -> Iterator[Quote]:
    """Propose indirect and mixed quotations; what is wholly in quote marks is left to others."""
    for candidate in _candidates(document):
        quote = to_quote(document, candidate)
        if quote is not None:
            yield quote


def _candidates(document: Document) -> Iterable[Candidate]:
    """Return what the reader of the document's language proposes.

    Weights decide where a language has them, whatever else its tables say; then its clause words;
    then its tags alone.
    """
    language = document.language
    scorer: Scorer | None = language.memo(weights_of)
    if scorer is None:
        words = language.memo(clause_words)
        if words is not None:
            return SentenceReader(document, words).candidates()
        scorer = Unweighted()
    return CueReader(document, scorer).candidates() if document.cues else ()
