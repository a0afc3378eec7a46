"""Document: an article with the views of its text that all plugins share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from quotekit._patterns import compiled
from quotekit.lexicon import Language
from quotekit.models import Article, Mention, Quote
from quotekit.spans import Span
from quotekit.syntax._chunks import Chunk
from quotekit.syntax._clauses import Clause
from quotekit.syntax._cues import Cue, unlisted_cue
from quotekit.syntax._grammar import Grammar, TableGrammar, TaggedGrammar
from quotekit.syntax._phrases import Phrases
from quotekit.syntax._subjects import Subject, SubjectReader
from quotekit.syntax._table_chunks import TableChunks
from quotekit.syntax._table_subjects import TableSubjects
from quotekit.syntax._tagged_chunks import TaggedChunks
from quotekit.syntax._tagged_subjects import TaggedSubjects
from quotekit.syntax._views import Views

__all__ = [
    "Document",
]

DASH_RE = compiled(r"[\s)\]]{0,4}[-–—:]{1,2}\s{0,4}")


class Document(Views):
    """An article and its views, each computed when first asked for.

    Args:
        article: The article.
        language: The tables of its language; an empty language if left out.
        tagger: Gives each token its part of speech (see :attr:`tags`).
        mention_finder: Gives the mentions.

    Example:
        >>> document = Document(Article("“Yes,” Mr. Orr said. He left."))
        >>> [pair.inner.slice(document.text) for pair in document.marks]
        ['Yes,']
    """

    def __init__(
        self,
        article: Article,
        language: Language | None = None,
        *,
        tagger: Callable[[Document], Sequence[str]] | None = None,
        mention_finder: Callable[[Document], Sequence[Mention]] | None = None,
    ) -> None:
        super().__init__(article.text, language or Language(article.language))
        self.article = article
        self._tagger = tagger
        self._mention_finder = mention_finder

    def __repr__(self) -> str:
        return f"Document({self.article.id or self.text[:30]!r})"

    def _leads(self) -> Mapping[int, int]:
        """Return where the paper's name and the dateline begin, and the text after each."""
        return {
            fact.span.start: _after_dash(self.text, fact.span.end)
            for fact in self.article.facts
            if fact.span is not None and fact.field in ("publisher", "dateline")
        }

    def _tag(self) -> Sequence[str]:
        return self._tagger(self) if self._tagger else super()._tag()

    def _find_mentions(self) -> Sequence[Mention]:
        return self._mention_finder(self) if self._mention_finder else ()

    @cached_property
    def phrases(self) -> Phrases:
        """Reads noun phrases by capitals and small words, where nobody finds mentions."""
        return self.memo(Phrases)

    @cached_property
    def tagged(self) -> bool:
        """Whether a plugin gave the tokens tags; where none did, tables are read instead."""
        return any(self.tags)

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The noun phrases from left to right, none inside another, as *the old mayor*, *she*, *Elm*.

        By tags where the tokens have any, else by capitals and small words.
        """
        reader = self.memo(TaggedChunks) if self.tagged else self.memo(TableChunks)
        return tuple(reader.all())

    @cached_property
    def grammar(self) -> Grammar:
        """Tells what words are to each other, by tags where the tokens have any, else by tables."""
        return self.memo(TaggedGrammar) if self.tagged else self.memo(TableGrammar)

    def span_of(self, part: Cue | Chunk | Clause) -> Span:
        """Return where a noun phrase, a clause or a cue is: they have the indices of their tokens.

        Example:
            >>> import quotekit
            >>> document = quotekit.Extractor().document(Article("She has repeatedly said no."))
            >>> document.span_of(document.chunks[0]).slice(document.text)
            'She'
        """
        return self.tokens.span(part.first, part.last)

    def cue_of(self, quote: Quote) -> Cue | None:
        """Return the cue of a quotation, from :attr:`cues` or made of words that no table lists."""
        for span in quote.cue:
            for cue in self.cues_in(span.start, span.end):
                return cue
            words = self.tokens.within(span.start, span.end)
            if words and self.tokens.texts[words[0]][0].isalpha():
                return unlisted_cue(self.tokens, words[0], words[-1])
        return None

    def subject_of(self, cue: Cue, contents: Sequence[Span] = ()) -> Subject | None:
        """Return who reports with a cue, as grammar has it, or ``None`` where it names nobody.

        That is the subject of a verb (*said X*, *X, who left, said*), the agent of a passive, the
        owner of a noun (*X’s claim*), what an expression leads (*according to X*), and the one whose
        words a verb hands on (*the Post quoted X as saying*).

        Args:
            cue: One of :attr:`cues`.
            contents: The spans that it reports, where they are known: nobody in them is its subject.

        Example:
            >>> import quotekit
            >>> document = quotekit.Extractor().document(Article("“Yes,” the mayor said."))
            >>> document.subject_of(document.cues[0]).mention.span.slice(document.text)
            'the mayor'
        """
        return self._subjects(cue, contents).source()

    def agent_of(self, cue: Cue) -> Subject | None:
        """Return who does what a passive cue says, if the text names one: *was told by X*."""
        return self._subjects(cue, ()).agent()

    def addressee_of(self, cue: Cue) -> Subject | None:
        """Return who is told something with a cue: *told X that*, *X was told that*."""
        return self._subjects(cue, ()).addressee()

    def _subjects(self, cue: Cue, contents: Sequence[Span]) -> SubjectReader:
        reader: type[SubjectReader] = TaggedSubjects if self.tags[cue.head] else TableSubjects
        return reader(self, cue, contents)


def _after_dash(text: str, end: int) -> int:
    """Return where a paragraph goes on after the paper's name or the dateline that opens it."""
    dash = DASH_RE.match(text, end)
    return dash.end() if dash else end
