"""Tags: a page cut into tags and words, in time that grows linearly with it.

The tokenizer follows the HTML standard where quotations need it. It is not the standard library's,
since :mod:`html.parser` takes quadratic time on some broken tags and raises on others, and cuts the
same page differently from one Python version to the next.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex

NAME_RE = regex.compile(r"[a-zA-Z][^\s/>]*+")
INSIDE_RE = regex.compile(r"""(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?=[^"'])|$)|["'])*+>""")
"""The rest of a tag: a ``>`` in an attribute's quotation marks does not end it."""
ATTRIBUTE_RE = regex.compile(
    r"""([^\s"'>/=][^\s>/=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']*+)))?+"""
)
LONG_NUMBER_RE = regex.compile(r"&#(?:\d{8,}+|[xX][0-9a-fA-F]{7,}+);?+")
"""A character reference beyond Unicode, at whose length Python's own reader raises."""

RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())
"""Elements whose contents hold no tags."""

MAX_RETRIES = 100
"""How often a tag that never ends is looked for, before tags end at the next ``>``."""


class Token(NamedTuple):
    """A piece of a page.

    Attributes:
        kind: A start tag, an end tag, words, or the raw contents of a script or style.
        value: The tag's name in lower case, or the words.
        attributes: Those of a start tag, names in lower case; of equals the first one counts.
    """

    kind: Literal["start", "end", "text", "raw"]
    value: str
    attributes: dict[str, str] = {}  # noqa: RUF012 - never changed


def tokens(page: str) -> Iterator[Token]:
    """Yield the tags and words of a page.

    Example:
        >>> for token in tokens('<p class=a>It &amp; <br/>she<!-- no --></p>'):
        ...     print(token.kind, repr(token.value), token.attributes or "")
        start 'p' {'class': 'a'}
        text 'It & '
        start 'br'
        text 'she'
        end 'p'
    """
    return _Tokenizer(page).run()


def unescape(text: str) -> str:
    """Return *text* with its character references resolved.

    Example:
        >>> unescape("“Ja&rdquo; &#1234567890;")
        '“Ja” �'
    """
    return html.unescape(LONG_NUMBER_RE.sub("\ufffd", text)) if "&" in text else text


class _Tokenizer:
    def __init__(self, page: str) -> None:
        self._page = page
        self._at = 0
        self._never_closed: set[str] = set()
        self._retries = 0

    def run(self) -> Iterator[Token]:
        page = self._page
        start = 0
        while True:
            sign = page.find("<", self._at)
            if sign < 0:
                break
            token = self._markup(sign)
            if token is None and self._at <= sign:  # a bare “<”
                self._at = sign + 1
                continue
            if start < sign:
                yield Token("text", unescape(page[start:sign]))
            if token is not None:
                yield token
                if token.kind == "start" and token.value in RAW:
                    raw = self._raw(token.value)
                    if raw:
                        yield Token("raw" if token.value != "title" else "text", raw)
            start = self._at
        if start < len(page):
            yield Token("text", unescape(page[start:]))

    def _markup(self, sign: int) -> Token | None:
        """Read what a ``<`` opens, and move after it; stay where it opens nothing."""
        page = self._page
        after = page[sign + 1 : sign + 2]
        if after in ("!", "?"):
            self._at = self._after_comment(sign)
            return None
        closing = after == "/"
        name = NAME_RE.match(page, sign + 1 + closing)
        if name is None:
            if closing:
                self._at = self._after(">", sign + 2)
            return None
        end = self._end_of_tag(name.end())
        self._at = end
        value = name.group().lower()
        if closing:
            return Token("end", value)
        return Token("start", value, _attributes(page[name.end() : end - 1]))

    def _end_of_tag(self, start: int) -> int:
        if self._retries < MAX_RETRIES:
            inside = INSIDE_RE.match(self._page, start)
            if inside is not None:
                return int(inside.end())
            self._retries += 1
        return self._after(">", start)

    def _after_comment(self, sign: int) -> int:
        page = self._page
        if page.startswith("<![CDATA[", sign):
            return self._after("]]>", sign)
        if not page.startswith("<!--", sign):
            return self._after(">", sign)
        for empty in ("<!-->", "<!--->"):
            if page.startswith(empty, sign):
                return sign + len(empty)
        return self._after("-->", sign + 4)

    def _after(self, sign: str, start: int) -> int:
        """Return the place after the next *sign*; the end of the page where there is none."""
        place = self._page.find(sign, start)
        return place + len(sign) if place >= 0 else len(self._page)

    def _raw(self, name: str) -> str:
        """Return the contents of an element without tags, and move to its end tag.

        An element that is never closed is empty: what follows it is the page.
        """
        if name not in self._never_closed:
            end = _end_tag_re(name).search(self._page, self._at)
            if end is not None:
                raw = self._page[self._at : end.start()]
                self._at = end.start()
                return unescape(raw) if name in ("title", "textarea") else raw
            self._never_closed.add(name)
        return ""


def _end_tag_re(name: str) -> regex.Pattern[str]:
    return regex.compile(rf"</{name}(?=[\s/>])", regex.IGNORECASE)


def _attributes(inside: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in ATTRIBUTE_RE.finditer(inside):
        name, *values = match.groups()
        value = next((value for value in values if value is not None), "")
        found.setdefault(name.lower(), unescape(value))
    return found
