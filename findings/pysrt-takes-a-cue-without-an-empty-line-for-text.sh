#!/usr/bin/env bash
# pysrt reads two cues without an empty line between them as one, and loses the words after an empty line in a cue.
#
# Hand-made and converted SubRip files often lack the empty line, or have one inside a cue. pysrt gives the number and the
# time line of the next cue as if they were spoken, and in the other case drops the rest of the cue without an error.
#
# Whom it hurts: readers of transcripts: *2* and *00:00:03,000 --> …* stand in a speech, or a sentence is gone.
#
# What quotekit does: in its own reader a cue ends only before a time line and the number above it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pysrt==1.1.2
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import pysrt

print("pysrt", version("pysrt"))
first = "1\n00:00:01,000 --> 00:00:02,000\nIt holds.\n"
second = "2\n00:00:03,000 --> 00:00:04,000\nYes.\n"
joined = [cue.text for cue in pysrt.from_string(first + second)]
print("no empty line between:", joined)
assert joined == ["It holds.\n2\n00:00:03,000 --> 00:00:04,000\nYes."]
lost = [cue.text for cue in pysrt.from_string(first + "\nSo far.\n\n" + second)]
print("empty line inside:    ", lost)
assert lost == ["It holds.", "Yes."]
PY
