#!/usr/bin/env bash
# chrono takes the German "Montag Morgen", Monday morning, for tomorrow.
#
# "Morgen" is the morning and, in small letters, tomorrow. Behind a day of the week it is the morning; chrono.de finds both
# words as one expression, and gives the day after the day of reference: on a Wednesday, "am Montag Morgen" and "am Freitag
# Morgen" are both Thursday. "am Montag" and "am Montag Abend" are right, and so is "Monday morning" in English. No error is
# raised, and the day counts as certain, which that of "am Montag" does not.
#
# Whom it hurts: timelines of German news, where a statement made on Monday morning is the usual thing: it is dated into the
# future.
#
# What quotekit does: "Montag Morgen" is the morning of Monday (2025-03-10TMO); tests/cases/dates/languages.toml has it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" chrono-node@2.10.3
cd "$work"
node - <<'JS'
const assert = require('node:assert');
const chrono = require('chrono-node');
const wednesday = new Date(2025, 2, 12, 12);
const day = (language, text) => {
  const [found] = chrono[language].parse(text, wednesday);
  return [found.text, found.start.date().toDateString(), found.start.isCertain('day')];
};
console.log('chrono-node', require('fs').readFileSync('node_modules/chrono-node/package.json', 'utf8').match(/"version": "(.*?)"/)[1]);
for (const text of ['am Montag', 'am Montag Abend', 'am Montag Morgen', 'am Freitag Morgen']) console.log(day('de', text));
assert.equal(day('de', 'am Montag')[1], 'Mon Mar 10 2025');
assert.equal(day('de', 'am Montag Abend')[1], 'Mon Mar 10 2025');
assert.equal(day('en', 'on Monday morning')[1], 'Mon Mar 10 2025');
assert.deepEqual(day('de', 'am Montag Morgen'), ['am Montag Morgen', 'Thu Mar 13 2025', true]);
assert.deepEqual(day('de', 'am Freitag Morgen'), ['am Freitag Morgen', 'Thu Mar 13 2025', true]);
JS
