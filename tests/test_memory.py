"""Memory: that of a stream does not grow with it, and a long text takes a fixed share."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from .samples import NEWS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no such figures there"),
]

MEGABYTE = 1 << 20
PEAK = """
import resource, sys
from quotekit._cli.app import run
code = run(sys.argv[1:])
if sys.platform == "linux":
    with open("/proc/self/status") as status:
        most = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
else:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(most, file=sys.stderr)
sys.exit(code)
"""
"""On Linux ``ru_maxrss`` of a new program has that of the one which started it, the tests, in it."""


def peak(*arguments: str, lines=()) -> float:
    """Run a command that reads lines from standard input; return its most memory, in megabytes."""
    with subprocess.Popen(
        [sys.executable, "-c", PEAK, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as running:
        for line in lines:
            running.stdin.write(line)
        running.stdin.close()
        said = running.stderr.read().decode().splitlines()
        assert running.wait() == 0, said
    return int(said[-1]) / MEGABYTE


def stream(megabytes: int):
    """Yield JSON lines of 20 KB, each with an id of its own and a page that is carried along."""
    page = "<p>Nobody spoke.</p>" * 1000
    for number in range(megabytes * MEGABYTE // len(page)):
        record = {"id": f"a{number}", "text": "“We will stay,” Ida Moss said.", "page": page}
        yield json.dumps(record).encode() + b"\n"


@pytest.mark.parametrize(("processes", "megabytes"), [("1", 200), ("2", 80)])
def test_a_long_stream_takes_no_more_than_one_of_ten_megabytes(processes, megabytes):
    options = ["extract", "-", "--input-format", "jsonl", "-p", processes]
    short = peak(*options, lines=stream(10))
    long = peak(*options, lines=stream(megabytes))
    assert long < 120
    assert long < short + 15


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_text_of_two_megabytes_takes_two_hundred_bytes_a_character(tmp_path, language):
    peaks = []
    for size in (1, 2):
        path = tmp_path / f"{size}.txt"
        piece = NEWS[language] + "\n\n"
        path.write_text(piece * (size * MEGABYTE // len(piece)), "utf-8")
        peaks.append(peak("extract", str(path), "-l", language))
    assert peaks[1] - peaks[0] < 200
