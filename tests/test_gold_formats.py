"""Gold as annotation tools export it: the same quotations come back, and what is wrong is named."""

from __future__ import annotations

import json
import shutil
import zipfile

import pytest

from quotekit import Article, extract, write
from quotekit.evaluation import annotation, annotations_of, evaluate, read_gold
from quotekit.exceptions import ReadError

TEXTS = {
    "wall": "“We looked,\nand we turned it down,” Mayor Ida Moss said. 🙂 She added that “nobody” had "
    "asked.\n\n“Why,” asked Bo Tran, “not?”",
    "calm": "Nobody spoke.",
}
FOUND = [extract(Article(text, id=name)) for name, text in TEXTS.items()]


@pytest.fixture(params=["brat", "cas"])
def folder(request, tmp_path):
    if request.param == "cas":
        pytest.importorskip("cassis", reason="the extra cas is not installed")
    path = tmp_path / f"gold.{request.param}"
    write(FOUND, path)
    return path


def read(path):
    return {document["id"]: document for document in read_gold(path)}


def test_what_was_written_for_a_tool_comes_back(folder):
    documents = read(folder)
    assert {name: document["text"] for name, document in documents.items()} == TEXTS
    for extraction in FOUND:
        back = [annotation(quote) for quote in documents[extraction.article.id]["quotes"]]
        wanted = annotations_of(extraction)
        assert [(a.kind, a.contents, a.cue, a.source, a.name) for a in back] == [
            (a.kind, a.contents, a.cue, a.source, a.name) for a in wanted
        ]


def test_gold_of_a_tool_is_evaluated(quotekit, folder):
    code, out, _ = quotekit("evaluate", str(folder), "--json")
    record = json.loads(out)
    assert code == 0
    assert record["documents"] == 2
    assert record["end_to_end"]["f1"] == record["cue"]["f1"] == 1.0


# -- brat ------------------------------------------------------------------------------------------


def standoff(tmp_path, ann, text="“Yes,” Moss said. “No,” she added."):
    (tmp_path / "a.txt").write_text(text, "utf-8", newline="")
    (tmp_path / "a.ann").write_text(ann, "utf-8", newline="")
    return tmp_path / "a.ann"


BOUND = "T1\tDirect 1 5\tYes,\nT2\tSource 7 11\tMoss\nT3\tCue 12 16\tsaid\n"


@pytest.mark.parametrize(
    "ties",
    [
        "E1\tDirect:T1 Cue:T3 Source:T2\n#1\tAnnotatorNotes E1\tIda Moss\nA1\tMode E1 speech\n",
        "R1\tcue Arg1:T1 Arg2:T3\nR2\tSpeaker Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes T2\tIda Moss\n",
        "E1\tDirect:T1 Cue2:T3 Source1:T2\r\n#1\tAnnotatorNotes T1\tIda Moss\r\n*\tEquiv T1 T2\n",
    ],
)
def test_events_relations_and_notes_say_the_same(tmp_path, ties):
    """Whichever an annotator took, and in whatever order the lines stand."""
    for lines in (BOUND + ties, ties + BOUND):
        [document] = read_gold(standoff(tmp_path, lines))
        assert document["quotes"] == [
            {
                "kind": "direct",
                "content": [[1, 5]],
                "cue": [[12, 16]],
                "speaker": [[7, 11]],
                "speaker_name": "Ida Moss",
            }
        ]


def test_a_quotation_without_ties_has_neither_cue_nor_source(tmp_path):
    [document] = read_gold(standoff(tmp_path, "T1\tDirect 1 5;19 22\tYes, No,\n"))
    [quote] = document["quotes"]
    assert (quote["content"], quote["cue"], quote["speaker"]) == ([[1, 5], [19, 22]], None, None)
    assert evaluate([document], [{"id": "a", "quotes": []}]).found.recall == 0


@pytest.mark.parametrize(
    ("ann", "words"),
    [
        ("T1 Direct 1 5\n", r"a\.ann, line 1: no annotation"),
        (BOUND + "T9\tDirect 30 99\tx\n", "at 30 99, but the text beside it has 34 characters"),
        ("T1\tDirect 5 1\tx\n", "at 5 1"),
    ],
)
def test_a_broken_file_is_an_error_that_says_where(tmp_path, ann, words):
    with pytest.raises(ReadError, match=words):
        list(read_gold(standoff(tmp_path, ann)))


def test_a_file_without_a_text_beside_it_is_an_error(tmp_path):
    standoff(tmp_path, BOUND)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(ReadError, match=r"a\.txt: no such file"):
        list(read_gold(tmp_path))


def test_a_folder_with_no_gold_is_an_error(tmp_path):
    with pytest.raises(ReadError, match=r"no \.ann, \.xmi or \.zip file"):
        read_gold(tmp_path)


# -- INCEpTION -------------------------------------------------------------------------------------


@pytest.fixture
def export(tmp_path):
    """The archive that INCEpTION gives for one document: its title, and the type system."""
    cassis = pytest.importorskip("cassis", reason="the extra cas is not installed")
    write(FOUND[0], tmp_path / "gold.cas")
    types = cassis.load_typesystem(tmp_path / "gold.cas" / "TypeSystem.xml")
    name = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
    metadata = types.create_type(name, "uima.tcas.DocumentAnnotation")
    types.create_feature(metadata, "documentTitle", "uima.cas.String")
    cas = cassis.load_cas_from_xmi(tmp_path / "gold.cas" / "wall.xmi", types)
    cas.add(metadata(begin=0, end=len(cas.sofa_string), documentTitle="harbour wall.txt"))
    path = tmp_path / "wall.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("TypeSystem.xml", types.to_xml())
        archive.writestr("annotator.xmi", cas.to_xmi())
    return path


def test_an_archive_is_read_and_named_as_inception_names_it(export):
    [document] = read_gold(export)
    assert document["id"] == "harbour wall"
    assert [quote["kind"] for quote in document["quotes"]] == ["direct", "mixed", "direct"]


def test_a_folder_of_archives_is_read(export, tmp_path):
    shutil.rmtree(tmp_path / "gold.cas")
    shutil.copy(export, tmp_path / "again.zip")
    assert [document["id"] for document in read_gold(tmp_path)] == ["harbour wall"] * 2


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"TypeSystem.xml": "<x/>"}, "takes one .xmi file"),
        ({"TypeSystem.xml": "<x", "a.xmi": "<x"}, "no UIMA CAS XMI"),
    ],
)
def test_an_archive_that_is_no_export_is_an_error(tmp_path, files, words):
    pytest.importorskip("cassis", reason="the extra cas is not installed")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    with pytest.raises(ReadError, match=words):
        list(read_gold(tmp_path / "a.zip"))


def test_an_annotation_file_without_its_types_is_an_error(tmp_path):
    pytest.importorskip("cassis", reason="the extra cas is not installed")
    (tmp_path / "a.xmi").write_text("<x/>")
    with pytest.raises(ReadError, match=r"TypeSystem\.xml: no such file"):
        list(read_gold(tmp_path))
    (tmp_path / "b.zip").write_text("no archive")
    with pytest.raises(ReadError, match="no archive"):
        list(read_gold(tmp_path / "b.zip"))


def test_other_layers_are_an_error_that_names_ours(tmp_path):
    cassis = pytest.importorskip("cassis", reason="the extra cas is not installed")
    types = cassis.TypeSystem()
    cas = cassis.Cas(types)
    cas.sofa_string = "No."
    types.to_xml(tmp_path / "TypeSystem.xml")
    cas.to_xmi(tmp_path / "a.xmi")
    with pytest.raises(ReadError, match=r"no layer webanno\.custom\.Quotekit"):
        list(read_gold(tmp_path))
