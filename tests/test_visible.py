"""Text from outside is shown and never sent: no escape sequence, no override."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit._visible import visible

from .strategies import TEXTS


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]8;;https://quay.example\x07link", "␛]8;;https://quay.example␇link"),
        ("\x9b2J", "⟨U+009B⟩2J"),
        ("one\rtwo\r\nthree\n", "one␍two\r\nthree\n"),
        ("\u202eerif\u202c \u2067x\u2069", "⟨U+202E⟩erif⟨U+202C⟩ ⟨U+2067⟩x⟨U+2069⟩"),
        ("\0\x7f\ud800", "␀␡⟨U+D800⟩"),
        ("👩‍👩‍👧 שלום\u200f\u00ad\t“Já”", "👩‍👩‍👧 שלום\u200f\u00ad\t“Já”"),
    ],
)
def test_what_steers_is_shown(text, shown):
    assert visible(text) == shown


@given(TEXTS)
def test_nothing_that_steers_is_left(text):
    shown = visible(text)
    assert visible(shown) == shown
    assert not any(ord(c) < 32 and c not in "\n\r\t" for c in shown)
    shown.encode()
