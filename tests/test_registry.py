"""The registry: loading, blocking, listing, tracing; and all the ways to be a wrong plugin."""

from __future__ import annotations

import pickle
import sys
import textwrap
import types

import pytest

from quotekit import (
    Article,
    Attribution,
    Extractor,
    Fact,
    Link,
    Mention,
    MentionKind,
    PluginInfo,
    Quote,
    QuoteKind,
    Registry,
    Rejected,
    Selection,
    Span,
    Speaker,
    TimeExpression,
    TimeType,
    hookimpl,
)
from quotekit._plugins import BUILTIN
from quotekit.exceptions import (
    ArgumentError,
    DuplicatePluginError,
    HookError,
    InvalidResultError,
    PluginError,
    QuotekitError,
    RecordError,
)
from quotekit.testing import document, extractor

from .samples import NEWS, SAMPLES


class Tildes:
    """Takes what stands between tildes for a quotation."""

    @hookimpl
    def quotekit_find_quotes(self, document):
        start = document.text.find("~")
        if start >= 0:
            yield Quote([Span(start + 1, document.text.index("~", start + 1))], QuoteKind.DIRECT)


def plugin(**hooks):
    """Return a plugin object with these hook implementations."""
    made = types.SimpleNamespace(**{name: hookimpl(function) for name, function in hooks.items()})
    made.__name__ = "made"
    return made


@pytest.fixture
def registry() -> Registry:
    return Registry(entry_points=False)


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Return a function that puts a distribution with one module on the path, without network."""
    names = []

    def install(distribution: str, module: str, code: str, entries: str, version: str = "1.2"):
        (tmp_path / f"{module}.py").write_text(textwrap.dedent(code))
        info = tmp_path / f"{distribution}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Name: {distribution}\nVersion: {version}\n")
        (info / "entry_points.txt").write_text(f"[quotekit]\n{textwrap.dedent(entries)}\n")
        names.append(module)

    monkeypatch.syspath_prepend(tmp_path)
    yield install
    for name in names:
        sys.modules.pop(name, None)


TIDE = """
    from quotekit import Fact, hookimpl

    @hookimpl
    def quotekit_describe_article(article):
        yield Fact("publisher", "The Tide", "metadata")
"""


# -- loading ---------------------------------------------------------------------------------------


def test_the_built_ins_are_loaded_in_flow_order(registry):
    assert [info.name for info in registry.plugins()] == list(BUILTIN)
    assert {info.origin for info in registry.plugins()} == {"builtin"}
    assert all(info.hooks for info in registry.plugins())


def test_a_registry_may_be_empty():
    empty = Registry(builtins=False, entry_points=False)
    assert empty.plugins() == ()
    assert empty.find_quotes(document("“Yes,” she said.")) == []


@pytest.mark.parametrize("given", [Tildes, Tildes()])
def test_a_class_or_an_object_is_a_plugin_of_its_name(registry, given):
    assert registry.register(given) == "tildes"
    assert registry.plugins()[-1] == PluginInfo("tildes", "explicit", ("quotekit_find_quotes",))


def test_a_module_is_a_plugin_of_its_last_name(registry):
    module = types.ModuleType("house.of.tides")
    module.quotekit_find_times = hookimpl(lambda document: [])
    assert registry.register(module) == "tides"


def test_a_plugin_can_be_taken_out_again(registry):
    registry.register(Tildes)
    registry.unregister("tildes")
    assert "tildes" not in [info.name for info in registry.plugins()]
    assert "tildes" not in {q.found_by for q in registry.find_quotes(document("~no~"))}
    with pytest.raises(PluginError, match="no plugin 'tildes' to unregister"):
        registry.unregister("tildes")


def test_installed_plugins_are_loaded_from_their_entry_points(installed):
    installed("tide-table", "tide_plugin", TIDE, "tide = tide_plugin")
    registry = Registry()
    assert registry.plugins()[-1] == PluginInfo(
        "tide", "entry-point", ("quotekit_describe_article",), False, "tide-table", "1.2"
    )
    facts = [fact for fact in registry.describe_article(Article("")) if fact.found_by == "tide"]
    assert [fact.value for fact in facts] == ["The Tide"]
    assert "tide" not in [info.name for info in Registry(entry_points=False).plugins()]


def test_installed_plugins_load_in_a_stable_order(installed):
    """By distribution, then by name, whatever the order on disk."""
    for distribution, module in (("zeta", "z_mod"), ("alpha", "a_mod")):
        entries = "\n".join(f"{module}_{n} = {module}:{n}" for n in "ba")
        code = textwrap.dedent(TIDE)
        code += (
            "\nclass A:\n    quotekit_describe_article = hookimpl(lambda self: ())\na, b = A(), A()"
        )
        installed(distribution, module, code, entries)
    assert list(Registry(builtins=False)._infos) == ["a_mod_a", "a_mod_b", "z_mod_a", "z_mod_b"]


def test_a_blocked_plugin_is_listed_but_not_loaded(installed):
    installed("tide-table", "tide_plugin", "raise RuntimeError('loaded')", "tide = tide_plugin")
    registry = Registry(block=["tide", "quotes"])
    blocked = {info.name: info for info in registry.plugins() if info.blocked}
    assert set(blocked) == {"tide", "quotes"}
    assert blocked["tide"].distribution == "tide-table"
    assert blocked["quotes"].hooks == ()
    with pytest.raises(PluginError, match="'tide' is blocked"):
        registry.register(Tildes, name="tide")


def test_one_name_may_be_blocked_as_a_plain_string():
    blocked = [
        info.name for info in Registry(entry_points=False, block="dates").plugins() if info.blocked
    ]
    assert blocked == ["dates"]


# -- wrong plugins ---------------------------------------------------------------------------------


def test_two_plugins_of_one_name_are_an_error_that_names_both(installed):
    installed("tide-table", "tide_plugin", TIDE, "quotes = tide_plugin")
    with pytest.raises(DuplicatePluginError) as caught:
        Registry()
    assert "plugin 'quotes' of tide-table" in str(caught.value)
    assert "built-in plugin 'quotes'" in str(caught.value)
    assert "or block 'tide-table:quotes'" in str(caught.value)
    blocked = [info.name for info in Registry(block="tide-table:quotes").plugins() if info.blocked]
    assert blocked == ["tide-table:quotes"]


def test_a_plugin_that_was_loaded_from_a_file_is_loaded_again_from_a_pickle(tmp_path):
    path = tmp_path / "tides_from_a_file.py"
    path.write_text(textwrap.dedent(TIDE), "utf-8")
    registry = Registry(entry_points=False)
    assert registry.load(path) == "tides_from_a_file"
    again = pickle.loads(pickle.dumps(registry))
    assert again.plugins() == registry.plugins()
    again.unregister("tides_from_a_file")
    assert "tides_from_a_file" not in [
        info.name for info in pickle.loads(pickle.dumps(again)).plugins()
    ]
    del sys.modules["tides_from_a_file"]


def test_registering_twice_is_an_error_that_names_both(registry):
    one = Tildes()
    registry.register(one)
    with pytest.raises(DuplicatePluginError, match="has the name of registered plugin 'tildes'"):
        registry.register(Tildes())
    with pytest.raises(DuplicatePluginError, match=r"'other' is the same object as .*'tildes'"):
        registry.register(one, name="other")


def test_a_misspelt_hook_is_an_error_that_says_which_is_meant(registry):
    with pytest.raises(HookError) as caught:
        registry.register(plugin(quotekit_find_quote=lambda document: []))
    assert "unknown hook 'quotekit_find_quote'" in str(caught.value)
    assert "is 'quotekit_find_quotes' meant?" in str(caught.value)
    assert "made" not in [info.name for info in registry.plugins()]


def test_a_wrong_argument_is_an_error_that_says_which_there_are(registry):
    with pytest.raises(HookError) as caught:
        registry.register(plugin(quotekit_attribute_quote=lambda document, cue: None))
    assert "has no argument 'cue'; " in str(caught.value)
    assert "has the arguments (document, quote, earlier)" in str(caught.value)


def test_after_a_wrong_plugin_the_registry_works_as_before(registry):
    for bad in (plugin(quotekit_find_quote=lambda document: []), plugin()):
        with pytest.raises(HookError):
            registry.register(bad)
    registry.register(Tildes)
    assert registry.find_quotes(document("~no~"))[0].found_by == "tildes"


def test_a_plugin_without_hooks_is_an_error(registry):
    with pytest.raises(HookError, match="implements no hook; is @hookimpl missing"):
        registry.register(types.SimpleNamespace(quotekit_find_quotes=print), name="bare")


def test_wrapping_a_collecting_hook_is_an_error(registry):
    """A wrapper would see its own plugin's answers only, so it would silently do nothing."""

    class Wrapper:
        @hookimpl(wrapper=True)
        def quotekit_find_quotes(self):
            return (yield)

    with pytest.raises(HookError, match="wraps quotekit_find_quotes, a collecting hook"):
        registry.register(Wrapper)


def test_a_broken_import_names_plugin_and_distribution_and_the_way_out(installed):
    installed("tide-table", "tide_plugin", "import no_such_module", "tide = tide_plugin")
    with pytest.raises(PluginError) as caught:
        Registry()
    assert "plugin 'tide' of tide-table cannot be loaded" in str(caught.value)
    assert "no_such_module" in str(caught.value)
    assert "block 'tide'" in str(caught.value)
    assert isinstance(caught.value.__cause__, ModuleNotFoundError)
    Registry(block=["tide"])


def test_every_error_is_also_the_built_in_error_that_fits():
    for error, built_in in [(PluginError, RuntimeError), (InvalidResultError, TypeError)]:
        assert issubclass(error, QuotekitError)
        assert issubclass(error, built_in)


# -- answers ---------------------------------------------------------------------------------------


def test_records_are_signed_with_their_plugin(registry):
    registry.register(Tildes)
    [quote] = registry.find_quotes(document("Say ~no~ now."))
    assert quote.found_by == "tildes"


def test_an_answer_of_the_wrong_type_names_hook_plugin_and_types(registry):
    registry.register(plugin(quotekit_find_quotes=lambda document: [Span(0, 1)]))
    with pytest.raises(InvalidResultError) as caught:
        registry.find_quotes(document("No."))
    for word in ("quotekit_find_quotes", "'made'", "Span(0, 1)", "expected Quote"):
        assert word in str(caught.value)


@pytest.mark.parametrize(
    ("hook", "answer", "call"),
    [
        ("quotekit_find_quotes", 3, lambda r, d: r.find_quotes(d)),
        ("quotekit_select_quotes", [], lambda r, d: r.select_quotes(d, [])),
        ("quotekit_select_quotes", iter(()), lambda r, d: r.select_quotes(d, [])),
        ("quotekit_tag_tokens", "NOUN", lambda r, d: r.tag_tokens(d)),
        ("quotekit_tag_tokens", [None], lambda r, d: r.tag_tokens(d)),
        ("quotekit_tag_tokens", ["NOUN"] * 99, lambda r, d: r.tag_tokens(d)),
        ("quotekit_resolve_speakers", [3], lambda r, d: r.resolve_speakers(d, [])),
        ("quotekit_attribute_quote", "Moss", lambda r, d: r.attribute_quote(d, QUOTE, [])),
        ("quotekit_find_times", [None], lambda r, d: r.find_times(d)),
    ],
)
def test_every_hook_refuses_what_it_does_not_allow(registry, hook, answer, call):
    registry.register(plugin(**{hook: lambda document: answer}))
    with pytest.raises(InvalidResultError, match="'made'"):
        call(registry, document("Ida Moss said no."))


QUOTE = Quote([Span(0, 3)], QuoteKind.DIRECT)


def test_a_third_party_decides_before_the_built_in(registry):
    registry.register(plugin(quotekit_select_quotes=lambda candidates: Selection(())))
    assert registry.select_quotes(document("“Yes,” she said."), [QUOTE]) == Selection(())


def test_without_a_selector_all_candidates_stay():
    empty = Registry(builtins=False, entry_points=False)
    assert empty.select_quotes(document("Yes."), [QUOTE]).quotes == (QUOTE,)


def test_tracing_shows_who_answers_what(registry):
    registry.register(Tildes)
    lines: list[str] = []
    stop = registry.trace(lines.append)
    registry.find_quotes(document("Say ~no~ now."))
    stop()
    registry.find_quotes(document("Say ~no~ now."))
    assert lines.count("quotekit_find_quotes: tildes: 1 found") == 1


def test_a_registry_travels_with_its_plugins(registry):
    """Pickled, it keeps what it was made of: blocks, objects, classes, and modules by name."""
    registry = Registry(entry_points=False, block=["dates"])
    registry.register(Tildes)
    registry.register(Tildes(), name="other")
    registry.register(sys.modules["quotekit._plugins.dates"], name="again")
    again = pickle.loads(pickle.dumps(registry))
    assert again.plugins() == registry.plugins()
    assert len(again.find_quotes(document("Say ~no~ now."))) == 2


# -- every record of every hook --------------------------------------------------------------------

FAR = Span(900, 905)
HERE = Span(0, 3)
SHE = Mention(HERE, MentionKind.PRONOUN)
ASIDE = Mention(HERE, MentionKind.NAME, inner=(Mention(FAR, MentionKind.NAME),))
TIME = TimeExpression(HERE, TimeType.DATE)


@pytest.mark.parametrize(
    ("hook", "answer", "what"),
    [
        ("quotekit_describe_article", [Fact("title", "No", "header", FAR)], "title"),
        ("quotekit_find_mentions", [ASIDE], "mention"),
        ("quotekit_find_quotes", [Quote([HERE], "direct", quoted=[FAR])], "quoted span"),
        ("quotekit_find_quotes", [Quote([HERE], "direct", source=ASIDE)], "source"),
        ("quotekit_select_quotes", Selection([Quote([FAR], "direct")]), "quote"),
        (
            "quotekit_select_quotes",
            Selection((), [Rejected(Quote([FAR], "direct"), "irony")]),
            "quote",
        ),
        ("quotekit_attribute_quote", Attribution(ASIDE), "source"),
        ("quotekit_resolve_speakers", [Speaker("s1", "Moss", mentions=(ASIDE,))], "mention"),
        ("quotekit_find_times", [TimeExpression(FAR, "DATE")], "time expression"),
        ("quotekit_normalize_time", TimeExpression(FAR, "DATE"), "time expression"),
        ("quotekit_date_quote", TimeExpression(FAR, "DATE"), "time expression"),
    ],
)
def test_a_span_outside_the_text_names_hook_plugin_and_article(hook, answer, what):
    """Even where the plugin does not ask for the article."""
    hooks = {
        "quotekit_find_quotes": lambda document: [QUOTE][: len(document.mentions) + 1],
        "quotekit_find_times": lambda: [TIME],
    }
    helper = plugin(**hooks | {hook: lambda: answer})
    with pytest.raises(InvalidResultError) as caught:
        extractor(helper, builtins=False, name="far").extract("No, she said.", id="a")
    assert str(caught.value).startswith(f"{hook}: plugin 'far' gave a {what} at {FAR}")
    assert "article 'a' has 13 characters" in str(caught.value)


@pytest.mark.parametrize(
    ("hook", "make"),
    [
        ("quotekit_describe_article", lambda: [Fact("published", "soon", "header")]),
        ("quotekit_find_quotes", lambda: [Quote([HERE], "directt")]),
        ("quotekit_select_quotes", lambda: Selection([SHE])),
        ("quotekit_attribute_quote", lambda: Attribution(SHE, float("nan"))),
        ("quotekit_link_speaker", lambda: [Link("wikidata", 42)]),
    ],
)
def test_a_record_that_cannot_be_made_names_hook_plugin_and_article_in_a_note(hook, make):
    with pytest.raises(RecordError) as caught:
        extractor(plugin(**{hook: make}), name="tide").extract("“No,” Ida Moss said.", id="a")
    [note] = caught.value.__notes__
    assert note.startswith(f"in hook {hook}, plugin tide, article 'a', at test_registry.py:")


@pytest.mark.parametrize("answer", [3, FAR, Selection([Quote([FAR], "direct")])])
def test_what_a_wrapper_makes_of_an_answer_is_checked_like_any_other(answer):
    class Wrap:
        @hookimpl(wrapper=True)
        def quotekit_select_quotes(self):
            yield
            return answer

    with pytest.raises(InvalidResultError, match="quotekit_select_quotes: plugin 'wrap' gave"):
        extractor(Wrap).extract("“No,” Ida Moss said.")


def test_an_error_behind_a_wrapper_names_the_plugin_that_raised_it():
    class Wrap:
        @hookimpl(wrapper=True)
        def quotekit_select_quotes(self):
            return (yield)

    def broken():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as caught:
        extractor(Wrap, plugin(quotekit_select_quotes=broken)).extract("“No,” Ida Moss said.")
    [note] = caught.value.__notes__
    assert note.startswith("in hook quotekit_select_quotes, plugin made, article None, at test_")


def test_an_old_sort_of_wrapper_is_refused():
    class Old:
        @hookimpl(hookwrapper=True)
        def quotekit_select_quotes(self):
            yield

    with pytest.raises(HookError, match="hookwrapper=True; write wrapper=True"):
        extractor(Old)


def test_tags_are_a_list_whatever_a_plugin_answers(registry):
    registry.register(
        plugin(quotekit_tag_tokens=lambda document: ("X" for _ in document.tokens.texts))
    )
    assert registry.tag_tokens(document("She left.")) == ["X", "X", "X"]
    assert registry.resolve_speakers(document("She left."), []) == ()


def test_a_plugin_is_named_as_its_entry_point_does():
    assert extractor(Tildes, name="tilde-finder").extract("~No.~").quotes[0].found_by == (
        "tilde-finder"
    )
    with pytest.raises(ArgumentError, match="name= is for one plugin, got 2"):
        extractor(Tildes, Tildes(), name="tilde-finder")


@pytest.fixture(name="checked", scope="module")
def _checked():
    """An extractor with the built-in plugins as a caller would register them."""
    registry = Registry(builtins=False, entry_points=False)
    for name, module in BUILTIN.items():
        registry.load(module, name)
    return Extractor(registry)


@pytest.mark.parametrize("language", SAMPLES)
def test_what_the_built_in_plugins_answer_passes_the_checks_of_others(checked, language):
    for text in (SAMPLES[language], NEWS[language]):
        article = Article(text, language=language, published="2026-03-04")
        assert checked.extract(article) == extractor().extract(article)
