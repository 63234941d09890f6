"""What every question begins with: the release in use, or the starter on a fresh machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.commands.printing import say
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.starter import install_starter

if TYPE_CHECKING:
    from therapist_desktop.services.paths import AppPaths
    from therapist_desktop.services.pointer import Shelved


def release_in_use(paths: AppPaths) -> Shelved:
    """The release in use; an empty shelf gets the starter first. Raises NoStarter, ShelfBusy, DiskFull."""
    shelf = Shelf(paths.catalogues)
    current = shelf.current()
    if current is None:
        say("There is no release on this machine yet: loading the starter release that comes with the program.")
        current = install_starter(shelf, lambda _progress: None)
        say(f"Loaded {current.release.title}.")
    return current


def catalogue_in_use(paths: AppPaths) -> Catalogue:
    """The release in use, open."""
    return Catalogue(release_in_use(paths).file)
