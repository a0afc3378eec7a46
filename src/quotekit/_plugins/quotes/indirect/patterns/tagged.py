"""High-precision patterns over parts of speech: syntax that leaves no doubt, whatever the weights say.

``X said that C`` · ``C, X said (on Monday)`` · ``C, said X`` · ``X said C`` · ``X promised to C`` ·
``C, as X said``. Each gives a match, or ``None`` where the syntax does not show it.
"""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.candidates import AFTER, AROUND, BEFORE, PatternMatch
from quotekit._plugins.quotes.indirect.patterns.main_verb import main_verb
from quotekit._plugins.quotes.indirect.patterns.nominal import agent, listed
from quotekit._plugins.quotes.indirect.patterns.predicates import (
    has_subject,
    is_finite,
    subject_after,
    subject_before,
)
from quotekit._plugins.quotes.indirect.patterns.relatives import in_subject
from quotekit._plugins.quotes.indirect.patterns.tagged_clauses import (
    LONGEST_PHRASE,
    adverbials,
    after_aside,
    agent_end,
    clause_at,
    conjunction,
)
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures, takes_clauses
from quotekit.syntax._cues import Cue
from quotekit.syntax._signs import QUOTE_MARKS
from quotekit.syntax._tags import NOUN_LIKE, PHRASE

LEADING: Final = frozenset(("after", "own"))
"""Frames of expressions beside a clause: *according to X, C*; *in her view, C*."""
SPEAKING: Final = frozenset(("talks", "commands"))
"""Traits of verbs of speech."""
ASIDES: Final = QUOTE_MARKS | {",", "-", "–", "—", "("}
LONGEST_ASIDE: Final = 16
CERTAIN: Final = 1.0
LIKELY: Final = 0.5
POSSIBLE: Final = 0.2


def match_pattern(features: TokenFeatures, cue: Cue, first: int, last: int) -> PatternMatch | None:
    """Return the pattern that a cue matches in its sentence, if there is one."""
    row = cue.row
    if row.pos != "verb":
        return _of_noun(features, cue, first, last)
    if features.in_quotes[cue.head]:
        return _held(features, cue, first, last)
    if cue.first == first and features.lowers[cue.head] in features.words.led_in:
        asked = _asked_on(features, cue, last)
        if asked is not None:
            return asked
    if cue.passive:
        return _passive(features, cue, first, last)
    if cue.negated or not is_finite(features, cue):
        return None
    if "clause" in row.frames:
        found = _clausal(features, cue, first, last)
        if found is not None:
            return found
    speaks = not SPEAKING.isdisjoint(row.traits)
    if speaks and "gerund" in row.frames and _does(features, cue, first, last):
        return PatternMatch("gerund", AFTER, LIKELY, start=cue.last + 1)
    if "commands" in row.traits and "order" in row.frames and _ordered(features, cue, first, last):
        return PatternMatch("ordered", AFTER, POSSIBLE)
    if (
        "commits" in row.traits
        and "infinitive" in row.frames
        and _infinitive(features, cue, first, last)
    ):
        return PatternMatch("to", AFTER, POSSIBLE)
    return None


def _held(features: TokenFeatures, cue: Cue, first: int, last: int) -> PatternMatch | None:
    """*“Those who say C mean to leave”*: a report of others inside marks."""
    if "talks" not in cue.row.traits or not takes_clauses(cue):
        return None
    if not in_subject(features, cue, first):
        return None
    if _that_clause(features, cue, last) or clause_at(features, cue.last + 1, last):
        return PatternMatch("bare", AFTER, POSSIBLE)
    return None


def _clausal(features: TokenFeatures, cue: Cue, first: int, last: int) -> PatternMatch | None:
    """Return the pattern of a verb that takes clauses: speech in any, thought only before them."""
    row = cue.row
    if "talks" not in row.traits:
        if conjunction(features, cue, last) == cue.last + 1:
            return PatternMatch("thought", AFTER, POSSIBLE)
        thinks = "thinks" in row.traits and not row.ambiguous
        if thinks and _bare_clause(features, cue, first, last):
            return PatternMatch("thought bare", AFTER, POSSIBLE)
        return None
    if _as_they_say(features, cue, first, last):
        return PatternMatch("as", BEFORE, LIKELY)
    if _that_clause(features, cue, last):
        return PatternMatch("that", AFTER, CERTAIN)
    around = _around(features, cue, first, last)
    if around is not None:
        return PatternMatch("around", AROUND, LIKELY, start=around)
    if _after_clause(features, cue, first, last):
        return PatternMatch("before", BEFORE, CERTAIN)
    if "direct" in row.frames and _bare_clause(features, cue, first, last):
        return PatternMatch("bare", AFTER, POSSIBLE)
    return None


def _of_noun(features: TokenFeatures, cue: Cue, first: int, last: int) -> PatternMatch | None:
    """*The claim that C*; *C, according to X.*; *C, according to X, C*."""
    if cue.row.pos == "expression" and not LEADING.isdisjoint(cue.row.frames):
        return _according(features, cue, first, last)
    if (
        "asks" in cue.row.traits
        and cue.last + 2 <= last
        and features.lowers[cue.last + 1] in features.words.questions
    ):
        return PatternMatch("question", AFTER, LIKELY, start=cue.last + 1)
    if cue.row.pos == "expression" and "direct" in cue.row.frames and cue.first > first:
        return (
            PatternMatch("saying", AFTER, LIKELY, start=cue.last + 1) if cue.last < last else None
        )  # as saying
    if _is_adamant(features, cue, last):
        return PatternMatch("bare", AFTER, POSSIBLE, start=cue.last + 1)
    start = conjunction(features, cue, last) if cue.row.pos == "noun" else None
    if start is None or start >= last or features.verbal[start + 1]:
        return None
    if features.in_quotes[cue.head]:
        return None
    if listed(features, cue, last) is not None:
        return PatternMatch("that", AFTER, POSSIBLE)
    if "asserts" in cue.row.traits or _is_raised(features, start, last):
        return PatternMatch("noun", AFTER, POSSIBLE)
    return None


def _is_adamant(features: TokenFeatures, cue: Cue, last: int) -> bool:
    """*X is adamant C*: an adjective after its verb, and a clause without *that*."""
    adjective = cue.row.pos == "expression" and "clause" in cue.row.frames and cue.first < cue.head
    return adjective and cue.last < last and clause_at(features, cue.last + 1, last)


def _is_raised(features: TokenFeatures, that: int, last: int) -> bool:
    """*The idea that C was first put forward by X*."""
    verb = main_verb(features, that + 1, last)
    return verb is not None and agent(features, verb, last) is not None


def _according(features: TokenFeatures, cue: Cue, first: int, last: int) -> PatternMatch | None:
    """*C, according to X, C*: a comma on either side, and no verb before.

    *In the view of X, C*: the cue opens the sentence.
    """
    if cue.first == first and not features.in_quotes[cue.head]:
        comma = _comma_after(features, cue.last + 1, last)
        opens = comma is not None and clause_at(features, comma + 1, last)
        return PatternMatch("after", AFTER, LIKELY, start=comma + 1) if opens and comma else None
    if (
        features.in_quotes[cue.head]
        or cue.first <= first + 1
        or features.lowers[cue.first - 1] != ","
    ):
        return None
    comma = _comma_after(features, cue.last + 1, last)
    if comma is None or features.has_finite(first, cue.first - 1):
        return None
    return (
        PatternMatch("after", AROUND, POSSIBLE, start=comma + 1)
        if features.verbal[comma + 1]
        else None
    )


def _asked_on(features: TokenFeatures, cue: Cue, last: int) -> PatternMatch | None:
    """*Pressed on whether C*, *Asked about how C*: a fronted question after a preposition."""
    i = cue.last + 2
    if i >= last or features.tags[i - 1] != "ADP":
        return None
    if features.lowers[i] not in features.words.addressed_questions:
        return None
    start = i + (features.lowers[i] in features.words.whether)
    return PatternMatch("question", AFTER, LIKELY, start=start)


def _passive(features: TokenFeatures, cue: Cue, first: int, last: int) -> PatternMatch | None:
    """*It is said that C*, *X was told (by Y) that C*, *X was urged (by Y) to C*, *X is said to C*."""
    row = cue.row
    start = cue.last + 1
    agent = agent_end(features, cue, last)
    if agent is not None:
        start = agent + 1
    if start >= last:
        return None
    infinitive = features.lowers[start] in features.words.infinitive
    if "orders" in row.traits and infinitive and agent is not None:
        return PatternMatch("urged", AFTER, POSSIBLE, start=start)
    said_to = "passive" in row.frames and "talks" in row.traits and infinitive
    if said_to and cue.first > first:
        return PatternMatch("said-to", AROUND, POSSIBLE, start=start)
    nobody = cue.first > 0 and features.lowers[cue.first - 1] in features.words.expletives
    told = "told" in row.frames or nobody
    if told and "talks" in row.traits and conjunction(features, cue, last) is not None:
        return PatternMatch("told", AFTER, POSSIBLE)
    return None


def _around(features: TokenFeatures, cue: Cue, first: int, last: int) -> int | None:
    """*The dam, X said, would hold*: where the clause goes on with its verb, after the comma."""
    subject = subject_before(features, cue, first)
    if subject is None:
        subject, end = cue.first, subject_after(features, cue, last)
        if end is None:
            return None
        comma = end + 1
    else:
        found = _comma_after(features, cue.last + 1, last)
        if found is None:
            return None
        comma = found
    if subject <= first + 1 or features.lowers[subject - 1] != "," or comma >= last:
        return None
    if features.lowers[comma] != "," or features.has_finite(first, subject - 2):
        return None
    start = features.next_word[comma]
    return start if start <= last and features.verbal[start] else None


def _comma_after(features: TokenFeatures, start: int, last: int) -> int | None:
    """Return the comma that closes an aside, if no verb stands before it."""
    for i in range(start, min(last, start + LONGEST_ASIDE)):
        if features.lowers[i] == "," and features.tags[i + 1] != "CCONJ":
            return i
        if features.lowers[i] in (".", ";", ":") or features.in_quotes[i]:
            break
    return None


def _that_clause(features: TokenFeatures, cue: Cue, last: int) -> bool:
    """*X said (on Monday) that C*, *X said, in a note, that C*: no verb stands between."""
    if features.lowers[cue.last + 1] == ",":
        return after_aside(features, cue.last + 2, min(last, cue.last + LONGEST_PHRASE)) is not None
    for i in range(cue.last + 1, min(last, cue.last + LONGEST_PHRASE) + 1):
        if features.is_that[i]:
            return i < last
        if features.verbal[i] or features.tags[i] == "PUNCT":
            break
    return False


def _after_clause(features: TokenFeatures, cue: Cue, first: int, last: int) -> bool:
    """*C, X said (on Monday).* or *C, said X.*: a clause, a comma, and no clause after it."""
    subject = subject_before(features, cue, first)
    stop = subject_after(features, cue, last) if features.lowers[cue.first - 1] == "," else None
    if stop is not None:
        subject = cue.first
    elif subject is None:
        return False
    else:
        stop = _segment_end(features, cue.last + 1, last)
        if stop is None:
            return False
    if subject <= first + 1 or features.lowers[subject - 1] != ",":
        return False
    # A long span counts as a clause even where its verb looks like a noun: *families face …*.
    whole = subject - first > 4 and features.tags[first] in NOUN_LIKE
    return features.has_finite(first, subject - 2) or whole


def _segment_end(features: TokenFeatures, start: int, last: int) -> int | None:
    """Return where the words after the cue end, if they are an adverbial: *on Monday*."""
    i = start
    while i <= last and features.tags[i] != "PUNCT":
        if features.verbal[i] or features.shapes[i] in features.words.no_adverbials:
            return None
        i += 1
    if i < last and features.in_quotes[features.next_word[i]]:
        return None  # *X said, “…”*
    adverbial = i == start or features.tags[start] in ("ADP", "ADV", "PROPN", "NOUN")
    adverbial = adverbial or adverbials(features, start, last) > start
    ends = i > last or features.lowers[i] in (".", ",", ";", ")", "—", "–")
    return i if adverbial and ends and i - start < LONGEST_PHRASE else None


def _bare_clause(features: TokenFeatures, cue: Cue, first: int, last: int) -> bool:
    """*X said (on Monday) C*: subject, cue, and a clause with a subject and a verb of its own."""
    if not has_subject(features, cue, first):
        return False
    start = adverbials(features, cue.last + 1, last)
    if start < last and features.lowers[start] in features.words.conditions and takes_clauses(cue):
        return features.has_finite(start, last)
    if start >= last or features.tags[start] not in NOUN_LIKE:
        return False
    breaks = features.words.no_bare_clauses
    for i in range(start + 1, last + 1):
        if features.verbal[i]:
            return True
        if features.tags[i] in ("PUNCT", "SCONJ") or features.shapes[i] in breaks:
            break
    return False


def _ordered(features: TokenFeatures, cue: Cue, first: int, last: int) -> bool:
    """*X invited Y (not) to C*: who is asked stands between."""
    end = features.mention_starting(cue.last + 1) if cue.last < last else None
    if end is None or not has_subject(features, cue, first):
        return False
    return features.tags[cue.first] != "MODAL" and _to(features, end + 1, last)


def _does(features: TokenFeatures, cue: Cue, first: int, last: int) -> bool:
    """*X advises waiting a week*: what is advised comes right after."""
    if cue.last + 2 > last or features.tags[cue.last + 1] != "VBG":
        return False
    return subject_before(features, cue, first) is not None


def _infinitive(features: TokenFeatures, cue: Cue, first: int, last: int) -> bool:
    """*X promised (not) to C*: the one who promises does it."""
    if not _to(features, cue.last + 1, last):
        return False
    before = features.shapes[cue.first - 1]
    joined = before == "," or before in features.words.additions
    return joined or subject_before(features, cue, first) is not None


def _to(features: TokenFeatures, i: int, last: int) -> bool:
    """Return whether an infinitive with *to* begins at token *i*."""
    i += features.lowers[i] in features.words.negators
    particle = i < last and features.tags[i] == "PART"
    return particle and features.lowers[i] in features.words.infinitive


def _as_they_say(features: TokenFeatures, cue: Cue, first: int, last: int) -> bool:
    """*C, as X has often said.*: what stands before the clause with *as* is reported."""
    if cue.last < last and features.shapes[cue.last + 1] not in (",", ".", ";", ")"):
        return False
    i = cue.first - 1
    while i > first and i > cue.first - LONGEST_PHRASE and features.tags[i] in PHRASE:
        i -= 1
    return (
        first < i < cue.first - 1
        and features.lowers[i] in features.words.echoes
        and features.lowers[i - 1] in ASIDES
    )
