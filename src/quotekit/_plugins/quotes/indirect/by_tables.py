"""Proposals by tables: what conjunctions, commas, moods and the order of words show without tags.

What fits none of these patterns is left alone. The words are those of the tables *clauses*, *phrases*
and *cues*.

    X sagte, dass C · X sagte, C (subjunctive) · C, sagte X(, C) · C, wie X sagte · laut X C · C, so X
    X a dit que C · C, a dit X · selon X, C · C, comme l’a dit X · X a promis de C
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit._plugins.quotes.indirect.candidates import BEFORE, Candidate
from quotekit._plugins.quotes.indirect.patterns.according_to import AccordingTo
from quotekit._plugins.quotes.indirect.patterns.after_cue import AfterCue
from quotekit._plugins.quotes.indirect.patterns.after_noun import AfterNoun
from quotekit._plugins.quotes.indirect.patterns.around_cue import AroundCue
from quotekit._plugins.quotes.indirect.patterns.by_mood import ByMood
from quotekit._plugins.quotes.indirect.patterns.reader import LIKELY, Reader
from quotekit._plugins.quotes.indirect.patterns.topics import Topics
from quotekit._plugins.quotes.indirect.sentence import Sentence
from quotekit._plugins.quotes.indirect.walk import Walk
from quotekit.document import Document
from quotekit.models import Mention
from quotekit.syntax._clause_words import ClauseWords
from quotekit.syntax._cues import Cue


class ByTables(Reader):
    """Proposes what the sentences of one document report, by the words of its language."""

    def __init__(self, document: Document, words: ClauseWords) -> None:
        super().__init__(document, words)
        self.following = AfterCue(document, words)
        self.nouns = AfterNoun(document, words)
        self.around = AroundCue(document, words)
        self.expressions = AccordingTo(document, words)
        self.moods = ByMood(document, words)
        self.topics = Topics(document, words)

    def of_cue(self, s: Sentence, cue: Cue, walk: Walk) -> Candidate | None:
        """Return what a cue outside marks reports, if its frame is plain."""
        if s.is_quoted(cue.head) or not s.is_prose() or cue not in s.cues:
            return None
        found = self._framed(s, cue)
        if found is not None and found.source is None and "own" in cue.row.frames:
            return found._replace(source=walk.speaker)
        return found

    def of_sentence(self, s: Sentence, walk: Walk) -> Iterator[Candidate]:
        """Yield what a sentence reports besides: beside an expression, or by the mood of its verb."""
        if not s.is_prose():
            return
        found = [*walk.reports, *self.expressions.of_sources(s)]
        if not found and s.cues and walk.before is not None:
            that_said = self._that_said(s, walk.before)
            found += [that_said] if that_said is not None else []
        yield from found[len(walk.reports) :]
        carried = walk.carried == s.paragraph
        by_mood = None
        if not found:
            adjoins = carried and walk.reported
            by_mood = self.moods.read(s, walk.speaker, carried=carried, adjoins=adjoins)
        topic = None
        if not found and by_mood is None and not s.marked:
            topic = self.topics.read(s)
        yield from (each for each in (topic, by_mood) if each is not None)
        walk.before = None if found else s
        walk.reported = bool(found) or by_mood is not None
        if walk.reported or s.marked or s.cues:
            walk.carried = s.paragraph
        if found or (by_mood is None and (s.marked or s.cues)):
            walk.speaker = None if s.marked else self._speaker(s, found, walk.speaker)

    def _speaker(
        self, s: Sentence, found: Sequence[Candidate], before: Mention | None
    ) -> Mention | None:
        """Return who speaks on after a sentence: the source of its main clause, if that has one."""
        speaker: Mention | None = None
        for candidate in found:
            cue, source = candidate.cue, candidate.source
            inner = speaker is not None and cue is not None and self.is_inner(s, cue)
            speaker = speaker if source is None or inner else source
        return speaker or self._subject_of(s, before)

    def _subject_of(self, s: Sentence, before: Mention | None) -> Mention | None:
        """Return whose words a sentence may lead to: the subject of its main verb, else as before."""
        verbs = [cue for cue in s.cues if cue.row.pos == "verb"]
        main = [cue for cue in verbs if not cue.passive and not self.is_inner(s, cue)]
        if main or not verbs:
            return self.subjects.of(main[0]) if main else None
        return before

    def _that_said(self, s: Sentence, before: Sentence) -> Candidate | None:
        """*C. Das sagte X.*: the sentence before is what is reported."""
        cue = s.cues[0]
        pointing = self.lowers[s.first] in self.phrases.words.fronting_alone
        plain = "talks" in cue.row.traits and "clause" in cue.row.frames and not cue.negated
        if not pointing or cue.first != s.first + 1 or not plain or self._denied(s, cue):
            return None
        if before.paragraph != s.paragraph or before.wholly_marked(before.first, before.last):
            return None
        source = self.subjects.subject(cue, s.first, s.last + 1)
        if source is None or len(s.segments) > 1:
            return None
        return Candidate(cue, BEFORE, [(before.first, before.last)], source, LIKELY)

    def _framed(self, s: Sentence, cue: Cue) -> Candidate | None:
        if cue.form == "fixed":
            return self.expressions.read(s, cue)
        if cue.form == "noun":
            return self.nouns.read(s, cue)
        row = cue.row
        if (
            row.pos != "verb"
            or cue.negated
            or not ({"clause", "question", "infinitive"} & row.frames)
        ):
            return None
        speaks = ("talks",) if cue.form == "base" else ("talks", "thinks", "orders", "judges")
        if row.traits.isdisjoint(speaks):
            return None
        if "impersonal" in row.frames and not self.subjects.is_impersonal(cue):
            return None
        if self._by_nobody(s, cue) or self._denied(s, cue):
            return None
        return (
            self.around.as_clause(s, cue)
            or self.following.read(s, cue)
            or self.around.inverted(s, cue)
        )

    def _denied(self, s: Sentence, cue: Cue) -> bool:
        """Return whether the clause of a cue denies it: *hat auf die Frage nicht geantwortet*."""
        first, last = s.segments[s.segment_of(cue.first)]
        return self.words.comma and any(
            self.lowers[i] in self.words.negations for i in range(first, last + 1)
        )

    def _by_nobody(self, s: Sentence, cue: Cue) -> bool:
        """Return whether nobody says it: *man kann sagen, dass*, *niemand sagte, dass*."""
        inverted = s.opens_segment(cue.first) or self.lowers[s.first] in self.phrases.words.fronting
        stop = cue.last + 2 if inverted or not self.phrases.words.verb_second else cue.last + 1
        return not self.words.nobody.isdisjoint(self.lowers[max(0, cue.first - 3) : stop])
