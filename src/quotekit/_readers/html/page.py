"""Pages: the paragraphs of a page, each with the elements that it stands in.

Words that a page marks as a quotation (``<q>``, ``<blockquote>``) get quotation marks in the text
where they have none, and the one whom it names as their author (``<cite>``, ``<footer>``, a caption,
the last line of an embedded post) follows after a dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from quotekit._readers.html.facts import PageFacts
from quotekit._readers.html.marks import DASH_RE, OPENING, marks_of
from quotekit._readers.html.tags import RAW, Token, tokens

SPACE_RE = re.compile(r"[ \t\n\r\f]+")

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that have no contents and no end."""

UNREAD = frozenset(
    "script style noscript template button select option svg math iframe object canvas audio video "
    "map label legend textarea".split()
)
"""Elements whose words are no part of any article."""

BLOCKS = frozenset(
    "p div section article main header footer aside nav form h1 h2 h3 h4 h5 h6 ul ol li dl dt dd "
    "blockquote figure figcaption table caption tr td th pre hr body address details summary "
    "amp-sidebar fieldset dialog".split()
)
"""Elements that begin and end a paragraph."""

ENDED_BY = {
    "p": BLOCKS,
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "option": frozenset(("option",)),
    "tr": frozenset(("tr",)),
    "td": frozenset(("td", "th", "tr")),
    "th": frozenset(("td", "th", "tr")),
}
"""Elements whose end tag may be left out, and what then ends them."""

MAX_DEPTH = 128
"""Elements nested deeper than this are read as if their tags were not there."""


@attrs.define(eq=False)
class Element:
    """An element of a page.

    Attributes:
        tag: Its name.
        attributes: Its attributes.
        parent: The element around it.
        closed: Whether the page closes it.
        size: How many characters of paragraphs are in it.
        prose: How many of them are in ``<p>`` or quoted blocks.
    """

    tag: str
    attributes: dict[str, str] = attrs.field(factory=dict, repr=False)
    parent: Element | None = attrs.field(default=None, repr=False)
    closed: bool = False
    size: int = 0
    prose: int = 0

    def around(self) -> Iterator[Element]:
        """Yield the element and those around it, from within."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def within(self, *tags: str) -> Element | None:
        """Return the innermost element around it that has one of these names."""
        return next((element for element in self.around() if element.tag in tags), None)


@attrs.define(eq=False)
class Block:
    """A paragraph of a page.

    Attributes:
        text: Its words; breaks (``<br>``) are line feeds.
        element: The innermost element around it.
        headline: Whether it is in an ``<h1>``.
        linked: How many of its characters are links.
        quote: The quoted block that it is part of.
        source: Whether it names the source of that block.
    """

    text: str
    element: Element
    headline: bool = False
    linked: int = 0
    quote: Element | None = None
    source: bool = False


class Page:
    """Reads a page into blocks, and gathers what it says of itself.

    Attributes:
        blocks: The paragraphs in order.
        elements: The elements in the order of their start tags, first one for the page itself.
        facts: Title, day, publisher and so on.

    Example:
        >>> page = Page("<title>Wall</title><p>She said <q>no</q>.<p>Then she left.")
        >>> [block.text for block in page.blocks], page.facts.first("title")
        (['She said “no”.', 'Then she left.'], 'Wall')
    """

    def __init__(self, markup: str) -> None:
        self.blocks: list[Block] = []
        self.facts = PageFacts()
        self._root = self._here = Element("html")
        self.elements = [self._root]
        self._depth = 0
        self._open: dict[str, int] = {}
        self._words: list[str] = []
        self._linked = 0
        self._quotes: list[int] = []
        for token in tokens(markup):
            self._read(token)
        self._end_block()
        for element in reversed(self.elements):
            if element.parent is not None:
                element.parent.size += element.size
                element.parent.prose += element.prose

    def _read(self, token: Token) -> None:
        if token.kind == "start":
            self.facts.read_tag(token.value, token.attributes)
            self._start(token)
        elif token.kind == "end":
            self._end(token.value)
        elif token.kind == "raw":
            if self._here.attributes.get("type", "").lower().startswith("application/ld+json"):
                self.facts.read_json(token.value)
        elif self._open.get("title") and not self._open.get("svg"):
            self.facts.add("title", token.value)
        elif not any(self._open.get(tag) for tag in UNREAD) and not self._in_note_link():
            self._add(token.value)

    def _add(self, words: str) -> None:
        # Blanks and line ends in the source are one blank; breaks come from <br> alone.
        words = SPACE_RE.sub(" ", words)
        self._words.append(words)
        if self._open.get("a"):
            self._linked += len(words.strip())

    def _in_note_link(self) -> bool:
        """Return whether this is a footnote's raised number, or the sign that leads back to it."""
        link = self._here.within("a") if self._open.get("a") else None
        given = link.attributes if link is not None else {}
        raised = bool(self._open.get("sup")) and "#" in given.get("href", "")
        return raised or given.get("role") == "doc-backlink"

    def _start(self, token: Token) -> None:
        tag = token.value
        if tag == "br":
            self._words.append("\n")
        if self._is_block(tag):
            self._end_block()
        while self._here.tag in RAW or tag in ENDED_BY.get(self._here.tag, ()):
            self._pop(closed=self._here.tag not in RAW)
        if tag in VOID or self._depth >= MAX_DEPTH:
            return
        self._here = Element(tag, token.attributes, self._here)
        self.elements.append(self._here)
        self._open[tag] = self._open.get(tag, 0) + 1
        self._depth += 1
        if tag == "html" and "lang" in token.attributes:
            self._root.attributes["lang"] = token.attributes["lang"]
        if tag == "q":
            self._quotes.append(len(self._words))

    def _is_block(self, tag: str) -> bool:
        """Return whether a tag begins or ends a paragraph; <cite> does at the end of a quoted block."""
        if tag == "cite":
            captioned = self._open.get("footer") or self._open.get("figcaption")
            return bool(self._open.get("blockquote")) and not captioned
        return tag in BLOCKS

    def _end(self, tag: str) -> None:
        if self._is_block(tag):
            self._end_block()
        if tag == "q" and self._quotes:
            self._mark(self._quotes.pop())
        if not self._open.get(tag):
            return
        while self._here.tag != tag:
            self._pop(closed=self._here.tag in ENDED_BY)
        self._pop(closed=True)

    def _pop(self, *, closed: bool) -> None:
        self._here.closed = closed
        self._open[self._here.tag] -= 1
        self._depth -= 1
        self._here = self._here.parent or self._root

    def _mark(self, start: int) -> None:
        """Put the words of a <q> between quotation marks, unless they stand in some already."""
        inside = "".join(self._words[start:]).strip()
        before = "".join(self._words[max(0, start - 2) : start]).rstrip()
        if inside and inside[0] not in OPENING and before[-1:] not in OPENING:
            opening, closing = marks_of(self.language, inner=bool(self._quotes), words=inside)
            self._words[start:] = [opening, inside, closing]

    @property
    def language(self) -> str:
        """The language code that the page declares; English where it declares none."""
        return (self.facts.first("language") or "en").split("-")[0].lower()

    def _end_block(self) -> None:
        while self._quotes:
            self._mark(self._quotes.pop())
        lines = (SPACE_RE.sub(" ", line).strip(" ") for line in "".join(self._words).split("\n"))
        text = "\n".join(filter(None, lines))
        linked, self._words, self._linked = self._linked, [], 0
        if not text:
            return
        heading = bool(self._open.get("h1"))
        block = Block(text, self._here, heading, min(linked, len(text)))
        quote = self._quote_around()
        if quote is not None:
            block.quote = quote
            block.source = self._names_source(text)
        self.blocks.append(block)
        self._here.size += len(text)
        self._here.prose += len(text) if quote or self._open.get("p") else 0

    def _quote_around(self) -> Element | None:
        """Return the outermost quoted block here, or the one whose caption stands here."""
        if self._open.get("blockquote"):
            return [e for e in self._here.around() if e.tag == "blockquote"][-1]
        if self._open.get("figcaption") and self.blocks and self.blocks[-1].quote:
            figure, quote = self._here.within("figure"), self.blocks[-1].quote
            if figure is not None and figure in quote.around():
                return quote
        return None

    def _names_source(self, text: str) -> bool:
        """Return whether a paragraph in a quoted block names who is quoted."""
        if self._here.within("cite", "footer", "figcaption"):
            return True
        return DASH_RE.match(text) is not None and self._here.tag == "blockquote"
