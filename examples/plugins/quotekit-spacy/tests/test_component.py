"""quotekit's quotations in spaCy."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from quotekit.testing import HOSTILE, SAMPLES

TEXT = "She left. “We stay,” Mayor Ida Moss said on Tuesday. “Why?” Bo Tran asked."


@pytest.fixture(name="nlp", scope="module")
def _nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("quotekit", config={"published": "2021-03-04"})
    return nlp


def test_a_document_has_quotes_and_speakers(nlp):
    doc = nlp(TEXT)
    assert [(quote.text, quote.speaker.name) for quote in doc._.quotes] == [
        ("We stay,", "Ida Moss"),
        ("Why?", "Bo Tran"),
    ]
    assert [speaker.id for speaker in doc._.speakers] == ["s1", "s2"]
    assert doc._.quotes[0].said.value == "2021-03-02"


def test_groups_of_spans_share_the_number_of_their_quotation(nlp):
    doc = nlp(TEXT)
    shown = {
        group: [(span.text, span.label_, span.id_, span.kb_id_) for span in doc.spans[group]]
        for group in doc.spans
    }
    assert shown == {
        "quotations": [("We stay,", "direct", "0", "s1"), ("Why?", "direct", "1", "s2")],
        "cues": [("said", "cue", "0", ""), ("asked", "cue", "1", "")],
        "sources": [("Mayor Ida Moss", "source", "0", "s1"), ("Bo Tran", "source", "1", "s2")],
        "times": [("Tuesday", "DATE", "0", "2021-03-02")],
    }


def test_a_document_that_was_stored_has_its_quotes_still(nlp):
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    [stored] = DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab)
    assert doc._.quotes == again._.quotes == stored._.quotes
    assert [span.text for span in stored.spans["cues"]] == ["said", "asked"]


def test_a_document_without_the_component_has_no_quotes():
    assert spacy.blank("en")(TEXT)._.quotes == ()


def test_every_text_that_spacy_takes_is_read(nlp):
    """SpaCy refuses lone surrogates itself."""
    texts = [article.text for article in (*SAMPLES, *HOSTILE)]
    texts = [text for text in texts if text.encode("utf-8", "ignore").decode() == text]
    assert len(list(nlp.pipe(texts))) == len(texts)


def test_sentencizer_ends_a_sentence_with_the_mark_that_opens_the_next():
    """Why the component for sentences is there."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    assert next(nlp(TEXT).sents).text == "She left. “"


def test_the_parser_keeps_quotekits_sentences(model):
    nlp = spacy.load(model)
    nlp.add_pipe("quotekit_sentences", before="parser")
    assert [sentence.text for sentence in nlp(TEXT).sents] == [
        "She left.",
        "“We stay,” Mayor Ida Moss said on Tuesday.",
        "“Why?” Bo Tran asked.",
    ]


@pytest.mark.usefixtures("model")
def test_spacys_grammar_may_stand_in_for_quotekits():
    nlp = spacy.blank("en")
    config = {"plugins": ["quotekit_spacy.spacy_tags"], "block": ["grammar"]}
    nlp.add_pipe("quotekit", config=config)
    assert [quote.speaker.name for quote in nlp(TEXT)._.quotes] == ["Ida Moss", "Bo Tran"]
