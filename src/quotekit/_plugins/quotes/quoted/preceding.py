"""Before the marks: *she said: “…”*, *he called it a “mess”*, *chants of “…”*, *condemned “…”*."""

from __future__ import annotations

from typing import Final

import attrs

from quotekit._plugins.quotes.quoted.context import REACH, Neighbours
from quotekit._plugins.quotes.quoted.quoted_spans import QuotedSpan
from quotekit.syntax._cues import UNLISTED, Cue, unlisted_cue
from quotekit.syntax._signs import DASHES
from quotekit.syntax._tags import FINITE

CLAUSE_TAGS: Final = frozenset(("DET", "PRON", "NOUN", "PROPN", "NUM", "ADJ", "EX"))
TAIL_ENDS: Final = frozenset(("NOUN", "PROPN", "PRON", "ADV", "NUM"))
GROUP: Final = 10
"""A verb with its auxiliaries and adverbs begins no more tokens before the marks than this."""
PREDICATE: Final = 14
"""A verb stands no more tokens than this from the marks that say what it calls its object."""
NOT_IN_OBJECTS: Final = frozenset((*FINITE, "PUNCT", "SCONJ", "CCONJ"))
TAIL: Final = 16
"""How many words may stand between a cue and the comma or mark after it."""
LABEL: Final = 12
LEADING: Final = frozenset(("after", "own"))
"""Frames of expressions that name who says something: *laut*, *according to*."""
SPOKEN: Final = attrs.evolve(UNLISTED, pos="noun")
"""What is known of a noun for what is shouted."""


class Preceding(Neighbours):
    """Looks before the quoted spans of one document."""

    def _before(self, quoted: QuotedSpan) -> Cue | None:
        """Find the cue of *she said: “…”*, *she told reporters, “…”* and *he shouted “…”*."""
        stop = quoted.opening
        first = max(quoted.left, stop - REACH)
        if first >= stop:
            return self._last_paragraph(quoted)
        noun = self._spoken(stop)
        if noun >= first:
            return Cue(noun, noun, noun, SPOKEN, "noun", self.tokens.span(noun))
        last = self.tokens.lowers[stop - 1]
        if last in (":", ",") or last in self.small.complementizers:
            quoted.separator = last
            stop -= 1
        elif last in DASHES and self.tags[stop - 2] in FINITE:  # Ida Moss said – “…”
            quoted.separator = ","
            stop -= 1
        if quoted.separator == ":" and self._labelled(stop):
            return None
        return self._introducing(first, stop, quoted.separator)

    def _spoken(self, stop: int) -> int:
        """Return the noun of *chants of “…”* and *the slogan “…”*, or -1."""
        i = stop - 1
        while self.tokens.texts[i] == "," or self.tokens.lowers[i] in self.small.after_spoken:
            i -= 1
        if self.tokens.lowers[i] not in self.words.spoken:
            return -1
        return i if self.tags[i] != "VBZ" or self.tokens.lowers[i + 1] in self.small.of else -1

    def _labelled(self, colon: int) -> bool:
        """Return whether a name alone stands before the colon: *All agree – Ida Moss: “…”*."""
        start = self.tokens.starts[max(0, colon - LABEL)]
        for mention in self.document.mentions_in(start, self.tokens.starts[colon]):
            verbs = self.document.cues_in(mention.span.start, mention.span.end)
            if mention.span.end == self.tokens.ends[colon - 1] and not verbs:
                before = self.tokens.before(mention.span.start)
                return before < 0 or self.tokens.texts[before] in DASHES
        return False

    def _introducing(self, first: int, stop: int, separator: str) -> Cue | None:
        """Return the last verb of speech that introduces the quotation, else the last such verb or noun.

        *said he was considering a move: “…”* has *said* for its cue.
        """
        verb = noun = None
        for cue in reversed(list(self._cues_in(first, stop))):
            if cue.last < stop and self._introduces(cue, stop, separator):
                if cue.form != "noun" and (separator != ":" or self._speaks(cue)):
                    return cue
                verb = verb or (cue if cue.form != "noun" else None)
                noun = noun or cue
        if verb is not None:
            return verb
        last = stop - 1
        if noun is None and separator in (":", ",") and self.tags[last] in ("VBD", "VBZ", "VBG"):
            return unlisted_cue(self.tokens, last, last)  # and boomed, “…”
        return noun

    def _last_paragraph(self, quoted: QuotedSpan) -> Cue | None:
        """Find the cue of a paragraph that ends with a colon, right before a block quotation."""
        i = quoted.opening - 1
        if self.tokens.texts[i] != ":":
            return None
        quoted.separator = ":"
        sentence = self.document.sentence_at(self.tokens.starts[i])
        first = self.tokens.after(sentence.start) if sentence else i
        return self._introducing(max(first, i - REACH), i, ":")

    def _introduces(self, cue: Cue, stop: int, separator: str) -> bool:
        """Return whether what stands between a cue and the mark lets it introduce the quotation."""
        first = cue.last + 1
        words = stop - first
        if words > (REACH if separator == ":" else TAIL):
            return False
        if not self.small.complementizers.isdisjoint(self.tokens.lowers[first : stop - 1]):
            return False  # said (on Monday) that in her town, “…”: they stand in the clause
        if self.grammar.has_clause(first, stop) and not self._apposed(cue, stop):
            return separator == ":" and self._speaks(cue) and self.grammar.is_finite(cue)
        if cue.first == cue.head and self.tags[cue.head] == "VBN":
            return False  # written “at a time of crisis”
        if cue.form == "fixed" and "direct" in cue.row.frames and not words:
            return True  # was quoted as saying: “…”
        if cue.row.pos == "noun" or cue.form == "fixed":
            return separator in (":", ",") and (bool(words) or cue.row.pos == "noun")
        if not separator and words == 1 and self.tokens.lowers[first] in cue.row.frames:
            return True  # complained of “…”
        if not separator and words:
            addressed = "told" in cue.row.frames or self.tags[first] in ("ADP", "ADV")
            return addressed and words <= 8 and self.tags[stop - 1] in TAIL_ENDS
        return bool(separator) or self._speaks(cue)

    def _apposed(self, cue: Cue, stop: int) -> bool:
        """Return whether a phrase explains who is named: *Selon Inès Caron, juge à Lens, « … »*."""
        if cue.form != "fixed" or not self.phrases.words.determiners:
            return False
        commas = (i for i in range(cue.last + 2, stop - 1) if self.tokens.texts[i] == ",")
        comma = next(commas, stop)
        place = self.phrases.extent(comma + 1, stop, bare=True) if comma < stop else None
        return place is not None and place[1] == stop - 1

    def _clause(self, quoted: QuotedSpan) -> Cue | None:
        """Find the cue whose reported clause the marks stand in: *he said the plan is “dead”*."""
        for cue in reversed(self._cues_before(quoted)):
            if self._opens_clause(cue, quoted):
                return cue
        return self._predicated(quoted)

    def _predicated(self, quoted: QuotedSpan) -> Cue | None:
        """Find the verb that calls its object so: *called the plan “dead”*, *cast him as a “fool”*."""
        for cue in self._cues_before(quoted, PREDICATE):
            following = range(cue.last + 1, quoted.opening)
            if not following or cue.row.pos != "verb" or cue.passive or cue.form == "noun":
                continue
            if any(self.tags[i] in NOT_IN_OBJECTS for i in following):
                return None
            if not any(self.tags[i] in ("NOUN", "PROPN", "PRON") for i in following):
                continue  # called the “deal” a trap
            words = self.tokens.lowers[following.start : following.stop]
            linked = not self.small.judged_as.isdisjoint(words)
            frames = cue.row.frames
            if (
                self.tags[following[0]] in CLAUSE_TAGS
                and ("as" if linked else "predicate") in frames
            ):
                return cue
        return None

    def _near(self, quoted: QuotedSpan) -> Cue | None:
        """Find the last verb before the marks that may report: *he called it, in short, a “mess”*."""
        for cue in self._cues_before(quoted):
            if self.grammar.is_finite(cue) if cue.row.pos == "verb" else cue.row.frames & LEADING:
                return cue
        return None

    def _judgement(self, quoted: QuotedSpan) -> Cue | None:
        """Find the verb that judges what stands in the marks: *nannte den Plan „Unfug“*."""
        stop = min(quoted.right, quoted.closing + 1)
        for cue in self._cues_in(quoted.closing, stop):
            if "judges" in cue.row.traits and self._judges(cue, quoted):
                return cue
        strong = self.tokens.lowers[quoted.opening - 1] in self.words.judging_any
        for cue in self._cues_before(quoted):
            if "judges" in cue.row.traits:
                return cue if self._judges(cue, quoted) else None
            if "reports" in cue.row.traits and cue.form != "fixed" and strong:
                return cue  # kritisierte es als „lau“
            if cue.form != "noun":
                break
        return None

    def _governor(self, quoted: QuotedSpan) -> Cue | None:
        """Find the verb whose object the marks are: *condemned “…”*, *described him as “…”*."""
        for cue in reversed(self._cues_before(quoted, GROUP)):
            between = self.tokens.lowers[cue.last + 1 : quoted.opening]
            if "governs" not in cue.row.traits or cue.passive:
                continue
            if cue.form not in ("gerund", "participle") and not self.grammar.is_finite(cue):
                continue
            if cue.form == "participle" and not self._perfect(cue):
                continue
            if cue.form == "past" and self._opens_aside(cue, quoted):
                continue
            if len(between) < 3 and all(word in self.small.link_prepositions for word in between):
                return cue
        return None

    def _opens_aside(self, cue: Cue, quoted: QuotedSpan) -> bool:
        """Return whether a past form is a participle after a name: *Ida Moss, dubbed “Tide”*."""
        comma = cue.first - 1
        apart = quoted.left < comma and self.tokens.texts[comma] == ","
        if not apart or self.grammar.has_clause(quoted.left, comma):
            return False
        return self.tokens.lowers[quoted.closing] not in self.small.agents

    def _perfect(self, cue: Cue) -> bool:
        """Return whether *has* stands before a participle: *has repeatedly called for “…”*."""
        before = self.tokens.lowers[max(0, cue.head - 4) : cue.head]
        return not self.small.perfect.isdisjoint(before)

    def _opens_clause(self, cue: Cue, quoted: QuotedSpan) -> bool:
        """Return whether a clause follows the cue: *said the plan is …*, not *said on “Quay”*."""
        if "reports" not in cue.row.traits or "clause" not in cue.row.frames or cue.form == "noun":
            return False
        following = cue.last + 1
        if following >= quoted.opening or not self.grammar.is_finite(cue):
            return False
        if self.tags[cue.head] not in ("VBD", "VBZ", "VBN", "VERB"):
            return False
        return (
            self.tags[following] in CLAUSE_TAGS
            or self.tokens.lowers[following] in self.small.complementizers
        )
