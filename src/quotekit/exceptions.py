"""Every error that quotekit raises.

Each is a :class:`QuotekitError` and also the built-in error that fits, so that callers may catch
either the library or the kind of fault.
"""

__all__ = [
    "ArgumentError",
    "ArticleError",
    "DuplicatePluginError",
    "FormatError",
    "HookError",
    "InvalidResultError",
    "LanguageWarning",
    "LexiconError",
    "MissingExtraError",
    "PathWarning",
    "PluginError",
    "QuotekitError",
    "QuotekitWarning",
    "ReadError",
    "RecordError",
    "RunError",
    "SpanError",
    "WorkerError",
]


class QuotekitError(Exception):
    """Base of all errors of this library."""


class QuotekitWarning(UserWarning):
    """Base of all warnings of this library."""


class LanguageWarning(QuotekitWarning):
    """A language without tables, in which next to nothing is found."""


class PathWarning(QuotekitWarning):
    """A text that is the name of a file, which was probably to be read."""


class ArgumentError(QuotekitError, TypeError, ValueError):
    """An argument of a wrong type or value."""


class SpanError(QuotekitError, ValueError):
    """Offsets that are no span, or a span that lies outside its text."""


class RecordError(QuotekitError, ValueError):
    """A record whose fields have wrong types or values, or JSON that is no record."""


class ArticleError(RecordError):
    """An article whose fields have wrong types or values."""


class LexiconError(QuotekitError, ValueError):
    """A language table that breaks its schema, or two tables that contradict each other."""


class PluginError(QuotekitError, RuntimeError):
    """A plugin that cannot be loaded or registered."""


class DuplicatePluginError(PluginError):
    """Two plugins that claim one name."""


class HookError(PluginError):
    """A plugin that implements a hook which does not exist, or with arguments it does not have."""


class InvalidResultError(QuotekitError, TypeError):
    """A hook answered with something that its specification does not allow."""


class ReadError(QuotekitError, OSError):
    """A file that cannot be read, decoded, or understood."""


class FormatError(QuotekitError, LookupError):
    """A file format that no plugin reads or writes."""


class MissingExtraError(QuotekitError, ImportError):
    """A package that an extra of this distribution brings, and that is not installed."""


class WorkerError(QuotekitError, RuntimeError):
    """Worker processes that die before they begin, or that the plugins cannot be sent to."""


class RunError(QuotekitError, RuntimeError):
    """A folder in which a run cannot go on: of other input, another setting, or no run's at all."""
