"""The release that comes with the program, so that the first window is not empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.errors import CatalogueDamaged, NoStarter
from therapist_desktop.services.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from therapist_desktop.domain.syncing import Tell
    from therapist_desktop.services.pointer import Shelved
    from therapist_desktop.services.shelf import Shelf

BUNDLED = "bundled"
_FILE = ("starter", "starter.jsonl.zst")
_ROOM = 64 << 20


def starter_file() -> Path:
    """Where it lies. Raises NoStarter."""
    file = shipped(*_FILE)
    if not file.is_file():
        raise NoStarter
    return file


def install_starter(shelf: Shelf, tell: Tell, file: Path | None = None) -> Shelved:
    """The release in use; on an empty shelf the starter is loaded first. Needs no network.

    Raises NoStarter, ShelfBusy, DiskFull, NotWritable, and CatalogueDamaged where a real release was here and is gone:
    samples in its place could be taken for it.
    """
    current = shelf.current()
    if current is not None:
        return current
    lost = shelf.lost()
    if lost is not None and lost.address != BUNDLED:
        raise CatalogueDamaged(what=f"the file of release {lost.release.number} is gone or cut short")
    from therapist_desktop.domain.syncing import Progress, Step
    from therapist_desktop.services.loading import load, opened

    with shelf.locked():
        current = shelf.current()  # somebody else may have loaded one before we had the lock
        if current is not None:
            return current
        data_file = opened(file or starter_file())
        with shelf.workbench() as bench:
            shelf.make_sure_of_room(0, _ROOM)
            loaded = load(data_file, bench, tell)
            tell(Progress(Step.ADMITTING))
            return shelf.admit(loaded.arrival(BUNDLED, BUNDLED))
