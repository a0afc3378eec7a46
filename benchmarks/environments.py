"""The environments of the contenders: made once, kept for the next time."""

from __future__ import annotations

import subprocess
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def environment(folder: Path, *packages: str) -> Path:
    """Return the interpreter of an environment with these packages, made where it is missing."""
    python = folder / "bin" / "python"
    if not (folder / "made").exists():
        venv.create(folder, with_pip=True, clear=True)
        command = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages]
        subprocess.run(command, check=True)
        (folder / "made").touch()
    return python


def revision(folder: Path, name: str) -> Path:
    """Return the interpreter of an environment with quotekit as it was at a revision."""
    commit = _git("rev-parse", "--short", name)
    with tempfile.TemporaryDirectory() as source:
        archive = subprocess.run(
            ["git", "archive", commit], cwd=ROOT, stdout=subprocess.PIPE, check=True
        )
        subprocess.run(["tar", "-x", "-C", source], input=archive.stdout, check=True)
        return environment(folder / f"quotekit-{commit}", source)


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()
