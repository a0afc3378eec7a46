"""Registry: the plugins in use, with one typed method per hook.

Each method says what the core makes of the answers: sorted, checked, one a span.
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeVar

import pluggy

from quotekit._callers import outside
from quotekit._calls import call
from quotekit._formats import Reader, Writer
from quotekit._languages import language_tag, prefixes
from quotekit._manager import Manager, PluginInfo
from quotekit.document import Document
from quotekit.exceptions import DuplicatePluginError, LanguageWarning, LexiconError
from quotekit.lexicon import ALL, Language, Table, builtin_tables
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
from quotekit.models._short import clip, plural, short

__all__ = ["PluginInfo", "Registry"]

F = TypeVar("F", Reader, Writer)
R = TypeVar("R", Mention, TimeExpression)


class Registry(Manager):
    """The plugins in use.

    Args:
        builtins: Whether to load the built-in plugins.
        entry_points: Whether to load what installed distributions bring in the entry-point group
            ``quotekit``.
        block: Names of plugins not to load; ``DISTRIBUTION:NAME`` where two have one name.

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
        self._unserved: dict[str, Language] = {}
        self._common: tuple[Table, ...] = ()
        super().__init__(builtins=builtins, entry_points=entry_points, block=block)

    def __repr__(self) -> str:
        plugins = self.plugins()
        blocked = [plugin.name for plugin in plugins if plugin.blocked]
        added = [plugin.name for plugin in plugins if plugin.origin != "builtin"]
        count = plural(len(plugins) - len(blocked), "plugin")
        without = blocked and f"blocked: {clip(', '.join(blocked), 30)}"
        extra = added and f"added: {clip(', '.join(added), 30)}"
        return short(self, count, extra or None, without or None)

    def _forget(self) -> None:
        super()._forget()
        self._languages = None
        self._unserved = {}

    def language(self, code: str) -> Language:
        """Return the merged tables of a language, quotekit's own and those of plugins.

        Tags are looked up by cutting them from their end: *de-AT* has the tables of *de*, and what
        a plugin brings for *de-AT* itself. A language without tables has those for all languages, and
        is warned of once.

        Args:
            code: A tag, in any of the forms that :attr:`.Article.language` takes.

        Raises:
            LexiconError: If a plugin's table breaks the schema, or contradicts another's.

        Example:
            >>> Registry(entry_points=False).language("en_GB").code
            'en'
        """
        served = self._served()
        tag = next((tag for tag in prefixes(code) if tag in served), None)
        if tag is not None:
            return served[tag]
        if code in self._unserved:
            return self._unserved[code]
        tag = language_tag(code)
        if tag != code:
            return self.language(tag)
        warnings.warn(
            f"no tables for the language {code!r}; there are {', '.join(self.languages())}",
            LanguageWarning,
            stacklevel=outside(),
        )
        return self._unserved.setdefault(code, Language(code, self._common))

    def languages(self) -> dict[str, Language]:
        """Return the languages that there are tables for, by their tags.

        Example:
            >>> "de" in Registry(entry_points=False).languages()
            True
        """
        return dict(sorted(self._served().items()))

    def _served(self) -> dict[str, Language]:
        if self._languages is None:
            sources: dict[str, list[Table]] = {}
            for table in (*builtin_tables(), *_collect(self.hook.quotekit_languages)):
                sources.setdefault(language_tag(table.language), []).append(table)
            self._common = tuple(sources.get(ALL, ()))
            self._languages = _merged(sources)
        return self._languages

    def describe_article(self, article: Article) -> list[Fact]:
        """Call ``quotekit_describe_article``."""
        language = self.language(article.language)
        return _collect(self.hook.quotekit_describe_article, article=article, language=language)

    def tag_tokens(self, document: Document) -> list[str]:
        """Call ``quotekit_tag_tokens``; all tags are empty where no plugin answers."""
        tags: list[str] | None = call(self.hook.quotekit_tag_tokens, document=document)
        return [""] * len(document.tokens) if tags is None else tags

    def find_mentions(self, document: Document) -> list[Mention]:
        """Call ``quotekit_find_mentions``; in text order, one a span."""
        return _one_a_span(_collect(self.hook.quotekit_find_mentions, document=document))

    def find_quotes(self, document: Document) -> list[Quote]:
        """Call ``quotekit_find_quotes``; sorted by :attr:`.Quote.sort_key`."""
        found = _collect(self.hook.quotekit_find_quotes, document=document)
        return sorted(found, key=lambda quote: quote.sort_key)

    def select_quotes(self, document: Document, candidates: Sequence[Quote]) -> Selection:
        """Call ``quotekit_select_quotes``; where no plugin answers, all candidates stay."""
        answer: Selection | None = call(
            self.hook.quotekit_select_quotes, document=document, candidates=candidates
        )
        return answer if answer is not None else Selection(tuple(candidates))

    def attribute_quote(
        self, document: Document, quote: Quote, earlier: Sequence[Quote]
    ) -> Attribution | None:
        """Call ``quotekit_attribute_quote``."""
        answer: Attribution | None = call(
            self.hook.quotekit_attribute_quote, document=document, quote=quote, earlier=earlier
        )
        return answer

    def resolve_speakers(self, document: Document, quotes: Sequence[Quote]) -> tuple[Speaker, ...]:
        """Call ``quotekit_resolve_speakers``; no speakers where no plugin answers."""
        return tuple(
            call(self.hook.quotekit_resolve_speakers, document=document, quotes=quotes) or ()
        )

    def link_speaker(self, document: Document, speaker: Speaker) -> tuple[Link, ...]:
        """Call ``quotekit_link_speaker``; sorted, each link once."""
        found = _collect(self.hook.quotekit_link_speaker, document=document, speaker=speaker)
        links = {(link.system, link.identifier): link for link in reversed(found)}
        return tuple(links[key] for key in sorted(links))

    def find_times(self, document: Document) -> list[TimeExpression]:
        """Call ``quotekit_find_times``; in text order, one a span."""
        return _one_a_span(_collect(self.hook.quotekit_find_times, document=document))

    def normalize_time(
        self, document: Document, time: TimeExpression, anchor: dt.date | None
    ) -> TimeExpression | None:
        """Call ``quotekit_normalize_time``."""
        answer: TimeExpression | None = call(
            self.hook.quotekit_normalize_time, document=document, time=time, anchor=anchor
        )
        return answer

    def date_quote(
        self, document: Document, quote: Quote, times: Sequence[TimeExpression]
    ) -> TimeExpression | None:
        """Call ``quotekit_date_quote``."""
        answer: TimeExpression | None = call(
            self.hook.quotekit_date_quote, document=document, quote=quote, times=times
        )
        return answer

    def readers(self) -> list[Reader]:
        """Call ``quotekit_readers``; third parties' readers first."""
        return self._formats(_collect(self.hook.quotekit_readers))

    def writers(self) -> list[Writer]:
        """Call ``quotekit_writers``; third parties' writers first."""
        return self._formats(_collect(self.hook.quotekit_writers))

    def _formats(self, found: list[F]) -> list[F]:
        """Of two formats with one name a third party's counts, not the built-in."""
        found.sort(key=lambda item: self._infos[item.found_by].origin == "builtin")
        unique: dict[str, F] = {}
        for item in found:
            other = unique.setdefault(item.name, item)
            if other is not item and self._infos[item.found_by].origin != "builtin":
                raise DuplicatePluginError(
                    f"plugins {other.found_by!r} and {item.found_by!r} both bring a format "
                    f"{item.name!r}; block one of them"
                )
        return list(unique.values())


def _merged(sources: Mapping[str, list[Table]]) -> dict[str, Language]:
    """Return the languages of tables by tag, each with those for all and of its wider tags."""
    common = sources.get(ALL, [])
    wider = {tag: [*prefixes(tag)][::-1] for tag in sources if tag != ALL}
    try:
        return {
            tag: Language(tag, [*common, *(t for part in parts for t in sources.get(part, ()))])
            for tag, parts in wider.items()
        }
    except LexiconError as error:
        error.add_note("in hook quotekit_languages")
        raise


def _collect(hook: pluggy.HookCaller, **arguments: object) -> list[Any]:
    """Call a collecting hook; its records come in the order of the plugins' names."""
    answers = sorted(call(hook, **arguments), key=itemgetter(0))
    return [record for _, records in answers for record in records]


def _one_a_span(found: Sequence[R]) -> list[R]:
    """Put records in text order, the longer first; of two with one span the first one counts."""
    unique = {(record.span.start, -record.span.end): record for record in reversed(found)}
    return [unique[place] for place in sorted(unique)]
