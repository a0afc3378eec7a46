"""The words by which the tagger decides on others beside them."""

from __future__ import annotations

from typing import ClassVar

from quotekit.lexicon import Language
from quotekit.syntax._table_words import ListedEndings, Path, TableWords, Words


class Near(TableWords):
    """The part *neighbours* of the table *grammar*.

    Attributes:
        rules: Word → the rule that decides it.
    """

    PATH: ClassVar[Path] = ("grammar", "neighbours")
    adjective_endings: ListedEndings
    asking: Words
    base_auxiliaries: Words
    be: Words
    boundaries: Words
    by: Words
    clitic_hosts: Words
    closes: Words
    complement_starts: Words
    counted: Words
    countries: Words
    do: Words
    existential: Words
    have: Words
    helpers: Words
    infinitive: Words
    months: Words
    no_name_endings: ListedEndings
    not_bare_endings: ListedEndings
    noun_endings: ListedEndings
    object_starts: Words
    opening_verbs: Words
    people: Words
    perceived: Words
    personal_subjects: Words
    plural_pronouns: Words
    plural_subjects: Words
    quantifiers: Words
    said: Words
    singular_subjects: Words
    standalone: Words
    tellers: Words
    that: Words
    times: Words
    titles: Words
    unchanged: Words

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        rules = language.table("grammar").get("neighbours", {}).get("rules", {})
        self.rules = {word: rule for rule, words in rules.items() for word in words}
