"""Teach quotekit a reporting verb: a table row, no code that finds anything."""

from quotekit import Extractor, Registry, Table, extract, hookimpl


class Sailors:
    """Brings a verb of the coast."""

    @hookimpl
    def quotekit_languages(self):
        """Add a row to the table of cues."""
        verbs = {"foghorn": {"class": "report", "frames": ["clause", "direct"]}}
        return [Table("en", "cues", {"verbs": verbs})]


text = "Bo Tran foghorned the tide was early."
registry = Registry()
registry.register(Sailors)

print(len(extract(text).quotes))
for quote in Extractor(registry).extract(text).quotes:
    print(f"{quote.source.text}: {quote.text}")

# 0
# Bo Tran: the tide was early
