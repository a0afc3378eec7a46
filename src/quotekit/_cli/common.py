"""What the commands share: options, exit codes, standard output and complaints."""

import datetime as dt
import os
import sys
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import attrs
import typer

from quotekit.exceptions import QuotekitError
from quotekit.models import Article, Extraction, Failure
from quotekit.registry import Registry

FAILED = 1
"""Exit code: some input could not be read or extracted; the rest was done."""

USAGE = 2
"""Exit code: the command was called wrongly."""

INTERRUPTED = 130
"""Exit code: the user pressed Ctrl-C."""

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="Plain text, JSON lines or HTML; - is standard input.",
        show_default=False,
    ),
]
InputFormat = Annotated[
    str | None,
    typer.Option(
        "--input-format",
        metavar="NAME",
        help="How the files are to be read: text, jsonl, html, or a plugin's format. "
        "By default by their names or first bytes.",
        show_default=False,
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        "-l",
        metavar="CODE",
        help="Language of all articles (en, de …), whatever the input says of it.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="Day of publication of all articles (2021-07-27), whatever the input says of it.",
        show_default=False,
    ),
]
Block = Annotated[
    list[str] | None,
    typer.Option(
        "--block",
        "-b",
        metavar="NAME",
        help="A plugin not to load; may be given several times.",
        show_default=False,
    ),
]


def complain(message: str) -> None:
    """Write one line to standard error."""
    line = " ".join(message.split())
    typer.echo(f"quotekit: {line}".encode(errors="backslashreplace").decode(), err=True)


def registry(block: list[str] | None) -> Registry:
    """Return a registry without the blocked plugins.

    Raises:
        typer.BadParameter: If no plugin has one of these names.
    """
    made = Registry(block=block or ())
    names = [info.name for info in made.plugins()]
    for name in block or ():
        if name not in names:
            raise typer.BadParameter(f"no plugin {name!r} to block; there are {', '.join(names)}")
    return made


def as_told(
    articles: Iterable[Article | Failure], language: str | None, published: str | None
) -> Iterator[Article | Failure]:
    """Yield the articles with the language and day that the user gave."""
    changes: dict[str, Any] = {}
    if language is not None:
        changes["language"] = language
    if published is not None:
        changes |= {"published": day(published), "published_from": "caller"}
    for item in articles:
        yield attrs.evolve(item, **changes) if isinstance(item, Article) and changes else item


def day(value: str) -> dt.date:
    """Read a day from an option.

    Raises:
        typer.BadParameter: If it is none.
    """
    try:
        return Article("", published=value).published or dt.date.min
    except QuotekitError:
        raise typer.BadParameter(
            f"--published takes a date such as 2021-07-27, not {value!r}"
        ) from None


class Results:
    """Passes extractions on, and complains about failures on the way.

    Attributes:
        failures: How many there were so far.
    """

    def __init__(self, results: Iterable[Extraction | Failure]) -> None:
        self._results = results
        self.failures = 0

    def __iter__(self) -> Iterator[Extraction]:
        for result in self._results:
            if isinstance(result, Failure):
                self.failures += 1
                complain(str(result))
            else:
                yield result

    @property
    def exit_code(self) -> int:
        """0 if all went well."""
        return FAILED if self.failures else 0


def put(pieces: Iterable[str]) -> None:
    """Write pieces to standard output as they come: UTF-8 and bare line feeds in every locale.

    A terminal keeps its own encoding. What cannot be encoded (lone surrogates) is written as an
    escape. A reader that goes away has had enough: the command ends there, and well.
    """
    out = sys.stdout
    if hasattr(out, "reconfigure"):
        encoding = out.encoding if out.isatty() else "utf-8"
        out.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
    try:
        for piece in pieces:
            out.write(piece)
            if out.isatty():
                out.flush()
        out.flush()
    except BrokenPipeError:
        # Standard output now leads nowhere, so that Python's last flush does not fail too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        raise typer.Exit(0) from None
