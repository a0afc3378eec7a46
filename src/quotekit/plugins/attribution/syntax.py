"""Syntax: who is the subject, or the agent, of a reporting cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotekit.document import Document
from quotekit.models import Mention, MentionKind, Quote, QuoteMode
from quotekit.plugins.attribution.phrases import phrase_behind, subject_phrase, topic_before
from quotekit.spans import Span
from quotekit.views.cues import Cue, CueRow

VERBAL = frozenset(("VB", "VERB", "VBD", "VBZ", "VBN", "VBG", "AUX", "MODAL", "PART"))
FINITE = frozenset(("VBD", "VBZ", "AUX", "MODAL"))
RELATIVES = frozenset(("who", "which", "that", "whose", "whom"))
ATTACHING = frozenset("of for at from with in on to by under against near behind".split())
POSSESSIVES = frozenset("his her its their my our your".split())
ASIDES = frozenset(
    ("DET", "VBG", "VBN", "NUM", "ADJ", "NOUN", "PROPN", "ADP", "ADV", "SCONJ", "PRON")
)
ADDRESSED = frozenset(("told", "order"))
"""Frames of verbs whose object is addressed: in the passive, their subject is not the speaker."""
REACH = 60


class Found(NamedTuple):
    """A mention and how it was found."""

    mention: Mention
    rule: str
    confidence: float


def cue_of(document: Document, quote: Quote) -> Cue | None:
    """Return the cue of a quotation as the document's cues know it."""
    for span in quote.cue:
        for cue in document.cues_in(span.start, span.end):
            return cue
        first, last = document.tokens.after(span.start), document.tokens.before(span.end)
        if first <= last and document.tokens.texts[first][0].isalpha():
            return Cue(first, last, first, _UNLISTED, "past")
    return None


_UNLISTED = CueRow("", "verb", "manner", frozenset(("direct",)), QuoteMode.SPEECH)


class Clause:
    """Reads the surroundings of one cue."""

    def __init__(self, document: Document, quote: Quote, cue: Cue) -> None:
        self.document = document
        self.tokens = document.tokens
        self.tags = document.tags
        self.quote = quote
        self.cue = cue
        self.start, self.end = _bounds(document, quote, cue)

    def source(self) -> Found | None:
        """Return the one who speaks, as the grammar of the cue has it."""
        cue = self.cue
        if not self.tags[cue.head] or _foreign(self.document, self.quote):
            return self._by_capitals()
        if cue.form == "fixed":
            if "direct" in cue.row.frames:  # was quoted as saying
                return self._before(cue.first)
            return self._of_expression()
        if cue.form == "noun":
            if self.quote.rule == "cue-after":  # “…,” Moss notes
                return self._before(cue.first)
            return self._of_noun()
        if cue.passive:
            return self._of_passive()
        if cue.form == "gerund":
            return self._of_main_clause() or self._before(cue.first)
        if self._inverted():
            found = self._behind(cue.last, "inverted", 0.97)
            if found is not None:
                return found
        if self.quote.rule == "cue-before" and self._parenthetic():
            found = self._behind(cue.last, "inverted", 0.9)
            if found is not None and found.mention.span.start == self._next(cue.last):
                return found
        return self._before(cue.first) or self._behind(cue.last, "subject-behind", 0.6)

    def _by_capitals(self) -> Found | None:
        """Read the source from capitals and small words, in a language without tags."""
        document, cue = self.document, self.cue
        first, stop = self.tokens.after(self.start), self.tokens.after(self.end)
        if self.tokens.texts[cue.first].startswith("と"):
            sentence = document.sentence_at(self.quote.contents[0].start)
            topic = topic_before(
                document, self.tokens.after(sentence.start if sentence else 0), cue.first
            )
            return Found(topic, "subject", 0.86) if topic else None
        if cue.form == "fixed" or self._inverted():
            behind = phrase_behind(document, cue.last + 1, stop)
            return Found(behind, "inverted", 0.86) if behind else None
        mention = subject_phrase(document, (cue.head, cue.last), (first, stop))
        return Found(mention, "subject", 0.85) if mention else None

    # -- the shapes of cues ----------------------------------------------------------------------

    def _of_expression(self) -> Found | None:
        """Find *X* in *according to X* and *in his words*."""
        first, last = self.tokens.starts[self.cue.first], self.tokens.ends[self.cue.last]
        for mention in self._mentions(first, last):
            return Found(mention, "own-words", 0.85)
        return self._behind(self.cue.last, "according-to", 0.96)

    def _of_noun(self) -> Found | None:
        """Find *X* in *X’s claim*, *a statement from X* and *in a statement, X said*."""
        head = self.tokens.starts[self.cue.head]
        for mention in reversed(self._mentions(max(self.start, head - 60), head)):
            behind = self.tokens.after(mention.span.end)
            possessive = self.tokens.lowers[behind] in ("'s", "'") or (
                mention.kind is MentionKind.PRONOUN and behind == self.cue.first
            )
            if possessive and self.cue.head - behind <= 4:
                return Found(mention, "possessive", 0.85)
        last = self.cue.last
        if last + 1 < len(self.tokens) and self.tokens.lowers[last + 1] in ("from", "by", "of"):
            found = self._behind(last + 1, "agent-of-noun", 0.85)
            if found is not None:
                return found
        return self._leading(self.tokens.after(self.end), "subject-of-noun", 0.7)

    def _of_passive(self) -> Found | None:
        """Find the agent behind *by*; *quoted as saying* has its speaker for subject."""
        last = self.cue.last
        if (
            self.cue.row.lemma.startswith(("quote", "cite", "hear", "record"))
            and last > self.cue.head
        ):
            return self._before(self.cue.first)
        for i in range(last + 1, min(last + 14, len(self.tokens))):
            if self.tokens.lowers[i] == "by":
                return self._behind(i, "agent", 0.93)
            if self.tokens.texts[i] in ".;":
                break
        if self.cue.row.frames & ADDRESSED or self.cue.row.kind == "ask":
            return None
        return self._before(self.cue.first)

    def _of_main_clause(self) -> Found | None:
        """Find the subject of the finite cue that a participle hangs on: *X said, adding …*."""
        start = self.tokens.starts[self.tokens.after(self.start)]
        earlier = [
            cue
            for cue in self.document.cues_in(start, self.tokens.starts[self.cue.first])
            if cue.form in ("past", "third", "participle") and "direct" in cue.row.frames
        ]
        for cue in reversed(earlier):
            found = Clause(self.document, self.quote, cue).source()
            if found is not None:
                return Found(found.mention, "participle", 0.9)
        return self._main_subject(self.cue.first) or self._leading(
            self.cue.first, "participle", 0.6
        )

    def _main_subject(self, stop: int) -> Found | None:
        """Return the first mention with a finite verb, outside a clause that *when* or *as* opens."""
        first = self.tokens.after(self.start)
        start = self.start
        if self.tags[first] == "SCONJ":
            comma = next((i for i in range(first, stop) if self.tokens.texts[i] == ","), first)
            start = self.tokens.starts[comma]
        for mention in self._mentions(start, self.tokens.starts[stop]):
            i = self.tokens.after(mention.span.start)
            if i > first and self._hangs(i - 1):
                continue
            if self._has_verb(self.tokens.after(mention.span.end), stop):
                return Found(mention, "participle", 0.8)
        return None

    def _inverted(self) -> bool:
        """Tell whether the subject follows the verb: *“…,” said X* and *Said X: “…”*."""
        first = self.cue.first
        if first == 0:
            return True
        before = self.tokens.starts[first - 1]
        if before < self.start:
            return True
        behind_contents = any(
            0 <= self.tokens.starts[first] - content.end <= 6 for content in self.quote.contents
        )
        return behind_contents and not self.tokens.texts[first - 1][0].isalnum()

    def _next(self, i: int) -> int:
        return self.tokens.starts[i + 1] if i + 1 < len(self.tokens) else -1

    def _parenthetic(self) -> bool:
        """Tell whether the verb follows a comma: *After the storm, explained Moss, “…”*."""
        return self.tokens.texts[self.cue.first - 1] == "," and "told" not in self.cue.row.frames

    # -- walking ---------------------------------------------------------------------------------

    def _behind(self, i: int, rule: str, confidence: float) -> Found | None:
        """Return the mention that begins right behind token *i*, or after a few small words."""
        stop = min(i + 8, len(self.tokens) - 1)
        for mention in self._mentions(self.tokens.ends[i], self.tokens.starts[stop]):
            first = self.tokens.after(mention.span.start)
            between = self.tags[i + 1 : first]
            if any(tag in FINITE or tag == "SCONJ" for tag in between):
                return None
            mention = self._whole(mention)
            return Found(mention, rule, confidence if len(between) < 3 else confidence - 0.2)
        return None

    def _whole(self, mention: Mention) -> Mention:
        """Make *her clinic* of *her* where no mention says so."""
        i = self.tokens.after(mention.span.end)
        if mention.kind is not MentionKind.PRONOUN or i >= len(self.tokens):
            return mention
        if self.tokens.lowers[i - 1] not in POSSESSIVES or self.tags[i] not in ("NOUN", "ADJ"):
            return mention
        last = i
        while last + 1 < len(self.tokens) and self.tags[last + 1] in ("NOUN", "ADJ"):
            last += 1
        span = Span(mention.span.start, self.tokens.ends[last])
        return Mention(span, MentionKind.NOMINAL, number="singular")

    def _before(self, stop: int) -> Found | None:
        """Walk left from a verb to its subject, over asides, relative clauses and other verbs."""
        first = self.tokens.after(self.start)
        mentions = self._mentions(self.start, self.tokens.starts[stop])
        j, confidence = stop - 1, 0.96
        while j >= first and stop - j < REACH:
            mention = _ending_at(mentions, self.tokens.starts[j])
            if mention is not None and (self.tokens.lowers[j] not in RELATIVES or j + 1 == stop):
                return self._head(mention, mentions, confidence)
            word, tag = self.tokens.lowers[j], self.tags[j]
            if word == "," or word in ("—", "–"):
                j = self._over_aside(j, first)
                continue
            if tag == "CCONJ" or tag in FINITE:
                return self._leading(stop, "shared-subject", 0.85)
            if tag not in VERBAL and tag != "ADV" and word not in RELATIVES:
                confidence = min(confidence, 0.8)
            j -= 1
        return self._leading(stop, "leading-subject", 0.75)

    def _over_aside(self, comma: int, first: int) -> int:
        """Return the token before the aside that ends with the comma at *comma*."""
        for k in range(comma - 1, max(first, comma - 40), -1):
            if self.tokens.texts[k] in (",", "—", "–"):
                if self.tags[k + 1] in ASIDES or self.tokens.lowers[k + 1] in RELATIVES:
                    return k - 1
                break
        return comma - 1

    def _head(self, mention: Mention, mentions: Sequence[Mention], confidence: float) -> Found:
        """Go from *the ministry* to *a spokesman* in *a spokesman for the ministry*."""
        while True:
            before = self.tokens.before(mention.span.start)
            if before < 1 or self.tokens.lowers[before] not in ATTACHING:
                break
            holder = _ending_at(mentions, self.tokens.starts[before - 1])
            if holder is None or holder is mention:
                break
            mention = holder
        return Found(mention, "subject", confidence)

    def _leading(self, stop: int, rule: str, confidence: float) -> Found | None:
        """Return the nearest mention that a finite verb follows, else the first of the clause."""
        limit = self.tokens.starts[stop] if stop < len(self.tokens) else len(self.document.text)
        first = self.tokens.after(self.start)
        fallback = None
        for mention in reversed(self._mentions(self.start, limit)):
            i = self.tokens.after(mention.span.start)
            if self.tokens.lowers[i] in RELATIVES or (i > first and self._hangs(i - 1)):
                continue
            fallback = mention
            if self._has_verb(self.tokens.after(mention.span.end), stop):
                return Found(mention, rule, confidence)
        return Found(fallback, rule, confidence - 0.2) if fallback else None

    def _hangs(self, i: int) -> bool:
        """Tell whether what follows token *i* is no subject of the main clause."""
        if self.tags[i] == "ADP" or self.tokens.lowers[i] == "that":
            return True
        return any(True for _ in self.document.cues_in(self.tokens.starts[i], self.tokens.ends[i]))

    def _has_verb(self, i: int, stop: int) -> bool:
        """Tell whether a finite verb follows, behind adverbs or an aside at most."""
        for j in range(i, min(i + 4, stop)):
            if self.tags[j] in FINITE:
                return True
            if self.tags[j] != "ADV":
                return False
        return False

    def _mentions(self, start: int, end: int) -> list[Mention]:
        """Return the mentions of a stretch that stand outside this quotation's contents."""
        return [
            mention
            for mention in self.document.mentions_in(start, end)
            if not any(content.overlaps(mention.span) for content in self.quote.contents)
        ]


def _foreign(document: Document, quote: Quote) -> bool:
    """Tell whether a quotation stands in marks of another language than English."""
    start = quote.contents[0].start
    before = document.text[max(0, start - 2) : start]
    return quote.rule == "dash-dialogue" or "「" in before or "『" in before


def _ending_at(mentions: Sequence[Mention], offset: int) -> Mention | None:
    """Return the mention that covers the token at *offset*."""
    for mention in mentions:
        if mention.span.start <= offset < mention.span.end:
            return mention
    return None


def _bounds(document: Document, quote: Quote, cue: Cue) -> tuple[int, int]:
    """Return where the cue's clause may begin and end: its sentence without the contents."""
    at = document.tokens.starts[cue.head]
    sentence = document.sentence_at(at) or Span(0, len(document.text))
    start, end = sentence.start, sentence.end
    for pair in document.marks_in(start, end):
        if any(content.overlaps(pair.inner) for content in quote.contents):
            if pair.outer.end <= at:
                start = pair.outer.end
            elif pair.outer.start > at:
                end = min(end, pair.outer.start)
    for content in quote.contents:
        if start < content.end <= at:
            start = content.end
    return start, end
