"""Subjects by capitals and small words, in languages whose tokens have no tags."""

from __future__ import annotations

from typing import Final

from quotekit.models import Mention
from quotekit.syntax._clause_subjects import ClauseSubjects
from quotekit.syntax._phrases import Phrases
from quotekit.syntax._signs import MARK_LENGTH
from quotekit.syntax._subjects import ADDRESSED, Subject, SubjectReader

CLAUSE: Final = 60
"""So many tokens before its contents a clause may begin."""


class TableSubjects(SubjectReader):
    """Reads the surroundings of one cue by the table *phrases*."""

    def _source(self) -> Subject | None:
        """Return the one who reports with the cue."""
        cue, phrases = self.cue, self.views.memo(Phrases)
        if cue.row.pos == "verb" and cue.row.lemma and not self._is_marked():
            return self._of_clause()
        first, stop = self.first, self.tokens.after(self.end)
        if "before" in cue.row.frames:  # der Polizei zufolge
            place = phrases.postposed(first, cue.first)
            return Subject(phrases.mention(*place), "inverted", 0.86) if place else None
        free = self._stands_free()
        if cue.form == "fixed" or (free and self.after_contents()):
            following = phrases.clitic((cue.head, cue.last)) or phrases.following(
                cue.last + 1, stop
            )
            if following is None and "after" in cue.row.frames:  # nas palavras do juiz
                place = phrases.extent(cue.last + 1, stop)
                following = phrases.mention(*place) if place else None
            following = phrases.somebody(following, cue.first, stop)
            return Subject(following, "inverted", 0.86) if following else None
        if first >= cue.first - 1 and not free:  # X hat es „…“ genannt
            first = self._clause_around()
        owner = phrases.owner(cue.last + 1, stop) if cue.form == "noun" else None
        if owner is not None:  # in einer Erklärung der Stadt
            return Subject(owner, "agent-of-noun", 0.8)
        return self._answer(phrases.subject((cue.head, cue.last), (first, stop)))

    def _of_clause(self) -> Subject | None:
        """Return the subject of a verb that reports a clause without marks, known or not."""
        cue, subjects = self.cue, self.views.memo(ClauseSubjects)
        if cue.passive and cue.row.frames & ADDRESSED:
            return self.agent()
        if subjects.opens_clause(cue) and not self._leads():
            found = subjects.after_contents(cue)
            if found is not None:
                return Subject(found, "inverted", 0.86)
        found = subjects.of(cue)
        inside = found is not None and any(map(found.span.overlaps, self.contents))
        return None if inside else self._answer(found)

    def _leads(self) -> bool:
        """Return whether the cue stands before what it reports."""
        return bool(self.contents) and self.contents[0].start > self.tokens.starts[self.cue.first]

    def _is_marked(self) -> bool:
        """Return whether any of the contents is in marks."""
        return any(
            self.views.in_quotes[i]
            for content in self.contents
            for i in self.tokens.within(content.start, content.end)
        )

    def agent(self) -> Subject | None:
        """Return the agent of a passive: *wurde von X genannt*."""
        phrases, stop = self.views.memo(Phrases), self.tokens.after(self.end)
        agent = phrases.led_by(phrases.words.agents, self.first, stop)
        return Subject(agent, "agent", 0.85) if agent else None

    def addressee(self) -> Subject | None:
        """Return the one who is told, right after the verb: *informó a la prensa de que*."""
        if not self.cue.row.frames & ADDRESSED:
            return None
        found = self.views.memo(Phrases).following(self.cue.last + 1, self.tokens.after(self.end))
        return Subject(found, "addressee", 0.7) if found else None

    @staticmethod
    def _answer(mention: Mention | None) -> Subject | None:
        return Subject(mention, "subject", 0.85) if mention else None

    def _clause_around(self) -> int:
        """Return the first token of the clause with the contents: after the comma before it."""
        if not self.contents:
            return self.first
        first = self.tokens.after(self._sentence().start)
        start = self.tokens.before(self.contents[0].start)
        commas = (
            i for i in range(start, max(first, start - CLAUSE), -1) if self.tokens.texts[i] == ","
        )
        return next(commas, first - 1) + 1

    def _stands_free(self) -> bool:
        """Return whether the contents are no part of the cue's clause: *„…“, sagte X*."""
        if self.tokens.texts[self.cue.first - 1] == "," or not self.contents:
            return True
        return self.contents[0].start - self._sentence().start <= MARK_LENGTH
