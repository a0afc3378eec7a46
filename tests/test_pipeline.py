"""The flow from an article to an extraction: who is called when, whose answer counts."""

from __future__ import annotations

import datetime as dt
import gc
from pathlib import Path

import attrs
import pytest

from quotekit import (
    Article,
    Attribution,
    Extraction,
    Extractor,
    Fact,
    Failure,
    Link,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Registry,
    Rejected,
    Selection,
    Span,
    Speaker,
    TimeExpression,
    TimeType,
    extract,
    hookimpl,
)
from quotekit._loading import HOOKS
from quotekit._plugins import BUILTIN
from quotekit.exceptions import ArgumentError, ArticleError, InvalidResultError, PathWarning
from quotekit.testing import SAMPLES, check_extraction, extractor

TEXT = "Ida Moss said on Monday ~we ~stay~ here~."
INNER = Quote([Span(28, 34)], QuoteKind.DIRECT)
OUTER = Quote([Span(25, 39)], QuoteKind.DIRECT)
MOSS = Mention(Span(0, 8), MentionKind.NAME)
MONDAY = TimeExpression(Span(17, 23), TimeType.DATE)


def plugin(**hooks):
    """Return a plugin object whose hooks give these answers."""

    class Made:
        pass

    for name, answer in hooks.items():
        setattr(Made, name, staticmethod(hookimpl(lambda answer=answer: answer)))
    return Made()


def alone(**hooks) -> Extractor:
    """Return an extractor with nothing but one plugin that gives these answers."""
    return extractor(plugin(**hooks), builtins=False)


# -- the flow --------------------------------------------------------------------------------------


class Everything:
    """Implements every hook, and notes when it is called."""

    def __init__(self):
        self.calls = []

    @hookimpl
    def quotekit_languages(self):
        self.calls.append("languages")
        return []

    @hookimpl
    def quotekit_describe_article(self, article):
        self.calls.append("describe_article")
        return []

    @hookimpl
    def quotekit_find_quotes(self, document):
        self.calls.append("find_quotes")
        return [OUTER] if document.mentions else []

    @hookimpl
    def quotekit_find_mentions(self, document):
        self.calls.append("find_mentions")
        return [MOSS] if document.tags else []

    @hookimpl
    def quotekit_tag_tokens(self, document):
        self.calls.append("tag_tokens")

    @hookimpl
    def quotekit_select_quotes(self, candidates):
        self.calls.append("select_quotes")

    @hookimpl
    def quotekit_attribute_quote(self, quote):
        self.calls.append("attribute_quote")

    @hookimpl
    def quotekit_resolve_speakers(self, quotes):
        self.calls.append("resolve_speakers")
        return [Speaker("s1", "Ida Moss")]

    @hookimpl
    def quotekit_link_speaker(self, speaker):
        self.calls.append("link_speaker")
        return [Link("register", "17")]

    @hookimpl
    def quotekit_find_times(self, document):
        self.calls.append("find_times")
        return [MONDAY]

    @hookimpl
    def quotekit_normalize_time(self, time):
        self.calls.append("normalize_time")

    @hookimpl
    def quotekit_date_quote(self, quote):
        self.calls.append("date_quote")

    @hookimpl
    def quotekit_readers(self):
        raise AssertionError("an extraction reads no files")

    @hookimpl
    def quotekit_writers(self):
        raise AssertionError("an extraction writes no files")


def test_the_hooks_are_called_in_flow_order():
    """Each once an article or, where it decides over one quotation or time, once for each."""
    everything = Everything()
    extractor(everything, builtins=False).extract(TEXT)
    assert everything.calls == [
        "languages",
        "describe_article",
        "find_quotes",
        "find_mentions",
        "tag_tokens",
        "select_quotes",
        "attribute_quote",
        "resolve_speakers",
        "link_speaker",
        "find_times",
        "normalize_time",
        "date_quote",
    ]
    files = {"quotekit_readers", "quotekit_writers"}
    assert {f"quotekit_{call}" for call in everything.calls} | files == set(HOOKS)


@pytest.mark.parametrize("article", [*SAMPLES, Article("")], ids=lambda article: article.id)
def test_with_all_built_ins_blocked_the_result_is_empty_and_valid(article):
    registry = Registry(entry_points=False, block=BUILTIN)
    extraction = Extractor(registry).extract(article)
    assert extraction == Extraction(article)
    assert all(info.blocked for info in registry.plugins())


def test_a_ten_line_plugin_adds_a_finder_and_wins_over_the_built_in_attribution():
    class Tildes:
        @hookimpl
        def quotekit_find_quotes(self, document):
            start, end = document.text.index("~"), document.text.rindex("~")
            yield Quote([Span(start + 1, end)], QuoteKind.DIRECT, confidence=0.9)

        @hookimpl
        def quotekit_attribute_quote(self, document, quote):
            if quote.found_by == "tildes":
                return Attribution(Mention(Span(0, 8), MentionKind.NAME), 0.8, "first-words")
            return None

    [quote] = (
        quote for quote in extractor(Tildes).extract(TEXT).quotes if quote.found_by == "tildes"
    )
    assert quote.text == "we ~stay~ here"
    assert (quote.attributed_by, quote.attributed_rule) == ("tildes", "first-words")
    assert quote.source.text == "Ida Moss"
    assert quote.confidence == 0.8


@pytest.mark.parametrize("wrong", [None, 3, b"bytes", ["text"]])
def test_what_is_no_article_is_refused(wrong):
    with pytest.raises(ArticleError, match=type(wrong).__name__):
        extract(wrong)


# -- article ---------------------------------------------------------------------------------------


def test_what_the_caller_says_of_an_article_stands():
    facts = [Fact("title", "Read", "header"), Fact("published", "2021-01-01", "header")]
    made = alone(quotekit_describe_article=facts)
    article = made.extract(Article("", title="Given", published="2022-02-02")).article
    assert (article.title, str(article.published)) == ("Given", "2022-02-02")
    assert article.published_from == "caller"
    assert [fact.value for fact in article.facts] == ["Read", "2021-01-01"]


def test_of_several_sources_the_first_in_order_counts():
    facts = [
        Fact("published", "2021-01-04", "dateline"),
        Fact("published", "2021-01-03", "url"),
        Fact("published", "2021-01-02", "header"),
        Fact("publisher", "Other", "somewhere"),
    ]
    article = alone(quotekit_describe_article=facts).extract("").article
    assert (str(article.published), article.published_from) == ("2021-01-02", "header")
    assert article.publisher == "Other"


# -- quotations ------------------------------------------------------------------------------------


def test_words_are_filled_in_from_the_text():
    extraction = alone(
        quotekit_find_quotes=[OUTER], quotekit_attribute_quote=Attribution(MOSS)
    ).extract(TEXT)
    assert extraction.quotes[0].text == "we ~stay~ here"
    assert extraction.quotes[0].source.text == "Ida Moss"


def test_a_quotation_inside_another_says_which_one_holds_it():
    extraction = alone(quotekit_find_quotes=[INNER, OUTER]).extract(TEXT)
    assert [quote.nested_in for quote in extraction.quotes] == [None, 0]


def test_the_innermost_holder_counts():
    spans = [Span(0, 30), Span(2, 20), Span(4, 10), Span(22, 28)]
    quotes = [Quote([span], QuoteKind.DIRECT) for span in spans]
    extraction = alone(quotekit_find_quotes=quotes).extract("x" * 30)
    assert [quote.nested_in for quote in extraction.quotes] == [None, 0, 1, 0]


def test_a_quotation_around_another_but_not_in_its_words_holds_nothing():
    """What stands between two contents is the reporter's."""
    quotes = [
        Quote([Span(0, 5), Span(20, 25)], QuoteKind.DIRECT),
        Quote([Span(8, 12)], QuoteKind.DIRECT),
    ]
    extraction = alone(quotekit_find_quotes=quotes).extract("x" * 30)
    assert [quote.nested_in for quote in extraction.quotes] == [None, None]


def test_what_was_turned_down_is_kept_with_its_reason():
    selection = Selection([OUTER], [Rejected(INNER, "scare quotes")])
    extraction = alone(
        quotekit_find_quotes=[INNER, OUTER], quotekit_select_quotes=selection
    ).extract(TEXT)
    assert [(r.reason, r.found_by) for r in extraction.rejected] == [("scare quotes", "made")]
    assert len(extraction.quotes) == 1


def test_a_quotation_gets_the_speaker_who_has_its_source():
    speaker = Speaker("s1", "Ida Moss", mentions=(MOSS,))
    extraction = alone(
        quotekit_find_quotes=[OUTER],
        quotekit_attribute_quote=Attribution(MOSS, why="subject of “said”"),
        quotekit_resolve_speakers=[speaker],
    ).extract(TEXT)
    assert extraction.quotes[0].speaker == speaker
    assert extraction.quotes[0].why == "subject of “said”"
    assert extraction.quotes_by("Ida Moss") == extraction.quotes


def test_attribution_sees_what_was_attributed_before():
    seen = []

    class Watcher:
        @hookimpl
        def quotekit_find_quotes(self, document):
            return [OUTER, INNER]

        @hookimpl
        def quotekit_attribute_quote(self, quote, earlier):
            seen.append([q.attributed_rule for q in earlier])
            return Attribution(MOSS, rule=f"number-{len(earlier)}")

    extractor(Watcher, builtins=False).extract(TEXT)
    assert seen == [[], ["number-0"]]


def test_a_wrapper_changes_what_others_decided():
    class Cautious:
        @hookimpl(wrapper=True)
        def quotekit_attribute_quote(self):
            answer = yield
            return answer and attrs.evolve(answer, confidence=answer.confidence / 2)

    base = plugin(quotekit_find_quotes=[OUTER], quotekit_attribute_quote=Attribution(MOSS, 0.4))
    [quote] = extractor(base, Cautious, builtins=False).extract(TEXT).quotes
    assert quote.confidence == 0.2
    assert quote.attributed_by == "made"


@pytest.mark.parametrize("article", SAMPLES)
def test_an_article_leaves_no_garbage_to_look_for(article):
    extractor = Extractor(Registry(entry_points=False))
    extractor.extract(article)
    gc.collect()
    gc.disable()
    try:
        extractor.extract(article)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_document_that_a_plugin_keeps_is_read_anew():
    kept = []

    class Keeper:
        @hookimpl
        def quotekit_find_times(self, document):
            kept.append((document, document.tokens, document.mentions))
            return []

    extractor(Keeper).extract(TEXT)
    [(document, tokens, mentions)] = kept
    assert document.tokens is not tokens
    assert document.tokens.texts == tokens.texts
    assert document.mentions == mentions


def test_of_two_mentions_with_one_span_the_first_by_plugin_name_counts():
    class Zeta:
        @hookimpl
        def quotekit_find_mentions(self):
            return [attrs.evolve(MOSS, kind=MentionKind.NOMINAL)]

    for plugins in (
        [plugin(quotekit_find_mentions=[MOSS]), Zeta],
        [Zeta, plugin(quotekit_find_mentions=[MOSS])],
    ):
        mentions = extractor(*plugins, builtins=False).document(Article(TEXT)).mentions
        assert [(m.kind, m.found_by) for m in mentions] == [(MentionKind.NAME, "made")]


# -- times -----------------------------------------------------------------------------------------


def test_times_inside_a_quotation_count_from_the_day_of_saying():
    class Days:
        @hookimpl
        def quotekit_find_quotes(self):
            return [Quote([Span(0, 10)], QuoteKind.DIRECT)]

        @hookimpl
        def quotekit_find_times(self):
            return [TimeExpression(Span(s, s + 3), TimeType.DATE) for s in (2, 20)]

        @hookimpl
        def quotekit_normalize_time(self, time, anchor):
            return attrs.evolve(
                time, value=f"{anchor}", resolved=True, granularity="day", start="2021-03-01"
            )

        @hookimpl
        def quotekit_date_quote(self, times):
            return times[1]

    extraction = extractor(Days, builtins=False).extract(Article("x" * 30, published="2021-03-04"))
    assert [time.value for time in extraction.times] == ["2021-03-01", "2021-03-04"]
    assert extraction.quotes[0].said == extraction.times[1]


# -- wrong answers ---------------------------------------------------------------------------------

FAR = Span(90, 95)


@pytest.mark.parametrize(
    ("what", "hooks"),
    [
        ("quote", {"quotekit_find_quotes": [Quote([FAR], QuoteKind.DIRECT)]}),
        ("quote", {"quotekit_find_quotes": [Quote([Span(0, 1)], QuoteKind.DIRECT, cue=[FAR])]}),
        ("time expression", {"quotekit_find_times": [TimeExpression(FAR, TimeType.DATE)]}),
        (
            "source",
            {
                "quotekit_find_quotes": [OUTER],
                "quotekit_attribute_quote": Attribution(Mention(FAR, MentionKind.NAME)),
            },
        ),
        (
            "cue",
            {
                "quotekit_find_quotes": [OUTER],
                "quotekit_attribute_quote": Attribution(MOSS, cue=[FAR]),
            },
        ),
    ],
)
def test_offsets_outside_the_text_name_plugin_span_and_article(what, hooks):
    with pytest.raises(InvalidResultError) as caught:
        alone(**hooks).extract(Article(TEXT, id="short"))
    message = str(caught.value)
    assert f"plugin 'made' gave a {what} at Span(90, 95)" in message
    assert f"article 'short' has {len(TEXT)} characters" in message


def test_a_mention_outside_the_text_is_refused_when_mentions_are_read():
    made = alone(quotekit_find_mentions=[Mention(FAR, MentionKind.NAME)])
    with pytest.raises(InvalidResultError, match="gave a mention at"):
        made.document(Article(TEXT)).mentions  # noqa: B018


@pytest.mark.parametrize("hook", ["quotekit_find_quotes", "quotekit_resolve_speakers"])
def test_an_exception_passes_through_with_hook_plugin_article_and_line_in_a_note(hook):
    def broken(document):
        raise ZeroDivisionError("in my plugin")

    def broken_late(document):
        yield from ()
        raise ZeroDivisionError("in my plugin")

    for function in (broken, broken_late) if hook == "quotekit_find_quotes" else (broken,):
        faulty = type("Faulty", (), {hook: staticmethod(hookimpl(function))})
        with pytest.raises(ZeroDivisionError, match="in my plugin") as caught:
            extractor(faulty).extract(Article("“Yes,” Ida Moss said.", id="a7"))
        line = function.__code__.co_firstlineno + (1 if function is broken else 2)
        note = f"in hook {hook}, plugin faulty, article 'a7', at test_pipeline.py:{line}"
        assert caught.value.__notes__ == [note]


# -- promises --------------------------------------------------------------------------------------


def test_the_order_of_registration_never_shows():
    class Alpha:
        @hookimpl
        def quotekit_find_quotes(self):
            return [OUTER, INNER]

    class Omega:
        @hookimpl
        def quotekit_find_quotes(self):
            return [INNER]

        @hookimpl
        def quotekit_find_times(self):
            return [MONDAY]

    there = extractor(Alpha, Omega).extract(TEXT)
    back = extractor(Omega, Alpha).extract(TEXT)
    assert there == back
    check_extraction(there)


# -- what callers hand in --------------------------------------------------------------------------


def test_fields_of_the_article_are_given_with_its_text():
    extraction = extract(
        "“We will stay,” Ida Moss said on Tuesday.", published="2022-03-10", title="Moss", id="a"
    )
    article = extraction.article
    assert (article.id, article.title, article.published_from) == ("a", "Moss", "caller")
    assert extraction.quotes[0].said.value == "2022-03-08"


def test_fields_take_the_place_of_an_articles_own():
    article = Article("No.", id="a", published="2021-03-04", published_from="header", language="de")
    changed = extract(article, published="2022-03-10", language="fr").article
    assert (changed.id, changed.language) == ("a", "fr")
    assert (changed.published, changed.published_from) == (dt.date(2022, 3, 10), "caller")


def test_a_text_that_names_a_file_is_warned_of(unchecked, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("“Yes,” she said.")
    with pytest.warns(PathWarning, match=r"'a.txt' is also the name of a file") as caught:
        assert extract("a.txt").quotes == ()
    assert caught[0].filename == __file__
    for text in ("b.txt", "a.txt\n", "a.\0txt", "a.txt" * 90, ".", "a.\ud800"):
        extract(text)


@pytest.mark.parametrize("wrong", [Everything, [Everything], "quotes"])
def test_plugins_in_place_of_a_registry_are_refused_with_the_way_to_register_them(wrong):
    with pytest.raises(ArgumentError, match=r"expected a Registry, got .*registry\.register\("):
        Extractor(wrong)


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        (Path("a.txt"), "quotekit.read()"),
        (b"No.", "bytes"),
        (
            Failure("a.jsonl, line 2", "no text"),
            ": a.jsonl, line 2: no text; extract_many() passes",
        ),
    ],
)
def test_what_is_no_article_is_named_with_a_hint(wrong, hint):
    with pytest.raises(ArticleError, match="expected an Article or str") as caught:
        extract(wrong)
    assert hint in str(caught.value)
