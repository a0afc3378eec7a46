"""NIF: the text and its phrases as linked data (Turtle), each phrase at an address of its own.

See https://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core. Addresses end in
``#char=START,END`` (RFC 5147), in code points. Quotations and speakers have the identifiers that they
have in schema.org's format, so that both can be loaded into one graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quotekit._extras import extra
from quotekit._writers.characters import encodable
from quotekit._writers.identifiers import article_iri, part_iri
from quotekit._writers.marks import QUOTATIONS, Mark, marks
from quotekit.models import Article, Extraction
from quotekit.spans import Span

if TYPE_CHECKING:
    from rdflib import Graph

PREFIXES = {
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "quotekit": "urn:quotekit:",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def write_nif(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield the prefixes, then the statements about each article (extra: ``rdf``).

    Raises:
        MissingExtraError: If rdflib is not installed.
    """
    with extra("rdf"):
        import rdflib
    yield "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    for extraction in extractions:
        graph = rdflib.Graph(bind_namespaces="none")
        for name, iri in PREFIXES.items():
            graph.bind(name, iri)
        _Statements(graph, extraction.article).add(extraction)
        # Each graph begins with its prefixes and an empty line.
        yield "\n" + graph.serialize(format="turtle").partition("\n\n")[2].rstrip("\n") + "\n"


class _Statements:
    """Says in a graph what was found in one article."""

    def __init__(self, graph: Graph, article: Article) -> None:
        from rdflib import RDF, Namespace

        self._graph, self._article = graph, article
        self._text = encodable(article.text)
        self._type = RDF.type
        self._nif, self._its = Namespace(PREFIXES["nif"]), Namespace(PREFIXES["itsrdf"])
        self._own, self._schema = Namespace(PREFIXES["quotekit"]), Namespace(PREFIXES["schema"])

    def add(self, extraction: Extraction) -> None:
        from rdflib import URIRef

        self._context()
        for speaker in extraction.speakers:
            who = URIRef(part_iri(self._article, speaker.id))
            self._say(who, self._schema.name, encodable(speaker.name))
        found = {mark.id: mark for mark in marks(extraction)}
        for mark in found.values():
            phrases = [self._phrase(span, self._nif.Phrase) for span in mark.spans]
            if mark.label in QUOTATIONS:
                self._quotation(mark, found)
            elif mark.speaker is not None:
                who = URIRef(part_iri(self._article, mark.speaker))
                self._graph.add((phrases[0], self._its.taIdentRef, who))

    def _context(self) -> None:
        from rdflib import URIRef

        context = self._place(0, len(self._text), self._nif.Context)
        self._say(context, self._nif.isString, self._text)
        iri = article_iri(self._article)
        if iri.startswith("http"):
            self._graph.add((context, self._nif.sourceUrl, URIRef(iri)))

    def _quotation(self, mark: Mark, found: dict[str, Mark]) -> None:
        """Say what a quotation is, and which phrases it is made of."""
        from rdflib import URIRef

        quotation = URIRef(part_iri(self._article, f"quotation-{mark.id[1:]}"))
        self._graph.add((quotation, self._type, self._schema.Quotation))
        self._say(quotation, self._own.kind, mark.label.lower())
        if mark.speaker is not None:
            who = URIRef(part_iri(self._article, mark.speaker))
            self._graph.add((quotation, self._schema.spokenByCharacter, who))
        parts = [("contents", mark), *((role, found[part]) for role, part in mark.parts)]
        for role, part in parts:
            for span in part.spans:
                self._graph.add((quotation, self._own[role], self._iri(span.start, span.end)))
            if role == "said" and part.value:
                self._say(quotation, self._own.timex, encodable(part.value))

    def _phrase(self, span: Span, kind: object) -> object:
        phrase = self._place(span.start, span.end, kind)
        self._say(phrase, self._nif.anchorOf, span.slice(self._text))
        whole = self._iri(0, len(self._text))
        self._graph.add((phrase, self._nif.referenceContext, whole))
        return phrase

    def _place(self, start: int, end: int, kind: object) -> object:
        from rdflib import XSD, Literal

        place = self._iri(start, end)
        for one in (kind, self._nif.RFC5147String):
            self._graph.add((place, self._type, one))
        for index, offset in ((self._nif.beginIndex, start), (self._nif.endIndex, end)):
            count = Literal(offset, datatype=XSD.nonNegativeInteger)
            self._graph.add((place, index, count))
        return place

    def _iri(self, start: int, end: int) -> object:
        from rdflib import URIRef

        return URIRef(part_iri(self._article, f"char={start},{end}"))

    def _say(self, subject: object, predicate: object, words: str) -> None:
        from rdflib import Literal

        self._graph.add((subject, predicate, Literal(words)))
