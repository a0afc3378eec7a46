"""The records that flow through quotekit, all frozen: what goes in, what is found, what comes out.

Offsets are code points into :attr:`Article.text`, end exclusive. A record's ``text`` is filled in
by the pipeline from its spans, for reading; nothing is ever computed from it. Dates are ISO 8601.
"""

from quotekit.models.articles import Article, ArticleFields, Fact
from quotekit.models.explanations import Explanation
from quotekit.models.kinds import (
    Evidence,
    Gender,
    MentionKind,
    Number,
    QuoteKind,
    QuoteMode,
    SpeakerKind,
    TimeType,
)
from quotekit.models.quotes import Attribution, Quote, Rejected, Selection
from quotekit.models.results import Extraction, Failure
from quotekit.models.select import Select
from quotekit.models.speakers import Link, Mention, Speaker, Speakers
from quotekit.models.times import TimeExpression

__all__ = [
    "Article",
    "ArticleFields",
    "Attribution",
    "Evidence",
    "Explanation",
    "Extraction",
    "Fact",
    "Failure",
    "Gender",
    "Link",
    "Mention",
    "MentionKind",
    "Number",
    "Quote",
    "QuoteKind",
    "QuoteMode",
    "Rejected",
    "Select",
    "Selection",
    "Speaker",
    "SpeakerKind",
    "Speakers",
    "TimeExpression",
    "TimeType",
]
