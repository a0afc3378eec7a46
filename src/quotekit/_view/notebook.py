"""Notebooks: the same picture, small, without script and without identifiers that could clash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit._extras import extra
from quotekit._view.pages import asset, environment

if TYPE_CHECKING:
    from quotekit.models import Extraction


def fragment(extraction: Extraction) -> str:
    """Return a piece of HTML that shows one article with its quotations.

    It has its own style and no script, takes colours of text and ground from what is around it,
    and may stand in a page many times.

    Raises:
        MissingExtraError: If Jinja is not installed.

    Example:
        >>> from quotekit import extract
        >>> "<script" in fragment(extract("“<script>,” said Ida Moss."))
        False
    """
    with extra("view"):
        from markupsafe import Markup
    from quotekit._view.article import article_markup
    from quotekit._view.sheet import Palette, sheet

    palette = Palette()
    number = Markup('<sup class="num {colour}">{number}</sup>')
    page = (
        environment()
        .get_template("notebook.html")
        .render(
            sheet=sheet(extraction, 1, palette),
            text=article_markup(extraction, None, palette.of, number),
            style=Markup(asset("notebook.css")),
        )
    )
    return str(page)
