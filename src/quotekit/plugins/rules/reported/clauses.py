"""Plain frames in languages without weights: the syntax of reported clauses as tables have it.

What :mod:`.frames` and :mod:`.learned` read from parts of speech is read here from conjunctions, commas,
the forms of the subjunctive and the order of words; a frame that is not plain is left alone. The
words are those of the tables *clauses*, *phrases* and *cues*.

    X sagte, dass C · X sagte, C (subjunctive) · C, sagte X(, C) · C, wie X sagte · laut X C · C, so X
    X a dit que C · C, a dit X · selon X, C · C, comme l’a dit X · X a promis de C
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from quotekit.document import Document
from quotekit.lexicon import Language
from quotekit.models import Mention, MentionKind, QuoteMode
from quotekit.plugins.rules.reported.sentence import Sentence, sentences
from quotekit.views.cues import Cue, CueRow

BEHIND, BEFORE, AROUND, CARRIED = "behind", "before", "around", "subjunctive"
"""The frames: *X said C*, *C, X said*, *C, X said, C*, and a sentence in the subjunctive alone."""
TALKING = frozenset(("report", "manner", "writing"))
THINKING = frozenset(("attitude", "ask", "commit", "command"))
ASIDE_WORDS = 12
"""A clause like *a indiqué lundi le maire de la ville* has no more words besides."""
FEW_WORDS = 2
"""Contents before a cue have more words: *Non, a dit X* is no clause."""
SURE, LIKELY, CARRY = 0.85, 0.75, 0.7
FIRST_PERSON = frozenset(("ich",))
GENITIVES = frozenset(
    "des der eines einer dieses dieser seines seiner ihres ihrer mehrerer zweier beider".split()
)
_OF_SOURCES = CueRow(
    "nach Angaben", "expression", "report", frozenset(("after",)), QuoteMode.SPEECH
)


@attrs.frozen
class ClauseWords:
    """The words of reported clauses, from the table *clauses*.

    Attributes:
        that: Conjunctions that open contents: *dass*, *que*, *che*.
        elided_that: The same before an apostrophe: *qu* in *qu’il*.
        of_that: A preposition before such a conjunction: *informó de que*.
        questions: Words that open a reported question.
        as_words: Words that open *wie X sagte*, *comme l’a dit X*.
        subordinating: Words that open a clause which is no main clause.
        subjunctive: Forms that mark a clause as reported by themselves.
        conditional: Forms that do so behind a reporting verb.
        pronouns: Words that open a clause of its own after a comma: *X sagte, er komme*.
        infinitive: Words that open an infinitive: *zu*, *de*.
        infinitive_endings: How infinitives end.
        between: Words that open what may stand between a verb and *que*: *a dit à la presse que*.
        source_lead: The word before *Angaben* and its like.
        source_nouns: Nouns of what someone says: *nach Angaben der Polizei*.
        silent: Nouns for what says nothing: *selon la saison*.
        impersonal: Subjects who are nobody: *es hieß*.
        nobody: Subjects who say nothing: *niemand sagte*.
        subject_relatives: Relative pronouns that are subjects whatever follows.
        comma: Whether a comma parts contents from their verb.
    """

    that: frozenset[str]
    elided_that: str
    of_that: str
    questions: frozenset[str]
    as_words: frozenset[str]
    subordinating: frozenset[str]
    subjunctive: frozenset[str]
    conditional: frozenset[str]
    pronouns: frozenset[str]
    infinitive: frozenset[str]
    infinitive_endings: tuple[str, ...]
    between: frozenset[str]
    source_lead: str
    source_nouns: tuple[str, ...]
    silent: frozenset[str]
    impersonal: frozenset[str]
    nobody: frozenset[str]
    subject_relatives: frozenset[str]
    comma: bool


def clause_words(language: Language) -> ClauseWords | None:
    """Build the look-up sets; ``None`` for a language without them."""
    table = language.table("clauses")
    if "that" not in table:
        return None

    def words(key: str) -> list[str]:
        return str(table.get(key, "")).split()

    return ClauseWords(
        frozenset(words("that")),
        str(table.get("elided_that", "")),
        str(table.get("of_that", "")),
        frozenset(words("questions")),
        frozenset(words("as")),
        frozenset(words("subordinating")),
        frozenset(words("subjunctive")),
        frozenset(words("conditional")),
        frozenset(words("pronouns")),
        frozenset(words("infinitive")),
        tuple(words("infinitive_endings")),
        frozenset(words("between")),
        str(table.get("source_lead", "")),
        tuple(words("source_nouns")),
        frozenset(words("silent")),
        frozenset(words("impersonal")),
        frozenset(words("nobody")),
        frozenset(words("subject_relatives")),
        bool(table.get("comma", False)),
    )


@attrs.frozen
class Framed:
    """What a cue reports.

    Attributes:
        frame: Where the contents stand.
        contents: Token ranges, both ends included.
        cue: First and last token of the cue; ``None`` for a sentence in the subjunctive.
        row: The lemma of the cue.
        source: Who says it.
        confidence: Between 0 and 1.
    """

    frame: str
    contents: list[tuple[int, int]]
    cue: Cue | None
    source: Mention | None
    confidence: float
    skip: int = 0
    """So many characters of the first content are a conjunction: *qu’* in *qu’il*."""


def read_plain(document: Document, words: ClauseWords) -> Iterator[Framed]:
    """Yield what the cues of a document report, sentence by sentence."""
    reader = _Reader(document, words)
    for sentence in sentences(document):
        yield from reader.sentence(sentence)


class _Reader:
    """Reads the sentences of one document in text order."""

    def __init__(self, document: Document, words: ClauseWords) -> None:
        self.document = document
        self.tokens = document.tokens
        self.lowers = document.tokens.lowers
        self.phrases = document.phrases
        self.words = words
        self.speaker: Mention | None = None
        """Who made the last report; ``None`` where marks tell better."""
        self.carried = -1
        """The paragraph of the last sentence that was reported."""

    def sentence(self, s: Sentence) -> Iterator[Framed]:
        """Yield what the cues of a sentence report."""
        found = False
        speaker = None
        for cue in s.cues:
            framed = self._framed(s, cue)
            if framed is not None:
                found, speaker = True, framed.source or speaker
                yield framed
        for framed in self._of_sources(s):
            found, speaker = True, framed.source or speaker
            yield framed
        if not found and self.carried == s.paragraph and self._in_subjunctive(s):
            found = True
            yield Framed(CARRIED, [(s.first, s.last)], None, self.speaker, CARRY)
        elif found or s.marked or s.cues:
            verbs = [cue for cue in s.cues if cue.row.pos == "verb"] if not s.marked else []
            if speaker is None and verbs:
                speaker = self._source(s, verbs[0])
            self.speaker = speaker if not s.marked else None
            self.carried = s.paragraph

    def _framed(self, s: Sentence, cue: Cue) -> Framed | None:
        if cue.form == "fixed":
            return self._expression(s, cue)
        row = cue.row
        if (
            row.pos != "verb"
            or cue.negated
            or not ({"clause", "question", "infinitive"} & row.frames)
        ):
            return None
        if row.kind not in TALKING and row.kind not in THINKING:
            return None
        if self._by_nobody(cue):
            return None
        return (
            self._as_clause(s, cue)
            or self._that_clause(s, cue)
            or self._bare_clause(s, cue)
            or self._infinitive(s, cue)
            or self._inverted(s, cue)
        )

    def _by_nobody(self, cue: Cue) -> bool:
        """Tell whether nobody says it: *man kann sagen, dass*, *niemand sagte, dass*."""
        words = (
            self.lowers[i]
            for i in range(max(0, cue.first - 3), min(cue.last + 2, len(self.lowers)))
        )
        return any(word in self.words.nobody for word in words)

    # -- the contents behind the cue -------------------------------------------------------------

    def _that_clause(self, s: Sentence, cue: Cue) -> Framed | None:
        """*X sagte, dass C*; *X a dit à la presse que C*; *X fragte, ob C*."""
        start = self._conjunction(s, cue)
        if start is None:
            return None
        conjunction, skip = start
        first = conjunction if skip else conjunction + 1
        last = self._end(s, cue, first)
        if first >= last:
            return None
        source = self._source(s, cue)
        return Framed(BEHIND, [(first, last)], cue, source, SURE if source else LIKELY, skip)

    def _conjunction(self, s: Sentence, cue: Cue) -> tuple[int, int] | None:
        """Return the token of *dass* and how much of it stands before its clause."""
        words = self.words
        opening = words.questions if cue.row.kind == "ask" else words.that
        if words.comma:
            k = s.segment_of(cue.last)
            i = s.start_of(k + 1)
            if i is None or self.lowers[i] not in opening or s.sign_before(i) not in ",(":
                return None
            return i, 0
        for i in range(cue.last + 1, min(s.last, cue.last + ASIDE_WORDS) + 1):
            low = self.lowers[i]
            if low in opening:
                return i, 0
            before, mark, rest = low.partition("'")
            if words.elided_that and mark and rest and before == words.elided_that:
                return i, len(before) + 1
            if (
                low == words.of_that
                and self.lowers[i + 1 : i + 2]
                and self.lowers[i + 1] in opening
            ):
                return i + 1, 0
            if i == cue.last + 1 and not self._may_stand_between(s, cue, i):
                return None
            if not self.tokens.texts[i][0].isalnum() or s.is_cue(i):
                return None
        return None

    def _may_stand_between(self, s: Sentence, cue: Cue, i: int) -> bool:
        """Tell whether an adverbial or, in an inverted clause, the subject begins at token *i*."""
        words, low = self.phrases.words, self.lowers[i]
        if low in words.adverbs or low in self.words.between:
            return True
        if low in words.determiners and self.lowers[i + 1 : i + 2]:
            day = self.lowers[i + 1] in words.adverbs
            return day or (s.opens_segment(cue.first) and self.phrases.opens(i))
        return s.opens_segment(cue.first) and self.phrases.opens(i)

    def _bare_clause(self, s: Sentence, cue: Cue) -> Framed | None:
        """*X sagte, er komme*: a main clause in the subjunctive after the comma."""
        words = self.words
        if not words.subjunctive or not words.comma or cue.row.kind == "ask":
            return None
        k = s.segment_of(cue.last)
        first = s.start_of(k + 1)
        if first is None or s.sign_before(first) != ",":
            return None
        low = self.lowers[first]
        if low in words.subordinating or low in words.that or low in self.phrases.words.joining:
            return None
        stop = s.segments[k + 1][1]
        verb = next((i for i in range(first, stop + 1) if self._reports_itself(i)), -1)
        if verb == first:  # Die Ernte, sagte X, sei gut
            return None
        if verb < 0 and not (low in words.pronouns and cue.row.kind in TALKING):
            return None
        relative = verb == stop and low in self.phrases.words.relatives
        long = not self.tokens.texts[first + 1][0].isupper() or stop - first > FEW_WORDS
        if relative and long:  # dem Mann, der krank sei
            return None
        source = self._source(s, cue)
        if source is None:
            return None
        return Framed(BEHIND, [(first, self._end(s, cue, first))], cue, source, SURE)

    def _infinitive(self, s: Sentence, cue: Cue) -> Framed | None:
        """*X versprach, C zu tun*; *X a promis de C*."""
        words = self.words
        if "infinitive" not in cue.row.frames and not (words.comma and cue.row.kind in TALKING):
            return None
        if words.comma:
            k = s.segment_of(cue.last)
            first = s.start_of(k + 1)
            if first is None or s.sign_before(first) != "," or not self._ends_infinite(s, k + 1):
                return None
        else:
            first = cue.last + 1
            lead, mark, rest = self.lowers[first].partition("'") if first < s.last else ("", "", "")
            if mark and rest and lead in words.infinitive and self._is_infinitive(rest):
                source = self._source(s, cue)
                end = self._end(s, cue, first)
                return (
                    Framed(BEHIND, [(first, end)], cue, source, LIKELY, len(lead) + 1)
                    if source
                    else None
                )
            if first < s.last and self.lowers[first] in words.infinitive:
                first += 1
            if first >= s.last or not self._is_infinitive(self.lowers[first]):
                return None
        source = self._source(s, cue)
        if source is None:
            return None
        return Framed(BEHIND, [(first, self._end(s, cue, first))], cue, source, LIKELY)

    def _ends_infinite(self, s: Sentence, k: int) -> bool:
        """Tell whether a segment ends with *zu kommen* or *anzukommen*."""
        first, last = s.segments[k]
        if last <= first or not self.lowers[last].endswith(self.words.infinitive_endings):
            return False
        low = self.lowers[last]
        return self.lowers[last - 1] in self.words.infinitive or any(
            lead in low[2:-2] for lead in self.words.infinitive
        )

    def _is_infinitive(self, word: str) -> bool:
        words = self.phrases.words
        if word in words.adverbs or word in words.prepositions or word in words.determiners:
            return False
        before, mark, _ = word.partition("'")
        return not (mark and before in words.elided) and word.endswith(
            self.words.infinitive_endings
        )

    def _end(self, s: Sentence, cue: Cue, first: int) -> int:
        """Return the last token of a clause that follows its cue.

        It runs to the end of the sentence; where the cue stands in a subordinate clause itself, or where
        another report is joined on (*…, und fügte hinzu, …*), to the end of its segment.
        """
        k = s.segment_of(first)
        cue_segment = s.start_of(s.segment_of(cue.first))
        subordinate = (
            cue_segment is not None
            and self.lowers[cue_segment] in self.words.subordinating
            and cue_segment < cue.first
        )
        for n in range(k + 1, len(s.segments)):
            start = s.segments[n][0]
            low = self.lowers[start]
            opens_more = (
                low in self.words.subordinating
                or low in self.words.that
                or low in self.phrases.words.relatives
            )
            if s.sign_before(start) in ";–—" or (subordinate and not opens_more):
                return s.segments[n - 1][1]
            if low in self.phrases.words.joining and (s.is_cue(start + 1) or s.is_cue(start + 2)):
                return s.segments[n - 1][1]
        return s.last

    # -- the contents around the cue -------------------------------------------------------------

    def _inverted(self, s: Sentence, cue: Cue) -> Framed | None:
        """*C, sagte X.*; *C, a dit X, C*: the cue opens its segment, its subject follows."""
        if cue.row.kind not in TALKING or "direct" not in cue.row.frames:
            return None
        k = s.segment_of(cue.first)
        first, last = s.segments[k]
        if self.lowers[first] in self.phrases.words.fronting and cue.first == first + 1:
            first += 1  # so heißt es
        helped = first < cue.first and self.lowers[first] in self.phrases.words.auxiliaries
        if (
            k == 0
            or not (first == cue.first or helped)
            or s.sign_before(s.segments[k][0]) not in ",–—-"
        ):
            return None
        if helped and cue.last != last:
            return None
        source = self._subject(cue, first, self._segment_stop(s, k))
        if (
            (source is None and cue.row.lemma != "heißen")
            or last - first > ASIDE_WORDS
            or s.sign_behind(last) == ":"
        ):
            return None
        begin = s.segments[0][0]
        before = (begin, s.segments[k - 1][1])
        if s.wholly_marked(*before):
            return None
        if self.lowers[begin] in self.words.that:
            before = (begin + 1, before[1])
        behind = self._goes_on(s, k, source)
        if self.lowers[begin] in self.words.subordinating and behind is None:
            return None  # Als der Zug kam, sagte X …
        if behind is None and before[1] - before[0] < FEW_WORDS:
            return None
        if behind is None:
            return Framed(BEFORE, [before], cue, source, LIKELY)
        return Framed(AROUND, [before, behind], cue, source, LIKELY)

    def _segment_stop(self, s: Sentence, k: int) -> int:
        """Return where the subject behind a cue may end: at most with an apposition."""
        return (s.segments[k + 1][1] if k + 1 < len(s.segments) else s.segments[k][1]) + 1

    def _goes_on(self, s: Sentence, k: int, source: Mention | None) -> tuple[int, int] | None:
        """Return the contents behind a cue clause: *C, sagte X, C*; no apposition, no relative clause."""
        n = k + 1
        while (
            source is not None
            and n < len(s.segments)
            and self.tokens.starts[s.segments[n][0]] < source.span.end
        ):
            n += 1
        if n >= len(s.segments) or s.sign_before(s.segments[n][0]) not in ",–—-":
            return None
        start = s.segments[n][0]
        low = self.lowers[start]
        ending = self.tokens.texts[s.segments[n][1]]
        clause = self.words.comma and ending[0].islower()  # das Bild gemalt, no apposition
        known = low in self.phrases.words.relatives or low in self.phrases.words.determiners
        if known and not clause:
            return None
        if self.words.comma and low in self.words.subordinating:
            return None
        if self.tokens.texts[start][0].isupper() or s.is_cue(start):
            return None
        return start, s.last

    def _as_clause(self, s: Sentence, cue: Cue) -> Framed | None:
        """*C, wie X sagte*; *Comme l’a dit X, C*."""
        if cue.row.kind not in TALKING:
            return None
        k = s.segment_of(cue.first)
        first, last = s.segments[k]
        if self.lowers[first] not in self.words.as_words or first == cue.first:
            return None
        if self.words.comma:
            tail = last - cue.last
            if tail > 1 or (tail == 1 and self.lowers[last] not in self.phrases.words.auxiliaries):
                return None
            source = self._first_phrase(first + 1, cue.first)
        else:
            if cue.first - first > 3:
                return None
            source = self._subject(cue, cue.first, self._segment_stop(s, k))
        contents = [
            part
            for part in (s.part(0, k - 1), s.part(k + 1, len(s.segments) - 1))
            if part is not None and part[1] - part[0] >= FEW_WORDS
        ]
        if source is None or not contents or s.sign_behind(last) == ":":
            return None
        nothing = all(s.wholly_marked(*part) for part in contents)
        frame = AROUND if len(contents) > 1 else BEFORE if contents[0][0] < first else BEHIND
        return None if nothing else Framed(frame, contents, cue, source, LIKELY)

    # -- expressions -----------------------------------------------------------------------------

    def _expression(self, s: Sentence, cue: Cue) -> Framed | None:
        """*Laut X C*; *C, so X*; *Der Polizei zufolge C*; *Selon X, C*."""
        frames = cue.row.frames
        if "before" in frames:
            place = self.phrases.postposed(s.first, cue.first)
            if place is None:
                return None
            return self._around(s, cue, place[0], cue.last, self.phrases.mention(*place))
        if "after" not in frames:
            return None
        place = self.phrases.extent(cue.last + 1, s.last + 1)
        if place is None or self.lowers[place[1]] in self.words.silent:
            return None
        if "aside" in frames:  # so
            k = s.segment_of(cue.first)
            first, last = s.segments[k]
            if k == 0 or first != cue.first or place[1] < last:
                return None
        return self._around(s, cue, cue.first, place[1], self.phrases.mention(*place))

    def _of_sources(self, s: Sentence) -> Iterator[Framed]:
        """*Nach (ersten) Angaben (der Polizei) C*."""
        words = self.words
        if not words.source_lead:
            return
        for i in range(s.first, s.last):
            if self.lowers[i] != words.source_lead or s.held(i):
                continue
            noun = self._source_noun(i + 1, min(s.last, i + 4))
            if noun < 0:
                continue
            cue_row = Cue(i, noun, i, _OF_SOURCES, "fixed")
            j = noun + 1
            if j < s.last and self.lowers[j] in ("von", "vom"):
                j += 1
            owner = None
            if j <= s.last and (j > noun + 1 or self.lowers[j] in GENITIVES or self._is_name(j)):
                owner = self.phrases.extent(j, s.last + 1)
            source = owner or ((i + 1, noun) if noun > i else None)
            if source is None or "eigenen" in self.lowers[i:noun]:
                continue
            framed = self._around(s, cue_row, i, source[1], self.phrases.mention(*source))
            if framed is not None:
                yield framed

    def _source_noun(self, first: int, last: int) -> int:
        for i in range(first, last + 1):
            if self.tokens.texts[i][0].isupper():
                return i if self.lowers[i].endswith(self.words.source_nouns) else -1
        return -1

    def _is_name(self, i: int) -> bool:
        return self.tokens.texts[i][0].isupper()

    def _around(
        self, s: Sentence, cue: Cue, first: int, last: int, source: Mention
    ) -> Framed | None:
        """Return the sentence without the tokens from *first* to *last*."""
        k, n = s.segment_of(first), s.segment_of(last)
        start, stop = s.segments[0][0], s.last
        lead = self.lowers[s.segments[k][0]]
        led = lead in self.phrases.words.prepositions and first > s.segments[k][0] + 1
        relative = self.lowers[s.segments[k][0] + led] in self.phrases.words.relatives
        inner = lead in self.words.that or (relative and first > s.segments[k][0] + led)
        if k and (inner or lead in self.words.subordinating):
            start, stop = s.segments[k][0] + 1, s.segments[k][1]
            n = k
        initial = first <= start
        final = last >= stop
        if not self.words.comma:  # the commas part what German needs none for
            opens, ends = first == s.segments[k][0], last == s.segments[n][1]
            if (initial and not ends) or (not initial and not final and not (opens and ends)):
                return None
        parts = []
        if not initial:
            parts.append((start, first - 1))
        if not final:
            parts.append((self._over_relative(s, last + 1, stop), stop))
        contents = [part for part in map(s.stripped, parts) if part is not None]
        contents = [part for part in contents if part[1] > part[0] or len(parts) > 1]
        if not contents or sum(b - a + 1 for a, b in contents) < FEW_WORDS:
            return None
        frame = AROUND if len(contents) > 1 else BEHIND if initial else BEFORE
        return Framed(frame, contents, cue, source, LIKELY)

    def _over_relative(self, s: Sentence, i: int, stop: int) -> int:
        """Skip the relative clause that hangs on the source: *laut dem Wirt, der …, ist C*."""
        k = s.segment_of(i) + (not s.opens_segment(i))
        start = s.start_of(k)
        if self.tokens.texts[i] != "," or start is None or not self._is_relative(start):
            return i
        behind = s.start_of(k + 1)
        return behind if behind is not None and behind <= stop else i

    def _is_relative(self, i: int) -> bool:
        """Tell whether a relative clause begins at token *i*: *der …*, *auf dem …*."""
        words = self.phrases.words
        led = self.lowers[i] in words.prepositions and self.lowers[i + 1 : i + 2]
        return self.lowers[i + bool(led)] in words.relatives

    # -- the subjunctive -------------------------------------------------------------------------

    def _reports_itself(self, i: int) -> bool:
        low = self.lowers[i]
        known = low in self.words.subjunctive or low in self.words.conditional
        return known and self.tokens.texts[i][0].islower()

    def _in_subjunctive(self, s: Sentence) -> bool:
        """Tell whether the main verb of a sentence is in the subjunctive of reports."""
        words = self.words
        if not words.subjunctive or s.marked_from(s.first) or s.sign_behind(s.last) == ":":
            return False
        k = 0
        while k < len(s.segments) - 1 and self.lowers[s.segments[k][0]] in words.subordinating:
            k += 1
        first, last = s.segments[k]
        if self.lowers[first] in words.subordinating:
            return False
        for i in range(first, min(last, first + ASIDE_WORDS) + 1):
            if self.lowers[i] in FIRST_PERSON:
                return False
            if self.lowers[i] in words.subjunctive and self.tokens.texts[i][0].islower():
                return (i > first or k > 0) and self.lowers[i + 1 : i + 2] != ["ich"]
        return False

    # -- the source ------------------------------------------------------------------------------

    def _source(self, s: Sentence, cue: Cue) -> Mention | None:
        """Return who says what stands behind a cue."""
        k = s.segment_of(cue.first)
        first, last = s.segments[k]
        if k and self._is_subject_relative(first, cue, last):
            return Mention(self.tokens.span(first), MentionKind.PRONOUN)
        if self.lowers[first] in self.words.subordinating and self.words.comma:
            return self._first_phrase(first + 1, cue.first)
        if k and first == cue.first and not self._impersonal_behind(cue):
            aside = self.phrases.before(s.first, cue.first)  # X, der Wirt, sagte, …
            if aside is not None:
                return aside
        return self._subject(cue, s.first, last + 1)

    def _is_subject_relative(self, first: int, cue: Cue, last: int) -> bool:
        """Tell whether a relative pronoun is the subject: *…, der gestern sagte, dass*."""
        low = self.lowers[first]
        if low not in self.phrases.words.relatives or first >= cue.first:
            return False
        ends = not self.words.comma or last - cue.last <= 1
        if not ends or self.tokens.texts[first + 1][0].isupper():
            return False
        return low in self.words.subject_relatives or not self.phrases.opens(first + 1)

    def _impersonal_behind(self, cue: Cue) -> bool:
        return self.lowers[cue.last + 1 : cue.last + 2] in [[w] for w in self.words.impersonal]

    def _first_phrase(self, first: int, stop: int) -> Mention | None:
        """Return the subject of a clause whose verb stands last."""
        found = self.phrases.behind(first, stop) or self.phrases.before(first, stop)
        return None if found is None or self._word(found) in self.words.impersonal else found

    def _subject(self, cue: Cue, first: int, stop: int) -> Mention | None:
        """Return the subject of a cue, unless it is nobody: *es hieß*."""
        source = self.phrases.subject((cue.head, cue.last), (first, stop))
        if source is not None and self._word(source) in self.words.impersonal:
            return None
        return source

    def _word(self, mention: Mention) -> str:
        return mention.span.slice(self.document.text).lower()
