"""What stands beside marks, for those who look behind them and before them: cues, subjects, verbs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from quotekit.document import Document
from quotekit.syntax._cues import Cue

FINITE_TAGS = frozenset(("VBD", "VBZ", "VB", "AUX", "MODAL"))
SUBJECT_STARTS = frozenset(("PROPN", "PRON", "DET", "NOUN", "ADJ", "NUM", "X", "VBG", "VBN", ""))
RELATIVES = frozenset(("who", "which", "that", "whose", "whom", "where", "when"))
SUBJECT_PRONOUNS = frozenset("he she they who it we i".split())
CLOSING_SIGNS = frozenset(",?!…—–-")
SPEAKING = frozenset(("report", "manner", "writing", "ask", "commit"))
HEARD = frozenset(("heard", "overheard"))
BRIEFED = frozenset("briefed informed questioned interviewed surveyed polled contacted".split())
NAMED = frozenset("named called nicknamed dubbed surnamed".split())
REACH = 45
"""A cue stands no more tokens than this from its quotation."""


class Neighbourhood:
    """The cues of one document, and what grammar tells of them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.tags = document.tags
        self.cues = document.cues
        self._firsts = [cue.first for cue in self.cues]

    def _cues_in(self, first: int, stop: int) -> Iterator[Cue]:
        for n in range(bisect_left(self._firsts, first), len(self.cues)):
            if self.cues[n].first >= stop:
                return
            yield self.cues[n]

    def _finite(self, cue: Cue) -> bool:
        before = self.tags[cue.first - 1] if cue.first else ""
        if cue.form == "noun":  # “…,” Moss notes: a verb that looks like a noun
            subject = before == "PROPN" or self.tokens.lowers[cue.first - 1] in SUBJECT_PRONOUNS
            return subject and cue.first == cue.last and self._clause_ends(cue.last + 1)
        if (
            before in ("DET", "ADJ", "POS")
            and cue.form in ("base", "third")
            and cue.first == cue.head
        ):
            return False  # the annual talks
        if cue.form == "base":
            return before in ("NOUN", "PRON", "PROPN", "ADV") or cue.first < cue.head
        if cue.form == "fixed":  # was quoted as saying
            return "direct" in cue.row.frames
        if cue.form == "participle":
            return cue.first < cue.head
        if cue.form == "gerund":
            return self.tokens.lowers[cue.first - 1] in HEARD
        return cue.row.pos == "verb"

    def _participle(self, i: int) -> bool:
        """Tell whether a past form describes the noun before it: *two clerks briefed on the sale*."""
        low, texts = self.tokens.lowers[i], self.tokens.texts
        if low in NAMED:
            return i + 1 < len(texts) and texts[i + 1][0].isupper() and self.tags[i - 1] == "NOUN"
        return low in BRIEFED and self.tags[i + 1 : i + 2] == ["ADP"]

    def _verb_start(self, cue: Cue) -> int:
        """Return where the verb begins: at *was* in *Moss was overheard saying*."""
        start = cue.first
        if cue.form == "gerund":
            start -= 1
            while start > 0 and self.tags[start - 1] in ("AUX", "ADV", "MODAL"):
                start -= 1
        return start

    def _is_subject(self, first: int, stop: int) -> bool:
        """Tell whether the tokens could be a subject: no verb but in a relative clause."""
        relative = False
        if self.tags[first] in ("VBD", "VBN") and first + 1 < stop:
            first += 1  # retired general Ida Moss
        named = self.tokens.texts[first][0].isupper()  # “…,” Young said
        if self.tags[first] not in SUBJECT_STARTS and not named:
            return False
        for i in range(first, stop):
            if self.tokens.lowers[i] in RELATIVES and i > first:
                relative = True
            elif self.tags[i] in FINITE_TAGS and not relative and not self._participle(i):
                return False
        return True

    def _clause_ends(self, i: int) -> bool:
        return i >= len(self.tokens) or self.tags[i] in ("PUNCT", "ADV", "ADP")

    def _speaks(self, cue: Cue) -> bool:
        return cue.row.kind in SPEAKING and "direct" in cue.row.frames
