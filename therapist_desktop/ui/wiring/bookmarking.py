"""Bookmarks and the reading list, from the page that is read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from therapist_desktop.ui.controllers.reading_notes import shown_piece
from therapist_desktop.ui.i18n import translate

if TYPE_CHECKING:
    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.controllers.reading_notes import ReadingNotesController
    from therapist_desktop.ui.widgets.keep_tools import KeepTools
    from therapist_desktop.ui.widgets.kept_line import KeptLine


class Bookmarking:
    """The star and the clock beside the breadcrumb, their keys, and what they say."""

    def __init__(self, built: Built, kept: ReadingNotesController, line: KeptLine, tools: KeepTools) -> None:
        self._reader, self._kept, self._line, self._tools = built.window.reader, kept, line, tools
        actions = built.window.actions_
        actions["bookmark"].triggered.connect(self.bookmark)
        actions["read_later"].triggered.connect(self.read_later)
        tools.bookmark_requested.connect(self.bookmark)
        tools.later_requested.connect(self.read_later)
        for changed in (kept.notes_changed, self._reader.arrived, built.reading.piece_gone, built.window.page_shown):
            changed.connect(self._show)
        self._show()

    def bookmark(self) -> None:
        """Put a bookmark in the page that is read, or take it out with a way back."""
        piece, kept = self._reader.piece, self._kept
        if piece is None:
            return
        before = kept.notes.bookmarks.get(piece.id)
        kept.toggle_bookmark(shown_piece(piece))
        if before is None:
            self._line.say("bookmark-full", translate("Bookmarks", "Bookmarked."))
        else:
            words = translate("Bookmarks", "The bookmark is taken out.")
            self._line.say("bookmark", words, _undo(), partial(kept.keep_bookmark, before))

    def read_later(self) -> None:
        """Put the page that is read on the reading list, or take it off with a way back."""
        piece, kept = self._reader.piece, self._kept
        if piece is None:
            return
        before = kept.notes.to_read.get(piece.id)
        if kept.toggle_to_read(shown_piece(piece)) or before is None:
            self._line.say("glasses", translate("Bookmarks", "Put on your reading list."))
        else:
            words = translate("Bookmarks", "Taken off your reading list.")
            self._line.say("glasses", words, _undo(), partial(kept.keep_to_read, before))

    def _show(self, *_changed: object) -> None:
        piece, notes = self._reader.piece, self._kept.notes
        self._tools.setVisible(piece is not None)
        if piece is not None:
            self._tools.show_state(has_bookmark=piece.id in notes.bookmarks, to_read=notes.to_read.get(piece.id))


def _undo() -> str:
    return translate("Bookmarks", "Undo")
