"""The files that commands read, how they are to be read, and what comes of them."""

from __future__ import annotations

import codecs
import contextlib
import datetime as dt
import functools
import inspect
import os
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import attrs
import click

from quotekit._attempt import place
from quotekit._batch import results_of
from quotekit._cli import garbage
from quotekit._cli.console import check_reader
from quotekit._cli.exits import FAILED, complain
from quotekit._cli.options import DEBUG, names_of, plugin_options, select_options
from quotekit._files import read_all, suffixes_of
from quotekit._sources import expand
from quotekit._visible import visible
from quotekit.exceptions import QuotekitError
from quotekit.models import Article, Extraction, Failure, Select
from quotekit.models._short import plural
from quotekit.models.select import ALL
from quotekit.pipeline import Extractor
from quotekit.registry import Registry

if TYPE_CHECKING:
    from quotekit._runs import Run

F = TypeVar("F", bound=Callable[..., Any])
Opener = Callable[[str], AbstractContextManager[BinaryIO]]

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

UNLISTED = "unlisted"
FREE = "free"
"""The class of sentences that may go on with a report."""
"""The class of a cue that no table has."""

FILES_HELP = (
    "FILE is text, HTML, JSON, CSV …, also compressed, a folder or a pattern; - is standard input."
)


def _day(_: click.Context, __: click.Parameter, value: str | None) -> dt.date | None:
    """Read a day from an option.

    Raises:
        click.BadParameter: If it is none.
    """
    try:
        return Article("", published=value).published
    except QuotekitError:
        raise click.BadParameter(f"takes a date such as 2021-07-27, not {value!r}") from None


def _language(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Check a language.

    Raises:
        click.BadParameter: If it is none.
    """
    if value is not None:
        try:
            Article("", language=value)
        except QuotekitError:
            raise click.BadParameter(f"takes a code such as en or pt-BR, not {value!r}") from None
    return value


def _encoding(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Check the name of an encoding.

    Raises:
        click.BadParameter: If it is none.
    """
    try:
        return value and codecs.lookup(value).name
    except LookupError:
        raise click.BadParameter(f"takes an encoding such as cp1252, not {value!r}") from None


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
        select: Which quotations are asked for.
    """

    files: tuple[str, ...]
    plugins: Registry
    input_format: str | None = None
    language: str | None = None
    published: dt.date | None = None
    encoding: str | None = None
    fields: Mapping[str, str] = attrs.field(factory=dict)
    select: Select = attrs.field(factory=Select)

    def extractor(self) -> Extractor:
        """Return what extracts, with the user's plugins, what the user asks for."""
        return Extractor(self.plugins, select=self.select)

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
        run: Run | None = None,
    ) -> Results:
        """Return the extractions of all articles; failures are complained about on the way.

        Args:
            processes: How many processes work.
            opener: Opens the files.
            timeout: Seconds after which an article is given up.
            to_stdout: Whether the work is in vain when nobody reads standard output any more.
            run: Knows which articles are done already, and keeps account of the others.
        """
        look_up = check_reader if to_stdout else None
        articles = self.articles(opener)
        if run is not None:
            articles = run.rest(articles)
        results = results_of(articles, processes, timeout, self.extractor(), look_up)
        # However the command ends, the worker processes end with it.
        click.get_current_context().call_on_close(results.close)
        return Results(results if run is None else run.watch(results))

    def refuse_output(self, path: str) -> None:
        """Check that an output is none of the inputs: not in a folder, nor under another name.

        Raises:
            click.BadParameter: If it is one.
        """
        with contextlib.suppress(OSError):  # what is not there yet is no input
            there = Path(path).stat()
            for file in (*self.files, *expand(self.files, suffixes_of(self.plugins))):
                with contextlib.suppress(OSError, AttributeError):  # standard input may be closed
                    found = os.fstat(sys.stdin.fileno()) if file == "-" else Path(file).stat()
                    if os.path.samestat(there, found):
                        complaint = f"{path!r} is also an input; it would be overwritten"
                        raise click.BadParameter(complaint)


READING: tuple[Callable[[Any], Any], ...] = (
    click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path()),
    click.option(
        "--input-format",
        metavar="NAME",
        shell_complete=names_of("readers"),
        help="How the files are to be read: text, jsonl, html … (see the documentation), "
        "or a plugin's format. By default by their names or first bytes.",
    ),
    click.option(
        "--encoding",
        metavar="NAME",
        callback=_encoding,
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
        callback=_language,
        help="Language of all articles (en, de …), whatever the input says of it.",
    ),
    click.option(
        "--published",
        metavar="DATE",
        callback=_day,
        help="Day of publication of all articles (2021-07-27), whatever the input says.",
    ),
)
"""The files, and the options that say how they are read."""


def _doubt_classes(select: Select, plugins: Registry) -> None:
    """Complain of a class of cues that no table has; a plugin may still give it to a quotation."""
    if not select.classes:
        return
    tables = [language.table("cues") for language in plugins.languages().values()]
    known = sorted(
        {FREE, UNLISTED, *(name for table in tables for name in table.get("classes", ()))}
    )
    for name in sorted(select.classes.difference(known, (ALL,))):
        complain(f"no table has the class {name!r}; there are {', '.join(known)}")


def article_inputs(function: F) -> F:
    """Give a command its files and the options that say how to read them, as *inputs*.

    Example:
        >>> from quotekit._cli.console import put
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
        select: Select,
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> Any:  # noqa: ANN401 - its exit code
        columns = {field: options.pop(f"{field}_column") for field in FIELDS}
        fields = {field: name for field, name in columns.items() if name is not None}
        _doubt_classes(select, plugins)
        inputs = Inputs(files, plugins, input_format, language, published, encoding, fields, select)
        return function(inputs, **options)

    command.__doc__ = f"{inspect.getdoc(function)}\n\n{FILES_HELP}"
    for add in reversed((*READING, select_options, plugin_options)):
        command = add(command)
    return command  # type: ignore[return-value]


REMEMBERED = 50_000
"""So many articles back an id is known again; a stream of any length takes no more memory."""


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
        # Hashes of where articles are from, which take less room than the words, and only so many.
        self._seen: OrderedDict[int, None] = OrderedDict()
        self._repeated = 0
        self._first_repeated = ""

    def __iter__(self) -> Iterator[Extraction]:
        for result in self._results:
            garbage.settle()
            if isinstance(result, Failure):
                self.failures += 1
                complain(str(result))
                if click.get_current_context().meta.get(DEBUG) and result.details:
                    click.echo(visible(result.details), err=True)
            else:
                self.articles += 1
                self.quotes += len(result.quotes)
                self._doubt(result.article)
                yield result
        self._sum_up()

    def _doubt(self, article: Article) -> None:
        """Say what is doubtful about an article, and keep in mind whether its id is a new one."""
        where = place(article)
        for warning in article.warnings:
            complain(f"{where}: {warning}")
        if where and hash(where) in self._seen:
            self._repeated += 1
            self._first_repeated = self._first_repeated or where
        self._seen[hash(where)] = None
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)

    def _sum_up(self) -> None:
        if self._repeated:
            repeated = plural(self._repeated, "article")
            complain(f"{repeated} with the id of an earlier one, such as {self._first_repeated}")
        if self.articles + self.failures != 1:
            counts = [plural(self.articles, "article"), plural(self.quotes, "quotation")]
            failed = [f"{self.failures:,} failed"] if self.failures else []
            complain(", ".join(counts + failed))

    @property
    def exit_code(self) -> int:
        """0 if all went well."""
        return FAILED if self.failures else 0
