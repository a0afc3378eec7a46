"""Attempts: what comes of one article, an extraction or else why there is none."""

from __future__ import annotations

from quotekit._formats import stem
from quotekit.models import Article, Extraction, Failure
from quotekit.pipeline import Extractor

Item = Article | Failure | str
Result = Extraction | Failure


def attempt(extractor: Extractor, item: Item) -> Result:
    """Return what comes of one article; whatever a plugin does, it is no more than a failure.

    A plugin that calls ``sys.exit`` fails like any other; Ctrl-C passes through.
    """
    if isinstance(item, Failure):
        return item
    try:
        return extractor.extract(item)
    except (Exception, SystemExit) as error:
        return failure(item, error)


def failure(item: object, error: BaseException) -> Failure:
    """Return the failure of an article, in words, so that it travels between processes."""
    import traceback  # slow to import

    notes = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
    reason = f"{type(error).__name__}: {_message(error)}{notes}"
    return Failure(
        place(item), " ".join(reason.split()), "".join(traceback.format_exception(error))
    )


def place(item: object) -> str:
    """Return which article it is, in words: its file, and its id where that says more.

    Example:
        >>> place(Article("No.", id="a", path="batch.jsonl"))
        "batch.jsonl, article 'a'"
        >>> place(Article("No.", id="wall", path="news/wall.txt"))
        'news/wall.txt'
    """
    if not isinstance(item, Article):
        return ""
    named = item.id and not (item.path and item.id == stem(item.path))
    return ", ".join(filter(None, (item.path, f"article {item.id!r}" if named else None)))


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return "(its message cannot be printed)"
