#!/usr/bin/env bash
# quotequail takes a press release for a reply to the minister it quotes.
#
# A line *On Tuesday the minister wrote:* opens a reply for it, without an address, a time of day or a *>* before the lines
# below. unwrap() then gives what was quoted, and every later paragraph, as the older message, and quote() marks it as to be
# hidden.
#
# Whom it hurts: newsrooms that strip replies from mail before they read it: the statement is what is lost.
#
# What quotekit does: its mail reader leaves such a text whole; tests/readers/test_mail.py has this very line.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check quotequail==0.5.4
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import quotequail

print("quotequail", version("quotequail"))
text = (
    "The port will close.\n\nOn Tuesday the minister wrote:\n\n"
    "“We will not pay.”\n\nThe union disagreed.\n"
)
shown, hidden = quotequail.quote(text)
print("shown: ", shown)
print("hidden:", hidden)
assert shown == (True, "The port will close.\n\nOn Tuesday the minister wrote:")
assert not hidden[0] and "We will not pay" in hidden[1] and "The union disagreed" in hidden[1]
message = quotequail.unwrap(text)
print(message)
assert message["type"] == "reply" and message["text_top"] == "The port will close."
PY
