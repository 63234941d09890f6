"""The small file that says which catalogue is in use. Reading it is all a window needs to show its status bar."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from therapist_desktop.domain.errors import Trouble
from therapist_desktop.domain.release import Release
from therapist_desktop.services.safely import write_safely

if TYPE_CHECKING:
    from collections.abc import Mapping

POINTER = "current.json"
COPY = "current.copy.json"
_SQLITE = b"SQLite format 3\0"


class Shelved(NamedTuple):
    """One release on this machine. `source` is the fingerprint of where it came from, `counts` is what loaded.

    `digest` is that of the file as it was admitted; it is empty where an earlier version of the program admitted it.
    """

    release: Release
    file: Path
    size: int
    source: str
    address: str
    counts: Mapping[str, int] = MappingProxyType({})
    quarantined: int = 0
    digest: str = ""

    @property
    def is_whole(self) -> bool:
        """Every byte of the file is as it was admitted. Reads the file."""
        from therapist_desktop.domain.digests import digest_of_file  # reading the pointer needs none of it

        try:
            return not self.digest or digest_of_file(self.file) == self.digest
        except OSError:
            return False

    @property
    def is_there(self) -> bool:
        """The file has its size and looks like a catalogue from the outside. Takes no time."""
        try:
            with self.file.open("rb") as stream:
                return stream.read(len(_SQLITE)) == _SQLITE and self.file.stat().st_size == self.size
        except OSError:
            return False


class Pointer(NamedTuple):
    """What is in use, what was before, when the source was last asked, and the newest number seen from each source."""

    current: Shelved | None = None
    previous: Shelved | None = None
    checked: datetime | None = None
    seen: Mapping[str, int] = MappingProxyType({})

    def moved_to(self, new: Shelved, now: datetime) -> Pointer:
        """The new release in use. Loading a damaged one anew does not make the damaged one the previous one."""
        old = self.current
        anew = old is not None and (old.release.number, old.source) == (new.release.number, new.source)
        seen = {**self.seen, new.source: max(new.release.number, self.seen.get(new.source, 0))}
        return self._replace(current=new, previous=self.previous if anew else old, checked=now, seen=seen)


def read_pointer(folder: Path) -> Pointer | None:
    """The pointer, or the second copy of it where the first cannot be read; None where there is neither."""
    for name in (POINTER, COPY):
        try:
            return _pointer(folder, json.loads((folder / name).read_bytes()))
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            continue
    return None


def write_pointer(folder: Path, pointer: Pointer) -> None:
    """Move the pointer in one step. Raises DiskFull or NotWritable; the old one holds then."""
    content = json.dumps(_stored(pointer), indent=1, sort_keys=True, ensure_ascii=False).encode() + b"\n"
    write_safely(folder / POINTER, content)
    with suppress(Trouble):  # the move has happened; the copy is only for a bad day
        write_safely(folder / COPY, content)


def _pointer(folder: Path, stored: Mapping[str, Any]) -> Pointer:
    checked = stored["checked"]
    return Pointer(
        current=_shelved(folder, stored["current"]),
        previous=_shelved(folder, stored["previous"]),
        checked=datetime.fromisoformat(checked) if checked else None,
        seen={str(source): int(number) for source, number in stored["seen"].items()},
    )


def _shelved(folder: Path, stored: Mapping[str, Any] | None) -> Shelved | None:
    if stored is None:
        return None
    release = dict(stored["release"])
    release["published"] = datetime.fromisoformat(release["published"])
    release["sources"] = tuple(release["sources"])
    return Shelved(
        release=Release(**release),
        file=folder / Path(stored["file"]).name,
        size=int(stored["size"]),
        source=str(stored["source"]),
        address=str(stored["address"]),
        counts=dict(stored["counts"]),
        quarantined=int(stored["quarantined"]),
        digest=str(stored.get("digest", "")),
    )


def _stored(pointer: Pointer) -> dict[str, Any]:
    return {
        "current": _entry(pointer.current),
        "previous": _entry(pointer.previous),
        "checked": pointer.checked.isoformat() if pointer.checked else None,
        "seen": dict(pointer.seen),
    }


def _entry(shelved: Shelved | None) -> dict[str, Any] | None:
    if shelved is None:
        return None
    release = {**shelved.release._asdict(), "published": shelved.release.published.isoformat()}
    release["counts"] = dict(shelved.release.counts)
    return {**shelved._asdict(), "file": shelved.file.name, "release": release, "counts": dict(shelved.counts)}
