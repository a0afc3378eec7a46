"""Extras: what is installed only where it is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from quotekit.exceptions import MissingExtraError


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Import what an extra brings; where it is absent, the error says what to install.

    Raises:
        MissingExtraError: If one of the imports fails.

    Example:
        >>> with extra("view"):
        ...     import no_such_module
        Traceback (most recent call last):
        quotekit.exceptions.MissingExtraError: no_such_module is missing: \
pip install 'quotekit-nlp[view]'
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            f"{error.name} is missing: pip install 'quotekit-nlp[{name}]'"
        ) from error
