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


class Evidence(StrEnum):
    """What in the text shows that a candidate is a quotation: it decides between rival candidates.

    Finders state it, selection and attribution go by it; neither ever asks for a rule's name.

    ==========  ===================================================================
    asserted    its finder vouches for it: the default, and what wins
    line        a whole line: a turn of a transcript, a line of dialogue
    headline    the claim of a headline: nothing else in it is read
    quoted      quote marks with a cue, a colon or a signature, or whole sentences
    object      quote marks that are the object of a reporting verb: *condemned “…”*
    fragment    quote marks inside a sentence, which may be a term or a title
    nested      quote marks inside another's words, with a cue of their own
    clause      a reported clause: *said that …*
    topic       what was spoken of, without what was said: *announced the sites*
    enclosing   the reported clause around a fragment, where no clause reader saw it
    continued   a sentence that goes on with the report before it
    free        a sentence that may go on with the report before it: only its tense shows it
    ==========  ===================================================================
    """

    ASSERTED = "asserted"
    LINE = "line"
    HEADLINE = "headline"
    QUOTED = "quoted"
    OBJECT = "object"
    FRAGMENT = "fragment"
    NESTED = "nested"
    CLAUSE = "clause"
    TOPIC = "topic"
    ENCLOSING = "enclosing"
    CONTINUED = "continued"
    FREE = "free"


class MentionKind(StrEnum):
    """How a mention refers: *Ada Stone*, *the minister*, *she*."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class SpeakerKind(StrEnum):
    """What sort of speaker is behind the mentions."""

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
