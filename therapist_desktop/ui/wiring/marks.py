"""What is marked and how calls ended: from the rows to the notebook, and from the notebook to the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.results import Card
from therapist_desktop.ui.models.comparison_size import why_not_compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Protocol

    from PySide6.QtCore import SignalInstance

    from therapist_desktop.domain.notebook import Outcome, Shown, Standing
    from therapist_desktop.ui.controllers.comparing import ComparingController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.models.listings import ListingModel
    from therapist_desktop.ui.theme import Appearance
    from therapist_desktop.ui.widgets.marks_strip import MarksStrip

    class Marking(Protocol):
        """What the notebook offers to the rows."""

        @property
        def standings(self) -> Mapping[str, Standing]: ...
        @property
        def marked(self) -> tuple[Shown, ...]: ...
        @property
        def standings_changed(self) -> SignalInstance: ...
        def toggle(self, card: Card, /) -> object: ...
        def note(self, card: Card, outcome: Outcome | None, /) -> object: ...
        def clear(self) -> object: ...
        def put_back(self) -> object: ...


def connect_marks(
    window: MainWindow,
    model: ListingModel,
    appearance: Appearance,
    marking: Marking,
    comparing: ComparingController,
) -> None:
    """Space, the star and the menus mark; the strip below the rows shows what is marked."""
    marks = _Marks(window, model, appearance, marking, comparing)
    results, actions = window.results, window.actions_
    results.mark_requested.connect(marking.toggle)
    results.outcome_requested.connect(marking.note)
    marking.standings_changed.connect(lambda _standings: marks.show())
    actions["mark"].triggered.connect(results.mark)
    actions["compare"].triggered.connect(marks.compare)
    actions["clear_marks"].triggered.connect(marks.clear)
    window.page_shown.connect(lambda _page: marks.show_state())
    window.furnish_with(marks.furnish)
    marks.show_state()


class _Marks:
    """What the rows, the strip and the menus say about marks."""

    def __init__(
        self,
        window: MainWindow,
        model: ListingModel,
        appearance: Appearance,
        marking: Marking,
        comparing: ComparingController,
    ) -> None:
        self._window = window
        self._model = model
        self._appearance = appearance
        self._marking = marking
        self._comparing = comparing
        self._strip: MarksStrip | None = None

    def furnish(self) -> Iterator[None]:
        """Behind the first picture: show what was marked before."""
        yield
        self.show()

    def show(self) -> None:
        """Show what the notebook says now."""
        marking = self._marking
        self._model.show_standings(marking.standings)
        if marking.marked or self._strip is not None:
            self._strip_below().show_marked(marking.marked)
        self.show_state()

    def show_state(self) -> None:
        """Only what can do something can be chosen."""
        actions = self._window.actions_
        reason = why_not_compared(len(self._marking.marked))
        actions["mark"].setEnabled(self._window.page is Page.FIND)
        actions["clear_marks"].setEnabled(bool(self._marking.marked))
        actions["compare"].setEnabled(not reason)

    def clear(self) -> None:
        """Take all marks away, with a way back."""
        self._strip_below().expect_clearing()
        self._marking.clear()

    def compare(self) -> None:
        """Put what is marked side by side."""
        if not why_not_compared(len(self._marking.marked)):
            self._comparing.compare(self._marking.marked)
            self._window.show_page(Page.COMPARE)

    def _strip_below(self) -> MarksStrip:
        if self._strip is None:
            from therapist_desktop.ui.widgets.marks_strip import MarksStrip

            self._strip = strip = MarksStrip(self._appearance)
            strip.compare_requested.connect(self.compare)
            strip.clear_requested.connect(self.clear)
            strip.put_back_requested.connect(self._marking.put_back)
            strip.copy_requested.connect(self._window.copy)
            strip.mark_taken.connect(lambda shown: self._marking.toggle(card_of(shown)))
            self._appearance.changed.connect(strip.restyle)
            self._window.results.hold_marks(strip)
        return self._strip


def card_of(shown: Shown) -> Card:
    """As much of a row as the notebook keeps: what is marked need not be among the results."""
    return Card(
        row=-1,
        id=shown.id,
        kind=Kind(shown.kind),
        name=shown.name,
        about="",
        city=shown.city,
        state=shown.state,
        zip="",
        phone=shown.phone,
        takes="",
        accepting="unknown",
        verified_on=None,
        freshness=Freshness.NEVER,
    )
