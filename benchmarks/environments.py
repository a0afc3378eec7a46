"""The environments of the contenders: made once, kept for the next time."""

from __future__ import annotations

import os
import subprocess
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def environment(folder: Path, *packages: str, **variables: str) -> Path:
    """Return the interpreter of an environment with these packages, made where it is missing.

    Args:
        folder: Where it is.
        packages: What is installed.
        variables: Variables of the environment while that is built.
    """
    python = folder / "bin" / "python"
    if not (folder / "made").exists():
        venv.create(folder, with_pip=True, clear=True)
        command = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages]
        subprocess.run(command, check=True, env={**os.environ, **variables})
        (folder / "made").touch()
    return python


def revision(folder: Path, name: str, *, compiled: bool = False) -> Path:
    """Return the interpreter of an environment with quotekit as it was at a revision.

    Args:
        folder: Where the environments are.
        name: The revision.
        compiled: Whether its hot modules are compiled, which takes minutes and a C compiler.
    """
    commit = _git("rev-parse", "--short", name)
    with tempfile.TemporaryDirectory() as source:
        archive = subprocess.run(
            ["git", "archive", commit], cwd=ROOT, stdout=subprocess.PIPE, check=True
        )
        subprocess.run(["tar", "-x", "-C", source], input=archive.stdout, check=True)
        if compiled:
            return environment(folder / f"quotekit-{commit}-compiled", source, QUOTEKIT_COMPILE="1")
        return environment(folder / f"quotekit-{commit}", source)


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()
