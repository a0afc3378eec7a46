"""A real browser: Debian's Chromium, without a head, driven by Playwright; skipped where absent."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

CHROMIUM = os.environ.get("QUOTEKIT_CHROMIUM") or shutil.which("chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESK = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="package", name="chromium")
def _chromium():
    """The browser, for as long as tests of this folder run.

    As long as Playwright runs, so does its event loop, and no other test may start one.
    """
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no chromium on the path; QUOTEKIT_CHROMIUM names one")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session", name="axe")
def _axe() -> str:
    """The script of axe-core, which the session of these tests fetches."""
    path = Path(os.environ.get("QUOTEKIT_AXE", "axe.min.js"))
    if not path.is_file():
        pytest.skip("no axe-core; QUOTEKIT_AXE names its axe.min.js")
    return path.read_text("utf-8")


@pytest.fixture(name="browse")
def _browse(chromium, tmp_path):
    """A function that opens a page; whatever the page complains of or asks for fails the test."""
    contexts, faults = [], []

    def browse(html: str, **options):
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_text(html, "utf-8")
        context = chromium.new_context(**(DESK | options))
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: _note(faults, request.url, path))
        page.goto(path.as_uri())
        return page

    yield browse
    for context in contexts:
        context.close()
    assert faults == []


def _note(faults: list[str], url: str, path: Path) -> None:
    if url.partition("#")[0] != path.as_uri():
        faults.append(f"request: {url}")


@pytest.fixture(name="check")
def _check(axe):
    """A function that asks axe-core for faults, and for what it cannot decide."""

    def check(page, part="html") -> list[str]:
        page.evaluate(axe)
        found = page.evaluate(
            "(part) => axe.run(part, {resultTypes: ['violations', 'incomplete']})", part
        )
        return [
            f"{sort}: {rule['id']}: {rule['help']}: {node['html'][:160]}"
            for sort in ("violations", "incomplete")
            for rule in found[sort]
            for node in rule["nodes"]
            if not (sort == "incomplete" and (_over_two_lines(node) or _of_a_picture(node)))
        ]

    return check


def _over_two_lines(node) -> bool:
    """Return whether axe-core gave up on an element that begins late in one line, and ends in the next.

    That its contrast suffices is measured by a test of its own.
    """
    return [(one["data"] or {}).get("messageKey") for one in node["any"]] == [
        "elmPartiallyObscuring"
    ]


def _of_a_picture(node) -> bool:
    """Return whether it is the contrast of letters in SVG, which axe-core does not compute.

    That it suffices is measured by a test of its own.
    """
    return node["html"].startswith(("<text", "<tspan")) and [one["id"] for one in node["any"]] == [
        "color-contrast"
    ]
