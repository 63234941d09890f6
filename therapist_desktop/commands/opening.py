"""What every question begins with: the release in use, or the starter on a fresh machine."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from therapist_desktop.commands.printing import say
from therapist_desktop.domain.errors import ShelfBusy
from therapist_desktop.domain.syncing import Progress, Step
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.starter import install_starter

if TYPE_CHECKING:
    from therapist_desktop.services.paths import AppPaths
    from therapist_desktop.services.pointer import Shelved

_PATIENCE = 20.0
_PAUSE = 0.1


def release_in_use(paths: AppPaths) -> Shelved:
    """The release in use; a machine that never had one gets the starter first.

    Raises NoStarter, ShelfBusy, DiskFull, NotWritable, and CatalogueDamaged where a release was here and is gone.
    """
    shelf = Shelf(paths.catalogues)
    current = shelf.current()
    if current is not None:
        return current
    return _starter(shelf, time.monotonic() + _PATIENCE)


def catalogue_in_use(paths: AppPaths) -> Catalogue:
    """The release in use, open."""
    return Catalogue(release_in_use(paths).file)


def _starter(shelf: Shelf, until: float) -> Shelved:
    """The starter, or what another program that fills the same empty shelf just now puts there."""
    while True:
        try:
            return install_starter(shelf, _announce)
        except ShelfBusy:
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE)


def _announce(progress: Progress) -> None:
    if progress.step is Step.CHECKING and not progress.done:
        say("There is no release on this machine yet: loading the starter release that comes with the program.")
