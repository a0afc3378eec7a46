"""One pass over the tokens: what the word may be, then what its neighbours make of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotekit.plugins.grammar.words import Words
from quotekit.views.tokens import Tokens

NOMINAL_LEFT = frozenset(("DET", "ADJ", "ADP", "NUM", "POS"))
"""After these a word that may be noun or verb is a noun: *the claim*, *two plans*."""
SUBJECT_LEFT = frozenset(("NOUN", "PROPN", "PRON"))
FINITE = frozenset(("VBZ", "VBD", "AUX", "MODAL"))
VERBAL = frozenset(("VERB", "VBZ", "VBD", "VBN", "VBG", "AUX"))
HAVE = frozenset(("have", "has", "had", "having", "'ve", "haven't", "hasn't", "hadn't"))
BE = frozenset(
    [
        "be",
        "am",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "'m",
        "'re",
        "get",
        "got",
        "gets",
    ]
)
DO = frozenset(["do", "does", "did", "don't", "doesn't", "didn't"])
PLURAL_SUBJECTS = frozenset(["i", "you", "we", "they", "who"])
SINGULAR_SUBJECTS = frozenset(["he", "she", "it", "who", "that", "which"])
SUBJECT_PRONOUNS = frozenset(["i", "you", "he", "she", "it", "we", "they"])
OBJECT_STARTS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "him",
        "them",
        "us",
        "me",
        "it",
    ]
)
"""Words that begin an object, a clause or a complement: what stands before them may be a verb."""
QUANTIFIERS = frozenset("some all many most few several both others any".split())
"""Determiners that stand alone as subjects too: *many fear that …*."""

ADJECTIVE_ENDINGS = tuple(
    "ous ful ive able ible less ical ial ional ental ural ish ic ular est".split()
)
NOUN_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ship",
    "ism",
    "ance",
    "ence",
    "ency",
    "ancy",
    "hood",
    "age",
    "ure",
)


NO_NOUN = frozenset("VBD VBZ AUX MODAL PART PRON SCONJ".split())
"""Before these an adjective behind a determiner is the noun itself."""
CLOSES = frozenset(
    "the a an this that these those his her its their he she it they we i on".split()
)
"""Before these a past form behind an adjective is no participle: *the firm said the bill …*."""


class Here(NamedTuple):
    """Where a word stands that its neighbours decide."""

    lowers: Sequence[str]
    texts: Sequence[str]
    tags: Sequence[str]
    i: int
    words: Words


def tag(tokens: Tokens, words: Words) -> list[str]:
    """Return one tag a token."""
    lowers, texts = tokens.lowers, tokens.texts
    closed, verbs = words.closed, words.verbs
    tags: list[str] = []
    append = tags.append
    n = len(lowers)
    for i, word in enumerate(lowers):
        known = closed.get(word)
        if known is not None:
            if (word == "may" and texts[i] == "May" and i and tags[-1] in ("ADP", "DET")) or (
                word == "us" and texts[i] == "US"
            ):
                known = "PROPN"
            append(known)
            continue
        first = texts[i][0]
        if not first.isalnum() and len(word) == 1:
            append("PUNCT")
        elif first.isdigit():
            append("NUM")
        elif word in SPECIAL:
            append(SPECIAL[word](Here(lowers, texts, tags, i, words)))
        elif (first.isupper() and not _starts(texts, i)) or (
            first.isupper() and _is_name(lowers, texts, i, words)
        ):
            append("PROPN")
        elif word in verbs:
            append(_verb(lowers, tags, i, verbs[word], words, n))
        else:
            append(_open(word, tags, words))
    _heads(tags)
    return tags


def _heads(tags: list[str]) -> None:
    """Make nouns of adjectives that no noun follows: *the firm said*, *a table.*."""
    for i, here in enumerate(tags):
        if here == "ADJ" and i and tags[i - 1] in ("DET", "POS"):
            following = tags[i + 1] if i + 1 < len(tags) else "PUNCT"
            if following in NO_NOUN:
                tags[i] = "NOUN"


def _starts(texts: Sequence[str], i: int) -> bool:
    """Tell whether token *i* opens a sentence or a quotation, where capitals mean nothing."""
    return i == 0 or texts[i - 1] in SENTENCE_OPENERS


OPENING_MARKS = frozenset('"“‘„«`')
SENTENCE_OPENERS = frozenset(".?!…:;\"“‘'„«(—–-*•")


def _is_name(lowers: Sequence[str], texts: Sequence[str], i: int, words: Words) -> bool:
    """Tell whether a capitalized word that opens a sentence is a name: nothing else known of it."""
    word = lowers[i]
    if word in words.verbs or word in words.listed:
        following = texts[i + 1] if i + 1 < len(texts) else ""
        return following[:1].isupper() and word not in words.listed and len(word) > 3
    return not word.endswith(("ly", "ing", "tion", "ness", "ment", "ers", "ists", "ity"))


def _open(word: str, tags: Sequence[str], words: Words) -> str:
    """Tag a word that is in no list of verbs."""
    listed = words.listed.get(word)
    left = tags[-1] if tags else ""
    if listed is not None:
        return "VERB" if left == "PART" and listed == "ADJ" else listed
    if left == "PART" and word.isalpha() and not word.endswith(("s", "ly")):
        return "VERB"
    if word.endswith("ly") and len(word) > 4:
        return "ADV"
    if word.endswith("ing") and len(word) > 4:
        return "NOUN" if left == "DET" else "VBG"
    if word.endswith("ed") and len(word) > 4:
        return "ADJ" if left in ("DET", "ADP") else "VBN" if left == "AUX" else "VBD"
    if word.endswith(NOUN_ENDINGS):
        return "NOUN"
    if word.endswith(ADJECTIVE_ENDINGS) or ("-" in word and word.endswith("ed")):
        return "ADJ"
    return "NOUN"


def _verb(
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
    options: tuple[str, ...],
    words: Words,
    n: int,
) -> str:
    """Tag a word that may be a verb."""
    j = i - 1
    while j >= 0 and tags[j] == "ADV":
        j -= 1
    left = tags[j] if j >= 0 else ""
    left_word = lowers[j] if j >= 0 else ""
    if options == ("VBD",):
        return "VBN" if left_word in HAVE else "VBD"
    if "VBG" in options:
        return "NOUN" if left in ("DET", "ADJ") and words.listed.get(lowers[i]) == "NOUN" else "VBG"
    if "VBN" in options:
        return _past(lowers, i, options, left, left_word, n)
    if left in ("PART", "MODAL") or (left_word in DO and "VERB" in options):
        return options[0]
    if (
        left == "PRON"
        and "VERB" in options
        and j
        and (tags[j - 1] == "MODAL" or lowers[j - 1] in DO)
    ):
        return "VERB"  # did she say
    if (left == "DET" and left_word not in QUANTIFIERS) or left == "POS":
        return words.listed.get(lowers[i], "NOUN")
    if lowers[i] not in words.nouns:
        return options[0]
    return _noun_or_verb(lowers, tags, i, options, words, j)


def _noun_or_verb(
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
    options: tuple[str, ...],
    words: Words,
    j: int,
) -> str:
    """Tag a word that is a common noun and a verb alike: *claim*, *plans*."""
    left = tags[j] if j >= 0 else ""
    left_word = lowers[j] if j >= 0 else ""
    following = lowers[i + 1] if i + 1 < len(lowers) else ""
    if left in NOMINAL_LEFT and left_word not in QUANTIFIERS:
        return words.listed.get(lowers[i], "NOUN")
    if left == "PRON" or left_word in QUANTIFIERS:
        wanted = PLURAL_SUBJECTS if "VERB" in options else SINGULAR_SUBJECTS
        if left_word in QUANTIFIERS:
            return options[0] if following in OBJECT_STARTS or following == "to" else "NOUN"
        return options[0] if left_word in wanted or left_word not in SUBJECT_PRONOUNS else "NOUN"
    if left in ("NOUN", "PROPN") and _verb_between(lowers, tags, j, options, following):
        return options[0]
    if left in ("CCONJ", "PUNCT", "") and following in OBJECT_STARTS:
        return options[0]
    if left in VERBAL and left_word in ("let", "help", "make", "makes", "made", "helped", "lets"):
        return options[0]
    return words.listed.get(lowers[i], "NOUN")


def _verb_between(
    lowers: Sequence[str], tags: Sequence[str], j: int, options: tuple[str, ...], following: str
) -> bool:
    """Tell whether a noun on the left is the subject: number agrees and an object follows."""
    initial = j == 0 or lowers[j - 1] in SENTENCE_OPENERS
    noun = tags[j] == "NOUN" or initial  # Critics call …
    plural = (noun and lowers[j].endswith("s")) or lowers[j] in (
        "people",
        "men",
        "women",
        "police",
    )
    agrees = plural if options[0] == "VERB" else not plural
    return agrees and (following in OBJECT_STARTS or following in ("to", "not"))


def _past(
    lowers: Sequence[str],
    i: int,
    options: tuple[str, ...],
    left: str,
    left_word: str,
    n: int,
) -> str:
    """Tell past, participle and base of *said*, *put*, *written* apart."""
    if left_word in HAVE or left_word in BE or left_word == "being":
        return "VBN"
    if ("VERB" in options and left in ("PART", "MODAL")) or ("VERB" in options and left_word in DO):
        return "VERB"
    if "VBD" not in options:
        return "VBN"
    following = lowers[i + 1] if i + 1 < n else ""
    if left in ("DET", "ADP") or (left == "ADJ" and following not in CLOSES):
        return "VBN"
    if following == "by" and left in ("NOUN", "PUNCT", ""):
        return "VBN"
    if "VERB" in options and left_word in PLURAL_SUBJECTS and left_word != "who":
        return "VERB" if lowers[i] != "read" else "VBD"
    return "VBD"


def _to(here: Here) -> str:
    """*to*: PART before a base form, else a preposition."""
    j = here.i + 1
    while j < len(here.lowers) and (
        here.words.closed.get(here.lowers[j]) == "ADV" or here.lowers[j].endswith("ly")
    ):
        j += 1
    if j >= len(here.lowers):
        return "ADP"
    word = here.lowers[j]
    unlisted = here.words.listed.get(word, "ADJ") == "ADJ"  # to open the gate
    if word not in here.words.verbs and unlisted and j + 1 < len(here.lowers):
        object_follows = here.lowers[j + 1] in OBJECT_STARTS and word not in here.words.closed
        return "PART" if object_follows and here.texts[j][0].islower() else "ADP"
    base = "VERB" in here.words.verbs.get(word, ()) or word in ("be", "have", "do")
    return "PART" if base and not here.texts[j][0].isupper() else "ADP"


def _that(here: Here) -> str:
    """*that*: conjunction after a verb or noun, determiner before a noun, else a pronoun."""
    left = here.tags[-1] if here.tags else ""
    following = here.lowers[here.i + 1] if here.i + 1 < len(here.lowers) else ""
    if left in VERBAL or left in ("NOUN", "ADJ"):
        return "SCONJ"
    if following in OPENING_MARKS:
        return "SCONJ"
    tag = here.words.closed.get(following)
    if tag in ("AUX", "MODAL") or following == "'s":
        return "PRON"
    if tag is not None or following in (",", ".", "”"):
        return "SCONJ" if tag in ("DET", "PRON") else "PRON"
    return "SCONJ" if left == "PUNCT" and here.tags[-2:-1] and here.tags[-2] in VERBAL else "DET"


def _her(here: Here) -> str:
    """*her*: determiner before a noun, else a pronoun."""
    following = here.lowers[here.i + 1] if here.i + 1 < len(here.lowers) else "."
    verb = following in ("said", "says", "told", "tells")
    return "PRON" if verb or following in here.words.closed or not following[0].isalnum() else "DET"


def _clitic(here: Here) -> str:
    """*’s*: short for *is* or *has* after a pronoun, else the possessive."""
    if here.tags and (
        here.tags[-1] == "PRON"
        or here.lowers[here.i - 1] in ("that", "there", "here", "what", "where")
    ):
        return "AUX"
    return "POS"


def _as(here: Here) -> str:
    """*as*, *before*, *after*, *than*: conjunction before a subject, else a preposition."""
    following = here.lowers[here.i + 1] if here.i + 1 < len(here.lowers) else ""
    return "SCONJ" if following in SUBJECT_PRONOUNS or following == "there" else "ADP"


SPECIAL = {
    "to": _to,
    "that": _that,
    "her": _her,
    "'s": _clitic,
    "as": _as,
    "before": _as,
    "after": _as,
    "than": _as,
}
"""Words that their neighbours decide, each by a rule of its own."""
