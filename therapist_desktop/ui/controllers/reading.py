"""Fetches what is read: one listing, one piece of the library, the lists of pieces, the hotlines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desktop.domain.errors import NotFound, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Protocol

    from therapist_desktop.domain.library import Hotline, Piece, PieceCard, Section
    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.services.qr import QrCode
    from therapist_desktop.ui.jobs import NewestOnly

    class Reads(Protocol):
        """The questions that reading asks of the catalogue."""

        def listing(self, listing_id: str) -> Listing: ...
        def piece(self, piece_id: str) -> Piece: ...
        def pieces(self, section: Section | None = None, words: str = "") -> tuple[PieceCard, ...]: ...
        def sections(self) -> Mapping[Section, int]: ...
        def hotlines(self) -> tuple[Hotline, ...]: ...


MOST_PLACES = 100


class Place(NamedTuple):
    """Where somebody is in the library: at a piece, or at a list of a section or of found pieces."""

    piece: str = ""
    section: Section | None = None
    words: str = ""


class ReadingController(QObject):
    """Asks the catalogue off the GUI thread and remembers the way through the library."""

    listing_opened = Signal(object)  # Listing
    listing_gone = Signal(str)
    piece_opened = Signal(object)  # Piece
    pieces_listed = Signal(object)  # (str, tuple[PieceCard, ...])
    sections_listed = Signal(object)  # Mapping[Section, int]
    hotlines_listed = Signal(object)  # tuple[Hotline, ...]
    code_made = Signal(object)  # QrCode
    failed = Signal(object)  # Trouble
    place_changed = Signal(bool, bool)  # back is possible, forward is possible

    def __init__(self, catalogue: Reads, reads: Callable[[], NewestOnly], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._listings, self._places = reads(), reads()
        self._sections, self._hotlines = reads(), reads()
        self._codes = reads()
        self._way: tuple[Place, ...] = ()
        self._at = -1
        self._listing = ""

    @Slot(str)
    def open_listing(self, listing_id: str) -> None:
        """Show one provider or center."""
        self._listing = listing_id
        self._listings.ask(
            lambda: self._catalogue.listing(listing_id),
            self.listing_opened.emit,
            partial(self._listing_failed, listing_id),
        )

    @Slot()
    def close_listing(self) -> None:
        """No provider or center is shown any more."""
        self._listing = ""
        self._listings.forget()

    @Slot(str)
    def open_piece(self, piece_id: str) -> None:
        """Read one piece of the library."""
        self._go_on(Place(piece=piece_id))

    @Slot(object)
    def open_section(self, section: Section | None) -> None:
        """List a section, or the whole library."""
        self._go_on(Place(section=section))

    @Slot(str)
    def search_library(self, words: str) -> None:
        """List the pieces that hold these words, the best first."""
        self._go_on(Place(words=words.strip()))

    @Slot()
    def load_sections(self) -> None:
        """Count what each section holds."""
        self._sections.ask(self._catalogue.sections, self.sections_listed.emit, self._failed)

    @Slot()
    def load_hotlines(self) -> None:
        """Fetch the lines of the crisis page."""
        self._hotlines.ask(self._catalogue.hotlines, self.hotlines_listed.emit, self._failed)

    @Slot(str)
    def make_code(self, text: str) -> None:
        """Make the QR code of a text. What makes it takes a while to load, so that is not done here either."""
        self._codes.ask(partial(_code_of, text), self.code_made.emit, self._failed)

    @Slot()
    def reopen(self) -> None:
        """Show the same again from the release now in use."""
        if self._listing:
            self.open_listing(self._listing)
        self.load_sections()
        self.load_hotlines()
        if self._way:
            self._go(self._way, self._at)

    @Slot()
    def back(self) -> None:
        """Return to the place before this one."""
        if self._at > 0:
            self._go(self._way, self._at - 1)

    @Slot()
    def forward(self) -> None:
        """Undo a step back."""
        if self._at + 1 < len(self._way):
            self._go(self._way, self._at + 1)

    def _go_on(self, place: Place) -> None:
        if self._way and self._way[self._at] == place:
            self._go(self._way, self._at)
            return
        way = (*self._way[: self._at + 1], place)[-MOST_PLACES:]
        self._go(way, len(way) - 1)

    def _go(self, way: tuple[Place, ...], at: int) -> None:
        place = way[at]
        self._places.ask(partial(self._fetch, place), partial(self._arrived, way, at), self._failed)

    def _fetch(self, place: Place) -> Piece | tuple[PieceCard, ...]:
        if place.piece:
            return self._catalogue.piece(place.piece)
        return self._catalogue.pieces(place.section, place.words)

    def _arrived(self, way: tuple[Place, ...], at: int, found: Piece | tuple[PieceCard, ...]) -> None:
        from therapist_desktop.domain.library import Piece

        self._way, self._at = way, at
        if isinstance(found, Piece):
            self.piece_opened.emit(found)
        else:
            self.pieces_listed.emit((self._heading(way[at]), found))
        self.place_changed.emit(at > 0, at + 1 < len(way))

    def _heading(self, place: Place) -> str:
        if place.words:
            return self.tr("Library pages about \u201c{words}\u201d").format(words=place.words)
        if place.section is None:
            return self.tr("The whole library")
        from therapist_desktop.ui.library_words import section_name

        return section_name(place.section)

    def _listing_failed(self, listing_id: str, error: BaseException) -> None:
        if isinstance(error, NotFound):
            self.listing_gone.emit(listing_id)
        else:
            self._failed(error)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        self.failed.emit(error)


def _code_of(text: str) -> QrCode:
    from therapist_desktop.services.qr import qr_code

    return qr_code(text)
