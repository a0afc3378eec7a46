"""The application: its commands, and the one place where errors become a line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from quotekit.cli.common import FAILED, INTERRUPTED, USAGE, complain
from quotekit.cli.explain import explain
from quotekit.cli.extract import extract
from quotekit.cli.plugins import plugins
from quotekit.cli.speakers import speakers
from quotekit.exceptions import FormatError, QuotekitError

app = typer.Typer(
    name="quotekit",
    help="Who said what, and when: quotations, speakers and dates in news articles.",
    epilog="Exit codes: 0 all went well, 1 some input failed, 2 wrong usage, 130 interrupted.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(extract)
app.command()(explain)
app.command()(speakers)
app.command()(plugins)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    raise SystemExit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; whatever goes wrong is one line on standard error, and an exit code."""
    try:
        arguments = (sys.argv[1:] if arguments is None else arguments) or ["--help"]
        code = app(arguments, prog_name="quotekit", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_stdout()  # whoever read the output has had enough
        return 0
    except (KeyboardInterrupt, typer.Abort):
        complain("interrupted")
        return INTERRUPTED
    except FormatError as error:
        complain(str(error))
        return USAGE
    except (QuotekitError, OSError) as error:
        complain(str(error))
        return FAILED
    except Exception as error:
        if not hasattr(error, "format_message"):  # what typer raises at wrong usage
            raise
        complain(f"{error.format_message().rstrip('.')} (see quotekit --help)")
        return USAGE
    return code if isinstance(code, int) else 0


def _let_go_of_stdout() -> None:
    """Point standard output at nothing, so that Python's last flush does not fail too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
