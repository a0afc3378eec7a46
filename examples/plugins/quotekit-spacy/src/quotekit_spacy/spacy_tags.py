"""A plugin of quotekit: spaCy's parts of speech in place of the built-in ``grammar``."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from quotekit import Document, hookimpl
from quotekit_spacy.reading import MODEL, reader

BY_FINE_TAG = {"MD": "MODAL", "POS": "POS", "VBZ": "VBZ", "VBD": "VBD", "VBN": "VBN", "VBG": "VBG"}
"""Tags of the Penn treebank that say more than the Universal one."""

UNKNOWN = {"SYM": "X", "SPACE": "X", "": "X"}
"""Universal tags that quotekit does not have."""


class SpacyTags:
    """The plugin with a pipeline of your choice.

    Args:
        model: The name of a pipeline that spaCy can load.
    """

    def __init__(self, model: str = MODEL) -> None:
        self.model = model

    @hookimpl
    def quotekit_tag_tokens(self, document: Document) -> Sequence[str] | None:
        """Tag each token; leave languages that the pipeline does not know to others."""
        reading = document.memo(reader(self.model))
        if reading is None:
            return None
        return [_tag(reading.head(n)) for n in range(len(document.tokens))]


def _tag(token: Token) -> str:
    if token.pos_ == "AUX" and token.tag_ != "MD":
        return "AUX"  # has and is keep their own tag, whatever their form
    return BY_FINE_TAG.get(token.tag_) or UNKNOWN.get(token.pos_, token.pos_)


quotekit_tag_tokens = SpacyTags().quotekit_tag_tokens
"""For ``--plugin quotekit_spacy.spacy_tags``: the plugin with the default pipeline."""
