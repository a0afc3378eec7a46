"""Learn the weights of reported speech from an annotated corpus.

    python examples/training/train_reported.py GOLD.jsonl WEIGHTS.json [--half even|odd]

GOLD holds one article a line: ``{"id", "text", "title"?, "date"?, "quotes": [{"content": [[s, e]],
"cue": [[s, e]], "speaker": [[s, e]]}]}`` with code-point offsets. ``--half`` takes only the
articles whose SHA-1 of the id is even (or odd), so that the others can measure what was learned.
Standard library and quotekit only; the same input gives the same weights. No name is ever learned:
only words of quotekit’s own tables count by themselves (:class:`.Vocabulary`).

What is learned: whether a cue reports something and where its contents stand (logistic
regression), where contents and source begin and end (one choice among candidates: a conditional
logit). All by stochastic gradient descent with AdaGrad steps, averaged. Features seen fewer than
``SUPPORT`` times are left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from quotekit import Article, Extractor
from quotekit._plugins.quotes.indirect.candidates import AFTER, AROUND, BEFORE, Range
from quotekit._plugins.quotes.indirect.patterns.tagged import match_pattern
from quotekit._plugins.quotes.indirect.scoring.cue_features import Key, Option, cue_keys
from quotekit._plugins.quotes.indirect.scoring.end_features import ends_after, ends_before
from quotekit._plugins.quotes.indirect.scoring.linear_model import SCALE, write_key
from quotekit._plugins.quotes.indirect.scoring.source_features import (
    NO_SOURCE,
    source_ends,
    source_starts,
)
from quotekit._plugins.quotes.indirect.scoring.start_features import starts_after, starts_before
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.document import Document
from quotekit.syntax._cues import Cue

SUPPORT = 12
"""How often a feature must be seen: half as often where half of the articles are read."""
EPOCHS = 6
RATE = 0.12
CAUTION = 0.3
"""Where the sums of squared slopes begin: the more, the smaller the first steps."""
SMALLEST = 8
"""Weights below so many hundredths are left out of the file."""
THRESHOLD = -0.05
TRIM = " \t\r\n\u00a0\"'`“”‘’„‚«»‹›()[]–—-"
CONJUNCTIONS = ("that ",)

Keys = Sequence[Key]


class Examples:
    """What the models learn from."""

    def __init__(self) -> None:
        self.cues: list[tuple[Keys, bool]] = []
        self.positions: list[tuple[Keys, str]] = []
        self.choices: dict[str, list[tuple[int, list[Keys]]]] = {
            name: []
            for name in (
                "starts_after",
                "ends_after",
                "starts_before",
                "ends_before",
                "source_starts",
                "source_ends",
            )
        }

    def choose(self, name: str, candidates: Iterable[Option], right: int) -> None:
        """Add a choice among candidates; one whose right answer is none of them teaches nothing."""
        tokens, keys = [], []
        for token, features in candidates:
            tokens.append(token)
            keys.append(features)
        if right in tokens:
            self.choices[name].append((tokens.index(right), keys))


class Gold(NamedTuple):
    """One annotated attribution, in tokens."""

    position: str
    contents: list[Range]
    source: Range | None


def articles(path: Path, half: str | None) -> Iterator[dict[str, Any]]:
    """Yield the articles of one half."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            odd = int(hashlib.sha1(article["id"].encode()).hexdigest(), 16) % 2
            if half is None or ("even", "odd")[odd] == half:
                yield article


def trimmed(text: str, span: Sequence[int]) -> tuple[int, int] | None:
    """Return a span without marks, outer punctuation and conjunction."""
    start, end = span
    for conjunction in CONJUNCTIONS:
        if text[start:end].lower().startswith(conjunction):
            start += len(conjunction)
    while start < end and text[start] in TRIM:
        start += 1
    while start < end and text[end - 1] in TRIM + ".,;:!?…":
        end -= 1
    return (start, end) if start < end else None


def in_tokens(document: Document, spans: Iterable[Sequence[int]]) -> list[Range]:
    """Return spans as ranges of tokens, both ends included."""
    tokens = document.tokens
    found = filter(None, (trimmed(document.text, span) for span in spans))
    return [(bisect_right(tokens.ends, s), bisect_left(tokens.starts, e) - 1) for s, e in found]


def match_cues(document: Document, quotes: Sequence[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """Return for each cue's head the attribution it belongs to: verbs before nouns."""
    heads = {cue.head: cue for cue in document.cues}
    groups = {i: cue for cue in document.cues for i in range(cue.first, cue.last + 1)}
    found: dict[int, dict[str, Any]] = {}
    for quote in quotes:
        if not quote["cue"]:
            continue
        in_quotes = document.tokens.within(*quote["cue"][0])
        cues = [heads[i] for i in in_quotes if i in heads] or [
            groups[i] for i in in_quotes if i in groups
        ]
        verbs = [cue for cue in cues if cue.row.pos == "verb"] or cues
        free = [cue for cue in verbs if cue.head not in found]
        if free:
            found[free[0].head] = quote
    return found


def annotated(
    document: Document, features: TokenFeatures, cue: Cue, quote: dict[str, Any]
) -> Gold | None:
    """Return position, contents and source; ``None`` where they stand outside the sentence."""
    contents = in_tokens(document, quote["content"])
    first, last = features.bounds(cue.head)
    left = [c for c in contents if c[1] < cue.first and c[1] >= first]
    right = [c for c in contents if c[0] > cue.last and c[0] <= last]
    source = next(iter(in_tokens(document, quote["speaker"])), None)
    if left and right:
        return Gold(AROUND, [left[-1], right[0]], source)
    if left:
        return Gold(BEFORE, [left[-1]], source)
    return Gold(AFTER, [right[0]], source) if right else None


def collect(examples: Examples, document: Document, quotes: Sequence[dict[str, Any]]) -> None:
    """Add what one article teaches."""
    features = document.memo(TokenFeatures)
    matched = match_cues(document, quotes)
    cues = document.cues
    for n, cue in enumerate(cues):
        first, last = features.bounds(cue.head)
        neighbours = (cues[n - 1] if n else None, cues[n + 1] if n + 1 < len(cues) else None)
        match = match_pattern(features, cue, first, last)
        keys = cue_keys(features, cue, (first, last), neighbours, match)
        examples.cues.append((keys, cue.head in matched))
        gold = cue.head in matched and annotated(document, features, cue, matched[cue.head])
        if gold:
            examples.positions.append((keys, gold.position))
            collect_spans(examples, features, cue, gold)


def collect_spans(examples: Examples, features: TokenFeatures, cue: Cue, gold: Gold) -> None:
    """Add what one attribution teaches about beginnings and ends."""
    first, last = features.bounds(cue.head)
    position, contents, source = gold
    if position != AFTER:
        start, end = contents[0]
        examples.choose("ends_before", ends_before(features, cue, first, position), end)
        examples.choose("starts_before", starts_before(features, cue, end, first, position), start)
    if position != BEFORE:
        start, end = contents[-1]
        examples.choose("starts_after", starts_after(features, cue, last, position), start)
        ends = ends_after(features, cue, start, max(last, end), position)
        examples.choose("ends_after", ends, end)
    ends = source_ends(features, cue, (first, last), contents, position)
    if source is None:
        examples.choose("source_ends", ends, NO_SOURCE)
    elif source[1] < cue.first or source[0] > cue.last:
        examples.choose("source_ends", ends, source[1])
        starts = source_starts(features, cue, source[1], first, contents)
        examples.choose("source_starts", starts, source[0])


class Learner:
    """Weights of features by name: AdaGrad steps, averaged over the time of learning."""

    def __init__(self, seen: Iterable[Keys], support: int) -> None:
        counts = Counter(feature for keys in seen for feature in enumerate(keys))
        self.index = {
            feature: i
            for i, feature in enumerate(f for f, count in counts.items() if count >= support)
        }
        self.weights = [0.0] * len(self.index)
        self.squares = [CAUTION] * len(self.index)
        self.sums = [0.0] * len(self.index)
        self.since = [0] * len(self.index)
        self.bias = self.bias_sum = 0.0
        self.time = 0

    def known(self, keys: Keys) -> list[int]:
        """Return the numbers of the features that count."""
        return [self.index[f] for f in enumerate(keys) if f in self.index]

    def step(self, features: list[int], slope: float) -> None:
        """Move the weights of these features down the slope."""
        for f in features:
            self.sums[f] += self.weights[f] * (self.time - self.since[f])
            self.since[f] = self.time
            self.squares[f] += slope * slope
            self.weights[f] -= RATE * slope / math.sqrt(self.squares[f])

    def written(self, width: int) -> dict[str, Any]:
        """Return the mean weights as the models read them."""
        tables: list[dict[str, int]] = [{} for _ in range(width)]
        for (place, key), i in self.index.items():
            total = self.sums[i] + self.weights[i] * (self.time - self.since[i])
            weight = round(total / self.time * SCALE)
            if abs(weight) >= SMALLEST:
                tables[place][write_key(key)] = weight
        tables = [dict(sorted(table.items())) for table in tables]
        return {"bias": round(self.bias_sum / self.time * SCALE), "weights": tables}


def learn_odds(examples: Sequence[tuple[Keys, bool]], support: int) -> dict[str, Any]:
    """Learn a yes or no: logistic regression."""
    learner = Learner((keys for keys, _ in examples), support)
    known = [(learner.known(keys), answer) for keys, answer in examples]
    order = random.Random(1)
    for _ in range(EPOCHS):
        order.shuffle(known)
        for features, answer in known:
            odds = learner.bias + sum([learner.weights[f] for f in features])
            slope = 1 / (1 + math.exp(-max(odds, -30.0))) - answer
            learner.time += 1
            learner.bias -= slope / 1000
            learner.bias_sum += learner.bias
            learner.step(features, slope)
    return learner.written(max(len(keys) for keys, _ in examples))


def learn_choice(examples: Sequence[tuple[int, list[Keys]]], support: int) -> dict[str, Any]:
    """Learn to pick one candidate: conditional logit."""
    learner = Learner((keys for _, options in examples for keys in options), support)
    known = [
        (right, [learner.known(keys) for keys in candidates]) for right, candidates in examples
    ]
    order = random.Random(1)
    for _ in range(EPOCHS):
        order.shuffle(known)
        for right, candidates in known:
            learner.time += 1
            scores = [sum([learner.weights[f] for f in features]) for features in candidates]
            high = max(scores)
            odds = [math.exp(score - high) for score in scores]
            total = sum(odds)
            for n, features in enumerate(candidates):
                slope = odds[n] / total - (n == right)
                if abs(slope) > 1e-3:
                    learner.step(features, slope)
    return learner.written(max(len(keys) for _, candidates in examples for keys in candidates))


def learn(examples: Examples, support: int = SUPPORT) -> dict[str, Any]:
    """Learn all models of a language from features seen at least *support* times."""
    return {
        "threshold": THRESHOLD,
        "cue": learn_odds(examples.cues, support),
        "positions": {
            position: learn_odds(
                [(keys, position == name) for keys, name in examples.positions], support
            )
            for position in (AFTER, BEFORE, AROUND)
        },
        "pick": {
            name: learn_choice(choices, support) for name, choices in examples.choices.items()
        },
    }


def read_document(extractor: Extractor, gold: dict[str, Any]) -> Document:
    """Return one annotated article with its views."""
    article = Article(gold["text"], id=gold["id"], title=gold["title"], published=gold["date"])
    return extractor.document(article)


def main() -> None:
    """Read the gold, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--half", choices=("even", "odd"))
    options = parser.parse_args()
    extractor = Extractor()
    examples = Examples()
    for gold in articles(options.gold, options.half):
        collect(examples, read_document(extractor, gold), gold["quotes"])
    weights = learn(examples, SUPPORT // 2 if options.half else SUPPORT)
    options.weights.write_text(as_json(weights), encoding="utf-8")


def as_json(weights: dict[str, Any]) -> str:
    """Write weights, one feature a line."""
    text = json.dumps(weights, ensure_ascii=False, separators=(",", ":"))
    return text.replace("},{", "},\n{") + "\n"


if __name__ == "__main__":
    main()
