"""Namesakes: thousands of mentions that are open between two persons take time in proportion."""

from __future__ import annotations

from quotekit._names import name_of
from quotekit._plugins.speakers.entity import Entity, best
from quotekit._plugins.speakers.occurrences import Occurrence
from quotekit.models import Mention, MentionKind, SpeakerKind
from quotekit.spans import Span


def mention(start: int, gender=None) -> Occurrence:
    span = Span(start, start + 4)
    return Occurrence(Mention(span, MentionKind.NAME, name=span, gender=gender), inner=False)


def entity(start: int, *names: str, gender=None) -> Entity:
    made = Entity(SpeakerKind.PERSON)
    for name in names:
        made.add(mention(start, gender), name_of(name, frozenset()))
    return made


MOSS = name_of("Moss", frozenset())


def test_nobody_is_looked_at_beyond_those_who_show_that_a_name_is_open():
    looked_at = []

    def everybody():
        for start in range(1000):
            looked_at.append(start)
            yield entity(start, "Moss")

    assert len(best(everybody(), mention(2000), MOSS)) == 2
    assert looked_at == [0, 1]


def test_of_several_the_one_who_shares_all_of_a_name_bears_it():
    ida, bo = entity(0, "Ida Moss", "Moss"), entity(9, "Bo Moss")
    assert best([bo, ida], mention(20), MOSS) == [ida]


def test_of_several_the_one_who_came_before_bears_a_name():
    ida, bo = entity(0, "Ida Moss"), entity(90, "Bo Moss")
    assert best([bo, ida], mention(20), MOSS) == [ida]


def test_of_several_the_one_of_the_gender_that_a_title_shows_bears_a_name():
    ida, bo = entity(0, "Ida Moss", gender="female"), entity(9, "Bo Moss")
    assert best([bo, ida], mention(20, "female"), MOSS) == [ida]
