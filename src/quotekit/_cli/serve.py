"""``quotekit serve``: the service over HTTP."""

from __future__ import annotations

import click

from quotekit._cli.exits import complain
from quotekit._cli.options import plugin_options, select_options
from quotekit._extras import extra
from quotekit.models import Select
from quotekit.pipeline import Extractor
from quotekit.registry import Registry

LOOPBACK = ("127.0.0.1", "localhost")


@click.command("serve")
@click.option("--host", default=LOOPBACK[0], show_default=True, help="The address to listen at.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port; 0 for any that is free.",
)
@click.option(
    "--processes",
    "-p",
    type=click.IntRange(min=1),
    metavar="N",
    help="Number of worker processes; by default one a core.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    metavar="SECONDS",
    show_default=True,
    help="Give an article up that takes longer.",
)
@click.option(
    "--max-size",
    type=click.IntRange(min=1),
    default=10_000_000,
    metavar="BYTES",
    show_default=True,
    help="The longest body, and the longest line of a batch.",
)
@click.option(
    "--max-waiting",
    type=click.IntRange(min=0),
    default=256,
    metavar="N",
    show_default=True,
    help="Number of requests that may wait for a worker.",
)
@select_options
@plugin_options
def command(
    plugins: Registry,
    select: Select,
    host: str,
    port: int,
    processes: int | None,
    timeout: float,
    max_size: int,
    max_waiting: int,
) -> int:
    """Answer articles that are sent over HTTP: POST /extract, POST /batch."""
    with extra("serve"):
        import uvicorn
    from quotekit.service import LOCAL, Limits, create_app

    hosts: tuple[str, ...] = LOCAL
    if host not in LOOPBACK:
        complain(f"listening at {host}: whoever reaches this address can use the service")
        hosts = ("*",)
    limits = Limits(size=max_size, seconds=timeout, waiting=max_waiting)
    app = create_app(
        extractor=Extractor(plugins, select=select), processes=processes, limits=limits, hosts=hosts
    )
    uvicorn.run(app, host=host, port=port, log_level="info", access_log=False)
    return 0
