#!/usr/bin/env bash
# The npm package subtitle stops at cues of WebVTT that have a name, and at styles.
#
# A cue may have an identifier, any line of text, and a file may begin with a STYLE block; both are in the standard, and
# editors write them. subtitle takes only figures for an identifier: at a name it throws an error, "expected timestamp", and
# the whole file is lost. NOTE blocks it knows.
#
# Whom it hurts: whoever reads captions of council meetings or broadcasts, where cues are named after the speaker.
#
# What quotekit does: its reader of WebVTT takes named cues and passes over styles; tests/readers has both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" subtitle@4.2.2
cd "$work"
node - <<'JS'
const assert = require('node:assert');
const { parseSync } = require('subtitle');
const cue = (name) => `WEBVTT\n\n${name}00:00:01.000 --> 00:00:02.000\n<v Ida Moss>We stay.\n`;
const cues = (text) => { try { return parseSync(text).filter((node) => node.type === 'cue').length; } catch (error) { return error.message; } };
console.log('subtitle', require('subtitle/package.json').version);
for (const name of ['', '1\n', 'moss-1\n', 'STYLE\n::cue(v) { color: red }\n\n']) console.log(JSON.stringify(name), cues(cue(name)));
assert.equal(cues(cue('')), 1);
assert.equal(cues(cue('1\n')), 1);
assert.match(cues(cue('moss-1\n')), /expected timestamp at row 3, but received: "moss-1"/);
assert.match(cues(cue('STYLE\n::cue(v) { color: red }\n\n')), /expected timestamp/);
JS
