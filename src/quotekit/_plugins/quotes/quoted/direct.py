"""Direct quotations: quoted spans become candidates, those of one utterance joined.

*“We stay,” she said. “It is home.”* is one quotation with two contents: the second span goes on
where the first was broken off by its cue. A span that its paragraph leaves open goes on in the
next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from quotekit._plugins.quotes.quoted.beside import Beside
from quotekit._plugins.quotes.quoted.quoted_spans import (
    MARKS,
    QuotedSpan,
    cue_span,
    quoted_spans,
)
from quotekit.document import Document
from quotekit.models import Evidence, Mention, Quote, QuoteKind, QuoteMode
from quotekit.spans import Span
from quotekit.syntax._closed_classes import small
from quotekit.syntax._cues import Cue
from quotekit.syntax._signs import DASHES
from quotekit.syntax._tags import FINITE

MAX_GAP: Final = 400
"""A cue clause between two quoted spans of one quotation is no longer than this."""
SPEECH: Final = 0.6
"""Confidence of a fragment that is speech by its cue, unless a clause takes it in."""
FEW_WORDS: Final = 6
MANY_WORDS: Final = 10
ADDRESSEE: Final = 8
"""An addressee between a verb and *that* has fewer words than this."""


def find_direct(document: Document) -> Iterator[Quote]:
    """Propose a quotation for every quoted span, or for several of one utterance.

    Quoted spans without any sign of speech are proposed as well, with the evidence ``fragment``, so
    that selection can say why they are none.
    """
    found = quoted_spans(document)
    looker = Beside(document)
    for quoted in found:
        looker.look(quoted)
    found = [part for quoted in found for part in looker.parts(quoted)]
    followed = {quoted.after.head for quoted in found if quoted.after is not None}
    for group in _groups(document, found):
        quote = _quote(document, group)
        yield quote
        clause = group[0].clause
        fragment = quote.evidence is Evidence.FRAGMENT
        if fragment and clause is not None and clause.head not in followed:
            yield _clause(document, group, clause)


def _groups(document: Document, found: Sequence[QuotedSpan]) -> Iterator[list[QuotedSpan]]:
    group: list[QuotedSpan] = []
    for quoted in found:
        again = bool(group) and _says_again(document, group[-1], quoted)
        if again:
            quoted.before, quoted.separator = group[-1].after, ","
        if again or (group and not _goes_on(document, group, quoted)):
            yield group
            group = []
        group.append(quoted)
    if group:
        yield group


def _goes_on(document: Document, group: Sequence[QuotedSpan], quoted: QuotedSpan) -> bool:
    """Return whether a quoted span goes on with the quotation of the quoted spans before it."""
    last = group[-1]
    if quoted.pair is last.pair or _coordinated(document, group, quoted):
        return True
    if last.pair.closing is None and last.after is None:
        return _runs_on(document, last, quoted)
    gap = document.text[last.pair.outer.end : quoted.pair.outer.start]
    if len(gap) > MAX_GAP or last.after is None:
        return False
    if quoted.after is not None and quoted.after is not last.after:
        return False
    named = quoted.before is not None and document.tags[quoted.before.head] == "NOUN"  # with a sigh
    if quoted.before is not None and quoted.before.head != last.after.head and not named:
        return False
    if document.paragraph_at(last.pair.outer.start) != document.paragraph_at(
        quoted.pair.outer.start
    ):
        return False
    if quoted.pair.closing is None or not _whole_clause(document, quoted):
        return False
    end = gap.rstrip()[-1:]
    if end in DASHES and quoted.before is not None and _is_embedded(document, last):
        return False  # the line “would not pay,” Moss added – “but …”
    if quoted.opens_sentence:
        return end == "." and _one_sentence(document, last, quoted)
    between = document.cues_in(document.tokens.ends[last.after.last], quoted.pair.outer.start)
    if any(document.tags[cue.head] != "NOUN" for cue in between):
        return False  # “…,” she wrote, arguing that “…”
    return end in (",", ";") or end in DASHES or not gap.strip(" ,")


def _says_again(document: Document, last: QuotedSpan, quoted: QuotedSpan) -> bool:
    """Return whether *and* lets a cue report again: *“…,” she said, and, later, “…”*."""
    cue = last.after
    if cue is None or quoted.after is not None or not quoted.closed:
        return False
    if quoted.before is not None and quoted.before.head != cue.head:
        return False
    between = range(cue.last + 1, quoted.opening)
    joint = next((i for i in between if document.tags[i] == "CCONJ" and _free(document, i)), None)
    if joint is None or len(between) > MANY_WORDS or quoted.opening - joint > FEW_WORDS:
        return False
    return all(
        document.tags[i] in ("ADV", "PUNCT", "SCONJ") for i in range(joint + 1, between.stop)
    )


def _free(document: Document, i: int) -> bool:
    """Return whether a conjunction joins no names: *said Ida Moss and Bo Tran*."""
    at = document.tokens.starts[i]
    around = document.mentions_in(max(0, at - MAX_GAP), at)
    return not any(mention.span.end > at for mention in around)


def _coordinated(document: Document, group: Sequence[QuotedSpan], quoted: QuotedSpan) -> bool:
    """Return whether a quoted span is said beside the one before it: *they shouted “A” and “B”*."""
    first, last = group[0], group[-1]
    if first.before is None and first.governor is None and first.clause is None:
        return False
    if last.after is not None or quoted.after is not None or last.pair.closing is None:
        return False
    between = range(last.closing, quoted.opening)
    return 0 < len(between) < 3 and all(
        document.tags[i] == "CCONJ" or document.tokens.texts[i] == "," for i in between
    )


def _runs_on(document: Document, last: QuotedSpan, quoted: QuotedSpan) -> bool:
    """Return whether the paragraph after an open quoted span takes it up with a mark of its own."""
    gap = document.text[last.pair.outer.end : quoted.pair.outer.start]
    own = quoted.after is not None and last.before is not None
    return not gap.strip() and not own


def _one_sentence(document: Document, last: QuotedSpan, quoted: QuotedSpan) -> bool:
    """Return whether nothing but the rest of the cue's own sentence stands between the two."""
    sentence = document.sentence_at(document.tokens.ends[last.right - 1] - 1)
    gap = (sentence.end, quoted.pair.outer.start) if sentence else (0, 0)
    return not document.text[gap[0] : gap[1]].strip()


def _quote(document: Document, group: Sequence[QuotedSpan]) -> Quote:
    reading = _reading(document, group)
    contents = [quoted.inner for quoted in group]
    spans = [cue_span(document, reading.cue)] if reading.cue is not None else [*reading.sign]
    return Quote(
        contents,
        QuoteKind.DIRECT,
        mode=reading.cue.row.mode if reading.cue is not None else QuoteMode.SPEECH,
        cue=spans,
        source=reading.source,
        quoted=contents,
        confidence=reading.confidence,
        rule=reading.pattern.rule,
        why=reading.pattern.why.format(cue=spans[0].slice(document.text) if spans else ""),
        evidence=reading.pattern.evidence,
    )


def _clause(document: Document, group: Sequence[QuotedSpan], cue: Cue) -> Quote:
    """Make a mixed quotation of the clause that runs from its cue to the marks."""
    quoted = group[0]
    tokens = document.tokens
    first, that = cue.last + 1, small(document).complementizers
    for i in range(first, min(first + ADDRESSEE, quoted.opening - 1)):
        if tokens.lowers[i] in that:  # told the members that …
            first = i + 1
            break
    return Quote(
        [Span(tokens.starts[first], group[-1].inner.end)],
        QuoteKind.MIXED,
        mode=cue.row.mode,
        cue=[cue_span(document, cue)],
        quoted=[quoted.inner for quoted in group],
        confidence=0.6,
        rule="mixed-around-fragment",
        evidence=Evidence.ENCLOSING,
        why=f"“{cue_span(document, cue).slice(document.text)}” reports the clause with the marks",
    )


class _Pattern(NamedTuple):
    """What shows that marks hold a quotation: the rule’s name, its evidence, and a line for readers."""

    rule: str
    evidence: Evidence
    why: str


class _Reading(NamedTuple):
    """How the quoted spans of one utterance are read, with the cue, or the sign in a cue's place."""

    pattern: _Pattern
    confidence: float
    cue: Cue | None = None
    sign: tuple[Span, ...] = ()
    source: Mention | None = None


CUE_AFTER: Final = _Pattern("direct-cue-after", Evidence.QUOTED, "“{cue}” follows the quotation")
CUE_BEFORE: Final = _Pattern(
    "direct-cue-before", Evidence.QUOTED, "“{cue}” introduces the quotation"
)
COLON: Final = _Pattern("direct-colon", Evidence.QUOTED, "a colon introduces the quotation")
SIGNED: Final = _Pattern(
    "dash-attribution", Evidence.QUOTED, "“{cue}” and a name follow the quotation"
)
LISTED: Final = _Pattern(
    "line-attribution", Evidence.QUOTED, "a name has a line of its own beside it"
)
BLOCK: Final = _Pattern("block-quote", Evidence.QUOTED, "whole sentences are in quote marks")
OBJECT: Final = _Pattern(
    "direct-cue-object", Evidence.OBJECT, "the quoted words are the object of “{cue}”"
)
FRAGMENT: Final = _Pattern(
    "quoted-fragment", Evidence.FRAGMENT, "part of a sentence is in quote marks"
)


def _reading(document: Document, group: Sequence[QuotedSpan]) -> _Reading:
    """Return how the quoted spans of one utterance are read as a quotation."""
    first, last = group[0], group[-1]
    whole = _whole_clause(document, last)
    introduced = first.before is not None and (
        first.separator == ":"
        or ("sounds" in first.before.row.traits and not first.separator)
        or (whole and _is_utterance(document, first))
    )
    after = next((quoted.after for quoted in group if quoted.after is not None), None)
    if after is not None and not (len(group) == 1 and _is_embedded(document, first)):
        return _Reading(CUE_AFTER, _trust(group, 0.97), after)
    if introduced:
        return _Reading(CUE_BEFORE, _trust(group, 0.88), first.before)
    if after is not None and first.governor is None:
        return _Reading(FRAGMENT, 0.5, after)
    for quoted in group:
        if quoted.signature is not None:
            sign, source = quoted.signature
            if sign is None:
                return _Reading(LISTED, 0.75, source=source)
            return _Reading(SIGNED, 0.85, sign=(sign,), source=source)
    if first.separator == ":" and whole:
        return _Reading(COLON, 0.6, sign=(document.tokens.span(first.opening - 1),))
    if first.opens_sentence and _is_sentence(document, first):
        return _Reading(BLOCK, 0.6)
    if (
        first.separator == ","
        and first.before is not None
        and first.inner.slice(document.text)[0].isupper()
    ):
        return _Reading(FRAGMENT, SPEECH, first.before)
    if first.governor is not None:
        return _Reading(OBJECT, 0.5, first.governor)
    judged = first.before is None and first.judgement is not None
    cue = first.before or first.judgement or first.near or first.clause
    return _Reading(FRAGMENT, SPEECH if judged else 0.4, cue)


def _trust(group: Sequence[QuotedSpan], confidence: float) -> float:
    """Return the confidence of a quotation by its length: a few words may be a title or a term.

    The figures are shares of right ones among the quotations of each length in annotated news.
    """
    words = sum(quoted.words for quoted in group)
    if words < FEW_WORDS:
        return 0.75
    return confidence if words >= MANY_WORDS and group[0].opens_sentence else min(confidence, 0.86)


def _whole_clause(document: Document, quoted: QuotedSpan) -> bool:
    """Return whether the clause ends with the marks: *said “all is well” and left*."""
    return quoted.closed or document.tags[quoted.closing] == "CCONJ"


def _is_utterance(document: Document, quoted: QuotedSpan) -> bool:
    """Return whether the marks may hold all that was said: no mere part of the cue's sentence."""
    if quoted.separator or quoted.inner.slice(document.text)[0].isupper():
        return True
    if quoted.before is not None and "sounds" in quoted.before.row.traits:
        return True
    inside = document.tokens.within(quoted.inner.start, quoted.inner.end)
    return any(document.tags[i] in FINITE for i in inside)


def _is_embedded(document: Document, quoted: QuotedSpan) -> bool:
    """Return whether the marks stand in a phrase: *the show “Quay,” the mayor said*."""
    if quoted.opens_sentence or quoted.pair.family not in ("double", "single"):
        return False
    i = quoted.opening - 1
    if document.tags[i] == "CCONJ" and i and document.tokens.texts[i - 1] in MARKS:
        return True  # known for “Night Ferry” and “The Salt Road,” …
    return document.tokens.texts[i][-1].isalnum() and document.tags[i] not in ("CCONJ", "SCONJ", "")


def _is_sentence(document: Document, quoted: QuotedSpan) -> bool:
    """Return whether the marks hold one or more whole sentences."""
    if not quoted.ends_sentence and quoted.pair.closing is not None:
        return False
    if quoted.right > quoted.closing + 1:
        return document.text[quoted.inner.end - 1] in ".?!…"
    return True
