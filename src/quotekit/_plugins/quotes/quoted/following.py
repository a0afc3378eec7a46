"""After the marks: *“…,” she said*, *“…,” said the mayor*, *„…“, wie X mitteilte*."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.quoted.context import CLOSING_SIGNS, REACH, Neighbours
from quotekit._plugins.quotes.quoted.quoted_spans import SENTENCE_SIGNS, QuotedSpan
from quotekit.spans import Span
from quotekit.syntax._cues import Cue, unlisted_cue
from quotekit.syntax._signs import DASHES
from quotekit.syntax._tags import FINITE

SUBJECT_WORDS: Final = 10
BRACKETS: Final = frozenset(("corner", "white corner"))
POINTING: Final = frozenset(":,—–")
ASIDES: Final = {"(": ")", "[": "]"}
ASIDE: Final = 12
"""An aside in brackets after the marks has fewer words: *(laughs)*."""
GLOSS: Final = 60
"""A translation in marks may have more."""
LAST_WORDS: Final = 14
"""A cue clause that a lost closing mark let in is no longer than this."""


class Following(Neighbours):
    """Looks at what comes after the quoted spans of one document."""

    def _after(self, quoted: QuotedSpan) -> Cue | None:
        """Find the cue of *“…,” she said*, *„…“, sagte X* and *„…“, der Polizei zufolge*."""
        i = self._after_aside(quoted.closing, quoted.right)
        stop = min(quoted.right, i + REACH)
        if i >= stop:
            return None
        texts, lowers = self.tokens.texts, self.tokens.lowers
        closed = quoted.final in CLOSING_SIGNS or quoted.pair.family in BRACKETS
        if texts[i] == "," or texts[i] in DASHES:
            closed = True
            i += 1
        if closed and i < stop and lowers[i] in self.words.as_words:
            return self._as(i + 1, stop)
        how = self._how(i, stop)
        if how is not None:
            return how
        while i < stop and self.grammar.leads_verb(i):
            i += 1
        ended = closed or quoted.final in ".…"
        for cue in self._cues_in(i, stop):
            if cue.first == i and self._follows(cue, quoted, closed=ended):
                return cue
            if not closed and (not quoted.opens_sentence or quoted.words < 3):
                continue
            relative = lowers[cue.first - 1] in self.small.clause_relatives
            if relative or self._reports_more(cue) or self._describes(cue):
                continue  # one official, who spoke anonymously, said
            if not self.grammar.is_finite(cue) or self._names(cue):
                continue
            if self.grammar.may_be_subject(i, self._verb_start(cue)):
                return cue
            if "before" in cue.row.frames and not self.grammar.has_clause(i, cue.first):
                return cue  # „…“, der Polizei zufolge
            if texts[cue.first - 1] == "," and self.tags[cue.last + 1] in ("PROPN", "DET"):
                return cue  # “…,” like the one in May, said Ida Moss
        goes_on = quoted.final == "." and texts[i][0].islower()  # “It leaks.” she went on
        return self._unlisted(quoted, i, stop) if closed or goes_on else None

    def _sentence_after(self, quoted: QuotedSpan) -> Cue | None:
        """Find the cue of a sentence that says who spoke, and no more: *“It leaks.” Ida Moss said.*"""
        start = quoted.closing
        between = self.document.text[quoted.pair.outer.end : self.tokens.starts[start]]
        if quoted.final != "." or not quoted.opens_sentence or "\n" in between:
            return None
        sentence = self.document.sentence_at(self.tokens.starts[start])
        stop = self.tokens.after(sentence.end) if sentence is not None else start
        if stop - start > SUBJECT_WORDS:
            return None
        for cue in self._cues_in(start + 1, stop):
            speaks = self._says_no_more(cue, stop) and self.grammar.is_finite(cue)
            if speaks and self.grammar.may_be_subject(start, cue.first):
                quoted.right = stop
                return cue
        return None

    def _says_no_more(self, cue: Cue, stop: int) -> bool:
        """Return whether a cue may report the sentence before its own, and has no contents in it.

        *Ida Moss said (on Monday).* and *Ida Moss told the Post.*; not *agreed*, nor *smiled*.
        """
        traits, frames, first = cue.row.traits, cue.row.frames, cue.last + 1
        if not {"says", "speaks"} <= traits or "sounds" in traits or "direct" not in frames:
            return False
        if first >= stop or self.tokens.texts[first] in SENTENCE_SIGNS:
            return True
        beside = self.tags[first] == "ADP" and self.tokens.lowers[first] not in frames
        heard = "told" in frames and "clause" in frames and self._is_mention(first)
        return (beside or heard) and not self.grammar.has_clause(first, stop)

    def _is_mention(self, first: int) -> bool:
        """Return whether the rest of a sentence is one mention: *told* [*the Quay Post*]*.*"""
        start = self.tokens.starts[first]
        return any(
            mention.span.start == start
            and self.tokens.texts[self.tokens.after(mention.span.end)] in SENTENCE_SIGNS
            for mention in self.document.mentions_in(start, start + 1)
        )

    def _after_aside(self, i: int, stop: int) -> int:
        """Return the token after an aside at the marks: *“Sí” (“Yes”), she said*, *“Yes” [laughs]*."""
        closer = ASIDES.get(self.tokens.texts[i])
        if closer is None:
            return i
        gloss = self.document.in_quotes[i + 1] or self.document.in_quotes[i + 2]
        for closing in range(i + 1, min(stop, i + (GLOSS if gloss else ASIDE))):
            if self.tokens.texts[closing] == closer:
                return closing + 1
        return i

    def _describes(self, cue: Cue) -> bool:
        """Return whether a verb says no more than who speaks: *officials briefed on the talks*."""
        heard = cue.passive and self.tokens.lowers[cue.head] in self.small.heard
        return heard or (cue.first == cue.last and self.grammar.describes(cue.head))

    def _names(self, cue: Cue) -> bool:
        """Return whether a word is part of a name: *the Tern Trust*."""
        return cue.form in ("base", "noun") and self.tokens.texts[cue.head][0].isupper()

    def _reports_more(self, cue: Cue) -> bool:
        """Return whether a clause follows one who is told: *“…?” Ida Moss tells me she has sold it*."""
        told = "told" in cue.row.frames and self.tags[cue.last + 1] == "PRON"
        return told and self.tags[cue.last + 2] == "PRON" and self.tags[cue.last + 3] in FINITE

    def _verb_start(self, cue: Cue) -> int:
        """Return where the verb begins: at *was* in *Moss was overheard saying*."""
        start = cue.first
        if cue.form == "gerund":
            start -= 1
            while self.tags[start - 1] in ("AUX", "ADV", "MODAL"):
                start -= 1
        return start

    def _how(self, first: int, stop: int) -> Cue | None:
        """Find the cue of *“…” was how Moss put it*, *“…”: that is what she told the council*."""
        lowers = self.tokens.lowers
        relative = lowers[first + 1] in self.small.clause_relatives
        pointer = relative or self.tags[first + 1] in ("DET", "PRON")
        if lowers[first] in POINTING and pointer:
            first += 2
        if lowers[first] not in self.small.copulas or lowers[first + 1] not in self.small.ways:
            return None
        for cue in self._cues_in(first + 2, stop):
            if self.grammar.is_finite(cue) and self.grammar.may_be_subject(first + 2, cue.first):
                return cue
        return None

    def _as(self, first: int, stop: int) -> Cue | None:
        """Find the cue of *“…,” as Ida Moss has put it*, *„…“, wie X mitteilte*."""
        for cue in self._cues_in(first, stop):
            if not self.grammar.is_finite(cue) or cue.passive:
                continue
            if not self.grammar.has_clause(first, cue.first):
                return cue if "states" in cue.row.traits else None
        return None

    def _follows(self, cue: Cue, quoted: QuotedSpan, *, closed: bool) -> bool:
        """Return whether a cue right after the marks reports them: *said X*, *according to X*."""
        frames = cue.row.frames
        if cue.form == "fixed":
            aside = closed and self.grammar.opens_phrase(cue.last + 1)  # „…“, so die Polizei
            return bool({"after", "own"} & frames) and (aside or "aside" not in frames)
        if cue.form == "noun" or cue.passive or self.tags[cue.last + 1] == "PART":
            return False  # “…,” said to be lost
        if cue.form == "base":
            return closed and self._plural_follows(cue) and "direct" in frames  # say critics
        if not closed and not quoted.opens_sentence and self._judges(cue, quoted):
            small = self.document.text[quoted.inner.start].islower()
            return "direct" in frames and (small or not self._speaks(cue))  # als „…“ bezeichnet
        if self.tokens.texts[cue.head][0].isupper() or not self.grammar.is_finite(cue):
            return False
        phrase = quoted.opens_sentence and self.grammar.opens_phrase(cue.last + 1)
        return (closed or phrase) and "direct" in frames

    def _plural_follows(self, cue: Cue) -> bool:
        """Return whether several who may speak come right after a verb: *say two clerks*."""
        start = self.tokens.starts[cue.last + 1]
        return any(m.number == "plural" for m in self.document.mentions_in(start, start + 1))

    def _unlisted(self, quoted: QuotedSpan, i: int, stop: int) -> Cue | None:
        """Find a verb that no table lists where only a cue can stand: *“…,” huffed Ida Moss.*"""
        texts, lowers = self.tokens.texts, self.tokens.lowers
        if quoted.pair.family in BRACKETS:
            reports = texts[i][0] in self.small.quoting_particles
            return unlisted_cue(self.tokens, i, i) if reports else None
        if self.phrases.words.determiners and not quoted.opens_sentence:
            return None  # small words tell verbs less surely than tags
        foreign = quoted.pair.family == "guillemet" and not self.phrases.words.determiners
        for last in range(i, min(i + 3, stop - 1)):
            known = foreign or self.grammar.is_verb(last)
            if not texts[last][0].islower() or not known or lowers[last] in self.small.linking:
                break
            if self.grammar.opens_phrase(last + 1):
                return unlisted_cue(self.tokens, i, last)
        begins = quoted.final in SENTENCE_SIGNS and texts[i][0].isupper()
        if foreign or begins or not quoted.opens_sentence:
            return None
        for verb in range(i + 1, min(i + SUBJECT_WORDS, quoted.right)):
            if self.tags[verb] in ("VBD", "VBZ"):  # “…,” the captain went on
                particle = lowers[verb + 1] in self.small.particles
                particle = particle and self.tags[verb + 2] in ("", "PUNCT", "CCONJ")
                last = verb + 1 if particle else verb
                return (
                    unlisted_cue(self.tokens, verb, last)
                    if self.grammar.may_be_subject(i, verb)
                    else None
                )
        return None

    def _next_begins(self, quoted: QuotedSpan) -> bool:
        """Return whether a new sentence begins after the marks: *She asked, “Why?” He said: …*."""
        if quoted.separator not in (":", ",") or quoted.closing >= quoted.right:
            return False
        introduces = self.tokens.texts[quoted.right - 1] in (",", ":")
        ended = quoted.final in SENTENCE_SIGNS or introduces
        return ended and self.tokens.texts[quoted.closing][0].isupper()

    def _cut_at_cue(self, quoted: QuotedSpan) -> None:
        """End a quoted span whose closing mark was lost where its cue begins: *“We stay, said Moss.*"""
        inside = self.tokens.within(quoted.inner.start, quoted.inner.end)
        first = max(inside.start + 1, inside.stop - LAST_WORDS)
        for cue in self._cues_in(first, inside.stop):
            comma = next((i for i in range(cue.first - 1, first, -1) if self._parts(i)), -1)
            comma = self._before_mention(comma, first)
            if comma < 0 or not self.grammar.is_finite(cue) or "direct" not in cue.row.frames:
                continue
            if comma + 1 == cue.first or self.grammar.may_be_subject(comma + 1, cue.first):
                quoted.inner = Span(quoted.inner.start, self.tokens.ends[comma])
                quoted.after = cue
                return

    def _before_mention(self, comma: int, first: int) -> int:
        """Return the comma before the mention around one: *“…, the engineer, Hal Dorn, said*."""
        if comma < 0:
            return comma
        start = self.tokens.starts[max(0, comma - LAST_WORDS)]
        for mention in self.document.mentions_in(start, self.tokens.starts[comma]):
            if mention.span.end >= self.tokens.starts[comma] - 1:
                before = self.tokens.before(mention.span.start)
                return before if before > first and self._parts(before) else comma
        return comma

    def _parts(self, i: int) -> bool:
        return self.tokens.texts[i] in (",", "?", "!")
