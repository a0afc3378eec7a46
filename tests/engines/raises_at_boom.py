"""A plugin that raises at some articles, as plugins do."""

from quotekit import hookimpl


@hookimpl
def quotekit_find_quotes(document):
    """Find nothing, and raise where the text tells it to."""
    if "BOOM" in document.text:
        raise ValueError("cannot bear this text")
    return []
