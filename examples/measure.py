"""Score quotekit against annotation of your own."""

from quotekit import extract
from quotekit.evaluation import Annotation, annotations_of, compare

text = "“We will stay,” Ida Moss said. Bo Tran was silent."
gold = [
    Annotation(
        kind="direct",
        contents=((1, 14),),
        cue=((25, 29),),
        source=((16, 24),),
        name="Ida Moss",
    )
]

report = compare(text, gold, annotations_of(extract(text)))
print(f"found {report.found.f1:.0%}, end to end {report.end_to_end.f1:.0%}")

# found 100%, end to end 100%
