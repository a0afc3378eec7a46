"""What comes out: an extraction, or the failure of one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Self, SupportsIndex, overload

import attrs

from quotekit._json import dumps
from quotekit.exceptions import MissingExtraError, RecordError
from quotekit.models._from_dict import from_dict
from quotekit.models._short import plural, quoted, short
from quotekit.models._to_dict import to_dict
from quotekit.models.articles import Article
from quotekit.models.explanations import Explanation, explain
from quotekit.models.quotes import Quote, Rejected
from quotekit.models.speakers import Speaker, Speakers
from quotekit.models.times import TimeExpression
from quotekit.spans import Span, join

if TYPE_CHECKING:
    import pandas as pd


@attrs.frozen
class Failure:
    """What stands in a stream of results for an article that could not be read or extracted.

    It holds words, not the exception, so that it travels between processes whatever was raised.

    Attributes:
        where: The file and line, or the article's id, as far as known.
        reason: What went wrong, in one line.
        details: The traceback, for those who mend the plugin.

    Example:
        >>> str(Failure("batch.jsonl, line 3", "no “text”"))
        'batch.jsonl, line 3: no “text”'
    """

    where: str
    reason: str
    details: str = attrs.field(default="", repr=False, eq=False)

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}" if self.where else self.reason


def _speakers(speakers: Iterable[Speaker]) -> Speakers:
    return Speakers(speakers)


@attrs.frozen(repr=False)
class Extraction:
    """Everything that was found in one article; as a sequence, it is its quotations.

    Attributes:
        article: The article, with title, date and publisher filled in where the text states them.
        quotes: The quotations in text order.
        speakers: The speakers, in the order of their first mention; ``speakers["Ida Moss"]`` is
            one of them, by any name.
        times: The time expressions in text order.
        rejected: What looked like a quotation and is none, with the reason.

    Example:
        >>> extraction = Extraction(Article("Nobody spoke.", id="wall"))
        >>> extraction, len(extraction), list(extraction), extraction[:3]
        (Extraction('wall': 0 quotes, 0 speakers), 0, [], ())
    """

    article: Article
    quotes: tuple[Quote, ...] = ()
    speakers: Speakers = attrs.field(default=Speakers(), converter=_speakers)
    times: tuple[TimeExpression, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    def __repr__(self) -> str:
        name = quoted(self.article.id)
        counts = (plural(len(self.quotes), "quote"), plural(len(self.speakers), "speaker"))
        return short(self, f"{name}: {counts[0]}" if name else counts[0], counts[1])

    def __len__(self) -> int:
        return len(self.quotes)

    def __iter__(self) -> Iterator[Quote]:
        return iter(self.quotes)

    @overload
    def __getitem__(self, key: SupportsIndex) -> Quote: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Quote, ...]: ...
    def __getitem__(self, key: SupportsIndex | slice) -> Quote | tuple[Quote, ...]:
        """Return the quotation at a place, or those of a slice: ``extraction[0]`` is the first."""
        return self.quotes[key]

    def __bool__(self) -> bool:
        """An extraction is true, even one without quotations: ``if result`` asks for its being."""
        return True

    def _repr_html_(self) -> str | None:
        """Return the picture that notebooks show; ``None`` where the extra *view* is missing."""
        from quotekit._view.notebook import fragment  # looks at records from above

        try:
            return fragment(self)
        except MissingExtraError:
            return None

    def quotes_by(self, speaker: Speaker | str | None) -> tuple[Quote, ...]:
        """Return the quotations of *speaker*, given as the record, its id, or any of its names.

        Where several speakers share a name, the quotations of all of them are returned; of
        ``None``, those whose speaker is unknown.

        Example:
            >>> Extraction(Article("")).quotes_by("Moss")
            ()
        """
        if speaker is None:
            return tuple(quote for quote in self.quotes if quote.speaker is None)
        if isinstance(speaker, Speaker):
            wanted = {speaker.id}
        else:
            wanted = {one.id for one in self.speakers.named(speaker)}
        return tuple(q for q in self.quotes if q.speaker is not None and q.speaker.id in wanted)

    def to_pandas(self, *, nested: bool = False) -> pd.DataFrame:
        """Return a pandas data frame, one row a quotation (extra: ``pandas``).

        The columns are those of :func:`.to_pandas`, which makes one frame of many extractions.

        Args:
            nested: Whether ``speaker``, ``mention``, ``cue`` and ``said`` are structs; otherwise
                each of their fields is a column.

        Raises:
            MissingExtraError: If pandas or PyArrow is not installed.
        """
        from quotekit._writers.frames import to_pandas  # looks at records from above

        return to_pandas([self], nested=nested)

    def explain(self, where: Span | tuple[int, int] | int | str) -> Explanation:
        """Return why the words at one place are, or are not, part of a quotation.

        :meth:`.Extractor.explain` also tells which quotation marks and cues stand there.

        Args:
            where: A span, an offset, or words of the text; the first place that has them counts.

        Raises:
            ArgumentError: If there is no such place in the text.

        Example:
            >>> from quotekit import extract
            >>> extract("“We stay,” Ida Moss said. The “quiet” days end.").explain("quiet").reason
            'scare quotes: a few words of a sentence, which nobody is said to say'
        """
        return explain(self, where)

    def to_dict(self, *, with_text: bool = True) -> dict[str, Any]:
        """Return everything as plain lists and dictionaries, unknowns as ``None``.

        The shape is that of the JSON output; :meth:`from_dict` reads it back.

        Args:
            with_text: Whether the article's text is part of it. Text that was drawn out of markup
                always is.

        Example:
            >>> record = Extraction(Article("No.", id="a")).to_dict()
            >>> record["schema"], record["id"], record["text"], record["quotes"]
            (1, 'a', 'No.', [])
        """
        return to_dict(self, with_text=with_text)

    @classmethod
    def from_dict(cls, record: Mapping[str, Any], text: str | None = None) -> Self:
        """Return the extraction that :meth:`to_dict` made the record of.

        Args:
            record: The record.
            text: The article's text, where it is not in the record.

        Raises:
            RecordError: If the text is in neither, or the record is none of this schema.

        Example:
            >>> Extraction.from_dict(Extraction(Article("No.", id="a")).to_dict())
            Extraction('a': 0 quotes, 0 speakers)
        """
        return cls(**from_dict(record, text))

    def to_json(self, *, with_text: bool = True, indent: int | None = None) -> str:
        """Return :meth:`to_dict` as JSON, on one line unless *indent* is given.

        Example:
            >>> Extraction(Article("No.", id="a")).to_json()[:24]
            '{"schema": 1, "id": "a",'
        """
        return dumps(self.to_dict(with_text=with_text), indent)

    @classmethod
    def from_json(cls, record: str | bytes, text: str | None = None) -> Self:
        """Return the extraction that :meth:`to_json` made *record* of.

        Args:
            record: One JSON object: a line of JSON lines.
            text: The article's text, where it is not in the record.

        Raises:
            RecordError: If *record* is no JSON, or as :meth:`from_dict` says.

        Example:
            >>> Extraction.from_json('{"schema": 1}')
            Traceback (most recent call last):
            quotekit.exceptions.RecordError: the record has no text: give it, or write it too
        """
        try:
            read = json.loads(record)
        except ValueError as error:
            raise RecordError(f"no JSON: {error}") from error
        return cls.from_dict(read, text)

    def slice(self, *spans: Span) -> str:
        """Return the article's words at *spans*, joined by one blank."""
        return join(self.article.text, spans)
