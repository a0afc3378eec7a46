"""Registry: the plugins in use, with one typed method a hook.

Each method says what the core makes of the answers: sorted, checked, one a span.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TypeVar

from quotekit.document import Document
from quotekit.exceptions import DuplicatePluginError, InvalidResultError
from quotekit.formats import Reader, Writer
from quotekit.lexicon import Language, Table
from quotekit.manager import HOOKS, Manager, PluginInfo
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
from quotekit.spans import Span

__all__ = ["HOOKS", "PluginInfo", "Registry"]

F = TypeVar("F", Reader, Writer)
R = TypeVar("R", Mention, TimeExpression)


class Registry(Manager):
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
        >>> registry = Registry(entry_points=False, block=["dates"])
        >>> [plugin.name for plugin in registry.plugins() if plugin.blocked]
        ['dates']
    """

    def __init__(
        self, *, builtins: bool = True, entry_points: bool = True, block: Iterable[str] = ()
    ) -> None:
        self._languages: dict[str, Language] | None = None
        super().__init__(builtins=builtins, entry_points=entry_points, block=block)

    def _forget(self) -> None:
        super()._forget()
        self._languages = None

    def language(self, code: str) -> Language:
        """Return the merged tables of a language; an empty language where no plugin brings any."""
        if self._languages is None:
            sources: dict[str, list[Table]] = {}
            for table in self._calls.collect("quotekit_languages", Table):
                sources.setdefault(table.language, []).append(table)
            self._languages = {key: Language(key, value) for key, value in sources.items()}
        return self._languages.setdefault(code, Language(code))

    def describe_article(self, article: Article) -> list[Fact]:
        """Call ``quotekit_describe_article``."""
        language = self.language(article.language)
        return self._calls.collect(
            "quotekit_describe_article", Fact, article=article, language=language
        )

    def tag_tokens(self, document: Document) -> Sequence[str]:
        """Call ``quotekit_tag_tokens``; all tags are empty where no plugin answers."""
        hook = "quotekit_tag_tokens"
        tags = self._calls.decide(hook, Sequence, document=document)  # type: ignore[type-abstract]
        if tags is None:
            return [""] * len(document.tokens)
        if len(tags) != len(document.tokens):
            plugin = self._calls.decider(hook, document=document)
            raise InvalidResultError(
                f"{hook}: plugin {plugin!r} gave {len(tags)} tags for {len(document.tokens)} tokens"
            )
        return tags

    def find_mentions(self, document: Document) -> list[Mention]:
        """Call ``quotekit_find_mentions``; in text order, one a span."""
        return _one_a_span(
            self._calls.collect("quotekit_find_mentions", Mention, document=document)
        )

    def find_quotes(self, document: Document) -> list[Quote]:
        """Call ``quotekit_find_quotes``; sorted by :attr:`.Quote.sort_key`."""
        found = self._calls.collect("quotekit_find_quotes", Quote, document=document)
        return sorted(found, key=lambda quote: quote.sort_key)

    def select_quotes(self, document: Document, candidates: Sequence[Quote]) -> Selection:
        """Call ``quotekit_select_quotes``; where no plugin answers, all candidates stay."""
        answer = self._calls.decide(
            "quotekit_select_quotes", Selection, document=document, candidates=candidates
        )
        return answer if answer is not None else Selection(tuple(candidates))

    def attribute_quote(
        self, document: Document, quote: Quote, earlier: Sequence[Quote]
    ) -> Attribution | None:
        """Call ``quotekit_attribute_quote``."""
        return self._calls.decide(
            "quotekit_attribute_quote", Attribution, document=document, quote=quote, earlier=earlier
        )

    def resolve_speakers(self, document: Document, quotes: Sequence[Quote]) -> tuple[Speaker, ...]:
        """Call ``quotekit_resolve_speakers``; no speakers where no plugin answers."""
        hook = "quotekit_resolve_speakers"
        found = self._calls.decide(hook, Sequence, document=document, quotes=quotes)  # type: ignore[type-abstract]
        for speaker in found or ():
            if not isinstance(speaker, Speaker):
                plugin = self._calls.decider(hook, document=document, quotes=quotes)
                raise InvalidResultError(f"{hook}: plugin {plugin!r} gave {speaker!r}, no Speaker")
        return tuple(found or ())

    def find_times(self, document: Document) -> list[TimeExpression]:
        """Call ``quotekit_find_times``; in text order, one a span."""
        return _one_a_span(
            self._calls.collect("quotekit_find_times", TimeExpression, document=document)
        )

    def normalize_time(
        self, document: Document, time: TimeExpression, anchor: dt.date | None
    ) -> TimeExpression | None:
        """Call ``quotekit_normalize_time``."""
        return self._calls.decide(
            "quotekit_normalize_time", TimeExpression, document=document, time=time, anchor=anchor
        )

    def date_quote(
        self, document: Document, quote: Quote, times: Sequence[TimeExpression]
    ) -> TimeExpression | None:
        """Call ``quotekit_date_quote``."""
        return self._calls.decide(
            "quotekit_date_quote", TimeExpression, document=document, quote=quote, times=times
        )

    def readers(self) -> list[Reader]:
        """Call ``quotekit_readers``; third parties' readers first."""
        return self._formats("quotekit_readers", Reader)

    def writers(self) -> list[Writer]:
        """Call ``quotekit_writers``; third parties' writers first."""
        return self._formats("quotekit_writers", Writer)

    def _formats(self, hook: str, kind: type[F]) -> list[F]:
        """Collect formats; of two with one name a third party's counts, not the built-in."""
        found = self._calls.collect(hook, kind)
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


def _one_a_span(found: Iterable[R]) -> list[R]:
    """Put records in text order, the longer first; of two with one span the first one counts."""
    unique: dict[Span, R] = {}
    for record in found:
        unique.setdefault(record.span, record)
    return [unique[span] for span in sorted(unique, key=lambda span: (span.start, -span.end))]
