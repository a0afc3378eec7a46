"""``quotekit languages``: which languages are served, and what each has."""

from __future__ import annotations

import click

from quotekit._cli.lists import list_format, put_list
from quotekit._cli.options import plugin_options
from quotekit._languages import language_name
from quotekit.registry import Registry


@click.command("languages")
@list_format
@plugin_options
def command(plugins: Registry, format: str) -> None:
    """List the languages that there are tables for.

    A language is given as a tag (de, de-AT, en_US), a three-letter code, or its English name.
    """
    languages = plugins.languages()
    records = [
        {"code": tag, "name": language_name(tag) or None, "tables": language.tables}
        for tag, language in languages.items()
    ]
    cells = {
        "CODE": list(languages),
        "NAME": [language_name(tag) for tag in languages],
        "TABLES": [", ".join(language.tables) for language in languages.values()],
    }
    put_list(format, records, cells)
