"""Look everything over that can go wrong on this machine, and say of each thing what to do about it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from therapist_desktop.data.storage import has_full_text_search, sqlite_version
from therapist_desktop.domain.errors import NotebookTrouble, ShelfBusy, Trouble
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.services.pointer import read_pointer
from therapist_desktop.services.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.domain.syncing import Tell
    from therapist_desktop.services.paths import AppPaths

_OLDEST_SQLITE = (3, 37)
_ROOM_FOR = 2.3
_LEAST_ROOM = 256 << 20
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `next_step` is empty where all is well."""

    name: str
    ok: bool
    what: str
    next_step: str = ""


def examine(paths: AppPaths, tell: Tell) -> Iterator[Finding]:
    """Everything in turn; the slow one, reading every record back, comes last."""
    shelf = Shelf(paths.catalogues)
    yield _sqlite()
    yield _room(paths, shelf)
    yield _sources(paths)
    yield _lock(paths, shelf)
    yield _notebook(paths)
    yield _pointer(paths, shelf)
    yield from _previous(shelf)
    yield from _records(shelf, tell)


def _sqlite() -> Finding:
    version = sqlite_version()
    if tuple(int(part) for part in version.split(".")[:2]) < _OLDEST_SQLITE:
        return Finding("sqlite", ok=False, what=f"SQLite {version} is too old.", next_step="Install a newer Python.")
    if not has_full_text_search():
        what = f"SQLite {version} was built without full-text search."
        return Finding("sqlite", ok=False, what=what, next_step="Install the Python of your system's maker.")
    return Finding("sqlite", ok=True, what=f"SQLite {version} with full-text search.")


def _room(paths: AppPaths, shelf: Shelf) -> Finding:
    there = next(folder for folder in (paths.folder, *paths.folder.absolute().parents) if folder.is_dir())
    free = shutil.disk_usage(there).free
    current = shelf.current()
    needed = max(_LEAST_ROOM, int(_ROOM_FOR * current.size) if current else 0)
    what = f"{free // _MEGABYTE} MB are free on the disk; the next release needs about {needed // _MEGABYTE} MB."
    if free < needed:
        return Finding("free-space", ok=False, what=what, next_step="Free some space before the next sync.")
    return Finding("free-space", ok=True, what=what)


def _sources(paths: AppPaths) -> Finding:
    from therapist_desktop.services.sources import Sources

    known = Sources(paths.sources).known()
    if not known:
        what = "No source is set; the release in use stays as it is."
        return Finding("sources", ok=True, what=what)
    broken = [address for address, print_ in known.items() if not (paths.sources / print_ / "root.json").is_file()]
    if broken:
        step = "Sync once more with --trust root.json."
        return Finding("sources", ok=False, what=f"The key file of {', '.join(broken)} is gone.", next_step=step)
    return Finding("sources", ok=True, what=f"Trusted: {', '.join(known)}.")


def _lock(paths: AppPaths, shelf: Shelf) -> Finding:
    if not paths.catalogues.is_dir():
        return Finding("lock", ok=True, what="No sync is running.")
    try:
        with shelf.locked():
            return Finding("lock", ok=True, what="No sync is running.")
    except ShelfBusy as busy:
        return Finding("lock", ok=False, what=str(busy), next_step=busy.next_step)
    except Trouble as trouble:
        return Finding("lock", ok=False, what=str(trouble), next_step=trouble.next_step)


def _notebook(paths: AppPaths) -> Finding:
    notebook = Notebook(paths.notebook)
    try:
        notebook.check()
        kept = notebook.summary()
    except NotebookTrouble as trouble:
        step = trouble.next_step.format(**trouble.facts)
        return Finding("notebook", ok=False, what=str(trouble), next_step=step)
    if not kept.revision:
        return Finding("notebook", ok=True, what="Nothing has been noted yet.")
    copied = f"the newest copy is of {kept.last_backup}" if kept.last_backup else "there is no copy yet"
    pages = ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in kept.of_pages._asdict().items())
    holds = f"marks {kept.marks}, outcomes {kept.outcomes}, {pages}"
    what = f"The notebook is whole (revision {kept.revision}): {holds}; {copied}."
    return Finding("notebook", ok=True, what=what)


def _pointer(paths: AppPaths, shelf: Shelf) -> Finding:
    named = read_pointer(paths.catalogues)
    in_use = shelf.current()
    step = "Run therapist-desktop sync to load the newest release."
    if named is None or named.current is None:
        return Finding("release", ok=False, what="There is no release on this machine yet.", next_step=step)
    number = named.current.release.number
    if in_use is None:
        return Finding("release", ok=False, what=f"The file of release {number} is gone or cut short.", next_step=step)
    if in_use != named.current:
        what = f"The file of release {number} is gone or cut short; release {in_use.release.number} is used instead."
        return Finding("release", ok=False, what=what, next_step=step)
    return Finding("release", ok=True, what=f"Release {number} ({in_use.release.title}) is in use.")


def _previous(shelf: Shelf) -> Iterator[Finding]:
    previous = shelf.pointer().previous
    if previous is None:
        return
    number = previous.release.number
    if previous.is_there:
        yield Finding("previous", ok=True, what=f"Release {number} is kept as the one before.")
    else:
        step = "Nothing to do: the next sync keeps a new one."
        yield Finding("previous", ok=False, what=f"Release {number}, the one before, is gone.", next_step=step)


def _records(shelf: Shelf, tell: Tell) -> Iterator[Finding]:
    from therapist_desktop.services.loading import prove_again

    current = shelf.current()
    if current is None:
        return
    try:
        prove_again(current, tell)
    except Trouble as trouble:
        yield Finding("records", ok=False, what=str(trouble), next_step=trouble.next_step.format(**trouble.facts))
        return
    total = sum(current.counts.values())
    aside = f" {current.quarantined} were put aside when it was loaded." if current.quarantined else ""
    yield Finding("records", ok=True, what=f"All {total:,} records read back as they were signed.{aside}")
