"""Calls: what is between pluggy and a plugin's functions; it validates and labels each answer.

A plugin is registered as :func:`answerable`: its functions are wrapped so that what they answer is
checked and signed with the plugin's name where it arises. What generators yield is materialized at
once, and an exception gets a note that names hook, plugin and article.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import pluggy

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
from quotekit.models._signing import sign, signed
from quotekit.spans import Span

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

KINDS = COLLECTED | DECIDED

SEQUENCES = frozenset(("quotekit_tag_tokens", "quotekit_resolve_speakers"))
"""Deciding hooks whose answer is a sequence."""


_subject: ContextVar[Document | Article | None] = ContextVar("subject", default=None)
"""What the hook is called for, whether or not a plugin asks for it: checks and notes need it."""


def call(hook: pluggy.HookCaller, **arguments: Any) -> Any:  # noqa: ANN401 - what the hook gives
    """Call a hook."""
    token = _subject.set(arguments.get("document") or arguments.get("article"))
    try:
        return hook(**arguments)
    finally:
        _subject.reset(token)


class Answers:
    """A plugin whose functions answer for themselves; pluggy gets it in the plugin's place."""

    def __init__(self, plugin: object) -> None:
        self.plugin = plugin

    def __repr__(self) -> str:  # for pluggy's messages
        return repr(self.plugin)

    def __dir__(self) -> Iterable[str]:  # what pluggy looks at, one by one
        return vars(self)


def answerable(
    plugin: object, name: str, watchers: Sequence[Callable[[str], object]], *, trusted: bool = False
) -> Answers:
    """Return a plugin's implementations, wrapped.

    Args:
        plugin: The plugin.
        name: Its name.
        watchers: Get a line about every answer.
        trusted: Whether its answers are signed without a look at them: quotekit's own are checked by
            its tests, and an article has hundreds.
    """
    read = _signed_answer if trusted else _read
    answers = Answers(plugin)
    for attribute in dir(plugin):
        function = getattr(plugin, attribute, None)
        options = getattr(function, f"{PROJECT}_impl", None)
        if not isinstance(options, dict) or not callable(function):
            continue
        hook = options.get("specname") or attribute
        if hook in KINDS and not (options["wrapper"] or options["hookwrapper"]):
            function = _wrap(function, hook, name, watchers, read)
        elif hook in KINDS and options["wrapper"] and inspect.isgeneratorfunction(function):
            function = _wrap_wrapper(function, hook, name, watchers)
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
        except (Exception, SystemExit) as error:
            _note(error, hook, name, function)
            raise
        for watch in watchers:
            watch(f"{hook}: {name}: {_brief(result)}")
        return result

    answer.__signature__ = inspect.signature(function)  # type: ignore[attr-defined]
    return answer


def _wrap_wrapper(
    function: Implementation, hook: str, name: str, watchers: Sequence[Callable[[str], object]]
) -> Implementation:
    """Check what a wrapper around a deciding hook makes of the answer."""

    @functools.wraps(function)
    def wrapper(*arguments: object) -> Generator[None, object, object]:
        try:
            result = _read((yield from function(*arguments)), hook, name)
        except (Exception, SystemExit) as error:
            _note(error, hook, name, function)
            raise
        for watch in watchers:
            watch(f"{hook}: {name}, as a wrapper: {_brief(result)}")
        return result

    wrapper.__signature__ = inspect.signature(function)  # type: ignore[attr-defined]
    return wrapper


def _read(answer: object, hook: str, name: str) -> Any:  # noqa: ANN401
    """Return a plugin's answer, checked and signed.

    Raises:
        InvalidResultError: If it is not what the hook asks for, or if it lies outside the text.
    """
    if answer is None and hook in DECIDED:
        return None
    kind = KINDS[hook]
    if hook in DECIDED and hook not in SEQUENCES:
        return _checked(answer, kind, hook, name)
    if answer is None:
        return name, []
    if isinstance(answer, str) or not isinstance(answer, Iterable):
        raise _unexpected(answer, f"several of type {kind.__name__}", hook, name)
    if hook == "quotekit_tag_tokens":
        return _tags(list(answer), name)
    records = [_checked(record, kind, hook, name) for record in answer]
    # The name of the plugin, by which the answers of collecting hooks are sorted.
    return (name, records) if hook in COLLECTED else records


def _signed_answer(answer: Any, hook: str, name: str) -> Any:  # noqa: ANN401
    """Return the answer of a plugin that is known to answer as its hook asks, signed.

    Nobody else has its records yet: they are signed as they are, and not copied.
    """
    if hook in COLLECTED:
        return name, [sign(record, name) for record in answer or ()]
    if answer is None:
        return None
    return list(answer) if hook in SEQUENCES else sign(answer, name)


def _checked(record: Any, kind: type, hook: str, name: str) -> Any:  # noqa: ANN401 - any record
    if not isinstance(record, kind):
        raise _unexpected(record, kind.__name__, hook, name)
    subject = _subject.get()
    if subject is not None and kind in SPANS:
        length = len(subject.text)
        if isinstance(record, Mention) and _within(record, length):  # hundreds in an article
            return signed(record, name)
        for what, span in SPANS[kind](record):
            if span.end > length:
                raise InvalidResultError(
                    f"{hook}: plugin {name!r} gave a {what} at {span}, but article "
                    f"{_article(subject).id!r} has {length} characters; spans are code points of "
                    "its text, end exclusive"
                )
    return signed(record, name)


def _tags(tags: list[Any], name: str) -> list[str]:
    """Return the tags, each a string, as many as there are tokens: looked at all at once."""
    if set(map(type, tags)) - {str}:
        for tag in tags:
            _checked(tag, str, "quotekit_tag_tokens", name)
    document = _subject.get()
    if isinstance(document, Document) and len(tags) != len(document.tokens):
        raise InvalidResultError(
            f"quotekit_tag_tokens: plugin {name!r} gave {len(tags)} tags for "
            f"{len(document.tokens)} tokens in article {document.article.id!r}"
        )
    return tags


def _unexpected(answer: object, expected: str, hook: str, name: str) -> InvalidResultError:
    given, cure = f"{answer!r} of type {type(answer).__name__}", ""
    if hook in DECIDED and isinstance(answer, Generator):
        given, cure = "a generator", "; a deciding hook returns, and does not yield"
    elif hook == "quotekit_find_quotes" and isinstance(answer, Span | tuple):
        cure = "; a place alone is Quote([span], 'direct')"
    return InvalidResultError(f"{hook}: plugin {name!r} gave {given}, expected {expected}{cure}")


def _note(error: BaseException, hook: str, name: str, function: Implementation) -> None:
    """Add to an error where it arose, unless the plugin that another one asked has done so."""
    if any(note.startswith("in hook ") for note in getattr(error, "__notes__", ())):
        return
    subject = _subject.get()
    where = f", article {_article(subject).id!r}" if subject is not None else ""
    code = getattr(inspect.unwrap(function), "__code__", None)
    # Where a plugin was when its time was up is another line in every run.
    line = line_of(error, code.co_filename) if code and not isinstance(error, TimeoutError) else ""
    error.add_note(f"in hook {hook}, plugin {name}{where}{line and f', at {line}'}")


def line_of(error: BaseException, file: str) -> str:
    """Return the last line of a file, or of one beside it, on the way to an error, or nothing.

    Example:
        >>> try:
        ...     exec(compile("tide = 1\\ntide / 0", "tides.py", "exec"))
        ... except ZeroDivisionError as error:
        ...     line_of(error, "tides.py")
        'tides.py:2'
    """
    import traceback  # slow to import

    steps = (
        (Path(frame.f_code.co_filename), line)
        for frame, line in traceback.walk_tb(error.__traceback__)
    )
    own = [(path, line) for path, line in steps if path.parent == Path(file).parent]
    return f"{own[-1][0].name}:{own[-1][1]}" if own else ""


def _article(subject: Document | Article) -> Article:
    return subject.article if isinstance(subject, Document) else subject


def _brief(result: object) -> str:
    if result is None:
        return "no answer"
    return f"{len(result[1])} found" if isinstance(result, tuple) else type(result).__name__


# -- where the spans of a record are -----------------------------------------------------------------


def _within(mention: Mention, length: int) -> bool:
    """Return whether a mention without others inside lies in a text, at one look."""
    parts = (mention.span, mention.name, mention.title, mention.affiliation, mention.role)
    return not mention.inner and max([part.end for part in parts if part is not None]) <= length


def _of_mention(mention: Mention, what: str = "mention") -> Iterator[tuple[str, Span]]:
    yield what, mention.span
    for part in (mention.name, mention.title, mention.affiliation, mention.role):
        if part is not None:
            yield what, part
    for inner in mention.inner:
        yield from _of_mention(inner, what)


def _of_quote(quote: Quote) -> Iterator[tuple[str, Span]]:
    for span in (*quote.contents, *quote.cue):
        yield "quote", span
    for span in quote.quoted:
        yield "quoted span", span
    if quote.source is not None:
        yield from _of_mention(quote.source, "source")


def _of_selection(selection: Selection) -> Iterator[tuple[str, Span]]:
    for quote in (*selection.quotes, *(rejected.quote for rejected in selection.rejected)):
        yield from _of_quote(quote)


def _of_attribution(attribution: Attribution) -> Iterator[tuple[str, Span]]:
    for span in attribution.cue:
        yield "cue", span
    if attribution.source is not None:
        yield from _of_mention(attribution.source, "source")


def _of_speaker(speaker: Speaker) -> Iterator[tuple[str, Span]]:
    for mention in speaker.mentions:
        yield from _of_mention(mention)


def _of_fact(fact: Fact) -> Iterator[tuple[str, Span]]:
    if fact.span is not None:
        yield fact.field, fact.span


SPANS: dict[type, Callable[[Any], Iterator[tuple[str, Span]]]] = {
    Mention: _of_mention,
    Quote: _of_quote,
    Selection: _of_selection,
    Attribution: _of_attribution,
    Speaker: _of_speaker,
    TimeExpression: lambda time: iter([("time expression", time.span)]),
    Fact: _of_fact,
}
"""The spans of a plugin's record, each with what it is."""
