"""Words that are a common noun and a verb alike: *claim*, *plans*, *face*."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.grammar.here import VERBAL, Here

NOMINAL_LEFT: Final = frozenset("DET ADJ ADP NUM POS".split())
"""After these a word that may be noun or verb is a noun: *the claim*, *two plans*."""
SUBJECT_PARTS: Final = frozenset("DET ADJ NOUN PROPN NUM POS ADP CCONJ".split())
"""Tags of the words that a subject without a clause is made of."""
CLOSING_MARKS: Final = frozenset("”\"’'»")
PAUSES: Final = frozenset(",?!")


def noun_or_verb(here: Here) -> str:
    """Tag a word that is a common noun and a verb alike: *claim*, *plans*."""
    near, left, left_word = here.words.near, here.left, here.left_word
    if "VBZ" in here.options and _reports(here):
        return "VBZ"
    if left in NOMINAL_LEFT and left_word not in near.quantifiers:
        return here.listed
    if left == "SCONJ" and left_word in near.that and _relative(here):
        return here.options[0]
    if left == "PRON" or left_word in near.quantifiers:
        return here.options[0] if _follows_pronoun(here) else "NOUN"
    if left in ("NOUN", "PROPN") and (
        (_verb_between(here) and not here.relative_follows())
        or _subject_before(here)
        or _only_verb(here)
    ):
        return here.options[0]
    if left in ("CCONJ", "PUNCT", "") and here.following in near.object_starts:
        return here.options[0]
    if left in VERBAL and left_word in near.helpers:
        return here.options[0]
    return here.listed


def _reports(here: Here) -> bool:
    """Return whether a word after marks, or after one who can say something, is a report."""
    if here.left_word in CLOSING_MARKS and here.j > 0 and here.lowers[here.j - 1] in PAUSES:
        return True  # “…,” repeats Ada Moss
    return (here.following == "." and _reports_marks(here)) or _states(here)


def _follows_pronoun(here: Here) -> bool:
    """Return whether a pronoun, or a quantifier, is the subject: *they claim*, *some claim he …*."""
    words, near, word = here.words, here.words.near, here.left_word
    plural = "VERB" in here.options
    if word not in near.quantifiers:
        wanted = near.plural_subjects if plural else near.singular_subjects
        counted = plural and word in near.counted
        return counted or word in wanted or word not in near.personal_subjects
    says = here.lowers[here.i] in words.clausal and not words.opens_predicate(here.following)
    if plural and (word in near.counted or says):
        return True
    return here.following in near.object_starts or here.following in near.infinitive


def _reports_marks(here: Here) -> bool:
    """Return whether all there is before a word is its subject: *“…,” the filing states.*"""
    start = here.j
    while start >= 0 and here.tags[start] in ("NOUN", "ADJ", "VBG"):
        start -= 1
    if start == here.j or start < 1 or here.tags[start] != "DET":
        return False
    return (
        here.lowers[start - 1] in CLOSING_MARKS and start > 1 and here.lowers[start - 2] in PAUSES
    )


def _states(here: Here) -> bool:
    """Return whether one who can say something does, before *that*: *The filing states that C*."""
    j, words = here.j, here.words
    says = j == here.i - 1 and j > 0 and here.left_word in words.speakers
    if not says or here.tags[j - 1] != "DET" or here.relative_follows():
        return False
    introduces = here.following == ":" or here.following in words.near.that
    return introduces and (here.opens_at(j - 1) or here.lowers[j - 2] == ",")


def _verb_between(here: Here) -> bool:
    """Return whether a noun on the left is the subject: number agrees and an object follows."""
    near, noun = here.words.near, here.left_word
    common = here.left == "NOUN" or here.opens_at(here.j)  # Critics call …
    plural = (common and noun.endswith(here.words.endings.plural)) or noun in near.people
    if plural != (here.options[0] == "VERB"):
        return False
    return here.following in near.object_starts or here.following in near.complement_starts


def _subject_before(here: Here) -> bool:
    """Return whether the noun before a word is its subject, whatever follows.

    *Growers estimate*; *depositors face long queues*; *He says the crossing needs lights*; *The
    union claims managers lied*. Not *sales force*, *insurance claims rose*.
    """
    words, noun = here.words, here.left_word
    if words.is_finite(here.following):
        return False
    if "VERB" in here.options:
        return (here.left == "NOUN" or here.opens_at(here.j)) and words.is_plural(noun)
    if here.left != "NOUN" or noun.endswith(words.endings.plural):
        return False
    return _singular_before(here)


def _singular_before(here: Here) -> bool:
    """Return whether a singular noun before a word is its subject, by what is before the noun."""
    words, lowers, tags, word = here.words, here.lowers, here.tags, here.lowers[here.i]
    start = here.j
    while start and tags[start - 1] in ("NOUN", "ADJ"):
        start -= 1
    if start and start == here.j and lowers[start - 1] in words.clausal:  # said faith matters
        return not here.finite_ahead() and not here.ends_clause()
    says = here.left_word in words.speakers and word in words.clausal
    if says and _opens_line(here, start):
        return here.following[0].isalnum()  # Harbour woman claims Quay Trust locked her in
    if not start or tags[start - 1] != "DET":
        return False
    opens = here.opens_at(start - 1) or lowers[start - 2] in words.near.that
    if opens and says:
        return here.following[0].isalnum()
    lacks = not here.finite_ahead() and not here.ends_clause()
    return lacks and (opens or lowers[start - 2] in words.clausal)


def _relative(here: Here) -> bool:
    """Return whether *that*, before a word, is its subject: *a group that supports dams*.

    Not *reports that shares fell*.
    """
    if not here.j or here.tags[here.j - 1] not in ("NOUN", "PRON"):
        return False
    if here.following in here.words.near.object_starts:
        return "VBZ" in here.options or here.words.is_plural(here.lowers[here.j - 1])
    return "VBZ" in here.options and not here.finite_ahead() and _goes_on(here)


def _goes_on(here: Here) -> bool:
    """Return whether what follows may follow a verb: no sign, and no verb of its own."""
    verb = here.words.verbs.get(here.following, ("",))[0] == "VERB"
    return here.following[0].isalnum() and not verb


def _only_verb(here: Here) -> bool:
    """Return whether the clause has no verb but this: *Polls in Ulm show the port is safe*.

    Also after an adverb, where no noun would follow, and before a subject: *Tran also claims he
    left*, *Tran claims he left*.
    """
    words, near, following = here.words, here.words.near, here.following
    common = here.left == "NOUN" or here.opens_at(here.j)
    agrees = (common and words.is_plural(here.left_word)) == ("VERB" in here.options)
    claims = here.left == "PROPN" and here.lowers[here.i] in words.clausal
    if agrees and (here.j < here.i - 1 or (claims and following in near.personal_subjects)):
        return _goes_on(here) and not words.is_finite(following)
    opens = following in near.object_starts and following not in near.that
    to = following in near.infinitive and not here.finite_ahead()
    return (opens or following in near.asking or to) and _lacks_verb(here)


def _lacks_verb(here: Here) -> bool:
    """Return whether a sentence opens with a subject that goes up to the word, and no verb."""
    tags, k = here.tags, here.j
    while k >= 0 and tags[k] in SUBJECT_PARTS:
        k -= 1
    first = k + 1
    joined = not {"ADP", "CCONJ"}.isdisjoint(tags[first : here.j])
    return here.opens_at(first) and tags[first] != "ADP" and joined


def _opens_line(here: Here, start: int) -> bool:
    """Return whether nothing but names is before a noun phrase without an article."""
    while start and here.tags[start - 1] == "PROPN":
        start -= 1
    return here.opens_at(start)
