#!/usr/bin/env bash
# iptcinfo3 names one photographer of several, and deletes the others when it saves.
#
# In the captions of press photographs (IPTC IIM) the name of the photographer may be repeated, and so may that of who wrote the
# caption. iptcinfo3 has lists for keywords, supplemental categories and contacts alone; of the others the last value replaces
# those before it. A file whose headline was changed with it has lost the first photographer for good; Pillow reads both before
# and one after. No error is raised. The documentation speaks of lists as if keywords were all there are.
#
# Whom it hurts: picture desks: credits vanish from files, by whatever touches another field, and counts of who took what are
# short.
#
# What quotekit does: it reads no images, and changes nothing that it reads; its readers keep all names of a byline
# (tests/readers/test_feeds.py).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check iptcinfo3==2.3.0 pillow==13.0.0
"$work/venv/bin/python" - "$work" <<'PY'
import io
import logging
import sys
from importlib.metadata import version
from pathlib import Path

import iptcinfo3
from PIL import Image, IptcImagePlugin

logging.disable(logging.CRITICAL)
PHOTOGRAPHER = (2, 80)
before, after = (Path(sys.argv[1], name) for name in ("before.jpg", "after.jpg"))


def dataset(number, value):
    return bytes([0x1C, 2, number]) + len(value).to_bytes(2, "big") + value


def names(path):
    return IptcImagePlugin.getiptcinfo(Image.open(path))[PHOTOGRAPHER]


caption = dataset(80, b"Bo Tran") + dataset(80, b"Ida Moss") + dataset(120, b"The wall.") + dataset(25, b"wall") + dataset(25, b"quay")
caption += dataset(15, b"N") * (len(caption) % 2)
block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + len(caption).to_bytes(4, "big") + caption
plain = io.BytesIO()
Image.new("RGB", (8, 8)).save(plain, "JPEG")
jpeg = plain.getvalue()
before.write_bytes(jpeg[:2] + b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block + jpeg[2:])

info = iptcinfo3.IPTCInfo(str(before))
print("iptcinfo3", version("iptcinfo3"), info["by-line"], info["keywords"])
assert (info["by-line"], info["keywords"]) == (b"Ida Moss", [b"wall", b"quay"])
info["headline"] = "Wall"
info.save_as(str(after))
print(names(before), "->", names(after))
assert names(before) == [b"Bo Tran", b"Ida Moss"]
assert names(after) == b"Ida Moss"
PY
