#!/usr/bin/env bash
# displaCy shows words twice where entities overlap.
#
# displacy.render(..., style="ent", manual=True) takes entities as offsets of a text. Where one lies inside another, the
# words of the inner one are printed a second time behind the outer one: the page shows a text that nobody wrote. There is
# no warning. (doc.ents cannot overlap, so it only shows with manual=True, the way for offsets from elsewhere.)
#
# Whom it hurts: whoever draws quotations with the sources and times inside them. "We will stay until Friday" becomes
# "We will stay until Friday Friday", in a quotation of all places.
#
# What quotekit does: to_displacy gives the style "ent" only stretches that do not overlap, the longer of two, and has
# all of them for the style "span", which draws overlaps below one another.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check spacy==3.8.18
"$work/venv/bin/python" - <<'PY'
import re
from importlib.metadata import version

from spacy import displacy

print("spacy", version("spacy"))
text = "She said we will stay until Friday."


def shown(*entities):
    found = [dict(zip(("start", "end", "label"), entity)) for entity in entities]
    html = displacy.render({"text": text, "ents": found}, style="ent", manual=True, jupyter=False)
    words = " ".join(re.sub(r"<span[^>]*>[^<]*</span>|<[^>]+>", " ", html).split())
    print(len(found), "entities:", words)
    return words


assert shown((9, 34, "QUOTE")) == "She said we will stay until Friday ."
assert shown((9, 34, "QUOTE"), (28, 34, "TIME")) == "She said we will stay until Friday Friday ."
PY
