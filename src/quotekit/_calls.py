"""Calls: what stands between pluggy and a plugin's functions, and makes every answer accountable.

A plugin is registered as :func:`answerable`: its functions are wrapped so that what they answer is
checked and signed with the plugin's name where it arises. What generators yield is materialized at
once, and an exception gets a note that names hook, plugin and article.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs

from quotekit._formats import Reader, Writer
from quotekit.document import Document
from quotekit.exceptions import InvalidResultError
from quotekit.hookspecs import PROJECT
from quotekit.lexicon import Table
from quotekit.models import (
    Article,
    Attribution,
    Fact,
    Link,
    Mention,
    Quote,
    Selection,
    Speaker,
    TimeExpression,
)

Implementation = Callable[..., Any]

COLLECTED: dict[str, type] = {
    "quotekit_languages": Table,
    "quotekit_describe_article": Fact,
    "quotekit_find_mentions": Mention,
    "quotekit_find_quotes": Quote,
    "quotekit_link_speaker": Link,
    "quotekit_find_times": TimeExpression,
    "quotekit_readers": Reader,
    "quotekit_writers": Writer,
}
"""Collecting hooks, and what each plugin gives several of."""

DECIDED: dict[str, type] = {
    "quotekit_tag_tokens": str,
    "quotekit_select_quotes": Selection,
    "quotekit_attribute_quote": Attribution,
    "quotekit_resolve_speakers": Speaker,
    "quotekit_normalize_time": TimeExpression,
    "quotekit_date_quote": TimeExpression,
}
"""Deciding hooks, and what the first plugin to answer gives one of, or a sequence of."""

SEQUENCES = frozenset(("quotekit_tag_tokens", "quotekit_resolve_speakers"))
"""Deciding hooks whose answer is a sequence."""


class Answers:
    """A plugin whose functions answer for themselves; pluggy gets it in the plugin's place."""

    def __init__(self, plugin: object) -> None:
        self.plugin = plugin


def answerable(plugin: object, name: str, watchers: Sequence[Callable[[str], object]]) -> Answers:
    """Return a plugin's implementations, wrapped.

    Args:
        plugin: The plugin.
        name: Its name.
        watchers: Get a line about every answer.
    """
    answers = Answers(plugin)
    for attribute in dir(plugin):
        function = getattr(plugin, attribute, None)
        options = getattr(function, f"{PROJECT}_impl", None)
        if not isinstance(options, dict) or not callable(function):
            continue
        hook = options.get("specname") or attribute
        if not (options["wrapper"] or options["hookwrapper"]):
            if hook in COLLECTED:
                function = _wrap(function, hook, name, watchers, _collected)
            elif hook in DECIDED:
                function = _wrap(function, hook, name, watchers, _decided)
        setattr(answers, attribute, function)
    return answers


def _wrap(
    function: Implementation,
    hook: str,
    name: str,
    watchers: Sequence[Callable[[str], object]],
    read: Callable[[Any, str, str], Any],
) -> Implementation:
    @functools.wraps(function)
    def answer(*arguments: object) -> object:
        try:
            result = read(function(*arguments), hook, name)
        except Exception as error:
            error.add_note(_note(hook, name, arguments))
            raise
        for watch in watchers:
            watch(f"{hook}: {name}: {_brief(result)}")
        return result

    answer.__signature__ = inspect.signature(function)  # type: ignore[attr-defined]
    return answer


def _collected(answer: object, hook: str, name: str) -> tuple[str, list[Any]]:
    """Return the plugin's name, by which answers are sorted, and its records."""
    records = [] if answer is None else _expect(answer, Iterable, hook, name)
    return name, [_signed(_expect(record, COLLECTED[hook], hook, name), name) for record in records]


def _decided(answer: object, hook: str, name: str) -> object:
    if answer is None:
        return None
    if hook in SEQUENCES:
        for record in _expect(answer, Sequence, hook, name):
            _expect(record, DECIDED[hook], hook, name)
        return answer
    return _signed(_expect(answer, DECIDED[hook], hook, name), name)


def _signed(record: Any, name: str) -> Any:  # noqa: ANN401 - any record that has found_by
    if isinstance(record, Selection):
        return attrs.evolve(record, rejected=tuple(_signed(r, name) for r in record.rejected))
    if getattr(record, "found_by", None) == "":
        return attrs.evolve(record, found_by=name)
    return record


def _expect(record: Any, kind: type[Any], hook: str, name: str) -> Any:  # noqa: ANN401
    if not isinstance(record, kind):
        raise InvalidResultError(
            f"{hook}: plugin {name!r} gave {record!r} of type {type(record).__name__}, "
            f"expected {kind.__name__}"
        )
    return record


def _note(hook: str, name: str, arguments: Iterable[object]) -> str:
    for subject in arguments:
        article = subject.article if isinstance(subject, Document) else subject
        if isinstance(article, Article):
            return f"in hook {hook}, plugin {name}, article {article.id!r}"
    return f"in hook {hook}, plugin {name}"


def _brief(result: object) -> str:
    if result is None:
        return "no answer"
    return f"{len(result[1])} found" if isinstance(result, tuple) else type(result).__name__
