"""Discourse: who speaks where no cue stands beside the quotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotekit.document import Document
from quotekit.models import Mention, MentionKind, Quote, QuoteKind, SpeakerKind
from quotekit.spans import Span
from quotekit.syntax import Subject
from quotekit.syntax._closed_classes import small
from quotekit.syntax._subject_finder import calendar

CLOSE: Final = 4
"""Marks that begin a sentence stand no farther after its start."""
MARKS_BETWEEN: Final = 8
"""So many marks may stand between a colon and the words."""


def discourse_source(document: Document, quote: Quote, earlier: Sequence[Quote]) -> Subject | None:
    """Return the speaker whom the text before the quotation leads to."""
    start = quote.contents[0].start
    colon = _before_colon(document, quote)
    if colon is not None:
        return colon
    subject = _sentence_subject(document, start)
    if subject is not None:
        return Subject(subject, "own-sentence", 0.6)
    paragraph = document.paragraph_at(start)
    if paragraph is None:
        return None
    last = _last_speech(document, earlier, start)
    speaker = last.source if last is not None else None
    subject = _subject_before(document, quote, paragraph.start)
    if (
        last is not None
        and speaker is not None
        and last.contents[0].start >= paragraph.start
        and (subject is None or subject.span.start < last.contents[-1].end)
    ):
        return Subject(speaker, "same-paragraph", 0.85)
    if subject is not None:
        return Subject(subject, "sentence-before", 0.75)
    actor = _actor_after(document, quote, paragraph)
    if actor is not None and not (last is not None and _adjoins(document, last, paragraph)):
        return Subject(actor, "action-beat", 0.6)
    if speaker is not None:
        return Subject(speaker, "runs-on", 0.7)
    return _last_subject(document, start)


def null_subject(document: Document, quote: Quote, earlier: Sequence[Quote]) -> Subject | None:
    """Return who spoke before, where a verb without subject agrees: *Gil salió. Dijo que volvería.*

    The subject of a sentence between counts more. Where the number does not fit, nobody is named.
    """
    phrases, cue = document.phrases, document.cue_of(quote)
    paragraph = document.paragraph_at(quote.contents[0].start)
    if not phrases.words.null_subjects or cue is None or cue.row.pos != "verb" or paragraph is None:
        return None
    at = document.tokens.starts[cue.first]
    last = next((one for one in reversed(earlier) if one.source and one.span.end <= at), None)
    start = max(paragraph.start, last.span.end if last else 0)
    opening = _opening_before(document, at, start)
    source = opening or (last.source if last and last.span.start >= paragraph.start else None)
    if source is None or phrases.number(source) != phrases.verb_number(cue.first, cue.head):
        return None
    if opening is not None and opening.kind is MentionKind.NOMINAL:
        return None
    return Subject(source, "null-subject", 0.7)


def _opening_before(document: Document, at: int, start: int) -> Mention | None:
    """Return the mention that opens the nearest sentence before that is opened by one."""
    sentence = document.sentence_at(at)
    while sentence is not None and sentence.start > start:
        sentence = document.sentence_at(sentence.start - 1)
        if sentence is not None and sentence.start >= start:
            first = document.tokens.after(sentence.start)
            found = document.grammar.opening_subject(first, document.tokens.after(sentence.end))
            if found is not None and found.span.start == document.tokens.starts[first]:
                return found
    return None


def _sentence_subject(document: Document, start: int) -> Mention | None:
    """Return the subject that opens the sentence around the marks, if it stands before them."""
    sentence = document.sentence_at(start)
    if sentence is None or start - sentence.start < CLOSE:
        return None
    tokens = document.tokens
    return document.grammar.opening_subject(tokens.after(sentence.start), tokens.after(start))


def _last_speech(document: Document, earlier: Sequence[Quote], start: int) -> Quote | None:
    """Return the last quotation before, with a source, that stands in marks, else any.

    Quotations inside others, and those of a relative clause, do not say who has the word.
    """
    fallback = None
    for n in range(len(earlier) - 1, max(-1, len(earlier) - 8), -1):
        quote = earlier[n]
        if quote.source is None or quote.contents[-1].end > start:
            continue
        if quote.source.span.slice(document.text).lower() in small(document).relatives:
            continue
        if any(
            c.contains(quote.span) for other in earlier[max(0, n - 4) : n] for c in other.contents
        ):
            continue
        if quote.kind is not QuoteKind.INDIRECT:
            return quote
        fallback = fallback or quote
    return fallback


def _before_colon(document: Document, quote: Quote) -> Subject | None:
    """Find *X* in *From X:* and *X, role:* right before the quotation."""
    tokens = document.tokens
    i = tokens.before(quote.contents[0].start)
    farthest = i - MARKS_BETWEEN
    while i > farthest and i >= 0 and not tokens.texts[i][0].isalnum() and tokens.texts[i] != ":":
        i -= 1
    if i < 1 or tokens.texts[i] != ":":
        return None
    sentence = document.sentence_at(tokens.starts[i])
    if sentence is None:
        return None
    mentions = [
        m for m in document.mentions_in(sentence.start, tokens.starts[i]) if _may_speak(document, m)
    ]
    free = [m for m in mentions if not _hangs(document, m, sentence.start)]
    for mention in free:
        if mention.span.end == tokens.ends[i - 1]:
            return Subject(mention, "colon", 0.9)
    mentions = free or mentions
    if document.phrases.words.nominative:  # the subject may follow its verb
        people = [m for m in mentions if m.entity is SpeakerKind.PERSON or _is_he(document, m)]
        mentions = people or mentions
    return Subject(mentions[0], "colon", 0.7) if mentions else None


def _is_he(document: Document, mention: Mention) -> bool:
    """Return whether a mention is a pronoun that is a subject wherever it stands: *er*."""
    return mention.span.slice(document.text).lower() in document.phrases.words.nominative


def _hangs(document: Document, mention: Mention, start: int) -> bool:
    """Return whether a mention is a day, or hangs on a preposition other than *from* in *From X:*."""
    before = document.tokens.before(mention.span.start)
    if mention.span.slice(document.text).lower() in document.language.memo(calendar):
        return True
    if before < 0 or document.tokens.starts[before] <= start:
        return False
    word, words = document.tokens.lowers[before], small(document)
    return word in words.attaching and word not in words.senders


def _subject_before(document: Document, quote: Quote, start: int) -> Mention | None:
    """Return the subject of the sentence before the quotation, in its own paragraph."""
    sentence = document.sentence_at(quote.contents[0].start - 1)
    if sentence is None:
        return None
    end = sentence.start
    while end > start:
        before = document.sentence_at(end - 1)
        if before is None or before.start < start:
            return None
        subject = _subject(document, before.start, before.end)
        if subject is not None:
            return subject
        end = before.start
    return None


def _actor_after(document: Document, quote: Quote, paragraph: Span) -> Mention | None:
    """Return who acts right after the words, as in stories: *“It is yours.” Ida Moss smiled.*"""
    tokens = document.tokens
    first = tokens.after(quote.contents[-1].end)
    while first < len(tokens) and not tokens.texts[first][0].isalnum():
        first += 1
    if tokens.starts[first] >= paragraph.end or tokens.texts[first - 1].isalnum():
        return None
    stop = tokens.after(paragraph.end)
    found = document.grammar.opening_subject(first, stop)
    if found is None or document.tags[tokens.after(found.span.end)] != "VBD":
        return None
    named = found.kind is MentionKind.NAME and found.entity in (None, SpeakerKind.PERSON)
    named = named and found.span.end > tokens.ends[first]  # a word alone may open the sentence
    person = named or found.gender is not None
    return found if person and found.span.start == tokens.starts[first] else None


def _adjoins(document: Document, last: Quote, paragraph: Span) -> bool:
    """Return whether marks are in the paragraph before another quotation: their speaker may go on."""
    if last.kind is QuoteKind.INDIRECT:
        return False
    before = document.paragraph_at(paragraph.start - 1) if paragraph.start else None
    return before is not None and last.contents[-1].end > before.start


def _last_subject(document: Document, start: int) -> Subject | None:
    """Return the subject of the last sentence of the paragraph before."""
    sentence = document.sentence_at(start - 1) if start else None
    while sentence is not None and sentence.start > 0:
        sentence = document.sentence_at(sentence.start - 1)
        if sentence is None:
            return None
        subject = _subject(document, sentence.start, sentence.end)
        if subject is not None:
            return Subject(subject, "sentence-before", 0.55)
        if start - sentence.start > 600:
            return None
    return None


def _subject(document: Document, start: int, end: int) -> Mention | None:
    """Return the first mention of a sentence that hangs on no preposition, outside marks."""
    marked = [pair.outer for pair in document.marks_in(start, end)]
    for mention in document.mentions_in(start, end):
        if not any(span.overlaps(mention.span) for span in marked) and _may_speak(
            document, mention
        ):
            before = document.tokens.before(mention.span.start)
            if before < 0 or document.tokens.starts[before] < start:
                return mention
            if document.tokens.lowers[before] not in small(document).attaching:
                return mention
    return None


def _may_speak(document: Document, mention: Mention) -> bool:
    word = mention.span.slice(document.text).lower()
    words = small(document)
    return word not in words.relatives and word not in words.not_speakers
