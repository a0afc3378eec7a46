"""Views: how an article's text is cut, each computed once and shared by all plugins.

Text → :mod:`tokens <quotekit.views.tokens>` → :mod:`paragraphs <quotekit.views.paragraphs>` →
:mod:`marks <quotekit.views.marks>` (pairs of quotation marks) → :mod:`sentences
<quotekit.views.sentences>`. Plugins read them through :class:`quotekit.document.Document`.
"""
