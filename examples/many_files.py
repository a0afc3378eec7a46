"""A folder of files, over two processes: how often each speaker is quoted."""

from collections import Counter
from pathlib import Path

from quotekit import Failure, extract_many, read_all

FOLDER = Path(__file__).parent / "articles"


def main() -> None:
    """Count, and report what could not be read."""
    counts: Counter[str] = Counter()
    for result in extract_many(read_all(sorted(FOLDER.iterdir())), processes=2):
        if isinstance(result, Failure):
            print("failed:", result)
        else:
            counts.update(quote.speaker.name for quote in result.quotes if quote.speaker)
    for name in ("Jonas Rybeck", "Agnes Dorn", "Nils Aker"):
        print(f"{counts[name]} {name}")


if __name__ == "__main__":  # worker processes import this file
    main()

# 3 Jonas Rybeck
# 1 Agnes Dorn
# 1 Nils Aker
