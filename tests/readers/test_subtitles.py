"""Subtitles: WebVTT and SubRip; nothing that is said is lost."""

from __future__ import annotations

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit import extract
from quotekit._readers.subtitles import read_subtitles
from quotekit.exceptions import QuotekitError, ReadError

from .reading import items, one

VOICES = """WEBVTT - Talk on the quay

NOTE made by hand

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.000 align:start
<v.loud Ida Moss>The wall <i>holds</i>.</v>

00:05.000 --> 00:08.000
<v Ida Moss>It held in <00:06.000>March &amp; in May.
<v Bo Tran>So did we.

3
00:00:09.000 --> 00:00:12.000
<v Bo Tran>We stayed on the quay.

00:00:13.000 --> 00:00:15.000
<v Ida Moss>They did.
"""


def test_voices_become_turns(file):
    article = one(file("a.vtt", VOICES))
    assert article.text.split("\n") == [
        "Ida Moss: The wall holds. It held in March & in May.",
        "Bo Tran: So did we. We stayed on the quay.",
        "Ida Moss: They did.",
    ]
    assert article.title == "Talk on the quay"


@pytest.mark.parametrize(
    ("cue", "turns"),
    [
        ("<v Ida Moss>Will it hold?</v> <v Bo Tran>Yes.</v>",
         "Ida Moss: Will it hold?\nBo Tran: Yes."),
        ("<v Ida Moss>I asked, <v Bo Tran>Never!</v> and left.</v>",
         "Ida Moss: I asked,\nBo Tran: Never!\nIda Moss: and left."),
        ("<v Ida Moss>It holds.</v>\n(Applause)", "Ida Moss: It holds.\n(Applause)"),
        ("<v Ida Moss>It holds.\n<v Bo Tran>Yes.", "Ida Moss: It holds.\nBo Tran: Yes."),
        ("</v>It holds.", "It holds."),
        ("“It is <i>old</i>,” <b>Ida</b>’s aide said: un<i>true</i>.",
         "“It is old,” Ida’s aide said: untrue."),
        ("<c.bg_color_000000cc>If x < y we stay.</c>", "If x < y we stay."),  # as ttconv writes it
    ],
)  # fmt: skip
def test_a_voice_ends_where_its_tag_is_closed(file, cue, turns):
    assert one(file("a.vtt", f"WEBVTT\n\n00:01.000 --> 00:03.000\n{cue}\n")).text == turns


def test_the_speakers_of_the_turns_come_out(file):
    result = extract(one(file("a.vtt", VOICES)))
    spoken = [quote.speaker.name for quote in result.quotes if quote.speaker]
    assert spoken == ["Ida Moss", "Bo Tran", "Ida Moss"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\nIt holds.\n\nSo far.\n\n2\n"
         "00:00:03,000 --> 00:00:04,000\nYes.\n",
         "It holds. So far. Yes."),
        ("1\n00:00:01,000 --> 00:00:02,000\nIt holds.\n2\n00:00:03,000 --> 00:00:04,000\nYes.\n",
         "It holds. Yes."),
        ("1\r\n00:00:01,000 --> 00:00:02,000\r\n- No.\r\n- {\\an8}<i>Yes.</i>\r\n", "- No.\n- Yes."),
        ("1\n00:00:01,000 --> 00:00:02,000\nIn\n1953\n\n2\n00:00:03,000 --> 00:00:04,000\nit fell.\n",
         "In 1953 it fell."),
        ("1\n00:00:01,000 --> 00:00:02,000\n3 < 4 and 5 > 2\n", "3 < 4 and 5 > 2"),
    ],
)  # fmt: skip
def test_a_cue_ends_only_before_a_number_and_a_time_line(file, content, text):
    assert one(file("a.srt", content)).text == text


def test_a_file_that_webvtt_py_writes_is_read(file):
    webvtt = pytest.importorskip("webvtt")
    made = webvtt.WebVTT()
    made.captions.append(webvtt.Caption("00:00:01.000", "00:00:02.000", ["It", "holds."]))
    out = io.StringIO()
    made.write(out)
    assert one(file("a", out.getvalue())).text == "It holds."


def test_a_file_without_cues_is_refused(file):
    with pytest.raises(ReadError, match="no subtitles"):
        items(file("a.srt", "The wall holds."))


WORDS = st.text("ab é<>&\n-1", max_size=30)


@given(st.lists(WORDS, min_size=1), st.binary(max_size=30))
def test_any_cues_and_any_bytes_give_an_article_or_an_error_of_ours(cues, junk):
    text = "\n\n".join(f"{n}\n00:00:0{n % 9},000 --> 00:00:09,000\n{c}" for n, c in enumerate(cues))
    for data in (text.encode() + junk, junk):
        with contextlib.suppress(QuotekitError):
            [_] = read_subtitles(io.BytesIO(data), "a.srt")


def test_the_voices_of_a_short_talk_are_turns_too():
    cues = (
        b"WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ida Moss>We will stay.\n\n"
        b"00:04.000 --> 00:06.000\n<v Bo Tran>It will not hold.\n"
    )
    for number in (1, 2):
        part = b"\n\n".join(cues.split(b"\n\n")[: number + 1])
        [article] = read_subtitles(io.BytesIO(part), "talk.vtt")
        said = [(quote.speaker.name, quote.text) for quote in extract(article)]
        assert said == [("Ida Moss", "We will stay."), ("Bo Tran", "It will not hold.")][:number]
