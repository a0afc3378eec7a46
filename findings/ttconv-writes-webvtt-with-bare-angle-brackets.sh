#!/usr/bin/env bash
# ttconv writes the text of WebVTT cues without escapes, so that words after a "<" are lost for all that read them.
#
# In WebVTT "<" begins a tag and "&" an escape; in text they are written &lt; and &amp;. ttconv undoes that when it reads, and does not
# redo it when it writes: a cue that said "He said &lt;laughs&gt; no" leaves it with a tag of the name "laughs". Read again,
# by webvtt-py or by ttconv itself, the word is gone, and so is all from "x < y" to the next ">". From SRT, where "<" is
# text, it is the same. No error is raised.
#
# Whom it hurts: captions with sound notes, prompts and formulas in angle brackets; what was said behind an open bracket disappears.
#
# What quotekit does: its reader keeps a "<" with a blank behind it as text; tests/readers/test_subtitles.py has what ttconv wrote.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ttconv==1.2.3 webvtt-py==0.6.0
"$work/venv/bin/python" - <<'PY' 2>&1
import html
import io
from importlib.metadata import version

import ttconv.vtt.reader
import ttconv.vtt.writer
import webvtt

VALID = """WEBVTT

00:01.000 --> 00:02.000
Moss &amp; Tran

00:02.000 --> 00:03.000
He said &lt;laughs&gt; no.

00:04.000 --> 00:05.000
If x &lt; y we stay.
"""
print("ttconv", version("ttconv"), "webvtt-py", version("webvtt-py"))
written = ttconv.vtt.writer.from_model(ttconv.vtt.reader.to_model(io.StringIO(VALID)))
print(written)
assert "He said <laughs> no." in written
assert "If x < y we stay." in written
before, after = ([html.unescape(cue.text) for cue in webvtt.from_string(text)] for text in (VALID, written))
print(before, after)
assert before == ["Moss & Tran", "He said <laughs> no.", "If x < y we stay."]
assert after == ["Moss & Tran", "He said  no.", "If x "]
PY
