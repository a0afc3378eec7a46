"""Markdown: one file, one article; block quotes and their sources become quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import attrs

from quotekit._encodings import decode_any
from quotekit._extras import extra
from quotekit._formats import address, stem
from quotekit._readers.marked import text_from, words_from
from quotekit._readers.records import article_from
from quotekit.models import Article

FRONT_RE = re.compile(
    r"""\ufeff?---[ \t]*\r?\n((?:(?:\#.*\n)*[\w"'][^:\n]*:(?!\S)(?s:.*?))?)"""
    r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE,
)
"""Front matter begins with a field; what has none between two rules is the text of the article."""

FIELD_RE = re.compile(r"^([A-Za-z][\w -]*):[ \t]*(\S[^\r\n]*)", re.MULTILINE)
"""A field of the front matter with its value on the same line."""

SIGNED_RE = re.compile(r"(<p>|\n)(?:[—–―]|--) ?([^\n]{1,99})</p>\n</blockquote>")
"""The last line of a block quote, if it is a dash and a name: Markdown has no element for it."""

NOTE_RE = re.compile(r"^ {0,3}\[\^([\w-]{1,40})\]:[ \t]*", re.MULTILINE)
"""What begins a footnote, in the dialects that have them: ``[^1]: The Quay Post.``"""

NOTE_MARK_RE = re.compile(r"\[\^([\w-]{1,40})\]")

QUOTED_RE = re.compile(r"""(["'])(.*)\1""")


def read_markdown(
    stream: BinaryIO,
    name: str,
    *,
    encoding: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Iterator[Article]:
    """Read a file of CommonMark as one article; offsets point into its text without the markup.

    Fields of the front matter (``date: 2023-05-12`` between lines of ``---``) are known by the usual
    names. Without a title there, the first heading is the title.

    Raises:
        MissingExtraError: Without the extra ``markdown``.

    Example:
        >>> import io
        >>> file = b"---\\ndate: 2023-05-12\\n---\\n# Wall\\n\\n> We *stayed*.\\n>\\n> -- Bo Tran\\n"
        >>> [article] = read_markdown(io.BytesIO(file), "wall.md")
        >>> article.text, article.title, str(article.published)
        ('Wall\\n\\n“We stayed.”\\n— Bo Tran', 'Wall', '2023-05-12')
    """
    with extra("markdown"):
        from markdown_it import MarkdownIt
    source, warnings = decode_any(stream.read(), name, encoding)
    front = FRONT_RE.match(source)
    record = _fields(front[1]) if front else {}
    body = _without_note_marks(source[front.end() :] if front else source)
    markup = MarkdownIt("commonmark").render(body)
    markup = SIGNED_RE.sub(_signed, markup)
    article = article_from({**record, "text": ""}, stem(name), fields)
    heading = re.search("<h1>(.*?)</h1>", markup, re.DOTALL)
    yield attrs.evolve(
        article,
        text=text_from(markup, article.language),
        title=article.title or words_from(heading[1] if heading else None),
        url=article.url or address(name),
        markup="markdown",
        warnings=(*article.warnings, *warnings),
    )


def _without_note_marks(source: str) -> str:
    """Return Markdown without the marks of its footnotes; each note is a paragraph of its own.

    Example:
        >>> _without_note_marks("“We stay,[^1] all of us.”\\n\\n[^1]: The Quay Post.")
        '“We stay, all of us.”\\n\\n\\nThe Quay Post.'
    """
    labels = frozenset(NOTE_RE.findall(source))
    notes = NOTE_RE.sub("\n", source) if labels else source
    return NOTE_MARK_RE.sub(lambda mark: "" if mark[1] in labels else mark[0], notes)


def _signed(match: re.Match[str]) -> str:
    return f"{'</p>' if match[1] != '<p>' else ''}<footer>{match[2]}</footer></blockquote>"


def _fields(front: str) -> dict[str, str]:
    """Return the fields of front matter; lists and nested ones are left out."""
    found = {key.strip(): value.strip() for key, value in FIELD_RE.findall(front)}
    bare = {key: QUOTED_RE.sub(r"\2", value) for key, value in found.items()}
    return {key: value for key, value in bare.items() if value[0] not in "[{|>&*!"}
