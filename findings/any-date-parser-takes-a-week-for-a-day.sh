#!/usr/bin/env bash
# any-date-parser reads the week of an ISO 8601 date as the day of a month.
#
# 2021-W09-4 is Thursday of the ninth week, 4 March 2021. any-date-parser says 9 April: 09 is taken for the day and 4 for the
# month, whatever stands for the W. Nothing is flagged as invalid, though the library has a way to say so.
#
# Whom it hurts: whoever reads the values of TIMEX3 or of a calendar in weeks back from JSON in JavaScript. All days move to other
# months, each of them a day that exists.
#
# What quotekit does: a day of publication in this form is the day that ISO 8601 says (`published="2021-W09-4"` is 2021-03-04);
# docs/explanation/time-model.md says which values name weeks.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" any-date-parser@2.2.4
cd "$work"
node - <<'JS'
const assert = require('node:assert');
const parser = require('any-date-parser').default;
const read = (text) => { const day = parser.fromString(text, 'en'); return day.invalid ? null : day.toISOString().slice(0, 10); };
console.log('any-date-parser', require('node:fs').readFileSync('node_modules/any-date-parser/package.json', 'utf8').match(/"version": "([^"]+)"/)[1]);
const expected = { '2021-03-04': '2021-03-04', '2021-W09-4': '2021-04-09', '2021-W10-1': '2021-01-10' };
for (const [text, day] of Object.entries(expected)) {
  console.log(text, read(text));
  assert.equal(read(text), day);
}
JS
