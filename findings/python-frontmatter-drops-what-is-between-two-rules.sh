#!/usr/bin/env bash
# python-frontmatter drops the beginning of a text that stands between two rules.
#
# In Markdown a line of --- with an empty line behind it is a rule. python-frontmatter takes whatever is between two such lines at
# the top for YAML; where that is valid YAML and no mapping (a sentence, a list), it has no fields to give, and gives neither: the
# words are in no field and not in the content. No error is raised, and handles() and checks() say that there is front matter.
#
# Whom it hurts: archives of Markdown that set a summary, a speech or a dialogue between rules: its quotations are gone.
#
# What quotekit does: front matter begins with a field on the first line; tests/readers/test_markdown.py has a text between two rules.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-frontmatter==1.3.0
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import frontmatter

print("python-frontmatter", version("python-frontmatter"))
expected = {
    "---\ntitle: The wall\n---\nThe council met.": ({"title": "The wall"}, "The council met."),
    "---\n\nWe stay, Ida Moss said.\n\n---\n\nThe council met.": ({}, "The council met."),
    "---\n\n- We stay.\n- No.\n\n---\n\nThe council met.": ({}, "The council met."),
    "***\n\nWe stay.\n\n***\n\nThe council met.": ({}, "***\n\nWe stay.\n\n***\n\nThe council met."),
}
for text, (fields, content) in expected.items():
    post = frontmatter.loads(text)
    print(repr(text), "->", post.metadata, repr(post.content))
    assert (post.metadata, post.content) == (fields, content)
PY
