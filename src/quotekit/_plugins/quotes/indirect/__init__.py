"""Reported speech: contents that stand in no quotation marks, or only partly.

A cue (:attr:`quotekit.Document.cues`) is looked at in its sentence, its :mod:`scene
<quotekit._plugins.quotes.indirect.token_features>`. What closed classes show goes first: :mod:`clauses
<quotekit._plugins.quotes.indirect.clauses>`, plain :mod:`frames
<quotekit._plugins.quotes.indirect.patterns>`, and the one who speaks
(:mod:`sources <quotekit._plugins.quotes.indirect.sources>`). Where a language has weights,
:mod:`linear models <quotekit._plugins.quotes.indirect.learned>` decide the rest: whether a cue
reports something, what, and whose; and :mod:`filters <quotekit._plugins.quotes.indirect.filters>`
have the last word.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotekit._plugins.quotes.indirect.learned import Report, read
from quotekit._plugins.quotes.indirect.linear_model import Models
from quotekit._plugins.quotes.indirect.plain import read_plain
from quotekit._plugins.quotes.indirect.plain.words import ClauseWords, clause_words
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.document import Document
from quotekit.models import Mention, MentionKind, Quote, QuoteKind, QuoteMode
from quotekit.spans import Span

MARK_LENGTH = 12
"""No mark with the blanks at it is longer than this."""
WIDEST = 4000
SIGNS_BEHIND = 3
"""A full stop and its like at a closing mark take no more characters."""


def find_reported(document: Document) -> Iterator[Quote]:
    """Propose indirect and mixed quotations; what stands wholly in marks is left to others."""
    words = document.language.memo(clause_words)
    if words is not None:
        yield from _plain(document, words)
    models = document.language.memo(Models)
    if not models.known or not document.cues:
        return
    scene = document.memo(TokenFeatures)
    for report in read(scene, document.cues, models):
        quote = _quote(document, scene, report)
        if quote is not None:
            yield quote


def _plain(document: Document, words: ClauseWords) -> Iterator[Quote]:
    """Propose what plain frames report, in a language without weights."""
    tokens = document.tokens
    for framed in read_plain(document, words):
        contents = [
            Span(tokens.starts[first], _over_sign(document, tokens.ends[last]))
            for first, last in framed.contents
        ]
        contents[0] = Span(contents[0].start + framed.skip, contents[0].end)
        quoted = _quoted(document, contents)
        if all(any(pair.contains(content) for pair in quoted) for content in contents):
            continue
        cue = framed.cue
        yield Quote(
            contents,
            QuoteKind.MIXED if quoted else QuoteKind.INDIRECT,
            cue.row.mode if cue is not None else QuoteMode.SPEECH,
            cue=[tokens.span(cue.first, cue.last)] if cue is not None else (),
            source=framed.source,
            quoted=quoted,
            confidence=framed.confidence,
            rule=f"reported-{framed.frame}",
            why=f"contents {framed.frame} the cue “{cue.row.lemma}”"
            if cue is not None
            else "the subjunctive goes on with the report before",
            found_by="rules",
        )


def _over_sign(document: Document, end: int) -> int:
    """Take in what stands between the last word and the mark that closes behind it: *„… nein!“*."""
    for pair in document.marks_in(max(0, end - WIDEST), end):
        if pair.depth == 0 and pair.inner.start < end < pair.inner.end <= end + SIGNS_BEHIND:
            return pair.inner.end
    return end


def _quote(document: Document, scene: TokenFeatures, report: Report) -> Quote | None:
    kind = _kind(scene, report)
    if kind is QuoteKind.DIRECT:
        return None
    row = report.cue.row
    contents = [
        Span(scene.starts[start], scene.ends[_with_punctuation(scene, end)])
        for start, end in report.contents
    ]
    tokens = document.tokens
    return Quote(
        contents,
        kind,
        row.mode,
        cue=[tokens.span(report.cue.first, report.cue.last)],
        source=_mention(document, scene, report.source),
        quoted=_quoted(document, contents) if kind is QuoteKind.MIXED else (),
        confidence=round(report.confidence, 3),
        rule=f"reported-{report.frame}",
        why=f"contents {report.frame} the cue “{row.lemma}”",
        found_by="rules",
    )


def _kind(scene: TokenFeatures, report: Report) -> QuoteKind:
    """Tell how much of the contents stands in marks that do not hold the cue too."""
    held = scene.inside[report.cue.head]
    marked = [
        scene.inside[i] not in (0, held)
        for start, end in report.contents
        for i in range(start, end + 1)
        if scene.tags[i] != "PUNCT"
    ]
    if marked and all(marked):
        return QuoteKind.DIRECT
    return QuoteKind.MIXED if any(marked) else QuoteKind.INDIRECT


def _with_punctuation(scene: TokenFeatures, end: int) -> int:
    """Take in the punctuation between the last word and the closing mark: *“… say no.”*."""
    held = scene.inside[end]
    while held and end + 1 < len(scene.tags) and scene.inside[end + 1] == held:
        if scene.tags[end + 1] != "PUNCT":
            break
        end += 1
    return end


def _quoted(document: Document, contents: list[Span]) -> list[Span]:
    return [
        pair.inner
        for content in contents
        for pair in document.marks_in(max(0, content.start - MARK_LENGTH), content.end)
        if pair.depth == 0 and content.contains(pair.inner)
    ]


def _mention(
    document: Document, scene: TokenFeatures, source: tuple[int, int] | None
) -> Mention | None:
    """Return the mention that the source is, or make one of its words."""
    if source is None:
        return None
    start, end = scene.starts[source[0]], scene.ends[source[1]]
    for mention in document.mentions_in(start, end):
        if mention.span.end == end and mention.span.start == start:
            return mention
    pronoun = source[0] == source[1] and scene.tags[source[0]] == "PRON"
    return Mention(
        Span(start, end), MentionKind.PRONOUN if pronoun else MentionKind.NOMINAL, found_by="rules"
    )
