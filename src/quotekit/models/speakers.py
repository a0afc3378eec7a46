"""Mentions, and the speakers behind them."""

from __future__ import annotations

import attrs

from quotekit.models.kinds import Gender, MentionKind, Number, SpeakerKind
from quotekit.spans import Span


@attrs.frozen
class Mention:
    """A stretch that names or pronominally denotes a possible speaker.

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


@attrs.frozen
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
