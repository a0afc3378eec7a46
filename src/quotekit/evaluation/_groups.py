"""Figures by group: by kind, by rule, by class of cue, by where a document comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

import attrs

from quotekit.evaluation._compare import Comparison
from quotekit.evaluation._records import Annotation
from quotekit.models import Article
from quotekit.pipeline import Extractor, default_extractor

By = Literal["kind", "rule", "class", "domain"]
Namer = Callable[[Comparison], Callable[[Annotation], str]]

NO_CUE = "no cue"
NOT_LISTED = "not in the table"


@attrs.frozen
class Group:
    """Counts of one group.

    Attributes:
        gold: Gold's quotations of the group.
        found: Those of them that the run has.
        system: The run's quotations of the group.
        right: Those of them that gold has.

    Example:
        >>> Group(gold=4, found=3, system=6, right=3).recall
        0.75
    """

    gold: int = 0
    found: int = 0
    system: int = 0
    right: int = 0

    @property
    def recall(self) -> float | None:
        """The share of gold's that was found; ``None`` where gold has none."""
        return self.found / self.gold if self.gold else None

    @property
    def precision(self) -> float | None:
        """The share of the run's that is right; ``None`` where the run has none."""
        return self.right / self.system if self.system else None


def groups(
    comparisons: Iterable[Comparison], by: By, extractor: Extractor | None = None
) -> Mapping[str, Group]:
    """Return the counts by group, the largest first.

    Args:
        comparisons: The documents.
        by: ``kind`` of quotation, ``rule`` that found it (a run has them, gold none), ``class`` of
            its cue in the cue table, or ``domain`` of the document: the host of its address, or
            its publisher.
        extractor: Whose cue table counts; by default that of the built-in plugins.
    """
    namers: dict[By, Namer] = {
        "kind": lambda _: lambda quote: quote.kind,
        "rule": lambda _: lambda quote: quote.rule,
        "domain": lambda comparison: lambda _: comparison.domain or "unknown",
        "class": lambda comparison: _cue_class(comparison, extractor or default_extractor()),
    }
    found: dict[str, Group] = {}

    def count(name: str, **more: int) -> None:
        if name:
            group = found.get(name, Group())
            sums = {key: getattr(group, key) + number for key, number in more.items()}
            found[name] = attrs.evolve(group, **sums)

    for comparison in comparisons:
        name = namers[by](comparison)
        paired = ({g for g, _ in comparison.pairs}, {s for _, s in comparison.pairs})
        for g, quote in enumerate(comparison.gold):
            count(name(quote), gold=1, found=g in paired[0])
        for s, quote in enumerate(comparison.system):
            count(name(quote), system=1, right=s in paired[1])
    return dict(sorted(found.items(), key=lambda item: (-item[1].gold, -item[1].system, item[0])))


def _cue_class(comparison: Comparison, extractor: Extractor) -> Callable[[Annotation], str]:
    """Return what names the class of a quotation's cue, as the cue table has it."""
    document = extractor.document(Article(comparison.text, language=comparison.language or "en"))
    tokens = document.tokens
    spans = [(tokens.starts[cue.head], cue.row.cue_class) for cue in document.cues]

    def name(quote: Annotation) -> str:
        if not quote.cue:
            return NO_CUE
        held = (kind for at, kind in spans for start, end in quote.cue if start <= at < end)
        return next(held, NOT_LISTED)

    return name
