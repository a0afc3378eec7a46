#!/usr/bin/env bash
# humanparser takes the surname Ma for a degree, and gives a person without a surname.
#
# Suffixes are looked for without regard to capitals, and "ma", Master of Arts, is one, as are "md", "v" and "phd". "Ida Ma" has
# the first name Ida, the suffix Ma and an empty last name; "Ma, Ida" has too. A dot or a comma makes no difference. The option
# ignoreSuffix turns it off for all, graduates included. No error is raised.
#
# Whom it hurts: whoever groups speakers by surname: Ma is among the most common ones there are, and all who bear it share the
# empty one.
#
# What quotekit does: the only surname of a name stays one; tests/cases/speakers/paragraphs.toml has Ida Ma.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" humanparser@2.7.0
cd "$work"
node - <<'JS'
const assert = require('node:assert');
const { parseName } = require('humanparser');
console.log('humanparser', require('humanparser/package.json').version);
for (const name of ['Ida Ma', 'Ma, Ida', 'Ida Moss', 'Ida Moss MA']) console.log(parseName(name));
assert.deepEqual(parseName('Ida Ma'), { suffix: 'Ma', firstName: 'Ida', lastName: '', fullName: 'Ida Ma' });
assert.equal(parseName('Ma, Ida').lastName, '');
assert.equal(parseName('Ida Moss').lastName, 'Moss');
assert.deepEqual([parseName('Ida Moss MA').lastName, parseName('Ida Moss MA').suffix], ['Moss', 'MA']);
JS
