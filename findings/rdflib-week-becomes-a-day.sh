#!/usr/bin/env bash
# rdflib takes an ISO week for a date, and writes the week's Monday back.
#
# A quotation said "last week" has the TIMEX3 value 2026-W46. As an xsd:date that is invalid: XML Schema knows
# years, months and days alone. rdflib refuses "2026-11" and "2026" as dates, and says so (ill_typed), but
# "2026-W46" it accepts: the literal is the 9th of November, counts as well typed, and the week is gone when the graph is
# written again. A zone is lost likewise: "2026-11-05+02:00" comes back as "2026-11-05".
#
# Whom it hurts: whoever loads dates of news into a graph and asks what was said on a day. Weeks turn into Mondays in
# silence, while months are refused, so a look at a few literals shows nothing.
#
# What quotekit does: no format of linked data has an xsd:date for what is no full day. NIF has the value as plain text,
# schema.org gets dateCreated for full days alone, TEI says @from and @to.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rdflib==7.6.0
"$work/venv/bin/python" - <<'PY'
import logging
from importlib.metadata import version

from rdflib import XSD, Graph, Literal

logging.disable(logging.CRITICAL)  # the traceback that rdflib logs for what it refuses
print("rdflib", version("rdflib"))


def told(value):
    date = Literal(value, datatype=XSD.date)
    print(f"{value!r}: value {date.value}, ill typed {date.ill_typed}, written {date.n3()}")
    return str(date.value), date.ill_typed, str(date)


assert told("2026-11") == ("None", True, "2026-11")
assert told("2026-W46") == ("2026-11-09", False, "2026-11-09")
assert told("2026-11-05+02:00") == ("2026-11-05", False, "2026-11-05")

turtle = '<urn:q> <urn:said> "2026-W46"^^<http://www.w3.org/2001/XMLSchema#date> .'
again = Graph().parse(data=turtle, format="turtle").serialize(format="nt").strip()
print("read and written again:", again)
assert "2026-W46" not in again
assert '"2026-11-09"' in again
PY
