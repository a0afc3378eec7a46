"""Syntax: how an article's text is cut, and what grammar says of its words, once for all plugins.

Text → tokens → paragraphs → marks (pairs of quotation marks) → sentences → clauses; tokens, with tags
where a plugin gives them → cues, noun chunks → subjects. Two small readers come after chunks,
subjects and grammar, one for tags, one for the tables of a language; :class:`quotekit.Document` picks.
Plugins read all of it there, and its views return the records of this package.
"""

from quotekit.syntax._chunks import Chunk
from quotekit.syntax._clauses import Clause
from quotekit.syntax._cues import Cue, CueRow, unlisted_cue
from quotekit.syntax._grammar import Grammar
from quotekit.syntax._guarded import Guarded
from quotekit.syntax._mark_pairs import MarkPair
from quotekit.syntax._phrases import Phrases
from quotekit.syntax._subjects import Subject
from quotekit.syntax._tokens import Tokens

__all__ = [
    "Chunk",
    "Clause",
    "Cue",
    "CueRow",
    "Grammar",
    "Guarded",
    "MarkPair",
    "Phrases",
    "Subject",
    "Tokens",
    "unlisted_cue",
]
