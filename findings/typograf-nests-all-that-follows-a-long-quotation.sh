#!/usr/bin/env bash
# typograf makes all quotations of a text inner ones, with single marks, behind one whose first paragraph does not close.
#
# In print each paragraph of a long quotation opens with a mark, and only the last one closes. typograf counts opening and
# closing marks over the whole text, so that the second paragraph is a quotation inside the first, and so is every quotation
# that follows, by whomever: “We stay. / ‘We pay,’ Moss said. ‘Never,’ Tran said. Between <p> tags, and with straight marks or
# curly ones in the source, it is different: there a paragraph stands for itself. No error is raised.
#
# Whom it hurts: sites in plain text or Markdown: one long quotation, set as printers do, and the rest of the article is said by
# somebody within it.
#
# What quotekit does: a paragraph that opens again goes on; tests/cases/direct/speech.toml has such speeches.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" typograf@7.8.0
cd "$work"
node - <<'JS'
const assert = require('node:assert');
const Typograf = require('typograf');
const typeset = (text, locale) => new Typograf({ locale: [locale] }).execute(text).replace(/[\u00a0\u202f]/g, ' ');
const long = '"We stay.\n\n"We pay," Moss said.\n\n"Never," Tran said.';
const closed = '"We stay."\n\n"We pay," Moss said.\n\n"Never," Tran said.';
console.log('typograf', Typograf.version);
for (const text of [long, closed]) console.log(typeset(text, 'en-US'));
assert.equal(typeset(long, 'en-US'), '“We stay.\n\n‘We pay,’ Moss said.\n\n‘Never,’ Tran said.');
assert.equal(typeset(closed, 'en-US'), '“We stay.”\n\n“We pay,” Moss said.\n\n“Never,” Tran said.');
assert.equal(typeset(long, 'fr'), '« We stay.\n\n‹ We pay, › Moss said.\n\n‹ Never, › Tran said.');
JS
