"""The example plugin at work on a press release."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import quotekit_example_plugin as plugin

from quotekit import Registry, read
from quotekit.exceptions import ReadError
from quotekit.testing import assert_extracts, check_plugin, extractor

RELEASE = Path(__file__).parents[1] / "release.eml"


def test_a_message_is_an_article() -> None:
    [article] = read(RELEASE)
    assert article.title == "Wall to be rebuilt"
    assert article.publisher == "Harbour Board"
    assert str(article.published) == "2021-03-04"
    assert article.text.startswith("“The wall will hold,”")


def test_the_slogan_is_turned_down_and_the_news_stays() -> None:
    """The contents of a quotation stand in brackets, its source in braces."""
    extraction = assert_extracts(
        "“[The wall will hold,]” said {Ida Moss, chair of the board}.\n\n"
        "About the Harbour Board\n\n“We keep the sea outside for you since 1911.”",
        extractor(plugin, name="press-releases"),
    )
    assert [rejected.found_by for rejected in extraction.rejected] == ["press-releases"]


def test_broken_messages_are_one_clear_error() -> None:
    stream = io.BytesIO(b"Content-Type: text/plain; charset=nonsense\n\nx")
    with pytest.raises(ReadError, match="not a readable message"):
        list(plugin.read_eml(stream, "a.eml"))


def test_the_plugin_is_found_once_installed() -> None:
    installed = {info.name: info for info in Registry().plugins()}
    assert installed["press-releases"].distribution == "quotekit-example-plugin"


def test_the_plugin_keeps_to_the_rules() -> None:
    check_plugin(plugin, name="press-releases")
