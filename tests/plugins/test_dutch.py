"""A language of tables alone: a plugin that teaches quotekit to read Dutch, in a dozen rows."""

from __future__ import annotations

import pytest

from quotekit import Article, Extractor, Registry, hookimpl
from quotekit.lexicon import Table

ROWS = {
    "zeggen": ("report", ["clause", "direct"], ["zegt", "zei", "zeggen", "zeiden", "gezegd"]),
    "verklaren": ("report", ["clause", "direct"], ["verklaart", "verklaarde", "verklaard"]),
    "vertellen": ("report", ["clause", "direct"], ["vertelt", "vertelde", "verteld"]),
    "melden": ("report", ["clause", "direct"], ["meldt", "meldde", "gemeld"]),
    "stellen": ("report", ["clause", "direct"], ["stelt", "stelde", "gesteld"]),
    "antwoorden": ("report", ["clause", "direct"], ["antwoordt", "antwoordde", "geantwoord"]),
    "benadrukken": ("report", ["clause", "direct"], ["benadrukt", "benadrukte"]),
    "waarschuwen": ("report", ["clause", "direct"], ["waarschuwt", "waarschuwde"]),
    "roepen": ("manner", ["direct"], ["roept", "riep", "geroepen"]),
    "schrijven": ("writing", ["clause", "direct"], ["schrijft", "schreef", "geschreven"]),
    "vragen": ("ask", ["question", "direct"], ["vraagt", "vroeg", "gevraagd"]),
    "geloven": ("attitude", ["clause"], ["gelooft", "geloofde", "geloofd"]),
}

CUES = {
    "groups": {
        "auxiliaries": ["heeft", "hebben", "had", "hadden"],
        "perfect": ["heeft", "hebben", "had", "hadden"],
        "negations": ["niet", "nooit"],
    },
    "verbs": {
        lemma: {"class": cue_class, "frames": frames, "forms": forms}
        for lemma, (cue_class, frames, forms) in ROWS.items()
    },
    "expressions": {"volgens": {"class": "report", "frames": ["after"]}},
}

CLAUSES = {
    "that": ["dat"],
    "questions": ["of", "waarom", "wanneer", "hoe", "waar", "wie"],
    "as": ["zoals"],
    "subordinating": ["omdat", "als", "toen", "terwijl", "hoewel"],
    "nobody": ["niemand"],
}

PHRASES = {
    "small_nouns": True,
    "determiners": ["de", "het", "een", "deze", "die", "zijn", "haar", "hun", "twee"],
    "linking": ["van", "der", "den", "en"],
    "pronouns": ["hij", "zij", "ze", "ik", "wij", "we"],
    "adverbs": ["gisteren", "vandaag", "later", "maandag", "ook"],
    "prepositions": ["in", "op", "tegen", "na", "voor", "met"],
    "fronting": ["gisteren", "later", "toen"],
}


class Dutch:
    """The plugin: three tables of data, and no code that reads."""

    @hookimpl
    def quotekit_languages(self):
        return [
            Table("nl", "cues", CUES),
            Table("nl", "clauses", CLAUSES),
            Table("nl", "phrases", PHRASES),
        ]


def extractor(*plugins):
    registry = Registry(entry_points=False)
    for plugin in plugins:
        registry.register(plugin, "dutch")
    return Extractor(registry)


def read(text, using):
    """Return kind, contents and source of each quotation."""
    return [
        (
            quote.kind.value,
            tuple(content.slice(text) for content in quote.contents),
            quote.source and quote.source.span.slice(text),
        )
        for quote in using.extract(Article(text, language="nl")).quotes
    ]


@pytest.fixture(name="dutch", scope="module")
def _dutch():
    return extractor(Dutch())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # direct, the cue before and after, subjects of a name, a pronoun, a phrase
        ("“De brug is oud,” zei Ida Mos.", ("direct", ("De brug is oud,",), "Ida Mos")),
        ("Ida Mos zei: “De brug is oud.”", ("direct", ("De brug is oud.",), "Ida Mos")),
        ("“Wij blijven hier,” riep hij.", ("direct", ("Wij blijven hier,",), "hij")),
        (
            "“Waar is de sleutel?” vroeg de molenaar.",
            ("direct", ("Waar is de sleutel?",), "de molenaar"),
        ),
        (
            "“Het water zakt,” zei gisteren de wethouder.",
            ("direct", ("Het water zakt,",), "de wethouder"),
        ),
        (
            "“Wij zijn klaar,” heeft de school gemeld.",
            ("direct", ("Wij zijn klaar,",), "de school"),
        ),
        # split
        (
            "“De brug is oud,” zei Ida Mos, “en de kade ook.”",
            ("direct", ("De brug is oud,", "en de kade ook."), "Ida Mos"),
        ),
        (
            "“Het dorp,” schreef de raad, “krijgt een nieuwe dijk.”",
            ("direct", ("Het dorp,", "krijgt een nieuwe dijk."), "de raad"),
        ),
        # dat clauses
        (
            "Ida Mos zei dat de brug gesloten blijft.",
            ("indirect", ("de brug gesloten blijft",), "Ida Mos"),
        ),
        (
            "De wethouder heeft gemeld dat het water zakt.",
            ("indirect", ("het water zakt",), "De wethouder"),
        ),
        (
            "Hij waarschuwde maandag dat de dijk zwak is.",
            ("indirect", ("de dijk zwak is",), "Hij"),
        ),
        (
            "De bewoners geloven dat de molen nooit sluit.",
            None,  # the row gives no form *geloven*
        ),
        (
            "De bewoner gelooft dat de molen nooit sluit.",
            ("indirect", ("de molen nooit sluit",), "De bewoner"),
        ),
        (
            "De raad schreef dat de dijk “zwak” is.",
            ("mixed", ("de dijk “zwak” is",), "De raad"),
        ),
        # questions and expressions
        (
            "Een bewoner vroeg of de molen sluit.",
            ("indirect", ("de molen sluit",), "Een bewoner"),
        ),
        ("Volgens de raad, is de dijk zwak.", ("indirect", ("is de dijk zwak",), "de raad")),
        # nobody says it
        ("Niemand zei dat de brug gesloten blijft.", None),
        ("De film heet “De brug”.", None),
    ],
)
def test_dutch_is_read(dutch, text, expected):
    assert read(text, dutch) == ([expected] if expected else [])


def test_without_the_plugin_no_reported_clause_is_read():
    assert not read("Ida Mos zei dat de brug gesloten blijft.", extractor())
