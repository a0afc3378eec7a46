"""Bodies: which paragraphs of a page are its article, and the text that they make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from quotekit._readers.html.marks import DASH_RE, POSTED_RE, quoted, signature
from quotekit._readers.html.page import Block, Element, Page

ASIDE = frozenset("nav aside footer dialog amp-sidebar figcaption".split())
"""Elements beside the article."""

WHOLE = frozenset("html body article main".split())
"""Elements whose names say nothing."""

CONTAINERS = frozenset("html body div section td".split())
"""Elements that may hold an article as a whole, not only one of its paragraphs."""

ROLES = frozenset("navigation banner complementary contentinfo search dialog alert".split())

NAMES_RE = re.compile(
    r"""
    (?<![a-z])(?:
      related(?:-?(?:posts?|links?|stories|articles?))? | recommend(?:ed|ations)?
    | more-?(?:on|from|stories|news) | read-?(?:more|next|also)
    | most-?(?:read|popular|viewed) | trending | popular | teasers? | promos? | newsletter | sign-?up
    | subscri(?:be|ption) | share | sharing | social(?:-?(?:bar|links|media))? | follow-?us
    | comments? | disqus | breadcrumbs? | menu | navbar | navigation | sidebar | widget-?areas? | widgets
    | cookies? | consent | gdpr | banner | advert(?:s|isement|ising)? | ads? | ad-?(?:slot|box|unit)
    | sponsor(?:ed)? | tags? | topics | keywords | author-?(?:bio|box|card) | about-?the-?author
    | site-?(?:header|footer) | page-?footer | skip-?(?:link|to-?content) | toolbar | donate
    | image-?credit | photo-?credit | caption | copyright | visually-?hidden | sr-only
    )(?![a-z])
    """,
    re.VERBOSE,
)
"""Names (``class``, ``id``) of what stands beside an article: ``related-links``, ``newsletter``."""

AROUND_QUOTES_RE = re.compile(
    r"(?<![a-z])(?:related|recommend(?:ed)?|comments?|disqus|newsletter|sidebar|menu|teasers?)(?![a-z])"
)
"""Names of what stands beside an article and around a quoted block, which may be an embedded post."""

HIDDEN_RE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BODY_RE = re.compile(
    r"(?<![a-z])(?:article|story|entry|post|page|content|news|main)-?_?(?:body|content|text|copy)(?![a-z])",
    re.IGNORECASE,
)
"""Names of the element with an article's words."""

COMMENTS_RE = re.compile(r"(?<![a-z])(?:comments?|disqus|replies)(?![a-z])")

DENSE = 0.7
"""The innermost element with more than this share of the words is the article, if nothing else is."""

MOSTLY = 0.5
"""What holds more than this share of the page's words is not beside its article."""


def article_blocks(page: Page) -> list[Block]:
    """Return the paragraphs of a page's article.

    Its root is the ``<article>`` with the most words, or else ``<main>``, or an element that is named
    as an article's body, or else the page. What is beside the article in it goes.
    """
    is_beside = _Beside(page)
    kept = [block for block in page.blocks if not is_beside(block)]
    root = _root(kept, page)
    if root is not None:
        inside = _inside(root, page)
        kept = [
            block
            for block in kept
            if block.element in inside or (block.headline and not _in_other(block, root))
        ]
    return _without_repeats([block for block in kept if not _is_link_list(block)])


def text_of(blocks: Sequence[Block], language: str) -> str:
    """Return the text of paragraphs; quoted blocks stand in quotation marks, signed.

    Example:
        >>> page = Page("<blockquote><p>We stayed.</p><cite>Ida Moss</cite></blockquote>")
        >>> text_of(page.blocks, "en")
        '“We stayed.”\\n— Ida Moss'
    """
    parts: list[str] = []
    for quote, group in groupby(blocks, key=lambda block: block.quote):
        if quote is None:
            parts.extend(block.text for block in group)
        else:
            parts.append(_quoted(list(group), language))
    return "\n\n".join(parts)


def _quoted(blocks: list[Block], language: str) -> str:
    words = [block.text for block in blocks if not block.source]
    signed = [block.text for block in blocks if block.source]
    if words and not signed:
        words[-1:], signed = _unsigned(words[-1])
    text = quoted(words, language) if words else ""
    lines = [signature(text) for text in signed if text.strip("—–-― ")]
    return "\n".join(filter(None, [text, *lines]))


def _unsigned(text: str) -> tuple[list[str], list[str]]:
    """Part the last paragraph of a quoted block from the line that signs it."""
    if POSTED_RE.match(text):
        return [], [text]
    words, sign, last = text.rpartition("\n")
    return ([words], [last]) if sign and DASH_RE.match(last) else ([text], [])


class _Beside:
    """Returns whether a paragraph is beside the article; what is known of an element is kept."""

    def __init__(self, page: Page) -> None:
        whole = page.elements[0]
        self._most = whole.size * MOSTLY
        self._most_prose = whole.prose * MOSTLY
        self._known: dict[tuple[Element, bool, bool], bool] = {}

    def __call__(self, block: Block) -> bool:
        quoted = block.quote is not None
        start = block.quote.parent if block.quote is not None else block.element
        return self._is_beside(start, quoted, block.headline)

    def _is_beside(self, element: Element | None, quoted: bool, headline: bool) -> bool:
        if element is None:
            return False
        key = (element, quoted, headline)
        if key not in self._known:
            verdict = self._verdict(element, quoted, headline)
            if verdict is None:
                verdict = self._is_beside(element.parent, quoted, headline)
            self._known[key] = verdict
        return self._known[key]

    def _verdict(self, element: Element, quoted: bool, headline: bool) -> bool | None:
        """Return what an element says of the paragraphs in it; ``None`` if it says nothing."""
        if _is_hidden(element):
            return True
        if element.size > self._most or (
            element.prose > self._most_prose and COMMENTS_RE.search(_names(element)) is None
        ):
            return False
        if element.tag == "header" and element.within("article", "main") is None:
            return not headline
        if element.tag in ASIDE and element.closed:
            return True
        if element.tag == "form" or element.attributes.get("role", "").lower() in ROLES:
            return True
        pattern = AROUND_QUOTES_RE if quoted else NAMES_RE
        if element.tag not in WHOLE and pattern.search(_names(element)):
            return True
        return None


def _names(element: Element) -> str:
    names = " ".join((element.tag, *(element.attributes.get(key, "") for key in ("class", "id"))))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names[:500]).replace("_", "-").lower()


def _is_hidden(element: Element) -> bool:
    given = element.attributes
    return (
        "hidden" in given
        or given.get("aria-hidden", "").lower() == "true"
        or HIDDEN_RE.search(given.get("style", "")) is not None
    )


def _in_other(block: Block, root: Element) -> bool:
    """Return whether a headline belongs to another article than the one at hand."""
    other = block.element.within("article")
    return other is not None and other is not root


def _root(blocks: Iterable[Block], page: Page) -> Element | None:
    """Return the element that holds the article."""
    sizes: Counter[Element] = Counter()
    for block in blocks:
        sizes[block.element] += len(block.text)
    for element in reversed(page.elements):
        if sizes[element] and element.parent is not None:
            sizes[element.parent] += sizes[element]
    for is_root in (_is_article, _is_main, _is_body):
        found = [element for element in page.elements if sizes[element] and is_root(element)]
        if found:
            return max(found, key=sizes.__getitem__)
    most = sizes[page.elements[0]] * DENSE
    containers = (e for e in reversed(page.elements) if e.tag in CONTAINERS)
    return next((element for element in containers if sizes[element] > most), None)


def _inside(root: Element, page: Page) -> set[Element]:
    """Return an element and those in it."""
    inside = {root}
    for element in page.elements:
        if element.parent in inside:
            inside.add(element)
    return inside


def _is_article(element: Element) -> bool:
    return element.tag == "article" and element.within("article") is element


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.attributes.get("role") == "main"


def _is_body(element: Element) -> bool:
    return (
        "articlebody" in element.attributes.get("itemprop", "").lower()
        or BODY_RE.search(_names(element)) is not None
    )


def _is_link_list(block: Block) -> bool:
    """Return whether a short paragraph is nothing but links: a menu, a list of other articles."""
    return block.quote is None and block.linked * 4 > len(block.text) * 3 and len(block.text) < 200


def _without_repeats(blocks: list[Block]) -> list[Block]:
    """Leave out pulled quotes: quoted blocks without a source whose words stand in another paragraph."""
    plain = [_bare(block.text) for block in blocks if block.quote is None]
    whole = "\n".join(plain)
    return [
        block
        for block in blocks
        if block.quote is None
        or block.source
        or len(_bare(block.text)) < 20
        or _bare(block.text) not in whole
    ]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()
