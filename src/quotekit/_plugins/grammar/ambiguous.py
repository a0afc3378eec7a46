"""Words that are a common noun and a verb alike: *claim*, *plans*, *face*."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit._plugins.grammar.words import TaggerLexicon

SENTENCE_OPENERS = frozenset(".?!…:;\"“‘'„«(—–-*•")
"""Behind these a capital means nothing."""
NOMINAL_LEFT = frozenset("DET ADJ ADP NUM POS".split())
"""After these a word that may be noun or verb is a noun: *the claim*, *two plans*."""
VERBAL = frozenset("VERB VBZ VBD VBN VBG AUX".split())
SUBJECT_PARTS = frozenset("DET ADJ NOUN PROPN NUM POS ADP CCONJ".split())
"""Tags of the words that a subject without a clause is made of."""
BOUNDARIES = frozenset('. , ; : ? ! ( ) — – - " “ ” ‘'.split())
"""Signs that end a clause."""
OPENING_MARKS = frozenset('"“‘„«`')
CLOSING_MARKS = frozenset("”\"’'»")
PAUSES = frozenset(",?!")
AHEAD = 12
"""So many words ahead a clause is searched for its verb."""


def noun_or_verb(
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
    options: tuple[str, ...],
    words: TaggerLexicon,
    j: int,
) -> str:
    """Tag a word that is a common noun and a verb alike: *claim*, *plans*."""
    near = words.near
    left = tags[j] if j >= 0 else ""
    left_word = lowers[j] if j >= 0 else ""
    following = lowers[i + 1] if i + 1 < len(lowers) else ""
    if left_word in CLOSING_MARKS and "VBZ" in options and j > 0 and lowers[j - 1] in PAUSES:
        return "VBZ"  # “…,” repeats Ada Moss
    if "VBZ" in options and following in (".", "") and _reports_marks(lowers, tags, j):
        return "VBZ"
    if "VBZ" in options and _states(lowers, tags, i, j, words):
        return "VBZ"
    if left in NOMINAL_LEFT and left_word not in near.quantifiers:
        return words.listed.get(lowers[i], "NOUN")
    if left == "SCONJ" and left_word in near.that and _relative(lowers, tags, i, j, options, words):
        return options[0]
    if left == "PRON" or left_word in near.quantifiers:
        wanted = near.plural_subjects if "VERB" in options else near.singular_subjects
        says = left_word in near.quantifiers and lowers[i] in words.clausal
        if "VERB" in options and (
            left_word in near.counted or (says and not opens_predicate(following, words))
        ):
            return options[0]
        if left_word in near.quantifiers:
            goes_on = following in near.object_starts or following in near.infinitive
            return options[0] if goes_on else "NOUN"
        return (
            options[0] if left_word in wanted or left_word not in near.personal_subjects else "NOUN"
        )
    if left in ("NOUN", "PROPN") and (
        (
            _verb_between(lowers, tags, j, options, following, words)
            and not _relative_next(lowers, i, words)
        )
        or _subject_before(lowers, tags, i, j, options, words)
        or _only_verb(lowers, tags, i, j, options, words)
    ):
        return options[0]
    if left in ("CCONJ", "PUNCT", "") and following in near.object_starts:
        return options[0]
    if left in VERBAL and left_word in near.helpers:
        return options[0]
    return words.listed.get(lowers[i], "NOUN")


def _reports_marks(lowers: Sequence[str], tags: Sequence[str], j: int) -> bool:
    """Tell whether all there is before a word is the subject of a report: *“…,” the filing states.*"""
    start = j
    while start >= 0 and tags[start] in ("NOUN", "ADJ", "VBG"):
        start -= 1
    if start == j or start < 1 or tags[start] != "DET":
        return False
    return lowers[start - 1] in CLOSING_MARKS and start > 1 and lowers[start - 2] in PAUSES


def _states(
    lowers: Sequence[str], tags: Sequence[str], i: int, j: int, words: TaggerLexicon
) -> bool:
    """Tell whether one who can say something does, before *that*: *The filing states that C*."""
    following = lowers[i + 1] if i + 1 < len(lowers) else ""
    says = j == i - 1 and j > 0 and lowers[j] in words.speakers and tags[j - 1] == "DET"
    if (
        not says
        or (following != ":" and following not in words.near.that)
        or _relative_next(lowers, i, words)
    ):
        return False
    return j < 2 or lowers[j - 2] in SENTENCE_OPENERS or lowers[j - 2] == ","


def _verb_between(
    lowers: Sequence[str],
    tags: Sequence[str],
    j: int,
    options: tuple[str, ...],
    following: str,
    words: TaggerLexicon,
) -> bool:
    """Tell whether a noun on the left is the subject: number agrees and an object follows."""
    near = words.near
    initial = j == 0 or lowers[j - 1] in SENTENCE_OPENERS
    noun = tags[j] == "NOUN" or initial  # Critics call …
    plural = (noun and lowers[j].endswith(words.endings.plural)) or lowers[j] in near.people
    agrees = plural if options[0] == "VERB" else not plural
    return agrees and (following in near.object_starts or following in near.complement_starts)


def _subject_before(
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
    j: int,
    options: tuple[str, ...],
    words: TaggerLexicon,
) -> bool:
    """Tell whether the noun at *j* is the subject of a verb at *i*, whatever follows.

    *Growers estimate*; *depositors face long queues*; *He says the crossing needs lights*; *The
    union claims managers lied*. Not *sales force*, *insurance claims rose*.
    """
    noun = lowers[j]
    initial = j == 0 or lowers[j - 1] in SENTENCE_OPENERS
    following = lowers[i + 1] if i + 1 < len(lowers) else "."
    if "VERB" in options:
        if not (tags[j] == "NOUN" or initial):
            return False
        return is_plural(noun, words) and not _is_finite(following, words)
    if tags[j] != "NOUN" or noun.endswith(words.endings.plural) or _is_finite(following, words):
        return False
    start = j
    while start and tags[start - 1] in ("NOUN", "ADJ"):
        start -= 1
    if start and start == j and lowers[start - 1] in words.clausal:  # said faith matters
        return not _finite_ahead(lowers, i, words) and not _ends_clause(following, words)
    if noun in words.speakers and lowers[i] in words.clausal and _opens_line(lowers, tags, start):
        return following[0].isalnum()  # Harbour woman claims Quay Trust locked her in
    if not start or tags[start - 1] != "DET":
        return False
    before = start - 2
    opens = before < 0 or lowers[before] in SENTENCE_OPENERS or lowers[before] in words.near.that
    if opens and lowers[i] in words.clausal and noun in words.speakers:
        return following[0].isalnum()
    lacks = not _finite_ahead(lowers, i, words)
    return (
        lacks and (opens or lowers[before] in words.clausal) and not _ends_clause(following, words)
    )


def _relative(
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
    j: int,
    options: tuple[str, ...],
    words: TaggerLexicon,
) -> bool:
    """Tell whether *that*, at *j*, is the subject: *a group that supports dams*.

    Not *reports that shares fell*.
    """
    if not j or tags[j - 1] not in ("NOUN", "PRON"):
        return False
    following = lowers[i + 1] if i + 1 < len(lowers) else "."
    if following in words.near.object_starts:
        return "VBZ" in options or is_plural(lowers[j - 1], words)
    return "VBZ" in options and not _finite_ahead(lowers, i, words) and _takes(following, words)


def _takes(following: str, words: TaggerLexicon) -> bool:
    """Tell whether a word may follow a verb: no sign, and no verb of its own."""
    return following[0].isalnum() and words.verbs.get(following, ("",))[0] != "VERB"


def _only_verb(
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
    j: int,
    options: tuple[str, ...],
    words: TaggerLexicon,
) -> bool:
    """Tell whether the clause has no verb but this: *Polls in Ulm show the port is safe*.

    Also behind an adverb, where no noun would follow, and before a subject: *Tran also claims he
    left*, *Tran claims he left*.
    """
    near = words.near
    following = lowers[i + 1] if i + 1 < len(lowers) else "."
    initial = j == 0 or lowers[j - 1] in SENTENCE_OPENERS
    many = is_plural(lowers[j], words) and (tags[j] == "NOUN" or initial)
    agrees = many == ("VERB" in options)
    claims = tags[j] == "PROPN" and lowers[i] in words.clausal
    if agrees and (j < i - 1 or (claims and following in near.personal_subjects)):
        return _takes(following, words) and not _is_finite(following, words)
    opens = following in near.object_starts and following not in near.that
    asks = following in near.asking
    to = following in near.infinitive and not _finite_ahead(lowers, i, words)
    return (opens or asks or to) and _lacks_verb(lowers, tags, j)


def _lacks_verb(lowers: Sequence[str], tags: Sequence[str], j: int) -> bool:
    """Tell whether a sentence opens with a subject that goes up to *j*, and no verb."""
    k = j
    while k >= 0 and tags[k] in SUBJECT_PARTS:
        k -= 1
    opens = k < 0 or lowers[k] in SENTENCE_OPENERS
    return opens and tags[k + 1] != "ADP" and not {"ADP", "CCONJ"}.isdisjoint(tags[k + 1 : j])


def _opens_line(lowers: Sequence[str], tags: Sequence[str], start: int) -> bool:
    """Tell whether nothing but names stands before a noun phrase without an article."""
    while start and tags[start - 1] == "PROPN":
        start -= 1
    return not start or lowers[start - 1] in SENTENCE_OPENERS


def is_plural(noun: str, words: TaggerLexicon) -> bool:
    """Tell whether a noun is a plural that no other noun follows: *growers*, not *sales*."""
    if noun in words.modifiers:
        return False
    return words.endings.is_plural(noun) or noun in words.near.people


def _relative_next(lowers: Sequence[str], i: int, words: TaggerLexicon) -> bool:
    """Tell whether *that* is a relative pronoun behind token *i*: *northern states that want …*."""
    if i + 2 >= len(lowers) or lowers[i + 1] not in words.near.that:
        return False
    word = lowers[i + 2]
    bare = words.verbs.get(word, ("",))[0] == "VERB" and word not in words.nouns
    return bare or _is_finite(word, words)


def opens_predicate(word: str, words: TaggerLexicon) -> bool:
    """Tell whether a word is an auxiliary or a past: what stands before it is no present verb."""
    return words.closed.get(word) in ("AUX", "MODAL") or "VBD" in words.verbs.get(word, ())


def _is_finite(word: str, words: TaggerLexicon) -> bool:
    third = words.verbs.get(word, ())[:1] == ("VBZ",) and word not in words.nouns
    return third or opens_predicate(word, words)


def _ends_clause(word: str, words: TaggerLexicon) -> bool:
    return word in BOUNDARIES or word in words.near.boundaries


def _finite_ahead(lowers: Sequence[str], i: int, words: TaggerLexicon) -> bool:
    """Tell whether the clause has a finite verb behind token *i*."""
    for word in lowers[i + 1 : i + AHEAD]:
        if _ends_clause(word, words):
            return False
        if _is_finite(word, words):
            return True
    return False
