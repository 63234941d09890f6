"""The hand-out that is being put together: which pages, in what order, and how it looks on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from therapist_desktop.domain.errors import NotFound
from therapist_desktop.domain.handout import Handout, PaperLook, read, written
from therapist_desktop.services.safely import save_as
from therapist_desktop.ui.jobs import if_trouble

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Protocol

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.library import Piece, PieceCard, Section
    from therapist_desktop.ui.jobs import NewestOnly, OneAtATime

    class Pieces(Protocol):
        """The questions that a hand-out asks of the catalogue."""

        def piece(self, piece_id: str) -> Piece: ...
        def pieces(
            self, section: Section | None = None, words: str = "", limit: int = 1000
        ) -> tuple[PieceCard, ...]: ...

    class Remembers(Protocol):
        """The part of the notebook that keeps the draft."""

        def remember(self, name: str, text: str) -> None: ...


NAME = "handout"
_MOST_FOUND = 12


class Collected(NamedTuple):
    """A hand-out with its pages. `gone` are those this release does not have, `unsafe` those that were altered."""

    handout: Handout
    pieces: tuple[Piece, ...]
    gone: tuple[str, ...] = ()
    unsafe: tuple[str, ...] = ()


class HandoutController(QObject):
    """Changes the draft and keeps it in the notebook; fetches its pages off the GUI thread."""

    changed = Signal(object)  # Handout
    collected = Signal(object)  # Collected
    found = Signal(object)  # tuple[PieceCard, ...]
    saved = Signal(str)  # the name of the file
    failed = Signal(object)  # Trouble

    def __init__(
        self,
        catalogue: Pieces,
        reads: tuple[NewestOnly, NewestOnly],
        notebook: Remembers,
        deeds: OneAtATime,
        known: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue, self._notebook, self._deeds = catalogue, notebook, deeds
        self._collecting, self._searching = reads
        self._handout = read(known)

    @property
    def handout(self) -> Handout:
        """What was put together so far."""
        return self._handout

    def change(self, handout: Handout) -> None:
        """It is this now."""
        if handout == self._handout:
            return
        self._handout = handout
        text, notebook = written(handout), self._notebook
        self._deeds.do(lambda: notebook.remember(NAME, text), _nothing, if_trouble(self._fail))
        self.changed.emit(handout)

    def add(self, piece_id: str) -> bool:
        """Put a page in, at the end. False where there is no room for more."""
        if self._handout.is_full and piece_id not in self._handout.pieces:
            return False
        self.change(self._handout.with_piece(piece_id))
        return True

    def look(self, look: PaperLook) -> None:
        """Make it look like this from now on."""
        self.change(self._handout._replace(look=look))

    def collect(self, handout: Handout | None = None) -> None:
        """Fetch the pages of the draft, or of this one."""
        wanted, catalogue = handout or self._handout, self._catalogue
        self._collecting.ask(
            lambda: _collect(catalogue, wanted),
            self.collected.emit,
            if_trouble(self._fail),
        )

    def seek(self, words: str) -> None:
        """Find pages to put in."""
        if not words.strip():
            self._searching.forget()
            self.found.emit(())
            return
        catalogue = self._catalogue
        self._searching.ask(
            lambda: catalogue.pieces(None, words, _MOST_FOUND),
            self.found.emit,
            if_trouble(self._fail),
        )

    def save(self, file: Path, content: bytes) -> None:
        """Write the paper to a file, off the GUI thread."""
        self._deeds.do(lambda: save_as(file, content), lambda _: self.saved.emit(file.name), if_trouble(self._fail))

    def _fail(self, trouble: Trouble) -> None:
        self.failed.emit(trouble)


def _collect(catalogue: Pieces, handout: Handout) -> Collected:
    pieces: list[Piece] = []
    gone: list[str] = []
    for one in handout.pieces:
        try:
            pieces.append(catalogue.piece(one))
        except NotFound:
            gone.append(one)
    unsafe = tuple(piece.title for piece in pieces if not piece.intact)
    return Collected(handout, _whole(pieces), tuple(gone), unsafe)


def _whole(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """What the publisher did not sign never goes on paper."""
    return tuple(piece for piece in pieces if piece.intact)


def _nothing(_end: object) -> None:
    """It is kept."""
