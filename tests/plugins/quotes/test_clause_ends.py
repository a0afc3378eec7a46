"""A reported clause after its cue ends where something else begins, and each end says what that is."""

import pytest

from quotekit import Article, Extractor
from quotekit._plugins.quotes.indirect.by_tables import ByTables
from quotekit._plugins.quotes.indirect.patterns.clause_ends import ends
from quotekit._plugins.quotes.indirect.sentence import sentences
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.syntax._clause_words import clause_words

BY_TAGS = [
    ("list", "Ida Moss asked | whether the raft floats, promised a rope and left."),
    ("own", "Ida Moss promised | to close the mill, and left."),
    ("own", "The claim | that the mill had sunk drew laughter."),
    ("own", "Ida Moss, who said | the mill had sunk, left."),
    ("turn", "Ida Moss said | the mill would close and insisted that it was safe."),
    ("contrast", "Ida Moss said | the mill would close, but later changed her mind."),
    ("", "Ida Moss said | the mill would close on Monday."),
]
BY_TABLES = [
    ("es", "sign", "El alcalde dijo que | el puente aguanta; la feria cierra."),
    ("es", "turn", "El alcalde dijo que | el puente aguanta y ofreció ayuda."),
    ("es", "contrast", "El alcalde dijo que | el puente aguanta, aunque matizó que es viejo."),
    ("de", "own", "Als der Wirt sagte, dass | der See voll sei, ging die Uhr."),
    ("de", "and", "Der Wirt sagte, | der See sei voll und fügte hinzu, dass er gehe."),
    ("de", "", "Der Wirt sagte, dass | der See voll sei."),
]


def parted(text, language):
    """Return the document without the stroke before its contents, and their first token."""
    before, after = text.split("| ")
    document = Extractor().document(Article(before + after, language=language))
    return document, document.tokens.after(len(before))


@pytest.mark.parametrize(("stop", "text"), BY_TAGS)
def test_by_tags_the_last_possible_end_says_why_it_is_the_last(stop, text):
    document, start = parted(text, "en")
    features = document.memo(TokenFeatures)
    cue = document.cues[0]
    *open_ends, last = ends(features, cue, start, features.bounds(cue.head)[1])
    assert last.stop == stop
    assert not any(end.stop for end in open_ends)


@pytest.mark.parametrize(("language", "stop", "text"), BY_TABLES)
def test_by_tables_the_first_end_with_a_stop_is_taken(language, stop, text):
    document, start = parted(text, language)
    reader = ByTables(document, document.language.memo(clause_words)).following
    (sentence,) = sentences(document)
    stops = [end for end in reader.ends(sentence, sentence.cues[0], start) if end.stop]
    last = reader.end(sentence, sentence.cues[0], start)
    assert last == min((end.token for end in stops), default=sentence.last)
    assert stop in [end.stop for end in stops if end.token == last] or not (stop or stops)
