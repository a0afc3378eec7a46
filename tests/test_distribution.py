"""What installing quotekit brings with it."""

from __future__ import annotations

from importlib.metadata import distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import quotekit

MOST = 14
"""No more distributions than these, quotekit's own among them."""


def brought_by(name: str, so_far: set[str]) -> set[str]:
    """Return the names of a distribution and of all that it requires here, without extras."""
    name = canonicalize_name(name)
    if name not in so_far:
        so_far.add(name)
        for line in distribution(name).requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                brought_by(requirement.name, so_far)
    return so_far


def test_a_plain_install_is_small():
    names = brought_by("quotekit-nlp", set())
    assert {"attrs", "pluggy", "regex", "dateparser", "click", "rich"} < names
    assert len(names) <= MOST, sorted(names)


@pytest.mark.skipif(quotekit.__compiled__, reason="this build is compiled, as was asked for")
def test_a_plain_install_compiles_nothing_but_regex():
    compiled = {
        name
        for name in brought_by("quotekit-nlp", set())
        for file in distribution(name).files or ()
        if file.suffix in (".so", ".pyd")
    }
    assert compiled == {"regex"}
