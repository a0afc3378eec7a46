"""``quotekit view``: a page that shows articles with their quotations."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from quotekit._cli.console import put
from quotekit._cli.inputs import Inputs, article_inputs
from quotekit._cli.options import processes_option
from quotekit._cli.progress import Progress
from quotekit._outputs import write
from quotekit.view import write_page


@click.command("view")
@article_inputs
@click.option("--output", "-o", metavar="FILE", help="Write the page to a file.")
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@click.option("--title", metavar="TEXT", help="The page's title.")
@processes_option
def command(
    inputs: Inputs, output: str | None, opens: bool, title: str | None, processes: int
) -> int:
    """Make a page that shows articles with their quotations."""
    if output is not None:
        inputs.refuse_output(output)
    elif opens:
        output = str(Path(tempfile.mkdtemp(prefix="quotekit-"), "page.html"))
    with Progress(inputs.files) as progress:
        results = inputs.results(processes, progress.open, to_stdout=output is None)
        if output is None:
            put(write_page(progress.watch(results), title=title))
        else:
            watched = progress.watch(results)
            write(watched, output, format="html", registry=inputs.plugins, title=title)
    if opens and output is not None:
        click.launch(Path(output).resolve().as_uri())
    return results.exit_code
