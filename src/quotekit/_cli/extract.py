"""``quotekit extract``: from files to who said what, and when."""

import sys
from typing import Annotated

import typer

from quotekit._batch import extract_many
from quotekit._cli.common import (
    Block,
    Files,
    InputFormat,
    Language,
    Published,
    Results,
    as_told,
    put,
    registry,
)
from quotekit._cli.progress import Progress
from quotekit._files import read_all, write, writer_for, writer_named
from quotekit.pipeline import Extractor


def extract(
    files: Files,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="How to write the result: table, jsonl, json, csv, or a plugin's format. "
            "By default a table on a terminal, and jsonl elsewhere.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a file; its ending tells the format if none is given.",
            show_default=False,
        ),
    ] = None,
    input_format: InputFormat = None,
    language: Language = None,
    published: Published = None,
    processes: Annotated[
        int, typer.Option("--processes", "-p", min=1, metavar="N", help="Processes that work.")
    ] = 1,
    block: Block = None,
) -> None:
    """Find the quotations in files: who said what, and when."""
    plugins = registry(block)
    if format is None and output is not None:
        format = writer_for(output, plugins).name
    writer = writer_named(format or ("table" if sys.stdout.isatty() else "jsonl"), plugins)
    with Progress(files, to_terminal=output is None and sys.stdout.isatty()) as progress:
        articles = as_told(
            read_all(files, format=input_format, registry=plugins, opener=progress.open),
            language,
            published,
        )
        results = Results(extract_many(articles, processes=processes, extractor=Extractor(plugins)))
        if output is None:
            put(writer.write(progress.watch(results)))
        else:
            write(progress.watch(results), output, format=writer.name, registry=plugins)
    raise typer.Exit(results.exit_code)
