"""Plain text, and the encodings it comes in."""

from __future__ import annotations

import io
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit import read
from quotekit._encodings import decode_any, decode_page
from quotekit._readers.text import read_text
from quotekit.exceptions import ReadError

from .reading import one


def test_a_text_file_is_one_article_named_after_the_file(file):
    path = file("2021-07-27-wall.txt", "The wall.\r\n\r\n“No,” she said.\n")
    article = one(path)
    assert article.text == "The wall.\r\n\r\n“No,” she said.\n"
    assert article.id == "2021-07-27-wall"
    assert article.markup is None
    assert article.warnings == ()


def test_the_path_is_handed_on_as_address_since_it_may_hold_a_date(file):
    path = file("2021-07-27-wall.txt", "x")
    assert one(path).url == path.as_posix()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_every_character_of_a_file_is_in_the_text(text):
    if not text.startswith("\ufeff"):
        [article] = read_text(io.BytesIO(text.encode()), "a.txt")
        assert article.text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(file, encoding):
    assert one(file("a.txt", "“Já”".encode(encoding))).text == "“Já”"


def test_an_empty_file_is_an_empty_article(file):
    assert one(file("a.txt", b"")).text == ""


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda file, tmp: tmp / "none.txt", "none.txt: no such file or directory"),
        (lambda file, tmp: tmp, "is a directory"),
        (lambda file, tmp: file("c.txt", b"\xff\xfea"), "c.txt: not UTF-16 text"),
    ],
)
def test_an_unreadable_file_is_one_clear_error(file, tmp_path, make, message):
    with pytest.raises(ReadError) as caught:
        list(read(make(file, tmp_path)))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, OSError)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_a_forbidden_file_is_one_clear_error(file):
    path = file("a.txt", "x")
    path.chmod(0)
    with pytest.raises(ReadError, match="permission denied"):
        list(read(path))


# -- encodings -------------------------------------------------------------------------------------

FRENCH = "«\xa0La digue tiendra jusqu’à l’été\xa0», a déclaré Inès Vidal, la maire."
POLISH = "„Ściana się utrzyma” – powiedziała w piątek burmistrz Zofia Żak. Śluzy też."


def test_an_encoding_may_be_named(file):
    path = file("a.txt", FRENCH.encode("cp1252"))
    assert one(path, encoding="cp1252").text == FRENCH
    with pytest.raises(ReadError, match="unknown encoding 'nope'"):
        list(read(path, encoding="nope"))
    with pytest.raises(ReadError, match=r"not ASCII text \(byte 0 is 0xAB\)"):
        list(read(path, encoding="ascii"))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        ("„Die Mauer hält“, sagte Bürgermeisterin Jana Böttcher am Freitag.", "cp1252"),
        (POLISH, "cp1250"),
        ("«Стена выдержит», — сказала мэр Ида Мосс во вторник.", "cp1251"),
        ("「壁は持ちこたえる」とモス市長は火曜日に述べた。", "shift_jis"),
    ],
)
def test_a_file_that_is_not_utf_8_is_read_as_detected_and_that_is_said(file, text, encoding):
    pytest.importorskip("chardet", reason="needs the extra `encodings`")
    article = one(file("a.txt", text.encode(encoding)))
    assert article.text == text
    assert article.warnings[0].startswith("not UTF-8, read as ")


def test_without_the_extra_it_is_said_what_to_do(file, monkeypatch):
    monkeypatch.setitem(sys.modules, "chardet", None)
    with pytest.raises(ReadError) as caught:
        list(read(file("b.txt", b"caf\xe9")))
    message = str(caught.value)
    assert (
        "b.txt: not UTF-8 text (byte 3 is 0xE9); name its encoding (--encoding cp1252)" in message
    )
    assert "pip install 'quotekit-nlp[encodings]'" in message


@given(st.binary(max_size=60), st.sampled_from([None, "utf-8", "latin1", "nope", "utf-16", "idna"]))
def test_no_page_is_lost_to_its_encoding(data, declared):
    assert isinstance(decode_page(data, declared).text, str)


@pytest.mark.parametrize(
    ("encoding", "declared", "warned"),
    [
        ("utf-8", None, False),
        ("utf-8", "utf-8", False),
        ("cp1252", "iso-8859-1", False),
        ("utf-8", "iso-8859-1", True),
        ("utf-8", "no-such-thing", True),
        ("cp1252", "utf-8", True),
    ],
)
def test_a_declared_encoding_that_is_wrong_is_seen(encoding, declared, warned):
    if encoding == "cp1252" and warned:
        pytest.importorskip("chardet", reason="needs the extra `encodings`")
    found = decode_page(FRENCH.encode(encoding), declared)
    assert found.text == FRENCH
    assert bool(found.warnings) == warned


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_utf_8_is_never_guessed_at(text):
    assert decode_any(text.encode(), "a.txt").warnings == ()
