"""From a page of the library to the listings: how many there are for what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from therapist_desktop.domain.errors import UnknownValue
from therapist_desktop.domain.filters import Choice, Filters
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.jobs import if_trouble

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Protocol

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.filters import Near
    from therapist_desktop.domain.results import Results
    from therapist_desktop.ui.jobs import NewestOnly, Still

    class Searches(Protocol):
        """The question that is asked of the catalogue."""

        def search(self, filters: Filters, *, still: Still | None = None) -> Results: ...


class Matched(NamedTuple):
    """How many listings have a value, and how many of them are near where one looks, if one looks somewhere."""

    everywhere: int
    near: int | None = None


class BridgingController(QObject):
    """Counts off the GUI thread; only the page read last is counted for."""

    counted = Signal(object, object)  # dict[str, Matched], Near or None

    def __init__(self, catalogue: Searches, reads: NewestOnly, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._reads = reads

    def count(self, keys: Sequence[str], near: Near | None) -> None:
        """Count the listings for these values ("specialty/ptsd")."""
        wanted, catalogue = tuple(keys), self._catalogue
        if not wanted:
            self._reads.forget()
            return
        self._reads.ask_while_wanted(
            lambda still: {key: found for key in wanted if (found := _matched(catalogue, key, near, still))},
            lambda found: self._tell(found, near),
            if_trouble(_nothing),
        )

    def _tell(self, found: Mapping[str, Matched], near: Near | None) -> None:
        self.counted.emit(found, near)


def asked_for(key: str, near: Near | None = None) -> Filters:
    """The search for everybody with this value."""
    facet, _, value = key.partition("/")
    return Filters(chosen=frozenset({Choice(Facet(facet), value)}), near=near)


def _matched(catalogue: Searches, key: str, near: Near | None, still: Still) -> Matched | None:
    if key.partition("/")[0] not in set(Facet):
        return None
    try:
        everywhere = catalogue.search(asked_for(key), still=still).total
        here = catalogue.search(asked_for(key, near), still=still).total if near is not None else None
    except UnknownValue:
        return None  # the release knows no such value, or no such place
    return Matched(everywhere, here)


def _nothing(_trouble: Trouble) -> None:
    """The page can be read without."""
