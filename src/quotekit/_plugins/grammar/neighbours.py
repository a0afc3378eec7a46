"""Words that their neighbours decide, each by a rule of its own: *to*, *that*, *her*, *’s*, *as* …"""

from __future__ import annotations

from typing import Final

from quotekit._plugins.grammar.here import OPENING_MARKS, VERBAL, Here


def _to(here: Here) -> str:
    """*to*: PART before a base form, else a preposition."""
    j = here.i + 1
    if j + 1 < len(here.lowers) and here.lowers[j] in OPENING_MARKS:  # to “look hard” at
        j += 1
    while j < len(here.lowers) and (
        here.words.closed.get(here.lowers[j]) == "ADV"
        or here.lowers[j].endswith(here.words.endings.adverb)
    ):
        j += 1
    if j >= len(here.lowers):
        return "ADP"
    word = here.lowers[j]
    unlisted = here.words.listed.get(word, "ADJ") == "ADJ"  # to open the gate
    if word not in here.words.verbs and unlisted and j + 1 < len(here.lowers):
        object_follows = (
            here.lowers[j + 1] in here.words.near.object_starts and word not in here.words.closed
        )
        return "PART" if object_follows and here.texts[j][0].islower() else "ADP"
    base = "VERB" in here.words.verbs.get(word, ()) or word in here.words.near.base_auxiliaries
    return "PART" if base and not here.texts[j][0].isupper() else "ADP"


def _that(here: Here) -> str:
    """*that*: conjunction after a verb or noun, determiner before a noun, else a pronoun.

    Before a plural, and after a name or an adverb, it is a conjunction too: *said on Monday that
    ramps …*, *said again that striker Abel …*; but *told Ida that night*.
    """
    left = here.tags[-1] if here.tags else ""
    following = here.following
    if left in VERBAL or left in ("NOUN", "ADJ") or following in OPENING_MARKS:
        return "SCONJ"
    if here.i + 1 < len(here.texts) and left == "ADP" and here.texts[here.i + 1][0].isupper():
        return "SCONJ"  # pointed out that Sarah …
    tag = here.words.closed.get(following)
    if tag in ("AUX", "MODAL") or following == "'s":
        return "PRON"
    if tag is not None or following in (",", ".", "”"):
        return "SCONJ" if tag in ("DET", "PRON", "NUM") else "PRON"
    if left in ("PROPN", "ADV", "NUM", "PRON") and following not in here.words.near.times:
        return "SCONJ"
    if left != "ADP" and here.words.endings.is_plural(following):
        return "SCONJ"
    return "SCONJ" if left == "PUNCT" and here.tags[-2:-1] and here.tags[-2] in VERBAL else "DET"


def _her(here: Here) -> str:
    """*her*: determiner before a noun, else a pronoun."""
    following = here.following
    verb = following in here.words.near.tellers
    if "VBD" in here.words.verbs.get(following, ()) and here.lowers[here.i + 2 : here.i + 3] == [
        "."
    ]:
        verb = True  # an officer beside her muttered.
    if here.i and here.lowers[here.i - 1] in here.words.near.perceived:  # heard her say
        verb = verb or here.words.verbs.get(following, ())[:1] == ("VERB",)
    return "PRON" if verb or following in here.words.closed or not following[0].isalnum() else "DET"


def _clitic(here: Here) -> str:
    """*’s*: short for *is* or *has* after a pronoun, else the possessive."""
    if here.tags and (
        here.tags[-1] == "PRON" or here.lowers[here.i - 1] in here.words.near.clitic_hosts
    ):
        return "AUX"
    return "POS"


def _as(here: Here) -> str:
    """*as*, *before*, *after*, *than*: conjunction before a subject, else a preposition."""
    near = here.words.near
    clause = here.following in near.personal_subjects or here.following in near.existential
    return "SCONJ" if clause else "ADP"


RULES: Final = {
    "infinitive": _to,
    "conjunction": _that,
    "possessive": _her,
    "clitic": _clitic,
    "preposition": _as,
}
"""The rules by name; the table *grammar* says which words each of them decides."""
