"""A quotekit plugin with the style of one house: its cues, and how sure it is of a rule.

Its cues stand in ``cues.toml``. *Note* is none of them: there it is a verb of editors, not of speakers.
What only a headline says, this house wants to see confirmed: it gives it little confidence.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from importlib import resources

import attrs

from quotekit import Quote, Selection, Table, hookimpl

CONFIDENCE: Mapping[str, float] = {"headline-colon": 0.4, "headline-dash": 0.4}
"""Rule → the most that this house is sure of it."""


@hookimpl
def quotekit_languages() -> Iterator[Table]:
    """Add the house's cues, and take one out."""
    yield Table("en", "cues", resources.files(__name__) / "cues.toml", remove={"verbs": ["note"]})


@hookimpl(wrapper=True)
def quotekit_select_quotes() -> Generator[None, Selection | None, Selection | None]:
    """Let the others select, and say of what stays how sure this house is."""
    selection = yield
    if selection is None:
        return None
    return attrs.evolve(selection, quotes=[_as_sure_as_the_house(q) for q in selection.quotes])


def _as_sure_as_the_house(quote: Quote) -> Quote:
    limit = CONFIDENCE.get(quote.rule, 1.0)
    return quote if quote.confidence <= limit else attrs.evolve(quote, confidence=limit)
