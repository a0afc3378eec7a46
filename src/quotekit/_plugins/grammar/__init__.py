"""Grammar: a part of speech for each token, from closed classes, morphology and context.

Every other plugin reads the tags through :attr:`quotekit.Document.tags`, so a plugin that brings a
trained tagger replaces this one and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotekit._plugins.grammar.tagger import tag
from quotekit._plugins.grammar.title_case import tag_titles
from quotekit._plugins.grammar.words import TaggerLexicon
from quotekit.document import Document
from quotekit.hookspecs import hookimpl


@hookimpl(trylast=True)
def quotekit_tag_tokens(document: Document) -> Sequence[str] | None:
    """Tag the tokens of a language that has closed classes in its grammar table."""
    words = document.language.memo(TaggerLexicon)
    if not words.closed:
        return None
    tags = tag(document.tokens, words)
    tag_titles(document, tags, words)
    return tags
