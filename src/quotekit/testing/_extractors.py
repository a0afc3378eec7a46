"""Extractors and documents for tests: the built-ins and what a test brings, nothing else."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

from quotekit.document import Document
from quotekit.exceptions import ArgumentError
from quotekit.models import Article
from quotekit.pipeline import Extractor
from quotekit.registry import Registry


def extractor(
    *plugins: object,
    block: Iterable[str] = (),
    builtins: bool = True,
    name: str | None = None,
) -> Extractor:
    """Return an extractor with the built-ins and these plugins, whatever else is installed.

    Args:
        plugins: Modules, objects, or classes.
        block: Names of built-in plugins not to load.
        builtins: Whether the built-in plugins are loaded at all.
        name: The plugin's name, as its entry point gives it; for one plugin only.

    Example:
        >>> extractor(block=["dates"]).extract("Nobody spoke.").quotes
        ()
    """
    if name is not None and len(plugins) != 1:
        raise ArgumentError(f"name= is for one plugin, got {len(plugins)}")
    registry = Registry(builtins=builtins, entry_points=False, block=block)
    for plugin in plugins:
        registry.register(plugin, name)
    return Extractor(registry)


@functools.cache
def plain_extractor() -> Extractor:
    """Return the extractor of the built-ins alone, made when first asked for."""
    return extractor()


def document(text: str, **fields: Any) -> Document:  # noqa: ANN401 - the fields of an Article
    """Return the document that hooks get for *text*: tokens, sentences, mentions, all views.

    Args:
        text: The article's text.
        **fields: Further fields of its :class:`.Article`: ``published``, ``language`` …

    Example:
        >>> [span.slice("“Yes.” He left.") for span in document("“Yes.” He left.").sentences]
        ['“Yes.”', 'He left.']
    """
    return plain_extractor().document(Article(text, **fields))
