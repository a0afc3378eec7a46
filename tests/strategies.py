"""Texts that Hypothesis makes up: arbitrary Unicode, and text that looks a little like news."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from quotekit import (
    Article,
    Extraction,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    TimeExpression,
    TimeType,
)

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

HARD_TEXTS = st.lists(
    st.sampled_from(
        [
            *"“ ” « » said Ida Moss we will é ñ 🙂 👩‍👩‍👧 𝔄 שלום , . = + - @ # & < > ] [ |".split(),
            *("e\u0301", "\u00a0", "\u202f", " ", "\t", "\n", "\r\n", "\r", "\u2028", "\u0085"),
            *('"', "'", "\\", "{", "}", ";", "a\u0308\u0323", "\ufeff", "\u200d", "]]>", "&amp;"),
        ]
    ),
    min_size=8,
    max_size=40,
).map("".join)
"""Texts whose characters are counted differently by bytes, UTF-16 and the eye."""


@st.composite
def extractions(draw, texts=HARD_TEXTS):
    """Return an extraction with quotations, sources and times anywhere in a hard text."""
    text = draw(texts)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=12)))
    spans = [Span(start, end) for start, end in pairwise(cuts)]
    speaker_spans = draw(st.lists(st.sampled_from(spans), unique=True, max_size=3))
    mentions = {span: _mention(text, span) for span in spans}
    speakers = tuple(
        Speaker(f"s{n}", draw(st.text(min_size=1, max_size=5)), mentions=(mentions[span],))
        for n, span in enumerate(sorted(speaker_spans), 1)
    )
    times = tuple(draw(_times(text, span)) for span in spans[::4])
    quotes = tuple(draw(_quote(text, spans, mentions, speakers, times)) for _ in spans[:3])
    article = Article(
        text, id=draw(st.sampled_from(["a", "ä/1", None])), title="Wall", published="2021-07-28"
    )
    return Extraction(article, quotes, speakers, times)


def _mention(text, span):
    return Mention(span, MentionKind.NAME, name=span, number="singular", text=span.slice(text))


@st.composite
def _times(draw, text, span):
    value, start, end = draw(
        st.sampled_from(
            [
                ("2026-11", "2026-11-01", "2026-12-01"),
                ("2026-W46", "2026-11-09", "2026-11-16"),
                ("2026-SU", "2026-06-01", "2026-09-01"),
                ("2026-11-05", "2026-11-05", "2026-11-06"),
                ("2026-11-05T10:00", "2026-11-05T10:00", "2026-11-05T10:01"),
                (None, None, None),
            ]
        )
    )
    known = value is not None
    return TimeExpression(
        span, TimeType.DATE, value, start=start, end=end, resolved=known, text=span.slice(text)
    )


@st.composite
def _quote(draw, text, spans, mentions, speakers, times):
    contents = tuple(
        sorted(draw(st.lists(st.sampled_from(spans), unique=True, min_size=1, max_size=3)))
    )
    speaker = draw(st.sampled_from([None, *speakers]))
    source = speaker.mentions[0] if speaker else draw(st.sampled_from([None, mentions[spans[0]]]))
    return Quote(
        contents,
        draw(st.sampled_from(list(QuoteKind))),
        cue=draw(st.sampled_from([(), tuple(spans[:1]), tuple(spans[::3])])),
        source=source,
        quoted=contents[:1],
        confidence=draw(st.floats(0, 1)),
        rule="rule",
        why="=why",
        found_by="tests",
        speaker=speaker,
        said=draw(st.sampled_from([None, *times])),
        text=" ".join(span.slice(text) for span in contents),
    )
