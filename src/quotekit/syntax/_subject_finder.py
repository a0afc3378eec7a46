"""Walking through a clause: from a verb to its subject, on either side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

import attrs

from quotekit.lexicon import Language
from quotekit.models import Mention, MentionKind
from quotekit.spans import Span
from quotekit.syntax._closed_classes import ClosedClasses
from quotekit.syntax._cues import Cue
from quotekit.syntax._subjects import FARTHEST, Subject, SubjectReader
from quotekit.syntax._tags import FINITE
from quotekit.syntax._views import Views

VERBAL: Final = frozenset(("VERB", "VBD", "VBZ", "VBN", "VBG", "AUX", "MODAL", "PART"))
NOMINAL: Final = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN"))
OPENERS: Final = frozenset(("SCONJ", "ADP", "ADV", "CCONJ"))
"""A word with one of these tags has its capital from its sentence: *When asked*."""
ASIDES: Final = frozenset(
    ("DET", "VBG", "VBN", "VBD", "NUM", "ADJ", "NOUN", "PROPN", "ADP", "ADV", "SCONJ", "PRON")
)
ENDS_APPOSITION: Final = frozenset(',;:—–“”"‘()[]?!')
REACH: Final = 60
"""A subject stands no more tokens than this from its verb."""
ASIDE: Final = 40
"""An aside between commas has no more tokens than this."""
PHRASE: Final = 8
"""A phrase that no mention covers has no more words than this."""


class SubjectFinder(SubjectReader):
    """The tokens and mentions of one clause, without the contents that its verb reports."""

    def __init__(self, views: Views, cue: Cue, contents: Sequence[Span] = ()) -> None:
        super().__init__(views, cue, contents)
        barred = [*contents, *self._marked()]
        if len(barred) > 1:
            barred.sort()
        self._barred_starts = [span.start for span in barred]
        self._barred_until = [*accumulate([span.end for span in barred], max)]
        self._never = views.language.memo(_never_subjects)
        self.small = views.language.memo(ClosedClasses)

    def _marked(self) -> list[Span]:
        """Return what else stands in marks in the clause: nobody named there speaks outside."""
        at = self.tokens.starts[self.cue.head]
        return [
            pair.inner
            for pair in self.views.marks_in(self.start, min(self.end, at + FARTHEST))
            if pair.depth == 0 and pair.closing and not pair.outer.start <= at < pair.outer.end
        ]

    def mentions(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin in ``[start, end)``, outside the contents."""
        return [
            mention
            for mention in self.views.mentions_in(start, end)
            if not self._is_barred(mention.span)
        ]

    def _is_barred(self, span: Span) -> bool:
        """Return whether a span overlaps the contents, or what stands in marks."""
        n = bisect_left(self._barred_starts, span.end)
        return n > 0 and self._barred_until[n - 1] > span.start

    def following(self, i: int, rule: str, confidence: float) -> Subject | None:
        """Return the mention that begins right after token *i*, or after a few small words."""
        stop = min(i + 8, len(self.tokens) - 1)
        for mention in self.mentions(self.tokens.ends[i], self.tokens.starts[stop]):
            first = self.tokens.after(mention.span.start)
            between = self.tags[i + 1 : first]
            if any(tag in FINITE or tag == "SCONJ" for tag in between):
                break
            if any(self.tokens.texts[k] in ".;:" for k in range(i + 1, first)):
                break
            if "NOUN" in between:
                break
            mention = self._with_apposition(self._whole(mention))
            return Subject(mention, rule, confidence if len(between) < 3 else confidence - 0.2)
        return self._phrase_at(i + 1, rule, confidence - 0.15)

    def before(self, stop: int) -> Subject | None:
        """Walk left from a verb to its subject, over asides, relative clauses and other verbs."""
        mentions = self.mentions(self.start, self.tokens.starts[stop])
        j, confidence, chain, aside = stop - 1, 0.96, True, False
        while j >= self.first and stop - j < REACH:
            word, tag = self.tokens.lowers[j], self.tags[j]
            mention = covering(mentions, self.tokens.starts[j])
            if (
                mention is not None
                and word not in self._never
                and (word not in self.small.relatives or j + 1 == stop)
            ):
                if aside:
                    mention = self._over_clause(mention, mentions)
                found = self._head(mention, mentions, confidence)
                return found._replace(mention=self._with_aside(found.mention, stop))
            if word == "," or word in ("—", "–"):
                beside = covering(mentions, self.tokens.starts[j - 1]) if j else None
                if beside is not None and self._stands_free(beside):
                    return Subject(beside, "subject", confidence)
                j, chain, aside = self._over_aside(j), False, True
                continue
            if tag == "CCONJ" or (tag in FINITE and not chain):
                return self.leading(stop, "shared-subject", 0.85)
            if tag not in VERBAL and tag != "ADV" and word not in self.small.relatives:
                phrase = self._phrase_ending(j)
                if phrase is not None and chain:
                    return Subject(phrase, "subject", 0.8)
                confidence, chain = min(confidence, 0.8), False
            j -= 1
        return self.leading(stop, "leading-subject", 0.75)

    def leading(self, stop: int, rule: str, confidence: float) -> Subject | None:
        """Return the nearest mention that a finite verb follows, else the first of the clause."""
        limit = self.tokens.starts[stop] if stop < len(self.tokens) else len(self.views.text)
        fallback = None
        for mention in reversed(self.mentions(self.start, limit)):
            i = self.tokens.after(mention.span.start)
            if self.tokens.lowers[i] in self.small.relatives or (
                i > self.first and self._hangs(i - 1)
            ):
                continue
            fallback = mention
            if self._has_verb(self.tokens.after(mention.span.end), stop):
                return Subject(mention, rule, confidence)
        return Subject(fallback, rule, confidence - 0.2) if fallback else None

    def main_subject(self, stop: int, rule: str) -> Subject | None:
        """Return the first mention with a finite verb, outside a clause with *when* or *as*."""
        start = self.start
        if self.tags[self.first] == "SCONJ":
            commas = (i for i in range(self.first, stop) if self.tokens.texts[i] == ",")
            start = self.tokens.starts[next(commas, self.first)]
        for mention in self.mentions(start, self.tokens.starts[stop]):
            i = self.tokens.after(mention.span.start)
            if i > self.first and self._hangs(i - 1):
                continue
            if self._has_verb(self.tokens.after(mention.span.end), stop):
                return Subject(mention, rule, 0.8)
        return None

    def _stands_free(self, mention: Mention) -> bool:
        """Return whether a name begins its clause: *In May, Rep. Ida Moss (Q), said*."""
        if mention.kind is not MentionKind.NAME:
            return False
        before = self.tokens.before(mention.span.start)
        return before < self.first or self.tokens.texts[before] == ","

    def _over_aside(self, comma: int) -> int:
        """Return the token before the aside that ends with the comma at *comma*."""
        for k in range(comma - 1, max(self.first, comma - ASIDE), -1):
            if self.tokens.texts[k] in (",", "—", "–"):
                if self.tags[k + 1] in ASIDES or self.tokens.lowers[k + 1] in self.small.relatives:
                    return k - 1
                break
        return comma - 1

    def _over_clause(self, mention: Mention, mentions: Sequence[Mention]) -> Mention:
        """Go from *Dry Feet* to *Moss* in *Moss, of Dry Feet, which …*; *Moss, who runs Dry Feet, …*."""
        first = self.tokens.after(mention.span.start)
        comma = next(
            (k for k in range(first - 1, self.first, -1) if self.tokens.texts[k] == ","), 0
        )
        opener = self.tokens.lowers[comma + 1]
        joined = comma + 2 == first and opener in self.small.before_affiliations
        if not comma or not (joined or opener in self.small.inserted_relatives):
            return mention
        return covering(mentions, self.tokens.starts[comma - 1]) or mention

    def _head(self, mention: Mention, mentions: Sequence[Mention], confidence: float) -> Subject:
        """Go from *the ministry* to *a spokesman* in *a spokesman for the ministry*."""
        while True:
            before = self.tokens.before(mention.span.start)
            if before < 1 or self.tokens.lowers[before] not in self.small.attaching:
                break
            if self.tags[before - 1] in ("VBG", "VBN", "VBD"):  # a source speaking to the Post
                before -= 1
            holder = covering(mentions, self.tokens.starts[before - 1]) if before else None
            if holder is None or holder is mention:
                break
            mention = holder
        return Subject(mention, "subject", confidence)

    def _with_aside(self, mention: Mention, stop: int) -> Mention:
        """Take in a long apposition up to the verb: *Ada Moss, the author of three books, said*."""
        comma = self.tokens.after(mention.span.end)
        if mention.kind is not MentionKind.NAME or comma + 3 >= stop or stop - comma > ASIDE:
            return mention
        if self.tokens.texts[comma] != "," or self.tokens.texts[stop - 1] != ",":
            return mention
        if self.tags[comma + 1] != "DET" or self.tokens.lowers[comma + 1] in self.small.relatives:
            return mention
        return attrs.evolve(mention, span=Span(mention.span.start, self.tokens.ends[stop - 2]))

    def _with_apposition(self, mention: Mention) -> Mention:
        """Take in a long apposition after the verb: *said Ada Moss, the author of three books*."""
        comma = self.tokens.after(mention.span.end)
        stop = min(self.tokens.after(self.end), comma + ASIDE)
        if mention.kind is not MentionKind.NAME or comma + 2 >= stop:
            return mention
        if (
            self.tokens.texts[comma] != ","
            or self.tokens.lowers[comma + 1] not in self.small.articles
        ):
            return mention
        last = comma + 1
        while last + 1 < stop and self.tokens.texts[last + 1] not in ENDS_APPOSITION:
            last += 1
        cut = last + 1 >= comma + ASIDE
        while self.tokens.texts[last] == ".":
            last -= 1
        if cut or last < comma + 2 or self.tags[last] in ("ADP", "DET"):
            return mention
        return attrs.evolve(mention, span=Span(mention.span.start, self.tokens.ends[last]))

    def _hangs(self, i: int) -> bool:
        """Return whether what follows token *i* is no subject of the main clause."""
        if self.tags[i] == "ADP" or self.tokens.lowers[i] in self.small.complementizers:
            return True
        return bool(self.views.cues_in(self.tokens.starts[i], self.tokens.ends[i]))

    def _has_verb(self, i: int, stop: int) -> bool:
        """Return whether a finite verb follows, after adverbs at most."""
        for j in range(i, min(i + 4, stop)):
            if self.tags[j] in FINITE:
                return True
            if self.tags[j] != "ADV":
                return False
        return False

    # -- phrases that no mention covers ----------------------------------------------------------

    def _whole(self, mention: Mention) -> Mention:
        """Make *her clinic* of *her* where no mention says so."""
        i = self.tokens.after(mention.span.end)
        if mention.kind is not MentionKind.PRONOUN or i >= len(self.tokens):
            return mention
        if self.tokens.lowers[i - 1] not in self.small.owners or self.tags[i] not in NOMINAL:
            return mention
        return self._phrase(i - 1, self._last_nominal(i))

    def _phrase_at(self, i: int, rule: str, confidence: float) -> Subject | None:
        """Read the noun phrase at token *i*: *said the ruling*."""
        if i >= len(self.tokens) or self.tags[i] not in ("DET", "PROPN"):
            return None
        last = self._last_nominal(i)
        phrase = self._phrase(i, self._with_place(last))
        return Subject(phrase, rule, confidence) if last > i else None

    def _with_place(self, last: int) -> int:
        """Take in where somebody is, up to the end: *a voice from the back*, *the benches opposite*."""
        if self.tags[last + 1] != "ADP":
            return last
        end = self._last_nominal(last + 1)
        end += self.tags[end] == "DET" and self.tags[end + 1] == "ADV"  # from the back
        untimed = self.views.language.memo(calendar).isdisjoint(
            self.tokens.lowers[last + 1 : end + 1]
        )
        closed = self.tokens.texts[end + 1] in ENDS_APPOSITION or self.tokens.texts[end + 1] == "."
        return end if closed and untimed and "NUM" not in self.tags[last + 1 : end + 1] else last

    def _phrase_ending(self, j: int) -> Mention | None:
        """Read the noun phrase that ends with token *j*: *the 43-year-old asked*."""
        capital = self.tokens.texts[j][0].isupper() and self.tags[j] not in OPENERS
        nominal = self.tags[j] in NOMINAL or capital
        if not nominal or self.tokens.lowers[j] in self._never:
            return None
        first = j
        while first > max(self.first, j - PHRASE) and self.tags[first - 1] in NOMINAL:
            first -= 1
        whole = self.tags[first] == "DET" or self.tokens.texts[first][0].isupper()
        return self._phrase(first, j) if whole and self.tags[j] != "DET" else None

    def _last_nominal(self, i: int) -> int:
        last = i
        while last + 1 < len(self.tokens) and last - i < PHRASE and self.tags[last + 1] in NOMINAL:
            last += 1
        return last

    def _phrase(self, first: int, last: int) -> Mention:
        span = self.tokens.span(first, last)
        named = all(self.tokens.texts[k][0].isupper() for k in range(first, last + 1))
        if named:
            return Mention(span, MentionKind.NAME, name=span, number="singular")
        return Mention(span, MentionKind.NOMINAL, number="singular")


def calendar(language: Language) -> frozenset[str]:
    """Return the names of days and months."""
    return (
        frozenset(language.words("people", "circumstance", "calendar"))
        | language.memo(ClosedClasses).months
    )


def _never_subjects(language: Language) -> frozenset[str]:
    """Return the words that are mentions at times, but no subjects: *Thursday*, *him*."""
    return language.memo(ClosedClasses).object_pronouns.union(
        language.words("people", "circumstance", "calendar")
    )


def covering(mentions: Sequence[Mention], offset: int) -> Mention | None:
    """Return the mention that covers the token at *offset*."""
    for mention in mentions:
        if mention.span.start <= offset < mention.span.end:
            return mention
    return None
