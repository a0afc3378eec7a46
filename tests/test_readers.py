"""Reading: text, JSON lines and HTML; unreadable files are one clear error each."""

from __future__ import annotations

import io
import os
import sys

import pytest

from quotekit import Article, Failure, Reader, Registry, hookimpl, read, read_all
from quotekit._readers.html import read_html
from quotekit._readers.jsonl import read_jsonl
from quotekit.exceptions import DuplicatePluginError, FormatError, ReadError


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a file and gives its path."""

    def write(name: str, content: bytes | str):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def one(path, **options) -> Article:
    [article] = read(path, **options)
    return article


def page(html: str) -> Article:
    [article] = read_html(io.BytesIO(html.encode()), "page.html")
    return article


# -- plain text ------------------------------------------------------------------------------------


def test_a_text_file_is_one_article_named_after_the_file(file):
    path = file("2021-07-27-wall.txt", "The wall.\r\n\r\n“No,” she said.\n")
    article = one(path)
    assert article.text == "The wall.\r\n\r\n“No,” she said.\n"
    assert article.id == "2021-07-27-wall"
    assert article.markup is None


def test_the_path_is_handed_on_as_address_since_it_may_hold_a_date(file):
    path = file("2021-07-27-wall.txt", "x")
    assert one(path).url == path.as_posix()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(file, encoding):
    assert one(file("a.txt", "“Já”".encode(encoding))).text == "“Já”"


def test_an_empty_file_is_an_empty_article(file):
    assert one(file("a.txt", b"")).text == ""


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda file, tmp: tmp / "none.txt", "none.txt: no such file or directory"),
        (lambda file, tmp: tmp, "is a directory"),
        (lambda file, tmp: file("b.txt", b"caf\xe9"), "b.txt: not UTF-8 text (byte 3 is 0xE9)"),
        (lambda file, tmp: file("c.txt", b"\xff\xfea"), "c.txt: not UTF-16 text"),
        (lambda file, tmp: file("d.html", b"<meta charset=nope>x"), "unknown encoding 'nope'"),
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


# -- JSON lines ------------------------------------------------------------------------------------


def lines(*content: bytes | str) -> list[Article | Failure]:
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in content)
    return list(read_jsonl(io.BytesIO(data), "batch.jsonl"))


def test_a_line_is_an_article_with_what_it_says():
    [article] = lines(
        '{"id": "a", "text": "x", "title": "T", "published": "2021-07-27T08:00Z", "language": "de",'
        ' "url": "u", "publisher": "P", "other": [1]}'
    )
    assert article == Article(
        "x",
        id="a",
        title="T",
        published="2021-07-27",
        publisher="P",
        url="u",
        language="de",
    )


def test_unknowns_may_be_null_or_left_out():
    [article] = lines('{"text": "x", "id": null, "title": null, "published": null}')
    assert article == Article("x", id="batch:1")


def test_a_number_may_be_an_id():
    assert lines('{"id": 7, "text": "x"}')[0].id == "7"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not valid JSON: Expecting property name"),
        ("[1]", "expected a JSON object, got a list"),
        ("null", "expected a JSON object, got null"),
        ('"text"', "expected a JSON object, got a string"),
        ("3", "expected a JSON object, got a number"),
        ('{"txt": "x"}', "no \"text\"; the keys are 'txt'"),
        ('{"text": 3}', "text must be str, got int"),
        ('{"text": "x", "id": [1]}', "id must be str or None, got list"),
        ('{"text": "x", "published": "soon"}', "got 'soon'"),
        (b'{"text": "\xff"}', "this line: not UTF-8 text (byte 10 is 0xFF)"),
        ("[" * 100_000, "too deeply nested JSON"),
    ],
)
def test_a_bad_line_is_reported_with_file_and_line_and_the_rest_goes_on(line, reason):
    first, bad, last = lines('{"text": "one"}', line, '{"text": "three"}')
    assert (first.text, last.text) == ("one", "three")
    assert bad.where == "batch.jsonl, line 2"
    assert reason in bad.reason


def test_blank_lines_are_no_articles_but_count():
    assert [item.id for item in lines('{"text": "a"}', "", " \r", '{"text": "b"}')] == [
        "batch:1",
        "batch:4",
    ]


def test_lines_are_read_as_they_are_asked_for():
    """So a file of any size fits into memory."""

    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            line = b'{"text": "x"}\n'
            buffer[: len(line)] = line
            return len(line)

    stream = io.BufferedReader(Endless())
    articles = read_jsonl(stream, "endless")
    assert [next(articles).id for _ in range(3)] == ["endless:1", "endless:2", "endless:3"]


# -- HTML ------------------------------------------------------------------------------------------


def test_paragraphs_are_kept_and_markup_goes():
    article = page(
        "<html><body><p>The <b>har&shy;bour</b>\n wall&nbsp;holds.</p><p>&ldquo;No,&rdquo; she"
        "<br>said.</p><ul><li>one<li>two</ul></body></html>"
    )
    assert article.text == ("The har\u00adbour wall\u00a0holds.\n\n“No,” she\nsaid.\n\none\n\ntwo")
    assert article.markup == "html"


def test_what_is_no_article_goes():
    article = page(
        "<head><style>p{}</style><script>var x = '<p>no</p>';</script></head><body>"
        "<nav>Home</nav><header>The Quay Post</header><h1>Wall</h1><p>Text.</p>"
        "<aside>More</aside><form>Search</form><footer>Legal</footer></body>"
    )
    assert article.text == "Wall\n\nText."


def test_of_several_articles_the_longest_is_taken_with_the_headline():
    article = page(
        "<h1>Wall</h1><main><article><p>Teaser.</p></article>"
        "<article><header>By Bo Tran</header><p>The text of it.</p></article></main><p>Other.</p>"
    )
    assert article.text == "Wall\n\nBy Bo Tran\n\nThe text of it."


def test_the_page_says_title_day_publisher_address_and_language():
    article = page(
        '<html lang="de-AT"><head><title>Mauer | Post</title><meta property="og:title" '
        'content="Mauer"><meta property="og:site_name" content="Post"><meta '
        'property="article:published_time" content="2021-07-27T23:30:00+02:00">'
        '<link rel="canonical" href="https://post.example/mauer"></head><p>x'
    )
    assert (article.title, str(article.published), article.publisher) == (
        "Mauer",
        "2021-07-27",
        "Post",
    )
    assert (article.url, article.language) == ("https://post.example/mauer", "de")
    assert article.published_from == "metadata"


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": '
        '["NewsArticle"], "datePublished": "2021-07-27", "headline": "Wall"}]}</script>',
        '<meta name="date" content="2021-07-27">',
        '<meta itemprop="datePublished" content="2021-07-27T01:00">',
        '<time itemprop="datePublished" datetime="2021-07-27">yesterday</time>',
        '<meta name="date" content="2020-01-01"><script type="application/ld+json">'
        '{"@type": "Article", "datePublished": "2021-07-27"}</script>',
    ],
)
def test_the_day_is_read_where_pages_put_it(head):
    assert str(page(f"{head}<p>x").published) == "2021-07-27"


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<script type="application/ld+json">{broken</script>',
        '<meta name="date" content="2021-02-30">',
        '<meta name="date" content="last week">',
        '<script type="application/ld+json">{"@type": "Person", "datePublished": "2021-07-27"}'
        "</script>",
    ],
)
def test_a_day_that_is_none_stays_unknown(head):
    article = page(f"{head}<p>x")
    assert (article.published, article.published_from) == (None, None)


def test_the_declared_encoding_counts():
    data = '<meta charset="iso-8859-1"><p>“caf\u00e9”'.encode("cp1252")
    [article] = read_html(io.BytesIO(data), "a.html")
    assert article.text == "“café”"


@pytest.mark.parametrize("html", ["", "<", "<p", "</article></p>", "<article>", "<!--", "&#0;&x"])
def test_broken_markup_is_read_as_far_as_it_goes(html):
    assert isinstance(page(html).text, str)


# -- which reader ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.jsonl", '{"text": "x"}', "x"),
        ("a.NDJSON", '{"text": "x"}', "x"),
        ("a", '\n {"text": "x"}', "x"),
        ("a.htm", "<p>x", "x"),
        ("a.dat", "<!DOCTYPE html><p>x", "x"),
        ("a", "\ufeff<html><p>x", "x"),
        ("a.txt", '{"text": "x"}', '{"text": "x"}'),
        ("a", "x", "x"),
    ],
)
def test_the_name_tells_the_format_or_else_the_first_bytes(file, name, content, text):
    assert one(file(name, content)).text == text


def test_the_format_may_be_given(file):
    path = file("a.txt", '{"text": "x"}')
    assert one(path, format="jsonl").text == "x"
    with pytest.raises(FormatError, match=r"no reader 'xml'; there are text, jsonl, html"):
        list(read(path, format="xml"))


def test_standard_input_is_a_dash(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "x"}')))
    assert one("-").id == "stdin:1"
    assert not sys.stdin.buffer.closed


def test_of_many_files_the_unreadable_ones_are_reported_and_the_rest_go_on(file, tmp_path):
    paths = [file("a.txt", "x"), tmp_path / "none", file("b.jsonl", "3\n"), file("c.txt", "y")]
    found = list(read_all(paths))
    assert [type(item).__name__ for item in found] == ["Article", "Failure", "Failure", "Article"]
    assert "none: no such file" in str(found[1])
    assert "line 1" in str(found[2])


def test_a_third_party_reader_comes_before_a_built_in_one(file):
    class Shout:
        @hookimpl
        def quotekit_readers(self):
            def read(stream, name):
                yield Article(stream.read().decode().upper())

            return [Reader("text", read, (".txt",))]

    registry = Registry(entry_points=False)
    registry.register(Shout)
    assert one(file("a.txt", "quiet"), registry=registry).text == "QUIET"
    registry.register(Shout(), name="second")
    with pytest.raises(DuplicatePluginError, match="'second' and 'shout' both bring"):
        registry.readers()
