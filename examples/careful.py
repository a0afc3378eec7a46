"""Change what the built-in attribution decides, without replacing it: a wrapper."""

import attrs

from quotekit import Extractor, Registry, extract, hookimpl


class NoPronouns:
    """Leaves open what only a pronoun attributes."""

    @hookimpl(wrapper=True)
    def quotekit_attribute_quote(self):
        """Ask the others first, then doubt their answer."""
        answer = yield
        if answer is not None and answer.source is not None and answer.source.kind == "pronoun":
            answer = attrs.evolve(answer, source=None, why="attributed by a pronoun only")
        return answer


text = "Ida Moss left. “We will stay,” she said. “Never,” Bo Tran replied."
registry = Registry()
registry.register(NoPronouns)

for name, extraction in (
    ("as it is", extract(text)),
    ("careful", Extractor(registry).extract(text)),
):
    print(f"{name}: {[q.speaker.name if q.speaker else None for q in extraction.quotes]}")

# as it is: ['Ida Moss', 'Bo Tran']
# careful: [None, 'Bo Tran']
