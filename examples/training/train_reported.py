"""Learn the weights of reported clauses from an annotated corpus, and measure them.

    python examples/training/train_reported.py GOLD.jsonl WEIGHTS.json --corpus "NAME" --trained DATE

GOLD holds one article per line: ``{"id", "text", "date"?, "quotes": [{"kind", "content":
[[s, e]], "cue": [[s, e]], "speaker": [[s, e]]}]}`` with code-point offsets. Standard library and
quotekit only; the same input gives the same bytes. No name is ever learned: only words of quotekit's
own tables count by themselves (:class:`.Vocabulary`).

What is learned: whether a cue reports something and where its contents are (logistic regression),
where contents and source begin and end (one choice among options: a conditional logit), and whether
what all this makes of a cue is right (logistic regression again): these by stochastic gradient
descent with AdaGrad steps, averaged; features seen fewer than ``SUPPORT`` times are left out. Last,
how the odds of all readings of an article bear on each of them (boosted trees, :mod:`boosting`).
Cues and the edges of contents and sources are learned from the examples of the tables of cues as well
(:mod:`lessons`), so that a row that the corpus hardly has is read as the table says.

The articles are halved by the SHA-1 of their ``id``. Weights learned from the even half are scored on
the odd half, and these figures go into the metadata; the weights in the file are learned from all.
``--half even`` writes those of the even half instead.
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

from boosting import learn_trees
from lessons import lessons

from quotekit import Article, Extractor, Registry, Select, Table, hookimpl
from quotekit._compact import read_text
from quotekit._plugins.quotes.indirect.candidates import (
    AFTER,
    AROUND,
    BEFORE,
    Candidate,
    Range,
)
from quotekit._plugins.quotes.indirect.patterns.tagged import match_pattern
from quotekit._plugins.quotes.indirect.quote_builder import to_quote
from quotekit._plugins.quotes.indirect.reader import ClauseReader
from quotekit._plugins.quotes.indirect.scoring.acceptance_features import (
    ACCEPTANCE_FEATURES,
)
from quotekit._plugins.quotes.indirect.scoring.choosing import candidate_of
from quotekit._plugins.quotes.indirect.scoring.cue_features import (
    CUE_FEATURES,
    Key,
    cue_keys,
)
from quotekit._plugins.quotes.indirect.scoring.end_features import ends_after, ends_before
from quotekit._plugins.quotes.indirect.scoring.linear_model import SCALE, Odds, write_key
from quotekit._plugins.quotes.indirect.scoring.options import Options
from quotekit._plugins.quotes.indirect.scoring.source_features import (
    NO_SOURCE,
    source_ends,
)
from quotekit._plugins.quotes.indirect.scoring.source_start_features import source_starts
from quotekit._plugins.quotes.indirect.scoring.sources import subject_ends
from quotekit._plugins.quotes.indirect.scoring.start_features import starts_after, starts_before
from quotekit._plugins.quotes.indirect.scoring.verdicts import Rating
from quotekit._plugins.quotes.indirect.scoring.weights import (
    CHOICES,
    FEATURE_VERSION,
    POSITIONS,
    Weights,
    feature_hash,
)
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.document import Document
from quotekit.evaluation import Report, annotation, annotations_of, compare
from quotekit.syntax._cues import Cue

SUPPORT = 12
"""How often a feature must be seen: half as often where half of the articles are read."""
ORDERS = 3
"""In how many orders the examples are learned: what one order gives differs by 0.2 points of F1."""
EPOCHS, RATE = 6, 0.12
CAUTION = 0.3
"""Where the sums of squared slopes begin: the more, the smaller the first steps."""
TRIAL = "trial"
SMALLEST = 8
"""Weights below so many hundredths are left out of the file."""
HOPEFUL = -1.1
"""Log odds from which on it is worth while to read what a cue reports."""
THRESHOLD = -0.46
"""Log odds from which on a reading is taken for right."""
CALM_EPOCHS, CALM_RATE = 10, 0.03
"""Smaller steps, for what is learned from few examples."""
FOLDS = 2
"""A reading is judged by weights that its article had no part in."""
RIGHT = 0.5
"""Contents are right where they share so much with annotated ones: intersection over union."""
TRIM = " \t\r\n\u00a0\"'`“”‘’„‚«»‹›()[]–—-"
CONJUNCTIONS = ("that ",)

Keys = Sequence[Key] | Sequence[tuple[Key, Key]]
"""Features; those of an option in two parts, what all options share and its own."""


class Examples:
    """What the models learn from."""

    def __init__(self) -> None:
        self.cues: list[tuple[Keys, bool]] = []
        self.positions: list[tuple[Keys, str]] = []
        self.choices: dict[str, list[tuple[int, list[Keys]]]] = {name: [] for name in CHOICES}

    def choose(self, name: str, sorts: Iterable[Options], right: int) -> None:
        """Add a choice among options; one whose right answer is none of them teaches nothing."""
        tokens: list[int] = []
        keys: list[Keys] = []
        for options in sorts:
            for token, own in options.each:
                tokens.append(token)
                keys.append([*zip(options.shared, own, strict=True)])
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
        examples.choose("ends_before", [ends_before(features, cue, first, position)], end)
        starts = starts_before(features, cue, end, first, position)
        examples.choose("starts_before", [starts], start)
    if position != BEFORE:
        start, end = contents[-1]
        examples.choose("starts_after", [starts_after(features, cue, last, position)], start)
        ends = ends_after(features, cue, start, max(last, end), position)
        examples.choose("ends_after", [ends], end)
    subject = subject_ends(features, cue, contents)
    sources = source_ends(features, cue, (first, last), contents, position, subject)
    if source is None:
        examples.choose("source_ends", sources, NO_SOURCE)
    elif source[1] < cue.first or source[0] > cue.last:
        examples.choose("source_ends", sources, source[1])
        starts = source_starts(features, cue, source[1], first, contents, subject)
        examples.choose("source_starts", [starts], source[0])


class Learner:
    """Weights of features by name: AdaGrad steps, averaged over the time of learning."""

    def __init__(self, seen: Iterable[Keys], support: int, rate: float = RATE) -> None:
        self.rate = rate
        counts = Counter(feature for keys in seen for feature in enumerate(keys))
        self.index = {
            feature: i
            for i, feature in enumerate(f for f, count in counts.items() if count >= support)
        }
        self.sums = [0.0] * len(self.index)
        self.bias_sum = 0.0
        self.time = 0
        self._begin()

    def _begin(self) -> None:
        """Forget all but the sums."""
        self.weights = [0.0] * len(self.index)
        self.squares = [CAUTION] * len(self.index)
        self.since = [self.time] * len(self.index)
        self.bias = 0.0

    def orders(self) -> Iterator[random.Random]:
        """Yield what puts the examples in order: they are learned several times, from nothing."""
        for n in range(ORDERS):
            yield random.Random(n)
            self._end()
            self._begin()

    def _end(self) -> None:
        """Add up what has not changed since."""
        for i, weight in enumerate(self.weights):
            self.sums[i] += weight * (self.time - self.since[i])

    def known(self, keys: Keys) -> list[int]:
        """Return the numbers of the features that count."""
        return [self.index[f] for f in enumerate(keys) if f in self.index]

    def step(self, features: list[int], slope: float) -> None:
        """Move the weights of these features down the slope."""
        for f in features:
            self.sums[f] += self.weights[f] * (self.time - self.since[f])
            self.since[f] = self.time
            self.squares[f] += slope * slope
            self.weights[f] -= self.rate * slope / math.sqrt(self.squares[f])

    def tables(self, names: Sequence[str]) -> dict[str, dict[Any, int]]:
        """Return the mean weights by the names of the features."""
        tables: list[dict[Any, int]] = [{} for _ in names]
        for (place, key), i in self.index.items():
            weight = round(self.sums[i] / self.time * SCALE)
            if abs(weight) >= SMALLEST:
                tables[place][key] = weight
        return dict(zip(names, tables, strict=True))

    @property
    def mean_bias(self) -> int:
        """The bias, as weights are written."""
        return round(self.bias_sum / self.time * SCALE)


def written(table: dict[Key, int]) -> dict[str, int]:
    """Return the weights of a feature as JSON holds them."""
    return dict(sorted((write_key(key), weight) for key, weight in table.items()))


def by_shared(table: dict[tuple[Key, Key], int]) -> dict[str, dict[str, int]]:
    """Return the same for a feature of options: by what they share, then by what is their own."""
    found: dict[Key, dict[Key, int]] = {}
    for (shared, own), weight in table.items():
        found.setdefault(shared, {})[own] = weight
    return dict(sorted((write_key(shared), written(own)) for shared, own in found.items()))


def learn_odds(
    examples: Sequence[tuple[Keys, bool]],
    names: Sequence[str],
    support: int,
    epochs: int = EPOCHS,
    rate: float = RATE,
) -> dict[str, Any]:
    """Learn a yes or no: logistic regression."""
    learner = Learner((keys for keys, _ in examples), support, rate)
    known = [(learner.known(keys), answer) for keys, answer in examples]
    for order in learner.orders():
        for _ in range(epochs):
            order.shuffle(known)
            for features, answer in known:
                odds = learner.bias + sum([learner.weights[f] for f in features])
                slope = 1 / (1 + math.exp(-max(odds, -30.0))) - answer
                learner.time += 1
                learner.bias -= slope / 1000
                learner.bias_sum += learner.bias
                learner.step(features, slope)
    tables = learner.tables(names)
    weights = {name: written(table) for name, table in tables.items()}
    return {"bias": learner.mean_bias, "weights": weights}


def learn_choice(
    examples: Sequence[tuple[int, list[Keys]]], names: Sequence[str], support: int
) -> dict[str, Any]:
    """Learn to pick one candidate: conditional logit."""
    learner = Learner((keys for _, options in examples for keys in options), support)
    known = [
        (right, [learner.known(keys) for keys in candidates]) for right, candidates in examples
    ]
    for order in learner.orders():
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
    tables = learner.tables(names)
    return {"weights": {name: by_shared(table) for name, table in tables.items()}}


def learn(examples: Examples, support: int) -> dict[str, Any]:
    """Learn all models of a language from features seen at least *support* times."""
    return {
        "hopeful": HOPEFUL,
        "threshold": THRESHOLD,
        "cue": learn_odds(examples.cues, CUE_FEATURES, support),
        "positions": {
            place: learn_odds(
                [(keys, place == name) for keys, name in examples.positions], CUE_FEATURES, support
            )
            for place in POSITIONS
        },
        "choices": {
            name: learn_choice(choices, CHOICES[name], support)
            for name, choices in examples.choices.items()
        },
    }


def read_document(extractor: Extractor, gold: dict[str, Any]) -> Document:
    """Return one annotated article with its views."""
    return extractor.document(read_article(gold))


def read_article(gold: dict[str, Any]) -> Article:
    """Return one annotated article."""
    return Article(gold["text"], id=gold["id"], published=gold.get("date"))


def train(golds: Sequence[dict[str, Any]], support: int) -> dict[str, Any]:
    """Return the weights learned from articles, and from what the tables of cues give as examples.

    Whether a reading is right is learned last, from what the other weights make of articles that they
    were not learned from: each article is read by those of the other folds. So are the trees, from
    the odds of readings by words that were learned from those of the other folds.
    """
    extractor = Extractor()
    examples = [*lessons(extractor)]
    annotated = [(read_document(extractor, gold), gold["quotes"]) for gold in golds]
    folds = [annotated[n::FOLDS] for n in range(FOLDS)]
    fewer = support // FOLDS
    judged = []
    for n, fold in enumerate(folds):
        steps = Weights(
            TRIAL,
            as_read({**learn(examples_of(others(folds, n) + examples), fewer), **UNJUDGED}),
        )
        steps.threshold = -math.inf
        judged.append([judge(document, quotes, steps) for document, quotes in fold])
    numbers: list[tuple[Sequence[float], bool]] = []
    for n, fold_judged in enumerate(judged):
        model = Odds(as_read(learn_acceptance(others(judged, n), fewer)))
        numbers += [example for one in fold_judged for example in one.numbers(model)]
    return {
        **learn(examples_of(annotated + examples), support),
        "acceptance": learn_acceptance([one for fold in judged for one in fold], support),
        "verdict": learn_trees(numbers),
    }


def others(folds: Sequence[list[Any]], n: int) -> list[Any]:
    """Return what is in the folds but the *n*-th."""
    return [one for k, fold in enumerate(folds) if k != n for one in fold]


def learn_acceptance(judged: Iterable[Judged], support: int) -> dict[str, Any]:
    """Learn whether readings are right, by their words."""
    examples = [example for one in judged for example in one.word_features()]
    return learn_odds(examples, ACCEPTANCE_FEATURES, support, CALM_EPOCHS, CALM_RATE)


def examples_of(annotated: Iterable[tuple[Document, Sequence[dict[str, Any]]]]) -> Examples:
    """Return what some articles teach."""
    examples = Examples()
    for document, quotes in annotated:
        collect(examples, document, quotes)
    return examples


UNJUDGED = {
    "acceptance": {"bias": 0, "weights": {}},
    "verdict": {"bias": 0.0, "trees": []},
    "meta": {"feature_hash": feature_hash()},
}
"""What weights are without what judges readings."""


class Judged(NamedTuple):
    """The readings of an article, and whether each is right; ``None`` if it is no quotation."""

    rating: Rating
    right: list[list[bool | None]]

    def word_features(self) -> Iterator[tuple[Keys, bool]]:
        """Yield the features of each quotation."""
        return self._examples(self.rating.word_features())

    def numbers(self, model: Odds) -> Iterator[tuple[Sequence[float], bool]]:
        """Yield the numbers of each quotation, given the odds by its words."""
        odds = [[*map(model.score, keys)] for keys in self.rating.word_features()]
        return self._examples(self.rating.numbers(odds))

    def _examples(self, known: Iterable[Sequence[Any]]) -> Iterator[tuple[Any, bool]]:
        for of_cue, answers in zip(known, self.right, strict=True):
            for one, answer in zip(of_cue, answers, strict=True):
                if answer is not None:
                    yield one, answer


def judge(document: Document, quotes: Sequence[dict[str, Any]], steps: Weights) -> Judged:
    """Return the readings of an article, and which are right.

    Of several that share most of their words with the same annotated contents, the nearest is right.
    """
    features = document.memo(TokenFeatures)
    proposals = ClauseReader(document, steps).proposals()
    readings = [found for found in proposals if not isinstance(found, Candidate)]
    golds = [characters(quote["content"]) for quote in quotes]
    right: list[list[bool | None]] = [[None] * len(cue) for cue in readings]
    nearest: dict[int, tuple[float, int, int]] = {}
    for c, cue in enumerate(readings):
        for n, reading in enumerate(cue):
            quote = to_quote(document, candidate_of(features, reading, 0.0))
            if quote is None:
                continue
            right[c][n] = False
            own = characters(quote.contents)
            shares = ((len(own & gold) / len(own | gold), g) for g, gold in enumerate(golds))
            share, g = max(shares, default=(0.0, 0))
            if share >= RIGHT:
                nearest[g] = max(nearest.get(g, (0.0, 0, 0)), (share, -c, -n))
    for _, c, n in nearest.values():
        right[-c][-n] = True
    return Judged(Rating(features, readings), right)


def characters(spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """Return the code points of some spans."""
    return frozenset(i for start, end in spans for i in range(start, end))


def measure(weights: dict[str, Any], golds: Iterable[dict[str, Any]]) -> Report:
    """Score weights on articles that they were not learned from."""

    class Trained:
        @hookimpl
        def quotekit_languages(self) -> Iterator[Table]:
            remove = {"weights": list(shipped)}
            yield Table("en", "reported", {"weights": {TRIAL: as_read(weights)}}, remove=remove)

    shipped = Registry().language("en").table("reported").get("weights", {})
    registry = Registry()
    registry.register(Trained(), TRIAL)
    extractor = Extractor(registry, select=Select(modes="all"))  # the gold marks thoughts too
    report = Report()
    for gold in golds:
        found = annotations_of(extractor.extract(read_article(gold)))
        report += compare(gold["text"], [annotation(quote) for quote in gold["quotes"]], found)
    return report


def metadata(options: argparse.Namespace, golds: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what the weights were learned from."""
    return {
        "corpus": options.corpus,
        "articles": len(golds),
        "attributions": sum(len(gold["quotes"]) for gold in golds),
        "trained": options.trained,
        "feature_version": FEATURE_VERSION,
        "feature_hash": feature_hash(),
    }


def figures(report: Report) -> dict[str, Any]:
    """Return what is scored, in percent."""
    return {
        "learned_from": "the even half",
        "scored_on": f"the odd half, {report.documents} articles",
        "found_f1": round(100 * report.found.f1, 1),
        "end_to_end_f1": round(100 * report.end_to_end.f1, 1),
    }


def main() -> None:
    """Read the gold, measure, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--corpus", required=True, help="what was annotated, and by whom")
    parser.add_argument("--trained", required=True, help="date, for the metadata")
    parser.add_argument("--name", default="polnear", help="name of the weights")
    parser.add_argument("--half", choices=("even", "odd"), help="write the weights of a half")
    options = parser.parse_args()
    even, odd = (list(articles(options.gold, half)) for half in ("even", "odd"))
    golds = {"even": even, "odd": odd, None: list(articles(options.gold, None))}[options.half]
    meta = metadata(options, golds)
    weights = {"meta": meta, **train(golds, SUPPORT // 2 if options.half else SUPPORT)}
    if options.half is None:
        trial = {"meta": meta, **train(even, SUPPORT // 2)}
        meta["figures"] = figures(measure(trial, odd))
    options.weights.write_text(as_json({"weights": {options.name: weights}}), encoding="utf-8")


def as_json(weights: dict[str, Any]) -> str:
    """Write weights, one feature per line, or what options share of one."""
    text = json.dumps(weights, ensure_ascii=False, separators=(",", ":"))
    return text.replace("},", "},\n") + "\n"


def as_read(weights: dict[str, Any]) -> dict[str, Any]:
    """Return weights as they are when they are read again."""
    return read_text(as_json(weights).encode(), is_json=True)


if __name__ == "__main__":
    main()
