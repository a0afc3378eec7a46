"""Plugins that are wrong: each error names the plugin, the hook and the cure, in every process."""

from __future__ import annotations

import json
import sys
import tomllib

import pytest

from .loading import CASES

PLUGINS = tomllib.loads((CASES / "broken_plugins.toml").read_text("utf-8"))["case"]
IMPORTS = "from quotekit import Attribution, Quote, Span, Table, hookimpl\n"


@pytest.fixture(params=PLUGINS, ids=lambda case: case["name"])
def case(request):
    return request.param


@pytest.fixture
def path(case, tmp_path):
    path = tmp_path / f"{case['name']}.py"
    path.write_text(IMPORTS + case["code"], "utf-8")
    yield path
    sys.modules.pop(case["name"], None)


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "articles.jsonl"
    texts = {"calm": "“We stay,” Ida Moss said.", "storm": "“It went boom,” Bo Tran said."}
    path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in texts.items()))
    return path


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_broken_plugin_is_named_with_its_hook_and_its_cure(
    quotekit, case, path, articles, processes
):
    code, out, err = quotekit(
        "extract", str(articles), "--plugin", str(path), "-p", processes, "-f", "jsonl"
    )
    assert code == 1
    assert "Traceback" not in err
    failed = {"loading": 1, "article": 2, "boom": 1}[case["at"]]
    kept = {"loading": 0, "article": 0, "boom": 1}[case["at"]]
    complaints = [line for line in err.splitlines() if case["name"] in line]
    assert (len(complaints), len(out.splitlines())) == (failed, kept), err
    for complaint in complaints:
        assert " at 0x" not in complaint, "the same plugin gives the same words"
        for words in case["says"]:
            assert words in complaint
