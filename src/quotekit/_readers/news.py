"""News formats in XML: NITF and NewsML-G2."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any, BinaryIO

from quotekit._extras import extra
from quotekit._formats import stem
from quotekit._readers.days import read_day
from quotekit._readers.marked import text_from, words_from
from quotekit.exceptions import ReadError
from quotekit.models import Article, Failure

HTML_OF = {
    "bq": "blockquote",
    "block": "div",
    "credit": "footer",
    "hl1": "h1",
    "hl2": "h2",
    "br": "br",
    **{
        tag: tag
        for tag in "p q blockquote cite footer h1 h2 h3 h4 ul ol li table tr td pre".split()
    },
}
"""Elements of NITF and XHTML that make paragraphs or quotations, and what HTML calls them."""

LEFT_OUT = frozenset("media script style tobject head".split())

DAYS = ("firstCreated", "contentCreated", "versionCreated")
"""Where a NewsML-G2 item has its day, the likeliest first."""


def read_news(stream: BinaryIO, name: str) -> Iterator[Article | Failure]:
    """Read the articles of a NITF or NewsML-G2 file.

    Entities that a file defines for itself are refused, and nothing is fetched.

    Raises:
        ReadError: If the file is no XML, or XML of another kind.
        MissingExtraError: Without the extra ``news``.

    Example:
        >>> import io
        >>> file = b'''<nitf><head><title>Wall</title><docdata><doc-id id-string="q7"/>
        ... <date.issue norm="20230512T233000-0500"/></docdata></head><body><body.content>
        ... <p><q>It holds</q>, Ida Moss said.</p></body.content></body></nitf>'''
        >>> [article] = read_news(io.BytesIO(file), "wall.xml")
        >>> article.id, article.title, str(article.published), article.text
        ('q7', 'Wall', '2023-05-12', '“It holds”, Ida Moss said.')
    """
    root = _root(stream.read(), name)
    read = _from_nitf if _tag(root) == "nitf" else _from_newsml
    # An item of NewsML-G2 may hold its text as NITF.
    wanted = "nitf" if _tag(root) == "nitf" else "newsItem"
    items = [item for item in root.iter() if _tag(item) == wanted]
    if not items:
        raise ReadError(f"{name}: XML, but neither a feed, NITF nor NewsML-G2: <{_tag(root)}>")
    for number, item in enumerate(items, 1):
        article = read(item, f"{stem(name)}:{number}")
        yield article or Failure(f"{name}, item {number}", "no text")


def _root(data: bytes, name: str) -> Any:  # noqa: ANN401 - the parser has no types
    with extra("news"):
        from defusedxml import ElementTree
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise ReadError(
            f"{name}: no XML that can be read: {' '.join(str(error).split())}"
        ) from error


def _from_nitf(root: Any, default_id: str) -> Article | None:  # noqa: ANN401
    language = _attribute(root, "body", "{http://www.w3.org/XML/1998/namespace}lang") or "en"
    content = _first(root, "body.content")
    text = "" if content is None else text_from(_html(content), language)
    day = read_day(_attribute(root, "date.issue", "norm") or "")
    day = day or read_day(_attribute(root, "pubdata", "date.publication") or "")
    return _article(
        text,
        id=_attribute(root, "doc-id", "id-string") or default_id,
        title=_words(_first(root, "hl1")) or _words(_first(root, "title")),
        published=day,
        publisher=_attribute(root, "pubdata", "name"),
        url=_attribute(root, "pubdata", "ex-ref"),
        language=language,
        markup="nitf",
        meta=_meta(root),
    )


def _from_newsml(item: Any, default_id: str) -> Article | None:  # noqa: ANN401
    xml_language = "{http://www.w3.org/XML/1998/namespace}lang"
    language = _attribute(item, "language", "tag") or item.get(xml_language) or "en"
    days = (read_day(_words(_first(item, name)) or "") for name in DAYS)
    provider = _first(item, "provider")
    return _article(
        _content(item, language),
        id=item.get("guid") or default_id,
        title=_words(_first(item, "headline")),
        published=next(filter(None, days), None),
        publisher=None if provider is None else _words(provider) or provider.get("literal"),
        language=language,
        markup="newsml-g2",
        meta=_meta(item),
    )


def _content(item: Any, language: str) -> str:  # noqa: ANN401
    """Return the text of the first rendition that has one."""
    for part in item.iter():
        if _tag(part) == "inlineXML":
            body = _first(part, "body.content")
            body = _first(part, "body") if body is None else body
            text = text_from(_html(part if body is None else body), language)
        elif _tag(part) == "inlineData":
            data = "".join(part.itertext())
            text = text_from(data, language) if "html" in part.get("contenttype", "") else data
        else:
            continue
        if text.strip():
            return text
    return ""


def _article(text: str, **fields: Any) -> Article | None:  # noqa: ANN401
    day = fields["published"]
    return (
        Article(text, published_from="metadata" if day else None, **fields)
        if text.strip()
        else None
    )


def _meta(root: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return what the article says of itself besides; NewsML-G2 calls the byline *by*."""
    found = {
        "byline": _words(_first(root, "byline")) or _words(_first(root, "by")),
        "dateline": _words(_first(root, "dateline")),
    }
    return {name: words for name, words in found.items() if words}


def _html(element: Any) -> str:  # noqa: ANN401
    """Return an element's contents as HTML that has only what makes paragraphs and quotations."""
    parts = [html.escape(element.text or "", quote=False)]
    for child in element:
        tag = HTML_OF.get(_tag(child))
        if _tag(child) not in LEFT_OUT:
            inner = _html(child)
            parts.append(f"<{tag}>{inner}</{tag}>" if tag not in (None, "br") else inner)
            parts.append("<br>" if tag == "br" else "")
        parts.append(html.escape(child.tail or "", quote=False))
    return "".join(parts)


def _tag(element: Any) -> str:  # noqa: ANN401
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _first(root: Any, name: str) -> Any:  # noqa: ANN401
    return next((element for element in root.iter() if _tag(element) == name), None)


def _attribute(root: Any, name: str, attribute: str) -> str | None:  # noqa: ANN401
    found = (element.get(attribute) for element in root.iter() if _tag(element) == name)
    return next(filter(None, found), None)


def _words(element: Any) -> str | None:  # noqa: ANN401
    return None if element is None else words_from(html.escape("".join(element.itertext())))
