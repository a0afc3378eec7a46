"""Components of spaCy: ``quotekit`` finds quotations, ``quotekit_sentences`` cuts sentences."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from quotekit import Article, Extraction, Extractor, Quote, Registry, Span, Speaker

KEY = "quotekit"
"""Where ``doc.user_data`` has the extraction, as JSON, so that documents travel and are stored."""

GROUPS = ("quotations", "cues", "sources", "times")


def _extraction(doc: Doc) -> Extraction | None:
    """Return what quotekit found in a document, or ``None`` where it was not asked."""
    record = doc.user_data.get(KEY)
    return Extraction.from_json(record, text=doc.text) if record is not None else None


def _quotes(doc: Doc) -> Sequence[Quote]:
    extraction = _extraction(doc)
    return extraction.quotes if extraction is not None else ()


def _speakers(doc: Doc) -> Sequence[Speaker]:
    extraction = _extraction(doc)
    return tuple(extraction.speakers) if extraction is not None else ()


Doc.set_extension("extraction", getter=_extraction, force=True)
Doc.set_extension("quotes", getter=_quotes, force=True)
Doc.set_extension("speakers", getter=_speakers, force=True)


@Language.factory("quotekit", default_config={"block": [], "plugins": [], "published": None})
class quotekit:  # noqa: N801 - the name of the factory
    """Finds quotations: ``doc._.quotes``, ``doc._.speakers``, and groups of spans.

    ``doc.spans`` has *quotations*, *cues*, *sources* and *times*. Spans of one quotation share
    their ``id_``, the number of the quotation in ``doc._.quotes``; the ``kb_id_`` of a quotation and a
    source is the speaker's, that of a time its value.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        block: Names of quotekit's plugins to go without.
        plugins: Modules of plugins to add: ``quotekit_spacy.spacy_tags``.
        published: The day that *yesterday* counts from, as ISO 8601, for all documents.
    """

    def __init__(
        self,
        nlp: Language,
        name: str,
        block: Iterable[str],
        plugins: Iterable[str],
        published: str | None,
    ) -> None:
        self.name, self.language, self.published = name, nlp.lang, published
        registry = Registry(block=block)
        for module in plugins:
            registry.register(importlib.import_module(module))
        self.extractor = Extractor(registry)

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of a document."""
        article = Article(doc.text, language=self.language, published=self.published)
        extraction = self.extractor.extract(article)
        doc.user_data[KEY] = extraction.to_json(with_text=False)
        found = dict.fromkeys(GROUPS, ())
        found["quotations"] = [
            span
            for n, quote in enumerate(extraction.quotes)
            for span in _spans(doc, quote.contents, str(quote.kind), n, _id(quote.speaker))
        ]
        found["cues"] = [
            span
            for n, quote in enumerate(extraction.quotes)
            for span in _spans(doc, quote.cue, "cue", n)
        ]
        found["sources"] = [
            span
            for n, quote in enumerate(extraction.quotes)
            if quote.source is not None
            for span in _spans(doc, [quote.source.span], "source", n, _id(quote.speaker))
        ]
        found["times"] = [
            span
            for n, time in enumerate(extraction.times)
            for span in _spans(doc, [time.span], str(time.type), n, time.value or "")
        ]
        for group in GROUPS:
            doc.spans[group] = found[group]
        return doc


def _id(speaker: Speaker | None) -> str:
    return speaker.id if speaker is not None else ""


def _spans(
    doc: Doc, spans: Iterable[Span], label: str, number: int, known: str = ""
) -> list[DocSpan]:
    """Return the tokens that spans cover; spaCy's may reach over quotekit's offsets."""
    return [
        doc.char_span(
            span.start, span.end, label, known, alignment_mode="expand", span_id=str(number)
        )
        for span in spans
    ]


@Language.factory("quotekit_sentences", assigns=["token.is_sent_start"])
def quotekit_sentences(
    nlp: Language,
    name: str,  # noqa: ARG001 - spaCy gives it
) -> functools.partial[Doc]:
    """Return what cuts sentences as quotekit does; to be added before the parser, which keeps them."""
    return functools.partial(_cut, Extractor(Registry(entry_points=False)), nlp.lang)


def _cut(extractor: Extractor, language: str, doc: Doc) -> Doc:
    """Begin a sentence at the token with which quotekit begins one, and nowhere else."""
    begins = sorted(
        sentence.start
        for sentence in extractor.document(Article(doc.text, language=language)).sentences
    )
    at = 0
    for token in doc:
        reached = at
        while at < len(begins) and begins[at] < token.idx + max(1, len(token)):
            at += 1
        token.is_sent_start = token.i == 0 or at > reached
    return doc
