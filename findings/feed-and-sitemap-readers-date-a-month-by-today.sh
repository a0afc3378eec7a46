#!/usr/bin/env bash
# fastfeedparser and ultimate-sitemap-parser fill a month or a year up with the day on which they run.
#
# dc:date in feeds and lastmod in sitemaps are W3C dates, which may be a month (*2025-03*) or a year alone. Both readers give
# a full date: the 27th of March when read on a 27th, the 28th on the day after; a year gets today's month as well. Nothing
# in the value tells it from a day that was written. (feedparser gives the first of the month, and the words beside it.)
#
# Whom it hurts: archives of magazines, dated by month: one article has another day in each harvest, so copies are not
# found to be one, and every *yesterday* in it is resolved from a day that nobody wrote.
#
# What quotekit does: a month is no day of publication; tests/readers/test_feeds.py has one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fastfeedparser==0.6.5 ultimate-sitemap-parser==1.8.1
"$work/venv/bin/python" - <<'PY'
import datetime
from importlib.metadata import version

import fastfeedparser
from usp.tree import sitemap_from_str

print("fastfeedparser", version("fastfeedparser"), "ultimate-sitemap-parser", version("ultimate-sitemap-parser"))
FEED = (
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay</title>'
    "<link>http://quay.example/</link><description>News</description><item><title>Wall</title>"
    "<link>http://quay.example/1</link><dc:date>%s</dc:date></item></channel></rss>"
)
SITEMAP = (
    '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<url><loc>http://quay.example/1</loc><lastmod>%s</lastmod></url></urlset>"
)
before = datetime.datetime.now(datetime.UTC)
for written, form in (("2025-03-05", "2025-03-05"), ("2025-03", "2025-03-%d"), ("2025", "2025-%m-%d")):
    [entry] = fastfeedparser.parse(FEED % written).entries
    [page] = sitemap_from_str(SITEMAP % written).all_pages()
    read = entry.published[:10], f"{page.last_modified:%Y-%m-%d}"
    print(f"{written}: feed {read[0]}, sitemap {read[1]}")
    # Around midnight the day may turn, and in a February the 29th to the 31st are cut.
    days = {(before + datetime.timedelta(days=shift)).strftime(form) for shift in (-1, 0, 1)}
    assert set(read) <= days | {"2025-02-28"}
PY
