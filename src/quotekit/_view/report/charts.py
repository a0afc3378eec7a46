"""Charts: the tables of a report as pictures, drawn by Altair and vl-convert."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

import attrs

from quotekit._extras import extra
from quotekit._view.report.breakdowns import KINDS, Row, Table

if TYPE_CHECKING:
    import altair as alt

COLOURS = {"direct": "#3f7fd1", "mixed": "#c2691c", "indirect": "#7c8188"}
"""Fills that stand out from paper and from a dark ground, three to one and more."""

WIDTH = 200
"""Bars are so many pixels long, beside names of up to :data:`LINE` characters."""

BAR, TALL_BAR = 20, 32
"""Pixels from one bar to the next, and where a name has two lines."""

LINE, LINES = 34, 2
"""Names are wrapped to lines of so many characters, and cut after so many lines."""

NARROW, CAPITAL, BROAD = 6.8, 8.8, 12.0
"""Pixels that letters take at most, on average: small ones, capitals, and *m* or Chinese characters.

The page may be shown in a wider font than the one that vl-convert measures with; names would be cut.
"""

RESOLUTION = 2
"""Pixels of a PNG for one of the chart."""


@attrs.frozen
class Look:
    """Colours of a chart.

    Attributes:
        ink: Of names, numbers and lines.
        ground: After them.
    """

    ink: str
    ground: str


IN_PAGE = Look("currentColor", "transparent")
"""Takes its colours from the page, which may be dark."""

ON_PAPER = Look("#1c1e21", "#ffffff")


@attrs.frozen
class Figure:
    """One chart of a table.

    Attributes:
        key: Its name in anchors and files.
        title: What it shows.
        about: The same as its bars do, for those who do not see them.
        chart: The chart.
    """

    key: str
    title: str
    about: str
    chart: alt.Chart

    def svg(self) -> str:
        """Return the chart as SVG."""
        made = io.StringIO()
        self.chart.save(made, format="svg")
        return made.getvalue()

    def png(self) -> bytes:
        """Return the chart as PNG."""
        made = io.BytesIO()
        self.chart.save(made, format="png", scale_factor=RESOLUTION)
        return made.getvalue()


def check_extras() -> None:
    """Check that there is what draws.

    Raises:
        MissingExtraError: If Jinja, Altair or vl-convert is not installed.
    """
    with extra("report"):
        import altair  # noqa: F401
        import jinja2  # noqa: F401
        import vl_convert  # noqa: F401 - what Altair draws with


def figures(table: Table, look: Look = IN_PAGE) -> list[Figure]:
    """Return the charts of a table: quotations by kind, and where they are parts of a whole, words.

    Raises:
        MissingExtraError: If Altair or vl-convert is not installed.
    """
    check_extras()
    rows = table.drawn
    if not rows:
        return []
    key, what = table.breakdown.key, table.period or table.breakdown.column.lower()
    if key == "pairs":
        title, about = "Articles that quote both", _about(rows, lambda row: f"{row.articles:,}")
        numbers = [row.articles for row in rows]
        chart = _bars(rows, numbers, "articles", _whole_numbers(max(numbers)), look)
        return [Figure(f"{key}-articles", title, about, chart)]
    drawn = [
        Figure(
            f"{key}-quotations",
            f"Quotations by {what}",
            _about(rows, lambda row: f"{row.total:,}"),
            _times(table, look) if table.period else _quotations(rows, look),
        )
    ]
    if table.breakdown.shares:
        title, about = f"Share of words by {what}", _about(rows, lambda row: f"{row.share:.1%}")
        shares = [row.share for row in rows]
        chart = _bars(rows, shares, "share of words", _percent(max(shares)), look)
        drawn.append(Figure(f"{key}-words", title, about, chart))
    return drawn


def save_charts(tables: Sequence[Table], folder: Path) -> None:
    """Write the charts of all tables into a folder, each as SVG and as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in tables:
        for figure in figures(table, ON_PAPER):
            (folder / f"{figure.key}.svg").write_text(figure.svg(), encoding="utf-8")
            (folder / f"{figure.key}.png").write_bytes(figure.png())


def _about(rows: Sequence[Row], number: Any) -> str:  # noqa: ANN401 - a function of a row
    bars = "; ".join(f"{row.label} {number(row)}" for row in rows[:5])
    rest = f"; and {len(rows) - 5} more" if len(rows) > 5 else ""
    return f"{bars}{rest}. The table has all numbers."


def _quotations(rows: Sequence[Row], look: Look) -> alt.Chart:
    import altair as alt

    names = list(_names(rows))
    values = [
        {"who": name, "kind": kind, "quotations": number}
        for name, row in zip(names, rows, strict=True)
        for kind, number in row.kinds
    ]
    x = alt.X("quotations:Q", title="quotations", axis=_whole_numbers(max(r.total for r in rows)))
    bars = alt.Chart(alt.InlineData(values=values)).mark_bar()
    return _sized(bars.encode(x=x, y=_who(names), color=_kinds()), names, look)


def _bars(
    rows: Sequence[Row], numbers: Sequence[float], title: str, axis: alt.Axis, look: Look
) -> alt.Chart:
    """Return a bar of one colour for each row."""
    import altair as alt

    names = list(_names(rows))
    values = [{"who": name, "number": n} for name, n in zip(names, numbers, strict=True)]
    bars = alt.Chart(alt.InlineData(values=values)).mark_bar(color=COLOURS["direct"])
    x = alt.X("number:Q", title=title, axis=axis)
    return _sized(bars.encode(x=x, y=_who(names)), names, look)


def _times(table: Table, look: Look) -> alt.Chart:
    """Return columns over time; gaps stay gaps, and days are those of the article in every zone."""
    import altair as alt

    units = {"day": "utcyearmonthdate", "month": "utcyearmonth", "year": "utcyear"}
    values = [
        {"when": f"{row.label}-01-01"[:10], "kind": kind, "quotations": number}
        for row in table.drawn
        for kind, number in row.kinds
    ]
    x = alt.X(
        "when:T",
        title=f"{table.period} of publication",
        timeUnit=units[table.period],
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(labelAngle=0, labelOverlap=True, format=FORMATS[table.period], tickCount=4),
    )
    most = max(row.total for row in table.drawn)
    y = alt.Y("quotations:Q", title="quotations", axis=_whole_numbers(most))
    bars = alt.Chart(alt.InlineData(values=values)).mark_bar()
    return _dressed(bars.encode(x=x, y=y, color=_kinds()).properties(width=330, height=200), look)


FORMATS = {"day": "%-d %b %Y", "month": "%b %Y", "year": "%Y"}
"""How the axis of time names days, months and years."""


def _whole_numbers(most: int) -> alt.Axis:
    """Return an axis for counts, without halves."""
    import altair as alt

    return alt.Axis(format=",d", tickMinStep=1, tickCount=min(4, most), **APART)


def _percent(most: float) -> alt.Axis:
    import altair as alt

    return alt.Axis(format=".0%" if most > 0.05 else ".1%", tickCount=3, **APART)


APART: dict[str, Any] = {"labelOverlap": True, "labelSeparation": 8}
"""Numbers below an axis that would touch are left out."""


def _who(names: Sequence[str]) -> alt.Y:
    """Return the axis with the names, in the room that the longest line may need."""
    import altair as alt

    axis = alt.Axis(
        title=None,
        labelExpr="split(datum.label, '\\n')",
        labelLimit=0,
        # The first of two lines is above the middle of the bar.
        labelBaseline=alt.condition(
            "indexof(datum.label, '\\n') > 0", alt.value("bottom"), alt.value("middle")
        ),
        minExtent=max(_pixels(line) for name in names for line in name.split("\n")),
    )
    return alt.Y("who:N", sort=None, axis=axis)


def _pixels(line: str) -> float:
    """Return the room that a line needs.

    Example:
        >>> _pixels("Ida") < _pixels("IDA") < _pixels("MMW") == _pixels("維護海")
        True
    """
    broad = sum(letter in "mwMW@%" or east_asian_width(letter) in "WF" for letter in line)
    capitals = sum(letter.isupper() and letter not in "MW" for letter in line)
    return BROAD * broad + CAPITAL * capitals + NARROW * (len(line) - broad - capitals)


def _kinds() -> alt.Color:
    import altair as alt

    scale = alt.Scale(domain=list(KINDS), range=[COLOURS[kind] for kind in KINDS])
    return alt.Color("kind:N", scale=scale, legend=alt.Legend(title=None, orient="top"))


def _names(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the names of bars, in lines; two that look the same stay two."""
    taken: dict[str, int] = {}
    for row in rows:
        lines = textwrap.wrap(row.label, LINE, max_lines=LINES, placeholder="…")
        name = "\n".join(lines) or row.label
        taken[name] = taken.get(name, 0) + 1
        yield name + "\u200b" * (taken[name] - 1)


def _sized(chart: alt.Chart, names: Sequence[str], look: Look) -> alt.Chart:
    """Return a chart of bars, as tall as its names need."""
    import altair as alt

    step = TALL_BAR if any("\n" in name for name in names) else BAR
    return _dressed(chart.properties(width=WIDTH, height=alt.Step(step)), look)


def _dressed(chart: alt.Chart, look: Look) -> alt.Chart:
    """Return a chart in the colours and sizes of the page."""
    words = {"labelColor": look.ink, "titleColor": look.ink, "labelFontSize": 12}
    return (
        chart.properties(background=look.ground, padding=4)
        .configure(font="system-ui, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            **words,
            titleFontSize=12,
            titleFontWeight="normal",
            domainColor=look.ink,
            tickColor=look.ink,
            gridColor=look.ink,
            gridOpacity=0.15,
        )
        .configure_axisY(domain=False, ticks=False)
        .configure_legend(labelColor=look.ink, labelFontSize=12)
    )
