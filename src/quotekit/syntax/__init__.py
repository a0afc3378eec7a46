"""Views: how an article's text is cut, each computed once and shared by all plugins.

Text → :mod:`tokens <quotekit.syntax._tokens>` → :mod:`paragraphs <quotekit.syntax._paragraphs>` →
:mod:`marks <quotekit.syntax._mark_pairs>` (pairs of quotation marks) → :mod:`sentences
<quotekit.syntax._sentences>`. Plugins read them through :class:`quotekit.document.Document`.
"""
