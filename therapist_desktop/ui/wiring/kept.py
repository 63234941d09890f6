"""Everything that is kept while reading, between the pages, the shelves and the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.services.notebook import Notebook
    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.controllers.reading_notes import ReadingNotesController
    from therapist_desktop.ui.jobs import OneAtATime
    from therapist_desktop.ui.wiring.citing import Citing
    from therapist_desktop.ui.wiring.highlighting import Highlighting
    from therapist_desktop.ui.wiring.reading_places import ReadingPlaces


class Kept(QObject):
    """Made behind the first picture, a part at a time; it goes with the window."""

    notes: ReadingNotesController
    highlighting: Highlighting
    places: ReadingPlaces
    citing: Citing

    def __init__(self, built: Built, notebook: Notebook, deeds: OneAtATime) -> None:
        super().__init__(built.window)
        self._built, self._notebook, self._deeds = built, notebook, deeds
        self._link = ""
        self._is_ready = False
        built.window.furnish_with(self._furnish)
        built.window.furnished.connect(self._connect)
        built.window.link_requested.connect(self._open_link)

    def _furnish(self) -> Iterator[None]:
        """Load what it takes, in steps."""
        from therapist_desktop.ui.controllers.reading_notes import ReadingNotesController

        yield
        from therapist_desktop.ui.wiring import highlighting  # noqa: F401 - a step of its own

        yield
        from therapist_desktop.ui.widgets.keep_tools import KeepTools
        from therapist_desktop.ui.widgets.kept_line import KeptLine

        yield
        window, appearance = self._built.window, self._built.appearance
        self.notes = ReadingNotesController(self._notebook.pieces, self._deeds, parent=window)
        self._line, self._tools = KeptLine(appearance), KeepTools(appearance)
        yield

    def _connect(self) -> None:
        from therapist_desktop.ui.wiring.bookmarking import Bookmarking
        from therapist_desktop.ui.wiring.citing import Citing
        from therapist_desktop.ui.wiring.highlighting import Highlighting
        from therapist_desktop.ui.wiring.reading_places import ReadingPlaces

        built, window = self._built, self._built.window
        window.reader.hold_line(self._line)
        window.reader.hold_tools(self._tools)
        self.notes.failed.connect(window.banner.show_problem)
        self.highlighting = Highlighting(window, self.notes, self._line, built.appearance)
        self._bookmarking = Bookmarking(built, self.notes, self._line, self._tools)
        self.citing = Citing(built, self._line)
        self.places = ReadingPlaces(built, self.notes, self._line)
        built.syncing.catalogue_replaced.connect(self.notes.load)
        self.notes.load()
        self._is_ready = True
        if self._link:
            self._open_link(self._link)

    def _open_link(self, link: str) -> None:
        self._link = link
        if self._is_ready and not self.citing.open_link(link):
            from therapist_desktop.domain.errors import NotFound

            self._built.window.banner.show_problem(NotFound(id=link))
