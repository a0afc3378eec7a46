"""Beside the marks in languages without parts of speech: cues by their place and small words.

What :mod:`.beside` reads from tags is read here from the sign at the mark and from the small words
of the table *phrases*: *„…“, sagte X*; *„…“, wie X mitteilte*; *« … », a-t-elle ajouté*.
"""

from __future__ import annotations

import attrs

from quotekit._plugins.quotes.quoted.beside import Beside
from quotekit._plugins.quotes.quoted.context import CLOSING_SIGNS, REACH, SPEAKING
from quotekit._plugins.quotes.quoted.quoted_spans import DASHES, QuotedSpan
from quotekit.document import Document
from quotekit.lexicon import Language
from quotekit.spans import Span
from quotekit.syntax._cues import Cue, unlisted_cue

FEW_WORDS = 4
"""A judgement that no small word introduces has no more words: *nannte den Plan „Unfug“*."""
PARTING = frozenset(".,;:!?()–—„“”«»")
"""Signs that no cue clause reaches over."""


def beside(document: Document) -> Beside:
    """Return what looks beside the marks of a document: by tags, where it has any."""
    plain = not document.tags or not document.tags[0]
    return PlainBeside(document) if plain and document.phrases.words.linking else Beside(document)


class PlainBeside(Beside):
    """Looks beside the stretches of a document without tags."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.phrases = document.phrases
        self.as_words = document.language.memo(as_words)

    def parts(self, stretch: QuotedSpan) -> list[QuotedSpan]:
        """Part a stretch where its cue stands inside the marks: *« Le pont, dit-il, tient. »*."""
        if not self.phrases.words.small_nouns or stretch.after or stretch.before:
            return [stretch]
        inside = self.tokens.within(stretch.inner.start, stretch.inner.end)
        for cue in self._cues_in(inside.start + 1, inside.stop):
            behind = self._incise(cue, inside)
            if behind is None:
                continue
            comma = Span(stretch.inner.start, self.tokens.ends[cue.first - 1])
            first = attrs.evolve(stretch, inner=comma, after=cue)
            if behind >= inside.stop:
                return [first]
            rest = Span(self.tokens.starts[behind], stretch.inner.end)
            return [first, attrs.evolve(stretch, inner=rest)]
        return [stretch]

    def _incise(self, cue: Cue, inside: range) -> int | None:
        """Return the token behind a cue clause inside marks, if there is one."""
        texts = self.tokens.texts
        if texts[cue.first - 1] not in (",", "?", "!") or "direct" not in cue.row.frames:
            return None
        if cue.row.kind not in SPEAKING or cue.form == "fixed":
            return None
        last = cue.last
        if self.phrases.clitic((cue.head, cue.last)) is None:
            place = self.phrases.extent(cue.last + 1, inside.stop)
            if place is None or not self.phrases.opens(place[0]):
                return None
            last = place[1]
        if last + 1 < inside.stop and texts[last + 1] not in (",", ".", ";"):
            return None
        return last + 2

    def _after(self, stretch: QuotedSpan) -> Cue | None:
        """Find the cue of *„…“, sagte X*, *„…“, so X* and *„…“, der Polizei zufolge*."""
        i, stop = stretch.closing, min(stretch.right, stretch.closing + REACH)
        texts, lowers = self.tokens.texts, self.tokens.lowers
        if i >= stop:
            return None
        closed = stretch.final in CLOSING_SIGNS
        if texts[i] == "," or texts[i] in DASHES:
            closed = True
            i += 1
        if closed and i < stop and lowers[i] in self.as_words:
            cue = self._in_clause(i + 1, stop)
            if cue is not None:
                return cue
        while i < stop and lowers[i] in self.phrases.words.adverbs:
            if lowers[i] in self._expressions:
                break
            i += 1
        if i >= stop:
            return None
        ended = closed or stretch.final in ".…"
        for cue in self._cues_in(i, stop):
            if cue.first == i:
                return cue if self._reports(cue, stretch, closed=ended) else None
            break
        if closed and stretch.opens_sentence and lowers[i] in self.phrases.words.auxiliaries:
            cue = self._in_clause(i + 1, stop)  # „…“, hatte X gesagt
            if cue is not None:
                return cue
        postposed = self._in_clause(i, stop, frame="before")
        if postposed is not None:
            return postposed
        return self._verb_unlisted(stretch, i, stop) if closed else None

    @property
    def _expressions(self) -> frozenset[str]:
        return self.document.language.memo(_expressions)

    def _in_clause(self, first: int, stop: int, frame: str = "direct") -> Cue | None:
        """Return the first cue of a frame before the next sign."""
        for cue in self._cues_in(first, stop):
            if any(self.tokens.texts[k] in PARTING for k in range(first, cue.first)):
                return None
            if frame in cue.row.frames and (cue.row.kind in SPEAKING or frame == "before"):
                return cue
        return None

    def _reports(self, cue: Cue, stretch: QuotedSpan, *, closed: bool) -> bool:
        """Tell whether a cue right behind the marks reports them."""
        if cue.form == "fixed":
            fits = bool({"after", "own"} & cue.row.frames) and self._phrase_behind(cue)
            return fits and (closed or "aside" not in cue.row.frames)
        if "direct" not in cue.row.frames or cue.form == "noun":
            return False
        if cue.row.kind not in SPEAKING:
            judged = not stretch.opens_sentence and self._judges(cue, stretch)
            return judged and not closed  # als „…“ bezeichnet
        return closed or (stretch.opens_sentence and self._phrase_behind(cue))

    def _phrase_behind(self, cue: Cue) -> bool:
        i = cue.last + 1
        return i < len(self.tokens) and self.phrases.opens(i)

    def _verb_unlisted(self, stretch: QuotedSpan, i: int, stop: int) -> Cue | None:
        """Find a verb that no table lists where only one can stand: *„…“, strich X heraus*."""
        words, lowers = self.phrases.words, self.tokens.lowers
        if not stretch.opens_sentence or i + 1 >= stop or not self.tokens.texts[i][0].islower():
            return None
        small = words.determiners | words.linking | words.prepositions | words.fronting
        if lowers[i] in small | words.joining | words.relatives | words.pronouns:
            return None
        helped = lowers[i] in words.auxiliaries
        verb = i + helped
        if verb + 1 >= stop or not self.tokens.texts[verb][0].islower():
            return None
        return unlisted_cue(verb, verb) if self.phrases.opens(verb + 1) else None

    def _introduces(self, cue: Cue, stop: int, separator: str) -> bool:
        """Tell whether a cue introduces the marks: behind a colon, or right before them."""
        tail = range(cue.last + 1, stop)
        if separator == ":":
            return self._speaks(cue) or cue.row.pos == "noun" or cue.form == "fixed"
        if any(self.tokens.texts[i] in PARTING for i in tail) or cue.form == "fixed":
            return False
        if cue.row.pos == "noun":
            return not tail
        return self._speaks(cue) and (not tail or separator == ",")

    def _clause(self, stretch: QuotedSpan) -> Cue | None:
        """Find the nearest cue before the marks in their sentence."""
        first = max(stretch.left, stretch.opening - REACH)
        found = [cue for cue in self._cues_in(first, stretch.opening) if cue.form != "noun"]
        return found[-1] if found else None

    def _near(self, stretch: QuotedSpan) -> Cue | None:
        """Find the verb that judges what stands in the marks: *nannte den Plan „Unfug“*."""
        stop = min(stretch.right, stretch.closing + 1)
        for cue in self._cues_in(stretch.closing, stop):
            if cue.row.kind == "judge" and self._judges(cue, stretch):
                return cue
        first = max(stretch.left, stretch.opening - REACH)
        for cue in reversed(list(self._cues_in(first, stretch.opening))):
            if cue.row.kind == "judge":
                return cue if self._judges(cue, stretch) else None
            if cue.row.kind == "report" and cue.form != "fixed" and self._as_judgement(stretch):
                return cue
            if cue.form != "noun":
                break
        return None

    def _as_judgement(self, stretch: QuotedSpan) -> bool:
        """Tell whether the marks hold what something is criticised as: *kritisierte es als „lau“*."""
        before = self.tokens.lowers[stretch.opening - 1]
        return before in self.document.language.memo(_judging).strong

    def _judges(self, cue: Cue, stretch: QuotedSpan) -> bool:
        """Tell whether the marks hold a judgement: *als „Unsinn“*, no name: *die sich „Rat“ nennt*."""
        words = self.document.language.memo(_judging)
        i = stretch.opening - 1
        before = self.tokens.lowers[i] if i >= 0 else ""
        if before == "'" and i:  # d’« un miracle »
            before = self.tokens.lowers[i - 1] + before
        if self.document.text[stretch.inner.start].islower():
            return True
        if before in words.naming:
            return False
        passive = self.tokens.lowers[cue.last + 1 : cue.last + 2]
        if passive and passive[0] in self.phrases.words.passive:
            return False  # was als „Sonnenwind“ bezeichnet wird
        if before in words.linking:
            return True
        free = i > cue.last and before not in self.phrases.words.determiners
        return "object" in cue.row.frames and free and stretch.words <= FEW_WORDS


@attrs.frozen
class _Judging:
    """Words right before a judgement in marks, and before a name there."""

    strong: frozenset[str]
    linking: frozenset[str]
    naming: frozenset[str]


def _judging(language: Language) -> _Judging:
    return _Judging(
        frozenset(language.words("clauses", "judging_any")),
        frozenset(language.words("clauses", "judging")),
        frozenset(language.words("clauses", "self_naming")),
    )


def as_words(language: Language) -> frozenset[str]:
    """Return the words that open *…, wie X sagte*."""
    return frozenset(language.words("clauses", "as"))


def _expressions(language: Language) -> frozenset[str]:
    return frozenset(word.split()[0] for word in language.table("cues").get("expressions", {}))
