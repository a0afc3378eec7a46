"""Bodies of messages: what the sender wrote, without soft line breaks, answers and signatures."""

from __future__ import annotations

import re
from itertools import groupby

SIGNATURE_RE = re.compile(r"^-- \r?$", re.MULTILINE)
"""The one line that RFC 3676 puts above a signature; *--* alone may be a dash."""

ADDRESSED_RE = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
WROTE_RE = re.compile(
    r"(?:wrote|schrieb|écrit|escribió|escreveu|ha scritto|schreef)[^\n]{0,40}:\s*$"
)
"""The end of the line over an answer: *On 3 May, Ida Moss <ida@quay.example> wrote:*."""

WRAPPED_RE = re.compile(r"(?:On|Am|Le|El|Em|Il|Op)\s[^\n]*\n[^\n]*\S")
"""Such a line wrapped in two."""

ORIGINAL_RE = re.compile(r"^-{3,} ?(?:Original Message|Forwarded message) ?-{3,}\s*$", re.MULTILINE)


def own_words(text: str) -> str:
    """Return a message without its signature and the message that it answers.

    Only what is sure goes: the lines after *-- *, and quoted lines (*>*) at the end with the line
    above them. A line such as *On Tuesday the minister wrote:* is no such line unless an address is
    in it, or quoted lines follow to the end.

    Example:
        >>> own_words("Yes.\\n\\nOn 3 May, Ida <ida@quay.example> wrote:\\n> Does it hold?\\n")
        'Yes.\\n\\n'
        >>> own_words("On Tuesday the minister wrote:\\n“It holds.”\\n")
        'On Tuesday the minister wrote:\\n“It holds.”\\n'
    """
    signature = list(SIGNATURE_RE.finditer(text))
    if signature and text[: signature[-1].start()].strip():
        text = text[: signature[-1].start()]
    original = ORIGINAL_RE.search(text)
    if original and re.match(r"\s*(?:>? ?)From:", text[original.end() :]):
        text = text[: original.start()] if text[: original.start()].strip() else text
    return _without_answer(text)


def _without_answer(text: str) -> str:
    lines = text.splitlines(keepends=True)
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith(">")):
        end -= 1
    if not end or not any(line.startswith(">") for line in lines[end:]):
        return text
    two = "".join(lines[max(end - 2, 0) : end])
    if end > 2 and WRAPPED_RE.match(two) and ADDRESSED_RE.search(two) and WROTE_RE.search(two):
        return "".join(lines[: end - 2])
    if end > 1 and WROTE_RE.search(lines[end - 1]):
        return "".join(lines[: end - 1])
    return text


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """Return text of ``format=flowed`` (RFC 3676) with each paragraph on one line.

    Example:
        >>> unflowed("It holds, \\nshe said.\\n> No.\\n-- \\nIda\\n")
        'It holds, she said.\\n> No.\\n-- \\nIda\\n'
    """
    done: list[str] = []
    for depth, group in groupby(text.splitlines(), lambda line: len(line) - len(line.lstrip(">"))):
        open_line = ""
        for line in group:
            words = line[depth:].removeprefix(" ")
            if words.endswith(" ") and words != "-- ":
                open_line += words[:-1] if delete_space else words
                continue
            done.append(_quoted(depth, open_line + words))
            open_line = ""
        if open_line:
            done.append(_quoted(depth, open_line.rstrip()))
    return "".join(f"{line}\n" for line in done)


def _quoted(depth: int, line: str) -> str:
    return f"{'>' * depth} {line}" if depth else line
