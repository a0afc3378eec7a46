"""Beside the marks: the cue that reports a stretch, or the signature under it.

Where a cue can stand is read from the sign at the mark (*“…,” she said* has one), from what stands
between (a subject before the verb, an addressee behind it) and from the frames of the cue's row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from quotekit.document import Document
from quotekit.lexicon import Language
from quotekit.models import QuoteMode
from quotekit.plugins.rules.signature import find_signature
from quotekit.plugins.rules.stretches import DASHES, SENTENCE_SIGNS, Stretch
from quotekit.spans import Span
from quotekit.views.cues import Cue, CueRow

FINITE_TAGS = frozenset(("VBD", "VBZ", "VB", "AUX", "MODAL"))
SUBJECT_STARTS = frozenset(("PROPN", "PRON", "DET", "NOUN", "ADJ", "NUM", "X", "VBG", "VBN", ""))
RELATIVES = frozenset(("who", "which", "that", "whose", "whom", "where", "when"))
SUBJECT_PRONOUNS = frozenset("he she they who it we i".split())
PARTICLES = frozenset(("on", "in", "out", "back", "up", "off"))
SUBJECT_WORDS = 10
LEADING = frozenset("then also later in meanwhile again instead now still quickly simply".split())
CLOSING_SIGNS = frozenset(",?!…—–-")
CLAUSE_TAGS = frozenset(("DET", "PRON", "NOUN", "PROPN", "NUM", "ADJ", "EX"))
SPEAKING = frozenset(("report", "manner", "writing", "ask", "commit"))
TAIL_ENDS = frozenset(("NOUN", "PROPN", "PRON", "ADV", "NUM"))
GOVERNING = frozenset("report judge support manner commit command ask writing".split())
"""A few words in marks are said where a verb of these classes has them for its object."""
PERFECT = frozenset(("has", "have", "had", "having", "'ve", "'s", "'d"))
LINKS = frozenset("as of for to about against over".split())
"""What may stand between such a verb and the marks."""
PREDICATE = 14
"""A verb stands no more tokens than this from the marks that say what it calls its object."""
NOT_IN_OBJECTS = frozenset((*FINITE_TAGS, "PUNCT", "SCONJ", "CCONJ"))
BRACKETS = frozenset(("corner", "white corner"))
QUOTING_PARTICLE = "と"
BEHIND_SPOKEN = frozenset(("of", "to", "is", "was", ","))
"""What may stand between *chants* and the marks."""
LINKING = frozenset("was is became becomes remained remains had has made makes meant means".split())
"""These say something of the words in marks: *“Nuts!” became a legend*."""
BRIEFED = frozenset("briefed informed questioned interviewed surveyed polled contacted".split())
NAMED = frozenset("named called nicknamed dubbed surnamed".split())
HEARD = frozenset(("heard", "overheard"))
REACH = 45
"""A cue stands no more tokens than this from its quotation."""
TAIL = 16
"""How many words may stand between a cue and the comma or mark after it."""
LABEL = 12
LAST_WORDS = 14
"""A cue clause that a lost closing mark let in is no longer than this."""


class Beside:
    """Looks beside the stretches of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.tags = document.tags
        self.cues = document.cues
        self._firsts = [cue.first for cue in self.cues]

    def look(self, stretch: Stretch) -> None:
        """Fill in the cues and the signature of a stretch."""
        if stretch.pair.closing is None:
            self._cut_at_cue(stretch)
        else:
            stretch.after = self._after(stretch)
        stretch.before = self._before(stretch)
        if stretch.before is None and stretch.left < stretch.opening:
            stretch.clause = self._clause(stretch)
            stretch.near = self._near(stretch)
        stretch.governor = self._governor(stretch)
        if stretch.before is not None and self._next_begins(stretch):
            stretch.after = None
        if stretch.after is None:
            stretch.signature = find_signature(self.document, stretch)

    def parts(self, stretch: Stretch) -> list[Stretch]:
        """Part a stretch whose cue stands inside its marks."""
        return [stretch]

    def _cues_in(self, first: int, stop: int) -> Iterator[Cue]:
        for n in range(bisect_left(self._firsts, first), len(self.cues)):
            if self.cues[n].first >= stop:
                return
            yield self.cues[n]

    # -- behind ----------------------------------------------------------------------------------

    def _after(self, stretch: Stretch) -> Cue | None:
        """Find the cue of *“…,” she said* and *“…,” said the mayor*."""
        i, stop = stretch.closing, min(stretch.right, stretch.closing + REACH)
        texts = self.tokens.texts
        if i >= stop:
            return None
        closed = stretch.final in CLOSING_SIGNS or stretch.pair.family in BRACKETS
        if texts[i] == "," or texts[i] in DASHES:
            closed = True
            i += 1
        if closed and i < stop and self.tokens.lowers[i] == "as":  # “…,” as Moss has put it
            return self._as(i + 1, stop)
        while i < stop and (self.tokens.lowers[i] in LEADING or self._sadly(i)):
            i += 1
        for cue in self._cues_in(i, stop):
            if cue.first == i and self._follows(cue, closed=closed or stretch.final == "."):
                return cue
            if not self.tags[cue.head] and texts[cue.first - 1] == ",":
                return cue  # a language without any tables of phrases
            if not closed and (not stretch.opens_sentence or stretch.words < 3):
                continue
            if self._describes(cue) or self.tokens.lowers[cue.first - 1] in RELATIVES:
                continue  # one official, who spoke anonymously, said
            if self._finite(cue) and self._is_subject(i, self._verb_start(cue)):
                return cue
            if self._finite(cue) and texts[cue.first - 1] == "," and self._named(cue.last + 1):
                return cue  # “…,” like the one in May, said Ida Moss
        return self._unlisted(stretch, i) if closed else None

    def _sadly(self, i: int) -> bool:
        """Tell whether an adverb leads a verb: *“…,” sadly said the brewer*."""
        return self.tags[i] == "ADV" and self.tags[i + 1 : i + 2] in (["VBD"], ["VBZ"])

    def _describes(self, cue: Cue) -> bool:
        """Tell whether a verb says no more than who speaks: *officials briefed on the talks*."""
        heard = cue.passive and self.tokens.lowers[cue.head] in HEARD
        return heard or (cue.first == cue.last and self._participle(cue.head))

    def _participle(self, i: int) -> bool:
        """Tell whether a past form describes the noun before it: *two clerks briefed on the sale*."""
        low, texts = self.tokens.lowers[i], self.tokens.texts
        if low in NAMED:
            return i + 1 < len(texts) and texts[i + 1][0].isupper() and self.tags[i - 1] == "NOUN"
        return low in BRIEFED and self.tags[i + 1 : i + 2] == ["ADP"]

    def _as(self, first: int, stop: int) -> Cue | None:
        """Find the cue of *“…,” as Ida Moss has put it*."""
        for cue in self._cues_in(first, stop):
            if self._finite(cue) and not cue.passive and self._is_subject(first, cue.first):
                return cue if cue.row.kind in ("report", "writing") else None
        return None

    def _follows(self, cue: Cue, *, closed: bool) -> bool:
        """Tell whether a cue right behind the marks reports them: *said X*, *according to X*."""
        if cue.form == "fixed":
            return bool({"after", "own"} & cue.row.frames)
        if cue.last + 1 < len(self.tokens) and self.tokens.lowers[cue.last + 1] == "to":
            return False  # “…,” said to be lost
        if cue.form == "base" and closed and self._plural_behind(cue):
            return "direct" in cue.row.frames  # “…,” say critics
        if cue.form in ("base", "noun") or cue.passive or self.tokens.texts[cue.head][0].isupper():
            return False
        return closed and self._finite(cue) and "direct" in cue.row.frames

    def _plural_behind(self, cue: Cue) -> bool:
        """Tell whether several who may speak stand right behind a verb: *say two clerks*."""
        if cue.last + 1 >= len(self.tokens):
            return False
        start = self.tokens.starts[cue.last + 1]
        return any(m.number == "plural" for m in self.document.mentions_in(start, start + 1))

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

    def _named(self, i: int) -> bool:
        """Tell whether a name or noun phrase begins at token *i*."""
        return i < len(self.tokens) and self.tags[i] in ("PROPN", "DET")

    def _unlisted(self, stretch: Stretch, i: int) -> Cue | None:
        """Find a verb that no table lists where only a cue can stand: *“…,” huffed Ida Moss.*"""
        texts, tags = self.tokens.texts, self.tags
        if stretch.pair.family in BRACKETS:
            return unlisted_cue(i, i) if texts[i].startswith(QUOTING_PARTICLE) else None
        foreign = stretch.pair.family == "guillemet"
        for last in range(i, min(i + 3, stretch.right - 1)):
            if not texts[last][0].islower() or not (foreign or tags[last] in ("VBD", "VBZ")):
                break
            if self.tokens.lowers[last] in LINKING:
                break
            if texts[last + 1][0].isupper() or tags[last + 1] == "DET":
                return unlisted_cue(i, last)
        begins = stretch.final in SENTENCE_SIGNS and texts[i][0].isupper()
        if foreign or begins or not stretch.opens_sentence:
            return None
        for verb in range(i + 1, min(i + SUBJECT_WORDS, stretch.right)):
            if tags[verb] in ("VBD", "VBZ"):  # “…,” the captain went on
                particle = (
                    self.tokens.lowers[verb + 1 : verb + 2]
                    and self.tokens.lowers[verb + 1] in PARTICLES
                    and tags[verb + 2 : verb + 3] in ([], ["PUNCT"], ["CCONJ"])
                )
                last = verb + 1 if particle else verb
                return unlisted_cue(verb, last) if self._is_subject(i, verb) else None
        return None

    def _next_begins(self, stretch: Stretch) -> bool:
        """Tell whether a new sentence begins behind the marks: *She asked, “Why?” He said: …*."""
        if stretch.separator not in (":", ",") or stretch.closing >= stretch.right:
            return False
        texts = self.tokens.texts
        introduces = stretch.right < len(texts) and texts[stretch.right - 1] in (",", ":")
        ended = stretch.final in SENTENCE_SIGNS or introduces
        return ended and texts[stretch.closing][0].isupper()

    def _cut_at_cue(self, stretch: Stretch) -> None:
        """End a stretch whose closing mark was lost where its cue begins: *“We stay, said Moss.*"""
        inside = self.tokens.within(stretch.inner.start, stretch.inner.end)
        first = max(inside.start + 1, inside.stop - LAST_WORDS)
        for cue in self._cues_in(first, inside.stop):
            comma = next((i for i in range(cue.first - 1, first, -1) if self._parts(i)), -1)
            comma = self._before_mention(comma, first)
            if comma < 0 or not self._finite(cue) or "direct" not in cue.row.frames:
                continue
            if comma + 1 == cue.first or self._is_subject(comma + 1, cue.first):
                stretch.inner = Span(stretch.inner.start, self.tokens.ends[comma])
                stretch.after = cue
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

    # -- before ----------------------------------------------------------------------------------

    def _before(self, stretch: Stretch) -> Cue | None:
        """Find the cue of *she said: “…”*, *she told reporters, “…”* and *he shouted “…”*."""
        stop = stretch.opening
        first = max(stretch.left, stop - REACH)
        if first >= stop:
            return self._last_paragraph(stretch)
        noun = self._spoken(stop)
        if noun >= first:
            return Cue(noun, noun, noun, _SPOKEN, "noun")
        last = self.tokens.lowers[stop - 1]
        if last in (":", ",", "that"):
            stretch.separator = last
            stop -= 1
        if stretch.separator == ":" and self._labelled(stop):
            return None
        return self._introducing(first, stop, stretch.separator)

    def _spoken(self, stop: int) -> int:
        """Return the noun of *chants of “…”* and *the slogan “…”*, or -1."""
        i = stop - 1
        while i > 0 and self.tokens.lowers[i] in BEHIND_SPOKEN:
            i -= 1
        if self.tokens.lowers[i] not in self.document.language.memo(_spoken_nouns):
            return -1
        return i if self.tags[i] != "VBZ" or self.tokens.lowers[i + 1] == "of" else -1

    def _labelled(self, colon: int) -> bool:
        """Tell whether a name alone stands before the colon: *All agree – Ida Moss: “…”*."""
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
            return unlisted_cue(last, last)  # and boomed, “…”
        return noun

    def _last_paragraph(self, stretch: Stretch) -> Cue | None:
        """Find the cue of a paragraph that ends with a colon, right before a block quotation."""
        i = stretch.opening - 1
        if i < 0 or self.tokens.texts[i] != ":":
            return None
        stretch.separator = ":"
        sentence = self.document.sentence_at(self.tokens.starts[i])
        first = self.tokens.after(sentence.start) if sentence else i
        return self._introducing(max(first, i - REACH), i, ":")

    def _introduces(self, cue: Cue, stop: int, separator: str) -> bool:
        """Tell whether what stands between a cue and the mark lets it introduce the quotation."""
        tail = range(cue.last + 1, stop)
        if len(tail) > (REACH if separator == ":" else TAIL):
            return False
        if tail and self.tokens.lowers[tail[0]] == "that" and len(tail) > 1:
            return False  # said that in her town, “…”: the marks stand in the clause
        if self._has_clause(tail):
            return separator == ":" and self._speaks(cue) and self._finite(cue)
        if cue.first == cue.head and self.tags[cue.head] == "VBN":
            return False  # written “at a time of crisis”
        if cue.form == "fixed" and "direct" in cue.row.frames and not tail:
            return True  # was quoted as saying: “…”
        if cue.row.pos == "noun" or cue.form == "fixed":
            return separator in (":", ",") and (bool(tail) or cue.row.pos == "noun")
        if not separator and len(tail) == 1 and self.tokens.lowers[tail[0]] in cue.row.frames:
            return True  # complained of “…”
        if not separator and tail:
            addressed = "told" in cue.row.frames or self.tags[tail[0]] in ("ADP", "ADV")
            return addressed and len(tail) <= 8 and self.tags[tail[-1]] in TAIL_ENDS
        return bool(separator) or self._speaks(cue)

    def _has_clause(self, tail: range) -> bool:
        """Tell whether a verb stands among the tokens, but in a relative clause."""
        relative = False
        for i in tail:
            relative = relative or self.tokens.lowers[i] in ("who", "which", "whose", "whom")
            if self.tags[i] in FINITE_TAGS and not relative:
                return True
        return False

    def _clause(self, stretch: Stretch) -> Cue | None:
        """Find the cue whose reported clause the marks stand in: *he said the plan is “dead”*."""
        first = max(stretch.left, stretch.opening - REACH)
        for cue in self._cues_in(first, stretch.opening):
            if not self.tags[cue.head]:
                return cue
            if self._opens_clause(cue, stretch):
                return cue
        return self._predicated(stretch)

    def _predicated(self, stretch: Stretch) -> Cue | None:
        """Find the verb that calls its object so: *called the plan “dead”*, *cast him as a “fool”*."""
        first = max(stretch.left, stretch.opening - PREDICATE)
        for cue in reversed(list(self._cues_in(first, stretch.opening))):
            behind = range(cue.last + 1, stretch.opening)
            if not behind or cue.row.pos != "verb" or cue.passive or cue.form == "noun":
                continue
            if any(self.tags[i] in NOT_IN_OBJECTS for i in behind):
                return None
            if not any(self.tags[i] in ("NOUN", "PROPN", "PRON") for i in behind):
                continue  # called the “deal” a trap
            linked = "as" in self.tokens.lowers[behind.start : behind.stop]
            frames = cue.row.frames
            if self.tags[behind[0]] in CLAUSE_TAGS and ("as" if linked else "predicate") in frames:
                return cue
        return None

    def _near(self, stretch: Stretch) -> Cue | None:
        """Find the last verb before the marks that may report: *he called it, in short, a “mess”*."""
        first = max(stretch.left, stretch.opening - REACH)
        for cue in reversed(list(self._cues_in(first, stretch.opening))):
            if cue.form != "noun" and self.tags[cue.head] and self._finite(cue):
                return cue
        return None

    def _governor(self, stretch: Stretch) -> Cue | None:
        """Find the verb whose object the marks are: *condemned “…”*, *described him as “…”*."""
        first = max(stretch.left, stretch.opening - 3)
        for cue in self._cues_in(first, stretch.opening):
            between = self.tokens.lowers[cue.last + 1 : stretch.opening]
            if cue.row.kind not in GOVERNING or cue.passive:
                continue
            if cue.form not in ("gerund", "participle") and not self._finite(cue):
                continue
            if cue.form == "participle" and not self._perfect(cue):
                continue
            if all(word in LINKS for word in between):
                return cue
        return None

    def _perfect(self, cue: Cue) -> bool:
        """Tell whether *has* stands before a participle: *has repeatedly called for “…”*."""
        return any(word in PERFECT for word in self.tokens.lowers[max(0, cue.head - 4) : cue.head])

    def _opens_clause(self, cue: Cue, stretch: Stretch) -> bool:
        """Tell whether a clause follows the cue: *said the plan is …*, not *said on “Quay”*."""
        if cue.row.kind != "report" or "clause" not in cue.row.frames or cue.form == "noun":
            return False
        behind = cue.last + 1
        if behind >= stretch.opening or not self._finite(cue):
            return False
        if self.tags[cue.head] not in ("VBD", "VBZ", "VBN", "VERB"):
            return False
        return self.tags[behind] in CLAUSE_TAGS or self.tokens.lowers[behind] == "that"

    def _speaks(self, cue: Cue) -> bool:
        return cue.row.kind in SPEAKING and "direct" in cue.row.frames


_SPOKEN = CueRow("", "noun", "manner", frozenset(("direct",)), QuoteMode.SPEECH)


def _spoken_nouns(language: Language) -> frozenset[str]:
    return frozenset(str(language.table("marks").get("spoken", "")).split())


def unlisted_cue(first: int, last: int) -> Cue:
    """Make a cue of a verb that no table lists."""
    row = CueRow("", "verb", "manner", frozenset(("direct",)), QuoteMode.SPEECH)
    return Cue(first, last, first, row, "past")
