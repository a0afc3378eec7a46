"""Reading gold and runs, in whichever format they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quotekit.evaluation._brat import read_brat
from quotekit.evaluation._cas import read_cas
from quotekit.evaluation._json_lines import read_lines
from quotekit.exceptions import ReadError

BRAT = ".ann"
CAS = (".xmi", ".zip")


def read_gold(path: Path | str, *, run: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the documents of gold, or of a run, in the shape of JSON lines.

    - A file of JSON lines; compressed files are unpacked.
    - brat's standoff: an ``.ann`` file beside its text, or a folder of such.
    - INCEpTION's export, UIMA CAS XMI: an ``.xmi`` file beside its ``TypeSystem.xml``, a ``.zip``
      of both, or a folder of such (extra: ``cas``).

    Annotations are those that :func:`quotekit.write` makes for these tools: labels *Direct*,
    *Mixed*, *Indirect*, *Cue* and *Source*, and what ties them together.

    Args:
        path: The file or folder.
        run: Whether it is a run, of which JSON lines need no texts.

    Raises:
        ReadError: If it cannot be read, or something in it is no document.
        MissingExtraError: If an export of INCEpTION is read and dkpro-cassis is not installed.
    """
    path = Path(path)
    if not path.is_dir():
        if path.suffix == BRAT:
            return read_brat([path], path.parent)
        return read_cas([path]) if path.suffix in CAS else read_lines(path, run=run)
    files = sorted(file for file in path.rglob("*") if file.is_file())
    if standoff := [file for file in files if file.suffix == BRAT]:
        return read_brat(standoff, path)
    if exports := [file for file in files if file.suffix in CAS]:
        return read_cas(exports)
    raise ReadError(f"{path}: a folder with no .ann, .xmi or .zip file in it")
