"""The comparison of one document: which quotations are the same, and which figures that gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import attrs

from quotekit.evaluation._records import Agreement, Annotation, Offsets, Report

HALF = 0.5
"""From this share of common characters on, two quotations are one."""

WORD_RE = re.compile(r"\w+")
CONJUNCTION_RE = re.compile(r"(?:that|dass|daß)\s+", re.IGNORECASE)
MARKS = "\"'`“”‘’„‚«»‹›「」『』"
LEFT = " \t\r\n\u00a0" + MARKS + "()[]–—-"
RIGHT = LEFT + ".,;:!?…"


@attrs.frozen(slots=False)
class Comparison:
    """Gold and run of one document, quotation by quotation.

    Attributes:
        id: The document's identifier.
        text: Its text.
        gold: What is to be found.
        system: What the run found.
        pairs: Indices into both: quotations that are the same.
        domain: Where the document comes from: the host of its address, or its publisher.
        language: Its language.
    """

    id: str
    text: str
    gold: Sequence[Annotation]
    system: Sequence[Annotation]
    pairs: Sequence[tuple[int, int]]
    domain: str = ""
    language: str = ""

    @property
    def missed(self) -> list[Annotation]:
        """Gold's quotations that the run does not have."""
        paired = {g for g, _ in self.pairs}
        return [quote for g, quote in enumerate(self.gold) if g not in paired]

    @property
    def extra(self) -> list[Annotation]:
        """The run's quotations that gold does not have."""
        paired = {s for _, s in self.pairs}
        return [quote for s, quote in enumerate(self.system) if s not in paired]

    @cached_property
    def misattributed(self) -> list[tuple[Annotation, Annotation]]:
        """Pairs of gold's quotation and the run's that have another source or speaker."""
        both = ((self.gold[g], self.system[s]) for g, s in self.pairs)
        return [pair for pair in both if not _rightly_attributed(self.text, *pair)]

    @cached_property
    def report(self) -> Report:
        """The figures of this document."""
        kinds = Counter(quote.kind for quote in self.gold)
        found = Counter(self.gold[g].kind for g, _ in self.pairs)
        sourced = [(g, s) for g, s in self.pairs if self.gold[g].source]
        wrong = len(self.misattributed)
        right = sum(same_speaker(self.text, self.gold[g], self.system[s]) for g, s in sourced)
        counts = (len(self.system), len(self.gold))
        return Report(
            documents=1,
            found=Agreement(len(self.pairs), *counts),
            end_to_end=Agreement(len(self.pairs) - wrong, *counts),
            content=self._exact("contents"),
            source=self._exact("source"),
            cue=self._exact("cue"),
            speakers=Agreement(right, len(sourced), len(sourced)),
            by_kind={kind: Agreement(found[kind], found[kind], n) for kind, n in kinds.items()},
        )

    def _exact(self, part: str) -> Agreement:
        """Compare single spans to the character, after trimming."""
        wanted, got = (
            {_trim(self.text, span) for quote in side for span in getattr(quote, part)} - {None}
            for side in (self.gold, self.system)
        )
        return Agreement(len(wanted & got), len(got), len(wanted))


def compare(text: str, gold: Sequence[Annotation], system: Sequence[Annotation]) -> Report:
    """Compare the quotations of one document."""
    return compared("", text, gold, system).report


def compared(
    name: str, text: str, gold: Sequence[Annotation], system: Sequence[Annotation]
) -> Comparison:
    """Pair the quotations of one document."""
    return Comparison(name, text, gold, system, _pairs(gold, system))


def _pairs(gold: Sequence[Annotation], system: Sequence[Annotation]) -> list[tuple[int, int]]:
    """Pair quotations one to one, the best overlap first, and the earlier ones where equal."""
    scored = []
    for g, wanted in enumerate(gold):
        for s, got in enumerate(system):
            share = _common_share(wanted.contents, got.contents)
            if share >= HALF:
                scored.append((-share, g, s))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, s in sorted(scored):
        if g not in pairs and s not in taken:
            pairs[g] = s
            taken.add(s)
    return sorted(pairs.items())


def _common_share(one: Sequence[Offsets], other: Sequence[Offsets]) -> float:
    """Return the characters that both cover, as a share of those that either covers."""
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    either = sum(b - a for a, b in one) + sum(d - c for c, d in other) - common
    return common / either if either else 0.0


def _trim(text: str, span: Offsets) -> Offsets | None:
    start, end = span
    conjunction = CONJUNCTION_RE.match(text, start, end)
    start = conjunction.end() if conjunction else start
    inner = text[start:end]
    start = end - len(inner.lstrip(LEFT))
    end = start + len(text[start:end].rstrip(RIGHT))
    return (start, end) if start < end else None


def _rightly_attributed(text: str, gold: Annotation, system: Annotation) -> bool:
    """Return whether the speaker is right, or rightly left open."""
    if gold.source:
        return same_speaker(text, gold, system)
    return _same_name(gold, system) if gold.name else not system.source


def same_speaker(text: str, gold: Annotation, system: Annotation) -> bool:
    """Return whether the sources share a word, or the names agree."""
    words = [
        {start + m.start() for start, end in spans for m in WORD_RE.finditer(text[start:end])}
        for spans in (gold.source, system.source)
    ]
    return bool(words[0] & words[1]) or _same_name(gold, system)


def _same_name(gold: Annotation, system: Annotation) -> bool:
    """Return whether the names agree: the last word, or all of one in the other."""
    got = WORD_RE.findall((system.name or "").casefold())
    for name in filter(None, (gold.name, *gold.aliases)):
        wanted = WORD_RE.findall(name.casefold())
        if got and wanted and (got[-1] == wanted[-1] or _contained(set(got), set(wanted))):
            return True
    return False


def _contained(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one
