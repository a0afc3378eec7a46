"""Markdown: the text without its markup, quotations with their marks."""

from __future__ import annotations

import contextlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit import extract
from quotekit._readers.markdown import read_markdown
from quotekit.exceptions import QuotekitError

from .reading import one

pytest.importorskip("markdown_it", reason="needs the extra `markdown`")

STORY = """---
title: "Wall holds: for now"
date: 2023-05-12
tags: [wall, quay]
author: Ida Moss
---

# The wall

“The *wall* [holds](http://quay.example/7),” **Ida Moss** said
on Friday.

> We stayed all night.
>
> — Bo Tran

- one
- two
"""


def test_a_file_is_an_article_without_its_markup(file):
    article = one(file("wall.md", STORY))
    assert article.text == (
        "The wall\n\n“The wall holds,” Ida Moss said on Friday.\n\n"
        "“We stayed all night.”\n— Bo Tran\n\none\n\ntwo"
    )
    assert (article.title, str(article.published)) == ("Wall holds: for now", "2023-05-12")
    assert article.meta == {"author": "Ida Moss"}


def test_the_quotations_and_their_speakers_come_out(file):
    result = extract(one(file("wall.md", STORY)))
    assert [quote.speaker.name for quote in result.quotes] == ["Ida Moss", "Bo Tran"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("She said *no*.", "She said no."),
        ("5 \\* 3 &amp; `code`", "5 * 3 & code"),
        ("one  \ntwo", "one\ntwo"),
        ("> We stayed.\n> — Bo Tran", "“We stayed.”\n— Bo Tran"),
        ("---\nno field\n", "no field"),
        ("---\n\nWe stay: all of us.\n\n---\n\nNo.", "We stay: all of us.\n\nNo."),
        ("---\n- We stay.\n- No.\n---\nSo.", "We stay.\n\nNo.\n\nSo."),
        ("---\ntitle: Wall\n--- no rule\n---\nSo.", "So."),
        ("---\n---\nSo.", "So."),
        ("“No,[^1] no.”[^b]\n\n[^1]: The Post.\n[^b]: So.", "“No, no.”\n\nThe Post.\n\nSo."),
        ("what is no note[^1]", "what is no note[^1]"),
    ],
)
def test_markup_goes_and_words_stay(file, source, text):
    assert one(file("a.md", source)).text == text


@settings(max_examples=100)
@given(st.text("#>*_-`[]()<&\n ab“”—1:|", max_size=80).map(str.encode) | st.binary(max_size=60))
def test_any_bytes_give_an_article_or_an_error_of_ours(data):
    with contextlib.suppress(QuotekitError):
        [_] = read_markdown(io.BytesIO(data), "a.md")
