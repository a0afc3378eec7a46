"""Inflection: the forms of an English verb or noun from its lemma, of others by conjugations.

Rules and tables name lemmas; this module spells out what a text shows of them.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

VOWELS = frozenset("aeiou")
DOUBLING = frozenset(
    """
    admit allot commit compel confer control corral defer deter dispel embed emit equip
    excel expel extol impel incur infer kidnap occur omit patrol permit propel rebel rebut
    prefer recap recur refer regret repel submit transfer transmit
    """.split()
)
"""Verbs of more than one syllable that double their last consonant: *admitted*."""


class VerbForms(NamedTuple):
    """The forms of one verb.

    Attributes:
        base: *say*.
        third: *says*.
        past: *said*.
        participle: *said*.
        gerund: *saying*.
    """

    base: str
    third: str
    past: str
    participle: str
    gerund: str


@functools.cache
def verb_forms(lemma: str, irregular: tuple[str, ...] = ()) -> VerbForms:
    """Spell out a verb.

    Args:
        lemma: The base form.
        irregular: Past and participle (or one word for both) where they are irregular.

    Example:
        >>> verb_forms("deny")
        VerbForms(base='deny', third='denies', past='denied', participle='denied', gerund='denying')
        >>> verb_forms("admit").past, verb_forms("agree").gerund, verb_forms("lie").gerund
        ('admitted', 'agreeing', 'lying')
        >>> verb_forms("write", ("wrote", "written")).participle
        'written'
    """
    stem = _doubled(lemma)
    if lemma.endswith("ie"):
        gerund = lemma[:-2] + "ying"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        gerund = lemma[:-1] + "ing"
    else:
        gerund = stem + "ing"
    if irregular:
        past, participle = irregular[0], irregular[-1]
    else:
        past = participle = _past(lemma, stem)
    return VerbForms(lemma, plural(lemma), past, participle, gerund)


def plural(noun: str) -> str:
    """Return the regular plural of a noun, which is also the third person of a verb.

    Example:
        >>> plural("claim"), plural("reply"), plural("say"), plural("press")
        ('claims', 'replies', 'says', 'presses')
    """
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + ("es" if noun in ("go", "do", "echo", "veto", "undergo", "forgo") else "s")


def _past(lemma: str, stem: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    return stem + "ed"


def _doubled(lemma: str) -> str:
    """Return the stem before *-ed* and *-ing*: *plan* → *plann*."""
    short = (
        len(lemma) >= 3
        and lemma[-1] not in VOWELS
        and lemma[-1] not in "wxyh"
        and lemma[-2] in VOWELS
        and lemma[-3] not in VOWELS
        and sum(c in VOWELS for c in lemma) == 1
    )
    quit_like = len(lemma) == 4 and lemma.startswith("qu")
    return lemma + lemma[-1] if short or quit_like or lemma in DOUBLING else lemma


def spelled_out(
    lemma: str, row: Mapping[str, Any], conjugations: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Return the forms of a verb that a cue table lists, or makes by a conjugation.

    A conjugation is named by the end of the infinitive and gives what stands there instead.

    >>> spelled_out("contar", {"conjugation": "ontar"}, {"ontar": ["uenta", "ontó"]})
    ('cuenta', 'contó')
    """
    name = row.get("conjugation", "")
    stem = lemma.removesuffix(name)
    made = (stem + ending for ending in conjugations[name]) if name else ()
    return (*row.get("forms", ()), *made)
