#!/usr/bin/env bash
# chrono gives yesterday for the French "avant-hier", the day before yesterday.
#
# chrono.fr knows "hier" and "la veille", and looks for them at the edge of a word; a hyphen is one. Of "avant-hier", which is
# one word, it takes the second half. "après-demain", the day after tomorrow, is tomorrow likewise. In German, "vorgestern" and
# "übermorgen" are right, and the English "the day before yesterday" is too. No error is raised.
#
# Whom it hurts: timelines of French news: what was said two days ago was said yesterday, and the words that were found ("hier")
# look right in a list.
#
# What quotekit does: the word is a row of its table; tests/cases/dates/languages.toml has "avant-hier".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" chrono-node@2.10.3
cd "$work"
node - <<'JS'
const assert = require('node:assert');
const chrono = require('chrono-node');
const wednesday = new Date(2025, 2, 12, 12);
const day = (language, text) => chrono[language].parse(text, wednesday).map((found) => [found.text, found.start.date().toDateString()]);
console.log('chrono-node', require('fs').readFileSync('node_modules/chrono-node/package.json', 'utf8').match(/"version": "(.*?)"/)[1]);
for (const text of ['Elle est partie hier.', 'Elle est partie avant-hier.', 'Elle part après-demain.']) console.log(text, day('fr', text));
assert.deepEqual(day('fr', 'Elle est partie hier.'), [['hier', 'Tue Mar 11 2025']]);
assert.deepEqual(day('fr', 'Elle est partie avant-hier.'), [['hier', 'Tue Mar 11 2025']]);
assert.deepEqual(day('fr', 'Elle part après-demain.'), [['demain', 'Thu Mar 13 2025']]);
assert.deepEqual(day('de', 'Sie ging vorgestern.'), [['vorgestern', 'Mon Mar 10 2025']]);
JS
