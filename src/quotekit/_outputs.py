"""Outputs: find the writer for a path, and write extractions to one file or to several at once."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any

import attrs

from quotekit._formats import Writer
from quotekit.exceptions import FormatError
from quotekit.models import Extraction
from quotekit.registry import Registry


@attrs.frozen
class Output:
    """A file or folder to write to, and how.

    Attributes:
        path: The file or folder.
        writer: What writes it.
        options: Keyword arguments for the writer.
    """

    path: Path
    writer: Writer
    options: Mapping[str, Any] = {}

    def save(self, extractions: Iterable[Extraction]) -> None:
        """Write *extractions*; the path keeps what it had until all of them are written."""
        if self.writer.save is not None and self.writer.updates:
            self.writer.save(extractions, self.path, **self.options)
            return
        with _beside(self.path) as path:
            if self.writer.save is not None:
                self.writer.save(extractions, path, **self.options)
            else:
                _stream(self.writer.pieces(extractions, **self.options), path)


def write(
    extractions: Extraction | Iterable[Extraction],
    path: str | Path,
    *,
    format: str | None = None,
    registry: Registry | None = None,
    **options: Any,  # noqa: ANN401 - each format has its own
) -> None:
    """Write extractions to a file, as they come, in UTF-8.

    Args:
        extractions: What :func:`.extract` gives, or a stream of it.
        path: The file, or folder for formats that are one; what is there is replaced at the end,
            and stays if anything fails.
        format: A writer's name; by default it follows from the file name's ending.
        registry: The plugins that bring the writers.
        options: What this format can be told: ``with_text=True`` for JSON …

    Raises:
        FormatError: If no plugin writes that format, or it has no such option.

    Example:
        >>> write([], "talk.docx")
        Traceback (most recent call last):
        quotekit.exceptions.FormatError: no format has the ending of 'talk.docx'; name a format, …
    """
    write_all(extractions, {path: format}, registry=registry, **options)


def write_all(
    extractions: Extraction | Iterable[Extraction],
    paths: Iterable[str | Path] | Mapping[str | Path, str | None],
    *,
    registry: Registry | None = None,
    **options: Any,  # noqa: ANN401 - each format has its own
) -> None:
    """Write one stream of extractions to several files at once, each in its own format.

    Args:
        extractions: What :func:`.extract` gives, or a stream of it; it is read once.
        paths: The files or folders; or a mapping of each to the name of its format.
        registry: The plugins that bring the writers.
        options: What formats can be told; each goes to those that know it.

    Raises:
        FormatError: If no plugin writes one of the formats, or none of them has such an option.
        TypeError: If the stream has something else than extractions; the files stay as they were.
    """
    formats = paths if isinstance(paths, Mapping) else dict.fromkeys(paths)
    registry = registry or Registry()
    writers = {
        Path(path): writer_named(name, registry) if name else writer_for(path, registry)
        for path, name in formats.items()
    }
    check_options(writers.values(), options)
    outputs = [
        Output(path, writer, {name: options[name] for name in writer.options if name in options})
        for path, writer in writers.items()
    ]
    if isinstance(extractions, Extraction):
        extractions = [extractions]
    from quotekit._fan_out import fan_out  # which brings queues and threads

    fan_out(_checked(extractions), [output.save for output in outputs])


def check_options(writers: Iterable[Writer], options: Iterable[str]) -> None:
    """Check that each option is known to one of the writers.

    Raises:
        FormatError: If not.
    """
    writers = list(writers)
    for option in options:
        if not any(option in writer.options for writer in writers):
            formats = ", ".join(sorted({writer.name for writer in writers}))
            known = ", ".join(sorted({name for writer in writers for name in writer.options}))
            raise FormatError(
                f"format {formats} has no option {option!r}; it has {known or 'none'}"
            )


def writer_for(path: str | Path, registry: Registry) -> Writer:
    """Return the writer for a file name's ending, the longest that fits: ``.tei.xml``.

    Raises:
        FormatError: If there is none.
    """
    name = PurePath(path).name.lower()
    writers = registry.writers()
    found = [
        (len(suffix), -n)
        for n, writer in enumerate(writers)
        for suffix in writer.suffixes
        if name.endswith(suffix)
    ]
    if found:
        return writers[-max(found)[1]]
    formats = ", ".join(" ".join((w.name, *w.suffixes)) for w in writers)
    raise FormatError(
        f"no format has the ending of {str(path)!r}; name a format, or use an ending: {formats}"
    )


def writer_named(name: str, registry: Registry) -> Writer:
    """Return the writer of that name.

    Raises:
        FormatError: If there is none.
    """
    writers = registry.writers()
    for writer in writers:
        if writer.name == name:
            return writer
    raise FormatError(f"no writer {name!r}; there are {', '.join(w.name for w in writers)}")


def encoded(piece: str | bytes) -> bytes:
    """Return a piece of text in UTF-8; lone surrogates, which UTF-8 does not have, are escaped."""
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")


def _checked(extractions: Iterable[Extraction]) -> Iterator[Extraction]:
    for extraction in extractions:
        if not isinstance(extraction, Extraction):
            raise TypeError(f"only extractions can be written, not {extraction!r:.200}")
        yield extraction


def _stream(pieces: Iterable[str] | Iterable[bytes], path: Path) -> None:
    out = path.open("wb")
    try:
        for piece in map(encoded, pieces):
            with _about(path):
                out.write(piece)
    finally:
        with _about(path):  # what is left in the buffer is written here
            out.close()


@contextmanager
def _about(path: Path) -> Iterator[None]:
    """Let an error of writing, such as that of a full disk, say which file it is."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Yield a path beside *path*; what was written there takes its place if all went well.

    A folder's files are moved into the folder that is there. Pipes and devices are written as they
    are, and a link leads to the file that is replaced.
    """
    given, path = path, path.resolve()
    if path.exists() and not path.is_file() and not path.is_dir():
        yield path
        return
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(given.parent))
    import shutil  # slow to import, as is what follows
    import tempfile

    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        made = Path(folder, path.name)
        yield made
        if made.is_dir() and path.is_dir():
            for file in sorted(made.iterdir()):
                file.replace(path / file.name)
        else:
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "is a folder, not a file", str(given))
            if path.exists():
                shutil.copymode(path, made)
            made.replace(path)
