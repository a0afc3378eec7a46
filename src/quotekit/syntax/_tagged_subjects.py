"""Subjects by tags: who is the subject, the agent or the owner of a reporting cue."""

from __future__ import annotations

from typing import Final

from quotekit.models import Mention, MentionKind
from quotekit.syntax._grammar import TaggedGrammar
from quotekit.syntax._quoted_sources import quoted_source
from quotekit.syntax._subject_finder import SubjectFinder
from quotekit.syntax._subjects import ADDRESSED, Subject
from quotekit.syntax._tags import FINITE

CLOSING: Final = frozenset("”»")
"""After these marks a verb has its subject on its right, whichever quotation it belongs to."""
CLOSED: Final = CLOSING | {'"'}
"""Marks after which the agent of a participle may stand."""
POSSESSION: Final = 60
"""So far before a noun that reports its owner may stand."""
AGENT: Final = 14
"""An agent stands no more tokens after its verb."""


class TaggedSubjects(SubjectFinder):
    """Reads the surroundings of one cue by the tags of their tokens."""

    def _source(self) -> Subject | None:
        """Return the one who speaks, as the grammar of the cue has it."""
        cue = self.cue
        if cue.form == "fixed" and "direct" in cue.row.frames:  # was quoted as saying
            return self.before(cue.first)
        if cue.form == "fixed":
            return self._of_expression()
        found = quoted_source(self)
        if found is not None:
            return found
        if cue.form == "noun" and not self._looks_like_noun():
            return self._of_noun()
        if cue.passive:
            return self._of_passive()
        if cue.form == "past" and self.tokens.texts[cue.first - 1] == "," and self.contents:
            agent = self._agent_after()
            if agent is not None:
                return agent
        if cue.form == "gerund" or self.tokens.lowers[cue.head] in self.small.captioned:
            own = self._absolute() or self._ahead()
            return own or self._of_main_clause() or self.before(cue.first)
        if self._inverted():
            found = self.following(cue.last, "inverted", 0.97)
            if found is not None:
                return found
        return self.before(cue.first) or self.following(cue.last, "subject-after", 0.6)

    def _of_expression(self) -> Subject | None:
        """Find *X* in *according to X* and *in his words*."""
        first, last = self.tokens.starts[self.cue.first], self.tokens.ends[self.cue.last]
        for mention in self.mentions(first, last):
            return Subject(mention, "own-words", 0.85)
        return self.following(self.cue.last, "according-to", 0.96)

    def _of_noun(self) -> Subject | None:
        """Find *X* in *X’s claim*, *a statement from X* and *in a statement, X said*."""
        head = self.tokens.starts[self.cue.head]
        start = max(self.start, head - POSSESSION)
        for mention in reversed([*self.mentions(start, head), *self._owners()]):
            following = self.tokens.after(mention.span.end)
            possessive = self.tokens.lowers[following] in ("'s", "'") or (
                mention.kind is MentionKind.PRONOUN and following == self.cue.first
            )
            if possessive and self.cue.head - following <= 4:
                return Subject(mention, "possessive", 0.85)
        last = self.cue.last
        if self.tokens.lowers[last + 1] in self.small.noun_owners:
            found = self.following(last + 1, "agent-of-noun", 0.85)
            if found is not None:
                return found
        return self.leading(self.tokens.after(self.end), "subject-of-noun", 0.7)

    def _owners(self) -> list[Mention]:
        """Return the mentions inside the one that the noun closes: *the curator’s verdict*."""
        head = self.tokens.starts[self.cue.head]
        around = self.views.mentions_in(max(0, head - POSSESSION), head)
        return [
            inner
            for mention in around
            if mention.span.end > head
            for inner in mention.inner
            if inner.span.end <= head
        ]

    def _looks_like_noun(self) -> bool:
        """Return whether a verb after contents is taken for a noun: *“…,” Moss notes.*"""
        following = (
            bool(self.contents) and self.contents[-1].end <= self.tokens.starts[self.cue.head]
        )
        return following and self.views.memo(TaggedGrammar).is_finite_noun(self.cue)

    def agent(self) -> Subject | None:
        """Return the agent of a passive: *was told by X*."""
        last = self.cue.last
        for i in range(last + 1, last + AGENT):
            if self.tokens.lowers[i] in self.small.agents:
                return self.following(i, "agent", 0.93)
            if self.tokens.texts[i] in ".;\n":
                break
        return None

    def _agent_after(self) -> Subject | None:
        """Return who follows the contents of a participle: *the plan, called “a gift” by X, fell*."""
        i = self.tokens.after(self.contents[-1].end)
        i += self.tokens.texts[i] in CLOSED
        led = i < len(self.tokens) and self.tokens.lowers[i] in self.small.agents
        return self.following(i, "agent", 0.93) if led else None

    def addressee(self) -> Subject | None:
        """Return the one who is told: *told X that*; *X was told that*."""
        if not ADDRESSED & self.cue.row.frames:
            return None
        return (
            self.before(self.cue.first)
            if self.cue.passive
            else self.following(self.cue.last, "addressee", 0.9)
        )

    def _of_passive(self) -> Subject | None:
        """Find the agent, or the subject of a verb that addresses nobody: *X was heard to say*."""
        agent = self.agent()
        if agent is not None:
            return agent
        if self.cue.row.frames & ADDRESSED or "asks" in self.cue.row.traits:
            return None
        found = self.before(self.cue.first)
        return None if found is not None and self._is_nobody(found) else found

    def _is_nobody(self, found: Subject) -> bool:
        """Return whether a word fills the place of a subject: *It was said that*."""
        return found.mention.span.slice(self.views.text).lower() in self.small.expletives

    def _absolute(self) -> Subject | None:
        """Find the subject that a participle has of its own: *…, with one member writing “…”*."""
        first = self.tokens.starts[self.cue.first]
        for mention in self.views.mentions_in(max(self.start, first - POSSESSION), first):
            ends = self.tokens.after(mention.span.end) == self.cue.first
            before = self.tokens.after(mention.span.start) - 1
            if ends and self.tokens.lowers[before] in self.small.absolutes:
                return Subject(mention, "participle", 0.9)
        return None

    def _ahead(self) -> Subject | None:
        """Find the subject that a leading participle waits for: *Citing “…,” the office left*."""
        sentence = self.views.sentence_at(self.tokens.starts[self.cue.first])
        if sentence is None or self.tokens.after(sentence.start) != self.cue.first:
            return None
        i = self.tokens.after(self.contents[-1].end)
        while self.tags[i] == "PUNCT":
            i += 1
        if self.tokens.starts[i] >= sentence.end:
            return None
        start = self.tokens.starts[i]
        for mention in self.views.mentions_in(start, start + 1):
            return Subject(mention, "participle", 0.86)
        return None

    def _of_main_clause(self) -> Subject | None:
        """Find the subject of the finite cue that a participle hangs on: *X said, adding …*."""
        stop = self.tokens.starts[self.cue.first]
        for cue in reversed(self.views.cues_in(self.start, stop)):
            if cue.form in ("past", "third", "participle") and "direct" in cue.row.frames:
                found = TaggedSubjects(self.views, cue, self.contents).source()
                if found is not None and not self._is_relative(found):
                    return Subject(found.mention, "participle", 0.9)
        return self.main_subject(self.cue.first, "participle") or self.leading(
            self.cue.first, "participle", 0.6
        )

    def _inverted(self) -> bool:
        """Return whether the subject follows the verb.

        *“…,” said X*; *Said X: “…”*; *After the storm, explained X, “…”*.
        """
        first, last = self.cue.first, self.cue.last
        if first == 0 or self.tokens.starts[first - 1] < self.start:
            return True
        if self.after_contents() or self.tokens.texts[first - 1] in CLOSING:
            return True
        if self.tokens.texts[first - 1] != "," or "told" in self.cue.row.frames:
            return False
        next_start = self.tokens.starts[last + 1]
        return any(
            m.span.start == next_start and not self._acts(m)  # Hugh Lunt, said he was …
            for m in self.mentions(next_start, next_start + 1)
        )

    def _acts(self, mention: Mention) -> bool:
        """Return whether a verb of its own comes right after a mention."""
        return self.tags[self.tokens.after(mention.span.end)] in FINITE

    def _is_relative(self, found: Subject) -> bool:
        """Return whether a verb stands in a clause about another: *a man who said he was ill*."""
        return found.mention.span.slice(self.views.text).lower() in self.small.relatives
