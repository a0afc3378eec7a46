"""``quotekit report``: a page with pictures and tables of who is quoted over many articles."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import click

from quotekit._cli.console import put
from quotekit._cli.inputs import Inputs, article_inputs
from quotekit._cli.options import processes_option, timeout_option
from quotekit._cli.progress import Progress
from quotekit._outputs import write
from quotekit.view import write_report


@click.command("report")
@article_inputs
@click.option("--output", "-o", metavar="FILE", help="Write the page to a file.")
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@click.option("--title", metavar="TEXT", help="The page's title.")
@click.option(
    "--top",
    "-n",
    type=click.IntRange(min=1),
    default=25,
    metavar="N",
    show_default=True,
    help="Number of speakers, affiliations, outlets … that are shown.",
)
@click.option(
    "--quotations",
    type=click.IntRange(min=0),
    default=5,
    metavar="N",
    show_default=True,
    help="Number of quotations of each kind that are listed for each of them.",
)
@click.option(
    "--charts",
    type=click.Path(file_okay=False),
    metavar="FOLDER",
    help="Write the charts into a folder too, as SVG and PNG.",
)
@processes_option
@timeout_option
def command(
    inputs: Inputs,
    output: str | None,
    opens: bool,
    processes: int,
    timeout: float | None,
    **options: Any,  # noqa: ANN401 - those of the report
) -> int:
    """Make a page with charts of who is quoted: how often, where and when."""
    if output is not None:
        inputs.refuse_output(output)
    elif opens:
        output = str(Path(tempfile.mkdtemp(prefix="quotekit-"), "report.html"))
    with Progress(inputs.files) as progress:
        results = inputs.results(
            processes, progress.open, timeout=timeout, to_stdout=output is None
        )
        watched = progress.watch(results)
        if output is None:
            put(write_report(watched, **options))
        else:
            write(watched, output, format="report", registry=inputs.plugins, **options)
    if opens and output is not None:
        click.launch(Path(output).resolve().as_uri())
    return results.exit_code
