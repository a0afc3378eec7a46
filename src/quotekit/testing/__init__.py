"""Testing: what plugin authors need to try their plugin out and to hold it to the rules.

:func:`assert_extracts` compares an extraction with a text in which the quotations are marked,
:func:`document` builds the views that a hook gets, :func:`check_plugin` tries a plugin on harmless
and on hostile articles, :func:`check_extraction` says what is wrong with a result, and
:func:`render` shows it in words. The same as fixtures of pytest: :mod:`quotekit.testing.fixtures`.
"""

from quotekit.testing._checks import check_extraction, check_plugin
from quotekit.testing._extractors import document, extractor
from quotekit.testing._marked import assert_extracts
from quotekit.testing._render import render
from quotekit.testing._samples import HOSTILE, SAMPLES

__all__ = [
    "HOSTILE",
    "SAMPLES",
    "assert_extracts",
    "check_extraction",
    "check_plugin",
    "document",
    "extractor",
    "render",
]
