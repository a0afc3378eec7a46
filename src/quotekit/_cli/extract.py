"""``quotekit extract``: from files to who said what, and when."""

import sys
from typing import Any

import click

from quotekit._cli.console import is_terminal, put, terminal
from quotekit._cli.inputs import Inputs, article_inputs
from quotekit._cli.options import processes_option, timeout_option
from quotekit._cli.progress import Progress
from quotekit._outputs import check_options, write_all, writer_for, writer_named


@click.command("extract")
@article_inputs
@click.option(
    "--format",
    "-f",
    metavar="NAME",
    help="How to write the result: table, jsonl, json, csv, parquet, sqlite, webannotation … (see the "
    "documentation), or a plugin's format. By default a table on a terminal, and jsonl elsewhere.",
)
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    multiple=True,
    help="Write to a file; its ending tells the format if none is given. "
    "May be given several times.",
)
@click.option(
    "--with-text", is_flag=True, default=None, help="Write the article's text too (json, jsonl)."
)
@click.option(
    "--csv-safe/--no-csv-safe",
    default=None,
    help="Keep spreadsheets from running cells as formulas (csv); on by default.",
)
@click.option(
    "--offsets",
    type=click.Choice(["codepoints", "utf16"]),
    help="The unit of offsets (webannotation, labelstudio): code points, or what JavaScript counts in.",
)
@processes_option
@timeout_option
def command(
    inputs: Inputs,
    format: str | None,
    output: tuple[str, ...],
    processes: int,
    timeout: float | None,
    **options: Any,  # noqa: ANN401 - each format has its own
) -> int:
    """Find the quotations in files: who said what, and when."""
    plugins = inputs.plugins
    for path in output:
        inputs.refuse_output(path)
    told = {name: value for name, value in options.items() if value is not None}
    on_terminal = not output and is_terminal(sys.stdout)
    if not output and format is None:
        format = "table" if on_terminal else "jsonl"
    names = {path: format or writer_for(path, plugins).name for path in output or ("-",)}
    writers = [writer_named(name, plugins) for name in names.values()]
    check_options(writers, told)
    with Progress(inputs.files, to_terminal=on_terminal) as progress:
        results = inputs.results(processes, progress.open, timeout=timeout, to_stdout=not output)
        if output:
            write_all(progress.watch(results), names, registry=plugins, **told)
        else:
            looks = terminal(writers[0].options) | told
            put(writers[0].pieces(progress.watch(results), **looks))
    return results.exit_code
