"""A run: what is read goes in, parts come out in a folder, and what is done is not done again."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import attrs

from quotekit._formats import Writer
from quotekit._json import dumps, plain
from quotekit._outputs import Output
from quotekit._runs.manifest import NAME, Manifest, Part
from quotekit._runs.setting import Setting, changes
from quotekit.exceptions import RunError
from quotekit.models import Article, Extraction, Failure

PART = 1000
"""So many articles are in a part."""

FAILURES = "failures"
"""The folder beside the parts that says what failed, in files of the same names."""

LOCK = ".lock"


class Run:
    """A folder of parts, ``part-00000.jsonl`` …, and a manifest that says which of them are done.

    Each part is written beside and renamed, then named in the manifest; whenever the work is stopped,
    what the manifest names is whole, and the rest is made anew. The articles have to come in the same
    order again: those of the parts that are done are read, compared with what was read then, and
    passed over. Articles that were added at the end are extracted as further parts.

    Args:
        folder: The folder; it is made if it is not there.
        writer: Writes a part.
        setting: What the results depend on; see :func:`.setting_of`.
        options: What the writer is told.
        size: How many articles are in a part.
        force: Whether to go on though the setting has changed.

    Raises:
        RunError: If the folder is something else than a run of this format and setting, or another
            process is at work in it.
    """

    def __init__(
        self,
        folder: Path,
        writer: Writer,
        setting: Setting,
        *,
        options: Mapping[str, Any] | None = None,
        size: int = PART,
        force: bool = False,
    ) -> None:
        if writer.updates:
            raise RunError(f"format {writer.name!r} is one file that is added to, and has no parts")
        self._folder, self._writer, self._size = folder, writer, size
        self._options = dict(options or {})
        _check_folder(folder)
        self._lock = _locked(folder)
        try:
            self._manifest = self._begun(setting, force)
        except RunError:
            self.close()
            raise
        self._read: deque[bytes] = deque()  # digests of items whose results are not there yet
        self._digest, self._items = hashlib.blake2b(digest_size=16), 0
        self._failures: list[Failure] = []

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that are done."""
        return self._manifest.parts

    def rest(self, items: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
        """Pass over what is done already, and yield what is still to do.

        Raises:
            RunError: If what is passed over is not what was read for the parts that are done.
        """
        items = iter(items)
        for part in self.parts:
            digest = hashlib.blake2b(digest_size=16)
            for item in islice(items, part.items):
                digest.update(_fingerprint(item))
            if digest.hexdigest() != part.input:
                raise RunError(
                    f"the articles of {part.file} are not what they were: a run goes on only with the "
                    "same input in the same order (more may follow); take another folder"
                )
        for item in items:
            self._read.append(_fingerprint(item))
            yield item

    def watch(self, results: Iterable[Extraction | Failure]) -> Iterator[Extraction | Failure]:
        """Pass results on, and keep account of them; one for each of the items, in their order."""
        for result in results:
            self._digest.update(self._read.popleft())
            self._items += 1
            if isinstance(result, Failure):
                self._failures.append(result)
            yield result

    def save(self, extractions: Iterable[Extraction]) -> None:
        """Write the extractions that are left of the watched results, part by part."""
        extractions = iter(extractions)
        while True:
            counts = _Counts(islice(extractions, self._size))
            name = f"part-{len(self.parts):05}{next(iter(self._writer.suffixes), '')}"
            Output(self._folder / name, self._writer, self._options).save(counts)
            if self._items == 0:  # the articles ended with the part before
                _remove(self._folder / name)
                break
            self._save_failures(name)
            self._add(name, counts)
            if counts.articles < self._size:
                break
        self._manifest = attrs.evolve(self._manifest, complete=True)
        self._manifest.write(self._folder)

    def close(self) -> None:
        """Let others work in the folder."""
        self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _begun(self, setting: Setting, force: bool) -> Manifest:
        """Return the manifest of this run, a new one or the one that is there."""
        manifest = Manifest.read(self._folder)
        if manifest is None:
            manifest = Manifest(self._writer.name, self._options, (setting,))
        if (manifest.format, manifest.options) != (self._writer.name, self._options):
            was = ", ".join([manifest.format, *(f"{k}={v}" for k, v in manifest.options.items())])
            where = str(self._folder)
            raise RunError(
                f"the run in {where!r} was begun with format {was}; take it, or another folder"
            )
        different = "; ".join(changes(manifest.settings[-1], setting))
        if different and not force:
            raise RunError(
                f"{different}: the parts would not fit together; go on all the same with --force, or "
                "take another folder"
            )
        if different:
            manifest = attrs.evolve(manifest, settings=(*manifest.settings, setting))
        manifest = attrs.evolve(manifest, complete=False)
        manifest.write(self._folder)
        for left in self._folder.glob(".part-*"):  # of a part that was being written
            _remove(left)
        return manifest

    def _save_failures(self, name: str) -> None:
        path = self._folder / FAILURES / f"{Path(name).stem}.jsonl"
        path.unlink(missing_ok=True)
        if self._failures:
            path.parent.mkdir(exist_ok=True)
            lines = (dumps({"where": f.where, "reason": f.reason}) + "\n" for f in self._failures)
            path.write_text("".join(lines), encoding="utf-8")

    def _add(self, name: str, counts: _Counts) -> None:
        """Name a part in the manifest; from now on it counts."""
        part = Part(
            name,
            self._digest.hexdigest(),
            self._items,
            counts.articles,
            counts.quotes,
            len(self._failures),
            len(self._manifest.settings) - 1,
        )
        self._manifest = attrs.evolve(self._manifest, parts=(*self.parts, part))
        self._manifest.write(self._folder)
        self._digest, self._items = hashlib.blake2b(digest_size=16), 0
        self._failures = []


class _Counts:
    """Counts extractions that pass."""

    def __init__(self, extractions: Iterable[Extraction]) -> None:
        self._extractions = extractions
        self.articles = self.quotes = 0

    def __iter__(self) -> Iterator[Extraction]:
        for extraction in self._extractions:
            self.articles += 1
            self.quotes += len(extraction.quotes)
            yield extraction


def _fingerprint(item: Article | Failure) -> bytes:
    """Return a digest of all that an item says, wherever it was read from."""
    fields = attrs.asdict(item)
    fields.pop("path", None)
    fields.pop("details", None)
    return hashlib.blake2b(dumps(plain(fields)).encode(), digest_size=16).digest()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _check_folder(folder: Path) -> None:
    """Check that a run can be in a folder: one of its own, or an empty one."""
    if folder.exists() and not folder.is_dir():
        raise RunError(f"{str(folder)!r} is a file; a run needs a folder")
    others = [entry for entry in folder.glob("*") if entry.name != LOCK]
    if others and not (folder / NAME).exists():
        raise RunError(f"folder {str(folder)!r} is not empty, and has no {NAME}")


def _locked(folder: Path) -> BinaryIO:
    """Make the folder, and keep other processes from working in it until the file is closed.

    Where the system has no such locks, nobody is kept out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = (folder / LOCK).open("wb")
    with contextlib.suppress(ImportError):
        import fcntl

        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            raise RunError(f"another process is at work in folder {str(folder)!r}") from None
    return lock
