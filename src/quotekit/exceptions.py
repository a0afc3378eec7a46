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
    "LexiconError",
    "PathWarning",
    "PluginError",
    "QuotekitError",
    "QuotekitWarning",
    "ReadError",
    "RecordError",
    "SpanError",
    "WorkerError",
]


class QuotekitError(Exception):
    """Base of all errors of this library."""


class QuotekitWarning(UserWarning):
    """Base of all warnings of this library."""


class PathWarning(QuotekitWarning):
    """A text that is the name of a file, which was probably to be read."""


class ArgumentError(QuotekitError, TypeError):
    """An argument of a wrong type."""


class SpanError(QuotekitError, ValueError):
    """Offsets that are no span, or a span that lies outside its text."""


class RecordError(QuotekitError, ValueError):
    """A record whose fields have wrong types or values."""


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


class RecordError(QuotekitError, ValueError):
    """A JSON record that is no extraction, or one without its text."""


class ReadError(QuotekitError, OSError):
    """A file that cannot be read, decoded, or understood."""


class FormatError(QuotekitError, LookupError):
    """A file format that no plugin reads or writes."""


class MissingExtraError(QuotekitError, ImportError):
    """A package that an extra of this distribution brings, and that is not installed."""


class WorkerError(QuotekitError, RuntimeError):
    """A worker process of a batch that died, or that the plugins cannot be sent to."""
