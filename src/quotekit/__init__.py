"""quotekit finds who said what, and when, in news articles.

``import quotekit`` costs next to nothing: a name is imported when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotekit._batch import extract_many
    from quotekit._files import read, read_all
    from quotekit._formats import Reader, Writer
    from quotekit._outputs import write, write_all
    from quotekit._speaker_index import IndexedSpeaker, SpeakerIndex
    from quotekit._writers.docbin import to_displacy
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
        RunError,
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
        Select,
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
    "RunError",
    "Select",
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
    "__compiled__",
    "__version__",
    "extract",
    "extract_many",
    "hookimpl",
    "read",
    "read_all",
    "to_arrow",
    "to_displacy",
    "to_pandas",
    "to_polars",
    "write",
    "write_all",
]

__compiled__: bool
"""Whether the modules that take most of the time are compiled, in this installation."""
__version__: str
"""The version of the installed distribution."""

_HOMES = {
    "quotekit._batch": "extract_many",
    "quotekit._files": "read read_all",
    "quotekit._formats": "Reader Writer",
    "quotekit._outputs": "write write_all",
    "quotekit._speaker_index": "IndexedSpeaker SpeakerIndex",
    "quotekit._writers.docbin": "to_displacy",
    "quotekit._writers.frames": "to_arrow to_pandas to_polars",
    "quotekit.document": "Document",
    "quotekit.exceptions": (
        "ArgumentError ArticleError DuplicatePluginError FormatError HookError InvalidResultError "
        "LanguageWarning LexiconError MissingExtraError PathWarning PluginError QuotekitError "
        "QuotekitWarning ReadError RecordError RunError SpanError WorkerError"
    ),
    "quotekit.hookspecs": "hookimpl",
    "quotekit.lexicon": "Language Table",
    "quotekit.models": (
        "Article ArticleFields Attribution Evidence Explanation Extraction Fact Failure Gender "
        "Link Mention MentionKind Number Quote QuoteKind QuoteMode Rejected Select Selection "
        "Speaker SpeakerKind Speakers TimeExpression TimeType"
    ),
    "quotekit.pipeline": "Extractor extract",
    "quotekit.registry": "PluginInfo Registry",
    "quotekit.spans": "Span",
}
"""Module → the names that it defines for all of quotekit."""
_MODULES = frozenset(
    "document evaluation exceptions hookspecs lexicon models pipeline plugins registry spans syntax "
    "testing view".split()
)
"""The public modules."""
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever has that name
    """Import a public name, or a public module, when it is first asked for."""
    value: Any
    if name in _HOME:
        value = getattr(import_module(_HOME[name]), name)
    elif name in _MODULES:
        return import_module(f"{__name__}.{name}")
    elif name == "__version__":
        value = import_module("importlib.metadata").version("quotekit-nlp")
    elif name == "__compiled__":
        value = not str(import_module("quotekit.syntax._tokens").__file__).endswith(".py")
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_MODULES})
