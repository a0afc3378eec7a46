"""Words that may be verbs: which form is it, or is it a noun after all?"""

from __future__ import annotations

from collections.abc import Sequence

from quotekit._plugins.grammar.ambiguous import (
    OPENING_MARKS,
    PLURAL_SUBJECTS,
    QUANTIFIERS,
    SENTENCE_OPENERS,
    is_plural,
    noun_or_verb,
)
from quotekit._plugins.grammar.words import TaggerLexicon

SPEAKS = frozenset(("says", "writes", "adds", "asks"))
"""Verbs that may open a sentence: *Says the skipper: …*."""
HAVE = frozenset("have has had having 've haven't hasn't hadn't".split())
BE = frozenset(
    "be am is are was were been being isn't aren't wasn't weren't 'm 're get got gets".split()
)
DO = frozenset("do does did don't doesn't didn't".split())
STANDALONE = QUANTIFIERS | {"another", "one", "each", "neither", "either"}
"""Words that are the whole subject of a verb behind them: *another said*."""
CLOSES = frozenset(
    "the a an this that these those his her its their he she it they we i on".split()
)
"""Before these a past form behind an adjective is no participle: *the firm said the bill …*."""


def verb_tag(
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
    options: tuple[str, ...],
    words: TaggerLexicon,
    n: int,
) -> str:
    """Tag a word that may be a verb."""
    j = i - 1
    while j >= 0 and tags[j] == "ADV":
        j -= 1
    if j > 0 and lowers[j] in OPENING_MARKS and tags[j - 1] in ("PART", "MODAL"):  # would “look”
        j -= 1
    left = tags[j] if j >= 0 else ""
    left_word = lowers[j] if j >= 0 else ""
    if options == ("VBD",):
        return "VBN" if left_word in HAVE else "VBD"
    if "VBG" in options:
        listed = left in ("DET", "ADJ") and words.listed.get(lowers[i]) == "NOUN"
        return "NOUN" if listed or (left in ("DET", "POS") and _closed(lowers, i, words)) else "VBG"
    if "VBN" in options:
        return _past(lowers, i, options, left, left_word, n, words)
    following = lowers[i + 1] if i + 1 < n else ""
    if options == ("VBZ",) and (j < 0 or lowers[j] in SENTENCE_OPENERS) and following:
        opens = words.closed.get(following, "") in ("DET", "PRON", "ADP")
        if j == i - 1 and not opens and lowers[i] not in SPEAKS:
            return "NOUN"  # Brokers say
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
        before_verb = options == ("VBZ",) and words.closed.get(following) in ("AUX", "MODAL")
        return "NOUN" if before_verb else options[0]  # some claim seals are to blame
    return noun_or_verb(lowers, tags, i, options, words, j)


def _closed(lowers: Sequence[str], i: int, words: TaggerLexicon) -> bool:
    """Tell whether a small word or a sign follows: *the warning that …*, not *the growing town*."""
    following = lowers[i + 1] if i + 1 < len(lowers) else "."
    return not following[0].isalnum() or following == "that" or following in words.closed


def _past(
    lowers: Sequence[str],
    i: int,
    options: tuple[str, ...],
    left: str,
    left_word: str,
    n: int,
    words: TaggerLexicon,
) -> str:
    """Tell past, participle and base of *said*, *put*, *written* apart."""
    if left_word in HAVE or left_word in BE or left_word == "being":
        return "VBN"
    if ("VERB" in options and left in ("PART", "MODAL")) or ("VERB" in options and left_word in DO):
        return "VERB"
    if "VBD" not in options:
        many = left == "NOUN" and is_plural(left_word, words)
        return "VERB" if "VERB" in options and (many or left_word in PLURAL_SUBJECTS) else "VBN"
    following = lowers[i + 1] if i + 1 < n else ""
    if left_word in STANDALONE or (lowers[i] == "said" and left in ("NOUN", "PRON")):
        return "VBD"  # another said; a clerk said by telephone
    if left in ("DET", "ADP") or (left == "ADJ" and following not in CLOSES):
        return "VBN"
    if following == "by" and left in ("NOUN", "PUNCT", ""):
        return "VBN"
    if "VERB" in options and left_word in PLURAL_SUBJECTS and left_word != "who":
        return "VERB" if lowers[i] != "read" else "VBD"
    return "VBD"
