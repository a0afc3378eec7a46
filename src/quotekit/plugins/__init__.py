"""The built-in plugins, in the order in which an article flows through them.

They are named here as strings and loaded by the registry, exactly as a third party's would be.
"""

BUILTIN: dict[str, str] = {
    "articles": "quotekit.plugins.articles",
    "grammar": "quotekit.plugins.grammar",
    "mentions": "quotekit.plugins.mentions",
    "rules": "quotekit.plugins.rules",
    "attribution": "quotekit.plugins.attribution",
    "speakers": "quotekit.plugins.speakers",
    "links": "quotekit.plugins.links",
    "dates": "quotekit.plugins.dates",
    "readers": "quotekit.readers",
    "writers": "quotekit.writers",
}
"""Plugin name → module."""
