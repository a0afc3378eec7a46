#!/usr/bin/env bash
# email-reply-parser takes a line of dialogue for a signature, and drops it with all that follows.
#
# A hyphen right before a letter begins a signature for it, anywhere in a message. *-We will not pay, the minister said.* is how
# speech is written in Spanish, French, Portuguese and Polish on keyboards without a long dash. parse_reply() gives what
# stands above; with a long dash, or a blank behind the hyphen, the message is whole.
#
# Whom it hurts: newsrooms that strip mail before they read it: the statement is lost, and the paragraphs below it.
#
# What quotekit does: it cuts a signature at its line of two hyphens and a blank; tests/readers/test_mail.py has this very line.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check email-reply-parser==0.5.12
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from email_reply_parser import EmailReplyParser

print("email-reply-parser", version("email-reply-parser"))
above, below = "The port will close.", "The union disagreed."
for line, whole in (
    ("— We will not pay, the minister said.", True),
    ("- We will not pay, the minister said.", True),
    ("-We will not pay, the minister said.", False),
):
    text = f"{above}\n\n{line}\n\n{below}"
    found = EmailReplyParser.parse_reply(text)
    print(repr(found))
    assert found == (text if whole else above)
PY
