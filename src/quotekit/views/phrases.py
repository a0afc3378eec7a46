"""Phrases: noun phrases by capitals and small words, for languages whose mentions nobody finds.

English mentions come from :attr:`.Document.mentions`. Where a language brings a table *phrases*, or a
quotation stands in marks of another language than the article's, this module reads the words around
a verb: *sagte Wirtin Heike Sommer*, *a expliqué le juge, Paul Morin*, *explique-t-elle*.
"""

from __future__ import annotations

import attrs

from quotekit.lexicon import Language
from quotekit.models import Mention, MentionKind
from quotekit.spans import Span
from quotekit.views.tokens import Tokens

LONGEST = 18
"""A phrase has no more words."""
FARTHEST = 60
"""A clause begins no more tokens before its verb."""
SMALL_WORDS = 4
"""So many words in small letters may follow one another in a phrase."""
CLAUSE_STARTS = frozenset(":;")
MARKS = frozenset('“”»«„"‚‘’‹›')
NAMED = 6
"""A name in marks inside a phrase is no longer: *die Zeitung „Der Bote“*."""
SUBJECT_PARTICLES = "はがも"
POSSESSIVE_PARTICLE = "の"


@attrs.frozen
class PhraseWords:
    """The small words of a language's noun phrases.

    Attributes:
        determiners: Words that open a phrase.
        linking: Words inside one: *der Sprecher der Polizei*.
        pronouns: Words that are one.
        roles: Endings of nouns for offices, which are no names though they have capitals.
        adverbs: Words that may stand between verb and subject.
        prepositions: Words that open an adverbial: *sagte in Ulm die Ministerin*.
        fronting: Words that open a clause whose subject follows the verb.
        fronting_endings: Endings of such words: *Ursprünglich sagte er*.
        fronting_alone: Words that do so alone before the verb: *Das sagte er*.
        passive: Verbs beside which the agent speaks: *wurde von X genannt*.
        agents: Prepositions of agents.
        quoted: Participles whose subject speaks even so: *X wird zitiert*.
        impersonal: Subjects that are nobody: *es* in *es hieß*.
        places: Prepositions before what is read instead: *in dem Brief heißt es*.
        nominative: Pronouns that are subjects wherever they stand.
        relatives: Words that are the subject of a relative clause.
        joining: Words that join a second verb to a subject: *kam und sagte*.
        auxiliaries: Verbs beside which a participle ends the clause: *hatte X … gesagt*.
        elided: What stands before an apostrophe inside one token: *l* in *l’avocat*.
        small_nouns: Whether nouns are written small.
    """

    determiners: frozenset[str]
    linking: frozenset[str]
    pronouns: frozenset[str]
    roles: tuple[str, ...]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    fronting: frozenset[str]
    fronting_endings: tuple[str, ...]
    fronting_alone: frozenset[str]
    passive: frozenset[str]
    agents: frozenset[str]
    quoted: frozenset[str]
    impersonal: frozenset[str]
    places: frozenset[str]
    nominative: frozenset[str]
    relatives: frozenset[str]
    joining: frozenset[str]
    auxiliaries: frozenset[str]
    elided: frozenset[str]
    small_nouns: bool


def words_of(language: Language) -> PhraseWords:
    """Build the look-up sets from the table *phrases*."""
    table = language.table("phrases")

    def words(key: str) -> list[str]:
        return str(table.get(key, "")).split()

    return PhraseWords(
        frozenset(words("determiners")),
        frozenset(words("linking")),
        frozenset(words("pronouns")),
        tuple(words("roles")),
        frozenset(words("adverbs")),
        frozenset(words("prepositions")),
        frozenset(words("fronting")),
        tuple(words("fronting_endings")),
        frozenset(words("fronting_alone")),
        frozenset(words("passive")),
        frozenset(words("agents")),
        frozenset(words("quoted")),
        frozenset(words("impersonal")),
        frozenset(words("places")),
        frozenset(words("nominative")),
        frozenset(words("relatives")),
        frozenset(words("joining")),
        frozenset(language.table("cues").get("groups", {}).get("auxiliaries", ())),
        frozenset(words("elided")),
        bool(table.get("small_nouns", False)),
    )


class Phrases:
    """Reads the noun phrases of one document.

    Args:
        tokens: Its tokens.
        language: Brings the table *phrases*.
    """

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self.tokens = tokens
        self.words = language.memo(words_of)

    # -- the subject of a verb -------------------------------------------------------------------

    def subject(self, verb: tuple[int, int], bounds: tuple[int, int]) -> Mention | None:
        """Return the subject of a verb in an untagged clause.

        Args:
            verb: First and last token of the verb.
            bounds: First token of the clause and the one behind it.
        """
        found = self._subject(verb, bounds)
        if found is not None and found.kind is MentionKind.PRONOUN:
            low = self.tokens.lowers[self.tokens.after(found.span.start)]
            if low in self.words.impersonal:
                first = self._clause_start(bounds[0], verb[0])
                return self._led_by(self.words.places, first, bounds[1]) or found
        return found

    def _subject(self, verb: tuple[int, int], bounds: tuple[int, int]) -> Mention | None:
        words, lowers = self.words, self.tokens.lowers
        head, stop = verb[0], bounds[1]
        inside = self.clitic(verb)
        if inside is not None:
            return inside
        first = self._clause_start(bounds[0], head)
        finite = self._auxiliary(first, head)
        if finite >= 0 and lowers[finite] in words.passive and lowers[head] not in words.quoted:
            agent = self._led_by(words.agents, first, head)
            if agent is not None:
                return agent
        if finite >= 0 and not words.small_nouns:  # hatte X in einem Gespräch gesagt
            if finite == first or self._fronted(first, finite):
                return self.behind(finite + 1, head)
            return self.before(first, finite)
        if finite >= 0:
            head = finite
        if words.small_nouns:
            return self._romance(first, head, verb[1] + 1, stop)
        behind = self.behind(verb[1] + 1, stop)
        if verb[1] + 1 < stop and lowers[verb[1] + 1] in words.nominative:
            return behind
        if self._fronted(first, head) or first >= head:
            return behind
        return self.before(first, head) or behind

    def _led_by(self, leads: frozenset[str], first: int, stop: int) -> Mention | None:
        """Return the phrase behind the first of some prepositions in a clause."""
        for i in range(first, min(stop - 1, first + FARTHEST)):
            if self.tokens.lowers[i] in leads:
                last = self._last(i + 1, stop)
                return self._mention(i + 1, last) if last > i else None
        return None

    def clitic(self, verb: tuple[int, int]) -> Mention | None:
        """Return the pronoun that is written together with its verb: *dit-elle*, *a-t-il dit*."""
        for i in range(max(0, verb[0] - 1), verb[1] + 1):
            word, _, last = self.tokens.lowers[i].rpartition("-")
            if word and last in self.words.pronouns and (i >= verb[0] or self._helps(word)):
                end = self.tokens.ends[i]
                return Mention(Span(end - len(last), end), MentionKind.PRONOUN)
        return None

    def _helps(self, word: str) -> bool:
        return word.partition("-")[0] in self.words.auxiliaries

    def _clause_start(self, first: int, head: int) -> int:
        texts = self.tokens.texts
        i = head - 1
        while i > max(first, head - FARTHEST):
            opening = self._opening(i, first) if texts[i] in MARKS else i
            if texts[i] in CLAUSE_STARTS or opening < 0:
                first = i + 1
                break
            i = min(i, opening) - 1
        while first < head and not texts[first][0].isalnum():
            first += 1
        return first

    def _opening(self, closing: int, first: int) -> int:
        """Return the mark that opens a name which ends at *closing*, or -1."""
        texts = self.tokens.texts
        marks = (
            i for i in range(closing - 2, max(first, closing - NAMED) - 1, -1) if texts[i] in MARKS
        )
        return next(marks, -1)

    def _closing(self, opening: int, stop: int) -> int:
        """Return the mark that closes a name which begins at *opening*, or -1."""
        texts = self.tokens.texts
        marks = (i for i in range(opening + 2, min(stop, opening + NAMED + 1)) if texts[i] in MARKS)
        return next(marks, -1)

    def _auxiliary(self, first: int, head: int) -> int:
        """Return the auxiliary that goes with a participle, or -1."""
        for i in range(head - 1, max(first, head - LONGEST) - 1, -1):
            if self.tokens.lowers[i] in self.words.auxiliaries:
                return i
            if self.words.small_nouns and self.tokens.lowers[i] not in self.words.adverbs:
                break
        return -1

    def _fronted(self, first: int, verb: int) -> bool:
        """Tell whether something else than the subject stands before the verb."""
        if first >= verb:
            return False
        low = self.tokens.lowers[first]
        if low in self.words.fronting:
            return True
        alone = verb == first + 1 and bool(self.words.fronting_endings)
        return alone and (
            low in self.words.fronting_alone or low.endswith(self.words.fronting_endings)
        )

    def _romance(self, first: int, head: int, behind: int, stop: int) -> Mention | None:
        """Find the subject where it stands before the verb, unless the clause begins with it."""
        inverted = head <= first or self.tokens.texts[head - 1] == ","
        if inverted or self._fronted(first, head):
            found = self.behind(behind, stop)
            if found is not None:
                return found
        return self.before(first, head) or self.behind(behind, stop)

    # -- phrases ---------------------------------------------------------------------------------

    def behind(self, i: int, stop: int) -> Mention | None:
        """Return the noun phrase that begins at token *i*, or behind an adverbial there."""
        stop = min(stop, len(self.tokens))
        i = self._over_adverbials(i, stop)
        last = self._last(i, stop)
        return self._mention(i, last) if last >= i else None

    def before(self, first: int, stop: int) -> Mention | None:
        """Return the noun phrase that ends right before token *stop*, over an aside in commas."""
        tokens, words = self.tokens, self.words
        if stop - 1 > first and tokens.texts[stop - 1] == ",":  # X, der Wirt, der …, sagte
            start = self._clause_start(first, stop)
            last = self._last(start, stop)
            whole = last >= start and tokens.texts[last + 1] == "," and last + 1 <= stop - 1
            if whole and self.opens(start) and not self._fronted(start, last + 1):
                return self._mention(start, last)
        j = self._over_aside(first, stop - 1)
        while j >= first and tokens.lowers[j] in words.adverbs:
            j -= 1
        j = self._over_aside(first, j)
        if j < first:
            return None
        if tokens.lowers[j] in words.joining:  # kam und sagte
            return self.behind(self._clause_start(first, j), j)
        start = j
        while start > first and tokens.texts[start - 1][0].isalnum() and j - start < LONGEST:
            start -= 1
        if tokens.lowers[start] in words.relatives and start > first and start < j:
            return Mention(tokens.span(start), MentionKind.PRONOUN)
        for i in range(start, j + 1):
            if self.opens(i) and self._last(i, j + 1) == j:
                return self._mention(i, j)
        if tokens.lowers[start] in words.relatives and start > first:
            return Mention(tokens.span(start), MentionKind.PRONOUN)
        return self.behind(start, j + 1) if self.opens(start) else None

    def postposed(self, first: int, stop: int) -> tuple[int, int] | None:
        """Return the tokens of a phrase that its preposition follows: *der Polizei* zufolge."""
        tokens, words = self.tokens, self.words
        j = stop - 1
        if j < first or not tokens.texts[j][0].isalnum():
            return None
        start = j
        while start > first and stop - start < LONGEST:
            before = self._widened(start, first)
            if before == start:
                break
            start = before
        return start, j

    def _widened(self, start: int, first: int) -> int:
        """Return where a phrase begins that goes on to the left of token *start*."""
        tokens, words = self.tokens, self.words
        i = start - 1
        word, low = tokens.texts[i], tokens.lowers[i]
        if not word[0].isalnum() or low in words.auxiliaries:
            return start
        if tokens.lowers[start] in words.determiners:  # Angaben der Polizei
            noun = word[0].isupper() and low not in words.adverbs and i > first - 1
            return i if noun and low not in words.fronting else start
        if low in words.determiners or word[0].isupper():
            return i
        nearest = range(i - 1, max(first, i - SMALL_WORDS) - 1, -1)
        return next((k for k in nearest if tokens.lowers[k] in words.determiners), start)

    def extent(self, i: int, stop: int) -> tuple[int, int] | None:
        """Return first and last token of the noun phrase at *i*, if one stands there.

        Behind an expression a noun needs no article: *según fuentes policiales*.
        """
        stop = min(stop, len(self.tokens))
        last = self._last(i, stop, bare=self.words.small_nouns)
        return (i, last) if last >= i else None

    def mention(self, first: int, last: int) -> Mention:
        """Make a mention of the phrase from token *first* to *last*."""
        return self._mention(first, last)

    def opens(self, i: int) -> bool:
        """Tell whether a noun phrase may begin at token *i*."""
        low = self.tokens.lowers[i]
        words = self.words
        known = low in words.pronouns or low in words.determiners or self._elides(i)
        return known or (self._capital(i) and low not in words.fronting)

    def _over_adverbials(self, i: int, stop: int) -> int:
        """Skip what may stand between verb and subject: *sagte gestern in Ulm die Ministerin*."""
        tokens, words = self.tokens, self.words
        while i < stop:
            low = tokens.lowers[i]
            if low in words.adverbs:
                i += 1
                continue
            lead = 1 if low in words.prepositions else 0
            if lead == 0 and not (low in words.determiners and tokens.lowers[i + 1 : i + 2]):
                return i
            j = i + lead
            if j < stop and tokens.lowers[j] in words.determiners:
                j += 1
            if not lead:  # el lunes, este martes
                if j < stop and tokens.lowers[j] in words.adverbs:
                    i = j + 1
                    continue
                return i
            while j < stop and tokens.texts[j][0].islower() and not words.small_nouns:
                j += 1
            if j + 1 >= stop or not tokens.texts[j][0].isalnum():
                return i
            j += 1
            while j < stop and tokens.texts[j][0].isdigit():
                j += 1
            if j >= stop or not (self.opens(j) or tokens.lowers[j] in words.adverbs):
                return i
            i = j
        return i

    def _last(self, i: int, stop: int, *, bare: bool = False) -> int:
        """Return the last token of the phrase at *i*, -1 if there is none."""
        tokens, words = self.tokens, self.words
        if i >= stop:
            return -1
        if tokens.lowers[i] in words.pronouns and not self._goes_on(i + 1, stop):
            return i
        bare = bare or self._led_name(i, stop)
        opened = bare or tokens.lowers[i] in words.determiners or self._elides(i)
        last, small, j = -1, 0 if bare else SMALL_WORDS, i
        while j < min(stop, i + LONGEST):
            word, low = tokens.texts[j], tokens.lowers[j]
            if word in MARKS:
                closing = self._closing(j, stop)
                if closing < 0 or not (opened or last >= 0):
                    break
                last = j = closing
            elif low in words.determiners or low in words.linking:
                small = 0
            elif self._capital(j) or (word[0].isdigit() and last >= 0):
                last, small = j, 0 if words.small_nouns and opened else SMALL_WORDS
            elif self._elides(j):
                last, small = j, 1
            elif low in words.adverbs or low in words.prepositions:
                break
            elif word[0].isalpha() and opened and small < SMALL_WORDS:
                small += 1
                ends = j + 1 >= stop or not tokens.texts[j + 1][0].isalpha()
                if words.small_nouns or (last < 0 and ends):
                    last = j
            elif not (word == "," and last >= 0 and self._name_follows(i, j, stop)):
                break
            j += 1
        return last

    def _led_name(self, i: int, stop: int) -> bool:
        """Tell whether a noun without article leads a name: *nonna Trude*, *don Pablo*."""
        words, low = self.words, self.tokens.lowers[i]
        if not words.small_nouns or i + 1 >= stop or not self.tokens.texts[i].islower():
            return False
        small = low in words.adverbs or low in words.prepositions or low in words.linking
        return not small and low not in words.auxiliaries and self._capital(i + 1)

    def _goes_on(self, i: int, stop: int) -> bool:
        """Tell whether a noun follows a word that is a pronoun as well: *diese Frau*, *la mairie*."""
        if i >= stop or self.tokens.lowers[i - 1] not in self.words.determiners:
            return False
        return self._capital(i) or self.words.small_nouns

    def _over_aside(self, first: int, j: int) -> int:
        texts = self.tokens.texts
        if j > first and texts[j] == ")":
            j = next(
                (k - 1 for k in range(j - 1, max(first, j - FARTHEST), -1) if texts[k] == "("), j
            )
        if j > first and texts[j] == ",":
            commas = (k for k in range(j - 1, max(first, j - FARTHEST), -1) if texts[k] == ",")
            comma = next(commas, -1)
            return comma - 1 if comma > first else j - 1
        return j

    def _capital(self, i: int) -> bool:
        word = self.tokens.texts[i]
        if word[0].isupper():
            before, _, rest = self.tokens.lowers[i].partition("'")
            return not (rest and before in self.words.elided) or word[len(before) + 1].isupper()
        return self._elides(i) and word[self.tokens.lowers[i].index("'") + 1].isupper()

    def _elides(self, i: int) -> bool:
        """Tell whether a token holds a small word with its apostrophe: *l’avocat*."""
        before, _, rest = self.tokens.lowers[i].partition("'")
        return bool(rest) and before in self.words.elided

    def _name_follows(self, i: int, comma: int, stop: int) -> bool:
        """Tell whether an apposition with a name follows the comma: *la maire, Léa Roux*."""
        texts = self.tokens.texts
        named = self._name_run(i, comma - 1) is not None
        if comma + 1 >= stop or not texts[comma + 1][0].isupper():
            return False
        two = comma + 2 < stop and texts[comma + 2][0].isupper()
        return (two and not (named and self.words.determiners)) or not named

    # -- names -----------------------------------------------------------------------------------

    def _mention(self, first: int, last: int) -> Mention:
        tokens = self.tokens
        if first == last and tokens.lowers[first] in self.words.pronouns:
            return Mention(tokens.span(first), MentionKind.PRONOUN)
        span = tokens.span(first, last)
        run = self._name_run(first, last)
        if run is None:
            return Mention(span, MentionKind.NOMINAL)
        return Mention(span, MentionKind.NAME, name=tokens.span(*run))

    def _name_run(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the name in a phrase: no role, and nothing that hangs on a small word.

        *der Sprecher der Stadt Ulm, Jan Voss* has *Jan Voss*; *el portavoz de la Cruz Roja* none.
        """
        runs: list[list[int]] = []
        for i in range(first, last + 1):
            low = self.tokens.lowers[i]
            capital = self._capital(i) and not self._is_role(low)
            if i == first and low in self.words.determiners:
                capital = False
            if capital and runs and runs[-1][-1] == i - 1 and not self._elides(i):
                runs[-1].append(i)
            elif capital:
                runs.append([i])
        free = [run for run in runs if not self._hangs(run[0], first)] or (
            runs if not self.words.linking else []
        )
        run = next((run for run in free if len(run) > 1), None)
        if run is None:
            run = next((run for run in reversed(free) if self._stands_as_name(run[0], first)), None)
        return (run[0], run[-1]) if run else None

    def _stands_as_name(self, i: int, first: int) -> bool:
        """Tell whether a lone capital is a name: without article, or behind a role."""
        words = self.words
        anywhere = words.small_nouns or not words.linking
        return i == first or anywhere or self._is_role(self.tokens.lowers[i - 1])

    def _hangs(self, i: int, first: int) -> bool:
        """Tell whether a run of capitals hangs on a small word before it: *der Stadt Ulm*."""
        lowers, words = self.tokens.lowers, self.words
        if self._elides(i) and i > first:
            return True
        j = i - 1
        while j > first and lowers[j] in words.determiners and lowers[j] not in words.linking:
            j -= 1
        return j > first and lowers[j] in words.linking

    def _is_role(self, word: str) -> bool:
        return bool(self.words.roles) and word.endswith(self.words.roles)


def topic_before(tokens: Tokens, first: int, stop: int) -> Mention | None:
    """Return the subject of text without blanks: *市長の田村誠は* has the name 田村誠."""
    for i in range(stop - 1, first - 1, -1):
        word = tokens.texts[i]
        if len(word) > 1 and word[-1] in SUBJECT_PARTICLES:
            span = Span(tokens.starts[i], tokens.ends[i] - 1)
            name = tokens.starts[i] + word.rfind(POSSESSIVE_PARTICLE) + 1
            kind = MentionKind.NAME
            return Mention(span, kind, name=Span(name, span.end) if name < span.end else span)
    return None
