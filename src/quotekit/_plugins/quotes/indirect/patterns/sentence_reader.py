"""Reported clauses in languages without weights: their syntax as tables have it.

What :mod:`.cue_reader` reads from parts of speech and weights is read here from conjunctions, commas,
the forms of the subjunctive and the order of words; what fits none of these patterns is left alone.
The words are those of the tables *clauses*, *phrases* and *cues*.

    X sagte, dass C · X sagte, C (subjunctive) · C, sagte X(, C) · C, wie X sagte · laut X C · C, so X
    X a dit que C · C, a dit X · selon X, C · C, comme l’a dit X · X a promis de C
"""

from __future__ import annotations

from collections.abc import Iterator

from quotekit._plugins.quotes.indirect.candidates import BEFORE, CONTINUED, Candidate
from quotekit._plugins.quotes.indirect.patterns.according_to import AccordingTo
from quotekit._plugins.quotes.indirect.patterns.after_cue import AfterCue
from quotekit._plugins.quotes.indirect.patterns.after_noun import AfterNoun
from quotekit._plugins.quotes.indirect.patterns.around_cue import AroundCue
from quotekit._plugins.quotes.indirect.patterns.by_mood import ByMood
from quotekit._plugins.quotes.indirect.patterns.reader import LIKELY, Reader
from quotekit._plugins.quotes.indirect.patterns.sentence import Sentence, sentences
from quotekit._plugins.quotes.indirect.patterns.topics import Topics
from quotekit.document import Document
from quotekit.models import Mention
from quotekit.syntax._clause_words import ClauseWords
from quotekit.syntax._cues import Cue


class SentenceReader(Reader):
    """Reads the sentences of one document, in text order, with the words of its language."""

    def __init__(self, document: Document, words: ClauseWords) -> None:
        super().__init__(document, words)
        self.following = AfterCue(document, words)
        self.nouns = AfterNoun(document, words)
        self.around = AroundCue(document, words)
        self.expressions = AccordingTo(document, words)
        self.moods = ByMood(document, words)
        self.topics = Topics(document, words)
        self.speaker: Mention | None = None
        """Who made the last report; ``None`` where marks tell better."""
        self.before: Sentence | None = None
        """The sentence before, where it reports nothing itself."""
        self.reported = False
        """Whether the sentence before was reported."""
        self.carried = -1
        """The paragraph of the last sentence that was reported."""

    def candidates(self) -> Iterator[Candidate]:
        """Yield what the cues of the document report, in text order."""
        unfinished: Candidate | None = None
        for sentence in sentences(self.document):
            found = list(self.sentence(sentence))
            if unfinished is not None and found and found[0].position == CONTINUED:
                unfinished = self._joined(unfinished, found[0])
                continue
            if unfinished is not None:
                yield unfinished
            unfinished = found.pop() if found and found[-1].cue is None else None
            yield from found
        if unfinished is not None:
            yield unfinished

    @staticmethod
    def _joined(report: Candidate, more: Candidate) -> Candidate:
        """Return a report of several sentences that no cue parts."""
        contents = [(report.contents[0][0], more.contents[-1][1])]
        return report._replace(contents=contents)

    def sentence(self, s: Sentence) -> Iterator[Candidate]:
        """Yield what the cues of a sentence report."""
        found = False
        speaker = None
        for cue in s.cues:
            framed = self._framed(s, cue)
            if framed is not None:
                if framed.source is None and "own" in cue.row.frames:
                    framed = framed._replace(source=self.speaker)
                found, speaker = True, self._speaker(s, framed, speaker)
                yield framed
        for framed in self.expressions.of_sources(s):
            found, speaker = True, framed.source or speaker
            yield framed
        if not found and s.cues and self.before is not None:
            framed = self._that_said(s, self.before)
            if framed is not None:
                found, speaker = True, framed.source
                yield framed
        self.before = None if found else s
        by_mood = None
        if not found:
            carried = self.carried == s.paragraph
            by_mood = self.moods.read(
                s, self.speaker, carried=carried, adjoins=carried and self.reported
            )
        self.reported = found or by_mood is not None
        topic = None if self.reported or s.marked else self.topics.read(s)
        if topic is not None:
            yield topic
        if by_mood is not None:
            self.carried = s.paragraph
            yield by_mood
        elif found or s.marked or s.cues:
            if speaker is None and not s.marked:
                speaker = self._subject_of(s)
            self.speaker = speaker if not s.marked else None
            self.carried = s.paragraph

    def _subject_of(self, s: Sentence) -> Mention | None:
        """Return whose words a sentence may lead to: the subject of its main verb, else as before."""
        verbs = [cue for cue in s.cues if cue.row.pos == "verb"]
        main = [cue for cue in verbs if not cue.passive and not self.is_inner(s, cue)]
        if main or not verbs:
            return self.subjects.of(main[0]) if main else None
        return self.speaker

    def _speaker(self, s: Sentence, framed: Candidate, before: Mention | None) -> Mention | None:
        """Return who speaks on after a sentence: the source of its main clause, if that has one."""
        cue, source = framed.cue, framed.source
        if source is None or cue is None or before is None:
            return source or before
        return before if self.is_inner(s, cue) else source

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
