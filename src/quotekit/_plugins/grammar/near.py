"""The words by which the tagger decides on others beside them."""

from __future__ import annotations

from typing import ClassVar

from quotekit.lexicon import Language
from quotekit.syntax._table_words import Path, TableWords


class Near(TableWords):
    """The part *neighbours* of the table *grammar*.

    Attributes:
        rules: Word → the rule that decides it.
    """

    PATH: ClassVar[Path] = ("grammar", "neighbours")
    adjective_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    not_bare_endings: tuple[str, ...]
    no_name_endings: tuple[str, ...]

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        rules = language.table("grammar").get("neighbours", {}).get("rules", {})
        self.rules = {word: rule for rule, words in rules.items() for word in words}
