#!/usr/bin/env bash
# webvtt-py gives the words of two speakers in one cue to the first of them.
#
# A WebVTT cue may hold several voices, each in a *<v name>* of its own. Caption.text has the words of all, Caption.voice
# the first name alone, and neither says that there was a second.
#
# Whom it hurts: transcripts by speaker: an answer is put into the mouth of who asked.
#
# What quotekit does: its own reader makes each voice a labelled turn; tests/readers/test_subtitles.py has two in a cue.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check webvtt-py==0.6.0
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import webvtt

print("webvtt-py", version("webvtt-py"))
text = (
    "WEBVTT\n\n00:01.000 --> 00:03.000\n"
    "<v Ida Moss>Will you pay?</v>\n<v Bo Tran>Never.</v>\n"
)
[caption] = webvtt.from_string(text)
print(repr(caption.voice), repr(caption.text))
assert caption.voice == "Ida Moss"
assert caption.text == "Will you pay?\nNever."
PY
