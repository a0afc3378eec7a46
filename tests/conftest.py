"""What all tests share."""

from __future__ import annotations

import functools
import gc
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from quotekit import Extractor
from quotekit.testing import check_extraction

ROOT = Path(__file__).parent.parent

settings.register_profile(
    "default",
    deadline=None,
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("default")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what measures time (it wants a quiet machine) and what reads whole corpora."""
    for item in items:
        if {"cost", "affordable", "corpora"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")


_extract = Extractor.extract


@functools.wraps(_extract)
def _checked(self, article, **fields):
    extraction = _extract(self, article, **fields)
    check_extraction(extraction)
    return extraction


@pytest.fixture(scope="session", autouse=True)
def _every_extraction_is_checked():
    """Whatever a test extracts must keep what every extraction promises."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Extractor, "extract", _checked)
        yield


@pytest.fixture
def unchecked(monkeypatch):
    """Extract without checks: in tests of time, and of plugins that break things on purpose."""
    monkeypatch.setattr(Extractor, "extract", _extract)


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The gold corpora, which live beside the repository or where QUOTEKIT_CORPORA says."""
    folder = Path(os.environ.get("QUOTEKIT_CORPORA") or ROOT.parent / "shared" / "eval")
    if not (folder / "score.py").is_file():
        pytest.skip(f"no corpora at {folder}; set QUOTEKIT_CORPORA")
    return folder


@pytest.fixture
def cost(unchecked) -> Callable[[Callable[[], object]], float]:
    """A function that gives the least processor time of three runs, as :mod:`timeit` takes it.

    Without the garbage collector, which walks all that the tests before have left in memory.
    """

    def measure(run: Callable[[], object]) -> float:
        times = []
        gc.collect()
        gc.disable()
        try:
            for _ in range(3):
                start = time.process_time()
                run()
                times.append(time.process_time() - start)
        finally:
            gc.enable()
        return min(times)

    return measure


@pytest.fixture
def affordable(cost) -> Callable[..., bool]:
    """A function that tells whether a run costs at most so many times another, and a little more.

    Both are measured up to three times: a busy machine may hold up one of the two.
    """

    def measure(
        run: Callable[[], object], times: float, other: Callable[[], object], more: float = 0.05
    ) -> bool:
        return any(cost(run) <= times * cost(other) + more for _ in range(3))

    return measure


@pytest.fixture
def quotekit(capsys) -> Callable[..., tuple[int, str, str]]:
    """Run a command; return exit code, standard output, and standard error."""
    from quotekit._cli.app import run

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(arguments)
        return (code, *capsys.readouterr())

    return call
