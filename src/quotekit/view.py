"""Pages that show articles with their quotations (extra: ``quotekit-nlp[view]``)."""

from quotekit._view.notebook import fragment
from quotekit._view.pages import page, write_page

__all__ = ["fragment", "page", "write_page"]
