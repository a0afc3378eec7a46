"""Cues: the words that may report speech, thought or writing, each with its row of the cue table.

A cue is found by its form alone, whether or not it reports anything where it stands: *said*, *has
repeatedly said*, *pointed out*, *according to*, *was quoted as saying*, the noun *claim*. What it
reports is for plugins to find.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from sys import intern
from typing import Any, Literal, NamedTuple

import attrs

from quotekit.lexicon import Language
from quotekit.models import QuoteMode
from quotekit.syntax._morphology import plural, spelled_out, verb_forms
from quotekit.syntax._tokens import Tokens

Form = Literal["base", "third", "past", "participle", "gerund", "noun", "fixed"]

NOMINAL_TAGS = frozenset(("NOUN", "PROPN", "ADJ"))
PREDICATIVE = frozenset(("ADJ", "VBN", "VBD", "VBG"))
"""Tags of expressions that take auxiliaries: *was critical of*."""
MAX_AGENT = 8
"""*as saying* stands no farther behind its verb: *was quoted by the Post as saying*."""
VOWELS = frozenset("aeiouhàâéèêëîïôùûyœ")
PARTICLE_REACH = 40
"""A particle stands no more tokens behind its verb."""
APPOSITION = 14
"""An apposition between a verb and its particle has no more tokens."""
OPENING_SIGNS = frozenset('.!?:…„“”»«"–—')
"""A word behind one of these has a capital of its place."""
CLAUSE_ENDS = frozenset(".,;:!?")
RELATIVES = frozenset(("which", "what", "that", "all", "some", "many", "most", "few"))
"""Determiners that may be the whole subject."""
MAX_GROUP = 6
"""How many words of a verb group may stand before its verb."""


def _keys(row: CueRow) -> tuple[str, str]:
    kind = "" if row.pos == "verb" else f"/{row.pos}"
    return intern(row.lemma + kind), intern(row.cue_class + kind)


@attrs.frozen
class CueRow:
    """One row of the cue table.

    Attributes:
        lemma: The base form: *say*, *point out*, *according to*.
        pos: ``verb``, ``noun`` or ``expression``.
        cue_class: The row's class, a row of the table's ``classes``: *report*, *manner*, *ask* …
        frames: Where the contents may stand.
        mode: Speech, thought or writing.
        ambiguous: Whether the table gives a sentence in which the word reports nothing.
        particle: What a verb must have at the end of its clause: *mit* in *teilte gestern mit*.
        traits: What cues of its class do: *talks*, *asks* … (see :doc:`/reference/tables`).
        keys: Lemma and class, nouns and expressions marked as such: what is learned is kept by them.
    """

    lemma: str
    pos: Literal["verb", "noun", "expression"]
    cue_class: str
    frames: frozenset[str]
    mode: QuoteMode
    ambiguous: bool = False
    particle: str = ""
    traits: frozenset[str] = frozenset()
    keys: tuple[str, str] = attrs.field(
        init=False, repr=False, eq=False, default=attrs.Factory(_keys, takes_self=True)
    )


class Cue(NamedTuple):
    """A word or group of words in the text that may report something.

    Attributes:
        first: Index of its first token, auxiliaries and adverbs included: *has repeatedly said*.
        last: Index of its last token.
        head: Index of the verb, the noun, or the first word of the expression.
        row: What the table knows of it.
        form: The form of its head.
        passive: Whether a form of *be* makes it passive.
        negated: Whether it is denied: *did not say*.
    """

    first: int
    last: int
    head: int
    row: CueRow
    form: Form
    passive: bool = False
    negated: bool = False


UNLISTED = CueRow(
    "",
    "verb",
    "unlisted",
    frozenset(("direct",)),
    QuoteMode.SPEECH,
    traits=frozenset(
        (
            "talks",
            "asserts",
            "says",
            "speaks",
            "addresses",
            "voiced",
            "governs",
            "continues",
            "sounds",
        )
    ),
)
"""What is known of a verb that no table lists: it does what one of manner does."""


def unlisted_cue(first: int, last: int) -> Cue:
    """Return a cue of a verb that no table lists, where only a cue can stand: *“…,” huffed Moss*."""
    return Cue(first, last, first, UNLISTED, "past")


class _Entry(NamedTuple):
    row: CueRow
    form: Form
    tail: tuple[str, ...]


class CueLexicon:
    """The cue table of one language, ready for look-up.

    Attributes:
        rows: All rows.
        traits: Class of cues → what they do.
        entries: First word → entries, those with the longer tail first.
        enclitics: Pronouns that are written behind a verb with a hyphen.
        clause_ends: What a clause with a particle ends before.
        idioms: First word → phrases whose verb reports nothing: *needless to say*.
    """

    __slots__ = (
        "adverbs",
        "auxiliaries",
        "capital_nouns",
        "clause_ends",
        "determiners",
        "enclitics",
        "entries",
        "idioms",
        "negations",
        "passive",
        "perfect",
        "rows",
        "traits",
    )

    def __init__(self, language: Language) -> None:
        table = language.table("cues")
        classes: Mapping[str, Mapping[str, Any]] = table.get("classes", {})

        def group(key: str) -> frozenset[str]:
            return frozenset(language.words("cues", "groups", key))

        self.auxiliaries, self.passive, self.perfect = map(
            group, ("auxiliaries", "passive", "perfect")
        )
        self.negations, self.adverbs = group("negations"), group("adverbs")
        self.determiners = group("determiners")
        self.capital_nouns = bool(table.get("groups", {}).get("capital_nouns"))
        self.traits = {name: frozenset(row.get("traits", ())) for name, row in classes.items()}
        clitics = language.words("cues", "groups", "clitics")
        self.enclitics = group("enclitics")
        conjunctions = {w for key in ("that", "questions") for w in language.words("clauses", key)}
        self.clause_ends = CLAUSE_ENDS | conjunctions  # deelde mee dat
        self.idioms: dict[str, list[tuple[str, ...]]] = {}
        for idiom in language.words("cues", "groups", "idioms"):
            phrase = tuple(idiom.split())
            self.idioms.setdefault(phrase[0], []).append(phrase)
        self.rows: list[CueRow] = []
        found: dict[str, list[_Entry]] = {}
        for section, spell in (("verbs", _verb), ("nouns", _noun), ("expressions", _expression)):
            for lemma, data in table.get(section, {}).items():
                mode = QuoteMode(data.get("mode") or classes[data["class"]]["mode"])
                pos: Any = section[:-1]
                row = CueRow(
                    lemma,
                    pos,
                    data["class"],
                    frozenset(data["frames"]),
                    mode,
                    "not" in data,
                    data.get("particle", ""),
                    self.traits[data["class"]],
                )
                self.rows.append(row)
                made = spell(lemma, data, table.get("conjugations", {}))
                for form, words in dict.fromkeys(_with_clitics(made, clitics)):
                    first, *tail = words.split()
                    found.setdefault(first, []).append(_Entry(row, form, tuple(tail)))
        self.entries: dict[str, tuple[_Entry, ...]] = {
            word: tuple(sorted(entries, key=_longest_first) if len(entries) > 1 else entries)
            for word, entries in found.items()
        }

    def without_enclitics(self, word: str) -> str:
        """Return a verb without the pronouns that are written behind it: *disse* of *disse-nos*."""
        verb, _, pronouns = word.partition("-")
        return verb if self.enclitics.issuperset(pronouns.split("-")) else word


def _longest_first(entry: _Entry) -> tuple[int, bool]:
    return -len(entry.tail), not entry.row.particle


def _verb(
    lemma: str, data: Mapping[str, Any], conjugations: Mapping[str, Sequence[str]]
) -> Iterable[tuple[Form, str]]:
    listed = spelled_out(lemma, data, conjugations)
    if listed:  # a language whose verbs are spelled out
        particle = data.get("particle", "")
        infinitive = lemma if "conjugation" in data else None
        yield from (("base" if form == infinitive else "past", form) for form in listed)
        if particle:  # dass er mitteilte
            yield from (("past", particle + form) for form in listed)
        return
    head, _, rest = lemma.partition(" ")
    forms = verb_forms(head, tuple(data.get("past", ())))
    rest = rest and " " + rest
    yield "past", forms.past + rest
    yield "participle", forms.participle + rest
    yield "third", forms.third + rest
    yield "gerund", forms.gerund + rest
    yield "base", head + rest


def _with_clitics(
    forms: Iterable[tuple[Form, str]], clitics: Sequence[str]
) -> Iterable[tuple[Form, str]]:
    """Yield forms, those with a vowel in front also behind what is written together: *s’exclame*."""
    for form, words in forms:
        yield form, words
        if form != "noun" and words[0] in VOWELS:
            yield from ((form, clitic + words) for clitic in clitics)


def _noun(lemma: str, data: Mapping[str, Any], _: object) -> Iterable[tuple[Form, str]]:
    yield "noun", lemma
    yield "noun", data.get("plural") or plural(lemma)


def _expression(lemma: str, _: object, __: object) -> Iterable[tuple[Form, str]]:
    yield "fixed", lemma


def find_cues(tokens: Tokens, tags: Sequence[str], language: Language) -> tuple[Cue, ...]:
    """Return all cues in text order; no two share a head.

    Args:
        tokens: The tokens.
        tags: Their parts of speech, or empty strings where unknown.
        language: Brings the table *cues*.
    """
    lexicon = language.memo(CueLexicon)
    entries = lexicon.entries
    if not entries:
        return ()
    lowers, tags = list(tokens.lowers), list(tags)  # plain lists are faster
    found: list[Cue] = []
    past = -1
    for i, word in enumerate(lowers):
        if word in lexicon.idioms:
            for words in lexicon.idioms[word]:
                if tuple(lowers[i : i + len(words)]) == words:
                    past = max(past, i + len(words) - 1)
        if word not in entries and "-" in word:
            word = lexicon.without_enclitics(word)  # disse-nos
        if word in entries and i > past:
            fitting = entries[word]
            if lexicon.capital_nouns and tokens.texts[i][0].isupper() and i:
                fitting = _small_enough(fitting, tokens, i)
            entry = _choose(fitting, lexicon, lowers, tags, i)
            if entry is not None:
                cue = _group(entry, lexicon, lowers, tags, i)
                found.append(cue)
                past = cue.last
    return tuple(found)


def _choose(
    entries: tuple[_Entry, ...],
    lexicon: CueLexicon,
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
) -> _Entry | None:
    """Return the longest entry whose words and part of speech fit."""
    nominal = _nominal(entries, lexicon, lowers, tags, i)
    fallback = None
    for entry in entries:
        if entry.tail and _tail(entry.tail, lowers, i) is None:
            continue
        particle = entry.row.particle
        if particle and not _with_particle(particle, lexicon.clause_ends, lowers, i):
            continue
        if entry.form == "fixed" and (entry.tail or not nominal or tags[i] == "ADJ"):
            return entry
        if (entry.form == "noun") == nominal and entry.form != "fixed":
            if entry.form != "past" or not tags[i].startswith("VBN"):
                return entry
            fallback = fallback or entry
    return fallback


def _tail(tail: tuple[str, ...], lowers: Sequence[str], i: int) -> int | None:
    """Return where an entry of several words ends that begins at *i*.

    An agent may stand inside *quoted as saying*: *quoted by the Post as saying*.
    """
    following = lowers[i + 1] if i + 1 < len(lowers) else ""
    stop = i + MAX_AGENT if following == "by" and tail[0] == "as" else i + 2
    if following != tail[0] and stop == i + 2:
        return None
    for k in range(i + 1, stop):
        if tuple(lowers[k : k + len(tail)]) == tail:
            return k + len(tail) - 1
    return None


def _small_enough(entries: tuple[_Entry, ...], tokens: Tokens, i: int) -> tuple[_Entry, ...]:
    """Return what a word with a capital may be where nouns have one: *Angaben* is no verb."""
    opens = tokens.texts[i - 1] in OPENING_SIGNS
    return tuple(
        entry
        for entry in entries
        if entry.row.pos != "verb"
        or (opens and not tokens.lowers[i].startswith(entry.row.particle or "\0"))
    )


def _with_particle(
    particle: str, clause_ends: frozenset[str], lowers: Sequence[str], i: int
) -> bool:
    """Tell whether a verb has its particle: *mitteilte*, *bekannt gab*, *teilte gestern mit*."""
    if lowers[i].startswith(particle) or (i and lowers[i - 1] == particle):
        return True
    for j in range(i + 1, min(len(lowers), i + PARTICLE_REACH)):
        if lowers[j] in clause_ends:
            return lowers[j - 1] == particle or _behind_apposition(particle, lowers, j)
    return i + PARTICLE_REACH >= len(lowers) and lowers[len(lowers) - 1] == particle


def _behind_apposition(particle: str, lowers: Sequence[str], comma: int) -> bool:
    """Tell whether a particle is alone behind an apposition: *gab die Wirtin, Uta Loh, bekannt*."""
    if lowers[comma] != ",":
        return False
    reach = range(comma + 2, min(len(lowers) - 2, comma + APPOSITION))
    closing = next((k for k in reach if lowers[k] == ","), -1)
    return closing > 0 and lowers[closing + 1] == particle and lowers[closing + 2] in ",:."


def _nominal(
    entries: tuple[_Entry, ...],
    lexicon: CueLexicon,
    lowers: Sequence[str],
    tags: Sequence[str],
    i: int,
) -> bool:
    """Tell whether a noun stands at *i*: by its tag, or else by the word before it.

    A verb that is no noun as well is a verb whatever its tag; but a capitalized base form is a
    name, and so is a capitalized *-ing* behind another.
    """
    verbs = [entry.form for entry in entries if entry.row.pos == "verb"]
    if verbs and not any(entry.row.pos == "noun" for entry in entries):
        if tags[i] == "NOUN" and verbs[0] in ("base", "third"):
            left = tags[i - 1] in ("DET", "POS") and lowers[i - 1] not in RELATIVES
            return i > 0 and left  # addressed the state
        named = verbs[0] == "gerund" and i > 0 and tags[i - 1] == "PROPN"  # Milo Banning
        return tags[i] == "PROPN" and (verbs[0] == "base" or named)
    if tags[i]:
        return tags[i] in NOMINAL_TAGS
    return i > 0 and lowers[i - 1] in lexicon.determiners


def _group(
    entry: _Entry, lexicon: CueLexicon, lowers: Sequence[str], tags: Sequence[str], i: int
) -> Cue:
    """Take in the auxiliaries, adverbs and negations before a verb."""
    found = _tail(entry.tail, lowers, i) if entry.tail else i
    last = i if found is None else found
    form = entry.form
    if form == "noun" or (form == "fixed" and tags[i] not in PREDICATIVE):
        return Cue(i, last, i, entry.row, form)
    first = j = i
    passive = perfect = negated = False
    while j > 0 and i - j < MAX_GROUP:
        word = lowers[j - 1]
        if word in lexicon.auxiliaries:
            first = j - 1
            if not passive and not perfect and form != "gerund":
                passive = word in lexicon.passive
                perfect = word in lexicon.perfect
        elif not (word in lexicon.adverbs or word in lexicon.negations or word.endswith("ly")):
            break
        j -= 1
        negated = negated or word in lexicon.negations
    if form in ("past", "participle"):
        form = "participle" if passive or perfect else form
    negated = negated and first < i
    return Cue(first, last, i, entry.row, form, passive and form == "participle", negated)
