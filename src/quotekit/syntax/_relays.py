"""Relays: words that reach the text through somebody else than the one who spoke them.

*Moss was quoted by the Post as saying*, *the Post quoted Moss as saying* and *guests heard Moss shout*
have Moss for speaker, whoever passes the words on.
"""

from __future__ import annotations

from quotekit.models import MentionKind
from quotekit.syntax._subject_finder import SubjectFinder
from quotekit.syntax._subjects import Subject
from quotekit.syntax._views import Views

PASSING_ON = frozenset(
    """quote quotes quoted quoting cite cites cited citing report reports reported record records
    recorded describe describes described depict depicts depicted portray portrays portrayed""".split()
)
"""Verbs with *as saying* behind their object."""
PERCEIVING = frozenset(
    """hear hears heard hearing overhear overhears overheard overhearing saw watched caught catches
    filmed films recorded records captured captures""".split()
)
"""Verbs whose object is who speaks: *heard her say*."""
HAVING = frozenset(("having", "being"))
REACH = 20
"""*as saying* stands no more tokens than this behind its verb."""


def relayed(walk: SubjectFinder) -> Subject | None:
    """Return who speaks if the cue, or the verb it hangs on, passes somebody’s words on."""
    views, cue = walk.views, walk.cue
    lowers, tags = views.tokens.lowers, views.tags
    if lowers[cue.head] in PASSING_ON and cue.form != "noun":
        if not _as_saying(views, cue.last + 1):
            return None
        return walk.before(cue.first) if cue.passive else walk.behind(cue.last, "quoted", 0.9)
    first = cue.first
    if first and cue.form in ("gerund", "participle") and lowers[first - 1] in ("as", "to"):
        verb = _verb_before(views, first - 2, max(walk.first, first - REACH))
        if verb < 0:
            return None
        if tags[verb - 1] in ("AUX", "ADV") or (tags[verb] == "VBN" and lowers[verb + 1] == "by"):
            start = verb
            while start > walk.first and tags[start - 1] in ("AUX", "ADV"):
                start -= 1
            return walk.before(start)
        return walk.behind(verb, "quoted", 0.9)
    if cue.form in ("gerund", "base") and first == cue.head:
        return _perceived(walk)
    return None


def _as_saying(views: Views, i: int) -> bool:
    """Tell whether *as saying*, *as having said* follows in the clause."""
    tokens, tags = views.tokens, views.tags
    for k in range(i, min(i + REACH, len(tokens) - 1)):
        if tokens.texts[k] in ".;:":
            break
        if tokens.lowers[k] == "as" and (tags[k + 1] == "VBG" or tokens.lowers[k + 1] in HAVING):
            return True
    return False


def _verb_before(views: Views, i: int, stop: int) -> int:
    """Return the nearest verb before token *i* that passes words on, or -1."""
    lowers, tags = views.tokens.lowers, views.tags
    for k in range(i, stop - 1, -1):
        if lowers[k] in PASSING_ON and tags[k] not in ("NOUN", "PROPN"):
            return k
    return -1


def _perceived(walk: SubjectFinder) -> Subject | None:
    """Find *her* in *heard her say* and *the foreman* in *heard the foreman shouting*."""
    tokens, cue = walk.tokens, walk.cue
    start = tokens.starts[cue.first]
    for mention in reversed(walk.mentions(walk.start, start)):
        first = tokens.after(mention.span.start)
        if mention.span.end != tokens.ends[cue.first - 1]:
            return None
        if first and tokens.lowers[first - 1] in PERCEIVING:
            sure = 0.9 if mention.kind is not MentionKind.PRONOUN else 0.85
            return Subject(mention, "quoted", sure)
        return None
    return None
