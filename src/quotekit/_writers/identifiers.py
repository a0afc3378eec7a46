"""Identifiers: what linked data calls an article, its quotations and its speakers."""

from __future__ import annotations

import re
import uuid
from urllib.parse import urlsplit

from quotekit._writers.characters import encodable
from quotekit.models import Article

NO_IRI_RE = re.compile(r'[\x00-\x20\x7f-\xa0<>"{}|\\^`]')
"""What an address must not have as it is."""


def article_iri(article: Article) -> str:
    """Return an absolute identifier: the article's address, or a name made of its path and id.

    A relative one would be resolved against whatever base a consumer takes, and would so merge the
    first quotations of all articles into one.

    Example:
        >>> article_iri(Article("No.", url="https://quay.example/wall"))
        'https://quay.example/wall'
        >>> article_iri(Article("No.", id="wall"))
        'urn:uuid:054dc5be-69e1-5e61-ae73-4c5c23d96906'
    """
    if article.url is not None and urlsplit(article.url).scheme in ("http", "https", "urn"):
        return _valid(article.url.partition("#")[0])
    known = (article.path, article.id) if article.path or article.id else (article.text,)
    name = "\n".join(part or "" for part in known).encode("utf-8", "backslashreplace").decode()
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def part_iri(article: Article, part: str) -> str:
    """Return the identifier of a part of an article: ``…#quotation-0``.

    Example:
        >>> part_iri(Article("No.", url="https://quay.example/wall#top"), "s1")
        'https://quay.example/wall#s1'
    """
    return f"{article_iri(article)}#{_valid(part)}"


def _valid(address: str) -> str:
    return NO_IRI_RE.sub(lambda match: f"%{ord(match.group()):02X}", encodable(address))
