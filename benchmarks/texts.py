"""The texts that are measured: articles of our own, and a corpus where one is at hand."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

from environments import ROOT

PEOPLE = ("Ida Moss", "Bo Tran", "Nils Orr", "Ada Ferro", "Mia Brandt", "Gil Amaro", "Jo Marr")
ROLES = ("the mayor", "harbour master", "the union’s chairman", "a baker in Turku", "engineer")
EVENTS = (
    "the ferry would not sail before the ice had gone",
    "rents in the old town had doubled within ten years",
    "the orchard needed more water than the river carries",
    "nobody had asked the people who live behind the wall",
)
WORDS = (
    "We will stay until the last lamp is out",
    "It is not the storm that worries us, it is the bill",
    "Nobody is to blame but the river",
    "Bread is dearer than it was, and so is patience",
)
PLAIN = (
    "The council met for three hours in the library, whose roof is being repaired.",
    "Two trams stood still on Friday, and the market closed an hour early.",
    "A report on the state of the quay is due in November 2023.",
    "Most of the boats were brought ashore last week, though some stayed out until Sunday.",
)
FRAMES = (
    "“{words},” said {who}, {role}, on Tuesday.",
    "{who} told the Quay Post that {event}.",
    "According to {who}, {event}.",
    "{who}, {role}, said: “{words}. {words2}.”",
    "The city announced on 4 May that {event}, but {who} called that “a poor joke”.",
    "“{words},” she added. “{words2}.”",
)


def own(count: int = 40, sentences: int = 24) -> list[dict[str, str]]:
    """Return articles made of the same few sentences in ever new order, always the same ones."""
    chance = random.Random(14)
    return [
        {
            "text": "\n\n".join(_paragraph(chance) for _ in range(sentences // 3)),
            "published": f"2023-05-{day % 28 + 1:02}",
        }
        for day in range(count)
    ] + [
        {"text": path.read_text(encoding="utf-8"), "published": "2023-05-30"}
        for path in sorted(ROOT.glob("examples/articles/*.txt"))
    ]


def _paragraph(chance: random.Random) -> str:
    said = chance.choice(FRAMES).format(
        who=chance.choice(PEOPLE),
        role=chance.choice(ROLES),
        event=chance.choice(EVENTS),
        words=chance.choice(WORDS),
        words2=chance.choice(WORDS),
    )
    return " ".join([chance.choice(PLAIN), said, chance.choice(PLAIN)])


def corpus(every: int = 8) -> list[dict[str, str]]:
    """Return one in so many articles of PolNeAR, none where there is no such corpus."""
    folder = Path(os.environ.get("QUOTEKIT_CORPORA") or ROOT.parent / "shared" / "eval")
    file = folder / "quotes" / "polnear.jsonl"
    if not file.is_file():
        return []
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [
        {"text": row["text"], "published": row["date"]}
        if row.get("date")
        else {"text": row["text"]}
        for row in rows[1::every]
    ]
