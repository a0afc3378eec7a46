"""The manifest of a run: which parts are done, of which articles, and by which setting."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Self

import attrs

from quotekit._json import dumps
from quotekit._runs.setting import Setting
from quotekit.exceptions import RunError

NAME = "manifest.json"
"""The manifest's file in the folder of a run. A part counts when it is named there."""

SCHEMA = "quotekit-run/1"


@attrs.frozen
class Part:
    """A part that is done.

    Attributes:
        file: Its name in the folder.
        input: The digest of what was read for it.
        items: How many articles and unreadable pieces were read for it.
        articles: How many of them were extracted.
        quotes: How many quotations they have.
        failures: How many of the items failed; they are in ``failures/``.
        setting: Which of the manifest's settings made it, from 0.
    """

    file: str
    input: str
    items: int
    articles: int
    quotes: int
    failures: int
    setting: int = 0


@attrs.frozen
class Manifest:
    """What is known of a run.

    Attributes:
        format: The writer's name.
        options: What the writer was told.
        settings: What made the parts; more than one where a change was forced. The last is used now.
        parts: The parts that are done, in order.
        complete: Whether the articles came to their end.
    """

    format: str
    options: dict[str, Any]
    settings: tuple[Setting, ...]
    parts: tuple[Part, ...] = ()
    complete: bool = False

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """Return the manifest in a folder, ``None`` where there is none.

        Raises:
            RunError: If it cannot be read, or is of a schema that is not known here.
        """
        try:
            data = json.loads((folder / NAME).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise RunError(f"{str(folder / NAME)!r} cannot be read: {error}") from error
        if not isinstance(data, dict) or data.pop("schema", None) != SCHEMA:
            raise RunError(f"{str(folder / NAME)!r} is no manifest of schema {SCHEMA}")
        parts = tuple(Part(**part) for part in data.pop("parts"))
        return cls(**data | {"settings": tuple(data["settings"]), "parts": parts})

    def write(self, folder: Path) -> None:
        """Replace the manifest in a folder, at once or not at all."""
        beside = folder / f".{NAME}"
        data = {"schema": SCHEMA, **attrs.asdict(self)}
        with beside.open("w", encoding="utf-8") as out:
            out.write(dumps(data, indent=1) + "\n")
            out.flush()
            os.fsync(out.fileno())
        beside.replace(folder / NAME)
