"""The application: its commands, and the one place where errors become a line and an exit code."""

import importlib
import os
import sys
import warnings
from collections.abc import Sequence

import click

from quotekit._cli.exits import FAILED, INTERRUPTED, USAGE, complain
from quotekit.exceptions import FormatError, QuotekitError, QuotekitWarning

COMMANDS = {
    "extract": "Find the quotations in files: who said what, and when.",
    "explain": "Tell why each quotation was accepted or rejected.",
    "show": "Print the text of files with the quotations marked and numbered in place.",
    "view": "Make a page that shows articles with their quotations.",
    "speakers": "Count who is quoted in files, and how often.",
    "report": "Make a page with charts of who is quoted: how often, where and when.",
    "serve": "Answer articles that are sent over HTTP: POST /extract, POST /batch.",
    "evaluate": "Compare a run with gold: the same texts, annotated by hand.",
    "plugins": "List the plugins: name, where it comes from, version, hooks.",
    "languages": "List the languages that there are tables for.",
    "new-plugin": "Write a package to start a plugin from: a finder, its tests, README and CI.",
}
"""The commands and the first line of their help, in its order. To add one, name it here and write
``_cli/NAME.py`` (with ``_`` for ``-``), which defines ``command``; what only its work needs is
imported inside it. The help of all imports none of them."""

EXIT_CODES = "Exit codes: 0 all went well, 1 some input failed, 2 wrong usage, 130 interrupted."


class Commands(click.Group):
    """A group that imports a command's module when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """Return a command, or ``None`` if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"quotekit._cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write what each command does, which is known without importing it."""
        with formatter.section("Commands"):
            formatter.write_dl([*COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments name; an unknown one gets a suggestion."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(COMMANDS)}"
            raise click.UsageError(f"No such command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; Ctrl-C ends it with a line and the shells' code for it."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            complain("interrupted")
            ctx.exit(INTERRUPTED)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        click.echo(f"quotekit {metadata.version('quotekit-nlp')}")
        ctx.exit()


@click.command(
    cls=Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Show the version.",
)
def app() -> None:
    """Who said what, and when: quotations, speakers and dates in news articles."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; whatever goes wrong is one line on standard error, and an exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    with warnings.catch_warnings():
        warnings.simplefilter("always", QuotekitWarning)
        warnings.showwarning = _show_warning  # type: ignore[assignment]
        return _run(arguments)


def _show_warning(message: Warning | str, *_: object) -> None:
    complain(str(message))


def _message(error: Exception) -> str:
    """Return what an error says; of one of the system's, the file and what is wrong with it."""
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{os.fsdecode(error.filename)}: {error.strerror.lower()}"
    return str(error)


def _usage(error: click.ClickException, arguments: Sequence[str]) -> str:
    """Return what is wrong with a call, and which help says how it goes."""
    message = error.format_message().rstrip(".")
    if isinstance(error, click.MissingParameter) and error.param and error.param.name == "files":
        message += "; - is standard input"
    command = next((f" {name}" for name in arguments[:1] if name in COMMANDS), "")
    return f"{message} (see quotekit{command} --help)"


def _run(arguments: Sequence[str]) -> int:
    try:
        # Commands return their exit code, and click passes it on.
        code = app.main(list(arguments) or ["--help"], prog_name="quotekit", standalone_mode=False)
        return int(code or 0)
    except click.ClickException as error:
        complain(_usage(error, arguments))
        return USAGE
    except FormatError as error:
        complain(str(error))
        return USAGE
    except (QuotekitError, OSError) as error:
        complain(_message(error))
        if "--debug" in arguments:
            import traceback

            from quotekit._visible import visible

            click.echo(visible("".join(traceback.format_exception(error))), err=True)
        return FAILED
