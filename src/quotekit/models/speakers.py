"""Mentions, and the speakers behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import SupportsIndex, overload

import attrs

from quotekit.models._fields import (
    SPAN,
    STRING,
    STRINGS,
    Field,
    choice,
    fit,
    member,
    optional,
    several,
)
from quotekit.models._short import clip, plural, quoted, short
from quotekit.models.kinds import Gender, MentionKind, Number, SpeakerKind
from quotekit.spans import Span


@attrs.frozen(repr=False)
class Mention:
    """A span that names or pronominally denotes a possible speaker.

    Attributes:
        span: The whole mention with title and role: *US trade envoy Ada Stone*.
        kind: Name, nominal (*the minister*) or pronoun.
        name: The proper name inside it: *Ada Stone*.
        title: Title or role beside the name: *trade envoy*.
        affiliation: What the title belongs to: *US*.
        role: What an apposition says: *a doctor at the hospital*.
        entity: The sort of speaker, where the mention shows it.
        number: Singular or plural, where the mention shows it.
        gender: Female or male, only where the mention shows it (*she*, *Mr*).
        inner: The mentions inside it: *Carter* in *Carter’s press secretary*.
        found_by: The plugin.
        text: The mention's words.

    Example:
        >>> Mention(Span(0, 2), MentionKind.PRONOUN, number="singular", gender="male").kind
        <MentionKind.PRONOUN: 'pronoun'>
    """

    span: Span
    kind: MentionKind
    name: Span | None = None
    title: Span | None = None
    affiliation: Span | None = None
    role: Span | None = None
    entity: SpeakerKind | None = None
    number: Number | None = None
    gender: Gender | None = None
    inner: tuple[Mention, ...] = ()
    found_by: str = ""
    text: str = attrs.field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        # There are hundreds in an article, and nearly all fit at first sight.
        if not (
            type(self.span) is Span
            and type(self.kind) is MentionKind
            and (self.name is None or type(self.name) is Span)
            and (self.title is None or type(self.title) is Span)
            and (self.affiliation is None or type(self.affiliation) is Span)
            and (self.role is None or type(self.role) is Span)
            and (self.entity is None or type(self.entity) is SpeakerKind)
            and self.number in (None, "singular", "plural")
            and self.gender in (None, "female", "male")
            and (self.inner == () or _are_mentions(self.inner))
            and type(self.found_by) is type(self.text) is str
        ):
            fit(self, MENTION)

    def __repr__(self) -> str:
        return short(self, quoted(self.text) or self.span, self.kind)


def _are_mentions(inner: object) -> bool:
    return type(inner) is tuple and all(type(one) is Mention for one in inner)


@attrs.frozen
class Link:
    """An identifier of a speaker in an outside system.

    Attributes:
        system: *wikidata*, *isni*, a newsroom's own register …
        identifier: The identifier there.
        found_by: The plugin.

    Example:
        >>> Link("wikidata", "Q42").system
        'wikidata'
    """

    system: str
    identifier: str
    found_by: str = ""

    def __attrs_post_init__(self) -> None:
        fit(self, LINK)


@attrs.frozen(repr=False)
class Speaker:
    """The person, organization or group behind one or more mentions.

    Attributes:
        id: Stable within one extraction: ``s1``, ``s2`` … in the order of their first mention.
        name: Canonical name: the fullest form in the text, without titles.
        kind: What sort of speaker it is.
        title: *Foreign Minister*, *Dr.* … as the text gives it.
        role: What an apposition says of them.
        affiliation: *US*, *of the Harbour Union* … as the text gives it.
        gender: Only as the text reveals it.
        aliases: Other names under which the text mentions them.
        mentions: All their mentions, in text order.
        links: Identifiers in outside systems.
    """

    id: str
    name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    title: str | None = None
    role: str | None = None
    affiliation: str | None = None
    gender: Gender | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()

    def __attrs_post_init__(self) -> None:
        fit(self, SPEAKER)

    def __repr__(self) -> str:
        title = self.title and clip(self.title, 24)
        return short(
            self, quoted(self.name), title, self.kind, plural(len(self.mentions), "mention")
        )


class Speakers(tuple[Speaker, ...]):
    """The speakers of an article: a tuple that also answers to names.

    Example:
        >>> speakers = Speakers([Speaker("s1", "Ida Moss", aliases=("Moss",)), Speaker("s2", "Bo Tran")])
        >>> speakers["Moss"].name, speakers[1].name, "Tran" in speakers
        ('Ida Moss', 'Bo Tran', True)
        >>> speakers["Odile Castellan"]
        Traceback (most recent call last):
        KeyError: "no speaker 'Odile Castellan'; there are 'Ida Moss', 'Bo Tran'"
    """

    __slots__ = ()

    @overload
    def __getitem__(self, key: SupportsIndex | str) -> Speaker: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Speaker, ...]: ...
    def __getitem__(self, key: SupportsIndex | slice | str) -> Speaker | tuple[Speaker, ...]:
        """Return the speaker at a place or of a name, or the speakers of a slice.

        Raises:
            KeyError: If nobody has that name, or several have.
        """
        if not isinstance(key, str):
            return super().__getitem__(key)
        found = self.named(key)
        if len(found) == 1:
            return found[0]
        fault = "several speakers have the name" if found else "no speaker"
        names = ", ".join(repr(speaker.name) for speaker in found or self)
        raise KeyError(f"{fault} {key!r}; there are {names or 'none'}")

    def __contains__(self, key: object) -> bool:
        return bool(self.named(key)) if isinstance(key, str) else super().__contains__(key)

    def named(self, name: str) -> tuple[Speaker, ...]:
        """Return the speakers whom *name* may mean: one, none, or several who share it.

        An identifier, a full name or an alias goes before the same in another case, and that
        before a part of a name: *Moss* of *Ida Moss*.

        Example:
            >>> Speakers([Speaker("s1", "Ida Moss"), Speaker("s2", "Al Moss")]).named("moss")
            (Speaker('Ida Moss', person, 0 mentions), Speaker('Al Moss', person, 0 mentions))
        """
        wanted = name.casefold().split()
        for fits in (_is_called, _is_called_in_any_case, _has_in_name):
            found = tuple(speaker for speaker in self if fits(speaker, name, wanted))
            if found:
                return found
        return ()


def _is_called(speaker: Speaker, name: str, _: Sequence[str]) -> bool:
    return name in (speaker.id, speaker.name, *speaker.aliases)


def _is_called_in_any_case(speaker: Speaker, _: str, words: Sequence[str]) -> bool:
    return any(words == known.casefold().split() for known in (speaker.name, *speaker.aliases))


def _has_in_name(speaker: Speaker, _: str, words: Sequence[str]) -> bool:
    """Return whether the words follow one another in the speaker's name."""
    known = f" {' '.join(speaker.name.casefold().split())} "
    return bool(words) and f" {' '.join(words)} " in known


GENDER = optional(choice("female", "male"))
MENTION: dict[str, Field] = {
    "span": SPAN,
    "kind": member(MentionKind),
    "name": optional(SPAN),
    "title": optional(SPAN),
    "affiliation": optional(SPAN),
    "role": optional(SPAN),
    "entity": optional(member(SpeakerKind)),
    "number": optional(choice("singular", "plural")),
    "gender": GENDER,
    "inner": several(Mention, "mentions"),
    "found_by": STRING,
    "text": STRING,
}
LINK: dict[str, Field] = {"system": STRING, "identifier": STRING, "found_by": STRING}
SPEAKER: dict[str, Field] = {
    "id": STRING,
    "name": STRING,
    "kind": member(SpeakerKind),
    "title": optional(STRING),
    "role": optional(STRING),
    "affiliation": optional(STRING),
    "gender": GENDER,
    "aliases": STRINGS,
    "mentions": several(Mention, "mentions"),
    "links": several(Link, "links"),
}
