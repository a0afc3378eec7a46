"""SVG for pages: one image with a title and a description, which shrinks with the page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET  # reads what Vega wrote, nothing from outside
from typing import TYPE_CHECKING

from quotekit._extras import extra

if TYPE_CHECKING:
    from markupsafe import Markup

SVG = "http://www.w3.org/2000/svg"
REFERENCE_RE = re.compile(r"url\(#([^)]+)\)")


def inline(svg: str, key: str, title: str, about: str) -> Markup:
    """Return a picture for the middle of a page.

    Its parts say nothing to screen readers; the whole says *title* and *about*. Identifiers begin
    with *key*, so that several pictures have a place in one page.

    Example:
        >>> made = inline(f'<svg xmlns="{SVG}" width="9" height="9"><g id="a"/></svg>', "k", "T", "D")
        >>> print(made)  # doctest: +ELLIPSIS
        <svg ... role="img" aria-labelledby="k-title k-about"><title id="k-title">T</title>...
    """
    with extra("view"):
        from markupsafe import Markup
    ET.register_namespace("", SVG)
    root = ET.fromstring(svg)
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            if name == "role" or name.startswith("aria-"):
                del element.attrib[name]
            elif name == "id":
                element.set(name, f"{key}-{value}")
            else:
                element.set(name, REFERENCE_RE.sub(rf"url(#{key}-\1)", value))
    root.set("role", "img")
    root.set("aria-labelledby", f"{key}-title {key}-about")
    for place, (tag, text) in enumerate((("title", title), ("desc", about))):
        element = ET.Element(f"{{{SVG}}}{tag}", {"id": f"{key}-{'about' if place else 'title'}"})
        element.text = text
        root.insert(place, element)
    return Markup(ET.tostring(root, encoding="unicode"))
