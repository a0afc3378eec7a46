"""CSV: one row per quotation and one line per row, for spreadsheets and everything else."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from quotekit._writers.columns import COLUMNS, Column, Row, rows
from quotekit.models import Extraction

BREAK_RE = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\u0085\u2028\u2029]")
"""Whatever one reader or another takes for the end of a line, even inside quotes."""

FORMULA_RE = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
"""What spreadsheets run instead of showing it."""


def write_csv(extractions: Iterable[Extraction], *, csv_safe: bool = True) -> Iterator[str]:
    r"""Yield a heading, then one line for each quotation.

    Line ends inside a cell become blanks, so that no reader splits a row; the spans tell where the
    words are. Spans are written ``10-42 50-60``, lists with ``; `` between their items.

    Args:
        extractions: What to write.
        csv_safe: Whether cells that spreadsheets would run as a formula get an apostrophe first.

    Example:
        >>> next(write_csv([]))[:35]
        'id,path,url,title,published,publish'
    """
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")

    def written(values: Sequence[object]) -> str:
        line.seek(0)
        line.truncate()
        writer.writerow(values)
        return line.getvalue()

    yield written([column.name for column in COLUMNS])
    for row in rows(extractions):
        yield written([_cell(column, row, csv_safe) for column in COLUMNS])


def _cell(column: Column, row: Row, csv_safe: bool) -> object:
    found: Any = column.get(row)
    if column.type == "spans":
        return " ".join(f"{span.start}-{span.end}" for span in found)
    if column.type == "strings":
        found = "; ".join(found)
    if not isinstance(found, str):
        return found
    text = BREAK_RE.sub(" ", found).replace("\0", "\N{REPLACEMENT CHARACTER}")
    return f"'{text}" if csv_safe and FORMULA_RE.match(text) else text
