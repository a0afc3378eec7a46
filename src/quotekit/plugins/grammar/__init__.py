"""Grammar: a part of speech for each token, from closed classes, morphology and context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.lexicon import Table, tables


@hookimpl
def quotekit_languages() -> Iterator[Table]:
    """Bring the closed classes and abbreviations."""
    return tables("grammar")


@hookimpl(trylast=True)
def quotekit_tag_tokens(document: Document) -> Sequence[str] | None:
    """Tag the tokens of a language that has a grammar table."""
    return None
