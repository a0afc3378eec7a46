"""Pages to look at: articles with their quotations, for browsers and notebooks."""

from __future__ import annotations

from quotekit._formats import Writer
from quotekit._view.pages import write_page
from quotekit._view.report.pages import write_report
from quotekit.hookspecs import hookimpl


@hookimpl
def quotekit_writers() -> list[Writer]:
    """Bring the writers for pages."""
    return [Writer("html", write_page, (".html", ".htm")), Writer("report", write_report)]
