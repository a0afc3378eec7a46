"""The reader of reported clauses: one walk through a document, whatever its language.

Sentence by sentence and cue by cue a *proposer* says what may be reported, by the tags of the words
(:mod:`.by_tags`) or by tables (:mod:`.by_tables`). Then a *scorer* chooses among all that was proposed
in the article: weights, where the language has them, else what the patterns are worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from quotekit._plugins.quotes.indirect.by_tables import ByTables
from quotekit._plugins.quotes.indirect.by_tags import ByTags
from quotekit._plugins.quotes.indirect.candidates import CONTINUED, Candidate
from quotekit._plugins.quotes.indirect.scoring.choosing import choose
from quotekit._plugins.quotes.indirect.scoring.readings import Proposal
from quotekit._plugins.quotes.indirect.scoring.weights import Scorer, Unweighted, weights_of
from quotekit._plugins.quotes.indirect.sentence import Sentence, sentences
from quotekit._plugins.quotes.indirect.walk import Walk
from quotekit.document import Document
from quotekit.syntax._clause_words import clause_words
from quotekit.syntax._cues import Cue


class Proposer(Protocol):
    """What says what may be reported; the walk knows what came before."""

    def of_cue(self, s: Sentence, cue: Cue, walk: Walk) -> Proposal | None:
        """Return what a cue of a sentence may report."""

    def of_sentence(self, s: Sentence, walk: Walk) -> Iterable[Candidate]:
        """Return what a sentence reports besides, after all of its cues."""


class ClauseReader:
    """Reads what the cues and the sentences of one document report.

    Args:
        document: The document.
        scorer: Chooses among what is proposed; by default the weights of the language.
    """

    def __init__(self, document: Document, scorer: Scorer | None = None) -> None:
        self.document = document
        scorer = scorer or document.language.memo(weights_of)
        words = None if scorer is not None else document.language.memo(clause_words)
        self.scorer: Scorer = scorer or Unweighted()
        self.proposer: Proposer = (
            ByTags(document, self.scorer) if words is None else ByTables(document, words)
        )

    def candidates(self) -> Iterator[Candidate]:
        """Yield what the document reports, in text order."""
        proposals = [*self.proposals()]
        open_to_doubt = [each for each in proposals if not isinstance(each, Candidate)]
        chosen = choose(self.document, self.scorer, open_to_doubt)
        for proposal in proposals:
            if isinstance(proposal, Candidate):
                yield proposal
            else:
                yield from next(chosen)

    def proposals(self) -> Iterator[Proposal]:
        """Yield what may be reported: readings of a cue, or what syntax alone shows, in text order."""
        walk, unfinished = Walk(self.document.cues), None
        for sentence in sentences(self.document):
            found = self._of_sentence(sentence, walk)
            if unfinished is not None and walk.reports and walk.reports[0].position == CONTINUED:
                unfinished = _joined(unfinished, walk.reports[0])
                continue
            if unfinished is not None:
                yield unfinished
            last = walk.reports[-1] if walk.reports else None
            unfinished = last if last is not None and last.cue is None else None
            yield from found if unfinished is None else found[:-1]
        if unfinished is not None:
            yield unfinished

    def _of_sentence(self, sentence: Sentence, walk: Walk) -> list[Proposal]:
        """Return what one sentence may report."""
        walk.reports.clear()
        found: list[Proposal] = []
        for cue in sentence.all_cues:
            walk.reach(cue)
            proposal = self.proposer.of_cue(sentence, cue, walk)
            if isinstance(proposal, Candidate):
                walk.reports.append(proposal)
            if proposal:
                found.append(proposal)
        besides = [*self.proposer.of_sentence(sentence, walk)]
        walk.reports += besides
        return [*found, *besides]


def _joined(report: Candidate, more: Candidate) -> Candidate:
    """Return a report of several sentences that no cue parts."""
    return report._replace(contents=[(report.contents[0][0], more.contents[-1][1])])
