"""TokenArrays: the token lists of a document, as the readers of phrases need them."""

from __future__ import annotations

from quotekit._plugins.mentions.capitals import capitals
from quotekit._plugins.mentions.words import MentionLexicon, build
from quotekit.document import Document

OPENERS = frozenset(".?!…:;\"“‘'„«(—–-*•»”")
"""Behind these a capital may be there because a sentence or a quotation opens."""
FINITE_FORMS = frozenset(("past", "third"))


class TokenArrays:
    """The token lists of a document, and which tokens may be parts of names."""

    __slots__ = (
        *(
            "behind_reports",
            "breaks",
            "capital",
            "document",
            "ends",
            "lowers",
            "n",
            "reporting",
            "starts",
        ),
        *("tags", "texts", "verbs", "words"),
    )

    def __init__(self, document: Document) -> None:
        tokens = document.tokens
        self.document = document
        self.words: MentionLexicon = document.language.memo(build)
        self.texts, self.lowers = tokens.texts, tokens.lowers
        self.starts, self.ends = tokens.starts, tokens.ends
        self.n = len(tokens)
        self.tags = document.tags
        self.breaks = frozenset(tokens.after(span.start) for span in document.paragraphs)
        self.reporting = frozenset(cue.head for cue in document.cues)
        self.behind_reports = frozenset(
            cue.last + 1
            for cue in document.cues
            if cue.row.pos == "verb" and "direct" in cue.row.frames and cue.form in FINITE_FORMS
        )
        self.verbs = frozenset(
            cue.head for cue in document.cues if cue.row.pos == "verb" and cue.form in FINITE_FORMS
        )
        self.capital = capitals(self)

    def opens(self, i: int) -> bool:
        """Tell whether token *i* opens a sentence or a quotation, where a capital means little."""
        if i in self.breaks or self.texts[i - 1] not in OPENERS:
            return i in self.breaks
        return self.texts[i - 1] != "." or self.lowers[i - 2] not in self.words.abbreviated

    def adjacent(self, i: int) -> bool:
        """Tell whether token *i* stands right behind the one before it."""
        return self.starts[i] == self.ends[i - 1]
