"""What the commands share: input options, results, standard output and complaints."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import functools
import os
import select
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO, TypeVar

import attrs
import click

from quotekit._batch import results_of
from quotekit._cli.exits import FAILED, complain
from quotekit._files import read_all
from quotekit._visible import visible
from quotekit._writers.table import LINE, rendered
from quotekit.exceptions import QuotekitError
from quotekit.models import Article, Extraction, Failure
from quotekit.models._short import plural
from quotekit.pipeline import Extractor
from quotekit.registry import Registry

if TYPE_CHECKING:
    from rich.console import RenderableType

F = TypeVar("F", bound=Callable[..., Any])
Opener = Callable[[str], AbstractContextManager[BinaryIO]]

DEBUG = "quotekit.debug"
"""Key of the context's ``meta``: whether the user wants to see where errors arise."""

UNWRAPPED = 250
"""Columns of a table that goes to a file or to another program."""

FIELDS = {
    "text": "text",
    "id": "identifier",
    "title": "headline",
    "published": "day of publication",
    "publisher": "publisher",
    "url": "address",
    "language": "language",
}
"""Fields of an article that the user may name the columns of."""

FILES_HELP = (
    "FILE is text, HTML, JSON, CSV …, also compressed, a folder or a pattern; - is standard input."
)


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a standard stream leads to a terminal; a closed one, which is None, does not."""
    return stream is not None and stream.isatty()


def plugin_options(function: F) -> F:
    """Give a command ``--plugin``, ``--block`` and ``--debug``; it takes a registry as *plugins*."""

    @functools.wraps(function)
    def command(
        added: Sequence[str],
        block: Sequence[str],
        debug: bool,
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> Any:  # noqa: ANN401 - its exit code
        click.get_current_context().meta[DEBUG] = debug
        return function(plugins=_registry(added, block, debug=debug), **options)

    for add in reversed(
        (
            click.option(
                "--plugin",
                "added",
                metavar="WHERE",
                multiple=True,
                help="A plugin that is not installed: a module's name, or the path of its file; may be "
                "given several times.",
            ),
            click.option(
                "--block",
                "-b",
                metavar="NAME",
                multiple=True,
                help="A plugin not to load; may be given several times.",
            ),
            click.option(
                "--debug",
                is_flag=True,
                help="Show where errors arise, and every answer of a plugin, on standard error.",
            ),
        )
    ):
        command = add(command)
    return command  # type: ignore[return-value]


def processes_option(function: F) -> F:
    """Give a command the option ``--processes``."""
    return click.option(
        "--processes",
        "-p",
        type=click.IntRange(min=1),
        default=1,
        metavar="N",
        show_default=True,
        help="Number of processes that share the work, at most one per core.",
    )(function)


def timeout_option(function: F) -> F:
    """Give a command the option ``--timeout``."""
    return click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="Give an article up that takes longer; by default none is.",
    )(function)


def _registry(added: Sequence[str], block: Sequence[str], *, debug: bool) -> Registry:
    """Return a registry with the plugins that the user wants.

    Raises:
        click.BadParameter: If no plugin has a name that is to be blocked.
        QuotekitError: If a plugin cannot be loaded.
    """
    made = Registry(block=block)
    names = [info.name for info in made.plugins()]
    for name in block:
        if name not in names:
            raise click.BadParameter(f"no plugin {name!r} to block; there are {', '.join(names)}")
    for where in added:
        made.load(where)
    if debug:
        made.trace(complain)
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
        encoding: Encoding of all files, if given.
        fields: The files' names for fields of an article, where they were given.
    """

    files: tuple[str, ...]
    plugins: Registry
    input_format: str | None = None
    language: str | None = None
    published: dt.date | None = None
    encoding: str | None = None
    fields: Mapping[str, str] = attrs.field(factory=dict)

    def articles(self, opener: Opener | None = None) -> Iterator[Article | Failure]:
        """Yield the articles, with the language and day that the user gave."""
        changes: dict[str, Any] = {}
        if self.language is not None:
            changes["language"] = self.language
        if self.published is not None:
            changes |= {"published": self.published, "published_from": "caller"}
        for item in read_all(
            self.files,
            format=self.input_format,
            encoding=self.encoding,
            fields=self.fields,
            registry=self.plugins,
            opener=opener,
        ):
            yield attrs.evolve(item, **changes) if isinstance(item, Article) and changes else item

    def results(
        self,
        processes: int = 1,
        opener: Opener | None = None,
        *,
        timeout: float | None = None,
        to_stdout: bool = True,
    ) -> Results:
        """Return the extractions of all articles; failures are complained about on the way.

        Args:
            processes: How many processes work.
            opener: Opens the files.
            timeout: Seconds after which an article is given up.
            to_stdout: Whether the work is in vain when nobody reads standard output any more.
        """
        look_up = _check_reader if to_stdout else None
        results = results_of(
            self.articles(opener), processes, timeout, Extractor(self.plugins), look_up
        )
        # However the command ends, the worker processes end with it.
        click.get_current_context().call_on_close(results.close)
        return Results(results)

    def refuse_output(self, path: str) -> None:
        """Check that an output is none of the inputs, under another name neither.

        Raises:
            click.BadParameter: If it is one.
        """
        for file in self.files:
            with contextlib.suppress(OSError):
                if Path(path).samefile(file):
                    raise click.BadParameter(f"{path!r} is also an input; it would be overwritten")


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
        encoding: str | None,
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> Any:  # noqa: ANN401 - its exit code
        columns = {field: options.pop(f"{field}_column") for field in FIELDS}
        fields = {field: name for field, name in columns.items() if name is not None}
        inputs = Inputs(files, plugins, input_format, language, published, encoding, fields)
        return function(inputs, **options)

    command.__doc__ = f"{function.__doc__}\n\n{FILES_HELP}"
    for add in reversed(
        (
            click.argument("files", metavar="FILE...", nargs=-1, required=True),
            click.option(
                "--input-format",
                metavar="NAME",
                help="How the files are to be read: text, jsonl, html … (see the documentation), "
                "or a plugin's format. By default by their names or first bytes.",
            ),
            click.option(
                "--encoding",
                metavar="NAME",
                help="Encoding of the files (cp1252 …). By default UTF-8, or what a file declares.",
            ),
            *(
                click.option(
                    f"--{field}-column",
                    metavar="NAME",
                    help=f"The column or key with the {meaning}; the usual names are known.",
                )
                for field, meaning in FIELDS.items()
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
            plugin_options,
        )
    ):
        command = add(command)
    return command  # type: ignore[return-value]


class Results:
    """Passes extractions on, complains about failures and doubts on the way, and sums up.

    Attributes:
        articles: How many articles were extracted so far.
        quotes: How many quotations were found in them.
        failures: How many articles or files failed.
    """

    def __init__(self, results: Iterable[Extraction | Failure]) -> None:
        self._results = results
        self.articles = self.quotes = self.failures = 0

    def __iter__(self) -> Iterator[Extraction]:
        for result in self._results:
            if isinstance(result, Failure):
                self.failures += 1
                complain(str(result))
                if click.get_current_context().meta.get(DEBUG) and result.details:
                    click.echo(visible(result.details), err=True)
            else:
                self.articles += 1
                self.quotes += len(result.quotes)
                for warning in result.article.warnings:
                    complain(f"{result.article.id}: {warning}")
                yield result
        if self.articles + self.failures > 1:
            counts = [plural(self.articles, "article"), plural(self.quotes, "quotation")]
            failed = [f"{self.failures:,} failed"] if self.failures else []
            complain(", ".join(counts + failed))

    @property
    def exit_code(self) -> int:
        """0 if all went well."""
        return FAILED if self.failures else 0


def put(pieces: Iterable[str] | Iterable[bytes]) -> None:
    """Write pieces to standard output as they come: UTF-8 and bare line feeds in every locale.

    A terminal keeps its own encoding. What cannot be encoded (lone surrogates) is written as an
    escape. A reader that goes away has had enough: the command ends there, and well.

    Raises:
        OSError: If standard output is closed, or its disk is full.
    """
    out = sys.stdout
    if out is None:
        raise OSError("standard output is closed")
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
    except OSError as error:
        if error.errno is None:  # not of standard output, but what a reader has raised
            raise
        # Standard output now leads nowhere, so that Python's last flush does not fail too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        if isinstance(error, BrokenPipeError):
            click.get_current_context().exit(0)
        raise OSError(f"standard output: {(error.strerror or str(error)).lower()}") from error


def _check_reader() -> None:
    """Notice that nobody reads standard output any more, without writing to it.

    Raises:
        BrokenPipeError: If that is so.
    """
    try:
        waiting = select.poll()
        waiting.register(sys.stdout.fileno(), 0)
        gone = any(event & select.POLLERR for _, event in waiting.poll(0))
    except (AttributeError, OSError, ValueError):  # no poll, no standard output, no file behind it
        return
    if gone:
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


def terminal(names: Iterable[str]) -> dict[str, Any]:
    """Return those of a writer's options that say what standard output looks like.

    Example:
        >>> terminal(["width", "styled", "title"]).keys()
        dict_keys(['width', 'styled'])
    """
    width = shutil.get_terminal_size((LINE, 0)).columns
    known = {"width": width, "styled": is_terminal(sys.stdout)}
    return {name: known[name] for name in names if name in known}


def put_table(table: RenderableType) -> None:
    """Write what rich lays out, as wide as the terminal; lines for other programs do not wrap.

    Example:
        >>> put_table("Ida Moss")
        Ida Moss
    """
    width = shutil.get_terminal_size((UNWRAPPED, 0)).columns
    put([rendered(table, width, styled=is_terminal(sys.stdout))])
