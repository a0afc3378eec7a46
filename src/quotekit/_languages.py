"""Language tags: the one place where *en_US*, *eng* and *English* become what tables go by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from quotekit import _compact


def language_tag(given: str) -> str:
    """Return a language as a tag of BCP 47: language, script and region with hyphens.

    Args:
        given: A tag in any case, with hyphens or underscores; a locale; a three-letter code or the
            English name of a language that quotekit has tables for.

    Example:
        >>> [language_tag(given) for given in ("en", "EN", "en_us", "eng", "English", "zh-hant-tw")]
        ['en', 'en', 'en-US', 'en', 'en', 'zh-Hant-TW']
        >>> language_tag("de_AT.UTF-8")
        'de-AT'
    """
    locale = given.strip().partition(".")[0].partition("@")[0]
    first, *rest = locale.replace("_", "-").lower().split("-")
    return "-".join([_aliases().get(first, first), *map(_subtag, rest)])


def prefixes(tag: str) -> Iterator[str]:
    """Yield a tag and what is left as it is cut from its end, as BCP 47 looks tags up.

    Example:
        >>> list(prefixes("zh-Hant-TW"))
        ['zh-Hant-TW', 'zh-Hant', 'zh']
    """
    while tag:
        yield tag
        tag = tag.rpartition("-")[0]


def language_name(tag: str) -> str:
    """Return the English name of a language that quotekit has tables for; else nothing.

    Example:
        >>> language_name("de-AT")
        'German'
    """
    return _names().get(tag.partition("-")[0], "")


def _subtag(subtag: str) -> str:
    if subtag.isalpha():
        return {2: subtag.upper(), 4: subtag.title()}.get(len(subtag), subtag)
    return subtag


@cache
def _rows() -> dict[str, dict[str, str | list[str]]]:
    folder = _compact.folder_of("quotekit.data")
    text = folder.joinpath("languages.toml").read_bytes()
    return _compact.load(folder, "languages", text) or _compact.read_text(text, is_json=False)


@cache
def _names() -> dict[str, str]:
    return {code: str(row["name"]) for code, row in _rows().items()}


@cache
def _aliases() -> dict[str, str]:
    names = {name.lower(): code for code, name in _names().items()}
    return names | {alias: code for code, row in _rows().items() for alias in row["codes"]}
