"""Everything that is kept while reading, between the pages, the shelves and the notebook."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.services.notebook import Notebook
    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.controllers.reading_notes import ReadingNotesController
    from therapist_desktop.ui.jobs import OneAtATime
    from therapist_desktop.ui.widgets.kept_line import KeptLine
    from therapist_desktop.ui.wiring.citing import Citing
    from therapist_desktop.ui.wiring.exporting import Exporting
    from therapist_desktop.ui.wiring.highlighting import Highlighting
    from therapist_desktop.ui.wiring.kept_shelves import Shelves
    from therapist_desktop.ui.wiring.reading_places import ReadingPlaces
    from therapist_desktop.ui.wiring.reporting import Reporting


_PARTS = (
    "controllers.reading_notes",
    "wiring.highlighting",
    "wiring.reading_places",
    "wiring.bookmarking",
    "wiring.citing",
    "widgets.keep_tools",
    "widgets.kept_shelf",
    "wiring.kept_shelves",
    "wiring.exporting",
    "wiring.reporting",
)


class Kept(QObject):
    """Made behind the first picture, a part at a time; it goes with the window."""

    notes: ReadingNotesController
    highlighting: Highlighting
    places: ReadingPlaces
    citing: Citing
    shelves: Shelves
    exporting: Exporting
    reporting: Reporting
    line: KeptLine

    def __init__(self, built: Built, notebook: Notebook, deeds: OneAtATime) -> None:
        super().__init__(built.window)
        self._built, self._notebook, self._deeds = built, notebook, deeds
        self._link = ""
        self._is_ready = False
        built.window.furnish_with(self._furnish)
        built.window.furnished.connect(self._begin)
        built.window.link_requested.connect(self._open_link)

    def _furnish(self) -> Iterator[None]:
        """Load what it takes and make it, in steps."""
        for module in _PARTS:
            import_module(f"therapist_desktop.ui.{module}")
            yield
        from therapist_desktop.ui.controllers.reading_notes import ReadingNotesController
        from therapist_desktop.ui.widgets.keep_tools import KeepTools
        from therapist_desktop.ui.widgets.kept_line import KeptLine
        from therapist_desktop.ui.wiring.bookmarking import Bookmarking
        from therapist_desktop.ui.wiring.citing import Citing
        from therapist_desktop.ui.wiring.exporting import Exporting
        from therapist_desktop.ui.wiring.highlighting import Highlighting
        from therapist_desktop.ui.wiring.kept_shelves import Shelves
        from therapist_desktop.ui.wiring.reading_places import ReadingPlaces
        from therapist_desktop.ui.wiring.reporting import Reporting

        built, window, appearance = self._built, self._built.window, self._built.appearance
        self.notes = ReadingNotesController(self._notebook.pieces, self._deeds, parent=window)
        self.notes.failed.connect(window.banner.show_problem)
        built.syncing.catalogue_replaced.connect(self._look_through)
        self.line, tools = KeptLine(appearance), KeepTools(appearance)
        window.reader.hold_line(self.line)
        window.reader.hold_tools(tools)
        yield
        self.highlighting = Highlighting(window, self.notes, self.line, appearance)
        yield
        self._bookmarking = Bookmarking(built, self.notes, self.line, tools)
        self.citing = Citing(built, self.line)
        self.places = ReadingPlaces(built, self.notes, self.line)
        yield
        self.shelves = Shelves(built, self.notes, self.highlighting, self.places)
        yield from self.shelves.furnish()
        self.shelves.hold(window.library.hold_shelf)
        self.exporting = Exporting(window, self.notes, self.shelves, self.line, self._deeds)
        self.reporting = Reporting(window, self.notes, self.line, appearance, self._deeds)

    def _begin(self) -> None:
        """Behind the marks: what was merged has moved by then."""
        self._look_through()
        self._is_ready = True
        if self._link:
            self._open_link(self._link)

    def _look_through(self) -> None:
        self.notes.load()
        self.shelves.look_through(self._notebook.pieces, self._deeds)

    def _open_link(self, link: str) -> None:
        self._link = link
        if self._is_ready and not self.citing.open_link(link):
            from therapist_desktop.domain.errors import NotFound

            self._built.window.banner.show_problem(NotFound(id=link))
