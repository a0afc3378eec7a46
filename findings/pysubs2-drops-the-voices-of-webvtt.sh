#!/usr/bin/env bash
# pysubs2 drops who speaks from WebVTT, though its events have a field for it.
#
# An event has a name, the speaker, which its SubStation reader fills and its SubStation writer writes. Its WebVTT reader
# removes *<v Ida Moss>* like markup for looks and leaves the name empty. Saved as WebVTT again, the file has no speakers.
#
# Whom it hurts: whoever shifts the times of a captioned hearing or converts it: the words stay, the speakers are gone, and
# nothing warns.
#
# What quotekit does: its own reader keeps each voice as a labelled turn; tests/readers/test_subtitles.py.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pysubs2==1.8.1
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import pysubs2

print("pysubs2", version("pysubs2"))
text = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ida Moss>We will pay.</v>\n"
cues = pysubs2.SSAFile.from_string(text, format_="vtt")
[event] = cues
print(repr(event.name), repr(event.text))
assert (event.name, event.text) == ("", "We will pay.")
again = cues.to_string("vtt")
print(again)
assert "We will pay." in again and "Moss" not in again

event.name = "Ida Moss"
[event] = pysubs2.SSAFile.from_string(cues.to_string("ass"))
print("SubStation:", repr(event.name))
assert event.name == "Ida Moss"
PY
