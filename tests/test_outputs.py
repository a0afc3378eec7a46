"""Outputs: the writer for a path, several files in one run, and nothing lost when one fails."""

from __future__ import annotations

import os

import pytest

from quotekit import Article, Extraction, Registry, Writer, extract, write, write_all
from quotekit._fan_out import WAITING, fan_out
from quotekit._outputs import writer_for
from quotekit.exceptions import FormatError

MOSS = extract(Article("“We will stay,” Ida Moss said.", id="a"))


class Formats:
    """A plugin with a format of each sort: text, bytes, a folder, a database."""

    from quotekit import hookimpl

    @hookimpl
    def quotekit_writers(self):
        return [
            Writer("count", self.count, (".count",)),
            Writer("blob", lambda xs: (bytes([len(x.quotes)]) for x in xs), (".blob",)),
            Writer("cards", suffixes=(".cards", ".x.count"), save=self.cards),
            Writer("base", suffixes=(".base",), save=self.base, updates=True),
        ]

    @staticmethod
    def count(extractions, *, unit="quotations"):
        for extraction in extractions:
            yield f"{extraction.article.id}: {len(extraction.quotes)} {unit}\n"

    @staticmethod
    def cards(extractions, path):
        path.mkdir()
        for extraction in extractions:
            (path / f"{extraction.article.id}.card").write_text(str(len(extraction.quotes)))

    @staticmethod
    def base(extractions, path):
        with path.open("a") as out:
            out.writelines(f"{extraction.article.id}\n" for extraction in extractions)


@pytest.fixture(name="registry")
def _registry():
    registry = Registry(entry_points=False)
    registry.register(Formats())
    return registry


def test_one_run_writes_several_files_each_in_its_format(registry, tmp_path):
    paths = [tmp_path / name for name in ("a.count", "a.blob", "a.cards", "a.base", "a.jsonl")]
    write_all((MOSS for _ in range(3)), paths, registry=registry)
    assert paths[0].read_text() == "a: 1 quotations\n" * 3
    assert paths[1].read_bytes() == b"\1\1\1"
    assert [(file.name, file.read_text()) for file in paths[2].iterdir()] == [("a.card", "1")]
    assert paths[3].read_text() == "a\na\na\n"
    assert len(paths[4].read_text("utf-8").splitlines()) == 3


def test_an_option_goes_to_the_format_that_has_it(registry, tmp_path):
    paths = [tmp_path / "a.count", tmp_path / "a.blob"]
    write_all([MOSS], paths, registry=registry, unit="quotes")
    assert paths[0].read_text() == "a: 1 quotes\n"
    with pytest.raises(FormatError, match="format blob, count has no option 'unti'; it has unit"):
        write_all([MOSS], paths, registry=registry, unti="quotes")


def test_a_format_may_be_named(registry, tmp_path):
    write_all([MOSS], {tmp_path / "a.txt": "count", tmp_path / "b": "blob"}, registry=registry)
    assert (tmp_path / "a.txt").read_text() == "a: 1 quotations\n"
    assert (tmp_path / "b").read_bytes() == b"\1"


def test_the_longest_ending_counts_whatever_its_case(registry):
    assert writer_for("A.COUNT", registry).name == "count"
    assert writer_for("A.X.COUNT", registry).name == "cards"


def test_an_unknown_ending_lists_the_formats(registry):
    with pytest.raises(FormatError, match=r"a\.doc'; name a format.* count \.count.* blob \.blob"):
        writer_for("a.doc", registry)


def test_a_writer_that_can_do_nothing_is_refused():
    with pytest.raises(ValueError, match="needs a function"):
        Writer("nothing")


def test_what_is_no_stream_cannot_go_to_one(registry):
    with pytest.raises(FormatError, match="format 'cards' is no stream"):
        writer_for("a.cards", registry).pieces([MOSS])


def test_one_extraction_can_be_written_as_it_is(registry, tmp_path):
    write(MOSS, tmp_path / "a.count", registry=registry)
    assert (tmp_path / "a.count").read_text() == "a: 1 quotations\n"


@pytest.mark.parametrize("bad", ["not an extraction", MOSS.quotes])
def test_a_failed_run_leaves_the_old_files_and_no_others(registry, tmp_path, bad):
    paths = [tmp_path / "a.count", tmp_path / "a.jsonl"]
    for path in paths:
        path.write_text("old")
    with pytest.raises(TypeError, match="only extractions can be written"):
        write_all([MOSS, bad], paths, registry=registry)
    with pytest.raises(TypeError, match="only extractions can be written"):
        write([MOSS, bad], paths[0], registry=registry)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "a.count": "old",
        "a.jsonl": "old",
    }


def test_a_folder_keeps_the_files_of_others(registry, tmp_path):
    folder = tmp_path / "a.cards"
    folder.mkdir()
    (folder / "mine").write_text("stays")
    (folder / "a.card").write_text("old")
    write([MOSS], folder, registry=registry)
    assert sorted(file.read_text() for file in folder.iterdir()) == ["1", "stays"]


@pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")
def test_a_link_still_leads_to_the_file_and_its_mode_stays(registry, tmp_path):
    file, link = tmp_path / "real.count", tmp_path / "link.count"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write([MOSS], link, registry=registry)
    assert link.is_symlink()
    assert file.read_text() == "a: 1 quotations\n"
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="devices of POSIX")
def test_devices_are_written_and_not_replaced(registry):
    write([MOSS], "/dev/null", format="count", registry=registry)


def test_no_consumer_gets_far_ahead_of_a_slow_one():
    asked, lead = [], []

    def items():
        for n in range(10 * WAITING):
            asked.append(n)
            yield n

    def waits(stream):
        lead.extend(len(asked) - n for n in stream)

    fan_out(items(), [waits, list])
    assert max(lead) <= WAITING + 2


def test_what_a_consumer_raises_stops_the_others():
    tidied = []

    def breaks(stream):
        next(iter(stream))
        raise OSError("disk full")

    def others(stream):
        try:
            list(stream)
        except Exception as error:
            tidied.append(type(error).__name__)
            raise

    with pytest.raises(OSError, match="disk full"):
        fan_out(iter(int, 1), [breaks, others])
    assert tidied == ["StreamStoppedError"]


def test_a_consumer_may_stop_early():
    found = []
    fan_out(range(100), [lambda stream: next(iter(stream)), found.extend])
    assert found == list(range(100))


def test_an_empty_run_writes_empty_files(registry, tmp_path):
    write_all([], [tmp_path / "a.count", tmp_path / "a.json"], registry=registry)
    assert (tmp_path / "a.count").read_text() == ""
    assert (tmp_path / "a.json").read_text() == "[]\n"


def test_a_wrong_type_is_an_error_before_anything_is_replaced(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("old")
    with pytest.raises(TypeError):
        write([Extraction], path)
    assert path.read_text() == "old"
