"""Scare quotes: reasons why a quoted span is no quotation.

The words around the marks tell: *the film “…”*, *Jim “Bud” Harris*, *the term “…”*, or *so-called*.
What is left, a few words inside a sentence that nobody is said to say, are scare quotes.
"""

from __future__ import annotations

from typing import ClassVar, Final

from quotekit._plugins.quotes.quoted.direct import SPEECH
from quotekit._plugins.quotes.quoted.quoted_spans import MARKS
from quotekit._plugins.quotes.selection.overlaps import PARTIAL
from quotekit.document import Document
from quotekit.models import Evidence, Quote
from quotekit.syntax._closed_classes import small
from quotekit.syntax._table_words import Path, TableWords, Words
from quotekit.syntax._tags import FINITE

SPEECH_WORDS: Final = 6
"""So many words in marks are speech, even where nothing around them says so."""
CUED_WORDS: Final = 3
"""So many are, where a cue stands in the sentence and nothing else reads its clauses."""
TITLE_WORDS: Final = 8
"""A title of a work has no more words than this."""
NAME_WORDS: Final = 3
ENOUGH: Final = 40
"""So many tokens of a span are looked at; whatever is longer is speech or no name."""
MARKS_BETWEEN: Final = 8
"""So many marks may stand between a span and the word before or after it."""
PARTING: Final = frozenset(".?!…;:")
"""What stands before these says nothing of what comes after."""
TITLE: Final = "the title of a work or name of a thing"
HEADING_WORDS: Final = 6
HEADING_STOP: Final = 4
"""With more words than this a full stop inside the marks makes a sentence of them."""
MARK_ROOM: Final = 3
"""Marks and a full stop take no more characters than this."""


class MarkWords(TableWords):
    """The table *marks*: what stands before marks that are no quotation."""

    PATH: ClassVar[Path] = ("marks",)
    naming: Words
    searching: Words
    small: Words
    so_called: Words
    terms: Words
    works: Words


def reason_against(document: Document, quote: Quote) -> str | None:
    """Return why a candidate in marks is no quotation, or ``None`` if it may be one."""
    if len(quote.contents) > 1 and quote.evidence not in PARTIAL:
        return None
    tokens = document.tokens
    content = quote.contents[0]
    inside = tokens.within(content.start, content.end)
    texts = [tokens.texts[i] for i in inside[:ENOUGH] if tokens.texts[i][0].isalnum()]
    opening = _word_before(document, content.start)
    before = tokens.lowers[opening] if opening >= 0 else ""
    reason = _by_word_before(document, quote, texts, before)
    if reason is not None:
        return reason
    unsaid = quote.evidence is not Evidence.OBJECT and not quote.cue and quote.source is None
    if unsaid and len(texts) <= HEADING_WORDS and _is_heading(document, inside):
        return "a heading"
    titled = _is_title(texts, document.language.memo(MarkWords))
    final = document.text[content.end - 1]
    if titled and quote.evidence is Evidence.OBJECT and final not in "!?":
        return TITLE
    untagged = not document.tags[inside.start]
    named = _has_colon(document, quote) and untagged and len(texts) <= NAME_WORDS
    if titled and named and final not in PARTING:
        return TITLE
    if quote.evidence is not Evidence.FRAGMENT or quote.confidence >= SPEECH:
        return None
    if _is_subject(document, quote, inside):
        return "words spoken about: the subject of their sentence"
    if len(texts) <= NAME_WORDS and _is_nickname(document, opening, inside.stop):
        return "a nickname inside a name"
    cued = quote.cue and untagged
    titled = titled and len(texts) > 1
    if len(texts) >= (CUED_WORDS if cued else SPEECH_WORDS) and not (cued and titled):
        return None
    if titled:
        return TITLE
    return "scare quotes: a few words of a sentence, which nobody is said to say"


def _by_word_before(document: Document, quote: Quote, texts: list[str], before: str) -> str | None:
    """Return the reason that the word before the marks gives: *film “…”*, *term “…”*."""
    words = document.language.memo(MarkWords)
    few, fragment = len(texts) <= NAME_WORDS, quote.evidence is Evidence.FRAGMENT
    if before in words.so_called and few and fragment:
        return f"a name given to something: {before} …"
    judged = quote.confidence >= SPEECH and bool(texts) and texts[0][0].islower()
    plain = not document.tagged and fragment and len(texts) <= TITLE_WORDS and not judged
    if (_is_title(texts, words) or plain) and (before in words.works or before in words.naming):
        return f"{TITLE}: {before} …"
    if before in words.terms and (few or fragment):
        return f"words spoken about, not said: {before} …"
    return "a search string" if before in words.searching and fragment else None


def _has_colon(document: Document, quote: Quote) -> bool:
    """Return whether a colon is all that introduces a quotation."""
    return any(cue.slice(document.text) == ":" for cue in quote.cue)


def _word_before(document: Document, start: int) -> int:
    """Return the index of the word before marks in the same part of the sentence, or -1."""
    tokens = document.tokens
    last = tokens.before(start)
    for i in range(last, max(-1, last - MARKS_BETWEEN), -1):
        if tokens.texts[i][0].isalnum():
            return i
        if tokens.texts[i] in PARTING:
            break
    return -1


def _is_title(texts: list[str], words: MarkWords) -> bool:
    """Return whether every word that counts has a capital: *The Salt Road*."""
    if not texts or len(texts) > TITLE_WORDS or not texts[0][0].isupper():
        return len(texts) == 1 and texts[0][0].isupper()
    return all(not word[0].islower() or word.lower() in words.small for word in texts)


def _is_heading(document: Document, inside: range) -> bool:
    """Return whether a paragraph is no more than a phrase in marks, without a verb."""
    paragraph = document.paragraph_at(document.tokens.starts[inside.start])
    before = document.paragraph_at(paragraph.start - 1) if paragraph and paragraph.start else None
    if before is not None and document.text[before.start] in MARKS:
        return False  # dialogue
    sentence = len(inside) > HEADING_STOP and document.tokens.texts[inside.stop - 1] in ".?!"
    if paragraph is None or sentence or any(document.tags[i] in FINITE for i in inside):
        return False
    start, end = document.tokens.starts[inside.start], document.tokens.ends[inside.stop - 1]
    return start - paragraph.start <= MARK_ROOM and paragraph.end - end <= MARK_ROOM


def _is_subject(document: Document, quote: Quote, inside: range) -> bool:
    """Return whether the marks begin a sentence of which they are the subject."""
    tokens = document.tokens
    following = inside.stop
    while (
        following < min(len(tokens), inside.stop + MARK_ROOM) and tokens.texts[following] in MARKS
    ):
        following += 1
    sentence = document.sentence_at(quote.contents[0].start)
    begins = sentence is not None and quote.contents[0].start - sentence.start <= MARK_ROOM
    verb = following < len(tokens) and document.tags[following] in ("AUX", "VBZ", "MODAL")
    return begins and verb and not quote.cue


def _is_nickname(document: Document, opening: int, following: int) -> bool:
    """Return whether names stand on both sides: *Jim “Bud” Harris*, or *known as* before."""
    tokens, tags, words = document.tokens, document.tags, small(document)
    farthest = min(len(tokens), following + MARKS_BETWEEN)
    while following < farthest and not tokens.texts[following][0].isalnum():
        if tokens.texts[following] in ",.;:?!":
            named = tokens.lowers[opening] in words.known_as
            return opening > 0 and named and tokens.lowers[opening - 1] in words.known
        following += 1
    if following >= farthest or opening < 0:
        return False
    return tags[opening] == "PROPN" and tokens.texts[following][0].isupper()
