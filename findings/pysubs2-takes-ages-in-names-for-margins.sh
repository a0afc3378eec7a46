#!/usr/bin/env bash
# pysubs2 writes a speaker's name with a comma as two fields, and reads it back as a margin.
#
# In SubStation files fields are parted by commas, so a name cannot hold one. pysubs2 writes *Ida Moss, 54* as it is. Read
# again by pysubs2 itself, the speaker is *Ida Moss* with a left margin of 54, each field behind it has moved by one, and
# the words begin with a comma. Neither way is there an error or a warning. (It warns only where no number follows.)
#
# Whom it hurts: whoever keeps transcripts as SubStation, the format of subtitles that has a field for speakers: names of the
# form *Moss, Ida* or with an age lose half of it, and every one of their statements begins with a comma.
#
# What quotekit does: it writes no subtitles; in those it reads, a voice is the whole of what its tag says.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pysubs2==1.8.1
"$work/venv/bin/python" -W error - <<'PY'
from importlib.metadata import version

from pysubs2 import SSAEvent, SSAFile

print("pysubs2", version("pysubs2"))


def again(name):
    cues = SSAFile()
    cues.append(SSAEvent(start=1000, end=3000, name=name, text="We will pay."))
    [event] = SSAFile.from_string(cues.to_string("ass"))
    print(repr(name), "->", repr(event.name), event.marginl, repr(event.text))
    return event.name, event.marginl, event.text


assert again("Ida Moss") == ("Ida Moss", 0, "We will pay.")
assert again("Ida Moss, 54") == ("Ida Moss", 54, ",We will pay.")
PY
