"""UIMA CAS: a folder of XMI files for INCEpTION and UIMA pipelines.

All places are annotations of one layer, tied together by relations, so that INCEpTION shows both:
``webanno.custom.Quotekit`` and ``webanno.custom.QuotekitRelation``. Offsets in the files are UTF-16
units, as Java counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotekit._extras import extra
from quotekit._writers.characters import xml_text
from quotekit._writers.folders import FileNames
from quotekit._writers.marks import Mark, marks
from quotekit.models import Extraction

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

LAYER = "webanno.custom.Quotekit"
RELATION = "webanno.custom.QuotekitRelation"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"

FEATURES = ("label", "name", "speaker", "value")
"""Features of an annotation: its label, its id, the speaker's id, and a name or a time's value."""


def save_cas(extractions: Iterable[Extraction], path: Path) -> None:
    """Make a folder with an XMI file for each article, and the type system (extra: ``cas``).

    Control characters and others that XML does not have become U+FFFD: an offset moves by none.

    Raises:
        MissingExtraError: If dkpro-cassis is not installed.
    """
    with extra("cas"):
        import cassis
    path.mkdir()
    types = _types(cassis.TypeSystem())
    types.to_xml(path / "TypeSystem.xml")
    name = FileNames()
    for extraction in extractions:
        cas = cassis.Cas(types)
        _fill(cas, extraction)
        cas.to_xmi(path / f"{name(extraction.article)}.xmi")


def _types(types: TypeSystem) -> TypeSystem:
    string = "uima.cas.String"
    layer = types.create_type(LAYER)
    for feature in FEATURES:
        types.create_feature(layer, feature, string)
    relation = types.create_type(RELATION)
    types.create_feature(relation, "role", string)
    for end in ("Governor", "Dependent"):
        types.create_feature(relation, end, layer)
    return types


def _fill(cas: Cas, extraction: Extraction) -> None:
    article, found = extraction.article, marks(extraction)
    cas.sofa_string = xml_text(article.text)
    cas.sofa_mime = "text/plain"
    annotation, relation = cas.typesystem.get_type(LAYER), cas.typesystem.get_type(RELATION)
    places: dict[str, list[Any]] = {mark.id: [] for mark in found}
    for mark in found:
        for span in mark.spans:
            one = annotation(begin=span.start, end=span.end, **_features(mark))
            cas.add(one)
            places[mark.id].append(one)
    for mark in found:
        first, *others = places[mark.id]
        ends = [(role, first, places[part][0]) for role, part in mark.parts]
        ends += [("continued", one, other) for one, other in pairwise([first, *others])]
        for role, governor, dependent in ends:
            # INCEpTION draws a relation where its dependent stands.
            begin, end = dependent.begin, dependent.end
            cas.add(
                relation(begin=begin, end=end, role=role, Governor=governor, Dependent=dependent)
            )


def _features(mark: Mark) -> dict[str, str | None]:
    value = mark.value and xml_text(mark.value)
    speaker = mark.speaker and xml_text(mark.speaker)
    return {"label": mark.label, "name": mark.id, "speaker": speaker, "value": value}
