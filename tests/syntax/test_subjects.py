"""Subjects: who reports with a cue, who is told, and by whom, in tagged and untagged languages."""

from __future__ import annotations

import pytest

from quotekit import Article, Evidence, Extractor, Quote, QuoteKind
from quotekit.spans import Span

from ..loading import cases

EXTRACTOR = Extractor()


def read(text, language="en"):
    return EXTRACTOR.document(Article(text, language=language))


def cue_in(document, word):
    return next(
        cue for cue in document.cues if document.tokens.lowers[cue.head].startswith(word.lower())
    )


def words(document, subject):
    return subject and getattr(subject, "mention", subject).span.slice(document.text)


@pytest.mark.parametrize(
    ("language", "text", "cue", "expected", "relation"),
    [
        ("en", "The mayor, who left early, said no.", "said", "The mayor", "subject"),
        ("en", "The plan was criticised by Ida Moss.", "criticised", "Ida Moss", "agent"),
        ("en", "According to the clerk, it sank.", "according", "the clerk", "according-to"),
        ("en", "Ida Moss’s claim that it sank is old.", "claim", "Ida Moss", "possessive"),
        ("en", "Bo Tran left and said it sank.", "said", "Bo Tran", "shared-subject"),
        ("en", "It sank, in his words.", "in", "his", "own-words"),
        ("en", "A claim by Ida Moss that it sank is old.", "claim", "Ida Moss", "agent-of-noun"),
        ("de", "Die Wirtin sagte, dass es regnet.", "sagte", "Die Wirtin", "subject"),
        ("de", "Gestern sagte Ida Moos, dass es regnet.", "sagte", "Ida Moos", "subject"),
        ("de", "Der Polizei zufolge regnet es.", "zufolge", "Der Polizei", "inverted"),
        ("fr", "Il pleut, a dit la maire.", "dit", "la maire", "inverted"),
        ("fr", "Il pleut, explique-t-elle.", "explique", "elle", "inverted"),
        ("es", "Ana Ruz dijo que llueve.", "dijo", "Ana Ruz", "subject"),
        ("it", "Secondo Ugo Riva, piove.", "secondo", "Ugo Riva", "inverted"),
        ("de", "In dem Brief heißt es, dass es regnet.", "heißt", "dem Brief", "subject"),
        ("de", "Ida Moos hatte gestern gesagt, dass es regnet.", "gesagt", "Ida Moos", "subject"),
        ("de", "Die Wirtin, die lange schwieg, sagte nichts.", "sagte", "Die Wirtin", "subject"),
        ("de", "Die Wirtin kam und sagte, dass es regnet.", "sagte", "Die Wirtin", "subject"),
        ("de", "Auch der Wirt sagte, dass es regnet.", "sagte", "der Wirt", "subject"),
        (
            "de",
            "Die Wirtin Ute Brandt (61) sagte nichts.",
            "sagte",
            "Die Wirtin Ute Brandt",
            "subject",
        ),
        ("de", "Ursprünglich sagte sie, dass es regnet.", "sagte", "sie", "subject"),
        ("de", "Den Plan kritisierte die Wirtin.", "kritisierte", "die Wirtin", "subject"),
        ("de", "Gestern schrieb „Die Post“, dass es regnet.", "schrieb", "Die Post", "subject"),
        (
            "de",
            "Am 3. Mai sagte gestern in Ulm die Wirtin nichts.",
            "sagte",
            "die Wirtin",
            "subject",
        ),
        ("de", "Ute Brandt ist müde: Ida Moos sagte nichts.", "sagte", "Ida Moos", "subject"),
        ("de", "Ein Wirt, der gestern sagte, dass es regnet, ging.", "sagte", "der", "subject"),
        ("de", "In einer Erklärung der Stadt steht es.", "erklärung", "der Stadt", "agent-of-noun"),
        ("fr", "La maire a-t-elle dit que le pont tient ?", "dit", "elle", "subject"),
        ("fr", "Le pont tient, a indiqué lundi la maire.", "indiqué", "la maire", "inverted"),
        ("fr", "La maire, en visite, a dit que le pont tient.", "dit", "La maire", "subject"),
        (
            "es",
            "Este martes dijo en Elda la alcaldesa que llueve.",
            "dijo",
            "la alcaldesa",
            "subject",
        ),
        (
            "es",
            "Llueve, dijo el lunes por la tarde la alcaldesa.",
            "dijo",
            "la alcaldesa",
            "inverted",
        ),
        ("de", "Die Wirtin, die sagte, dass es regnet, ging.", "sagte", "die", "subject"),
        ("de", "Weil die Wirtin sagte, dass es regnet, ging er.", "sagte", "die Wirtin", "subject"),
        ("de", "Wie Ida Moos, die Wirtin, sagte, regnet es.", "sagte", "Ida Moos", "subject"),
        ("de", "Ida Moos, die Wirtin, sagte, dass es regnet.", "sagte", "Ida Moos", "subject"),
        ("de", "Dem Rat, der tagte, sagte Ida Moos nichts.", "sagte", "Ida Moos", "inverted"),
        ("es", "Hay dos guías que dicen que llueve.", "dicen", "que", "subject"),
        ("es", "Habló la alcaldesa, quien dijo que llueve.", "dijo", "quien", "subject"),
        ("es", "Ana Ruz dijo que creía que llueve.", "creía", "Ana Ruz", "subject"),
        ("pt", "Ana Paz disse que acha que chove.", "acha", "Ana Paz", "subject"),
        ("es", "Llueve, dijeron vecinas de Elda.", "dijeron", "vecinas de Elda", "inverted"),
    ],
)
def test_grammar_names_the_one_who_reports(language, text, cue, expected, relation):
    document = read(text, language)
    found = document.subject_of(cue_in(document, cue))
    assert (words(document, found), found.relation) == (expected, relation)


def test_nobody_in_the_contents_is_the_subject():
    text = "“Ida Moss left,” said the clerk."
    document = read(text)
    found = document.subject_of(document.cues[0], [Span(1, 15)])
    assert (words(document, found), found.relation) == ("the clerk", "inverted")


@pytest.mark.once
@pytest.mark.parametrize("case", cases("reported"))
def test_the_subject_of_a_cue_is_whom_the_reader_of_clauses_names(case):
    """Where no marks bound what is reported: of mixed quotations, the writer's words may be less."""
    document = read(case["text"], case.get("language", "en"))
    for quote in EXTRACTOR.extract(document.article, modes="all").quotes:
        cue = document.cue_of(quote)
        listed = cue is not None and cue.row.pos == "verb" and cue.row.lemma
        if listed and quote.evidence is Evidence.CLAUSE and not document.tagged:
            found = document.subject_of(cue, quote.contents)
            if found is not None or not document.phrases.words.null_subjects:
                assert words(document, found) == words(document, quote.source)


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "“Yes,” said.",
        "It was said that it sank.",
        "After saying that it sank, she left.",
    ],
)
def test_where_nobody_is_named_there_is_no_subject(text):
    document = read(text)
    found = {document.subject_of(cue) for cue in document.cues if cue.row.lemma in ("say", "tell")}
    assert found <= {None}


@pytest.mark.parametrize(
    ("language", "text", "cue", "agent"),
    [
        ("en", "Bo was told by Ida Moss to go.", "told", "Ida Moss"),
        ("en", "Bo was told to go. He went by bus.", "told", None),
        ("de", "Der Plan wurde von Ida Moos kritisiert.", "kritisiert", "Ida Moos"),
        ("de", "Der Plan wurde kritisiert.", "kritisiert", None),
    ],
)
def test_a_passive_may_name_its_agent(language, text, cue, agent):
    document = read(text, language)
    assert words(document, document.agent_of(cue_in(document, cue))) == agent


@pytest.mark.parametrize(
    ("language", "text", "cue", "addressee"),
    [
        ("en", "She told the court that it sank.", "told", "the court"),
        ("en", "The court was told that it sank.", "told", "The court"),
        ("en", "She said it sank.", "said", None),
        ("de", "Sie sagte, es regnet.", "sagte", None),
        ("es", "Ana Ruz informó a la prensa de que llueve.", "informó", None),
    ],
)
def test_some_verbs_name_the_one_who_is_told(language, text, cue, addressee):
    document = read(text, language)
    assert words(document, document.addressee_of(cue_in(document, cue))) == addressee


@pytest.mark.parametrize(
    ("text", "expected", "name"),
    [
        ("「橋は安全だ」 市長の田村誠は と述べた。", "市長の田村誠", "田村誠"),
        ("「橋は安全だ」 田村が と述べた。", "田村", "田村"),
        ("「橋は安全だ」 と述べた。", None, None),
    ],
)
def test_text_without_blanks_marks_its_subject_with_a_particle(text, expected, name):
    document = read(text)
    at = text.index("と述")
    quote = Quote([Span(1, 7)], QuoteKind.DIRECT, cue=[Span(at, at + 4)])
    found = document.subject_of(document.cue_of(quote), quote.contents)
    assert words(document, found) == expected
    assert (found and found.mention.name.slice(text)) == name


def test_a_quotation_has_the_cue_of_the_document_or_one_of_its_own_words():
    document = read("“Yes,” burbed Ida Moss. “No,” she said.")
    said = document.cues[-1]

    def cue(start, end):
        return document.cue_of(Quote([Span(1, 5)], QuoteKind.DIRECT, cue=[Span(start, end)]))

    assert cue(*document.tokens.span(said.head)) is said
    unlisted = cue(7, 13)
    assert (unlisted.row.lemma, document.tokens.texts[unlisted.head]) == ("", "burbed")
    assert cue(4, 5) is None
    assert document.cue_of(Quote([Span(1, 5)], QuoteKind.DIRECT)) is None
