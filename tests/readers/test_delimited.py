"""CSV and TSV."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit import Article, read
from quotekit._readers.delimited import read_delimited
from quotekit.exceptions import ReadError

from .reading import items, one


def rows(content: str | bytes, **options):
    data = content if isinstance(content, bytes) else content.encode()
    return list(read_delimited(io.BytesIO(data), "a.csv", **options))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_row_is_an_article_and_the_first_row_names_the_columns(separator):
    content = "id,Date,Headline,Body,Desk\n0012,2023-05-12,Wall,It held.,Harbour\n"
    [article] = rows(content.replace(",", separator))
    assert article == Article(
        "It held.", id="0012", title="Wall", published="2023-05-12", meta={"Desk": "Harbour"}
    )


def test_cells_may_hold_line_ends_marks_and_separators():
    first, last = rows('text,id\n"“Yes,” she said.\r\n\r\nThen: ""no"".",a\nx,\n')
    assert first.text == '“Yes,” she said.\r\n\r\nThen: "no".'
    assert last.id == "a:5"


def test_a_column_of_another_name_may_be_given(file):
    path = file("a.csv", "Nr,Fließtext\n7,“Ja.”\n")
    assert one(path, fields={"text": "Fließtext", "id": "Nr"}).id == "7"
    with pytest.raises(ReadError, match=r"a\.csv: no column 'Body'; there are 'Nr', 'Fließtext'"):
        list(read(path, fields={"text": "Body"}))
    with pytest.raises(ReadError, match=r"the columns are 'Nr', 'Fließtext'; name the one with"):
        list(read(path))


def test_a_row_that_is_too_short_or_long_is_reported_with_its_line():
    first, short, long, last = rows("id,text\na,x\nb\nc,y,z\n\nd,w\n")
    assert (first.id, last.id) == ("a", "d")
    assert str(short) == "a.csv, line 3: 1 cells, but there are 2 columns"
    assert str(long) == "a.csv, line 4: 3 cells, but there are 2 columns"


@pytest.mark.parametrize("content", ["", "\n", "id,text\n"])
def test_a_table_without_rows_has_no_articles(content):
    assert rows(content) == []


def test_a_table_in_windows_1252_is_read_and_that_is_said():
    pytest.importorskip("chardet", reason="needs the extra `encodings`")
    text = "«\xa0La digue tiendra jusqu’à l’été\xa0», a déclaré Inès Vidal."
    [article] = rows(f"id;texte;text\n1;été;{text}\n".encode("cp1252"))
    assert article.text == text
    assert "read as windows-1252" in article.warnings[0] or "cp1252" in article.warnings[0]
    assert rows(f'text\n"{text}"\n'.encode("cp1252"), encoding="cp1252")[0].text == text


def test_bytes_that_are_no_text_end_the_file_with_its_line(file):
    data = b"text\n" + (b"x" * 99 + b"\n") * 4_000 + b"caf\xe9\n"
    found = []
    with pytest.raises(ReadError, match=r"a\.csv, line \d+ or after: not UTF-8 text \(0xE9\)"):
        found.extend(read(file("a.csv", data)))


def test_a_table_on_standard_input_is_told_by_its_first_row(file):
    assert one(file("a", "published\ttext\n2023-05-12\tx\n")).text == "x"
    assert items(file("b", "Dear Ida, the text\nis here"))[0].text.startswith("Dear")


CELLS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1, max_size=12
)


@given(st.lists(CELLS, min_size=1, max_size=5))
def test_every_text_comes_back_as_the_csv_module_wrote_it(texts):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["id", "text"])
    writer.writerows([str(n), text] for n, text in enumerate(texts))
    assert [item.text for item in rows(out.getvalue())] == texts
