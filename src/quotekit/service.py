"""A service over HTTP: an ASGI app that answers articles with quotations (extra: ``serve``).

``quotekit serve`` runs it; any other ASGI server can too::

    # service.py, for: uvicorn service:app
    from quotekit.service import create_app
    app = create_app(processes=4)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit._extras import extra
from quotekit._service.requests import Limits
from quotekit._workers import cores
from quotekit.pipeline import Extractor, default_extractor

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["LOCAL", "Limits", "create_app"]

LOCAL = ("localhost", "127.0.0.1")
"""The names under which a service is asked on its own machine."""


def create_app(
    *,
    extractor: Extractor | None = None,
    processes: int | None = None,
    limits: Limits | None = None,
    hosts: tuple[str, ...] = LOCAL,
) -> Starlette:
    """Return an ASGI app with ``POST /extract``, ``POST /batch``, ``GET /health`` and its OpenAPI.

    The worker processes start with the app's lifespan and end with it.

    Args:
        extractor: What does the work; by default with the built-in and installed plugins.
        processes: How many processes do it; by default as many as there are cores.
        limits: What a request may take.
        hosts: The names under which it may be asked (the ``Host`` header); ``"*"`` for any. Pages that
            a browser shows cannot ask a service on its own machine under a name of theirs.

    Raises:
        MissingExtraError: If Starlette is not installed.

    Example:
        >>> app = create_app(processes=1)
        >>> sorted(route.path for route in app.routes)
        ['/batch', '/extract', '/health', '/openapi.json']
    """
    with extra("serve"):
        from quotekit._service.app import make_app
    workers = processes or cores()
    return make_app(extractor or default_extractor(), workers, limits or Limits(), hosts)
