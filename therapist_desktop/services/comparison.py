"""The release in use beside the one before it on the shelf."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from therapist_desktop.data.reading.opening import OpenCatalogue
from therapist_desktop.domain.changes import Change, Happened, LibraryChanges, ListingChanges, differences
from therapist_desktop.domain.errors import CatalogueDamaged, NotFound
from therapist_desktop.services.clock import local_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from therapist_desktop.services.shelf import Shelf

_LISTINGS = ("provider", "center")


class Comparison:
    """Answers from the two files. Safe to ask from any thread."""

    def __init__(self, now: Path, before: Path) -> None:
        """Raises CatalogueDamaged where one of them cannot be read."""
        self._now, self._before = OpenCatalogue(now), OpenCatalogue(before)
        self.now, self.before = self._now.release(), self._before.release()

    @property
    def pair(self) -> tuple[str, str]:
        """What says which two releases these are."""
        return self.before.state, self.now.state

    def library(self, saved: Iterable[str]) -> LibraryChanges:
        """What changed in the library, and what became of these ids that the person keeps."""
        from therapist_desktop.data.reading.comparing import changed_of, piece_changes, side_by_side

        with side_by_side(self._now, self._before) as connection:
            pieces, kept = piece_changes(connection), changed_of(connection, saved)
        return LibraryChanges(self.before.number, self.now.number, self._told(kept), pieces)

    def listings(
        self, tell: Callable[[int], None] = lambda _thousandths: None, still: Callable[[], None] = lambda: None
    ) -> ListingChanges:
        """What changed among the listings, which takes seconds for a million: `still` may raise to give up."""
        from therapist_desktop.data.reading.comparing import listing_changes, side_by_side

        with side_by_side(self._now, self._before) as connection:
            found = listing_changes(connection, tell, still)
        return replace(found, first=self._told(found.first))

    def _told(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """The same with what changed in each listing, and what a merged one is now."""
        moved = self._now.now_called([one.id for one in changes if one.happened is Happened.GONE])
        return tuple(replace(self._with_fields(one), into=moved.get(one.id, "")) for one in changes)

    def _with_fields(self, one: Change) -> Change:
        if one.kind not in _LISTINGS or one.happened is not Happened.CHANGED:
            return one
        day = local_day()
        try:
            before, now = self._before.listing(one.id, day), self._now.listing(one.id, day)
        except (CatalogueDamaged, NotFound):
            return one  # whoever opens it is told
        return replace(one, fields=differences(before, now))


def comparison_of(shelf: Shelf) -> Comparison | None:
    """The release in use and the one before it; None where there is none, or where it was built by another version."""
    pointer = shelf.pointer()
    if pointer.current is None or pointer.previous is None or not pointer.previous.is_there:
        return None
    try:
        return Comparison(pointer.current.file, pointer.previous.file)
    except CatalogueDamaged:
        return None
