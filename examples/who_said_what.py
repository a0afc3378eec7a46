"""The main job in a few lines: who said what, and when."""

from quotekit import Article, extract

article = Article(
    "“The wall will hold,” Mayor Ida Moss told the council on Tuesday. Engineer Bo Tran said that "
    "the repairs would take two years.",
    published="2021-03-04",
)

for quote in extract(article).quotes:
    speaker = quote.speaker.name if quote.speaker else "somebody"
    day = quote.said.value if quote.said else "on a day unknown"
    print(f"{speaker} ({quote.kind}, {day}): {quote.text}")

# Ida Moss (direct, 2021-03-02): The wall will hold,
# Bo Tran (indirect, on a day unknown): the repairs would take two years
