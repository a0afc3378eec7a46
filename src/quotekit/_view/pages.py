"""Pages: self-contained documents that load nothing and run nothing but their own script."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import TYPE_CHECKING, Any

from quotekit._extras import extra
from quotekit._view.addresses import is_web
from quotekit._visible import visible

if TYPE_CHECKING:
    from quotekit.models import Extraction

if TYPE_CHECKING:
    import jinja2


def page(extractions: Iterable[Extraction], *, title: str | None = None) -> str:
    """Return a page that shows articles with their quotations, complete in itself.

    The page needs no network and, for reading, no script; all text is escaped.

    Args:
        extractions: What :func:`.extract` gives; all of one page are held in memory.
        title: The page’s title; by default the article’s own, or how many there are.

    Raises:
        MissingExtraError: If Jinja is not installed.

    Example:
        >>> from quotekit import extract
        >>> from quotekit.view import page
        >>> html = page([extract("“We will stay,” said Ida Moss.")])
        >>> html[:15], "Ida Moss" in html
        ('<!doctype html>', True)
    """
    return "".join(write_page(extractions, title=title))


def write_page(extractions: Iterable[Extraction], *, title: str | None = None) -> Iterator[str]:
    """Yield the page of :func:`page` in pieces."""
    with extra("view"):
        import jinja2  # noqa: F401
        import markupsafe  # noqa: F401 - comes with it
    from quotekit._view.sheet import Palette, sheet

    palette = Palette()
    sheets = [sheet(extraction, n, palette) for n, extraction in enumerate(extractions, 1)]
    if title is None:
        title = sheets[0].title if len(sheets) == 1 else f"{len(sheets)} articles"
    yield from document("articles.html", "view", title=title, sheets=sheets, speakers=palette.names)


def document(template: str, name: str, *, style: str = "", **values: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield a whole document with its style and script, which alone its policy allows.

    Args:
        template: The template’s file.
        name: The stem of the script’s and the additional style’s files.
        style: Further style.
        values: What the template shows; it escapes them.
    """
    from markupsafe import Markup

    sheet = asset("page.css") + asset(f"{name}.css") + style
    script = asset(f"{name}.js")
    yield from (
        environment()
        .get_template(template)
        .generate(
            policy=f"default-src 'none'; style-src {_digest(sheet)}; script-src {_digest(script)}; "
            "base-uri 'none'; form-action 'none'",
            style=Markup(sheet),
            script=Markup(script),
            **values,
        )
    )


@functools.cache
def environment() -> jinja2.Environment:
    """Return the templates; they escape every value, and show what would steer a page.

    Raises:
        MissingExtraError: If Jinja is not installed.
    """
    with extra("view"):
        import jinja2
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("quotekit._view"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.tests["web"] = is_web
    return made


def _shown(value: object) -> object:
    """Return what a template shows of a value; markup is ours, and goes as it is."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


@functools.cache
def asset(name: str) -> str:
    """Return the text of a style or script; an absent one is empty."""
    path = resources.files("quotekit._view") / "assets" / name
    return path.read_text("utf-8") if path.is_file() else ""


def _digest(text: str) -> str:
    """Return the source expression that allows exactly this text.

    Example:
        >>> _digest("")
        "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
