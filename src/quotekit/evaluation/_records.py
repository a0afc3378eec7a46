"""The records of an evaluation: one quotation to compare, and the figures."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from quotekit.models._short import plural

Offsets = tuple[int, int]


@attrs.frozen
class Annotation:
    """One quotation, as gold or a run has it.

    Attributes:
        kind: ``direct``, ``mixed``, ``indirect``, or what else a corpus calls it.
        contents: The reported words.
        cue: The reporting expression.
        source: The source mention.
        name: The speaker's canonical name, where it is given.
        aliases: Other names that are right too.
        rule: The rule that found it, where a run says so.
    """

    kind: str
    contents: tuple[Offsets, ...]
    cue: tuple[Offsets, ...] = ()
    source: tuple[Offsets, ...] = ()
    name: str | None = None
    aliases: tuple[str, ...] = ()
    rule: str = ""


@attrs.frozen
class Agreement:
    """How many of the system's answers are right, and how many of gold's were found.

    Example:
        >>> Agreement(right=6, system=8, gold=12).f1
        0.6
    """

    right: int = 0
    system: int = 0
    gold: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            self.right + other.right, self.system + other.system, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """The share of the system's answers that are right."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """The share of gold's answers that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.system + self.gold
        return 2 * self.right / both if both else 0.0


@attrs.frozen
class Report:
    """What an evaluation found.

    Attributes:
        documents: How many documents were compared.
        found: Quotations paired with one of gold's.
        end_to_end: Quotations found and attributed rightly, or rightly left without a source.
        content: Spans of contents that agree to the character, after trimming.
        source: The same for source mentions.
        cue: The same for cues.
        speakers: Of the found quotations whose gold has a source: those whose source shares a word
            with it, or whose canonical name agrees with gold's.
        by_kind: Found quotations by gold's kind.
    """

    documents: int = 0
    found: Agreement = Agreement()
    end_to_end: Agreement = Agreement()
    content: Agreement = Agreement()
    source: Agreement = Agreement()
    cue: Agreement = Agreement()
    speakers: Agreement = Agreement()
    by_kind: Mapping[str, Agreement] = attrs.field(factory=dict)

    @property
    def speaker_accuracy(self) -> float:
        """The share of found quotations with the right source."""
        return self.speakers.precision

    def __add__(self, other: Report) -> Report:
        kinds = sorted({*self.by_kind, *other.by_kind})
        none = Agreement()
        return Report(
            self.documents + other.documents,
            self.found + other.found,
            self.end_to_end + other.end_to_end,
            self.content + other.content,
            self.source + other.source,
            self.cue + other.cue,
            self.speakers + other.speakers,
            {k: self.by_kind.get(k, none) + other.by_kind.get(k, none) for k in kinds},
        )

    def __str__(self) -> str:
        """Return a table, in percent."""
        lines = [plural(self.documents, "document"), f"{'':12}precision  recall      F1"]
        for name in ("found", "end_to_end", "content", "source", "cue"):
            a: Agreement = getattr(self, name)
            figures = f"{a.precision:9.1%}{a.recall:8.1%}{a.f1:8.1%}"
            lines.append(f"{name.replace('_', ' '):12}{figures}")
        lines.append(f"speaker accuracy {self.speaker_accuracy:.1%} of {self.speakers.gold}")
        lines += [f"recall of {k}: {a.recall:.1%} of {a.gold}" for k, a in self.by_kind.items()]
        return "\n".join(lines)
