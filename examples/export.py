"""One extraction in every format: to files, and to lists and dictionaries."""

import json
import tempfile
from pathlib import Path

from quotekit import extract, read, write

ferry = Path(__file__).parent / "articles" / "ferry.txt"
extractions = [extract(article) for article in read(ferry)]

with tempfile.TemporaryDirectory() as folder:
    for name in ("ferry.jsonl", "ferry.csv", "ferry.json"):
        write(extractions, Path(folder, name))
    [line] = Path(folder, "ferry.jsonl").read_text(encoding="utf-8").splitlines()
    heading = Path(folder, "ferry.csv").read_text(encoding="utf-8").splitlines()[0]

article = json.loads(line)
print(article["publisher"], article["published"], sep=", ")
print(article["quotes"][2]["cue"])
print(heading[:40])

# Harbour Courier, 2021-03-12
# {'text': 'told', 'spans': [[304, 308]]}
# id,path,url,title,published,publisher,la
