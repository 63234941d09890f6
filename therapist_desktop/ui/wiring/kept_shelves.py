"""The shelves of the library that hold what is kept: made when somebody first goes to one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from therapist_desktop.domain.errors import NotFound
from therapist_desktop.domain.library import Shelf
from therapist_desktop.domain.places import Page
from therapist_desktop.services.clock import local_day
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.jobs import if_trouble
from therapist_desktop.ui.widgets.kept_shelf import KeptShelf, ShelfWords, Way
from therapist_desktop.ui.wording.kept import bookmark_entries, highlight_entries, recent_entries, to_read_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from therapist_desktop.domain.library import Piece
    from therapist_desktop.domain.reading_notes import ReadingNotes
    from therapist_desktop.services.notebook_pieces import NotebookPieces
    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.controllers.reading_notes import ReadingNotesController
    from therapist_desktop.ui.jobs import OneAtATime
    from therapist_desktop.ui.wiring.highlighting import Highlighting
    from therapist_desktop.ui.wiring.reading_places import ReadingPlaces
    from therapist_desktop.ui.wording.kept import KeptEntry

KEPT = (Shelf.READING_LIST, Shelf.BOOKMARKS, Shelf.HIGHLIGHTS, Shelf.RECENT)


class Shelves(QObject):
    """Fills the four shelves and does what is asked for on them; each taking away has a way back."""

    export_requested = Signal()

    def __init__(
        self, built: Built, kept: ReadingNotesController, highlighting: Highlighting, places: ReadingPlaces
    ) -> None:
        super().__init__(built.window)
        self._built, self._kept = built, kept
        self._highlighting, self._reading = highlighting, places
        self._awaited = ""
        self.lost: frozenset[str] = frozenset()
        self.widgets: dict[Shelf, KeptShelf] = {}
        kept.notes_changed.connect(self.show)
        highlighting.texts.painted.connect(self._look_for_lost)
        built.window.reader.arrived.connect(self._arrive)

    def furnish(self) -> Iterator[None]:
        """Make them one after the other."""
        for shelf in KEPT:
            self.widgets[shelf] = self._made(shelf)
            yield
        self.show()

    def look_through(self, notebook: NotebookPieces, deeds: OneAtATime) -> None:
        """See which highlights the pages of the release in use do not hold any more."""
        catalogue = self._built.catalogue
        deeds.do(lambda: lost_of(notebook.all(), catalogue.piece), self._lose, if_trouble(_nothing))

    def hold(self, hold_shelf: Callable[[Shelf, KeptShelf], object]) -> None:
        """Hand the shelves to the pane that shows them."""
        for shelf, widget in self.widgets.items():
            hold_shelf(shelf, widget)

    def show(self, *_notes: object) -> None:
        """Show what is kept now."""
        notes, today = self._kept.notes, local_day()
        entries = {
            Shelf.READING_LIST: to_read_entries(notes, today),
            Shelf.BOOKMARKS: bookmark_entries(notes, today),
            Shelf.HIGHLIGHTS: highlight_entries(notes, today, self.lost),
            Shelf.RECENT: recent_entries(notes, today),
        }
        for shelf, widget in self.widgets.items():
            widget.show_entries(entries[shelf])

    def _made(self, shelf: Shelf) -> KeptShelf:
        search = translate("Shelves", "Search highlights and notes") if shelf is Shelf.HIGHLIGHTS else ""
        widget = KeptShelf(_words(shelf), _ways(shelf), self._built.appearance, search=search)
        widget.opened.connect(partial(self._open, shelf))
        widget.opened_apart.connect(self._open_apart)
        widget.way_chosen.connect(partial(self._go, shelf))
        return widget

    def _open(self, shelf: Shelf, entry: KeptEntry) -> None:
        places = self._built.places
        if shelf is Shelf.HIGHLIGHTS:
            self._awaited = entry.key
            self._read_in_its_language(entry.key)
            reader = self._built.window.reader
            if reader.piece is not None and reader.piece.id == entry.piece and places.here.piece == entry.piece:
                if reader.is_whole:
                    self._arrive()
                return
        elif shelf is Shelf.RECENT:
            self._reading.return_to(entry.piece)
        places.open_piece(entry.piece)

    def _open_apart(self, entry: KeptEntry) -> None:
        places = self._built.places
        places.open_in_new_tab(places.here._replace(page=Page.LIBRARY, piece=entry.piece))

    def _arrive(self) -> None:
        """The page stands there: go to the highlight it was opened for."""
        key, piece = self._awaited, self._built.window.reader.piece
        one = self._kept.notes.highlights.get(key)
        if one is not None and (piece is None or piece.id != one.piece.id):
            if self._built.places.here.piece == one.piece.id:
                return  # another page stands there anew while this one is on its way
            one = None
        self._awaited = ""
        if one is not None and not self._highlighting.go_to(key) and key in self.lost:
            self._highlighting.say_lost()

    def _read_in_its_language(self, highlight_id: str) -> None:
        """What was highlighted in a translation is found in that, and in nothing else."""
        one, reader = self._kept.notes.highlights.get(highlight_id), self._built.window.reader
        if one is not None and one.anchor.language != reader.language:
            reader.read_in(one.anchor.language)

    def _look_for_lost(self) -> None:
        """What the page that is read does not hold any more."""
        reader, texts = self._built.window.reader, self._highlighting.texts
        if reader.piece is None:
            return
        mine = {one.id for one in self._kept.notes.highlights_of(reader.piece.id)}
        found = texts.shown - texts.lost
        gone = frozenset() if reader.page.is_rearranged else texts.lost & mine
        self._lose((self.lost - found) | gone)

    def _lose(self, lost: frozenset[str]) -> None:
        if lost != self.lost:
            self.lost = lost
            self.show()

    def _go(self, shelf: Shelf, way: str, entry: KeptEntry | None) -> None:
        if way == "export":
            self.export_requested.emit()
        elif way == "forget":
            self._forget()
        elif entry is not None:
            self._go_with(shelf, way, entry)

    def _go_with(self, shelf: Shelf, way: str, entry: KeptEntry) -> None:
        if way == "remove":
            self._remove(shelf, entry)
        elif way == "done":
            self._kept.set_done(entry.key, done=not entry.is_done)
        elif way == "note":
            self._highlighting.write_note(self._kept.notes.highlights[entry.key])

    def _remove(self, shelf: Shelf, entry: KeptEntry) -> None:
        kept, notes, key = self._kept, self._kept.notes, entry.key
        back: Callable[[], object]
        if shelf is Shelf.BOOKMARKS:
            back = partial(kept.keep_bookmark, notes.bookmarks[key])
            kept.drop_bookmark(key)
        elif shelf is Shelf.READING_LIST:
            back = partial(kept.keep_to_read, notes.to_read[key])
            kept.drop_to_read(key)
        elif shelf is Shelf.HIGHLIGHTS:
            back = partial(kept.keep_highlight, notes.highlights[key])
            kept.drop_highlight(key)
        else:
            back = partial(kept.keep_reading, notes.readings[key])
            kept.drop_reading(key)
        said = translate("Shelves", "\u201c{title}\u201d is removed.").format(title=entry.title)
        self.widgets[shelf].line.say("undo-2", said, translate("Shelves", "Undo"), back)

    def _forget(self) -> None:
        before = tuple(self._kept.notes.readings.values())
        self._kept.forget_readings()

        def put_back() -> None:
            for one in before:
                self._kept.keep_reading(one)

        said = translate("Shelves", "What was read is forgotten.")
        self.widgets[Shelf.RECENT].line.say("undo-2", said, translate("Shelves", "Undo"), put_back)


def lost_of(notes: ReadingNotes, piece_of: Callable[[str], Piece]) -> frozenset[str]:
    """The highlights whose words are not found in the pages that this gives."""
    from therapist_desktop.domain.anchoring import found_again

    lost: set[str] = set()
    for piece_id in {one.piece.id for one in notes.highlights.values()}:
        texts = _texts(piece_id, piece_of)
        mine = notes.highlights_of(piece_id)
        lost.update(one.id for one in mine if found_again(one.anchor, texts.get(one.anchor.language, "")) is None)
    return frozenset(lost)


def _texts(piece_id: str, piece_of: Callable[[str], Piece]) -> dict[str, str]:
    """What a page says, by language; nothing where it is gone."""
    from therapist_desktop.services.html import plain_text
    from therapist_desktop.ui.reading.html import article

    try:
        piece = piece_of(piece_id)
    except NotFound:
        return {}
    others = {one.language: plain_text(one.body) for one in piece.translations}
    return {"en": plain_text(article(piece)), **others}


def _nothing(_trouble: object) -> None:
    """Others say that there is no catalogue."""


def _words(shelf: Shelf) -> ShelfWords:
    return {
        Shelf.READING_LIST: ShelfWords(
            translate("Shelves", "Reading list"),
            "glasses",
            translate("Shelves", "Your reading list is empty."),
            translate("Shelves", "Press Ctrl+Alt+D on a page, or the glasses above it, to read it later."),
        ),
        Shelf.BOOKMARKS: ShelfWords(
            translate("Shelves", "Bookmarks"),
            "bookmark",
            translate("Shelves", "There are no bookmarks yet."),
            translate("Shelves", "Press Ctrl+D on a page, or the ribbon above it, to find it here again."),
        ),
        Shelf.HIGHLIGHTS: ShelfWords(
            translate("Shelves", "Highlights and notes"),
            "highlighter",
            translate("Shelves", "Nothing is highlighted yet."),
            translate("Shelves", "Select words of a page and press Ctrl+Alt+H, or Ctrl+Alt+N for a note."),
        ),
        Shelf.RECENT: ShelfWords(
            translate("Shelves", "Recently read"),
            "history",
            translate("Shelves", "Nothing was read yet."),
            translate("Shelves", "Pages that you open stand here, with the place where you stopped."),
        ),
    }[shelf]


def _ways(shelf: Shelf) -> tuple[Way, ...]:
    remove = Way(
        "remove", translate("Shelves", "Remove"), translate("Shelves", "Take it off this list (Delete)"), "eraser"
    )
    return {
        Shelf.READING_LIST: (
            Way(
                "done",
                translate("Shelves", "Done"),
                translate("Shelves", "It is read, or is to be read again"),
                "check",
            ),
            remove,
        ),
        Shelf.BOOKMARKS: (remove,),
        Shelf.HIGHLIGHTS: (
            Way("note", translate("Shelves", "Note"), translate("Shelves", "Write or change its note"), "sticky-note"),
            remove,
            Way(
                "export",
                translate("Shelves", "Export..."),
                translate("Shelves", "Save all of them as Markdown (Ctrl+Alt+X)"),
                "file-down",
                of_all=True,
            ),
        ),
        Shelf.RECENT: (
            remove,
            Way(
                "forget",
                translate("Shelves", "Forget all"),
                translate("Shelves", "Forget what was read"),
                "history",
                of_all=True,
            ),
        ),
    }[shelf]
