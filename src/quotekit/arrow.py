"""Arrow: record batches of articles to record batches of quotations, for engines that do large work.

Spark, Ray, Dask, DuckDB and Polars hand a function batches and want batches back; this is that
function (extra: ``arrow``). Each process makes its extractor once.

The schema is a contract: names, order, types and nullability stay within a version. Offsets are code
points, 64 bits wide, end exclusive. No article gets lost: one without quotations, and one that
fails, has a row in which the columns of a quotation are null; a failure's ``error`` says why.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from quotekit._extras import extra
from quotekit._writers.columns import COLUMNS, Column, Row, utf8, value
from quotekit.exceptions import ArgumentError, ArticleError
from quotekit.models import Article, Extraction, Select
from quotekit.pipeline import Extractor
from quotekit.registry import Registry

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = [
    "SCHEMA_VERSION",
    "Rows",
    "check_schema",
    "extract_batches",
    "extract_spark",
    "extract_table",
    "schema",
]

SCHEMA_VERSION = 2
"""Rises when a column changes its name, place, type or nullability, or goes."""

Rows = Literal["quotation", "article"]
"""One row a quotation, or one an article with a list of quotations."""

TEXT = "text"
FIELDS = ("id", "title", "published", "publisher", "url", "path", "language")
"""Columns of the input that are known beside ``text``; others are left alone."""

ARTICLE, QUOTATION = (
    tuple(c for c in COLUMNS if c.path in FIELDS),
    tuple(c for c in COLUMNS if c.path not in FIELDS),
)
ALWAYS = frozenset(("kind", "mode", "text", "confidence", "found_by", "rule", "why", "quote"))
"""Columns of a quotation that always have a value; lists do too, and may be empty."""

PLUGIN_RE = re.compile(r"^in hook \w+, plugin (?P<plugin>\S+?)(?:,|$)")


def schema(rows: Rows = "quotation") -> pa.Schema:
    """Return the schema of the output.

    Args:
        rows: What a row is.

    Raises:
        ArgumentError: If *rows* is neither.
        MissingExtraError: If PyArrow is not installed.

    Example:
        >>> schema().names[:4], schema("article").names[-2:]
        (['id', 'path', 'url', 'title'], ['quotations', 'error'])
        >>> schema().metadata
        {b'quotekit.schema': b'2'}
    """
    with extra("arrow"):
        import pyarrow as pa

    if rows not in ("quotation", "article"):
        raise ArgumentError(f"a row is a quotation or an article, not {rows!r}")
    whole = rows == "article"
    fields = [_field(column, always=False) for column in ARTICLE]
    quotation = [_field(column, always=whole) for column in QUOTATION]
    if whole:
        item = pa.field("item", pa.struct(quotation), nullable=False)
        fields.append(pa.field("quotations", pa.list_(item), nullable=False))
    else:
        fields += quotation
    fields.append(
        pa.field(
            "error",
            # Fields of a struct that may be null itself: PySpark 4.3.0's toArrow cannot view a
            # null struct as one whose fields are never null.
            pa.struct([(name, pa.string()) for name in ("type", "message", "plugin")]),
        )
    )
    return pa.schema(fields, metadata={"quotekit.schema": str(SCHEMA_VERSION)})


def _field(column: Column, *, always: bool) -> pa.Field:
    """Return the field of a column.

    Args:
        column: The column.
        always: Whether there is a quotation in every row, which then is null nowhere it may not be.
    """
    import pyarrow as pa

    offset = pa.int64()
    span = pa.struct(
        [pa.field("start", offset, nullable=False), pa.field("end", offset, nullable=False)]
    )
    types = {
        "string": pa.string(),
        "strings": pa.list_(pa.field("item", pa.string(), nullable=False)),
        "int": pa.int64(),
        "float": pa.float64(),
        "date": pa.date32(),
        "spans": pa.list_(pa.field("item", span, nullable=False)),
    }
    is_list = column.type in ("strings", "spans")
    return pa.field(
        column.name,
        types[column.type],
        nullable=not (always and (is_list or column.name in ALWAYS)),
    )


def check_schema(declared: pa.Schema, rows: Rows = "quotation") -> None:
    """Check that a schema is the one of the output, to the last place.

    Spark takes the columns of a batch by their place, and believes what was declared of nulls; a
    declaration that differs gives wrong columns without an error. So check it first.

    Args:
        declared: What an engine was told.
        rows: What a row is.

    Raises:
        ArgumentError: If it differs; the message names the first place that does.
    """
    wanted = schema(rows)
    for n, (have, want) in enumerate(zip(declared, wanted, strict=False)):
        if not have.equals(want):
            raise ArgumentError(f"column {n} is declared as {_shown(have)}, but is {_shown(want)}")
    if len(declared) != len(wanted):
        raise ArgumentError(f"{len(declared)} columns are declared, but there are {len(wanted)}")


def _shown(field: pa.Field) -> str:
    return f"{field.name!r}: {field.type}{'' if field.nullable else ' not null'}"


def extract_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    rows: Rows = "quotation",
    plugins: Sequence[str] = (),
    block: Sequence[str] = (),
    language: str | None = None,
    select: Select | None = None,
) -> Iterator[pa.RecordBatch]:
    """Yield a batch of results for each batch of articles, in order.

    Everything that it takes can be pickled, so that engines can send it to their workers.

    Args:
        batches: Articles, with a column ``text``, and any of ``id``, ``title``, ``published`` (a
            date or its text), ``publisher``, ``url``, ``path`` and ``language``.
        rows: What a row of the results is.
        plugins: Plugins that are not installed: names of modules, or paths of their files.
        block: Names of plugins not to load.
        language: Language of articles that state none.
        select: Which quotations are asked for; by default what a newsroom calls one.

    Raises:
        ArgumentError: If a batch has no column ``text``.
        MissingExtraError: If PyArrow is not installed.
        PluginError: If a plugin cannot be loaded.

    Example:
        >>> import pyarrow as pa
        >>> batch = pa.RecordBatch.from_pydict({"id": ["a"], "text": ["“We stay,” Ida Moss said."]})
        >>> [found] = extract_batches([batch])
        >>> found.select(["id", "speaker", "text"]).to_pylist()
        [{'id': 'a', 'speaker': 'Ida Moss', 'text': 'We stay,'}]
    """
    with extra("arrow"):
        import pyarrow as pa

    wanted = schema(rows)
    extractor = _extractor(tuple(plugins), tuple(block), select)
    read = _article_row if rows == "article" else _quotation_rows
    for batch in batches:
        if TEXT not in batch.schema.names:
            raise ArgumentError(f"no column 'text'; there are {', '.join(batch.schema.names)}")
        known = [name for name in (TEXT, *FIELDS) if name in batch.schema.names]
        records: list[dict[str, Any]] = []
        for fields in batch.select(known).to_pylist():
            records += read(fields, *_attempt(extractor, fields, language))
        yield pa.RecordBatch.from_pylist(records, wanted)


def extract_table(
    table: pa.Table,
    *,
    rows: Rows = "quotation",
    plugins: Sequence[str] = (),
    block: Sequence[str] = (),
    language: str | None = None,
    select: Select | None = None,
) -> pa.Table:
    """Return the results for a table of articles; arguments as for :func:`extract_batches`.

    Example:
        >>> import pyarrow as pa
        >>> found = extract_table(pa.table({"text": ["Nobody spoke.", None]}), rows="article")
        >>> found["error"].to_pylist()[1]["message"]
        'an article needs a text'
    """
    import pyarrow as pa

    found = extract_batches(
        table.to_batches(),
        rows=rows,
        plugins=plugins,
        block=block,
        language=language,
        select=select,
    )
    return pa.Table.from_batches(list(found), schema(rows))


def extract_spark(
    frame: DataFrame,
    *,
    rows: Rows = "quotation",
    plugins: Sequence[str] = (),
    block: Sequence[str] = (),
    language: str | None = None,
    select: Select | None = None,
) -> DataFrame:
    """Return a Spark data frame of the results; arguments as for :func:`extract_batches`.

    The frame is lazy: Spark's workers extract when it is asked for.

    Raises:
        MissingExtraError: If PySpark is not installed.
    """
    with extra("spark"):
        from pyspark.sql.pandas.types import from_arrow_schema

    work = functools.partial(
        extract_batches,
        rows=rows,
        plugins=plugins,
        block=block,
        language=language,
        select=select,
    )
    return frame.mapInArrow(work, from_arrow_schema(schema(rows)))


@functools.lru_cache(maxsize=8)
def _extractor(
    plugins: tuple[str, ...], block: tuple[str, ...], select: Select | None
) -> Extractor:
    """Return the extractor of this process."""
    registry = Registry(block=block)
    for where in plugins:
        registry.load(where)
    return Extractor(registry, select=select)


def _attempt(
    extractor: Extractor, fields: Mapping[str, Any], language: str | None
) -> tuple[Extraction | None, dict[str, Any] | None]:
    """Return what comes of one article, and what went wrong."""
    given = {key: known for key, known in fields.items() if known is not None and key != TEXT}
    if language is not None:
        given.setdefault("language", language)
    try:
        if fields[TEXT] is None:
            raise ArticleError("an article needs a text")
        return extractor.extract(Article(fields[TEXT], **given)), None
    except (Exception, SystemExit) as error:
        return None, _error(error)


def _error(error: BaseException) -> dict[str, Any]:
    notes = getattr(error, "__notes__", ())
    plugins = [match["plugin"] for note in notes if (match := PLUGIN_RE.match(note))]
    try:
        message = str(error)
    except Exception:
        message = "(its message cannot be printed)"
    return {
        "type": type(error).__name__,
        "message": utf8(" ".join(message.split())),
        "plugin": plugins[0] if plugins else None,
    }


def _article_row(
    fields: Mapping[str, Any], found: Extraction | None, error: dict[str, Any] | None
) -> list[dict[str, Any]]:
    rows = [] if found is None else [Row(found, n, quote) for n, quote in enumerate(found)]
    quotations = [{column.name: value(column, row) for column in QUOTATION} for row in rows]
    return [{**_known(fields, found), "quotations": quotations, "error": error}]


def _quotation_rows(
    fields: Mapping[str, Any], found: Extraction | None, error: dict[str, Any] | None
) -> list[dict[str, Any]]:
    article = {**_known(fields, found), "error": error}
    quotes = () if found is None else found.quotes
    return [
        article | {column.name: value(column, Row(found, n, quote)) for column in QUOTATION}
        for n, quote in enumerate(quotes)
        if found is not None
    ] or [article]


def _known(fields: Mapping[str, Any], found: Extraction | None) -> dict[str, Any]:
    """Return the columns of the article: as extracted, or as the input has them."""
    if found is None:
        return {
            column.name: utf8(given)
            for column in ARTICLE
            if isinstance(given := fields.get(column.path), str) and column.type == "string"
        }
    known = {column.path: getattr(found.article, column.path) for column in ARTICLE}
    return {
        column.name: utf8(given) if isinstance(given := known[column.path], str) else given
        for column in ARTICLE
    }
