"""Signing: the records that plugins answer with get the plugin's name, where they have none."""

from __future__ import annotations

from typing import Any

from quotekit.models._copies import changed, fill
from quotekit.models.quotes import Selection


def signed(record: Any, name: str) -> Any:  # noqa: ANN401 - any record that has found_by
    """Return a record with the name of its plugin; one without is copied, its maker may keep it."""
    found_by = getattr(record, "found_by", None)
    if found_by == "":
        return changed(record, found_by=name)
    if found_by is None and isinstance(record, Selection):
        return changed(record, rejected=tuple(signed(each, name) for each in record.rejected))
    return record


def sign(record: Any, name: str) -> Any:  # noqa: ANN401 - any record that has found_by
    """Sign a record in place, and return it: one that nobody but its plugin has seen yet."""
    found_by = getattr(record, "found_by", None)
    if found_by == "":
        fill(record, found_by=name)
    elif found_by is None and isinstance(record, Selection):
        for rejected in record.rejected:
            sign(rejected, name)
    return record
