"""Gold in INCEpTION's export: UIMA CAS XMI, with the layers that :func:`quotekit.write` makes.

A place is an annotation of ``webanno.custom.Quotekit``; ``webanno.custom.QuotekitRelation`` leads from a
quotation to its cue and source, and to its next span. Offsets in the files are UTF-16 units.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import attrs

from quotekit._extras import extra
from quotekit._writers.cas import LAYER, METADATA, RELATION
from quotekit.evaluation._places import Place, quotes_of
from quotekit.exceptions import ReadError

if TYPE_CHECKING:
    from cassis import Cas

TYPES = "TypeSystem.xml"


def read_cas(files: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield a document for each export, an ``.xmi`` or a ``.zip`` file.

    Its identifier is the title that INCEpTION keeps, or else the file's name, without ending.

    Raises:
        ReadError: If a file is no such export, or the layers are not in it.
        MissingExtraError: If dkpro-cassis is not installed.
    """
    with extra("cas"):
        import cassis
    for file in files:
        name, types, xmi = _parts(file)
        try:
            cas = cassis.load_cas_from_xmi(
                io.BytesIO(xmi), cassis.load_typesystem(io.BytesIO(types)), lenient=True
            )
        except Exception as error:  # cassis raises what lxml and attrs do
            raise ReadError(f"{file}: no UIMA CAS XMI ({type(error).__name__}: {error})") from error
        if not cas.typesystem.contains_type(LAYER):
            raise ReadError(f"{file}: there is no layer {LAYER} in its {TYPES}")
        text = cas.sofa_string or ""
        yield {"id": _title(cas) or name, "text": text, "quotes": quotes_of(text, _places(cas))}


def _parts(file: Path) -> tuple[str, bytes, bytes]:
    """Return a document's name, its type system, and its annotations."""
    try:
        if file.suffix == ".xmi":
            return file.stem, (file.parent / TYPES).read_bytes(), file.read_bytes()
        with zipfile.ZipFile(file) as archive:
            names = [name for name in archive.namelist() if name.endswith(".xmi")]
            if len(names) != 1 or TYPES not in archive.namelist():
                raise ReadError(f"{file}: takes one .xmi file and its {TYPES}, has {names}")
            return PurePath(names[0]).stem, archive.read(TYPES), archive.read(names[0])
    except zipfile.BadZipFile as error:
        raise ReadError(f"{file}: no archive ({error})") from error
    except OSError as error:
        if isinstance(error, ReadError):
            raise
        missing = Path(error.filename or file).name
        raise ReadError(f"{file}: {missing}: {(error.strerror or str(error)).lower()}") from error


def _title(cas: Cas) -> str | None:
    """Return what INCEpTION calls the document, without ending."""
    if not cas.typesystem.contains_type(METADATA):
        return None
    titles = (getattr(one, "documentTitle", None) for one in cas.select(METADATA))
    return next((PurePath(title).stem for title in titles if title), None)


def _places(cas: Cas) -> dict[str, Place]:
    """Return the places by key; spans that *continued* ties together are one place."""
    found = {str(one.xmiID): one for one in cas.select(LAYER)}
    tied = cas.select(RELATION) if cas.typesystem.contains_type(RELATION) else ()
    ties = [
        (str(one.Governor.xmiID), one.role, str(one.Dependent.xmiID))
        for one in tied
        if one.Governor is not None and one.Dependent is not None
    ]
    after = {one: other for one, role, other in ties if role == "continued"}
    places = {
        key: Place((one.label or "").lower(), tuple(_spans(key, found, after)), one.value)
        for key, one in found.items()
        if key not in after.values()
    }
    for key, role, other in ties:
        if key in places and role in ("cue", "source"):
            parts = {**places[key].parts, role: other}
            places[key] = attrs.evolve(places[key], parts=parts)
    return places


def _spans(key: str, found: dict[str, Any], after: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of a place; annotators may have tied them in a ring."""
    seen: set[str] = set()
    while key in found and key not in seen:
        seen.add(key)
        yield found[key].begin, found[key].end
        key = after.get(key, "")
