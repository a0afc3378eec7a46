#!/usr/bin/env bash
# typopo sets a blank behind the bracket of a letter that an editor changed: “[W]e stay” becomes “[W] e stay”.
#
# In a quotation, [W]e says that the speaker's word did not begin a sentence, and "stay[ed]" that its end is the editor's.
# typopo corrects blanks around brackets in running text, and takes both for two words: “[W] e stay”, “he stay [ed]”. Brackets
# around a single s are left, as in "pay[s]", so the case is known. It is so in every language, and no setting leaves brackets
# alone.
#
# Whom it hurts: editors who run it over articles before they publish: the words quoted are no words any more, in just those
# quotations that were edited with care, and a search for them fails.
#
# What quotekit does: it changes no text; tests/cases/marks/odd.toml has quotations that begin with a bracket.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" typopo@3.1.0
cd "$work"
cat > fix.mjs <<'JS'
import assert from 'node:assert';
import { fixTypos } from 'typopo';
const fix = (text, language) => fixTypos(text, language).replaceAll('\u00a0', ' ');
const cases = {
  '“[W]e stay,” she said.': '“[W] e stay,” she said.',
  'He said they “stay[ed] here” for good.': 'He said they “stay [ed] here” for good.',
  'He said that it “pay[s]” for all.': 'He said that it “pay[s]” for all.',
  '“We [the people] stay,” she said.': '“We [the people] stay,” she said.',
};
for (const [text, fixed] of Object.entries(cases)) {
  console.log(text, '->', fix(text, 'en-us'));
  assert.equal(fix(text, 'en-us'), fixed);
}
assert.equal(fix('„[W]ir bleiben“', 'de-de'), '„[W] ir bleiben“');
JS
npm ls typopo | grep typopo@
node fix.mjs
