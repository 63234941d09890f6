"""The shelf: a folder of catalogue files that never change, and the pointer to the one in use."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from therapist_desktop.data.trouble import explained
from therapist_desktop.domain.errors import DiskFull, NoCatalogue, Trouble
from therapist_desktop.services.locking import locked
from therapist_desktop.services.pointer import Pointer, Shelved, read_pointer, write_pointer
from therapist_desktop.services.safely import sync_folder, write_safely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from therapist_desktop.domain.release import Release

_BENCH = "bench-"
_CATALOGUE = "catalogue-"
_SPARE_BYTES = 32 << 20
_GROWTH = 1.15
_MEGABYTE = 1 << 20


class Arrival(NamedTuple):
    """A proven catalogue on the workbench, ready to be put on the shelf."""

    file: Path
    release: Release
    source: str
    address: str
    counts: Mapping[str, int]
    quarantined: Sequence[Mapping[str, object]] = ()


class Shelf:
    """Keeps the release in use and the one before it. A file on the shelf is never written to or replaced."""

    def __init__(self, folder: Path, free_bytes: Callable[[Path], int] | None = None) -> None:
        self.folder = folder
        self._free_bytes = free_bytes or (lambda place: shutil.disk_usage(place).free)

    def pointer(self) -> Pointer:
        """What is in use. Where its file is gone or cut short, the release before it is."""
        pointer = read_pointer(self.folder) or Pointer()
        if pointer.current is None or pointer.current.is_there:
            return pointer
        before = pointer.previous
        return pointer._replace(current=before if before and before.is_there else None, previous=None)

    def current(self) -> Shelved | None:
        """The release in use, or None on an empty shelf. Fast: one small file is read."""
        return self.pointer().current

    def lost(self) -> Shelved | None:
        """The release that was in use here, where its file is gone or cut short and no other is left."""
        named = read_pointer(self.folder)
        if self.current() is not None or named is None or named.current is None:
            return None
        return named.current

    def in_use(self) -> Shelved:
        """The release in use. Raises NoCatalogue."""
        current = self.current()
        if current is None:
            raise NoCatalogue(folder=self.folder)
        return current

    def quarantined(self) -> tuple[Mapping[str, Any], ...]:
        """The records of the release in use that were put aside: line, kind, id, field and rule of each."""
        current = self.current()
        if current is None or not current.quarantined:
            return ()
        try:
            return tuple(json.loads(_put_aside(current.file).read_bytes()))
        except (OSError, ValueError):
            return ()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only one who changes the shelf. Raises ShelfBusy."""
        with locked(self.folder / "lock"):
            for bench in self.folder.glob(f"{_BENCH}*"):
                shutil.rmtree(bench, ignore_errors=True)
            yield

    @contextmanager
    def workbench(self) -> Iterator[Path]:
        """A private folder, removed whatever happens. The shelf must be locked."""
        with explained(self.folder):
            bench = Path(tempfile.mkdtemp(prefix=_BENCH, dir=self.folder))
        try:
            yield bench
        finally:
            shutil.rmtree(bench, ignore_errors=True)

    def make_sure_of_room(self, download: int, catalogue: int) -> None:
        """Raise DiskFull now rather than in the middle. `catalogue` is how large the new file will be, roughly."""
        needed = download + int(_GROWTH * catalogue) + _SPARE_BYTES
        free = self._free_bytes(self.folder)
        if free < needed:
            short = f"{_megabytes(needed)} MB are needed and {_megabytes(free)} MB are free"
            raise DiskFull(what=f"the new release: {short}")

    def admit(self, arrival: Arrival) -> Shelved:
        """Put a catalogue on the shelf and use it from now on. On any trouble the old release stays in use."""
        file = self._free_name(arrival.release)
        put_aside = _put_aside(file)
        with explained(file):
            with arrival.file.open("r+b") as stream:
                os.fsync(stream.fileno())
                size = os.fstat(stream.fileno()).st_size
            try:
                if arrival.quarantined:
                    write_safely(put_aside, json.dumps(list(arrival.quarantined), ensure_ascii=False).encode())
                arrival.file.rename(file)
                sync_folder(self.folder)
                shelved = self._shelved(arrival, file, size)
                write_pointer(self.folder, self.pointer().moved_to(shelved, datetime.now(UTC)))
            except BaseException:
                self._unless_in_use(file)
                raise
        return shelved

    def mark_checked(self) -> None:
        """The source was asked just now and had nothing newer."""
        write_pointer(self.folder, self.pointer()._replace(checked=datetime.now(UTC)))

    def tidy(self) -> None:
        """Remove what nothing refers to any more; call it when the program starts.

        A sync under way is left alone, and nothing that goes wrong here holds up the start.
        """
        if not self.folder.is_dir():
            return
        with suppress(Trouble), self.locked():
            pointer = read_pointer(self.folder)
            if pointer is None:
                return
            kept = {shelved.file.name for shelved in (pointer.current, pointer.previous) if shelved}
            for file in (*self.folder.glob(f"{_CATALOGUE}*.sqlite*"), *self.folder.glob(".*.new")):
                if file.name.removesuffix(".put-aside.json") not in kept:
                    with suppress(OSError):
                        file.unlink()

    def _free_name(self, release: Release) -> Path:
        stem = f"{_CATALOGUE}{release.number:06d}-{release.state[:8]}"
        names = (f"{stem}{again}.sqlite" for again in ("", *(f"-{number}" for number in range(2, 1000))))
        return next(file for name in names if not (file := self.folder / name).exists())

    def _shelved(self, arrival: Arrival, file: Path, size: int) -> Shelved:
        from therapist_desktop.domain.digests import digest_of_file

        return Shelved(
            release=arrival.release,
            file=file,
            size=size,
            source=arrival.source,
            address=arrival.address,
            counts=arrival.counts,
            quarantined=len(arrival.quarantined),
            digest=digest_of_file(file),
        )

    def _unless_in_use(self, file: Path) -> None:
        """Take a file off again, save where the pointer had already been moved to it."""
        pointer = read_pointer(self.folder)
        if pointer is None or pointer.current is None or pointer.current.file != file:
            for left in (file, _put_aside(file)):
                with suppress(OSError):
                    left.unlink(missing_ok=True)


def _put_aside(file: Path) -> Path:
    return file.with_name(f"{file.name}.put-aside.json")


def _megabytes(size: int) -> int:
    return -(-size // _MEGABYTE)
