"""What is marked and how calls ended: from the rows to the notebook, and from the notebook to the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.places import Page
from therapist_desktop.ui.focus_travel import has_focus
from therapist_desktop.ui.models.comparison_size import why_not_compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.widgets.marks_strip import MarksStrip


def connect_marks(built: Built) -> None:
    """Space, the star and the menus mark; the strip below the rows shows what is marked."""
    marks = _Marks(built)
    window, marking = built.window, built.marking
    results, actions = window.results, window.actions_
    results.mark_requested.connect(marking.toggle)
    results.outcome_requested.connect(marking.note)
    marking.standings_changed.connect(lambda _standings: marks.show())
    actions["mark"].triggered.connect(results.mark)
    actions["compare"].triggered.connect(marks.compare)
    actions["clear_marks"].triggered.connect(marks.clear)
    actions["clear_call"].triggered.connect(marks.forget)
    window.page_shown.connect(lambda _page: marks.show_state())
    results.nothing_pointed.connect(marks.show_state)
    built.search.answered.connect(lambda _answer: marks.show_state())
    window.furnish_with(marks.furnish)
    marks.show_state()


class _Marks:
    """What the rows, the strip and the menus say about marks."""

    def __init__(self, built: Built) -> None:
        self._window, self._model, self._appearance = built.window, built.model, built.appearance
        self._marking, self._places = built.marking, built.places
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
            strip = self._strip_below()
            had_focus = has_focus(strip)
            strip.show_marked(marking.marked)
            if had_focus and strip.isHidden():
                self._window.results.focus_list()
        self.show_state()

    def show_state(self) -> None:
        """Only what can do something can be chosen."""
        actions = self._window.actions_
        reason = why_not_compared(len(self._marking.marked))
        actions["mark"].setEnabled(self._window.page is Page.FIND and self._window.results.card is not None)
        actions["clear_marks"].setEnabled(bool(self._marking.marked))
        actions["compare"].setEnabled(not reason)

    def clear(self) -> None:
        """Take all marks away, with a way back."""
        self._strip_below().expect_clearing()
        self._marking.clear()

    def forget(self) -> None:
        """Another caller: what was taken away before is not offered any more."""
        if self._strip is not None:
            self._strip.forget_clearing()

    def compare(self) -> None:
        """Put what is marked side by side."""
        if not why_not_compared(len(self._marking.marked)):
            self._places.compare(tuple(shown.id for shown in self._marking.marked))

    def _strip_below(self) -> MarksStrip:
        if self._strip is None:
            from therapist_desktop.ui.widgets.marks_strip import MarksStrip

            self._strip = strip = MarksStrip(self._appearance)
            strip.compare_requested.connect(self.compare)
            strip.clear_requested.connect(self.clear)
            strip.put_back_requested.connect(self._marking.put_back)
            strip.copy_requested.connect(self._window.copy)
            strip.mark_taken.connect(self._marking.toggle)
            self._appearance.changed.connect(strip.restyle)
            self._window.results.hold_marks(strip)
        return self._strip
