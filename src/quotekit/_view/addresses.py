"""Addresses: which of them may become links."""

from __future__ import annotations

import re

WEB_RE = re.compile(r"https?://[^\s\x00-\x20]+", flags=re.IGNORECASE)


def is_web(url: str | None) -> bool:
    """Return whether an address may become a link; others are shown as text.

    Example:
        >>> is_web("https://quay.example"), is_web("javascript:alert(1)"), is_web(None)
        (True, False, False)
    """
    return url is not None and WEB_RE.fullmatch(url) is not None
