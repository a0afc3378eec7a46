"""E-mail: messages and press releases, one in a file (``.eml``) or many (``.mbox``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from typing import Any, BinaryIO

import attrs

from quotekit._encodings import decode_page
from quotekit._formats import stem
from quotekit._readers.days import read_day
from quotekit._readers.heads import MBOX_RE
from quotekit._readers.html import charset, page_article
from quotekit._readers.mail_body import own_words, unflowed
from quotekit.models import Article, Failure

STUFFED_RE = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mail(
    stream: BinaryIO, name: str, *, encoding: str | None = None
) -> Iterator[Article | Failure]:
    """Read one article per message: its text, or else the text of its page.

    The day is that of the ``Date`` header, in the sender's own time zone. Answers under the text and
    the signature are cut where they surely are. A message without a text gives a
    :class:`.Failure`.

    Example:
        >>> import io
        >>> mail = b"Date: Mon, 1 Jan 2024 00:30:00 +1300\\nSubject: Wall\\n\\nIt holds.\\n-- \\nIda"
        >>> [article] = read_mail(io.BytesIO(mail), "wall.eml")
        >>> article.text, str(article.published), article.title
        ('It holds.\\n', '2024-01-01', 'Wall')
    """
    for number, data in enumerate(_messages(stream), 1):
        where = f"{name}, message {number}"
        default = f"{stem(name)}:{number}"
        try:
            message = BytesParser(policy=policy.default).parsebytes(data)
            yield _article(message, default, where, encoding)
        except Exception as error:  # the standard library raises many kinds over broken headers
            yield Failure(where, f"no readable message: {type(error).__name__}: {error}")


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the messages of an mbox file, or the one there is."""
    first = stream.readline()
    if not MBOX_RE.match(first):
        yield first + stream.read()
        return
    lines: list[bytes] = []
    for line in stream:
        blank_before = not lines or not lines[-1].strip()
        if blank_before and MBOX_RE.match(line):
            yield STUFFED_RE.sub(rb"\1", b"".join(lines))
            lines = []
        else:
            lines.append(line)
    yield STUFFED_RE.sub(rb"\1", b"".join(lines))


def _article(
    message: EmailMessage, default_id: str, where: str, encoding: str | None
) -> Article | Failure:
    attached = [part.get_filename() or part.get_content_type() for part in _attachments(message)]
    part = message.get_body(("plain", "html"))
    article = None if part is None else _body(part, default_id, encoding)
    if article is None or not article.text.strip():
        other = f", but an attachment {attached[0]!r}: save and convert it" if attached else ""
        return Failure(where, f"no text{other}")
    language = _header(message, "Content-Language") or article.language
    day = read_day(_header(message, "Date"), language)
    return attrs.evolve(
        article,
        id=(_header(message, "Message-ID") or "").strip("<> ") or default_id,
        title=_header(message, "Subject"),
        published=day,
        published_from="header" if day else None,
        publisher=_header(message, "Organization"),
        language=language,
        markup="mail",
        meta=_meta(message, attached),
    )


def _attachments(message: EmailMessage) -> list[EmailMessage]:
    return [
        part
        for part in message.walk()
        if part.get_content_disposition() == "attachment"
        or (not part.is_multipart() and part.get_content_maintype() != "text")
    ]


def _body(part: MIMEPart, id: str, encoding: str | None) -> Article:  # noqa: A002
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    said = encoding or part.get_content_charset()
    if part.get_content_subtype() == "html":
        markup, warnings = decode_page(data, said or charset(data))
        return page_article(markup, id=id, warnings=warnings)
    text, warnings = decode_page(data, said)
    if part.get_param("format") == "flowed":
        text = unflowed(text, delete_space=part.get_param("delsp") == "yes")
    return Article(own_words(text), id=id, warnings=warnings)


def _header(message: EmailMessage, name: str) -> str | None:
    """Return a header's value on one line; ``None`` if it is absent or unreadable."""
    try:
        return " ".join(str(message.get(name) or "").split()) or None
    except (ValueError, TypeError, LookupError, AttributeError):
        return None


def _meta(message: EmailMessage, attached: list[str]) -> dict[str, Any]:
    found = {"from": _header(message, "From"), "attachments": attached}
    return {key: value for key, value in found.items() if value}
