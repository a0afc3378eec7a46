"""spaCy's tags and noun chunks in quotekit."""

from __future__ import annotations

import pytest
from quotekit_spacy import MODEL, SpacyMentions, SpacyTags
from quotekit_spacy.reading import reader

from quotekit import Extractor, Registry
from quotekit.testing import assert_extracts as assert_with
from quotekit.testing import check_plugin, document, extractor

pytestmark = pytest.mark.usefixtures("model")


@pytest.fixture(name="instead", scope="module")
def _instead():
    """Both plugins in place of quotekit's own, registered as the command line does it."""
    registry = Registry(entry_points=False, block=["grammar", "mentions"])
    for module in ("quotekit_spacy.spacy_tags", "quotekit_spacy.spacy_mentions"):
        registry.load(module)
    return Extractor(registry)


@pytest.mark.parametrize(
    "marked",
    [
        "“[We looked at concrete,]” {Mayor Ida Moss} said, “[and we turned it down.]”",
        "{Engineer Bo Tran} said that [the repairs would take two years].",
        "{Bo Tran, an engineer} said [it wouldn’t hold].",
        "According to {the fishers’ union}, [boats will have to move].",
    ],
)
def test_quotations_come_out_with_spacys_grammar_in_place_of_quotekits(instead, marked):
    extraction = assert_with(marked, instead)
    assert {m.found_by for who in extraction.speakers for m in who.mentions} == {"spacy_mentions"}


def test_each_token_of_quotekits_has_the_tag_of_its_head():
    read = document("The trade-union’s clerk can’t say who’s late; she has gone.")
    tags = dict(zip(read.tokens.texts, SpacyTags().quotekit_tag_tokens(read), strict=True))
    assert {word: tags[word] for word in ("trade-union", "clerk", "can’t", "has", "gone")} == {
        "trade-union": "NOUN",
        "clerk": "NOUN",
        "can’t": "MODAL",
        "has": "AUX",
        "gone": "VBN",
    }


def test_mentions_have_their_parts():
    read = document("Her lawyer, Ida Moss, met Mayor Bo Tran, an engineer. They don’t agree.")
    found = {m.span.slice(read.text): m for m in SpacyMentions().quotekit_find_mentions(read)}

    def part(mention, name):
        span = getattr(found[mention], name)
        return span and span.slice(read.text)

    assert part("Her lawyer, Ida Moss", "name") == "Ida Moss"
    assert part("Mayor Bo Tran, an engineer", "title") == "Mayor"
    assert part("Mayor Bo Tran, an engineer", "role") == "an engineer"
    assert found["They"].kind == "pronoun"
    assert found["They"].number == "plural"


def test_sentences_are_quotekits():
    read = document("She left. “We stay,” he said. “Why?” she asked.")
    reading = read.memo(reader(MODEL))
    assert [len(sentence) for sentence in reading.doc.sents] == [3, 8, 7]


def test_other_languages_are_left_to_others():
    german = document("„Nein“, sagte Ida Moss.", language="de")
    assert SpacyTags().quotekit_tag_tokens(german) is None
    assert list(SpacyMentions().quotekit_find_mentions(german)) == []


@pytest.mark.parametrize("plugin", [SpacyTags(), SpacyMentions()])
def test_the_plugins_keep_to_the_rules(plugin):
    check_plugin(plugin)


def test_an_empty_text_is_no_document_of_spacys():
    assert extractor(SpacyTags(), SpacyMentions()).extract("").quotes == ()
