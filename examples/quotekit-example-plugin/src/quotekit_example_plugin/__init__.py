"""A quotekit plugin for press releases: reads them from e-mail files, and drops their slogans."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from pathlib import PurePath
from typing import BinaryIO

import attrs

from quotekit import Article, Document, Quote, Reader, Rejected, Selection, hookimpl
from quotekit.exceptions import ReadError

BOILERPLATE = ("about ", "notes to editors", "press contact")
"""A paragraph that begins so ends the news; what stands in marks after it is no speech."""


@hookimpl
def quotekit_readers() -> Iterable[Reader]:
    """Bring a reader for e-mail files."""
    return [Reader("eml", read_eml, (".eml",))]


@hookimpl(wrapper=True)
def quotekit_select_quotes(
    document: Document,
) -> Generator[None, Selection | None, Selection | None]:
    """Reject what the others keep, where it comes after the news."""
    selection = yield
    end = _end_of_news(document)
    if selection is None or end is None:
        return selection
    slogans = [quote for quote in selection.quotes if quote.span.start >= end]
    return attrs.evolve(
        selection,
        quotes=[quote for quote in selection.quotes if quote.span.start < end],
        rejected=[*selection.rejected, *map(_rejected, slogans)],
    )


def read_eml(stream: BinaryIO, name: str) -> Iterator[Article]:
    """Read one message: the subject is the title, the sender the publisher."""
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parse(stream)
        body = message.get_body(("plain",))
        text = body.get_content() if body is not None else ""
        date = message["date"]
        yield Article(
            text.replace("\r\n", "\n"),
            id=PurePath(name).stem,
            title=message["subject"],
            published=date.datetime if date is not None else None,
            published_from="metadata" if date is not None else None,
            publisher=parseaddr(message["from"] or "")[0] or None,
            markup="eml",
        )
    except (MessageError, LookupError, ValueError) as error:
        raise ReadError(f"{name}: not a readable message ({error})") from error


def _end_of_news(document: Document) -> int | None:
    for paragraph in document.paragraphs:
        if paragraph.slice(document.text).lower().startswith(BOILERPLATE):
            return paragraph.start
    return None


def _rejected(quote: Quote) -> Rejected:
    return Rejected(quote, "comes after the news of a press release", "press-releases")
