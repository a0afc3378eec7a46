"""What the commands share: input options, results, standard output and complaints."""

from __future__ import annotations

import datetime as dt
import functools
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import attrs
import click

from quotekit._batch import extract_many
from quotekit._files import read_all
from quotekit._writers.table import rendered
from quotekit.exceptions import QuotekitError
from quotekit.models import Article, Extraction, Failure
from quotekit.pipeline import Extractor
from quotekit.registry import Registry

if TYPE_CHECKING:
    from rich.console import RenderableType

F = TypeVar("F", bound=Callable[..., Any])
Opener = Callable[[str], AbstractContextManager[BinaryIO]]

FAILED = 1
"""Exit code: some input could not be read or extracted; the rest was done."""

USAGE = 2
"""Exit code: the command was called wrongly."""

INTERRUPTED = 130
"""Exit code: the user pressed Ctrl-C."""

UNWRAPPED = 250
"""Columns of a table that goes to a file or to another program."""

FILES_HELP = "FILE is plain text, JSON lines or HTML; - is standard input."


def complain(message: str) -> None:
    """Write one line to standard error."""
    line = " ".join(message.split())
    click.echo(f"quotekit: {line}".encode(errors="backslashreplace").decode(), err=True)


def block_option(function: F) -> F:
    """Give a command the option ``--block``; it takes the :class:`.Registry` as *plugins*."""
    return click.option(
        "--block",
        "-b",
        "plugins",
        metavar="NAME",
        multiple=True,
        callback=_registry,
        help="A plugin not to load; may be given several times.",
    )(function)


def processes_option(function: F) -> F:
    """Give a command the option ``--processes``."""
    return click.option(
        "--processes",
        "-p",
        type=click.IntRange(min=1),
        default=1,
        metavar="N",
        show_default=True,
        help="Number of processes that share the work.",
    )(function)


def _registry(_: click.Context, __: click.Parameter, block: Sequence[str]) -> Registry:
    """Return a registry without the blocked plugins.

    Raises:
        click.BadParameter: If no plugin has one of these names.
    """
    made = Registry(block=block)
    names = [info.name for info in made.plugins()]
    for name in block:
        if name not in names:
            raise click.BadParameter(f"no plugin {name!r} to block; there are {', '.join(names)}")
    return made


def _day(_: click.Context, __: click.Parameter, value: str | None) -> dt.date | None:
    """Read a day from an option.

    Raises:
        click.BadParameter: If it is none.
    """
    try:
        return Article("", published=value).published
    except QuotekitError:
        raise click.BadParameter(f"takes a date such as 2021-07-27, not {value!r}") from None


@attrs.frozen
class Inputs:
    """The files that a command was given, and how they are to be read.

    Attributes:
        files: Paths; ``-`` is standard input.
        plugins: What reads, extracts and writes.
        input_format: A reader's name, if given.
        language: Language of all articles, if given.
        published: Day of all articles, if given.
    """

    files: tuple[str, ...]
    plugins: Registry
    input_format: str | None = None
    language: str | None = None
    published: dt.date | None = None

    def articles(self, opener: Opener | None = None) -> Iterator[Article | Failure]:
        """Yield the articles, with the language and day that the user gave."""
        changes: dict[str, Any] = {}
        if self.language is not None:
            changes["language"] = self.language
        if self.published is not None:
            changes |= {"published": self.published, "published_from": "caller"}
        for item in read_all(
            self.files, format=self.input_format, registry=self.plugins, opener=opener
        ):
            yield attrs.evolve(item, **changes) if isinstance(item, Article) and changes else item

    def results(self, processes: int = 1, opener: Opener | None = None) -> Results:
        """Return the extractions of all articles; failures are complained about on the way."""
        return Results(
            extract_many(
                self.articles(opener), processes=processes, extractor=Extractor(self.plugins)
            )
        )


def article_inputs(function: F) -> F:
    """Give a command its files and the options that say how to read them, as *inputs*.

    Example:
        >>> @click.command("count")
        ... @article_inputs
        ... def command(inputs: Inputs) -> int:
        ...     '''Count the quotations in files.'''
        ...     results = inputs.results()
        ...     put([f"{sum(len(extraction.quotes) for extraction in results)}\\n"])
        ...     return results.exit_code
        >>> command.main(["examples/articles/ferry.txt"], standalone_mode=False)
        11
        0
    """

    @functools.wraps(function)
    def command(
        files: tuple[str, ...],
        plugins: Registry,
        input_format: str | None,
        language: str | None,
        published: dt.date | None,
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> Any:  # noqa: ANN401 - its exit code
        return function(Inputs(files, plugins, input_format, language, published), **options)

    command.__doc__ = f"{function.__doc__}\n\n{FILES_HELP}"
    for add in reversed(
        (
            click.argument("files", metavar="FILE...", nargs=-1, required=True),
            click.option(
                "--input-format",
                metavar="NAME",
                help="How the files are to be read: text, jsonl, html, or a plugin's format. "
                "By default by their names or first bytes.",
            ),
            click.option(
                "--language",
                "-l",
                metavar="CODE",
                help="Language of all articles (en, de …), whatever the input says of it.",
            ),
            click.option(
                "--published",
                metavar="DATE",
                callback=_day,
                help="Day of publication of all articles (2021-07-27), whatever the input says.",
            ),
            block_option,
        )
    ):
        command = add(command)
    return command  # type: ignore[return-value]


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


def put(pieces: Iterable[str] | Iterable[bytes]) -> None:
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
            if isinstance(piece, bytes):
                out.buffer.write(piece)
            else:
                out.write(piece)
            if out.isatty():
                out.flush()
        out.flush()
    except BrokenPipeError:
        # Standard output now leads nowhere, so that Python's last flush does not fail too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        click.get_current_context().exit(0)


def put_table(table: RenderableType) -> None:
    """Write what rich lays out, as wide as the terminal; lines for other programs do not wrap.

    Example:
        >>> put_table("Ida Moss")
        Ida Moss
    """
    width = shutil.get_terminal_size((UNWRAPPED, 0)).columns
    put([rendered(table, width, styled=sys.stdout.isatty())])
