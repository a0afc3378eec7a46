"""Articles made up by a small grammar, always the same ones, some of them broken."""

from __future__ import annotations

import random
from typing import Any

PLACES = "Ravenford Quayport Sarn Elmbridge Norholt Casterby".split()
FIRST = "Ida Bo Odile Jonas Marta Tobias Ilse Hanne Nils Zoë".split()
LAST = "Moss Tran Castellan Rybeck Quill Venn Tamm Broch Aker Núñez".split()
TITLES = ["Mayor", "Engineer", "Minister", "Professor", "Captain"]
TOPICS = ["the harbour wall", "the ferry", "the tram depot", "the school roof", "the old mill"]
PLANS = ["would be rebuilt", "had cost too much", "was safe", "needed two more years"]
DAYS = ["on Monday", "on Tuesday", "last week", "in March", "yesterday"]
WORDS = [
    "We looked at it twice.",
    "Nobody asked us.",
    "It will hold, I promise you.",
    "That is not a plan 🙂.",
    "I have seen worse, but not often.",
]
BROKEN = "BOOM"
"""A plugin of these tests raises at it."""


def articles(number: int, *, broken: float = 0.01, seed: int = 7) -> list[dict[str, Any]]:
    """Return articles; a share of them has no text, and as many a text that a plugin raises at."""
    chance = random.Random(seed)
    made = []
    for n in range(number):
        article = {
            "id": f"article-{n}",
            "text": _text(chance),
            "published": f"2021-{n % 12 + 1:02}-{n % 28 + 1:02}",
            "publisher": f"The {PLACES[n % len(PLACES)]} Post",
        }
        fate = chance.random()
        if fate < broken / 2:
            article["text"] = None
        elif fate < broken:
            article["text"] += f" {BROKEN}"
        made.append(article)
    return made


def _text(chance: random.Random) -> str:
    pick = chance.choice
    name = f"{pick(FIRST)} {pick(LAST)}"
    other = f"{pick(FIRST)} {pick(LAST)}"
    return (
        f"{pick(PLACES).upper()} – {pick(TITLES)} {name} said {pick(DAYS)} that {pick(TOPICS)} "
        f"{pick(PLANS)}.\n\n“{pick(WORDS)}” {name.split()[1]} added. “{pick(WORDS)}”\n\n"
        f"According to {other}, {pick(TOPICS)} {pick(PLANS)}. The “quiet” months begin in May."
    )
