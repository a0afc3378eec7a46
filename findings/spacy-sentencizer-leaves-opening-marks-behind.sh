#!/usr/bin/env bash
# spaCy's sentencizer puts the quotation mark that opens a sentence at the end of the sentence before it.
#
# Behind a full stop the rule-based sentencizer takes all punctuation into the sentence that ends, so that brackets and closing
# marks stay with their words. An opening mark is punctuation too, with a blank before it or not: *She left. “We stay,” he
# said.* is cut into *She left. “* and *We stay,” he said.*, for curly marks as for straight ones and guillemets.
#
# Whom it hurts: whoever looks for quotations sentence by sentence, in the pipelines for languages without a parser above all.
# The mark that opens a quotation is in another sentence than its words, and every second sentence of a dialogue
# ends with a mark that opens nothing.
#
# What quotekit does: sentences are its own, and no plugin replaces them. In examples/plugins/quotekit-spacy, spaCy gets its
# tokens with quotekit's sentences, and the component quotekit_sentences gives them to other pipelines.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check spacy==3.8.18
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import spacy

print("spacy", version("spacy"))
nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
for opening, closing in ("“”", '""', "«»"):
    text = f"She left. {opening}We stay,{closing} he said."
    found = [sentence.text for sentence in nlp(text).sents]
    print(found)
    assert found == [f"She left. {opening}", f"We stay,{closing} he said."]
PY
