"""What somebody notes about listings: shown at once, written behind it, and taken back where the disk refuses."""

from __future__ import annotations

from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.notebook import Shown, Standing
from therapist_desktop.services.clock import local_day
from therapist_desktop.ui.jobs import if_trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from typing import Protocol

    from therapist_desktop.domain.notebook import Mark, Outcome
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.jobs import OneAtATime

    class Notes(Protocol):
        """The part of the notebook that is about listings."""

        def standings(self) -> Mapping[str, Standing]: ...
        def noted_ids(self) -> tuple[str, ...]: ...
        def look_after(self, today: date) -> None: ...
        def mark(self, shown: Shown) -> None: ...
        def unmark(self, listing_id: str) -> None: ...
        def clear_marks(self) -> tuple[Mark, ...]: ...
        def put_back(self, marks: Sequence[Mark]) -> None: ...
        def note_outcome(self, shown: Shown, outcome: Outcome | None, today: date) -> None: ...
        def follow(self, moved: Mapping[str, str]) -> None: ...

    class Merges(Protocol):
        """The part of the catalogue that knows which listings were merged."""

        def now_called(self, ids: Iterable[str]) -> Mapping[str, str]: ...


class MarkingController(QObject):
    """Knows the standing of every listing that something is noted about."""

    standings_changed = Signal(object)  # Mapping[str, Standing]
    failed = Signal(object)  # Trouble

    def __init__(self, notebook: Notes, catalogue: Merges, deeds: OneAtATime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._catalogue = catalogue
        self._deeds = deeds
        self._standings: dict[str, Standing] = {}
        self._written: Mapping[str, Standing] = {}
        self._under_way = 0
        self._taken_away: tuple[Standing, ...] = ()
        self._kept_for_undo: list[Mark] = []

    @property
    def standings(self) -> Mapping[str, Standing]:
        """What is noted, by the id of the listing; a listing of which nothing is noted is not in it."""
        return MappingProxyType(self._standings)

    @property
    def marked(self) -> tuple[Shown, ...]:
        """The marked listings in the order of marking."""
        return _marked(self._standings)

    def load(self) -> None:
        """Read what was noted, then look whether the notebook is well; behind the first picture."""
        notebook = self._notebook
        self._do(lambda: None)
        self._do(lambda: notebook.look_after(local_day()))
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Go with listings that the release in use has merged into others; once it is another one."""
        notebook, catalogue = self._notebook, self._catalogue

        def follow() -> None:
            with suppress(CatalogueDamaged):  # others say so
                notebook.follow(catalogue.now_called(notebook.noted_ids()))

        self._do(follow)

    def toggle(self, listing: Card | Shown) -> None:
        """Mark this listing, or take its mark away."""
        notebook = self._notebook
        shown = _as_shown(listing)
        before = self._standings.pop(shown.id, Standing(shown))
        if before.marked:
            self._show({**self._standings, **_if_noted(before._replace(marked=False))})
            self._do(lambda: notebook.unmark(shown.id))
        else:
            self._show(_marked_first({**self._standings, shown.id: before._replace(listing=shown, marked=True)}))
            self._do(lambda: notebook.mark(shown))

    def note(self, listing: Card | Shown, outcome: Outcome | None) -> None:
        """How a call to this listing ended; None: what was noted about calls to it counts no more."""
        notebook, shown, today = self._notebook, _as_shown(listing), local_day()
        before = self._standings.get(shown.id, Standing(shown))
        after = before._replace(listing=shown, outcome=outcome, noted_on=today if outcome else None)
        standings = {**self._standings, shown.id: after}
        if not _if_noted(after):
            del standings[shown.id]
        self._show(standings)
        self._do(lambda: notebook.note_outcome(shown, outcome, today))

    def clear(self) -> None:
        """Take all marks away; `put_back` undoes that."""
        taken_away = tuple(standing for standing in self._standings.values() if standing.marked)
        if not taken_away:
            return
        notebook = self._notebook
        marks: list[Mark] = []
        self._taken_away, self._kept_for_undo = taken_away, marks
        unmarked: dict[str, Standing] = {}
        for standing in self._standings.values():
            unmarked.update(_if_noted(standing._replace(marked=False)))
        self._show(unmarked)
        self._do(lambda: marks.extend(notebook.clear_marks()))

    def put_back(self) -> None:
        """Give the listings of the last `clear` their marks again, before those that were marked since."""
        taken_away, marks = self._taken_away, self._kept_for_undo
        self._taken_away, self._kept_for_undo = (), []
        if not taken_away:
            return
        notebook = self._notebook
        again = {
            standing.listing.id: self._standings.get(standing.listing.id, standing)._replace(marked=True)
            for standing in taken_away
        }
        rest = {name: standing for name, standing in self._standings.items() if name not in again}
        self._show(_marked_first({**again, **rest}))
        self._do(lambda: notebook.put_back(tuple(marks)))

    def forget_cleared(self) -> None:
        """What was taken away cannot be put back any more."""
        self._taken_away, self._kept_for_undo = (), []

    def _show(self, standings: Mapping[str, Standing]) -> None:
        self._standings = dict(standings)
        self.standings_changed.emit(self.standings)

    def _do(self, deed: Callable[[], object]) -> None:
        notebook = self._notebook

        def write_and_read() -> Mapping[str, Standing]:
            deed()
            return notebook.standings()

        self._under_way += 1
        self._deeds.do(write_and_read, self._settle, self._fail)

    def _settle(self, written: Mapping[str, Standing]) -> None:
        """The disk has the last word, as soon as it has heard everything."""
        self._written = written
        self._under_way -= 1
        self._agree()

    def _fail(self, error: BaseException) -> None:
        self._under_way -= 1
        self._agree()
        if_trouble(self.failed.emit)(error)

    def _agree(self) -> None:
        if self._under_way:
            return
        if self._standings != dict(self._written) or self.marked != _marked(self._written):
            self._show(self._written)


def shown_of(card: Card) -> Shown:
    """What is kept of a row when something is noted about it."""
    return Shown(card.id, card.kind.value, card.name, card.phone, card.city, card.state)


def _as_shown(listing: Card | Shown) -> Shown:
    return listing if isinstance(listing, Shown) else shown_of(listing)


def _marked(standings: Mapping[str, Standing]) -> tuple[Shown, ...]:
    return tuple(standing.listing for standing in standings.values() if standing.marked)


def _marked_first(standings: Mapping[str, Standing]) -> dict[str, Standing]:
    return dict(sorted(standings.items(), key=lambda one: not one[1].marked))


def _if_noted(standing: Standing) -> dict[str, Standing]:
    return {standing.listing.id: standing} if standing.marked or standing.outcome else {}
