"""schema.org: quotations as ``Quotation``, for publishers' pages and search engines (JSON-LD).

See https://schema.org/Quotation. All identifiers are absolute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from quotekit._json import dumps
from quotekit._writers.identifiers import article_iri, part_iri
from quotekit.models import Article, Extraction, Quote, Speaker, SpeakerKind
from quotekit.spans import join

Object = dict[str, Any]

CONTEXT = "https://schema.org"

TYPES = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ORGANIZATION: "Organization",
    SpeakerKind.GROUP: "Organization",
}
"""What schema.org calls kinds of speakers; the rest are things."""

SAME_AS = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "isni": "https://isni.org/isni/{}",
    "viaf": "https://viaf.org/viaf/{}",
    "orcid": "https://orcid.org/{}",
}
"""Where outside systems have the thing that an identifier names."""

DAY_RE = re.compile(r"\d{4}-\d{2}-\d{2}")


def write_schemaorg(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield one graph with the articles, their quotations and speakers.

    Example:
        >>> from quotekit.models import Article
        >>> found = Extraction(Article("No.", url="https://quay.example/wall", title="Wall"))
        >>> print("".join(write_schemaorg([found])))
        {"@context": "https://schema.org", "@graph": [
        {"@id": "https://quay.example/wall", "@type": "NewsArticle", "headline": "Wall", \
"inLanguage": "en", "url": "https://quay.example/wall"}
        ]}
        <BLANKLINE>
    """
    yield f'{{"@context": {dumps(CONTEXT)}, "@graph": [\n'
    comma = ""
    for extraction in extractions:
        for thing in _things(extraction):
            yield f"{comma}{dumps(thing)}"
            comma = ",\n"
    yield "\n]}\n" if comma else "]}\n"


def _things(extraction: Extraction) -> Iterator[Object]:
    article = extraction.article
    yield _article(article)
    for speaker in extraction.speakers:
        yield _speaker(article, speaker)
    for n, quote in enumerate(extraction.quotes):
        yield _quotation(article, n, quote)


def _article(article: Article) -> Object:
    iri = article_iri(article)
    return _known(
        {
            "@id": iri,
            "@type": "NewsArticle",
            "headline": article.title,
            "datePublished": article.published and article.published.isoformat(),
            "publisher": article.publisher and {"@type": "Organization", "name": article.publisher},
            "inLanguage": article.language,
            "url": iri if iri.startswith("http") else None,
        }
    )


def _speaker(article: Article, speaker: Speaker) -> Object:
    same_as = [
        SAME_AS[link.system].format(link.identifier)
        for link in speaker.links
        if link.system in SAME_AS
    ]
    is_person = speaker.kind is SpeakerKind.PERSON
    affiliation = speaker.affiliation if is_person else None
    return _known(
        {
            "@id": part_iri(article, speaker.id),
            "@type": TYPES.get(speaker.kind, "Thing"),
            "name": speaker.name,
            "alternateName": list(speaker.aliases),
            "jobTitle": speaker.title if is_person else None,
            "description": speaker.role,
            "affiliation": affiliation and {"@type": "Organization", "name": affiliation},
            "gender": speaker.gender if is_person else None,
            "sameAs": same_as,
        }
    )


def _quotation(article: Article, n: int, quote: Quote) -> Object:
    """Return a quotation; its day of creation only where that is a full day."""
    said = quote.said.value if quote.said is not None and quote.said.resolved else None
    holder = quote.nested_in
    return _known(
        {
            "@id": part_iri(article, f"quotation-{n}"),
            "@type": "Quotation",
            "text": join(article.text, quote.contents),
            "inLanguage": article.language,
            "spokenByCharacter": quote.speaker and {"@id": part_iri(article, quote.speaker.id)},
            "dateCreated": said if said and DAY_RE.fullmatch(said) else None,
            "isPartOf": {
                "@id": article_iri(article)
                if holder is None
                else part_iri(article, f"quotation-{holder}")
            },
            "additionalType": f"urn:quotekit:{quote.kind}",
        }
    )


def _known(thing: Object) -> Object:
    """Leave out what is not known."""
    return {key: value for key, value in thing.items() if value not in (None, "", [])}
