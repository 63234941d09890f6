"""A person's machine: a data folder, and syncs on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.services.repositories import Repository
from therapist_desktop.domain.errors import Cancelled, Trouble
from therapist_desktop.domain.syncing import AlreadyCurrent, Installed, NotInstalled, Progress, Step, SyncOutcome, Tell
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.sync import Wish, sync_as_wished

_T = TypeVar("_T", bound=Trouble)


def nothing(_progress: Progress) -> None:
    """Hears of progress and does nothing."""


class Machine:
    """Syncs, and answers what it holds."""

    def __init__(self, folder: Path) -> None:
        self.paths = AppPaths.under(folder)
        self.shelf = Shelf(self.paths.catalogues)

    def sync(
        self,
        source: Repository | str | None = None,
        *,
        trust: Path | None = None,
        tell: Tell = nothing,
        shrink: bool = False,
        expired: bool = False,
    ) -> SyncOutcome:
        """Sync; a repository is trusted at once, an address only with a key file."""
        if isinstance(source, Repository):
            return self.sync(str(source.folder), trust=source.trust, tell=tell, shrink=shrink, expired=expired)
        wish = Wish(source or "", trust, accept_shrink=shrink, accept_expired=expired)
        return sync_as_wished(self.paths, wish, tell)

    def install(
        self, source: Repository | str | None = None, trust: Path | None = None, tell: Tell = nothing
    ) -> Installed:
        """A sync that must install something."""
        outcome = self.sync(source, trust=trust, tell=tell)
        assert isinstance(outcome, Installed), outcome
        return outcome

    def find_current(self, source: Repository | str | None = None) -> AlreadyCurrent:
        """A sync that must find nothing newer."""
        outcome = self.sync(source)
        assert isinstance(outcome, AlreadyCurrent), outcome
        return outcome

    def refuse(self, kind: type[_T], outcome: SyncOutcome) -> _T:
        """An outcome that must be this trouble."""
        assert isinstance(outcome, NotInstalled), outcome
        assert isinstance(outcome.trouble, kind), repr(outcome.trouble)
        assert outcome.trouble.line().count("\n") == 0
        return outcome.trouble

    def holds(self, number: int | None) -> bool:
        """Release `number` opens and answers, nothing is left of a sync, and nobody holds the lock."""
        assert not list(self.paths.catalogues.glob("bench-*"))
        assert not list(self.paths.catalogues.glob(".*.new"))
        with self.shelf.locked():
            current = self.shelf.current()
        if current is None:
            return number is None
        return Catalogue(current.file).release().number == current.release.number == number


def stop_at(step: Step) -> Callable[[Progress], None]:
    """A person who presses "stop" at a step."""

    def tell(progress: Progress) -> None:
        if progress.step is step:
            raise Cancelled

    return tell
