"""Finding words on a page: from the bar of Ctrl+F to the places in the text, each of them brought in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from therapist_desktop.ui.reading.page_search import PageSearch

if TYPE_CHECKING:
    from therapist_desktop.ui.reading.browser import SafeBrowser
    from therapist_desktop.ui.reading.find_bar import FindBar
    from therapist_desktop.ui.reading.scroll import PageScroll
    from therapist_desktop.ui.theme import Appearance


class Finding(QObject):
    """What is typed in the bar is looked for at once; the bar says how many places there are."""

    def __init__(self, bar: FindBar, browser: SafeBrowser, scroll: PageScroll, appearance: Appearance) -> None:
        super().__init__(bar)
        self._bar, self._browser, self._scroll = bar, browser, scroll
        self._search = PageSearch(browser, browser.layers, appearance)
        bar.words_changed.connect(self._seek)
        bar.next_requested.connect(self.go_to_next)
        bar.previous_requested.connect(self.go_to_previous)
        bar.closed.connect(self._close)

    def open(self) -> None:
        """Show the bar, with the words of the last time."""
        self._bar.open()
        self._seek(self._bar.words)

    def look_again(self) -> None:
        """The text is another one: look there for what the bar asks for, if it is open."""
        self._search.forget()
        self._seek(self._bar.words if self._bar.isVisible() else "")

    @Slot()
    def go_to_next(self) -> None:
        """Show the next place, or the first after the last."""
        self._step(1)

    @Slot()
    def go_to_previous(self) -> None:
        """Show the place before, or the last before the first."""
        self._step(-1)

    @Slot(str)
    def _seek(self, words: str) -> None:
        self._search.seek(words)
        self._show()

    def _step(self, by: int) -> None:
        self._search.step(by)
        self._show()

    def _show(self) -> None:
        self._bar.say(self._search.at, self._search.total)
        place = self._search.place()
        if place is not None:
            self._scroll.bring_in_sight(place.center(), self._scroll.height() // 3)

    @Slot()
    def _close(self) -> None:
        self._bar.hide()
        self._search.settle()
        self._browser.setFocus(Qt.FocusReason.OtherFocusReason)
