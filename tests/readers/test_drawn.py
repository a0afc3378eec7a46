"""The extra `html`: trafilatura's opinion on which paragraphs of a page are its article."""

from __future__ import annotations

import pytest

from quotekit._readers.html import page_article

from .compare_pages import GOLD, PAGES, ours, score, trafilaturas

pytest.importorskip("trafilatura", reason="needs the extra `html`")

TEXT = (
    "The wall of Port Elan held through the night, and the town slept behind it as if it were new. "
)
LOOSE = '<div class="x1"><div class="x2">{}</div></div>'


def test_what_trafilatura_leaves_out_goes():
    links = "".join(f'<p><a href="/{n}">Story {n}</a> and more of it here</p>' for n in range(9))
    body = "".join(f"<p>{TEXT}</p>" for _ in range(6))
    text = page_article(f"<body>{LOOSE.format(body)}<div>{links}</div></body>", id="a").text
    assert text.count("The wall") == 6


def test_quoted_blocks_stay_whatever_trafilatura_says():
    body = "".join(f"<p>{TEXT}</p>" for _ in range(6))
    quote = (
        '<blockquote class="twitter-tweet"><p>We stayed.</p>&mdash; Ida Moss (@ida)</blockquote>'
    )
    text = page_article(f"<article>{body}{quote}{body}</article>", id="a").text
    assert "“We stayed.”\n— Ida Moss (@ida)" in text


def test_a_short_paragraph_stays_although_trafilatura_drops_the_words_of_its_time():
    body = "".join(f"<p>{TEXT}</p>" for _ in range(6))
    said = '<p>“No,” Ida Moss said on <time datetime="2023-03-30">Thursday</time>.</p>'
    text = page_article(f"<article>{body}{said}{body}</article>", id="a").text
    assert "“No,” Ida Moss said on Thursday." in text


def test_a_page_that_trafilatura_cannot_read_is_read_without_it(monkeypatch):
    import trafilatura

    def fail(*_, **__):
        raise ValueError("no tree")

    monkeypatch.setattr(trafilatura, "extract", fail)
    assert page_article(f"<p>{TEXT * 5}", id="a").text.startswith("The wall")


@pytest.mark.parametrize("name", GOLD)
def test_no_quotation_is_lost_to_it(name):
    reached = score(ours(PAGES / name), GOLD[name])
    assert reached.quotations == reached.of_quotations
    assert reached.right == reached.drawn


def test_trafilatura_alone_loses_what_the_page_marks_as_quoted():
    """If this changes, the table in the documentation does."""
    lost = [
        name
        for name, gold in GOLD.items()
        if (reached := score(trafilaturas(PAGES / name), gold)).quotations < reached.of_quotations
    ]
    assert {"q-elements.html", "figure-quote.html", "embedded-posts.html"} <= set(lost)
