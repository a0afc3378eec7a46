"""One pass over the tokens: what the word may be, then what its neighbours make of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final, TypeVar

from quotekit._plugins.grammar.here import SENTENCE_OPENERS, Here
from quotekit._plugins.grammar.neighbours import RULES
from quotekit._plugins.grammar.verbs import verb_tag
from quotekit._plugins.grammar.words import TaggerLexicon
from quotekit.syntax._initials import is_initial
from quotekit.syntax._tokens import Tokens

T = TypeVar("T")

KNOWN: Final = 8192
"""Of so many words it is remembered what they are."""
AFTER_VERBS: Final = frozenset("ADP ADV PUNCT SCONJ".split())
NO_NOUN: Final = frozenset("VBD VBZ AUX MODAL PART PRON SCONJ".split())
"""Before these an adjective after a determiner is the noun itself."""


def tag(tokens: Tokens, words: TaggerLexicon) -> list[str]:
    """Return one tag a token."""
    n = len(tokens)
    lowers, texts = tokens.lowers[:n], tokens.texts[:n]  # plain lists are faster
    closed, verbs = words.closed, words.verbs
    titles, special = words.near.titles, words.near.rules
    fixed, unlisted = words.fixed, words.unlisted
    here = Here(lowers, texts, words)
    tags = here.tags
    append = tags.append
    for i, (word, text) in enumerate(zip(lowers, texts, strict=True)):
        if text in fixed:  # as half of all words are
            append(fixed[text])
            continue
        if text in unlisted:
            append(_by_left(unlisted[text], word, tags, words))
            continue
        if i > 1 and texts[i - 1] == "." and lowers[i - 2] in titles and text[0].isupper():
            append("PROPN")
            continue
        known = closed.get(word)
        if known is not None:
            capital = text != word  # asked first: most have none
            append("PROPN" if capital and _names(here, i, known, tokens) else known)
            continue
        first = text[0]
        if not first.isalnum() and len(word) == 1:
            append("PUNCT")
            _keep(fixed, text, "PUNCT")
        elif first.isdigit():
            append("NUM")
            _keep(fixed, text, "NUM")
        elif word in special:
            append(RULES[special[word]](here.at(i)))
        elif first.isupper() and (not _starts(tokens, i) or _is_name(lowers, texts, i, words)):
            append("PROPN")
        elif word in verbs:
            here.options = verbs[word]
            append(verb_tag(here.at(i)))
        else:
            append(_open(word, tags[-1] if tags else "", words))
            if text == word:
                _keep(unlisted, text, {})
    _heads(tags)
    _bare_verbs(tags, lowers, words)
    return tags


def _keep(known: dict[str, T], text: str, what: T) -> None:
    """Remember what a word is, of so many words."""
    if len(known) < KNOWN:
        known[text] = what


def _by_left(known: dict[str, str], word: str, tags: Sequence[str], words: TaggerLexicon) -> str:
    """Return the tag of a word in lower case, in no list of verbs, by the tag before it."""
    left = tags[-1] if tags else ""
    found = known.get(left)
    if found is None:
        found = known[left] = _open(word, left, words)
    return found


def _bare_verbs(tags: list[str], lowers: Sequence[str], words: TaggerLexicon) -> None:
    """Make verbs of unlisted nouns between a plural and an object: *moons orbit the planet*.

    After a verb that takes clauses, whatever follows: *drivers say brakes squeal in the wet*.
    """
    # Both read the list as it is by then: a noun made a verb is none before the next one.
    for i, (left, own) in enumerate(
        zip(tags, islice(tags, 1, max(1, len(tags) - 1)), strict=False), 1
    ):
        if (
            own != "NOUN"
            or left != "NOUN"
            or not (
                lowers[i + 1] in words.near.object_starts
                or (i > 1 and lowers[i - 2] in words.clausal and tags[i + 1] in AFTER_VERBS)
            )
        ):
            continue
        word = lowers[i]
        unlisted = word not in words.verbs and word not in words.listed and word.isalpha()
        if (
            unlisted
            and not word.endswith(words.near.not_bare_endings + words.near.noun_endings)
            and words.is_plural(lowers[i - 1])
        ):
            tags[i] = "VERB"


def _heads(tags: list[str]) -> None:
    """Make nouns of adjectives that no noun follows: *the firm said*, *a table.*."""
    for i, own in enumerate(tags):
        if own == "ADJ" and i and tags[i - 1] in ("DET", "POS"):
            following = tags[i + 1] if i + 1 < len(tags) else "PUNCT"
            if following in NO_NOUN:
                tags[i] = "NOUN"


def _names(here: Here, i: int, known: str, tokens: Tokens) -> bool:
    """Return whether a word of a closed class with a capital is a name: *May*, *US*, *Per Lind*."""
    text, word, near = here.texts[i], here.lowers[i], here.words.near
    return (
        (word in near.months and text.istitle() and i > 0 and here.tags[-1] in ("ADP", "DET"))
        or (word in near.countries and text.isupper())
        or (known in ("ADP", "MODAL") and _given(here.texts, i))
        or (len(word) == 1 and text.isupper() and is_initial(tokens, i, here.words.closed))
    )


def _given(texts: Sequence[str], i: int) -> bool:
    """Return whether a small word is a given name in mid-sentence: *economist Per Lind*."""
    if not (0 < i < len(texts) - 1 and texts[i].istitle() and texts[i + 1].istitle()):
        return False
    return texts[i - 1].islower() and texts[i - 1].isalpha()


def _starts(tokens: Tokens, i: int) -> bool:
    """Return whether token *i* opens a sentence or a quotation, where capitals mean nothing.

    It does not after marks that close on a comma: *“…,” Quick said*.
    """
    if i == 0 or tokens.texts[i - 1] not in SENTENCE_OPENERS:
        return i == 0
    comma = i > 1 and tokens.texts[i - 2] == ","
    return not (comma and tokens.ends[i - 2] == tokens.starts[i - 1])


def _is_name(lowers: Sequence[str], texts: Sequence[str], i: int, words: TaggerLexicon) -> bool:
    """Return whether a capitalized word that opens a sentence is a name: nothing else known of it."""
    word = lowers[i]
    if word in words.verbs or word in words.listed:
        following = texts[i + 1] if i + 1 < len(texts) else ""
        return following[:1].isupper() and word not in words.listed and len(word) > 3
    return not word.endswith(words.near.no_name_endings)


def _open(word: str, left: str, words: TaggerLexicon) -> str:
    """Tag a word that is in no list of verbs, by itself and the tag before it."""
    listed = words.listed.get(word)
    if listed is not None:
        return "VERB" if left == "PART" and listed == "ADJ" else listed
    endings = words.endings
    if left == "PART" and word.isalpha() and not word.endswith(endings.plural + endings.adverb):
        return "VERB"
    if word.endswith(endings.adverb) and len(word) > 4:
        return "ADV"
    if word.endswith(endings.gerund) and len(word) > 4:
        return "NOUN" if left == "DET" else "VBG"
    if word.endswith(endings.past) and len(word) > 4:
        return "ADJ" if left in ("DET", "ADP") else "VBN" if left == "AUX" else "VBD"
    if word.endswith(words.near.noun_endings):
        return "NOUN"
    if word.endswith(words.near.adjective_endings) or ("-" in word and word.endswith(endings.past)):
        return "ADJ"
    return "NOUN"
