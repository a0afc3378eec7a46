"""Words that may be verbs: which form is it, or is it a noun after all?"""

from __future__ import annotations

from collections.abc import Sequence

from quotekit._plugins.grammar.ambiguous import (
    OPENING_MARKS,
    SENTENCE_OPENERS,
    is_plural,
    noun_or_verb,
)
from quotekit._plugins.grammar.words import TaggerLexicon

BEFORE_RELATIVES = frozenset(("PUNCT", "NOUN", "PROPN"))
"""Tags that a relative pronoun follows."""


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
    near = words.near
    left = tags[j] if j >= 0 else ""
    left_word = lowers[j] if j >= 0 else ""
    if options == ("VBD",):
        return "VBN" if left_word in near.have else "VBD"
    if "VBG" in options:
        listed = left in ("DET", "ADJ") and words.listed.get(lowers[i]) == "NOUN"
        led = left in ("DET", "POS") and (_closed(lowers, i, words) or lowers[i] in words.speakers)
        return "NOUN" if listed or led else "VBG"
    if "VBN" in options:
        return _past(lowers, i, options, left, left_word, n, words)
    following = lowers[i + 1] if i + 1 < n else ""
    if options == ("VBZ",) and (j < 0 or lowers[j] in SENTENCE_OPENERS) and following:
        opens = words.closed.get(following, "") in ("DET", "PRON", "ADP")
        if j == i - 1 and not opens and lowers[i] not in near.opening_verbs:
            return "NOUN"  # Brokers say
    if left in ("PART", "MODAL") or (left_word in near.do and "VERB" in options):
        return options[0]
    if (
        left == "PRON"
        and "VERB" in options
        and j
        and (tags[j - 1] == "MODAL" or lowers[j - 1] in near.do)
    ):
        return "VERB"  # did she say
    if left == "DET" and _is_subject(lowers, tags, i, j, options, words):
        return options[0]
    if (left == "DET" and left_word not in near.quantifiers) or left == "POS":
        return words.listed.get(lowers[i], "NOUN")
    if lowers[i] not in words.nouns:
        before_verb = options == ("VBZ",) and words.closed.get(following) in ("AUX", "MODAL")
        return "NOUN" if before_verb else options[0]  # some claim seals are to blame
    return noun_or_verb(lowers, tags, i, options, words, j)


def _is_subject(
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
    j: int,
    options: tuple[str, ...],
    words: TaggerLexicon,
) -> bool:
    """Tell whether a determiner is the subject: *another says*; *a law, which bans fires*."""
    near = words.near
    following = lowers[i + 1] if i + 1 < len(lowers) else "."
    if lowers[j] in near.standalone and options[0] == "VBZ":
        return lowers[i] not in words.nouns or following in near.object_starts
    if lowers[j] not in near.singular_subjects or not j or tags[j - 1] not in BEFORE_RELATIVES:
        return False
    if lowers[i] not in words.nouns:
        return True
    if "VBZ" not in options:
        return following in near.object_starts or following in near.complement_starts
    return words.verbs.get(following, ("",))[0] != "VERB"  # which markets fear


def _closed(lowers: Sequence[str], i: int, words: TaggerLexicon) -> bool:
    """Tell whether a small word or a sign follows: *the warning that …*, not *the growing town*."""
    following = lowers[i + 1] if i + 1 < len(lowers) else "."
    return not following[0].isalnum() or following in words.near.that or following in words.closed


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
    near = words.near
    if left_word in near.have or left_word in near.be:
        return "VBN"
    if ("VERB" in options and left in ("PART", "MODAL")) or (
        "VERB" in options and left_word in near.do
    ):
        return "VERB"
    if "VBD" not in options:
        many = left == "NOUN" and is_plural(left_word, words)
        return (
            "VERB" if "VERB" in options and (many or left_word in near.plural_subjects) else "VBN"
        )
    following = lowers[i + 1] if i + 1 < n else ""
    alone = left_word in near.quantifiers or left_word in near.standalone
    if alone or (lowers[i] in near.said and left in ("NOUN", "PRON")):
        return "VBD"  # another said; a clerk said by telephone
    adjective = left == "ADJ" and left_word not in words.speakers  # the firm told staff
    if left in ("DET", "ADP") or (adjective and following not in near.closes):
        return "VBN"
    if following in near.by and left in ("NOUN", "PUNCT", ""):
        return "VBN"
    if "VERB" in options and left_word in near.plural_pronouns:
        return "VERB" if lowers[i] not in near.unchanged else "VBD"
    return "VBD"
