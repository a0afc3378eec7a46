"""English paragraphs of fifty presses and more: contents, sources, cues and speakers as marked."""

from __future__ import annotations

import tomllib

import pytest

from quotekit import Extractor, Registry, Select
from quotekit.testing import assert_extracts

from ...loading import CASES

pytestmark = pytest.mark.once

PRESSES = [
    pytest.param(
        case,
        id=case["press"],
        marks=[pytest.mark.xfail(reason=case["not_yet"], strict=True)] if "not_yet" in case else [],
    )
    for case in tomllib.loads((CASES / "presses" / "en.toml").read_text("utf-8"))["case"]
]


@pytest.mark.parametrize("case", PRESSES)
def test_a_paragraph_of_a_press_is_read_whole(case):
    extractor = Extractor(Registry(entry_points=False), select=Select(modes="all"))
    extraction = assert_extracts(case["text"], extractor, language="en")
    text = extraction.article.text
    for quote, cue, name in zip(extraction.quotes, case["cues"], case["by"], strict=True):
        assert cue in ("", *(span.slice(text) for span in quote.cue))
        assert (quote.speaker.name if quote.speaker else "") == name
    for wanted in case.get("speakers", ()):
        found = [speaker for speaker in extraction.speakers if speaker.name == wanted["name"]]
        assert [{field: getattr(speaker, field) for field in wanted} for speaker in found] == [
            wanted
        ]
