"""Options that several commands have: plugins, what is asked for, processes, a time limit."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeVar

import click

from quotekit._attempt import failure
from quotekit._cli.exits import complain
from quotekit._formats import Reader, Writer
from quotekit.exceptions import PluginError
from quotekit.models import QuoteKind, QuoteMode, Select
from quotekit.models.select import ALL
from quotekit.registry import Registry

F = TypeVar("F", bound=Callable[..., Any])

DEBUG = "quotekit.debug"
"""Key of the context's ``meta``: whether the user wants to see where errors arise."""


def plugin_options(function: F) -> F:
    """Give a command ``--plugin``, ``--block`` and ``--debug``; it takes a registry as *plugins*."""

    @functools.wraps(function)
    def command(
        added: Sequence[str],
        block: Sequence[str],
        debug: bool,
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> Any:  # noqa: ANN401 - its exit code
        click.get_current_context().meta[DEBUG] = debug
        return function(plugins=_registry(added, block, debug=debug), **options)

    for add in reversed(
        (
            click.option(
                "--plugin",
                "added",
                metavar="WHERE",
                multiple=True,
                help="A plugin that is not installed: a module's name, or the path of its file, and "
                "':NAME' after it for a class in it; may be given several times.",
            ),
            click.option(
                "--block",
                "-b",
                metavar="NAME",
                multiple=True,
                help="A plugin not to load; may be given several times.",
            ),
            click.option(
                "--debug",
                is_flag=True,
                help="Show where errors arise, and every answer of a plugin, on standard error.",
            ),
        )
    ):
        command = add(command)
    return command  # type: ignore[return-value]


def select_options(function: F) -> F:
    """Give a command ``--kind``, ``--mode``, ``--class`` and ``--min-confidence``, as *select*.

    Where ``--kind`` is something else in the command (of speakers), it is ``--quote-kind``.
    """
    taken = any("--kind" in option.opts for option in getattr(function, "__click_params__", ()))

    @functools.wraps(function)
    def command(
        quote_kinds: Sequence[str],
        modes: Sequence[str],
        classes: Sequence[str],
        min_confidence: float,
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> Any:  # noqa: ANN401 - its exit code
        select = Select(quote_kinds or None, modes or None, classes or None, min_confidence)
        return function(select=select, **options)

    for add in reversed(
        (
            click.option(
                *(("--quote-kind",) if taken else ("--kind", "-k")),
                "quote_kinds",
                type=click.Choice([kind.value for kind in QuoteKind]),
                multiple=True,
                help="Only quotations of this kind; may be given several times.",
            ),
            click.option(
                "--mode",
                "modes",
                type=click.Choice([*(mode.value for mode in QuoteMode), ALL]),
                multiple=True,
                help="Only quotations of this mode; may be given several times. By default speech "
                "and writing, and what has words in quote marks.",
            ),
            click.option(
                "--class",
                "classes",
                metavar="NAME",
                multiple=True,
                help="Only quotations with cues of this class (report, ask, attitude … see the "
                "documentation); may be given several times.",
            ),
            click.option(
                "--min-confidence",
                type=click.FloatRange(0, 1),
                default=0.0,
                metavar="SHARE",
                help="Only quotations of at least this confidence, from 0 to 1.",
            ),
        )
    ):
        command = add(command)
    return command  # type: ignore[return-value]


def processes_option(function: F) -> F:
    """Give a command the option ``--processes``."""
    return click.option(
        "--processes",
        "-p",
        type=click.IntRange(min=1),
        default=1,
        metavar="N",
        show_default=True,
        help="Number of processes that share the work, at most one per core.",
    )(function)


def timeout_option(function: F) -> F:
    """Give a command the option ``--timeout``."""
    return click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="Give an article up that takes longer; by default none is.",
    )(function)


def names_of(formats: Literal["readers", "writers"]) -> Callable[..., list[str]]:
    """Return what completes the name of a format in a shell."""

    def complete(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
        found: Sequence[Reader | Writer] = getattr(Registry(), formats)()
        return [one.name for one in found if one.name.startswith(begun)]

    return complete


def _registry(added: Sequence[str], block: Sequence[str], *, debug: bool) -> Registry:
    """Return a registry with the plugins that the user wants.

    Raises:
        click.BadParameter: If no plugin has a name that is to be blocked.
        QuotekitError: If a plugin cannot be loaded.
    """
    made = Registry(block=block)
    names = [info.name for info in made.plugins()]
    for name in block:
        if name not in names:
            raise click.BadParameter(f"no plugin {name!r} to block; there are {', '.join(names)}")
    for where in added:
        made.load(where)
    if debug:
        made.trace(complain)
    _check_tables(made)
    return made


def _check_tables(registry: Registry) -> None:
    """Read the tables that plugins bring: a wrong one is a complaint now, not one an article.

    Raises:
        PluginError: If one is, or a plugin fails to give its tables.
    """
    if all(
        info.origin == "builtin" or "quotekit_languages" not in info.hooks
        for info in registry.plugins()
    ):
        return
    try:
        registry.languages()
    except (Exception, SystemExit) as error:
        raise PluginError(failure(None, error).reason) from error
