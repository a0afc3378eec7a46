"""Derived tables: what takes long to make of the tables, made when the package is built.

The reviewed text stays the only source. What is stored counts for the very tables that it was made
of, and for the very code that made it; else, and where a plugin brings tables of its own, it is made
here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from quotekit import _compact
from quotekit._compact import folder_of
from quotekit.lexicon import PACKAGE, Language

T = TypeVar("T")

Maker = Callable[[Language], Any]


def derived(language: Language, make: Callable[[Language], T]) -> T:
    """Return ``make(language)``, made once: from the build of the package, or here.

    Args:
        language: The language.
        make: A function of a module; what it returns is plain data, as :mod:`marshal` writes it,
            and depends on the language's tables alone.

    Example:
        >>> def nouns(language: Language) -> frozenset[str]:
        ...     return frozenset(language.words("people", "kin"))
        >>> from quotekit import Registry
        >>> "aunt" in derived(Registry(entry_points=False).language("en"), nouns)
        True
    """
    found: T = language.memo(Derived).get(make)
    return found


def build(folder: Path, language: Language) -> Path:
    """Write what was derived of a language into the folder of all tables, and return the file."""
    return language.memo(Derived).write(folder)


class Derived:
    """What is derived of one language.

    Args:
        language: The language.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._text = language.text()
        self._name = f"{language.code}/derived"
        self._made: dict[Maker, Any] = {}
        folder = folder_of(PACKAGE)
        self._stored: dict[str, Any] = {}
        if self._text is not None:
            self._stored = _compact.load(folder, self._name, self._text) or {}

    def get(self, make: Maker) -> Any:  # noqa: ANN401 - what it makes
        """Return what a function makes of the language."""
        if make not in self._made:
            code, data = self._stored.get(_name(make), (None, None))
            stored = code is not None and code == _code(make)
            self._made[make] = data if stored else make(self._language)
        return self._made[make]

    def write(self, folder: Path) -> Path:
        """Write what was made so far."""
        data = {_name(make): (_code(make), made) for make, made in self._made.items()}
        return _compact.write(folder, self._name, self._text or b"", data)


def _name(make: Maker) -> str:
    return f"{make.__module__}.{make.__qualname__}"


def _code(make: Maker) -> tuple[tuple[int, int] | None, ...]:
    """Return what tells the code of a function, and of the modules that it imports from."""
    own = make.__module__
    known = vars(sys.modules[own])  # its __globals__, which compiled functions lack
    values = (getattr(value, "__module__", None) for value in known.values())
    modules = {name for name in values if isinstance(name, str) and name.startswith("quotekit.")}
    return tuple(_source(name) for name in sorted({own, *modules}))


@cache
def _source(name: str) -> tuple[int, int] | None:
    """Return what tells the source of a module; it lies beside a compiled one."""
    spec = sys.modules[name].__spec__ if name in sys.modules else None
    try:
        file = Path(spec.origin)  # type: ignore[union-attr,arg-type]
        source = file.with_name(f"{file.name.partition('.')[0]}.py")
        return _compact.fingerprint(spec.loader.get_data(str(source)))  # type: ignore[union-attr]
    except (AttributeError, OSError, TypeError):
        return None
