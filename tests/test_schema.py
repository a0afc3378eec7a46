"""The schema of language tables: it describes what is there, what is read, and what is wrong."""

from __future__ import annotations

import ast
import importlib.util
import re
import tomllib
from collections.abc import Mapping

import attrs
import pytest

import quotekit
from quotekit import Article, Extractor, Registry, Table
from quotekit._plugins.grammar.near import Near
from quotekit._plugins.quotes.quoted.context import QuotingWords
from quotekit._plugins.quotes.selection.scare import MarkWords
from quotekit._plugins.speakers.words import SpeakerLexicon
from quotekit._schema import Checker, is_key, schema
from quotekit.exceptions import LexiconError
from quotekit.lexicon import ALL, BUILTIN, Language, builtin_tables
from quotekit.syntax._clause_words import ClauseWords
from quotekit.syntax._closed_classes import ClosedClasses
from quotekit.syntax._noun_lexicon import NounLexicon
from quotekit.syntax._phrase_words import PhraseWords

from .conftest import ROOT
from .loading import CASES

pytestmark = pytest.mark.once

BUILT_IN = list(builtin_tables())
LANGUAGES = sorted({table.language for table in BUILT_IN} - {ALL})


def keys(name):
    """Return the paths of a table's keys, and what describes each."""

    def walk(part, path):
        for key, spec in part.items():
            if is_key(spec):
                yield (*path, key), spec
            else:
                yield from walk(spec, (*path, key))

    return dict(walk(schema()["tables"][name].get("keys", {}), ()))


KEYS = [
    pytest.param(name, path, spec, id=".".join((name, *path)))
    for name in schema()["tables"]
    for path, spec in keys(name).items()
]


def nested(path, value):
    """Return *value* under the keys of *path*."""
    for key in reversed(path):
        value = {key: value}
    return value


def merged(*tables, code="en"):
    """Return a language of quotekit's own tables and these, as from a plugin ``mine``."""
    own = [table for table in BUILT_IN if table.language in (ALL, code)]
    return Language(code, [*own, *(attrs.evolve(table, found_by="mine") for table in tables)])


@pytest.mark.parametrize("table", BUILT_IN, ids=str)
def test_a_built_in_table_fits_the_schema(table):
    """As if a plugin brought it."""
    merged(attrs.evolve(table, found_by=""), code=table.language)


@pytest.mark.parametrize("table", BUILT_IN, ids=str)
def test_no_list_of_a_built_in_table_has_a_word_twice(table):
    def lists(value):
        if isinstance(value, Mapping):
            for part in value.values():
                yield from lists(part)
        elif isinstance(value, list):
            yield [item for item in value if isinstance(item, str)]

    if table.name != "reported":
        for words in lists(table.data()):
            assert len(words) == len(set(words)), words


@pytest.mark.parametrize(("name", "path", "spec"), KEYS)
def test_an_example_of_the_schema_may_be_brought_by_a_plugin(name, path, spec):
    code = next((c for c in LANGUAGES if "that" in merged(code=c).table("clauses")), "de")
    language = merged(Table(code, name, nested(path, spec["example"])), code=code)
    assert language.table(name)


@pytest.mark.parametrize(("name", "path", "spec"), KEYS)
def test_a_key_of_the_schema_has_a_line_that_describes_it(name, path, spec):
    assert re.match(r"[A-Z].*\.$", spec["about"])
    assert set(spec) <= {
        *("type", "about", "example", "required", "capitals"),
        *("keys", "columns", "one_of", "one_of_keys", "or_words"),
    }


class Spy(Mapping):
    """A table that notes which keys are read."""

    def __init__(self, data, path, seen):
        self.data, self.path, self.seen = data, path, seen

    def __getitem__(self, key):
        self.seen.add((*self.path, key))
        value = self.data[key]
        listed = isinstance(value, dict) and self.path != ("reported",)  # weights are no keys
        return Spy(value, (*self.path, key), self.seen) if listed else value

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


def text(code):
    """Return a text of the examples of a language's rows."""
    cues, times = (merged(code=code).table(name) for name in ("cues", "times"))
    rows = [
        *times.get("rules", ()),
        *cues.get("verbs", {}).values(),
        *cues.get("expressions", {}).values(),
    ]
    marked = " “It rains”. ".join(row["example"] for row in rows[::6])
    return re.sub(r"\(.*?\)|[\[\]{}]", "", marked)


@pytest.fixture(name="seen", scope="module")
def _seen():
    """The keys that are read when articles of all languages are."""
    if quotekit.__compiled__:
        pytest.skip("compiled code takes no other object for a table, not even one that looks on")
    seen = set()
    table = Language.table
    texts = {code: text(code) for code in LANGUAGES}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Language, "table", lambda self, name: Spy(table(self, name), (name,), seen))
        patch.setattr("quotekit._derived._code", lambda _: None)  # what the build made reads no key
        extractor = Extractor(Registry(entry_points=False))
        for code in LANGUAGES:
            extractor.extract(Article(texts[code], language=code))
        heads = tomllib.loads((CASES / "articles" / "heads.toml").read_text(encoding="utf-8"))
        for case in heads["cases"]:
            extractor.document(case["text"])
    asked = asked_for()
    return seen | {
        path for cls in AS_ATTRIBUTES for name, path in declared(cls).items() if name in asked
    }


AS_ATTRIBUTES = (
    *(ClauseWords, ClosedClasses, MarkWords, Near, NounLexicon, PhraseWords, QuotingWords),
    SpeakerLexicon,
)
"""Those to which the keys of a table, or of a section of one, are attributes."""


def declared(cls):
    """Return the lists that are attributes of a class → their tables and keys."""
    names = [name for name in cls.__annotations__ if not name.isupper()]
    return {name: cls.PATHS.get(name, (*cls.PATH, name)) for name in names}


def sources():
    """Yield the nodes of all modules of quotekit."""
    for module in (ROOT / "src" / "quotekit").rglob("*.py"):
        yield from ast.walk(ast.parse(module.read_text(encoding="utf-8")))


def asked_for():
    """Return the attributes that code asks words of tables for: ``small(document).relatives``."""
    holders = {"small", "words", "memo", "near"}
    return {
        node.attr
        for node in sources()
        if isinstance(node, ast.Attribute) and last_name(node.value) in holders
    }


def last_name(node):
    if isinstance(node, ast.Call):
        return last_name(node.func)
    return getattr(node, "attr", getattr(node, "id", ""))


@pytest.mark.parametrize(("name", "path", "spec"), KEYS)
def test_a_key_of_the_schema_is_read(name, path, spec, seen):
    assert (name, *path) in seen, spec["about"]


FAULTS = [
    (
        Table("en", "titels", {"office": {"person": ["baker"]}}),
        "table en/titels of plugin 'mine': there is no table 'titels'; is 'titles' meant?",
    ),
    (
        Table("en", "titles", {"office": {"persons": ["baker"]}}),
        "table en/titles of plugin 'mine', office.persons: there is no such key; "
        "is 'person' meant? Allowed are ending, person",
    ),
    (
        Table("en", "titles", {"person": ["baker"]}),
        "table en/titles of plugin 'mine', person: there is no such key",
    ),
    (
        Table("en", "titles", {"office": {"person": "baker skipper"}}),
        "table en/titles of plugin 'mine', office.person: 'baker skipper' is no list; "
        "expected something like ['minister']",
    ),
    (
        Table("en", "titles", {"office": {"person": ["prime minister"]}}),
        "table en/titles of plugin 'mine', office.person: 'prime minister' is no single word",
    ),
    (
        Table("en", "titles", {"office": {"person": ["Baker"]}}),
        "table en/titles of plugin 'mine', office.person: 'Baker' has a capital",
    ),
    (
        Table("en", "titles", {"office": {"person": [3]}}),
        "table en/titles of plugin 'mine', office.person: 3 is no word",
    ),
    (
        Table("en", "titles", {"office": ["baker"]}),
        "table en/titles of plugin 'mine', office: ['baker'] is no mapping",
    ),
    (
        Table("en", "cues", {"verbs": {"peep": {"class": "reprot", "frames": ["direct"]}}}),
        "table en/cues of plugin 'mine', verbs.peep.class: 'reprot' is not allowed; "
        "is 'report' meant? Allowed are act, ask, attitude, ",
    ),
    (
        Table("en", "cues", {"verbs": {"peep": {"class": "report"}}}),
        "table en/cues of plugin 'mine', verbs.peep: has no 'frames': "
        "Where the contents may stand, or the preposition that leads them.",
    ),
    (
        Table("en", "cues", {"verbs": {"peep": {"class": "report", "frames": ["claus"]}}}),
        "table en/cues of plugin 'mine', verbs.peep.frames: 'claus' is not allowed; "
        "is 'clause' meant?",
    ),
    (
        Table("en", "cues", {"verbs": {"peep": {"class": "report", "frame": ["clause"]}}}),
        "table en/cues of plugin 'mine', verbs.peep.frame: there is no such key; "
        "is 'frames' meant?",
    ),
    (
        Table("en", "cues", {"verbs": {"peep": {"class": "ask", "frames": [], "mode": "song"}}}),
        "table en/cues of plugin 'mine', verbs.peep.mode: 'song' is not allowed; "
        "Allowed are speech, thought, writing",
    ),
    (
        Table("en", "cues", {"verbs": ["peep"]}),
        "table en/cues of plugin 'mine', verbs: ['peep'] is no mapping",
    ),
    (
        Table("en", "cues", {"groups": {"capital_nouns": "yes"}}),
        "table en/cues of plugin 'mine', groups.capital_nouns: 'yes' is neither true nor false",
    ),
    (
        Table("en", "grammar", {"closed": {"DTE": ["yon"]}}),
        "table en/grammar of plugin 'mine', closed: 'DTE' is not allowed; is 'DET' meant?",
    ),
    (
        Table("en", "times", {"rules": [{"name": "age", "pattern": "num"}]}),
        "table en/times of plugin 'mine', rules.1: has no 'reads'",
    ),
    (
        Table("en", "links", {"people": {"name": "Ada Ferro"}}),
        "table en/links of plugin 'mine', people: {'name': 'Ada Ferro'} is no list of rows",
    ),
    (
        Table("en", "titles", {"office": {3: ["baker"]}}),
        "table en/titles of plugin 'mine', office: 3 is no key: keys are text",
    ),
    (
        Table("en", "cues", remove="say"),
        "table en/cues of plugin 'mine', remove: 'say' is no mapping",
    ),
    (
        Table("en", "cues", remove={"verbs": "say"}),
        "table en/cues of plugin 'mine', remove.verbs: 'say' is no list of names",
    ),
    (
        Table("en", "cues", remove={"verbs": {"say": {"class": 3}}}),
        "table en/cues of plugin 'mine', remove.verbs.say.class: 3 is no list of names",
    ),
    (
        Table("en", "cues", remove={"verbs": [3]}),
        "table en/cues of plugin 'mine', remove.verbs: [3] is no list of names",
    ),
    (
        Table("en", "cues", remove={"verb": ["say"]}),
        "table en/cues of plugin 'mine' removes 'say', but verb has no such entry; "
        "is 'verbs' meant?",
    ),
    (
        Table("de", "clauses", remove={"comma": ["true"]}),
        "table de/clauses of plugin 'mine' removes 'true', but comma has no such entry",
    ),
    (
        Table("en", "titles", "titles.toml"),
        "table en/titles of plugin 'mine': 'titles.toml' is no mapping and no file",
    ),
]


@pytest.mark.parametrize(("table", "message"), FAULTS)
def test_a_fault_is_named_with_table_plugin_key_and_what_is_allowed(table, message):
    with pytest.raises(LexiconError) as caught:
        merged(table, code=table.language)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("language", "name", "message"),
    [
        (3, "cues", "a table's language must be text such as 'en', got 3"),
        ("", "cues", "a table's language must be text such as 'en', got ''"),
        ("en", ["cues"], "a table's name must be text such as 'cues', got ['cues']"),
    ],
)
def test_a_table_has_a_language_and_a_name(language, name, message):
    with pytest.raises(LexiconError) as caught:
        Table(language, name)
    assert str(caught.value) == message


ODD = (
    *(3, None, True, 2.5, "x", "", b"x", [3], [None], [[]], [{}], [""], ["a b c"]),
    *({"a": 3}, {3: ["x"]}, {"a": None}, {"a": {"class": 3}}, [{"name": 3}], {"a": {3: 4}}),
)
"""What a plugin's author may put where something else is due."""


def fault(table):
    """Return what is wrong with a table of a plugin; nothing where it is taken."""
    try:
        merged(table, code=table.language).table(table.name)
    except LexiconError as error:
        return str(error)
    return None


@pytest.mark.parametrize(("name", "path", "spec"), KEYS)
def test_whatever_a_plugin_puts_at_a_key_is_taken_or_a_fault_that_names_it(name, path, spec):
    code = "de" if name in ("clauses", "phrases") else "en"
    brought = [Table(code, name, nested(path, odd)) for odd in ODD]
    removed = [Table(code, name, remove=nested(path, odd)) for odd in ODD]
    faults = [found for found in map(fault, (*brought, *removed)) if found]
    assert len(faults) > len(ODD)
    for found in faults:
        assert found.startswith(f"table {code}/{name} of plugin 'mine'")
        assert path[-1] in found


def test_a_row_that_is_there_may_get_one_column_more():
    row = {"verbs": {"say": {"frames": ["to"]}}}
    assert "to" in merged(Table("en", "cues", row)).table("cues")["verbs"]["say"]["frames"]


def test_a_plugin_may_bring_a_class_of_its_own():
    table = {
        "classes": {"gesture": {"mode": "thought"}},
        "verbs": {"nod": {"class": "gesture", "frames": ["clause"]}},
    }
    assert merged(Table("en", "cues", table)).table("cues")["verbs"]["nod"]["class"] == "gesture"


def test_a_table_for_all_languages_is_in_each():
    own = Table(ALL, "x-emoji", {"happy": ["☺"]})
    language = Language("fr", [own])
    assert language.words("x-emoji", "happy") == ("☺",)


def test_quotekits_own_tables_are_not_checked_again_when_they_are_loaded(monkeypatch):
    monkeypatch.setattr(Checker, "__init__", lambda *_: pytest.fail("checked"))
    assert Registry(entry_points=False).language("en").words("titles", "office", "person")
    assert {table.found_by for table in BUILT_IN} == {BUILTIN}


def test_the_page_of_tables_is_made_from_the_schema():
    """Else run ``python docs/tables.py``."""
    spec = importlib.util.spec_from_file_location("tables", ROOT / "docs" / "tables.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.page()


@pytest.mark.parametrize("cls", AS_ATTRIBUTES)
def test_every_list_that_has_a_name_in_code_is_one_of_the_schema(cls):
    for table, *path in declared(cls).values():
        assert any(known[: len(path)] == tuple(path) for known in keys(table)), path
