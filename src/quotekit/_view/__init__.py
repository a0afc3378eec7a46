"""Pages to look at: articles with their quotations, for browsers and notebooks."""

from __future__ import annotations

from quotekit._formats import Later, Writer
from quotekit.hookspecs import hookimpl


@hookimpl
def quotekit_writers() -> list[Writer]:
    """Bring the writers for pages."""
    return [
        Writer("html", Later("quotekit._view.pages:write_page"), (".html", ".htm")),
        Writer("report", Later("quotekit._view.report.pages:write_report")),
    ]
