"""``quotekit extract``: from files to who said what, and when."""

import sys

import click

from quotekit._cli.common import (
    Inputs,
    article_inputs,
    is_terminal,
    processes_option,
    put,
    timeout_option,
)
from quotekit._cli.progress import Progress
from quotekit._outputs import write, writer_for, writer_named


@click.command("extract")
@article_inputs
@click.option(
    "--format",
    "-f",
    metavar="NAME",
    help="How to write the result: table, jsonl, json, csv, or a plugin's format. "
    "By default a table on a terminal, and jsonl elsewhere.",
)
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    help="Write to a file; its ending tells the format if none is given.",
)
@processes_option
@timeout_option
def command(
    inputs: Inputs,
    format: str | None,
    output: str | None,
    processes: int,
    timeout: float | None,
) -> int:
    """Find the quotations in files: who said what, and when."""
    plugins = inputs.plugins
    if output is not None:
        inputs.refuse_output(output)
    if format is None and output is not None:
        format = writer_for(output, plugins).name
    writer = writer_named(format or ("table" if is_terminal(sys.stdout) else "jsonl"), plugins)
    with Progress(inputs.files, to_terminal=output is None and is_terminal(sys.stdout)) as progress:
        results = inputs.results(
            processes, progress.open, timeout=timeout, to_stdout=output is None
        )
        if output is None:
            put(writer.pieces(progress.watch(results)))
        else:
            write(progress.watch(results), output, format=writer.name, registry=plugins)
    return results.exit_code
