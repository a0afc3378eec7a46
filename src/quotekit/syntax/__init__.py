"""Syntax: how an article's text is cut, and what grammar says of its words, once for all plugins.

Text → :mod:`tokens <quotekit.syntax._tokens>` → :mod:`paragraphs <quotekit.syntax._paragraphs>` →
:mod:`marks <quotekit.syntax._mark_pairs>` (pairs of quotation marks) → :mod:`sentences
<quotekit.syntax._sentences>` → :mod:`clauses <quotekit.syntax._clauses>`; tokens, with tags where a
plugin gives them → cues, noun :mod:`chunks <quotekit.syntax._chunks>` → :mod:`subjects
<quotekit.syntax._subjects>`. Two small readers stand behind chunks, subjects and grammar, one for
tags, one for the tables of a language; :class:`quotekit.Document` picks. Plugins read all of it there.
"""

from quotekit.syntax._chunks import Chunk
from quotekit.syntax._clauses import Clause
from quotekit.syntax._cues import Cue, CueRow, unlisted_cue
from quotekit.syntax._grammar import Grammar
from quotekit.syntax._guarded import Guarded
from quotekit.syntax._mark_pairs import MarkPair
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
    "Subject",
    "Tokens",
    "unlisted_cue",
]
