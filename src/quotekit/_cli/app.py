"""The application: its commands, and the one place where errors become a line and an exit code."""

import sys
from collections.abc import Sequence
from importlib import metadata
from typing import Annotated

import typer

from quotekit._cli.common import FAILED, INTERRUPTED, USAGE, complain
from quotekit._cli.explain import explain
from quotekit._cli.extract import extract
from quotekit._cli.plugins import plugins
from quotekit._cli.speakers import speakers
from quotekit.exceptions import FormatError, QuotekitError

EXIT_CODES = "Exit codes: 0 all went well, 1 some input failed, 2 wrong usage, 130 interrupted."

app = typer.Typer(
    name="quotekit",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quotekit {metadata.version('quotekit-nlp')}")
        raise typer.Exit


@app.callback(epilog=EXIT_CODES)
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Who said what, and when: quotations, speakers and dates in news articles."""


app.command()(extract)
app.command()(explain)
app.command()(speakers)
app.command()(plugins)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    raise SystemExit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; whatever goes wrong is one line on standard error, and an exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        # What a command raises as typer.Exit comes back as its code.
        code = app(arguments or ["--help"], prog_name="quotekit", standalone_mode=False) or 0
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except FormatError as error:
        complain(str(error))
        code = USAGE
    except (QuotekitError, OSError) as error:
        complain(str(error))
        code = FAILED
    except Exception as error:
        if not hasattr(error, "format_message"):  # what typer raises at wrong usage
            raise
        complain(f"{error.format_message().rstrip('.')} (see quotekit --help)")
        code = USAGE
    if code == INTERRUPTED:
        complain("interrupted")
    return int(code)
