"""quotekit finds who said what, and when, in news articles."""

from quotekit.document import Document
from quotekit.exceptions import QuotekitError
from quotekit.hookspecs import hookimpl
from quotekit.lexicon import Language, Table
from quotekit.models import (
    Article,
    Attribution,
    Extraction,
    Fact,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    QuoteMode,
    Rejected,
    Selection,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeType,
)
from quotekit.pipeline import Extractor, extract, extract_many
from quotekit.registry import PluginInfo, Registry
from quotekit.spans import Span

__all__ = [
    "Article",
    "Attribution",
    "Document",
    "Extraction",
    "Extractor",
    "Fact",
    "Language",
    "Mention",
    "MentionKind",
    "PluginInfo",
    "Quote",
    "QuoteKind",
    "QuoteMode",
    "QuotekitError",
    "Registry",
    "Rejected",
    "Selection",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Table",
    "TimeExpression",
    "TimeType",
    "extract",
    "extract_many",
    "hookimpl",
]
