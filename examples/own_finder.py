"""A plugin of a dozen lines: finds quotations that others miss, and says who spoke.

Chat logs write ``<nick> words``. The plugin adds a finder, and answers before the built-in
attribution where its own finder was at work.
"""

import re

from quotekit import (
    Attribution,
    Extractor,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Registry,
    Span,
    hookimpl,
)


class Chat:
    """Reads ``<nick> words``, a line each."""

    @hookimpl
    def quotekit_find_quotes(self, document):
        """Propose what comes after a nick."""
        for line in re.finditer(r"^<(\w+)> (.+)$", document.text, re.MULTILINE):
            nick = Mention(Span(*line.span(1)), MentionKind.NAME)
            yield Quote([Span(*line.span(2))], QuoteKind.DIRECT, source=nick, confidence=0.99)

    @hookimpl
    def quotekit_attribute_quote(self, quote):
        """Say that the nick spoke; leave all other quotations to the built-in plugin."""
        if quote.found_by == "chat":
            return Attribution(quote.source, 0.99, "nick", "the nick before the words")
        return None


registry = Registry()
registry.register(Chat)
for quote in Extractor(registry).extract("<ida> Will it hold?\n<bo> It will.\n").quotes:
    print(f"{quote.source.text}: {quote.text} ({quote.attributed_by}/{quote.attributed_rule})")

# ida: Will it hold? (chat/nick)
# bo: It will. (chat/nick)
