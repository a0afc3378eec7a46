"""Registry: loads plugins and calls their hooks, one typed method a hook.

This is the only module that knows pluggy's manager. It names the plugin in every error, fills in
``found_by``, and materializes what generators yield, so that a plugin's faults surface here.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib
from collections.abc import Callable, Iterable, Sequence
from importlib import metadata
from types import ModuleType
from typing import Any, Literal, TypeVar

import attrs
import pluggy

from quotekit import hookspecs
from quotekit.document import Document
from quotekit.exceptions import (
    DuplicatePluginError,
    HookError,
    InvalidResultError,
    PluginError,
)
from quotekit.formats import Reader, Writer
from quotekit.hookspecs import PROJECT
from quotekit.lexicon import Language, Table
from quotekit.models import (
    Article,
    Attribution,
    Fact,
    Mention,
    Quote,
    Selection,
    Speaker,
    TimeExpression,
)
from quotekit.plugins import BUILTIN

T = TypeVar("T")
F = TypeVar("F", Reader, Writer)


@attrs.frozen
class PluginInfo:
    """What is known of a plugin.

    Attributes:
        name: Its name, unique in a registry.
        origin: ``builtin``, ``entry-point`` or ``explicit`` (registered by the caller).
        hooks: The hooks that it implements, sorted.
        blocked: Whether it was named in ``block``, and so not loaded.
        distribution: The installed distribution that brings it, for entry points.
        version: That distribution's version.
    """

    name: str
    origin: Literal["builtin", "entry-point", "explicit"]
    hooks: tuple[str, ...] = ()
    blocked: bool = False
    distribution: str | None = None
    version: str | None = None


class Registry:
    """The plugins in use.

    Args:
        builtins: Whether to load the built-in plugins.
        entry_points: Whether to load what installed distributions bring in the entry-point group
            ``quotekit``.
        block: Names of plugins not to load.

    Raises:
        DuplicatePluginError: If two plugins claim one name.
        HookError: If a plugin implements a hook that does not exist, or with wrong arguments.
        PluginError: If a plugin cannot be imported.

    Example:
        >>> Registry(entry_points=False, block=["dates"]).plugins()[-1].blocked
        False
        >>> [p.name for p in Registry(entry_points=False, block=["dates"]).plugins() if p.blocked]
        ['dates']
    """

    def __init__(
        self, *, builtins: bool = True, entry_points: bool = True, block: Iterable[str] = ()
    ) -> None:
        self._manager = pluggy.PluginManager(PROJECT)
        self._manager.add_hookspecs(hookspecs)
        self._builtins, self._entry_points = builtins, entry_points
        self._block = frozenset([block] if isinstance(block, str) else block)
        self._explicit: dict[str, object] = {}
        self._infos: dict[str, PluginInfo] = {}
        self._languages: dict[str, Language] | None = None
        self._callers: dict[str, list[tuple[str, pluggy.HookCaller]]] = {}
        if builtins:
            for name, module in BUILTIN.items():
                self._load(name, "builtin", functools.partial(importlib.import_module, module))
        if entry_points:
            self._load_entry_points()

    def __getstate__(self) -> dict[str, Any]:
        """Pickle what the registry was made of; it loads its plugins anew elsewhere."""
        return {
            "builtins": self._builtins,
            "entry_points": self._entry_points,
            "block": self._block,
            "explicit": {
                name: plugin.__name__ if isinstance(plugin, ModuleType) else (plugin,)
                for name, plugin in self._explicit.items()
            },
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        explicit = state.pop("explicit")
        self.__init__(**state)  # type: ignore[misc]
        for name, plugin in explicit.items():
            self.register(
                importlib.import_module(plugin) if isinstance(plugin, str) else plugin[0], name
            )

    # -- plugins ---------------------------------------------------------------------------------

    def register(self, plugin: object, name: str | None = None) -> str:
        """Add a plugin: a module, an object, or a class (which is instantiated).

        Args:
            plugin: Whatever carries ``@hookimpl`` functions.
            name: Its name; by default its ``__name__``, or that of its class, in lower case.

        Returns:
            The name.

        Raises:
            DuplicatePluginError: If the name is taken.
            HookError: If it implements a hook that does not exist, or with wrong arguments.
            PluginError: If it implements no hook, or the name is blocked.
        """
        if name is None:
            name = (
                str(getattr(plugin, "__name__", type(plugin).__name__)).rpartition(".")[2].lower()
            )
        if name in self._block:
            raise PluginError(f"plugin {name!r} is blocked in this registry")
        self._add(plugin, PluginInfo(name, "explicit"))
        self._explicit[name] = plugin
        return name

    def unregister(self, name: str) -> None:
        """Take a plugin out.

        Raises:
            PluginError: If there is none of that name.
        """
        if not self._manager.has_plugin(name):
            raise PluginError(f"no plugin {name!r} to unregister; there are {sorted(self._infos)}")
        self._manager.unregister(name=name)
        del self._infos[name]
        self._explicit.pop(name, None)
        self._forget()

    def plugins(self) -> tuple[PluginInfo, ...]:
        """Return all plugins, blocked ones too: built-ins in flow order, then the rest by name."""
        order = {name: n for n, name in enumerate(BUILTIN)}
        return tuple(
            sorted(self._infos.values(), key=lambda p: (order.get(p.name, len(order)), p.name))
        )

    def trace(self, write: Callable[[str], object]) -> Callable[[], None]:
        """Report every hook call through *write*, a line before and a line after.

        Returns:
            A function that ends the tracing.

        Example:
            >>> lines = []
            >>> registry = Registry(entry_points=False)
            >>> stop = registry.trace(lines.append)
            >>> _ = registry.describe_article(Article("“Yes,” she said."))
            >>> stop()
            >>> lines[0]
            'quotekit_describe_article: articles'
        """

        def before(hook: str, impls: Sequence[pluggy.HookImpl], _: object) -> None:
            write(f"{hook}: {', '.join(impl.plugin_name for impl in reversed(impls))}")

        def after(outcome: pluggy.Result[Any], hook: str, *_: object) -> None:
            failed = outcome.exception
            write(f"{hook} -> {f'raised {failed!r}' if failed else _brief(outcome.get_result())}")

        return self._manager.add_hookcall_monitoring(before, after)

    def _load(
        self,
        name: str,
        origin: Literal["builtin", "entry-point"],
        load: Callable[[], object],
        distribution: str | None = None,
        version: str | None = None,
    ) -> None:
        info = PluginInfo(name, origin, (), name in self._block, distribution, version)
        self._check_name(info)
        if info.blocked:
            self._infos[name] = info
            return
        try:
            plugin = load()
        except Exception as error:
            raise PluginError(f"{_describe(info)} cannot be loaded: {error!r}") from error
        self._add(plugin, info)

    def _load_entry_points(self) -> None:
        found = [
            (entry.dist.name if entry.dist else "", entry.name, entry)
            for entry in metadata.entry_points(group=PROJECT)
        ]
        for distribution, name, entry in sorted(found, key=lambda item: item[:2]):
            version = entry.dist.version if entry.dist else None
            self._load(name, "entry-point", entry.load, distribution or None, version)

    def _check_name(self, info: PluginInfo) -> None:
        other = self._infos.get(info.name)
        if other is not None:
            raise DuplicatePluginError(
                f"{_describe(info)} has the name of {_describe(other)}; rename or block one of them"
            )

    def _add(self, plugin: object, info: PluginInfo) -> None:
        self._check_name(info)
        if isinstance(plugin, type):
            plugin = plugin()
        try:
            self._manager.register(plugin, info.name)
            self._manager.check_pending()
        except (ValueError, pluggy.PluginValidationError) as error:
            if self._manager.has_plugin(info.name):
                self._manager.unregister(name=info.name)
            raise HookError(
                f"{_describe(info)} does not fit quotekit's hooks: {error}; "
                f"the hooks are {', '.join(HOOKS)}"
            ) from error
        hooks = sorted(caller.name for caller in self._manager.get_hookcallers(plugin) or ())
        if not hooks:
            self._manager.unregister(name=info.name)
            raise PluginError(f"{_describe(info)} implements no hook; is @hookimpl missing?")
        self._infos[info.name] = attrs.evolve(info, hooks=tuple(hooks))
        self._forget()

    def _forget(self) -> None:
        """Drop what was derived from the set of plugins."""
        self._languages = None
        self._callers = {}

    # -- hooks -----------------------------------------------------------------------------------

    def language(self, code: str) -> Language:
        """Return the merged tables of a language; an empty language where no plugin brings any."""
        if self._languages is None:
            sources: dict[str, list[Table]] = {}
            for table in self._collect("quotekit_languages", Table):
                sources.setdefault(table.language, []).append(table)
            self._languages = {key: Language(key, value) for key, value in sources.items()}
        return self._languages.setdefault(code, Language(code))

    def describe_article(self, article: Article) -> list[Fact]:
        """Call ``quotekit_describe_article``."""
        language = self.language(article.language)
        return self._collect("quotekit_describe_article", Fact, article=article, language=language)

    def tag_tokens(self, document: Document) -> Sequence[str]:
        """Call ``quotekit_tag_tokens``; all tags are empty where no plugin answers."""
        tags: Sequence[str] | None = self._decide("quotekit_tag_tokens", None, document=document)
        if tags is None:
            return [""] * len(document.tokens)
        if len(tags) != len(document.tokens):
            raise InvalidResultError(
                f"quotekit_tag_tokens: plugin {self._who('quotekit_tag_tokens', document=document)}"
                f" gave {len(tags)} tags for {len(document.tokens)} tokens"
            )
        return tags

    def find_mentions(self, document: Document) -> list[Mention]:
        """Call ``quotekit_find_mentions``; sorted, one mention a span."""
        found = self._collect("quotekit_find_mentions", Mention, document=document)
        unique: dict[tuple[int, int], Mention] = {}
        for mention in found:
            unique.setdefault((mention.span.start, -mention.span.end), mention)
        return [unique[key] for key in sorted(unique)]

    def find_quotes(self, document: Document) -> list[Quote]:
        """Call ``quotekit_find_quotes``; sorted by :attr:`.Quote.sort_key`."""
        found = self._collect("quotekit_find_quotes", Quote, document=document)
        return sorted(found, key=lambda quote: quote.sort_key)

    def select_quotes(self, document: Document, candidates: Sequence[Quote]) -> Selection:
        """Call ``quotekit_select_quotes``; where no plugin answers, all candidates stay."""
        answer: Selection | None = self._decide(
            "quotekit_select_quotes", Selection, document=document, candidates=candidates
        )
        return answer if answer is not None else Selection(candidates)

    def attribute_quote(
        self, document: Document, quote: Quote, earlier: Sequence[Quote]
    ) -> Attribution | None:
        """Call ``quotekit_attribute_quote``."""
        answer: Attribution | None = self._decide(
            "quotekit_attribute_quote", Attribution, document=document, quote=quote, earlier=earlier
        )
        return answer

    def resolve_speakers(self, document: Document, quotes: Sequence[Quote]) -> tuple[Speaker, ...]:
        """Call ``quotekit_resolve_speakers``; no speakers where no plugin answers."""
        answer: Sequence[Speaker] | None = self._decide(
            "quotekit_resolve_speakers", None, document=document, quotes=quotes
        )
        for speaker in answer or ():
            _expect(speaker, Speaker, "quotekit_resolve_speakers", "")
        return tuple(answer or ())

    def find_times(self, document: Document) -> list[TimeExpression]:
        """Call ``quotekit_find_times``; sorted by span."""
        found = self._collect("quotekit_find_times", TimeExpression, document=document)
        return sorted(found, key=lambda time: (time.span, time.found_by))

    def normalize_time(
        self, document: Document, time: TimeExpression, anchor: dt.date | None
    ) -> TimeExpression | None:
        """Call ``quotekit_normalize_time``."""
        answer: TimeExpression | None = self._decide(
            "quotekit_normalize_time", TimeExpression, document=document, time=time, anchor=anchor
        )
        return answer

    def date_quote(
        self, document: Document, quote: Quote, times: Sequence[TimeExpression]
    ) -> TimeExpression | None:
        """Call ``quotekit_date_quote``."""
        answer: TimeExpression | None = self._decide(
            "quotekit_date_quote", TimeExpression, document=document, quote=quote, times=times
        )
        return answer

    def readers(self) -> list[Reader]:
        """Call ``quotekit_readers``; third parties' readers first."""
        return self._formats("quotekit_readers", Reader)

    def writers(self) -> list[Writer]:
        """Call ``quotekit_writers``; third parties' writers first."""
        return self._formats("quotekit_writers", Writer)

    def _formats(self, hook: str, kind: type[F]) -> list[F]:
        """Collect formats; of two with one name a third party's counts, not the built-in."""
        found = self._collect(hook, kind)
        found.sort(key=lambda item: self._infos[item.found_by].origin == "builtin")
        unique: dict[str, F] = {}
        for item in found:
            other = unique.setdefault(item.name, item)
            if other is not item and self._infos[item.found_by].origin != "builtin":
                raise DuplicatePluginError(
                    f"plugins {other.found_by!r} and {item.found_by!r} both bring a "
                    f"{kind.__name__.lower()} {item.name!r}; block one of them"
                )
        return list(unique.values())

    # -- calling ---------------------------------------------------------------------------------

    def _collect(self, hook: str, kind: type[T], **arguments: object) -> list[T]:
        """Call a collecting hook plugin by plugin, so that each record's plugin is known."""
        found: list[T] = []
        for name, caller in self._callers_of(hook):
            try:
                records = [record for answer in caller(**arguments) for record in answer]
            except Exception as error:
                error.add_note(_note(hook, name, arguments))
                raise
            for record in records:
                _expect(record, kind, hook, name)
                if getattr(record, "found_by", None) == "":
                    record = attrs.evolve(record, found_by=name)
                found.append(record)
        return found

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

    def _decide(self, hook: str, kind: type[T] | None, **arguments: object) -> Any:  # noqa: ANN401
        """Call a deciding hook; fill in ``found_by`` where a plugin left it out."""
        try:
            answer = getattr(self._manager.hook, hook)(**arguments)
        except Exception as error:
            error.add_note(_note(hook, self._raiser(hook, error), arguments))
            raise
        if answer is None or kind is None:
            return answer
        if not isinstance(answer, kind):
            _expect(answer, kind, hook, self._who(hook, **arguments))
        if getattr(answer, "found_by", None) == "":
            answer = attrs.evolve(answer, found_by=self._who(hook, **arguments))
        return answer

    def _who(self, hook: str, **arguments: object) -> str:
        """Name the plugin that decides: the first, in pluggy's order, that does not abstain."""
        for impl in reversed(getattr(self._manager.hook, hook).get_hookimpls()):
            if not (impl.wrapper or impl.hookwrapper):
                given = [arguments[name] for name in impl.argnames]
                if impl.function(*given) is not None:
                    return str(impl.plugin_name)
        return "?"

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


HOOKS: tuple[str, ...] = tuple(name for name in vars(hookspecs) if name.startswith("quotekit_"))
"""The names of all hooks, in flow order."""


def _expect(record: object, kind: type[Any], hook: str, plugin: str) -> None:
    if not isinstance(record, kind):
        raise InvalidResultError(
            f"{hook}: plugin {plugin or '?'} gave {record!r} of type {type(record).__name__}, "
            f"expected {kind.__name__}"
        )


def _describe(info: PluginInfo) -> str:
    if info.origin == "entry-point":
        return f"plugin {info.name!r} of {info.distribution or 'an unnamed distribution'}"
    return f"{'built-in' if info.origin == 'builtin' else 'registered'} plugin {info.name!r}"


def _note(hook: str, plugin: str, arguments: dict[str, object]) -> str:
    subject = arguments.get("article") or getattr(arguments.get("document"), "article", None)
    where = f", article {subject.id!r}" if isinstance(subject, Article) else ""
    return f"in hook {hook}, plugin {plugin}{where}"


def _brief(result: object) -> str:
    if isinstance(result, list):
        return f"{len(result)} answer(s)"
    return type(result).__name__
