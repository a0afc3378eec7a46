"""quotekit with spaCy's tags and noun chunks, and spaCy with quotekit's quotations.

:mod:`quotekit_spacy.spacy_tags` and :mod:`quotekit_spacy.spacy_mentions` are plugins of quotekit;
:mod:`quotekit_spacy.component` has the components ``quotekit`` and ``quotekit_sentences`` of spaCy.
"""

from quotekit_spacy.reading import MODEL
from quotekit_spacy.spacy_mentions import SpacyMentions
from quotekit_spacy.spacy_tags import SpacyTags

__all__ = ["MODEL", "SpacyMentions", "SpacyTags"]
