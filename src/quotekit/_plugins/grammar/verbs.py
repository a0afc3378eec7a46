"""Words that may be verbs: which form is it, or is it a noun after all?"""

from __future__ import annotations

from typing import Final

from quotekit._plugins.grammar.ambiguous import noun_or_verb
from quotekit._plugins.grammar.here import Here

BEFORE_RELATIVES: Final = frozenset(("PUNCT", "NOUN", "PROPN"))
"""Tags that a relative pronoun follows."""


def verb_tag(here: Here) -> str:
    """Tag a word that may be a verb: one of its options, or NOUN."""
    here.look_left()
    options = here.options
    if options == ("VBD",):
        return "VBN" if here.left_word in here.words.near.have else "VBD"
    if "VBG" in options:
        return _gerund(here)
    if "VBN" in options:
        return _past(here)
    return _present(here)


def _present(here: Here) -> str:
    """Tell the base form and the third person of a verb from a noun."""
    words, near, left, left_word = here.words, here.words.near, here.left, here.left_word
    options, word = here.options, here.lowers[here.i]
    if options == ("VBZ",) and here.opens_at(here.j + 1) and here.i + 1 < len(here.lowers):
        opens = words.closed.get(here.following, "") in ("DET", "PRON", "ADP")
        if here.j == here.i - 1 and not opens and word not in near.opening_verbs:
            return "NOUN"  # Brokers say
    if left in ("PART", "MODAL") or (left_word in near.do and "VERB" in options):
        return options[0]
    if left == "PRON" and "VERB" in options and _asked(here):
        return "VERB"  # did she say
    if left == "DET" and _is_subject(here):
        return options[0]
    if (left == "DET" and left_word not in near.quantifiers) or left == "POS":
        return here.listed
    if word not in words.nouns:
        before_verb = options == ("VBZ",) and words.closed.get(here.following) in ("AUX", "MODAL")
        return "NOUN" if before_verb else options[0]  # some claim seals are to blame
    return noun_or_verb(here)


def _asked(here: Here) -> bool:
    """Return whether an auxiliary is before the subject of a verb."""
    j = here.j - 1
    return j >= 0 and (here.tags[j] == "MODAL" or here.lowers[j] in here.words.near.do)


def _is_subject(here: Here) -> bool:
    """Return whether a determiner is the subject: *another says*; *a law, which bans fires*."""
    words, near, j = here.words, here.words.near, here.j
    noun = here.lowers[here.i] in words.nouns
    if here.left_word in near.standalone and here.options[0] == "VBZ":
        return not noun or here.following in near.object_starts
    if here.left_word not in near.singular_subjects or not j:
        return False
    if here.tags[j - 1] not in BEFORE_RELATIVES:
        return False
    if not noun:
        return True
    if "VBZ" not in here.options:
        return here.following in near.object_starts or here.following in near.complement_starts
    return words.verbs.get(here.following, ("",))[0] != "VERB"  # which markets fear


def _gerund(here: Here) -> str:
    """Tell a form in *-ing* from a noun: *the warning that …*, not *the growing town*."""
    words, word, following = here.words, here.lowers[here.i], here.following
    if here.left in ("DET", "ADJ") and words.listed.get(word) == "NOUN":
        return "NOUN"
    if here.left not in ("DET", "POS"):
        return "VBG"
    small = following in words.near.that or following in words.closed
    return "NOUN" if small or not following[0].isalnum() or word in words.speakers else "VBG"


def _past(here: Here) -> str:
    """Tell past, participle and base of *said*, *put*, *written* apart."""
    words, near, left, left_word = here.words, here.words.near, here.left, here.left_word
    word, following, bare = here.lowers[here.i], here.following, "VERB" in here.options
    if left_word in near.have or left_word in near.be:
        return "VBN"
    if bare and (left in ("PART", "MODAL") or left_word in near.do):
        return "VERB"
    if "VBD" not in here.options:
        many = left_word in near.plural_subjects or (left == "NOUN" and words.is_plural(left_word))
        return "VERB" if bare and many else "VBN"
    alone = left_word in near.quantifiers or left_word in near.standalone
    if alone or (word in near.said and left in ("NOUN", "PRON")):
        return "VBD"  # another said; a clerk said by telephone
    adjective = left == "ADJ" and left_word not in words.speakers  # the firm told staff
    if left in ("DET", "ADP") or (adjective and following not in near.closes):
        return "VBN"
    if following in near.by and left in ("NOUN", "PUNCT", ""):
        return "VBN"
    if bare and left_word in near.plural_pronouns:
        return "VERB" if word not in near.unchanged else "VBD"
    return "VBD"
