"""TEI's headers: what a corpus, its articles and their speakers are; and how TEI is spelt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotekit._writers.characters import xml_text
from quotekit.models import Article, Speaker, SpeakerKind

ELEMENTS = {
    SpeakerKind.PERSON: ("person", "persName"),
    SpeakerKind.GROUP: ("personGrp", "persName"),
    SpeakerKind.ORGANIZATION: ("org", "orgName"),
}
"""What TEI calls kinds of speakers; the rest are persons with that kind as their role."""

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc>
<titleStmt><title>Who said what, and when</title></titleStmt>
<publicationStmt><p>Written by quotekit.</p></publicationStmt>
<sourceDesc><p>News articles.</p></sourceDesc>
</fileDesc><encodingDesc><classDecl><taxonomy>
<category xml:id="direct"><catDesc>All words are in quotation marks.</catDesc></category>
<category xml:id="mixed"><catDesc>Some words are in quotation marks.</catDesc></category>
<category xml:id="indirect"><catDesc>No words are in quotation marks.</catDesc></category>
</taxonomy></classDecl></encodingDesc></teiHeader>
"""

Attributes = Mapping[str, str | None]


def article_header(article: Article, speakers: Mapping[str, Speaker]) -> Iterator[str]:
    """Yield the header of an article; *speakers* are those in it by their ``xml:id``."""
    yield "<teiHeader><fileDesc>\n"
    yield f"<titleStmt>{_element('title', article.title or article.id or '')}</titleStmt>\n"
    yield f"<publicationStmt>{''.join(_publication(article))}</publicationStmt>\n"
    yield f"<sourceDesc><bibl>{''.join(_source(article))}</bibl></sourceDesc>\n</fileDesc>"
    if speakers:
        yield "<profileDesc><particDesc><listPerson>\n"
        for identifier, speaker in speakers.items():
            yield _speaker(speaker, identifier)
        yield "</listPerson></particDesc></profileDesc>"
    yield "</teiHeader>\n"


def _publication(article: Article) -> Iterator[str]:
    yield _element("publisher", article.publisher or "unknown")
    if article.published:
        day = article.published.isoformat()
        yield _element("date", day, {"when": day})


def _source(article: Article) -> Iterator[str]:
    yield _element("title", article.title or "")
    for kind in ("id", "path", "url"):
        if value := getattr(article, kind):
            yield _element("idno", value, {"type": kind})


def _speaker(speaker: Speaker, identifier: str) -> str:
    tag, name = ELEMENTS.get(speaker.kind, ("person", "persName"))
    role = None if speaker.kind in ELEMENTS else str(speaker.kind)
    parts = [
        _element(name, speaker.name),
        *(_element(name, alias, {"type": "alias"}) for alias in speaker.aliases),
    ]
    if tag == "person":
        for part, value in (
            ("occupation", speaker.title),
            ("affiliation", speaker.affiliation),
            ("sex", speaker.gender),
        ):
            parts += [_element(part, value)] if value else []
    parts += [_element("note", speaker.role)] if speaker.role else []
    parts += [_element("idno", link.identifier, {"type": link.system}) for link in speaker.links]
    start = " ".join([tag, *attributes_of({"xml:id": identifier, "role": role})])
    return f"<{start}>{''.join(parts)}</{tag}>\n"


def _element(tag: str, text: str, attributes: Attributes = {}) -> str:  # noqa: B006 - read only
    return f"<{' '.join([tag, *attributes_of(attributes)])}>{escaped(text)}</{tag}>"


def attributes_of(attributes: Attributes) -> Iterator[str]:
    """Yield the attributes that have a value."""
    for name, value in attributes.items():
        if value:
            yield attribute(name, value)


def attribute(name: str, value: str) -> str:
    """Return one attribute."""
    from xml.sax.saxutils import quoteattr  # which brings in an HTTP client

    return f"{name}={quoteattr(xml_text(value))}"


def escaped(text: str) -> str:
    """Return *text* as XML, of the same characters once it is parsed."""
    from xml.sax.saxutils import escape

    # Parsers turn a bare carriage return into a line feed, and two characters into one.
    return escape(xml_text(text), {"\r": "&#13;"})
