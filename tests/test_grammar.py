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
        ("They passed a law, which prohibits fires on beaches.", "prohibits", "VBZ"),
        ("The club, which expects ten of us, is new.", "expects", "VBZ"),
        ("They asked in which states it rained.", "states", "NOUN"),
        ("They joined a group that supports building dams.", "supports", "VBZ"),
        ("The report that shares fell was wrong.", "shares", "NOUN"),
        ("Another says there are two.", "says", "VBZ"),
        ("Another rules committee met.", "rules", "NOUN"),
        ("Tran also claims he was the only one.", "claims", "VBZ"),
        ("Tran claims he was the only one.", "claims", "VBZ"),
        ("Polls in Quayport show the top two level.", "show", "VERB"),
        ("A review of his work shows how the port grew.", "shows", "VBZ"),
        ("The committee on ports plans to close the mill.", "plans", "VBZ"),
        ("The committee on plans to close the mill met.", "plans", "NOUN"),
        ("Norway and Denmark support the ban.", "support", "VERB"),
    ],
)
def test_a_word_gets_its_tag_from_its_neighbours(extractor, sentence, word, expected):
    document = extractor.document(sentence)
    assert document.tags[document.tokens.texts.index(word)] == expected


@pytest.mark.parametrize(
    ("headline", "verb"),
    [
        ("Ida Moss Says Quay Pier Is A Threat To Swimmers", "Says"),
        ("Quay Widow Dorothy Tran Defends Moss", "Defends"),
        ("New Poll Shows Large Gap Between Candidates", "Shows"),
        ("Dockers Finally Confirmed A Judge", "Confirmed"),
    ],
)
def test_a_headline_in_title_case_has_a_verb(extractor, headline, verb):
    document = extractor.document(f"{headline}\n\nIt rained on the quay.")
    assert document.tags[document.tokens.texts.index(verb)] in ("VBZ", "VBD")


def test_a_name_in_title_case_has_no_verb(extractor):
    document = extractor.document("The Old Quay Plans Of Ida Moss\n\nIt rained on the quay.")
    assert "VBZ" not in document.tags


def test_a_language_without_grammar_has_empty_tags(extractor):
    document = extractor.document(Article("Hun sa nei.", language="xx"))
    assert set(document.tags) == {""}
