"""Pages that show articles with their quotations, and who is quoted (extras: ``view``, ``report``)."""

from quotekit._view.notebook import fragment
from quotekit._view.pages import page, write_page
from quotekit._view.report.pages import report, write_report

__all__ = ["fragment", "page", "report", "write_page", "write_report"]
