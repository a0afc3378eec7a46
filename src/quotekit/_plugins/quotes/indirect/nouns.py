"""Nouns by what can be done with them: said, thought, drawn or waited for."""

from __future__ import annotations

from quotekit.lexicon import Language
from quotekit.syntax._cues import CueLexicon
from quotekit.syntax._morphology import Inflection


class Nouns:
    """Nouns by what can be done with them.

    Attributes:
        silent: *according to* may lead them, but they say nothing: *the map*, *plan*.
        sayable: They can be said, thought, praised or opposed: *doubts*, *the plan*.
        days: Names of days and months.
        occasions: Nouns of times and occasions: *week*, *interview*.
        moments: They tell when, not what: *next Tuesday*.
    """

    def __init__(self, language: Language) -> None:
        documents = language.words("people", "document", "any")
        cues = (row.lemma for row in language.memo(CueLexicon).rows if row.pos == "noun")
        self.days = frozenset(language.words("people", "circumstance", "calendar"))
        self.occasions = frozenset(language.words("people", "circumstance", "any"))
        self.moments = self.days.union(language.words("cues", "groups", "moments"))
        self.silent = frozenset(language.words("cues", "groups", "silent"))
        many = language.memo(Inflection).plural
        self.sayable = frozenset(language.words("cues", "groups", "sayable")) | {
            form for noun in (*documents, *cues) for form in (noun, many(noun))
        }
