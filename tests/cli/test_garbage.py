"""Garbage: the command line rests until it has read an article, and nothing else does."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from quotekit._cli import garbage


@pytest.fixture(autouse=True)
def _as_it_was():
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_what_was_loaded_for_the_first_article_is_not_looked_through_again():
    garbage.rest()
    garbage.settle()
    assert gc.get_freeze_count() > 1_000
    assert gc.get_threshold()[0] == garbage.AFTERWARDS


def test_a_program_that_calls_a_command_keeps_its_own_rule():
    gc.set_threshold(700)
    before = gc.get_freeze_count()
    garbage.settle()
    assert (gc.get_freeze_count(), gc.get_threshold()[0]) == (before, 700)


def test_the_code_of_a_command_is_that_of_the_process():
    run = [sys.executable, "-m", "quotekit", "extract", "no-such-file.txt"]
    assert subprocess.run(run, capture_output=True, check=False).returncode == 1
