"""Built-in plugins with settings of their own, to be registered in place of the built-in ones.

Example:
    >>> from quotekit import Registry
    >>> from quotekit.plugins import Dates
    >>> registry = Registry(block=["dates"], entry_points=False)
    >>> registry.register(Dates(anchor="narrative"), "narrative-dates")
    'narrative-dates'
"""

from quotekit._plugins.dates import Dates

__all__ = ["Dates"]
