"""quotekit finds who said what, and when, in news articles."""

from quotekit._batch import extract_many
from quotekit._files import read, read_all
from quotekit._formats import Reader, Writer
from quotekit._outputs import write, write_all
from quotekit._speaker_index import IndexedSpeaker, SpeakerIndex
from quotekit.document import Document
from quotekit.exceptions import QuotekitError
from quotekit.hookspecs import hookimpl
from quotekit.lexicon import Language, Table
from quotekit.models import (
    Article,
    Attribution,
    Evidence,
    Extraction,
    Fact,
    Failure,
    Link,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    QuoteMode,
    Rejected,
    Selection,
    Speaker,
    SpeakerKind,
    Speakers,
    TimeExpression,
    TimeType,
)
from quotekit.pipeline import Extractor, extract
from quotekit.registry import PluginInfo, Registry
from quotekit.spans import Span

__all__ = [
    "Article",
    "Attribution",
    "Document",
    "Evidence",
    "Extraction",
    "Extractor",
    "Fact",
    "Failure",
    "IndexedSpeaker",
    "Language",
    "Link",
    "Mention",
    "MentionKind",
    "PluginInfo",
    "Quote",
    "QuoteKind",
    "QuoteMode",
    "QuotekitError",
    "Reader",
    "Registry",
    "Rejected",
    "Selection",
    "Span",
    "Speaker",
    "SpeakerIndex",
    "SpeakerKind",
    "Speakers",
    "Table",
    "TimeExpression",
    "TimeType",
    "Writer",
    "extract",
    "extract_many",
    "hookimpl",
    "read",
    "read_all",
    "write",
    "write_all",
]
