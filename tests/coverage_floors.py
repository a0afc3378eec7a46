"""Hold the coverage of each module to one floor: ``python -m tests.coverage_floors REPORT``.

REPORT is what ``coverage json`` writes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FLOOR = 90.0
"""The share of lines and branches, in percent, that the tests must take of every module."""


def shares(report: Mapping[str, Any]) -> dict[str, float]:
    """Return the share of lines and branches that were taken, in percent, by module."""
    return {
        Path(path).as_posix().partition("quotekit/")[2]: found["summary"]["percent_covered"]
        for path, found in report["files"].items()
    }


def faults(found: Mapping[str, float]) -> Iterator[str]:
    """Yield what is wrong, a line each.

    Example:
        >>> list(faults({"spans.py": 71.2}))
        ['spans.py: 71.2 % of lines and branches are taken, the floor is 90.0']
    """
    for module, share in sorted(found.items()):
        if share < FLOOR:
            yield f"{module}: {share:.1f} % of lines and branches are taken, the floor is {FLOOR}"


def main(path: str) -> int:
    """Print what is wrong in a report, and how much of everything is taken."""
    report = json.loads(Path(path).read_text("utf-8"))
    found = list(faults(shares(report)))
    print(*found, sep="\n")
    print(f"{report['totals']['percent_covered']:.1f} % of all lines and branches are taken")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
