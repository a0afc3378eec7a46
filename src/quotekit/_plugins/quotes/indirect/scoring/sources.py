"""Sources: what syntax alone says of the one who speaks, over what the weights picked.

The subject of a cue is never the relative pronoun of a clause that is closed; a passive has its
agent after *by*, or nobody; two cues that *and* joins share their subject.
"""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.candidates import Range, Ranges
from quotekit._plugins.quotes.indirect.nouns import Nouns
from quotekit._plugins.quotes.indirect.patterns.nominal import possessor, raised_by
from quotekit._plugins.quotes.indirect.patterns.predicates import opens_clause
from quotekit._plugins.quotes.indirect.patterns.tagged_clauses import (
    agent_end,
    antecedent,
    relative_of,
)
from quotekit._plugins.quotes.indirect.scoring.source_features import (
    NO_SOURCE,
    SubjectEnds,
    source_ends,
)
from quotekit._plugins.quotes.indirect.scoring.source_start_features import source_starts
from quotekit._plugins.quotes.indirect.scoring.weights import Scorer
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.spans import Span
from quotekit.syntax._cues import Cue
from quotekit.syntax._signs import QUOTE_MARKS
from quotekit.syntax._tags import NOUN_LIKE, PHRASE

LONGEST: Final = 14
"""How many words a noun phrase before a relative clause may have."""
ADDRESSED: Final = frozenset(("told", "order"))
"""Frames of verbs whose object is addressed: in the passive, their subject only listens."""
NOBODY: Final = SubjectEnds(-1, -1, "nobody")


class SourceFinder:
    """Finds the source of one cue by the scorer, whatever its contents are taken to be.

    Args:
        features: The document, token by token.
        cue: The cue.
        bounds: First and last token of its sentence.
        position: Where the contents are.
        scorer: Chooses.
    """

    __slots__ = ("_found", "bounds", "cue", "features", "position", "scorer")

    def __init__(
        self, features: TokenFeatures, cue: Cue, bounds: Range, position: str, scorer: Scorer
    ) -> None:
        self.features = features
        self.cue = cue
        self.bounds = bounds
        self.position = position
        self.scorer = scorer
        self._found: dict[tuple[object, ...], Range | None] = {}

    def find(self, contents: Ranges) -> Range | None:
        """Return the source that the scorer chooses where these are the contents.

        Of contents after the cue only the beginning tells: other ends have the same source, if the
        grammatical subject is the same.
        """
        subject = subject_ends(self.features, self.cue, contents)
        key = subject, *[part[0] if part[0] > self.cue.last else part for part in contents]
        if key not in self._found:
            self._found[key] = self._choose(contents, subject)
        return self._found[key]

    def _choose(self, contents: Ranges, subject: SubjectEnds) -> Range | None:
        features, cue, bounds = self.features, self.cue, self.bounds
        ends = source_ends(features, cue, bounds, contents, self.position, subject)
        picked = self.scorer.best("source_ends", ends)
        if picked is None:  # nothing to choose by
            return None if subject is NOBODY else (subject.first, subject.last)
        end = picked.token
        if end == NO_SOURCE:
            return None
        starts = source_starts(features, cue, end, bounds[0], contents, subject)
        start = self.scorer.best("source_starts", [starts])
        return None if start is None else (start.token, end)


def subject_ends(features: TokenFeatures, cue: Cue, contents: Ranges) -> SubjectEnds:
    """Return where the grammatical subject of a cue is, if it has one outside the contents."""
    document = features.document
    spans = [Span(features.starts[first], features.ends[last]) for first, last in contents]
    found = document.subject_of(cue, spans)
    if found is None:
        return NOBODY
    span = found.mention.span
    tokens = document.tokens
    return SubjectEnds(tokens.after(span.start), tokens.before(span.end), found.relation)


def source_by_syntax(
    features: TokenFeatures,
    cue: Cue,
    bounds: Range,
    contents: Ranges,
    picked: Range | None,
    shared: Range | None,
) -> Range | None:
    """Return the source of a cue: the one that syntax shows, else the one that was picked.

    Args:
        features: The features.
        cue: The cue.
        bounds: First and last token of its sentence.
        contents: What it reports.
        picked: What the weights took for the source.
        shared: The source of the cue that *and* joins this one to.
    """
    alone = picked and _mention_alone(features, picked)
    found: Range | None = _shown(features, cue, bounds, contents, alone, shared)
    if found is None or found == picked:
        return picked if found else found
    overlaps = any(start <= found[1] and found[0] <= end for start, end in contents)
    return picked if overlaps else found


def _mention_alone(features: TokenFeatures, picked: Range) -> Range:
    """Cut a time before the mention, *Last year Crane*, and close its bracket: *the league (FIL)*."""
    start, end = _past_share(features, _after_expression(features, picked))
    whole = features.mention_starting(start)
    if features.lowers[start - 1] == "(" and features.lowers[end + 1] == ")":
        outer = features.mention_ending(end + 1)  # the Food Agency (FA)
        start, end = (start, end) if outer is None else (outer, end + 1)
    asked = features.lowers[start] in features.words.those  # those polled
    if whole == end + 1 and (asked or features.lowers[whole] in (")", "%")):
        end = whole
    mention = features.mention_ending(end)
    if mention is None or mention <= start:
        return start, end
    times = features.document.language.memo(Nouns)
    when = times.days | times.occasions | features.words.pointers
    led = {word for word in features.lowers[start:mention] if not word[0].isdigit()}
    return (mention if led <= when else start), end


def _past_share(features: TokenFeatures, picked: Range) -> Range:
    """Move from a share without its sign to those it is of: *31% of* [*those polled*]."""
    end = picked[1]
    if features.lowers[end + 1] != "%":
        return picked
    start = end + 3 if features.lowers[end + 2] in features.words.of else end + 1
    last = features.mention_starting(start)
    return picked if last is None else (start, last)


def _after_expression(features: TokenFeatures, picked: Range) -> Range:
    """Move from the words of *according to* to the one whom they lead."""
    last = features.leads.get(picked[0])
    if last is None:
        return picked
    start = last + 1
    end = features.mention_starting(start) if start < features.size else None
    return picked if end is None else (start, max(end, picked[1]))


def _shown(
    features: TokenFeatures,
    cue: Cue,
    bounds: Range,
    contents: Ranges,
    picked: Range | None,
    shared: Range | None,
) -> Range | None:
    first, last = bounds
    if cue.row.pos != "verb":
        picked = picked or _owner(features, cue, first, last)
        return raised_by(features, cue, bounds, contents, picked)
    if cue.passive:
        return _of_passive(features, cue, last, picked or _agent_after(features, contents, last))
    if picked is not None and picked[1] < cue.first:
        picked = _after_report(features, picked)
    if picked is None and features.tags[cue.first - 1] in NOUN_LIKE and cue.first > first:
        start = features.mention_ending(cue.first - 1)
        picked = None if start is None else (start, cue.first - 1)
    if picked is None or picked[0] < cue.first:
        picked = _beside_relative(features, cue, first, picked)
    if picked is not None and picked[1] < cue.first:
        picked = _before_apposition(features, cue, first, picked)
    return shared if picked is None and shared else picked


def _after_report(features: TokenFeatures, picked: Range) -> Range:
    """Cut a source that swallowed another report: *Police said a witness* claimed C."""
    start, end = picked
    mention = features.mention_ending(end)
    if (
        mention is None
        or mention <= start
        or features.words.relatives & set(features.lowers[start:mention])
    ):
        return picked
    before = mention - 1
    says = "asserts" in features.traits.get(before, ()) and features.verbal[before]
    return (mention, end) if says else picked


def _owner(features: TokenFeatures, cue: Cue, first: int, last: int) -> Range | None:
    """*Her claim*, *the firm’s old claim*; *according to X*; *in her view*."""
    if "own" in cue.row.frames and cue.row.pos == "expression":
        inside = (
            i
            for i in range(cue.first, cue.last)
            if features.lowers[i] in features.words.possessives
        )
        return next(((i, i) for i in inside), None)
    if "after" in cue.row.frames:
        end = features.mention_starting(cue.last + 1) if cue.last < last else None
        return None if end is None else (cue.last + 1, end)
    return possessor(features, cue, first)


def _of_passive(features: TokenFeatures, cue: Cue, last: int, picked: Range | None) -> Range | None:
    """*Residents were told by the council*: the council; *Staff were warned that C*: nobody."""
    if ADDRESSED.isdisjoint(cue.row.frames):
        return picked
    end = agent_end(features, cue, last)
    if end is not None:
        return cue.last + 2, end
    return None if picked and picked[1] < cue.first else picked


def _agent_after(features: TokenFeatures, contents: Ranges, last: int) -> Range | None:
    """Return the agent after what a passive reports: *was described as “a crime” by* [*X*]."""
    start = contents[-1][1] + 1
    while start < last and features.lowers[start] in QUOTE_MARKS:
        start += 1
    if features.lowers[start] not in features.words.agents or start >= last:
        return None
    end = features.mention_starting(start + 1)
    return None if end is None else (start + 1, end)


def _beside_relative(
    features: TokenFeatures, cue: Cue, first: int, picked: Range | None
) -> Range | None:
    """*Three nurses, who feared for their jobs, said*: the nurses."""
    pronoun = relative_of(features, cue, first)
    if pronoun is None:
        return picked
    end = antecedent(features, pronoun, first)
    if end is None or (picked is not None and picked[1] < end):
        return picked
    if picked is not None and picked[0] < pronoun - 1 and features.lowers[pronoun - 1] != ",":
        return picked  # a man who lives opposite, as a whole
    return _phrase(features, end, first)


def _before_apposition(features: TokenFeatures, cue: Cue, first: int, picked: Range) -> Range:
    """*The buyer, a Dutch firm, said*: the buyer."""
    comma = picked[0] - 1
    if picked[1] != cue.first - 2 or features.lowers[cue.first - 1] != "," or comma <= first:
        return picked
    if features.lowers[comma] != "," or features.tags[picked[0]] not in ("DET", "NOUN", "ADJ"):
        return picked
    start = features.mention_ending(comma - 1)
    if start is None or (start > first and not opens_clause(features, start - 1)):
        return picked
    times = features.document.language.memo(Nouns)
    return (
        picked
        if {features.lowers[comma - 1]} & (times.days | times.occasions)
        else (start, comma - 1)
    )


def _phrase(features: TokenFeatures, end: int, first: int) -> Range:
    """Return the noun phrase that ends with token *end*."""
    known = features.mention_ending(end)
    i = end if known is None or known < first else known
    while i > first and features.tags[i - 1] == "ADP" and i > end - LONGEST:  # head of the clinic
        i = max(first, i - 2)
    comma = _comma_before(features, i, first)
    if comma is not None and features.tags[comma - 1] == "PROPN":
        name = features.mention_ending(comma - 1)
        if name is not None and name >= first and features.tags[name - 1] != "ADP":
            return name, comma - 1
    if known is not None and known >= first:
        return known, end
    i = end
    while i > first and i > end - LONGEST and features.tags[i - 1] in PHRASE:
        i -= 1
    return i, end


def _comma_before(features: TokenFeatures, i: int, first: int) -> int | None:
    """Return the comma after which a phrase hangs: *Moss, head of X*; *Moss, who is head of X*."""
    if features.lowers[i] == ",":  # Moss, of X
        return i
    if features.lowers[i - 1] == ",":
        return i - 1 if i - 1 > first else None
    for k in range(i - 1, max(first, i - LONGEST), -1):
        if features.lowers[k] == ",":
            return k if features.lowers[k + 1] in features.words.inserted_relatives else None
    return None


def joined(features: TokenFeatures, cue: Cue, previous: Cue | None) -> Cue | None:
    """Return the cue that *and* joins this one to: *X ruled that C, and said C*."""
    i = cue.first - 1
    if previous is None or i < 1 or features.lowers[i] not in features.words.coordinators:
        return None
    tag = features.tags[cue.head]
    return (
        previous if features.tags[previous.head] == tag and tag in ("VBD", "VBZ", "VERB") else None
    )
