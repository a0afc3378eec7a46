"""``quotekit extract``: from files to who said what, and when."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotekit._cli.console import is_terminal, put, terminal
from quotekit._cli.exits import FAILED, complain
from quotekit._cli.inputs import Inputs, article_inputs
from quotekit._cli.options import names_of, processes_option, timeout_option
from quotekit._cli.progress import Progress
from quotekit._outputs import check_options, write_all, writer_for, writer_named
from quotekit.models._short import plural

if TYPE_CHECKING:
    from quotekit._runs import Run


@click.command("extract")
@article_inputs
@click.option(
    "--format",
    "-f",
    metavar="NAME",
    shell_complete=names_of("writers"),
    help="How to write the result: table, jsonl, json, csv, parquet, sqlite, webannotation … (see the "
    "documentation), or a plugin's format. By default a table on a terminal, and jsonl elsewhere.",
)
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(),
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
@click.option(
    "--resume",
    is_flag=True,
    help="Write parts into the folder that --output names, and go on where an earlier call stopped.",
)
@click.option(
    "--part",
    type=click.IntRange(min=1),
    default=1000,
    metavar="N",
    show_default=True,
    help="Number of articles in a part (with --resume).",
)
@click.option(
    "--force", is_flag=True, help="Resume though versions, plugins or tables have changed."
)
@processes_option
@timeout_option
def command(
    inputs: Inputs,
    format: str | None,
    output: tuple[str, ...],
    resume: bool,
    part: int,
    force: bool,
    processes: int,
    timeout: float | None,
    **options: Any,  # noqa: ANN401 - each format has its own
) -> int:
    """Find the quotations in files: who said what, and when."""
    plugins = inputs.plugins
    for path in output:
        inputs.refuse_output(path)
    told = {name: value for name, value in options.items() if value is not None}
    if resume:
        with _run(inputs, output, format or "jsonl", told, part, force) as run:
            return _resume(inputs, run, processes, timeout)
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


def _run(
    inputs: Inputs,
    output: Sequence[str],
    format: str,
    told: Mapping[str, Any],
    size: int,
    force: bool,
) -> Run:
    """Return the run that is in the folder, or is to be."""
    from quotekit._runs import Run, setting_of

    if len(output) != 1:
        raise click.UsageError("--resume takes one --output, a folder")
    writer = writer_named(format, inputs.plugins)
    check_options([writer], told)
    setting = setting_of(inputs.plugins, inputs.select)
    return Run(Path(output[0]), writer, setting, options=told, size=size, force=force)


def _resume(inputs: Inputs, run: Run, processes: int, timeout: float | None) -> int:
    """Do what is left of a run, and tell what was there."""
    done = run.parts
    if done:
        articles = plural(sum(part.articles for part in done), "article")
        complain(f"going on after {done[-1].file}: {articles} done already")
    with Progress(inputs.files) as progress:
        results = inputs.results(
            processes, progress.open, timeout=timeout, to_stdout=False, run=run
        )
        run.save(progress.watch(results))
    return FAILED if any(part.failures for part in run.parts) else results.exit_code
