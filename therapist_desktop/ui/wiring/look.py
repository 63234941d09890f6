"""How pages look and read: their look, the terms that are explained, their languages, and the next page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from therapist_desktop.domain.reading_look import ReadingLook
    from therapist_desktop.ui.built import Built


def connect_look(built: Built) -> None:
    """Behind the first picture, when there is something to read in."""
    for name in ("reading_look", "glossary"):
        built.window.actions_[name].setEnabled(False)
    built.window.furnished.connect(partial(_connect, built))


def _connect(built: Built) -> None:
    window, reader, actions = built.window, built.window.reader, built.window.actions_

    def show_look(look: ReadingLook) -> None:
        actions["glossary"].setChecked(look.glossary)

    def turn_to(which: str) -> None:
        neighbour = getattr(reader.piece, which, None)
        if neighbour is not None:
            built.places.open_piece(neighbour.id)

    def look_again(*_changed: object) -> None:
        actions["reading_look"].setEnabled(reader.isVisible() and reader.piece is not None)

    actions["reading_look"].triggered.connect(reader.toggle_look_panel)
    actions["other_language"].triggered.connect(reader.read_in_other_language)
    actions["page_before"].triggered.connect(lambda: turn_to("before"))
    actions["page_after"].triggered.connect(lambda: turn_to("after"))
    actions["glossary"].setEnabled(True)
    actions["glossary"].toggled.connect(reader.set_glossary)
    reader.look_changed.connect(show_look)
    built.reading.glossary_loaded.connect(reader.use_glossary)
    for changed in (window.page_shown, built.reading.piece_opened, built.reading.pieces_listed):
        changed.connect(look_again)
    show_look(reader.look)
    look_again()
