"""Names and pronouns in languages without parts of speech.

A name of two words or with a title counts anywhere; so does the last word of one elsewhere
(*Brandt*). German gives every noun a capital, so other single words count only where nouns are
written small.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotekit.document import Document
from quotekit.lexicon import Language
from quotekit.models import Gender, Mention, MentionKind, SpeakerKind
from quotekit.syntax._noun_tokens import OPENERS
from quotekit.syntax._table_chunks import TableChunks, TitledName

CAPITALIZES_NOUNS: Final = frozenset(("de", "lb"))


def find_untagged(document: Document) -> Iterator[Mention]:
    """Yield names and pronouns, in text order."""
    tokens, chunks = document.tokens, document.memo(TableChunks)
    pronouns = chunks.nouns.pronouns
    found: list[TitledName | int] = []
    surnames: set[str] = set()
    past = 0
    for i, low in enumerate(tokens.lowers):
        if i < past:
            continue
        if low in pronouns:
            found.append(i)
            continue
        named = chunks.name_at(i)
        if named is not None:
            found.append(named)
            if named.last > named.name:
                surnames.add(tokens.texts[named.last])
            past = named.last + 1
    sparse = document.language.code not in CAPITALIZES_NOUNS
    for one in found:
        if isinstance(one, int):
            pronoun = pronouns[tokens.lowers[one]]
            yield Mention(
                tokens.span(one),
                MentionKind.PRONOUN,
                number=pronoun.number,
                gender=pronoun.gender,
            )
        elif (
            one.first < one.last
            or tokens.texts[one.name] in surnames
            or (sparse and one.first and tokens.texts[one.first - 1] not in OPENERS)
        ):
            yield _named(document, chunks, one)


def _named(document: Document, chunks: TableChunks, one: TitledName) -> Mention:
    tokens = document.tokens
    return Mention(
        tokens.span(one.first, one.last),
        MentionKind.NAME,
        name=tokens.span(one.name, one.last),
        title=tokens.span(one.first, one.name - 1) if one.name > one.first else None,
        entity=SpeakerKind.PERSON if one.last > one.first else None,
        number="singular",
        gender=_gender(document.language, chunks, one),
    )


def _gender(language: Language, chunks: TableChunks, one: TitledName) -> Gender | None:
    """Return the gender that a title shows, else the article before one: *la ministre Anne Roy*."""
    female, articles = language.memo(_genders)
    for low in chunks.tokens.lowers[one.first : one.name]:
        gender = chunks.nouns.honorifics.get(low)
        if gender is not None or (female and low.endswith(female)):
            return gender or "female"
    titled = one.name > one.first > 0
    return articles.get(chunks.tokens.lowers[one.first - 1]) if titled else None


def _genders(language: Language) -> tuple[tuple[str, ...], dict[str, Gender]]:
    """Return the endings of women's titles, and articles with the gender that they show."""
    articles: dict[str, Gender] = {}
    articles.update(dict.fromkeys(language.words("titles", "article", "male"), "male"))
    articles.update(dict.fromkeys(language.words("titles", "article", "female"), "female"))
    return language.words("titles", "female", "ending"), articles
