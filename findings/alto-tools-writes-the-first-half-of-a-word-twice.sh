#!/usr/bin/env bash
# alto-tools writes the first half of a divided word twice, and never the second.
#
# ALTO, the format of scanned newspapers, has the halves of a word that is divided at the end of a line as two strings, marked
# as such. For the second, alto-tools has a branch that is never reached, so that what was last written is written again,
# without the blank behind it: "the minis-" and "ter said" become "the minis" and "minissaid". No error is raised. (The branch
# came with the repair of issue 16; pull request 30 takes it out, in a version that is not released.)
#
# Whom it hurts: readers of newspaper archives: narrow columns have many such words, and each is gone together with the word
# behind it, which is often the verb of saying.
#
# What quotekit does: it reads no ALTO. Text comes in with its lines, and a word divided at their end is read as it stands.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check alto-tools==0.1.0
cat > "$work/page.xml" <<'XML'
<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page ID="P" PHYSICAL_IMG_NR="1"><PrintSpace><TextBlock ID="B">
<TextLine><String CONTENT="“We" /><SP/><String CONTENT="stay,”"/><SP/><String CONTENT="the"/><SP/><String
 CONTENT="minis" SUBS_TYPE="HypPart1" SUBS_CONTENT="minister"/><HYP CONTENT="-"/></TextLine>
<TextLine><String CONTENT="ter" SUBS_TYPE="HypPart2" SUBS_CONTENT="minister"/><SP/><String CONTENT="said."/></TextLine>
</TextBlock></PrintSpace></Page></Layout></alto>
XML
sed 's/ SUBS_[A-Z]*="[A-Za-z0-9]*"//g' "$work/page.xml" > "$work/unmarked.xml"
"$work/venv/bin/pip" list 2>/dev/null | grep '^alto-tools'
marked=$("$work/venv/bin/alto-tools" -t "$work/page.xml" | xargs)
unmarked=$("$work/venv/bin/alto-tools" -t "$work/unmarked.xml" | xargs)
echo "$marked"
echo "$unmarked"
test "$marked" = "“We stay,” the minis minissaid."
test "$unmarked" = "“We stay,” the minis ter said."
