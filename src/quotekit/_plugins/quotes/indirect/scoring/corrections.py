"""Corrections: what the form of a sentence shows of contents and source, over what the weights pick.

Each function has its own kind, with an example in its first line.
"""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.candidates import Range, Ranges
from quotekit._plugins.quotes.indirect.patterns.tagged_clauses import clause_at
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures, takes_clauses
from quotekit.syntax._cues import Cue
from quotekit.syntax._signs import QUOTE_MARKS

GOES_ON: Final = frozenset(("ADP", "SCONJ", "CCONJ", "ADV"))
"""What may come after a place within the same clause."""
ENDS_REPORT: Final = frozenset(("PUNCT", "ADP", "PROPN", ""))
"""What may come after a verb that ends its report: *said.*, *said on Monday*."""
LONGEST_CLAUSE: Final = 30
"""How many words a relative clause after *according to X, …* may have."""


def marked_aside(features: TokenFeatures, cue: Cue, bounds: Range) -> Range | None:
    """Return the subject of a cue after an aside in marks: *Moss, known as “Gull,” said the ….*

    The marks close right before the cue, but they belong to a phrase between the subject’s comma
    and the cue, and a clause follows the cue: nothing is inverted.
    """
    first, last = bounds
    close = cue.first - 1
    pair = features.in_quotes[close - 1] if close > first + 1 else 0
    if (
        not pair
        or pair == features.in_quotes[cue.head]
        or features.lowers[close] not in QUOTE_MARKS
    ):
        return None
    if features.lowers[close - 1] != "," or not clause_at(features, cue.last + 1, last):
        return None
    end = features.mention_starting(first)
    if end is None:
        return None
    opening = close - 1
    while opening > first and features.in_quotes[opening - 1] == pair:
        opening -= 1
    lead = opening - 1 if features.lowers[opening] not in QUOTE_MARKS else opening
    inside = features.lowers[lead - 1] not in (",", ":") and lead - 1 > end
    return (first, end) if inside and features.lowers[end + 1] == "," else None


def quoted_source(
    features: TokenFeatures, cue: Cue, contents: Ranges
) -> tuple[Range, Range] | None:
    """Return source and contents that *as* joins: *The Post quoted* [*Moss*] *as saying* [*C*]."""
    if len(contents) != 1 or contents[0][0] != cue.last + 1:
        return None
    start, end = contents[0]
    stop = features.mention_starting(start)
    if stop is None or stop + 3 > end or features.lowers[stop + 1] not in features.words.as_saying:
        return None
    says = stop + 2
    if features.tags[says] != "VBG" or "talks" not in features.traits.get(says, ()):
        return None
    first = says + 1
    first += features.is_that[first]
    return ((start, stop), (first, end)) if first <= end else None


def noun_agent(
    features: TokenFeatures, cue: Cue, contents: Ranges, first: int
) -> tuple[Range, Range] | None:
    """Return source and contents of a noun that opens its sentence: *Calls for* [*C*] *from* [*X*]."""
    if cue.row.pos != "noun" or len(contents) != 1 or cue.first > first + 1:
        return None
    start, end = contents[0]
    for i in range(start + 1, end):
        if features.lowers[i] in features.words.noun_agents and start > cue.last:
            agent = features.mention_starting(i + 1)
            if agent is None and all(features.tags[k] == "PROPN" for k in range(i + 1, end + 1)):
                agent = end
            if agent is not None and agent <= end:
                return (i + 1, agent), (start, i - 1)
    return None


def led_source(features: TokenFeatures, cue: Cue, bounds: Range, contents: Ranges) -> Range | None:
    """Return the source that contents took in: *According to the ministry | over 30 have died*."""
    first, last = bounds
    if "after" not in cue.row.frames or cue.first != first or len(contents) != 1:
        return None
    start, end = contents[0]
    if start != cue.last + 1:
        return None
    stop = features.mention_starting(start)
    return (start, stop) if stop is not None and stop + 1 < end <= last else None


def past_relative(features: TokenFeatures, cue: Cue, contents: Ranges) -> Ranges:
    """Leave out what is said of the source: *According to Lane, who drew the plans, | C*."""
    if "after" not in cue.row.frames:
        return contents
    (start, end), *rest = contents
    if start <= cue.last or not _is_relative(features, start):
        return contents
    for i in range(start + 1, min(end, start + LONGEST_CLAUSE)):
        if features.lowers[i] == "," and clause_at(features, i + 1, end):
            return [(i + 1, end), *rest]
    return contents


def up_to_contrast(features: TokenFeatures, cue: Cue, contents: Ranges) -> Ranges:
    """End before another’s report: *Moss said C | while Lindh said C*, *…, | with Lindh saying C*."""
    if not takes_clauses(cue):
        return contents
    start, end = contents[-1]
    clauses, phrases = features.words.other_reports, features.words.other_reporters
    inside = features.lowers[start + 1 : end - 1]
    if clauses.isdisjoint(inside) and phrases.isdisjoint(inside):
        return contents
    for i in range(start + 1, end - 1):
        joined = features.lowers[i] in clauses
        if not joined and features.lowers[i] not in phrases:
            continue
        subject = features.mention_starting(i + 1)
        says = subject is not None and "talks" in features.traits.get(subject + 1, ())
        if says and subject is not None and not joined:
            says = features.tags[subject + 1] == "VBG"
        if says and features.in_quotes[i] == features.in_quotes[cue.head]:
            stop = i - 1
            while stop > start and features.lowers[stop] == ",":
                stop -= 1
            return [*contents[:-1], (start, stop)]
    return contents


def over_place(features: TokenFeatures, contents: Ranges, bounds: Range) -> Ranges:
    """Go on over the comma inside a place: *C in Clearwater, Florida | until she was eighteen*."""
    start, end = contents[-1]
    after, last = end + 2, bounds[1]
    if after >= last or features.lowers[end + 1] != "," or features.tags[end] != "PROPN":
        return contents
    while after <= last and features.tags[after] == "PROPN":
        after += 1
    goes_on = after > end + 2 and after <= last and features.tags[after] in GOES_ON
    if not goes_on or not _names_place(features, start, end):
        return contents
    stop = next((i for i in range(after, last + 1) if features.tags[i] == "PUNCT"), last + 1) - 1
    return [*contents[:-1], (start, stop)]


def _names_place(features: TokenFeatures, start: int, end: int) -> bool:
    """Return whether a preposition of place stands before the name that ends at *end*."""
    while end > start and features.tags[end] == "PROPN":
        end -= 1
    return features.lowers[end] in features.words.places


def after_comma(features: TokenFeatures, cue: Cue, contents: Ranges) -> Range | None:
    """Return the source that a stray comma parts from its cue: *C,* [*Tom’s aunt Ida*]*, said*.

    After an aside too: *C,* [*Ida Moss*]*, of Elm Bank, said*.
    """
    if len(contents) != 1 or features.lowers[cue.first - 1] != ",":
        return None
    final = features.tags[cue.last + 1] in ENDS_REPORT
    if cue.row.pos != "verb" or "talks" not in cue.row.traits or not final:
        return None
    start, end = contents[0]
    if end != cue.first - 2:
        return None
    return _named(features, start, end) or next(
        (
            named
            for i in range(end - 1, start + 2, -1)
            if features.lowers[i] == "," and _opens_aside(features, i + 1)
            for named in [_named(features, start, i - 1)]
            if named is not None
        ),
        None,
    )


def _named(features: TokenFeatures, start: int, end: int) -> Range | None:
    """Return the name that ends at token *end*, after a whole clause and its comma."""
    first = features.mention_ending(end)
    if first is None or first - 1 <= start + 1:
        return None
    named = features.tags[end] == "PROPN" and features.lowers[first - 1] == ","
    return (first, end) if named and features.has_finite(start, first - 1) else None


def _opens_aside(features: TokenFeatures, i: int) -> bool:
    """Return whether an aside may begin: *, of Elm Bank,*; *, who left,*; *, the mayor,*."""
    low, words = features.lowers[i], features.words
    return (
        low in words.before_affiliations or low in words.inserted_relatives or low in words.articles
    )


def up_to_final_cue(features: TokenFeatures, contents: Ranges) -> Ranges:
    """End before a report of the whole sentence: *He said “no”* | *, Ida Moss said*."""
    start, end = contents[-1]
    verb, last = end, end - 1
    if features.lowers[end + 1] == ",":  # C, Tom’s aunt Hilda Brock, | told
        verb, last = end + 2, end
    says = features.verbal[verb] and "talks" in features.traits.get(verb, ())
    first = features.mention_ending(last) if says and features.tags[last] == "PROPN" else None
    if first is None or first - 1 <= start or features.lowers[first - 1] != ",":
        return contents
    stop = features.previous_word[first - 1]
    return [*contents[:-1], (start, stop)] if stop >= start else contents


def up_to_answer(features: TokenFeatures, cue: Cue, contents: Ranges, first: int) -> Ranges:
    """End what a fronted clause reports before the main one: *Asked if C* | *, Moss did not answer*.

    *After she said C* | *, Ida Moss left*.
    """
    start, end = contents[-1]
    asked = cue.first == first and features.lowers[cue.head] in features.words.led_in
    if not (asked or _in_fronted_clause(features, cue, first)):
        return contents
    for i in range(start + 1, end):
        inner = features.in_quotes[i] != features.in_quotes[cue.head]
        if features.lowers[i] == "," and not inner and _main_clause(features, i + 1, end):
            return [*contents[:-1], (start, i - 1)]
    return contents


def _main_clause(features: TokenFeatures, i: int, end: int) -> bool:
    """Return whether a clause begins at token *i*, also one with an apposition to its subject."""
    subject = features.mention_starting(i)
    if subject is not None and features.lowers[subject + 1] == "," and features.verbal[subject + 2]:
        return True  # Ida Moss, the mayor, left
    return clause_at(features, i, end)


def _in_fronted_clause(features: TokenFeatures, cue: Cue, first: int) -> bool:
    """Return whether a cue is the verb of a clause that opens the sentence: *After she said C, …*."""
    low, words = features.lowers[first], features.words
    if low in words.echoes or not (features.tags[first] == "SCONJ" or low in words.trailers):
        return False
    subject = features.mention_starting(first + 1)
    between = range(first + 1, cue.first)
    return (
        subject is not None
        and subject < cue.first
        and not any(features.verbal[i] or features.lowers[i] == "," for i in between)
    )


def over_marks(features: TokenFeatures, cue: Cue, contents: Ranges) -> Ranges:
    """Take in the marks between contents and the comma before a cue: *He said* | *“no”, Moss said*."""
    if len(contents) != 1 or contents[0][1] + 1 >= cue.first:
        return contents
    start, end = contents[0]
    pair = features.in_quotes[end]
    i = end + 1
    while i < cue.first and (features.in_quotes[i] != pair or features.lowers[i] in QUOTE_MARKS):
        i += 1
    comma = i < cue.first and features.lowers[i] == "," and i > end + 1
    inverted = comma and i + 1 == cue.first
    subject = features.mention_starting(cue.last + 1 if inverted else i + 1) if comma else None
    beside = subject is not None and (inverted or subject == cue.first - 1)
    known = beside and features.has_finite(start, end)
    return [(start, features.previous_word[i])] if known else contents


def _is_relative(features: TokenFeatures, i: int) -> bool:
    """Return whether a relative clause may begin at token *i*."""
    return features.lowers[i] in features.words.source_relatives
