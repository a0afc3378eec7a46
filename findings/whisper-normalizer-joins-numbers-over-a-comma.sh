#!/usr/bin/env bash
# whisper-normalizer makes one number of two that a comma parts: "In nineteen eighty four, twenty people left" is "in 198420
# people left".
#
# The normalizer, made for comparing transcripts with what was said, takes the commas away and then turns numbers in words into
# figures; what are now neighbours it joins, as it must for spoken years. "At seven, thirty people left" is half past seven, and
# of children who are "four, six and ten" the first two are 46. In figures the same sentences keep their numbers apart. No error
# is raised.
#
# Whom it hurts: word error rates, where a transcript with figures, which is right, counts as wrong; and whoever looks for a
# quotation in a transcript through it: years, ages and counts are others.
#
# What quotekit does: it changes no text, and no number of its dates goes over a comma; tests/cases/dates/traps.toml has this
# sentence.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check whisper-normalizer==0.1.15
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from whisper_normalizer.english import EnglishTextNormalizer

normalize = EnglishTextNormalizer()
print("whisper-normalizer", version("whisper-normalizer"))
for said, made in {
    "In nineteen eighty four, twenty people left.": "in 198420 people left",
    "In 1984, 20 people left.": "in 1984 20 people left",
    "At seven, thirty people left.": "at 730 people left",
    "Her sons are four, six and ten.": "her sons are 46 and 10",
}.items():
    print(said, "->", normalize(said))
    assert normalize(said).strip() == made
PY
