"""Evaluation: how well a run agrees with gold.

Quotations are paired one to one, the best overlap first, where their contents share at least half
of the characters that either covers. On these pairs and on single spans rest the figures of
:class:`Report`. Ends do not count: white space, quotation marks, closing punctuation and a leading
conjunction are trimmed on both sides.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from quotekit.models import Extraction

__all__ = [
    "Agreement",
    "Annotation",
    "Report",
    "annotation",
    "annotations_of",
    "compare",
    "evaluate",
    "read_json_lines",
]

Offsets = tuple[int, int]

HALF = 0.5
"""From this share of common characters on, two quotations are one."""

WORD_RE = re.compile(r"\w+")
CONJUNCTION_RE = re.compile(r"(?:that|dass|daß)\s+", re.IGNORECASE)
MARKS = "\"'`“”‘’„‚«»‹›「」『』"
LEFT = " \t\r\n\u00a0" + MARKS + "()[]–—-"
RIGHT = LEFT + ".,;:!?…"


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
    """

    kind: str
    contents: tuple[Offsets, ...]
    cue: tuple[Offsets, ...] = ()
    source: tuple[Offsets, ...] = ()
    name: str | None = None
    aliases: tuple[str, ...] = ()


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
        content: Stretches of contents that agree to the character, after trimming.
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
        lines = [f"{self.documents} documents", f"{'':12}precision  recall      F1"]
        for name in ("found", "end_to_end", "content", "source", "cue"):
            a: Agreement = getattr(self, name)
            figures = f"{a.precision:9.1%}{a.recall:8.1%}{a.f1:8.1%}"
            lines.append(f"{name.replace('_', ' '):12}{figures}")
        lines.append(f"speaker accuracy {self.speaker_accuracy:.1%} of {self.speakers.gold}")
        lines += [f"recall of {k}: {a.recall:.1%} of {a.gold}" for k, a in self.by_kind.items()]
        return "\n".join(lines)


def evaluate(
    gold: Iterable[Mapping[str, Any]],
    system: Iterable[Mapping[str, Any]],
    kinds: Collection[str] | None = None,
) -> Report:
    """Compare a run with gold, document by document, by their ``id``.

    Args:
        gold: Objects with ``id``, ``text`` and ``quotes``, the latter in the shape of quotekit's
            JSON, or with ``content``, ``cue`` and ``speaker`` as plain lists of ``[start, end]``.
        system: The same without ``text``; documents that are missing count as empty.
        kinds: Only quotations of these kinds.

    Example:
        >>> gold = {"id": "a", "text": "“Yes,” Ana Roe said.", "quotes": [
        ...     {"kind": "direct", "content": [[1, 5]], "cue": [[15, 19]], "speaker": [[7, 14]]}]}
        >>> run = {"id": "a", "quotes": [
        ...     {"kind": "direct", "spans": [[0, 6]], "cue": None, "speaker": None}]}
        >>> report = evaluate([gold], [run])
        >>> report.found.f1, report.content.f1, report.speaker_accuracy, report.cue.recall
        (1.0, 1.0, 0.0, 0.0)
    """
    runs = {run["id"]: run.get("quotes", ()) for run in system}
    report = Report()
    for document in gold:
        sides = (document["quotes"], runs.get(document["id"], ()))
        wanted, got = ([annotation(quote) for quote in side] for side in sides)
        if kinds is not None:
            wanted, got = ([q for q in side if q.kind in kinds] for side in (wanted, got))
        report += compare(document["text"], wanted, got)
    return report


def annotation(quote: Mapping[str, Any]) -> Annotation:
    """Read one quotation from JSON."""
    speaker = quote.get("speaker")
    name = quote.get("speaker_name")
    if isinstance(speaker, Mapping):
        name = speaker.get("name") or name
        speaker = speaker.get("mention")
    return Annotation(
        kind=quote["kind"],
        contents=_offsets(quote.get("content") or quote.get("spans")),
        cue=_offsets(quote.get("cue")),
        source=_offsets(speaker),
        name=name,
        aliases=tuple(quote.get("speaker_aliases") or ()),
    )


def annotations_of(extraction: Extraction) -> list[Annotation]:
    """Return an extraction's quotations for comparison."""
    return [
        Annotation(
            kind=quote.kind,
            contents=tuple((span.start, span.end) for span in quote.contents),
            cue=tuple((span.start, span.end) for span in quote.cue),
            source=((quote.source.span.start, quote.source.span.end),) if quote.source else (),
            name=quote.speaker.name if quote.speaker else None,
        )
        for quote in extraction.quotes
    ]


def read_json_lines(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON lines."""
    return (json.loads(line) for line in lines if line.strip())


def compare(text: str, gold: Sequence[Annotation], system: Sequence[Annotation]) -> Report:
    """Compare the quotations of one document."""
    pairs = _pairs(gold, system)
    kinds = Counter(quote.kind for quote in gold)
    found = Counter(gold[g].kind for g, _ in pairs)
    sourced = [(gold[g], system[s]) for g, s in pairs if gold[g].source]
    right = sum(_same_speaker(text, g, s) for g, s in sourced)
    unsourced = ((gold[g], system[s]) for g, s in pairs if not gold[g].source)
    rightly_open = sum(_same_name(g, s) if g.name else not s.source for g, s in unsourced)
    return Report(
        documents=1,
        found=Agreement(len(pairs), len(system), len(gold)),
        end_to_end=Agreement(right + rightly_open, len(system), len(gold)),
        content=_exact(text, (q.contents for q in gold), (q.contents for q in system)),
        source=_exact(text, (q.source for q in gold), (q.source for q in system)),
        cue=_exact(text, (q.cue for q in gold), (q.cue for q in system)),
        speakers=Agreement(right, len(sourced), len(sourced)),
        by_kind={kind: Agreement(found[kind], found[kind], n) for kind, n in kinds.items()},
    )


def _offsets(value: Any) -> tuple[Offsets, ...]:  # noqa: ANN401 - a value of JSON
    spans = value.get("spans") if isinstance(value, Mapping) else value
    return tuple((start, end) for start, end in spans or ())


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


def _exact(
    text: str, gold: Iterable[Iterable[Offsets]], system: Iterable[Iterable[Offsets]]
) -> Agreement:
    wanted, got = (
        {_trim(text, span) for spans in side for span in spans} for side in (gold, system)
    )
    wanted.discard(None)
    got.discard(None)
    return Agreement(len(wanted & got), len(got), len(wanted))


def _trim(text: str, span: Offsets) -> Offsets | None:
    start, end = span
    conjunction = CONJUNCTION_RE.match(text, start, end)
    start = conjunction.end() if conjunction else start
    inner = text[start:end]
    start = end - len(inner.lstrip(LEFT))
    end = start + len(text[start:end].rstrip(RIGHT))
    return (start, end) if start < end else None


def _same_speaker(text: str, gold: Annotation, system: Annotation) -> bool:
    words = [
        {start + m.start() for start, end in spans for m in WORD_RE.finditer(text[start:end])}
        for spans in (gold.source, system.source)
    ]
    return bool(words[0] & words[1]) or _same_name(gold, system)


def _same_name(gold: Annotation, system: Annotation) -> bool:
    """Tell whether the names agree: the last word, or all of one in the other."""
    got = WORD_RE.findall((system.name or "").casefold())
    for name in filter(None, (gold.name, *gold.aliases)):
        wanted = WORD_RE.findall(name.casefold())
        if got and wanted and (got[-1] == wanted[-1] or _contained(set(got), set(wanted))):
            return True
    return False


def _contained(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one
