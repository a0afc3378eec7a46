#!/usr/bin/env bash
# timexy reads the last word of a number alone: "one hundred and five days" are five.
#
# The component for spaCy finds times and writes them as TIMEX3. Numbers in words it knows up to twenty, one by one; of a number
# of several words it takes the last for the whole: "twenty five days" are P5D, and so are "twenty-five days". Where the last
# word is not among them there is no time at all. The same numbers in figures are right, and no error is raised.
#
# Whom it hurts: timelines of prose: durations come out short by their largest part, with a value that looks sound.
#
# What quotekit does: it adds the words up, "and" included; tests/cases/dates/values.toml has these numbers.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check spacy==3.8.18 timexy==0.1.3
"$work/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

import spacy
from timexy import Timexy  # registers the component

english = spacy.blank("en")
english.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})


def times(text):
    return [(found.text, found.kb_id_.split('value="')[1].rstrip('"')) for found in english(text).ents]


print("timexy", version("timexy"), "spacy", version("spacy"))
for number in ("five", "twenty five", "twenty-five", "one hundred and five", "105"):
    print(times(f"The wall held for {number} days."))
assert times("The wall held for five days.") == [("five days", "P5D")]
assert times("The wall held for twenty five days.") == [("five days", "P5D")]
assert times("The wall held for one hundred and five days.") == [("five days", "P5D")]
assert times("The wall held for 105 days.") == [("105 days", "P105D")]
PY
