"""What sorts of quotations, mentions, speakers and times there are."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

Number = Literal["singular", "plural"]
Gender = Literal["female", "male"]


class QuoteKind(StrEnum):
    """How much of a quotation stands in quotation marks: all, part, or none of it."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class QuoteMode(StrEnum):
    """Whether the words were spoken, thought, or written."""

    SPEECH = "speech"
    THOUGHT = "thought"
    WRITING = "writing"


class MentionKind(StrEnum):
    """How a mention refers: *Ada Stone*, *the minister*, *she*."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class SpeakerKind(StrEnum):
    """What sort of speaker stands behind the mentions."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class TimeType(StrEnum):
    """The TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"
