"""Words that may be verbs: which form is it, or is it a noun after all?"""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.plugins.grammar.words import Words

SENTENCE_OPENERS = frozenset(".?!…:;\"“‘'„«(—–-*•")
"""Behind these a capital means nothing."""
NOMINAL_LEFT = frozenset("DET ADJ ADP NUM POS".split())
"""After these a word that may be noun or verb is a noun: *the claim*, *two plans*."""
VERBAL = frozenset("VERB VBZ VBD VBN VBG AUX".split())
HAVE = frozenset("have has had having 've haven't hasn't hadn't".split())
BE = frozenset(
    "be am is are was were been being isn't aren't wasn't weren't 'm 're get got gets".split()
)
DO = frozenset("do does did don't doesn't didn't".split())
PLURAL_SUBJECTS = frozenset("i you we they who".split())
SINGULAR_SUBJECTS = frozenset("he she it who that which".split())
SUBJECT_PRONOUNS = frozenset("i you he she it we they".split())
OBJECT_STARTS = frozenset(
    "the a an this that these those his her its their our my your him them us me it".split()
)
"""Words that begin an object, a clause or a complement: what stands before them may be a verb."""
QUANTIFIERS = frozenset("some all many most few several both others any".split())
"""Determiners that stand alone as subjects too: *many fear that …*."""
CLOSING_MARKS = frozenset("”\"’'»")
PAUSES = frozenset(",?!")
STANDALONE = QUANTIFIERS | {"another", "one", "each", "neither", "either"}
CLOSES = frozenset(
    "the a an this that these those his her its their he she it they we i on".split()
)
"""Before these a past form behind an adjective is no participle: *the firm said the bill …*."""


def verb_tag(
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
    if left_word in CLOSING_MARKS and "VBZ" in options and j > 0 and lowers[j - 1] in PAUSES:
        return "VBZ"  # “…,” repeats Ada Moss
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
    if left_word in STANDALONE or (lowers[i] == "said" and left in ("NOUN", "PRON")):
        return "VBD"  # another said; a clerk said by telephone
    if left in ("DET", "ADP") or (left == "ADJ" and following not in CLOSES):
        return "VBN"
    if following == "by" and left in ("NOUN", "PUNCT", ""):
        return "VBN"
    if "VERB" in options and left_word in PLURAL_SUBJECTS and left_word != "who":
        return "VERB" if lowers[i] != "read" else "VBD"
    return "VBD"
