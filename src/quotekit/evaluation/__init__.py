"""Evaluation: how well a run agrees with gold.

Quotations are paired one to one, the best overlap first, where their contents share at least half
of the characters that either covers. On these pairs and on single spans rest the figures of
:class:`Report`. Ends do not count: white space, quotation marks, closing punctuation and a leading
conjunction are trimmed on both sides.
"""

from quotekit.evaluation._compare import Comparison, compare
from quotekit.evaluation._gold import (
    annotation,
    annotations_of,
    comparisons,
    evaluate,
    read_json_lines,
)
from quotekit.evaluation._groups import By, Group, groups
from quotekit.evaluation._intervals import Interval, interval
from quotekit.evaluation._read import read_gold
from quotekit.evaluation._records import Agreement, Annotation, Report

__all__ = [
    "Agreement",
    "Annotation",
    "By",
    "Comparison",
    "Group",
    "Interval",
    "Report",
    "annotation",
    "annotations_of",
    "compare",
    "comparisons",
    "evaluate",
    "groups",
    "interval",
    "read_gold",
    "read_json_lines",
]
