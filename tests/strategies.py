"""Texts that Hypothesis makes up: arbitrary Unicode, and text that looks a little like news."""

from __future__ import annotations

from hypothesis import strategies as st

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=200)
"""Every code point, lone surrogates and NUL among them."""

NEWS_PIECES = st.sampled_from(
    [
        *"“ ” ‘ ’ \" ' « » „ – — : ; , . … ? ! ( ) [ ] `` ''".split(),
        *"said says added told according to that Mr. Mrs U.S. J. R. he she they".split(),
        *"Ida Moss Bo Tran mayor the a of union minister 🙂 👩‍👩‍👧 שלום نعم".split(),
        *"Monday yesterday 2021-07-27 4 March 2021 May last week years ago".split(),
        *("\n", "\n\n", "\r\n", "\t", "\u00a0", "\u202f", "\u200f", "\u2028", "\0", "\ud800"),
    ]
)

NEWSLIKE = st.lists(st.one_of(NEWS_PIECES, NEWS_PIECES, st.text(max_size=4)), max_size=60).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda blank: blank.join(pieces))
)
"""Words, marks and breaks of news in any order."""

TEXTS = st.one_of(ANY_TEXT, NEWSLIKE)
