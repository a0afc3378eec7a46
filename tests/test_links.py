"""The check of the built documentation's links, on a small site with every fault once."""

from __future__ import annotations

import subprocess
import sys

import pytest

from .conftest import ROOT

CHECK = ROOT / "docs" / "links.py"
GOOD = """
<h1 id="top">Home</h1> <a href="#top">up</a> <a href="guide/">folder</a>
<a href="guide/index.html#wall%20one">place</a>
<a href="https://quay.example/a?b=c#d">elsewhere</a> <a href="mailto:desk@quay.example">mail</a>
<img src="a.svg" alt="A wall">
"""


@pytest.fixture
def site(tmp_path):
    """Return what writes the home page of a site that has a guide and a picture, and checks it."""
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / "index.html").write_text(
        '<h2 id="wall one">Wall</h2> <a href="../">home</a>'
    )
    (tmp_path / "a.svg").write_text("<svg/>")

    def check(html: str) -> tuple[int, list[str]]:
        (tmp_path / "index.html").write_text(html)
        command = [sys.executable, CHECK, tmp_path]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.returncode, (done.stdout + done.stderr).splitlines()

    return check


def test_a_site_whose_links_lead_somewhere_passes(site):
    assert site(GOOD) == (0, [])


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<a href="gone.html">x</a>', "'gone.html': no such file"),
        ('<img src="gone.svg" alt="">', "'gone.svg': no such file"),
        ('<a href="guide/#gone">x</a>', "'guide/#gone': no such place"),
        ('<a href="#gone">x</a>', "'#gone': no such place"),
        ('<a href="htps://quay.example">x</a>', "'htps://quay.example': malformed"),
        ('<a href="https://quay">x</a>', "'https://quay': malformed"),
        ('<p id="a"></p><p id="a"></p>', "the id 'a' is given 2 times"),
        ('<img src="a.svg">', "the picture 'a.svg' has no alt"),
    ],
)
def test_each_fault_is_a_line_that_names_the_page(site, html, fault):
    assert site(GOOD + html) == (1, [f"index.html: {fault}"])


def test_a_folder_without_pages_is_a_fault(site, tmp_path):
    done = subprocess.run([sys.executable, CHECK, tmp_path / "guide" / "none"], check=False)
    assert done.returncode == 1
