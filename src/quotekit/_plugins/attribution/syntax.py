"""Syntax: who is the subject, or the agent, of a reporting cue."""

from __future__ import annotations

from quotekit._plugins.attribution.quoted_sources import relayed
from quotekit._plugins.attribution.subject_finder import RELATIVES, SourceMatch, SubjectFinder
from quotekit.document import Document
from quotekit.models import Mention, MentionKind, Quote, QuoteMode
from quotekit.spans import Span
from quotekit.syntax._cues import Cue, CueRow
from quotekit.syntax._phrases import topic_before

ADDRESSED = frozenset(("told", "order"))
"""Frames of verbs whose object is addressed: in the passive, their subject is not the speaker."""
MARK_LENGTH = 12
"""No mark with the blanks at it is longer than this (some stand as character references)."""
FARTHEST = 1500
"""No subject stands farther from its verb, in characters."""
CLOSING = frozenset("”»")
"""Behind these marks a verb has its subject on its right, whichever quotation it belongs to."""
CLAUSE = 60
"""So many tokens before its contents a clause may begin."""
CAPTIONED = frozenset("captioned titled entitled headlined subtitled".split())
"""These hang on the picture or letter before them: who posted it speaks."""
POSSESSION = 60
"""So far before a noun that reports its owner may stand."""
_UNLISTED = CueRow("", "verb", "manner", frozenset(("direct",)), QuoteMode.SPEECH)


def cue_of(document: Document, quote: Quote) -> Cue | None:
    """Return the cue of a quotation as the document's cues know it."""
    for span in quote.cue:
        for cue in document.cues_in(span.start, span.end):
            return cue
        first, last = document.tokens.after(span.start), document.tokens.before(span.end)
        if first <= last and document.tokens.texts[first][0].isalpha():
            return Cue(first, last, first, _UNLISTED, "past")
    return None


class Clause:
    """Reads the surroundings of one cue."""

    def __init__(self, document: Document, quote: Quote, cue: Cue) -> None:
        self.document = document
        self.tokens = document.tokens
        self.tags = document.tags
        self.quote = quote
        self.cue = cue
        bounds = _bounds(document, quote, cue)
        marked = _marked(document, bounds, document.tokens.starts[cue.head])
        self.walk = SubjectFinder(document, [*quote.contents, *marked], bounds)

    def source(self) -> SourceMatch | None:
        """Return the one who speaks, as the grammar of the cue has it."""
        cue, walk = self.cue, self.walk
        if not self.tags[cue.head] or _foreign(self.document, self.quote):
            return self._by_capitals()
        if cue.form == "fixed" and "direct" in cue.row.frames:  # was quoted as saying
            return walk.before(cue.first)
        if cue.form == "fixed":
            return self._of_expression()
        found = relayed(self.document, cue, walk)
        if found is not None:
            return found
        if cue.form == "noun" and self.quote.rule != "cue-after":
            return self._of_noun()
        if cue.passive:
            return self._of_passive()
        if cue.form == "gerund" or self.tokens.lowers[cue.head] in CAPTIONED:
            return self._ahead() or self._of_main_clause() or walk.before(cue.first)
        if self._inverted():
            found = walk.behind(cue.last, "inverted", 0.97)
            if found is not None:
                return found
        return walk.before(cue.first) or walk.behind(cue.last, "subject-behind", 0.6)

    def _by_capitals(self) -> SourceMatch | None:
        """Read the source from capitals and small words, in a language without tags."""
        document, cue = self.document, self.cue
        first, stop = self.walk.first, self.tokens.after(self.walk.end)
        if "before" in cue.row.frames:  # der Polizei zufolge
            place = document.phrases.postposed(first, cue.first)
            return (
                SourceMatch(document.phrases.mention(*place), "inverted", 0.86) if place else None
            )
        if self.tokens.texts[cue.first].startswith("と"):
            sentence = document.sentence_at(self.quote.contents[0].start)
            topic = topic_before(
                self.tokens, self.tokens.after(sentence.start if sentence else 0), cue.first
            )
            return SourceMatch(topic, "subject", 0.86) if topic else None
        if cue.form == "fixed" or (self._behind_contents() and self._stands_free()):
            inside = document.phrases.clitic((cue.head, cue.last))
            behind = inside or document.phrases.behind(cue.last + 1, stop)
            behind = document.phrases.somebody(behind, cue.first, stop)
            return SourceMatch(behind, "inverted", 0.86) if behind else None
        if first >= cue.first - 1 and not self._stands_free():  # X hat es „…“ genannt
            first = self._clause_around()
        owner = document.phrases.owner(cue.last + 1, stop) if cue.form == "noun" else None
        if owner is not None:  # in einer Erklärung der Stadt
            return SourceMatch(owner, "agent-of-noun", 0.8)
        mention = document.phrases.subject((cue.head, cue.last), (first, stop))
        return SourceMatch(mention, "subject", 0.85) if mention else None

    def _sentence(self) -> Span:
        start = self.quote.contents[0].start
        return self.document.sentence_at(start) or Span(0, len(self.document.text))

    def _clause_around(self) -> int:
        """Return the first token of the clause with the contents: behind the comma before it."""
        first = self.tokens.after(self._sentence().start)
        start = self.tokens.before(self.quote.contents[0].start)
        farthest = max(first, start - CLAUSE)
        commas = (i for i in range(start, farthest, -1) if self.tokens.texts[i] == ",")
        return next(commas, first - 1) + 1

    def _stands_free(self) -> bool:
        """Tell whether the contents are no part of the cue's clause: *„…“, sagte X*."""
        if self.tokens.texts[self.cue.first - 1] == ",":
            return True
        return self.quote.contents[0].start - self._sentence().start <= MARK_LENGTH

    def _of_expression(self) -> SourceMatch | None:
        """Find *X* in *according to X* and *in his words*."""
        first, last = self.tokens.starts[self.cue.first], self.tokens.ends[self.cue.last]
        for mention in self.walk.mentions(first, last):
            return SourceMatch(mention, "own-words", 0.85)
        return self.walk.behind(self.cue.last, "according-to", 0.96)

    def _of_noun(self) -> SourceMatch | None:
        """Find *X* in *X’s claim*, *a statement from X* and *in a statement, X said*."""
        head = self.tokens.starts[self.cue.head]
        start = max(self.walk.start, head - POSSESSION)
        for mention in reversed([*self.walk.mentions(start, head), *self._owners()]):
            behind = self.tokens.after(mention.span.end)
            possessive = self.tokens.lowers[behind] in ("'s", "'") or (
                mention.kind is MentionKind.PRONOUN and behind == self.cue.first
            )
            if possessive and self.cue.head - behind <= 4:
                return SourceMatch(mention, "possessive", 0.85)
        last = self.cue.last
        if last + 1 < len(self.tokens) and self.tokens.lowers[last + 1] in ("from", "by", "of"):
            found = self.walk.behind(last + 1, "agent-of-noun", 0.85)
            if found is not None:
                return found
        return self.walk.leading(self.tokens.after(self.walk.end), "subject-of-noun", 0.7)

    def _owners(self) -> list[Mention]:
        """Return the mentions inside the one that the noun closes: *the curator’s verdict*."""
        head = self.tokens.starts[self.cue.head]
        around = self.document.mentions_in(max(0, head - POSSESSION), head)
        return [
            inner
            for mention in around
            if mention.span.end > head
            for inner in mention.inner
            if inner.span.end <= head
        ]

    def _of_passive(self) -> SourceMatch | None:
        """Find the agent behind *by*: *was told by X*."""
        last = self.cue.last
        for i in range(last + 1, min(last + 14, len(self.tokens))):
            if self.tokens.lowers[i] == "by":
                return self.walk.behind(i, "agent", 0.93)
            if self.tokens.texts[i] in ".;":
                break
        if self.cue.row.frames & ADDRESSED or self.cue.row.kind == "ask":
            return None
        return self.walk.before(self.cue.first)

    def _ahead(self) -> SourceMatch | None:
        """Find the subject that a leading participle waits for: *Citing “…,” the office left*."""
        sentence = self.document.sentence_at(self.tokens.starts[self.cue.first])
        if sentence is None or self.tokens.after(sentence.start) != self.cue.first:
            return None
        i = self.tokens.after(self.quote.contents[-1].end)
        while i < len(self.tags) and self.tags[i] == "PUNCT":
            i += 1
        if i >= len(self.tags) or self.tokens.starts[i] >= sentence.end:
            return None
        start = self.tokens.starts[i]
        for mention in self.document.mentions_in(start, start + 1):
            return SourceMatch(mention, "participle", 0.86)
        return None

    def _of_main_clause(self) -> SourceMatch | None:
        """Find the subject of the finite cue that a participle hangs on: *X said, adding …*."""
        stop = self.tokens.starts[self.cue.first]
        for cue in reversed(self.document.cues_in(self.walk.start, stop)):
            if cue.form in ("past", "third", "participle") and "direct" in cue.row.frames:
                found = Clause(self.document, self.quote, cue).source()
                if found is not None and not _is_relative(self.document, found):
                    return SourceMatch(found.mention, "participle", 0.9)
        return self.walk.main_subject(self.cue.first, "participle") or self.walk.leading(
            self.cue.first, "participle", 0.6
        )

    def _inverted(self) -> bool:
        """Tell whether the subject follows the verb.

        *“…,” said X*; *Said X: “…”*; *After the storm, explained X, “…”*.
        """
        first, last = self.cue.first, self.cue.last
        if first == 0 or self.tokens.starts[first - 1] < self.walk.start:
            return True
        if self._behind_contents() or self.tokens.texts[first - 1] in CLOSING:
            return True
        if self.tokens.texts[first - 1] != "," or "told" in self.cue.row.frames:
            return False
        next_start = self.tokens.starts[last + 1] if last + 1 < len(self.tokens) else -1
        return any(
            m.span.start == next_start and not self._acts(m)  # Hugh Lunt, said he was …
            for m in self.walk.mentions(next_start, next_start + 1)
        )

    def _acts(self, mention: Mention) -> bool:
        """Tell whether a verb of its own stands right behind a mention."""
        behind = self.tokens.after(mention.span.end)
        return behind < len(self.tags) and self.tags[behind] in ("VBD", "VBZ", "AUX", "MODAL")

    def _behind_contents(self) -> bool:
        """Tell whether the cue stands right behind the marks."""
        first = self.cue.first
        near = any(
            0 <= self.tokens.starts[first] - content.end <= 6 for content in self.quote.contents
        )
        return near and not self.tokens.texts[first - 1][0].isalnum()


def _foreign(document: Document, quote: Quote) -> bool:
    """Tell whether a quotation stands in marks of another language than English."""
    start = quote.contents[0].start
    before = document.text[max(0, start - 2) : start]
    return quote.rule == "dash-dialogue" or "「" in before or "『" in before


def _is_relative(document: Document, found: SourceMatch) -> bool:
    """Tell whether a verb stands in a clause about somebody else: *a man who said he was ill*."""
    return found.mention.span.slice(document.text).lower() in RELATIVES


def _marked(document: Document, bounds: tuple[int, int], at: int) -> list[Span]:
    """Return what else stands in marks in a clause: nobody named there speaks outside."""
    start, end = bounds
    return [
        pair.inner
        for pair in document.marks_in(start, min(end, at + FARTHEST))
        if pair.depth == 0 and pair.closing and not pair.outer.start <= at < pair.outer.end
    ]


def _bounds(document: Document, quote: Quote, cue: Cue) -> tuple[int, int]:
    """Return where the cue's clause may begin and end: its sentence without the contents."""
    at = document.tokens.starts[cue.head]
    sentence = document.sentence_at(at) or Span(0, len(document.text))
    start, end = max(sentence.start, at - FARTHEST), sentence.end
    for content in quote.contents:
        for pair in document.marks_in(max(start, content.start - MARK_LENGTH), content.start):
            if not content.overlaps(pair.inner):
                continue
            if pair.outer.end <= at:
                start = max(start, pair.outer.end)
            elif pair.outer.start > at:
                end = min(end, pair.outer.start)
    for content in quote.contents:
        if start < content.end <= at:
            start = content.end
    return start, end
