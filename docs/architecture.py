"""Draw the rooms of quotekit and what imports what: ``python docs/architecture.py``.

The picture is made from the imports that stand in the code, and is never edited by hand.
"""

from __future__ import annotations

import ast
import html
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

DOCS = Path(__file__).parent
SOURCE = DOCS.parent / "src" / "quotekit"
PICTURE = DOCS / "pictures" / "architecture.svg"

WIDTH, HEIGHT, GAP, FLOOR = 132, 44, 14, 78
"""Pixels: a room's size, what is between two of them, and from one floor to the next."""

LEFT_OUT = {"__init__", "__main__", "exceptions", "data"}
"""Rooms that all others use, and those that only hand on."""

STYLE = """
rect { fill: #f2f5f9; stroke: #7c8188; rx: 5 } rect.public { fill: #dfeaf8; stroke: #3f7fd1 }
text { font: 12px system-ui, sans-serif; fill: #1c1e21; text-anchor: middle }
path { fill: none; stroke: #7c8188; stroke-opacity: .45 } svg { background: #fff }
"""


def room(path: Path) -> str:
    """Return the room that a module is in: the file or folder right below ``quotekit``."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Yield the rooms that a module imports when it is loaded."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "quotekit" and len(parts) > 1:
                yield parts[1]


def uses() -> dict[str, set[str]]:
    """Return for each room the rooms that it imports."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(SOURCE.rglob("*.py")):
        found[room(path)] |= set(imported(path))
    rooms = found.keys() - LEFT_OUT
    return {name: (found[name] & rooms) - {name} for name in sorted(rooms)}


def floors(graph: Mapping[str, set[str]]) -> dict[str, int]:
    """Return how high each room is: above all that it imports."""
    height: dict[str, int] = {}

    def of(name: str) -> int:
        if name not in height:
            height[name] = 1 + max((of(below) for below in graph[name]), default=-1)
        return height[name]

    for name in graph:
        of(name)
    return height


def direct(graph: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Yield the imports that are not implied by others, so that the picture can be read."""

    def below(name: str) -> set[str]:
        return graph[name].union(*(below(other) for other in graph[name]))

    for name, others in graph.items():
        implied: set[str] = set().union(*(below(other) for other in others))
        yield from ((name, other) for other in sorted(others - implied))


def drawing() -> str:
    """Return the picture."""
    graph = uses()
    height = floors(graph)
    rows: dict[int, list[str]] = defaultdict(list)
    for name in graph:
        rows[height[name]].append(name)
    widest = max(len(row) for row in rows.values()) * (WIDTH + GAP)
    tallest = (max(rows) + 1) * FLOOR
    place: dict[str, tuple[float, float]] = {}
    for floor, row in rows.items():
        left = (widest - len(row) * (WIDTH + GAP) + GAP) / 2
        for number, name in enumerate(row):
            place[name] = left + number * (WIDTH + GAP), tallest - (floor + 1) * FLOOR
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
            f'viewBox="-10 -10 {widest + 20} {tallest + 10}">',
            "<title>The rooms of quotekit, each above those that it imports</title>",
            f"<style>{STYLE}</style>",
            *(_line(place[upper], place[lower]) for upper, lower in direct(graph)),
            *(_box(name, *place[name]) for name in graph),
            "</svg>\n",
        )
    )


def _line(upper: tuple[float, float], lower: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = upper, lower
    x1, x2, y1 = x1 + WIDTH / 2, x2 + WIDTH / 2, y1 + HEIGHT
    bend = (y2 - y1) / 2
    return f'<path d="M{x1:g} {y1:g}C{x1:g} {y1 + bend:g} {x2:g} {y2 - bend:g} {x2:g} {y2:g}"/>'


def _box(name: str, x: float, y: float) -> str:
    about = html.escape(_about(name))
    kind = "" if name.startswith("_") else ' class="public"'
    return (
        f'<g><title>{about}</title><rect x="{x:g}" y="{y:g}" width="{WIDTH}" height="{HEIGHT}"{kind}/>'
        f'<text x="{x + WIDTH / 2:g}" y="{y + HEIGHT / 2 + 4:g}">{html.escape(name)}</text></g>'
    )


def _about(name: str) -> str:
    """Return the first line of what a room says of itself."""
    path = SOURCE / f"{name}.py"
    path = path if path.exists() else SOURCE / name / "__init__.py"
    words = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return textwrap.shorten(words.split("\n\n")[0], 200)


if __name__ == "__main__":
    PICTURE.write_text(drawing(), encoding="utf-8")
