"""Calls: a hook's implementations called by name, with every answer checked and signed.

What generators yield is materialized at once, so that a plugin's faults surface here; each error
names the hook, the plugin and the article; each record gets its plugin's name as ``found_by``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

import attrs
import pluggy

from quotekit.exceptions import InvalidResultError
from quotekit.models import Article

T = TypeVar("T")


class Calls:
    """Calls the hooks of one plugin manager."""

    def __init__(self, manager: pluggy.PluginManager) -> None:
        self._manager = manager
        self._callers: dict[str, list[tuple[str, pluggy.HookCaller]]] = {}

    def forget(self) -> None:
        """Drop what was derived from the set of plugins, which has changed."""
        self._callers = {}

    def collect(self, hook: str, kind: type[T], **arguments: object) -> list[T]:
        """Call a collecting hook plugin by plugin, in the order of their names.

        Returns:
            All records, each with the plugin's name as ``found_by`` where it gave none.

        Raises:
            InvalidResultError: If a plugin gives anything but records of this kind.
        """
        found: list[T] = []
        for name, caller in self._callers_of(hook):
            try:
                answers = caller(**arguments)
                for answer in answers:
                    _expect(answer, Iterable, hook, name)
                records = [record for answer in answers for record in answer]
            except Exception as error:
                error.add_note(_note(hook, name, arguments))
                raise
            for record in records:
                _expect(record, kind, hook, name)
                if getattr(record, "found_by", None) == "":
                    record = attrs.evolve(record, found_by=name)
                found.append(record)
        return found

    def decide(self, hook: str, kind: type[T], **arguments: object) -> T | None:
        """Call a deciding hook; fill in ``found_by`` where the plugin left it out.

        Raises:
            InvalidResultError: If the answer is not of this kind.
        """
        try:
            answer = getattr(self._manager.hook, hook)(**arguments)
        except Exception as error:
            error.add_note(_note(hook, self._raiser(hook, error), arguments))
            raise
        if answer is None:
            return None
        if not isinstance(answer, kind):
            _expect(answer, kind, hook, self.decider(hook, **arguments))
        if getattr(answer, "found_by", None) == "":
            answer = attrs.evolve(answer, found_by=self.decider(hook, **arguments))
        decided: T = answer
        return decided

    def decider(self, hook: str, **arguments: object) -> str:
        """Name the plugin that decides: the first, in pluggy's order, that does not abstain."""
        for impl in reversed(getattr(self._manager.hook, hook).get_hookimpls()):
            if not (impl.wrapper or impl.hookwrapper):
                given = [arguments[name] for name in impl.argnames]
                if impl.function(*given) is not None:
                    return str(impl.plugin_name)
        return "?"

    def _callers_of(self, hook: str) -> list[tuple[str, pluggy.HookCaller]]:
        if hook not in self._callers:
            plugins = self._manager.list_name_plugin()
            implementing = sorted(
                impl.plugin_name for impl in getattr(self._manager.hook, hook).get_hookimpls()
            )
            self._callers[hook] = [
                (
                    name,
                    self._manager.subset_hook_caller(
                        hook, [plugin for other, plugin in plugins if other != name]
                    ),
                )
                for name in implementing
            ]
        return self._callers[hook]

    def _raiser(self, hook: str, error: BaseException) -> str:
        """Name the plugin in whose implementation *error* arose."""
        codes = set()
        trace = error.__traceback__
        while trace is not None:
            codes.add(trace.tb_frame.f_code)
            trace = trace.tb_next
        for impl in getattr(self._manager.hook, hook).get_hookimpls():
            if getattr(impl.function, "__code__", None) in codes:
                return str(impl.plugin_name)
        return "?"


def _expect(record: object, kind: type[Any], hook: str, plugin: str) -> None:
    if not isinstance(record, kind):
        raise InvalidResultError(
            f"{hook}: plugin {plugin!r} gave {record!r} of type {type(record).__name__}, "
            f"expected {kind.__name__}"
        )


def _note(hook: str, plugin: str, arguments: dict[str, object]) -> str:
    subject = arguments.get("article") or getattr(arguments.get("document"), "article", None)
    where = f", article {subject.id!r}" if isinstance(subject, Article) else ""
    return f"in hook {hook}, plugin {plugin}{where}"
