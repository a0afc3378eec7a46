"""spaCy: documents with groups of spans, as ``DocBin`` and for displaCy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotekit._extras import extra
from quotekit._writers.characters import encodable
from quotekit._writers.marks import QUOTATIONS, Mark, marks, outermost
from quotekit._writers.tokens import Tokenized
from quotekit.models import Extraction

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Object = dict[str, Any]

GROUPS = {
    "quotations": QUOTATIONS,
    "cues": ("Cue",),
    "mentions": ("Source", "Mention"),
    "times": ("Time",),
}
"""The groups of spans, and the labels of their spans."""


def save_docbin(extractions: Iterable[Extraction], path: Path) -> None:
    """Write a ``DocBin`` with a document for each article (extra: ``spacy``).

    All documents are held in memory, as that format has it. Lone surrogates become U+FFFD.

    Raises:
        MissingExtraError: If spaCy is not installed.
    """
    with extra("spacy"):
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab
    vocab = Vocab()
    found = DocBin(store_user_data=True)
    for extraction in extractions:
        found.add(_document(extraction, vocab))
    found.to_disk(path)


def _document(extraction: Extraction, vocab: Vocab) -> Doc:
    from spacy.tokens import Doc

    found = marks(extraction)
    tokenized = _tokenized(extraction, found)
    spaces = [token.spaced for token in tokenized.tokens]
    document = Doc(vocab, words=tokenized.words, spaces=spaces)
    for group, labels in GROUPS.items():
        document.spans[group] = [
            _span(document, mark, tokenized.numbers(span))
            for mark in found
            if mark.label in labels
            for span in mark.spans
        ]
    known = extraction.article.id
    document.user_data["id"] = None if known is None else encodable(known)
    document.user_data["speakers"] = {
        encodable(speaker.id): encodable(speaker.name) for speaker in extraction.speakers
    }
    document.user_data["parts"] = {mark.id: dict(mark.parts) for mark in found if mark.parts}
    return document


def _span(document: Doc, mark: Mark, numbers: tuple[int, int]) -> Any:  # noqa: ANN401 - spaCy's
    from spacy.tokens import Span

    known = encodable(mark.speaker or mark.value or "")
    return Span(document, *numbers, label=mark.label, kb_id=known, span_id=mark.id)


def _tokenized(extraction: Extraction, found: Iterable[Mark]) -> Tokenized:
    spans = [span for mark in found for span in mark.spans]
    return Tokenized.of(encodable(extraction.article.text), spans)


def to_displacy(extraction: Extraction) -> Object:
    """Return what displaCy draws with ``manual=True``, in its style ``ent`` or ``span``.

    The style ``ent`` has no overlaps and gets the longer of two spans; ``span`` has all. spaCy
    is only needed to draw it.

    Example:
        >>> from quotekit import extract
        >>> shown = to_displacy(extract("“Yes,” said Ida Moss."))
        >>> for entity in shown["ents"]:
        ...     print(entity)
        {'start': 1, 'end': 5, 'label': 'Direct'}
        {'start': 7, 'end': 11, 'label': 'Cue'}
        {'start': 12, 'end': 20, 'label': 'Source'}
    """
    found = marks(extraction)
    tokenized = _tokenized(extraction, found)
    placed = [(mark, tokenized.numbers(span)) for mark in found for span in mark.spans]
    return {
        "text": tokenized.text,
        "title": extraction.article.title,
        "ents": [
            {"start": span.start, "end": span.end, "label": mark.label}
            for span, mark in outermost(found)
        ],
        "tokens": tokenized.words,
        "spans": [
            {"start_token": start, "end_token": end, "label": _shown(mark)}
            for mark, (start, end) in placed
        ],
    }


def _shown(mark: Mark) -> str:
    """Return the label of a mark, with who said it where that is known."""
    named = mark.label in QUOTATIONS and mark.value
    return f"{mark.label}: {encodable(mark.value or '')}" if named else mark.label
