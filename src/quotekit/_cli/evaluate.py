"""``quotekit evaluate``: how well a run agrees with gold, and how two runs differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import attrs
import click

from quotekit._batch import results_of
from quotekit._cli.console import put, put_table
from quotekit._cli.evaluate_text import (
    FIGURES,
    agreements,
    changes,
    errors_of,
    figures,
    group_table,
    summary,
)
from quotekit._cli.exits import FAILED, complain
from quotekit._cli.inputs import Results
from quotekit._cli.options import plugin_options, processes_option
from quotekit._cli.progress import Progress
from quotekit._json import dumps
from quotekit.evaluation import (
    Agreement,
    By,
    Comparison,
    Group,
    Report,
    comparisons,
    groups,
    interval,
    read_gold,
)
from quotekit.models import Article, Extraction, Failure, QuoteKind, QuoteMode, Select
from quotekit.models.select import ALL
from quotekit.pipeline import Extractor
from quotekit.registry import Registry

if TYPE_CHECKING:
    pass

FIELDS = ("id", "title", "published", "publisher", "url", "language")
"""What gold may say of an article beside its text."""

PATH = click.Path(exists=True, path_type=Path)


@click.command("evaluate")
@click.argument("gold", type=PATH)
@click.argument("run", type=PATH, required=False)
@click.option("--against", type=PATH, metavar="RUN", help="Another run, to show the difference.")
@click.option("--errors", is_flag=True, help="List what was missed, added and misattributed.")
@click.option(
    "--by",
    type=click.Choice(get_args(By)),
    multiple=True,
    help="Figures by group, too; may be given several times.",
)
@click.option(
    "--kind",
    "-k",
    "kinds",
    type=click.Choice([kind.value for kind in QuoteKind]),
    multiple=True,
    help="Only quotations of this kind, of gold too; may be given several times.",
)
@click.option(
    "--mode",
    "modes",
    type=click.Choice([*(mode.value for mode in QuoteMode), ALL]),
    multiple=True,
    help="Without RUN: extract only quotations of this mode; may be given several times. By default "
    "speech and writing, and what has words in quote marks.",
)
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@processes_option
@plugin_options
def command(
    gold: Path,
    run: Path | None,
    against: Path | None,
    by: Sequence[By],
    kinds: Sequence[str],
    modes: Sequence[str],
    processes: int,
    plugins: Registry,
    *,
    errors: bool,
    as_json: bool,
) -> int:
    """Compare a run with gold: the same texts, annotated by hand.

    GOLD is JSON lines with id, text and quotes, brat's standoff or INCEpTION's export (a file, or a
    folder). RUN is the JSON lines of quotekit extract; without it, the texts of GOLD are read now.
    With --against, --errors lists what the runs have differently.
    """
    documents = list(read_gold(gold))
    if not documents:
        complain(f"{gold} has no documents: there is nothing to compare with")
        return FAILED
    if not any(one["quotes"] for one in documents):
        complain(f"{gold} has no quotations: every quotation of the run counts as wrong")
    exit_code = 0
    if run is not None:
        records = list(read_gold(run, run=True))
    else:
        extractor = Extractor(plugins, select=Select(modes=modes or None))
        results = Results(_extracted(documents, extractor, processes))
        records = [extraction.to_dict(with_text=False) for extraction in results]
        exit_code = results.exit_code
    ours = _compared(documents, records, kinds, run)
    theirs = (
        None
        if against is None
        else _compared(documents, read_gold(against, run=True), kinds, against)
    )
    tables: dict[str, Mapping[str, Group]] = {
        name: groups(ours, name, Extractor(plugins)) for name in by
    }
    if as_json:
        put([dumps(_record(ours, theirs, tables, errors=errors), 1) + "\n"])
        return exit_code
    put_table(figures(ours, theirs))
    put([summary(ours)])
    for name, found in tables.items():
        put(["\n"])
        put_table(group_table(name, found))
    if errors:
        put(errors_of(ours) if theirs is None else changes(ours, theirs))
    return exit_code


def _extracted(
    documents: Sequence[Mapping[str, Any]], extractor: Extractor, processes: int
) -> Iterator[Extraction | Failure]:
    articles = (
        Article(one["text"], **{key: one[key] for key in FIELDS if one.get(key) is not None})
        for one in documents
    )
    results = results_of(articles, processes, None, extractor)
    with Progress([], articles=len(documents)) as progress, closing(results):
        yield from progress.watch(results)


def _compared(
    gold: Sequence[Mapping[str, Any]],
    run: Iterable[Mapping[str, Any]],
    kinds: Sequence[str],
    path: Path | None,
) -> list[Comparison]:
    """Pair a run's documents with gold's; those that it lacks count as empty, which is said."""
    records = list(run)
    absent = len({one["id"] for one in gold} - {one["id"] for one in records})
    if absent:
        complain(f"{path or 'the run'} has no line for {absent:,} of {len(gold):,} documents")
    return list(comparisons(gold, records, kinds or None))


def _record(
    ours: Sequence[Comparison],
    theirs: Sequence[Comparison] | None,
    tables: Mapping[str, Mapping[str, Group]],
    *,
    errors: bool,
) -> dict[str, Any]:
    """Return all figures for programs: shares of 1, and counts."""
    report = sum((one.report for one in ours), Report())
    record: dict[str, Any] = {"documents": report.documents}
    for name in FIGURES:
        record[name] = _agreement(agreements(ours, name))
        if theirs is not None:
            other = agreements(theirs, name)
            record[name]["against"] = _agreement(other)
            record[name]["difference_interval"] = list(
                interval(agreements(ours, name), "f1", other)
            )
    record["speaker_accuracy"] = {"share": report.speaker_accuracy, "of": report.speakers.gold}
    record["recall_by_kind"] = {
        kind: {"share": part.recall, "of": part.gold} for kind, part in report.by_kind.items()
    }
    record["by"] = {
        by: {name: attrs.asdict(group) for name, group in found.items()}
        for by, found in tables.items()
    }
    if errors:
        record["errors"] = [
            {
                "id": one.id,
                "missed": [attrs.asdict(quote) for quote in one.missed],
                "extra": [attrs.asdict(quote) for quote in one.extra],
                "misattributed": [
                    {"gold": attrs.asdict(gold), "run": attrs.asdict(system)}
                    for gold, system in one.misattributed
                ],
            }
            for one in ours
        ]
    return record


def _agreement(each: Sequence[Agreement]) -> dict[str, Any]:
    whole = sum(each, Agreement())
    return {
        "precision": whole.precision,
        "recall": whole.recall,
        "f1": whole.f1,
        "f1_interval": list(interval(each)),
        **attrs.asdict(whole),
    }
