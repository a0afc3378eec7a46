"""Contents: from where to where a cue reports, given where they are."""

from __future__ import annotations

from typing import Final, NamedTuple

from quotekit._plugins.quotes.indirect.candidates import (
    AFTER,
    AROUND,
    BEFORE,
    PatternMatch,
    Range,
)
from quotekit._plugins.quotes.indirect.nouns import Nouns
from quotekit._plugins.quotes.indirect.patterns.tagged_clauses import (
    addressee_end,
    adverbials,
    agent_end,
    clause_at,
    conjunction,
    question,
)
from quotekit._plugins.quotes.indirect.scoring.end_features import ends_after, ends_before
from quotekit._plugins.quotes.indirect.scoring.linear_model import UNRIVALLED, Pick
from quotekit._plugins.quotes.indirect.scoring.start_features import starts_after, starts_before
from quotekit._plugins.quotes.indirect.scoring.weights import Scorer
from quotekit._plugins.quotes.indirect.source_filters import LONGEST_NAME
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.syntax._cues import Cue
from quotekit.syntax._tags import NOUN_LIKE, PHRASE

CLOSE: Final = 1.5
"""An end that leads another by less, in log odds, is read beside it."""
ADDRESSEE_LENGTH: Final = 10
"""How many words the one who is told to do something may have."""


class Part(NamedTuple):
    """One part of the contents, with how sure its edges are.

    Attributes:
        first: Its first token.
        last: Its last token.
        start_lead: By how much its start leads the next best.
        end_lead: By how much its end does.
        other_last: The last token where another end is nearly as likely.
    """

    first: int
    last: int
    start_lead: float = UNRIVALLED
    end_lead: float = UNRIVALLED
    other_last: int | None = None


def find_contents(
    features: TokenFeatures,
    cue: Cue,
    bounds: Range,
    position: str,
    scorer: Scorer,
    match: PatternMatch | None,
) -> list[Part]:
    """Return the parts of the contents of a cue in its sentence; none where nothing fits.

    Args:
        features: The document, token by token.
        cue: The cue.
        bounds: First and last token of its sentence.
        position: Where the contents are.
        scorer: Chooses where they begin and end.
        match: The pattern that the cue matches.
    """
    first, last = bounds
    start = match.start if match else None
    completed = _completion(features, cue, last) if position != AFTER else None
    if position == BEFORE and completed is not None:
        position, start = AROUND, completed
    found: list[Part | None] = []
    if position != AFTER:
        found.append(_before(features, cue, first, position, scorer, match))
    if position != BEFORE:
        found.append(_after(features, cue, last, position, scorer, start))
    contents = [part for part in found if part is not None]
    if len(contents) == 2 and contents[1].first != completed and _trails(features, contents[1]):
        del contents[1]
    if cue.passive and contents and contents[-1].first > cue.last:
        contents[-1] = _before_agent(features, contents[-1])
        if len(contents) == 2 and features.lowers[contents[0].last] in features.words.relatives:
            led = contents[1].first == completed  # the plan, which was described as “a crime” by X
            contents = [contents[1]._replace(first=contents[1].first + led)]
    if match is not None and match.name == "as":
        return [_clause_only(features, content) for content in contents]
    return contents


def _before(
    features: TokenFeatures,
    cue: Cue,
    first: int,
    position: str,
    scorer: Scorer,
    match: PatternMatch | None,
) -> Part | None:
    """Return the contents before a cue."""
    end = scorer.best("ends_before", [ends_before(features, cue, first, position)])
    if end is None:
        return None
    options = starts_before(features, cue, end.token, first, position)
    start = scorer.best("starts_before", [options])
    if start is None:
        return None
    first_token = _before_time(features, start.token, end.token, first)
    first_token = _with_mention(features, first_token, first)
    if match is not None and match.name == "before":
        first_token = _with_verb_before(features, first_token, end.token, first)
    last = end.token
    if "after" in cue.row.frames and cue.form == "fixed":
        last = _with_verb_after(features, first_token, last, cue.first - 1)
    return Part(first_token, last, start.lead, end.lead)


def _with_verb_before(features: TokenFeatures, start: int, end: int, first: int) -> int:
    """Begin where the clause does whose object was picked: *Nobody had expected* [*it*]*, X said*."""
    opening = start
    while opening > first and features.tags[opening - 1] != "PUNCT":
        opening -= 1
    whole = not features.has_finite(start, end) and features.has_finite(opening, start - 1)
    return opening if whole else start


def _with_verb_after(features: TokenFeatures, start: int, end: int, last: int) -> int:
    """End where the clause does whose subject was picked: [*The pier*] *is safe according to X*."""
    last -= features.tags[last] == "PUNCT"
    whole = not features.has_finite(start, end) and features.has_finite(end + 1, last)
    return last if whole else end


def _before_time(features: TokenFeatures, start: int, end: int, first: int) -> int:
    """Begin at the clause where a time was picked: *The road is shut until* [*Monday*]*, X said*."""
    moments = features.document.language.memo(Nouns).moments
    times = all(features.lowers[i] in moments for i in range(start, end + 1))
    return first if times and features.tags[start - 1] in ("ADP", "SCONJ") else start


def _after(
    features: TokenFeatures, cue: Cue, last: int, position: str, scorer: Scorer, start: int | None
) -> Part | None:
    """Return the contents after a cue, which begin at *start* if that is known."""
    if start is None and position == AFTER:
        start = _shown_start(features, cue, last)
    picked = None if start is None else Pick(start)
    if picked is None:
        picked = scorer.best("starts_after", [starts_after(features, cue, last, position)])
        if picked is None:
            return None
        picked = picked._replace(token=_past_adverbials(features, cue, picked.token, last))
    first = _past_addressee(features, cue, picked.token, last)
    end = scorer.best("ends_after", [ends_after(features, cue, first, last, position)])
    if end is None:
        return None
    first = _past_conjunction(features, first, end.token)
    other = end.runner_up if end.lead < CLOSE else None
    return Part(first, end.token, picked.lead, end.lead, other)


def either_end(contents: list[Part]) -> list[list[Part]]:
    """Return contents, and the same with their other end where that is nearly as likely."""
    *before, part = contents
    if before or part.other_last is None:
        return [contents]
    other = part._replace(last=part.other_last, end_lead=-part.end_lead, other_last=None)
    return [contents, [other]]


def _clause_only(features: TokenFeatures, content: Part) -> Part:
    """Keep of *calls that C*, before *as X said*, the clause alone."""
    for i in range(content.last - 1, content.first, -1):
        if features.is_that[i]:
            return content._replace(first=i + 1)
    return content


def _shown_start(features: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return the word that opens the contents after a cue, where closed classes show it."""
    found = conjunction(features, cue, last)
    if found is None:
        found = question(features, cue, last)
    if found is None:
        addressee = addressee_end(features, cue, last)
        if addressee is not None and clause_at(features, addressee + 1, last):
            found = addressee + 1
    return found


def _with_mention(features: TokenFeatures, start: int, first: int) -> int:
    """Begin with the mention that *start* stands in: *Nordvik, the retailer, closed, X said*."""
    at = features.starts[start]
    for mention in features.document.mentions_in(max(0, at - LONGEST_NAME), at):
        if mention.span.end > at:
            return max(first, features.document.tokens.after(mention.span.start))
    return start


def _past_adverbials(features: TokenFeatures, cue: Cue, start: int, last: int) -> int:
    """Move over a time: *said on Monday* [*the ramps are coming*]; not *said Monday was cold*."""
    if cue.row.pos != "verb" or not cue.last < start <= last:
        return start
    after = adverbials(features, cue.last + 1, last)
    if not start < after < last or features.tags[after] not in NOUN_LIKE:
        return start
    return after if features.has_finite(after, last) else start


def _past_conjunction(features: TokenFeatures, start: int, end: int) -> int:
    """Leave out *that*, *whether* and *if*, and the comma of *that, after the repair, C*."""
    if start < end and (
        features.is_that[start] or features.lowers[start] in features.words.whether
    ):
        start += 1
        if start < end and features.lowers[start] == ",":
            start += 1
    return start


def _trails(features: TokenFeatures, part: Part) -> bool:
    """Return whether a second part is none: *C, X said, smiling*; *after Y*; *late on Sunday*."""
    start, end = part.first, part.last
    if adverbials(features, start, end) > end:
        return True
    if features.has_finite(start, end) and features.tags[start] != "SCONJ":
        return False
    return features.tags[start] == "VBG" or features.shapes[start] in features.words.trailers


def _completion(features: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return where what completes a passive begins: *The plan was described by X* [*as a crime*]."""
    if not cue.passive:
        return None
    agent = agent_end(features, cue, last)
    start = (cue.last if agent is None else agent) + 1
    return start if start < last and features.lowers[start] in cue.row.frames else None


def _before_agent(features: TokenFeatures, part: Part) -> Part:
    """End before the agent of a passive: *was called* [*“a crime”*] *by X*, [*a crime*] *by X*."""
    for i in range(part.first + 1, part.last):
        if features.lowers[i] not in features.words.agents:
            continue
        closed = features.in_quotes[i - 2] != features.in_quotes[i]
        if (closed and i > part.first + 1) or features.mention_starting(i + 1) == part.last:
            return part._replace(last=features.previous_word[i], other_last=None)
    return part


def _past_addressee(features: TokenFeatures, cue: Cue, start: int, last: int) -> int:
    """Move over the one who is told to do something: *begged the pilot* [*to turn back*]."""
    if cue.passive:
        return start
    if "told" in cue.row.frames and start > cue.last:
        addressee = features.mention_starting(cue.last + 1) if cue.last < last else None
        if (
            addressee is not None
            and start <= addressee < last
            and features.tags[addressee + 1] in NOUN_LIKE
        ):
            return addressee + 1
    wants = "thinks" in cue.row.traits  # want [the crew to wait]: nobody is told
    if "order" not in cue.row.frames or wants or start != cue.last + 1:
        return start
    for i in range(start, min(last, start + ADDRESSEE_LENGTH) + 1):
        word = features.lowers[i]
        if word in features.words.infinitive:
            return i - (features.lowers[i - 1] in features.words.negators)
        if features.tags[i] not in PHRASE and word not in features.words.inside_addressee:
            break
    return start
