"""quotekit finds who said what, and when, in news articles."""

from importlib.metadata import version

from quotekit._batch import extract_many
from quotekit._files import read, read_all
from quotekit._formats import Reader, Writer
from quotekit._outputs import write, write_all
from quotekit._speaker_index import IndexedSpeaker, SpeakerIndex
from quotekit._writers.frames import to_arrow, to_pandas, to_polars
from quotekit.document import Document
from quotekit.exceptions import (
    ArgumentError,
    ArticleError,
    DuplicatePluginError,
    FormatError,
    HookError,
    InvalidResultError,
    LanguageWarning,
    LexiconError,
    MissingExtraError,
    PathWarning,
    PluginError,
    QuotekitError,
    QuotekitWarning,
    ReadError,
    RecordError,
    SpanError,
    WorkerError,
)
from quotekit.hookspecs import hookimpl
from quotekit.lexicon import Language, Table
from quotekit.models import (
    Article,
    ArticleFields,
    Attribution,
    Evidence,
    Explanation,
    Extraction,
    Fact,
    Failure,
    Gender,
    Link,
    Mention,
    MentionKind,
    Number,
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
    "ArgumentError",
    "Article",
    "ArticleError",
    "ArticleFields",
    "Attribution",
    "Document",
    "DuplicatePluginError",
    "Evidence",
    "Explanation",
    "Extraction",
    "Extractor",
    "Fact",
    "Failure",
    "FormatError",
    "Gender",
    "HookError",
    "IndexedSpeaker",
    "InvalidResultError",
    "Language",
    "LanguageWarning",
    "LexiconError",
    "Link",
    "Mention",
    "MentionKind",
    "MissingExtraError",
    "Number",
    "PathWarning",
    "PluginError",
    "PluginInfo",
    "Quote",
    "QuoteKind",
    "QuoteMode",
    "QuotekitError",
    "QuotekitWarning",
    "ReadError",
    "Reader",
    "RecordError",
    "Registry",
    "Rejected",
    "Selection",
    "Span",
    "SpanError",
    "Speaker",
    "SpeakerIndex",
    "SpeakerKind",
    "Speakers",
    "Table",
    "TimeExpression",
    "TimeType",
    "WorkerError",
    "Writer",
    "__version__",
    "extract",
    "extract_many",
    "hookimpl",
    "read",
    "read_all",
    "to_arrow",
    "to_pandas",
    "to_polars",
    "write",
    "write_all",
]

__version__: str = version("quotekit-nlp")
"""The version of the installed distribution."""
