"""What comes out: an extraction, or the failure of one."""

from __future__ import annotations

import attrs

from quotekit.models.articles import Article
from quotekit.models.quotes import Quote, Rejected
from quotekit.models.speakers import Speaker
from quotekit.models.times import TimeExpression
from quotekit.spans import Span, join


@attrs.frozen
class Failure:
    """What stands in a stream of results for an article that could not be read or extracted.

    It holds words, not the exception, so that it travels between processes whatever was raised.

    Attributes:
        where: The file and line, or the article's id, as far as known.
        reason: What went wrong, in one line.
        details: The traceback, for those who mend the plugin.

    Example:
        >>> str(Failure("batch.jsonl, line 3", "no “text”"))
        'batch.jsonl, line 3: no “text”'
    """

    where: str
    reason: str
    details: str = attrs.field(default="", repr=False, eq=False)

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}" if self.where else self.reason


@attrs.frozen
class Extraction:
    """Everything that was found in one article.

    Attributes:
        article: The article, with title, date and publisher filled in where the text states them.
        quotes: The quotations in text order.
        speakers: The speakers, in the order of their first mention.
        times: The time expressions in text order.
        rejected: What looked like a quotation and is none, with the reason.

    Example:
        >>> Extraction(Article("")).quotes
        ()
    """

    article: Article
    quotes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    def quotes_by(self, speaker: Speaker | str) -> tuple[Quote, ...]:
        """Return the quotations of *speaker* (the record, its id, or its canonical name)."""
        wanted = speaker.id if isinstance(speaker, Speaker) else speaker
        return tuple(
            quote
            for quote in self.quotes
            if quote.speaker is not None and wanted in (quote.speaker.id, quote.speaker.name)
        )

    def slice(self, *spans: Span) -> str:
        """Return the article's words at *spans*, joined by one blank."""
        return join(self.article.text, spans)
