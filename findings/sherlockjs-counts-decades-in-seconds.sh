#!/usr/bin/env bash
# Sherlock reads "the 1990s" as "in 1,990 seconds".
#
# The s of a decade is the short form of seconds, so that a sentence about the 1990s begins thirty-three minutes and ten seconds
# from now, and a year in front of a noun is a time of day: "the 2020 vote" is at 20:20. Nothing marks these as guesses; with
# no time at all in the sentence the result says null.
#
# Whom it hurts: whoever dates statements of a newspaper with it: its decades all happen in the hour of the run.
#
# What quotekit does: decades have the value 199 (TIMEX3), a year before a noun is a year; the table of times has decades as an
# example.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" sherlockjs@1.4.2
cd "$work"
node - <<'JS'
const assert = require('node:assert');
const Sherlock = require('sherlockjs');
const now = new Date(2021, 2, 4, 12, 0, 0);
Sherlock._setNow(now);
const seconds = (text) => { const { startDate } = Sherlock.parse(text); return startDate && Math.round((startDate - now) / 1000); };
console.log('sherlockjs', require('sherlockjs/package.json').version);
for (const text of ['Rents fell in the 1990s', 'The 2020 vote was close', 'The vote was close']) console.log(text, seconds(text));
assert.equal(seconds('Rents fell in the 1990s'), 1990);
assert.equal(seconds('The 2020 vote was close'), 8 * 3600 + 20 * 60);
assert.equal(seconds('The vote was close'), null);
JS
