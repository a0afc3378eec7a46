"""Labels: what stands before the words of a turn, *AMOS PRYCE, ANCHOR:*, *[02:50] Ida Moss:*, *Q.*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import regex

from quotekit._patterns import compiled
from quotekit.document import Document
from quotekit.models import Mention, MentionKind, SpeakerKind
from quotekit.spans import Span

UPPER: Final = r"\p{Lu}[\p{Lu}'’.-]++(?:\ [\p{Lu}\d][\p{Lu}\d'’.&-]*+){0,5}+"
SURNAME: Final = r"\p{Lu}[\p{Lu}'’-]++(?:\ \p{Lu}[\p{Lu}'’-]++){0,3}+"
NAME: Final = (
    r"\p{Lu}[\p{L}\p{M}'’.-]++"
    r"(?:\ (?:\p{Ll}{1,4}\ ){0,3}(?:\p{Lu}[\p{L}\p{M}'’.-]*+|\d{1,3}\b)){0,4}+"
)
TIME: Final = r"[\[(]?\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,3})?)?[\])]?"
LABEL_RE: Final = compiled(
    rf"""
    ["“„«]?+
    (?P<stamp> (?: >{{2,3}}\s?+ | {TIME}\s++ )*+ )                 # >>  [02:50:05]
    (?: (?P<letter> [QA] | QUESTION | ANSWER ) [.:]                # Q.  A:
      | (?P<upper> {UPPER} )                                       # DR. JANE OKAFOR
        (?: ,?\ \((?P<aside>[^()\n]{{1,60}})\) )?+                 # (D-Vt.)
        (?: ,\ ?(?P<role>[\p{{Lu}}\d][\p{{Lu}}\d'’.&,/\ -]{{1,80}}) )?+ :    # , QNN ANCHOR
      | (?P<chair> (?:\p{{Lu}}\p{{Ll}}{{1,9}}\.?\ ){{1,2}} {SURNAME} )       # Mr. QUILL  The CHAIR
        (?: \ \((?P<aside>[^()\n]{{1,60}})\) )?+ [.:]
      | (?P<name> {NAME} )                                         # Jane Okafor  Speaker 1
        (?: \ \((?P<role>[^()\n]{{1,60}})\)                        # (treasurer)
          | (?: \ (?:[–—]|--?)\  | ,\  ) (?P<role>[^:.?!\n]{{2,60}}) )?+ :   # – Elm Bank
    )
    \s++ (?=\S)
    """,
    regex.VERBOSE,
)
"""*JANE OKAFOR: The budget …*, *Q. Did you …*; not *At the door: a queue*."""
HEADING_RE: Final = compiled(
    rf"(?P<name>{NAME})\ (?:(?:--|[–—])\ (?P<role>[^.:?!\d\n]{{2,90}})|\ *{TIME})", regex.VERBOSE
)
"""A line of its own above the words: *Jane Okafor -- Chief Executive*, *Ida Moss 0:12*."""
HOLDER_RE: Final = compiled(rf"(?:\p{{Lu}}\p{{Ll}}{{1,4}}\.?\ )?{NAME}", regex.VERBOSE)
"""Who holds the office that a label names: *The DEPUTY SPEAKER (Mr Arlo Penn)*."""


class Label(NamedTuple):
    """The label of a paragraph.

    Attributes:
        span: Its words, without time stamp and colon.
        text: The same, as written.
        kind: ``letter``, ``upper``, ``chair``, ``name`` or ``heading``.
        sure: Whether its shape alone shows a label: capitals, a letter, a time stamp.
        role: What it says of the speaker.
        holder: Who holds the office that it names.
        start: Where the words begin.
        paragraph: The number of the paragraph that they begin in.
    """

    span: Span
    text: str
    kind: str
    sure: bool
    role: Span | None
    holder: Span | None
    start: int
    paragraph: int

    def mention(self, document: Document) -> Mention:
        """Return the label as the mention of a speaker; a letter names nobody."""
        start = self.span.start
        holder, role = self.holder, self.role
        if self.text.startswith("The "):
            start += len("The ")
        own = _named_in(document, Span(start, self.span.end))
        titled = own is not None and own.title is not None and start == self.span.start
        if holder is not None and titled:
            role, holder = holder, None  # Mr QUILL (Elm Bank): not who holds an office
        known = own if holder is None else _named_in(document, holder)
        name = known.name if known is not None else holder or Span(start, self.span.end)
        title = known.title if known is not None else None
        end = max([part.end for part in (role, holder) if part is not None], default=self.span.end)
        end += self.kind == "chair" and document.text[end] == ")"
        return Mention(
            Span(self.span.start, end),
            MentionKind.NOMINAL if self.kind == "letter" else MentionKind.NAME,
            name=None if self.kind == "letter" else name,
            title=title,
            role=role,
            entity=SpeakerKind.PERSON,
            number="singular",
        )


def _named_in(document: Document, span: Span) -> Mention | None:
    """Return the mention whose name ends with a label, or with a part of one."""
    for known in document.mentions_in(span.start, span.end):
        if known.name is not None and known.name.end == span.end:
            return known
    return None


def read_labels(document: Document) -> Iterator[Label]:
    """Yield whatever looks like the label of a paragraph."""
    text = document.text
    for n, paragraph in enumerate(document.paragraphs):
        label = label_at(text, paragraph, n)
        if label is not None:
            yield label
        elif n + 1 < len(document.paragraphs):
            match = HEADING_RE.fullmatch(text, paragraph.start, paragraph.end)
            following = document.paragraphs[n + 1]
            if match is not None and text[following.end - 1] in ".?!…":
                role = Span(*match.span("role")) if match["role"] else None
                name = Span(*match.span("name"))
                yield Label(
                    name, match["name"], "heading", False, role, None, following.start, n + 1
                )


def label_at(text: str, span: Span, paragraph: int) -> Label | None:
    """Return the label that a span begins with, if it has one."""
    match = LABEL_RE.match(text, span.start, span.end)
    return None if match is None else _label(match, paragraph)


def _label(match: regex.Match[str], paragraph: int) -> Label:
    kind = next(k for k in ("letter", "upper", "chair", "name") if match[k])
    span = Span(*match.span(kind))
    role = Span(*match.span("role")) if match["role"] else None
    holder = None
    if kind == "chair" and match["aside"] and HOLDER_RE.fullmatch(match["aside"]):
        holder = Span(*match.span("aside"))
    sure = kind != "name" or bool(match["stamp"])
    return Label(span, match[kind], kind, sure, role, holder, match.end(), paragraph)
