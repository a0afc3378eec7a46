"""The built-in plugins, in the order in which an article flows through them.

They are named here as strings and loaded by the registry, exactly as a third party's would be.
"""

BUILTIN: dict[str, str] = {
    "articles": "quotekit._plugins.articles",
    "grammar": "quotekit._plugins.grammar",
    "mentions": "quotekit._plugins.mentions",
    "quotes": "quotekit._plugins.quotes",
    "attribution": "quotekit._plugins.attribution",
    "speakers": "quotekit._plugins.speakers",
    "links": "quotekit._plugins.links",
    "dates": "quotekit._plugins.dates",
    "readers": "quotekit._readers",
    "writers": "quotekit._writers",
    "view": "quotekit._view",
}
"""Plugin name → module."""
