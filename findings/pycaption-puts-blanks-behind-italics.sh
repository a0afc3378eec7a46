#!/usr/bin/env bash
# pycaption puts a blank behind every word in italics, bold or underlined type when it writes SRT.
#
# SRTWriter leaves markup out and joins the pieces of a caption with blanks. Where a piece ends in a word or before a comma or a
# closing mark, the blank is new: "It is <i>old</i>,” becomes "It is old ,”, un<i>true</i> becomes "un true". Its
# writers of WebVTT and DFXP keep the pieces together. No error is raised.
#
# Whom it hurts: whoever looks for quotations in captions: the closing mark is behind a blank, as an opening one would be, emphasis
# makes two words of one, and a search for the words as they were said fails.
#
# What quotekit does: it takes tags out of captions and puts nothing in; tests/readers/test_subtitles.py has emphasis inside a word.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pycaption==2.3.14
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from pycaption import SRTWriter, WebVTTReader, WebVTTWriter

CAPTION = "“It is <i>old</i>,” <b>Ida</b>’s aide said. “And un<i>true</i>.”"
captions = WebVTTReader().read(f"WEBVTT\n\n00:01.000 --> 00:03.000\n{CAPTION}\n")
vtt, srt = (writer().write(captions).splitlines()[-1] for writer in (WebVTTWriter, SRTWriter))
print("pycaption", version("pycaption"))
print(vtt)
print(srt)
assert vtt == CAPTION
assert srt == "“It is old ,” Ida ’s aide said. “And un true .”"
PY
