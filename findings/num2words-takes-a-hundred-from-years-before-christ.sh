#!/usr/bin/env bash
# num2words makes "minus one hundred and fifty-six" of the year 44 before Christ, in German and Dutch.
#
# With to="year" German and Dutch spell a year by its hundreds and its rest. Of a negative year the floor is taken as hundreds (minus one)
# and the rest is counted upwards from there (56): -44 is spelt as -156, -753 as -847. English says "BC" and Portuguese "antes de
# Cristo"; Spanish, Italian and French say minus and the right number. No error is raised.
#
# Whom it hurts: voice-over and quizzes made of dates: the Ides of March come 112 years early, in two of the seven languages tried.
#
# What quotekit does: it spells no years. It writes them as ISO 8601 does, and refuses those before the year 1 as dates of an article.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from num2words import num2words

print("num2words", version("num2words"))
expected = {
    ("en", -44): "forty-four BC",
    ("pt", -44): "quarenta e quatro antes de Cristo",
    ("fr", -44): "moins quarante-quatre",
    ("de", 44): "vierundvierzig",
    ("de", -44): "minuseinshundertsechsundfünfzig",
    ("nl", -44): "min één honderd zesenvijftig",
}
for (language, year), words in expected.items():
    spelt = num2words(year, lang=language, to="year")
    print(language, year, "->", spelt)
    assert spelt == words
PY
