"""E-mail: messages written by the standard library, and what is cut from them."""

from __future__ import annotations

import io
import mailbox
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit import Article, Failure
from quotekit._readers.mail import read_mail
from quotekit._readers.mail_body import own_words
from quotekit.exceptions import QuotekitError

from .reading import items, one

TEXT = "“The wall holds,” Ida Moss said.\n\n“Überall,” Bo Tran added.\n"


def message(text: str = TEXT, **fields: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Port Elan Press Office <press@elan.example>"
    made["Subject"] = fields.get("subject", "Wall holds – für alle")
    made["Date"] = fields.get("date", "Mon, 01 Jan 2024 00:30:00 +1300")
    made["Message-ID"] = fields.get("id", "<7@elan.example>")
    made.set_content(text)
    return made


def test_a_message_is_an_article(file):
    article = one(file("a.eml", message().as_bytes()))
    assert article.text == TEXT
    assert (article.id, article.title) == ("7@elan.example", "Wall holds – für alle")
    assert article.meta == {"from": "Port Elan Press Office <press@elan.example>"}
    assert article.published_from == "header"


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("Mon, 01 Jan 2024 00:30:00 +1300", "2024-01-01"),
        ("Sun, 31 Dec 2023 23:30:00 -0800", "2023-12-31"),
        ("Sun, 31 Dec 2023 23:30:00 CET", "2023-12-31"),
        ("31 Dec 2023 23:30 GMT", "2023-12-31"),
        ("last week", "None"),
    ],
)
def test_the_day_is_that_of_the_sender(file, date, day):
    data = b"Date: " + date.encode() + b"\nMessage-ID: <7@a.example>\n\nIt holds.\n"
    assert str(one(file("a.eml", data)).published) == day


def test_the_text_is_taken_before_the_page_and_the_page_where_it_is_alone(file):
    both = message()
    both.add_alternative("<p>As a page.", subtype="html")
    assert one(file("a.eml", both.as_bytes())).text == TEXT
    page = EmailMessage()
    page["Message-ID"] = "<8@elan.example>"
    page.set_content("<p>She said <q>no</q>.", subtype="html")
    assert one(file("b.eml", page.as_bytes())).text == "She said “no”."


def test_attachments_are_named_and_not_read(file):
    made = message()
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="wall.pdf")
    made.add_attachment("It fell.", filename="notes.txt")
    article = one(file("a.eml", made.as_bytes()))
    assert article.text == TEXT
    assert article.meta["attachments"] == ["wall.pdf", "notes.txt"]


def test_a_message_that_is_only_an_attachment_says_so(file):
    made = EmailMessage()
    made["Message-ID"] = "<9@elan.example>"
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="wall.pdf")
    [failed] = items(file("a.eml", made.as_bytes()))
    assert "no text, but an attachment 'wall.pdf': save and convert it" in str(failed)


def test_the_messages_of_an_mbox_file_are_read_one_by_one(file, tmp_path):
    box = mailbox.mbox(tmp_path / "a.mbox")
    box.add(message("From the quay she said: “No.”\n", id="<1@a.example>"))
    box.add(message(id="<2@a.example>"))
    box.close()
    first, second = items(tmp_path / "a.mbox")
    assert first.text.rstrip() == "From the quay she said: “No.”"
    assert [first.id, second.id] == ["1@a.example", "2@a.example"]


def test_standard_input_is_told_to_be_mail_by_its_head(file):
    assert one(file("a", message().as_bytes())).title == "Wall holds – für alle"
    assert one(file("b", "Subject: a wall\n\nIt holds.")).title is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Yes.\n\nOn 3 May 2023, Ida Moss <ida@a.example> wrote:\n> Holds it?\n>\n> Ida\n", "Yes.\n\n"),
        ("Yes.\n\nOn 3 May 2023 at the quay, Ida Moss\n<ida@a.example> wrote:\n> Well?\n", "Yes.\n\n"),
        ("Ja.\n\nAm 3.5.2023 schrieb Ida <ida@a.example>:\n> Nun?\n", "Ja.\n\n"),
        ("Yes.\n-- \nIda Moss\nPort Elan\n", "Yes.\n"),
        ("Yes.\n\n-----Original Message-----\nFrom: Ida\n\nHolds it?\n", "Yes.\n\n"),
    ],
)  # fmt: skip
def test_answers_and_signatures_are_cut(text, left):
    assert own_words(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday the minister wrote:\n“It holds.”\n",
        "On Tuesday the minister wrote:\n\n> It holds.\n\nNobody answered.\n",
        "He has one wish\n--\nto stay.\n",
        "> It holds.\n\nSo she wrote.\n",
        "-----Original Message-----\nis what the sign said.\n",
        "The port will close.\n\n-We will not pay, the minister said.\n\nThe union disagreed.\n",
    ],
)
def test_what_is_not_surely_an_answer_stays(text):
    assert own_words(text) == text


@given(st.text())
def test_what_is_kept_is_the_beginning_of_the_message(text):
    assert text.startswith(own_words(text))


@settings(max_examples=150)
@given(st.binary(max_size=200) | st.binary(max_size=80).map(lambda b: message().as_bytes() + b))
def test_any_bytes_give_articles_or_an_error_of_ours(data):
    try:
        for item in read_mail(io.BytesIO(data), "a.eml"):
            assert isinstance(item, (Article, Failure))
    except QuotekitError:
        pass
