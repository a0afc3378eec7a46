#!/usr/bin/env bash
# newsmlg2, the implementation by the standard's own publisher, gives no items of a newsMessage.
#
# NewsML-G2 travels as a newsMessage with an itemSet of one or more newsItems; that is how agencies deliver. newsmlg2 reads
# a newsItem that stands alone. Of a message it reads the envelope: the item set has no attribute for its items, and written
# out again the message is valid, and empty. No error is raised.
#
# Whom it hurts: who files what an agency sends through it, or reads it and writes it on: the news is gone.
#
# What quotekit does: its reader gives an article for each item of a message, and its test hands newsmlg2 each item by itself.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check newsmlg2==1.1 lxml
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import NewsMLG2

print("newsmlg2", version("newsmlg2"))

NAMESPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
ITEM = """<newsItem guid="urn:newsml:quay.example:7" version="1" standard="NewsML-G2" standardversion="2.33"
 conformance="power" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="Quay Agency"/>
<versionCreated>2023-05-14T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Wall holds</headline></contentMeta>
<contentSet><inlineData contenttype="text/plain">Nobody spoke.</inlineData></contentSet></newsItem>"""
MESSAGE = f"<newsMessage {NAMESPACE}><header><sent>2023-05-14T10:01:00Z</sent></header><itemSet>{ITEM}</itemSet></newsMessage>"

alone = NewsMLG2.NewsMLG2Document(ITEM.replace("<newsItem", f"<newsItem {NAMESPACE}").encode())
print("an item alone:", alone.get_item().guid, "|", alone.get_item().contentmeta.headline)
assert "Wall holds" in alone.to_xml_string()

message = NewsMLG2.NewsMLG2Document(MESSAGE.encode())
print("in a message:", hasattr(message.get_item().itemset, "newsitem"))
print(message.to_xml_string())
assert not hasattr(message.get_item().itemset, "newsitem")
assert "2023-05-14T10:01:00Z" in message.to_xml_string()
assert "Wall holds" not in message.to_xml_string()
assert "newsItem" not in message.to_xml_string()
PY
