"""Every format there is: documented, and safe from whatever a text may have."""

from __future__ import annotations

import re

import attrs
import pytest
from hypothesis import given, settings

from quotekit import (
    Article,
    Extraction,
    MissingExtraError,
    Quote,
    QuoteKind,
    Registry,
    Span,
    Speaker,
    extract,
    write,
    write_all,
)
from quotekit.models import Link

from ..conftest import ROOT
from ..strategies import NEWSLIKE
from ..test_writers import EMPTY, FULL

REGISTRY = Registry(entry_points=False)
WRITERS = {writer.name: writer for writer in REGISTRY.writers() if writer.suffixes}


def saved(name, found, folder):
    path = folder / f"a{WRITERS[name].suffixes[0]}"
    try:
        write(found, path, registry=REGISTRY)
    except MissingExtraError as error:
        pytest.skip(str(error))
    return path


def test_the_documentation_has_every_format_with_its_endings():
    page = (ROOT / "docs" / "how-to" / "export.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([\w.]+)` \| (.*?) \|", page, re.MULTILINE))
    for name, writer in WRITERS.items():
        assert re.findall(r"`(\.[\w.]+)`", rows[name]) == list(writer.suffixes), name


def test_no_two_formats_have_one_ending():
    suffixes = [suffix for writer in WRITERS.values() for suffix in writer.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=8)
@given(NEWSLIKE)
def test_no_text_is_too_odd(tmp_path_factory, name, text):
    start = text[:12]
    article = Article(text, id=start or None, title=start, url=f"https://quay.example/{start}")
    odd = Speaker("s\ud800|\0 x", f"N{start}", aliases=(start,), links=(Link("a b", start),))
    found = extract(article)
    quotes = tuple(attrs.evolve(quote, speaker=odd) for quote in found.quotes)
    found = attrs.evolve(found, quotes=quotes, speakers=(odd,))
    assert saved(name, [found, found], tmp_path_factory.mktemp("odd")).exists()


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_extractions_give_the_same_bytes(tmp_path, name):
    made = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        folder.mkdir()
        path = saved(name, [FULL, EMPTY, FULL], folder)
        files = [path] if path.is_file() else sorted(path.iterdir())
        made.append({file.name: file.read_bytes() for file in files})
    assert made[0] == made[1]


def test_one_run_writes_every_format(tmp_path):
    try:
        __import__("sqlite_utils"), __import__("rdflib"), __import__("cassis")
        __import__("pyarrow")
    except ImportError as error:
        pytest.skip(str(error))
    names = sorted(WRITERS.keys() - {"docbin"})
    paths = {tmp_path / f"a.{name}": name for name in names}
    write_all((FULL for _ in range(3)), paths, registry=REGISTRY)
    assert {path.name for path in tmp_path.iterdir()} == {
        *(f"a.{name}" for name in names),
        "a.metadata.json",
    }


@pytest.mark.parametrize("shape", ["blanks", "lines", "quotations"])
@pytest.mark.parametrize("name", WRITERS)
def test_time_grows_with_the_text(affordable, tmp_path, name, shape):
    def save(size):
        text = {
            "blanks": f"“No,” Ida Moss said.{' ' * size * 40}End.",
            "lines": "“No,” Ida Moss said.\n" + "\n" * size * 10 + "End.",
            "quotations": "“No,” Ida Moss said on Tuesday.\n\n" * size,
        }[shape]
        quotes = tuple(
            Quote(
                [Span(place + 1, place + 4)], QuoteKind.DIRECT, cue=[Span(place + 15, place + 19)]
            )
            for place in range(len(text))
            if text.startswith("“No", place)
        )
        found = Extraction(Article(text, id="a"), quotes)
        return lambda: saved(name, found, tmp_path)

    assert affordable(save(800), 3.5, save(400))
