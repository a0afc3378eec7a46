"""Parts of speech from closed classes, morphology and context."""

import pytest

from quotekit import Article, Extractor


@pytest.fixture(name="extractor", scope="module")
def _extractor():
    return Extractor()


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The claim is old.", "claim", "NOUN"),
        ("They claim that it is old.", "claim", "VERB"),
        ("He plans to leave.", "plans", "VBZ"),
        ("The plans were old.", "plans", "NOUN"),
        ("She has said no.", "said", "VBN"),
        ("Officials said no.", "said", "VBD"),
        ("He wants to stay.", "to", "PART"),
        ("He went to Oslo.", "to", "ADP"),
        ("She said that it rained.", "that", "SCONJ"),
        ("I know that man.", "man", "NOUN"),
        ("They took her keys.", "her", "DET"),
        ("They saw her.", "her", "PRON"),
        ("It’s late.", "’s", "AUX"),
        ("The union’s head spoke.", "’s", "POS"),
        ("The union’s head spoke.", "spoke", "VBD"),
        ("Yesterday Maja Lind left.", "Lind", "PROPN"),
        ("He left as she came.", "as", "SCONJ"),
        ("The firm said the bill was due.", "firm", "NOUN"),
        ("The firm said the bill was due.", "said", "VBD"),
        ("The fine was small.", "fine", "NOUN"),
        ("He refused to open the gate.", "open", "VERB"),
        ("The added cost was small.", "added", "VBN"),
        ("He said on Monday that ramps are coming.", "that", "SCONJ"),
        ("They pointed out that Ida had left.", "that", "SCONJ"),
        ("They met Ida that night.", "that", "DET"),
        ("Growers estimate the loss.", "estimate", "VERB"),
        ("The sales force left.", "force", "NOUN"),
        ("He says the crossing needs lights.", "needs", "VBZ"),
        ("The insurance claims rose.", "claims", "NOUN"),
        ("Northern states that want rain pray.", "states", "NOUN"),
        ("Brokers say it fell.", "Brokers", "NOUN"),
        ("Many fear the frost.", "fear", "VERB"),
        ("Tourists never come.", "come", "VERB"),
        ("He said the moons orbit the planet.", "orbit", "VERB"),
        ("The warning that ice was thin came late.", "warning", "NOUN"),
        ("The growing town needs water.", "growing", "VBG"),
        ("They vowed to “look hard” at it.", "look", "VERB"),
        ("It was news to economist Per Lind.", "Per", "PROPN"),
    ],
)
def test_a_word_gets_its_tag_from_its_neighbours(extractor, sentence, word, expected):
    document = extractor.document(sentence)
    assert document.tags[document.tokens.texts.index(word)] == expected


def test_a_language_without_grammar_has_empty_tags(extractor):
    document = extractor.document(Article("Hun sa nei.", language="xx"))
    assert set(document.tags) == {""}
