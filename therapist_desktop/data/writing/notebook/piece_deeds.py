"""The deeds about pages as jobs: plain values go in, so that another process can do them.

Each loads SQLAlchemy only when it is done: whoever hands jobs out need not have it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from therapist_desktop.domain.reading_notes import Bookmark, Highlight, Reading, Report, ShownPiece, ToRead

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Tell = Callable[[int], None]

_KINDS: Final[dict[str, Any]] = {
    "bookmark": Bookmark,
    "to_read": ToRead,
    "highlight": Highlight,
    "reading": Reading,
    "report": Report,
}


def plain(value: object) -> Any:
    """A value of the domain as plain ones."""
    return msgspec.to_builtins(value)


def keep(file: str, kind: str, value: Sequence[Any], _tell: Tell) -> None:
    """Keep one of these, in place of the one of the same id or page."""
    from therapist_desktop.data.writing.notebook import piece_room
    from therapist_desktop.data.writing.notebook.room import NotebookRoom

    one: Any = msgspec.convert(value, _KINDS[kind])
    deed = getattr(piece_room, f"keep_{kind}")
    NotebookRoom(Path(file)).do(lambda session: deed(session, one))


def drop(file: str, kind: str, key: str, _tell: Tell) -> None:
    """Take one of these away, if it is there."""
    from therapist_desktop.data.writing.notebook import piece_room
    from therapist_desktop.data.writing.notebook.room import NotebookRoom

    one_of_many = {"highlight": piece_room.drop_highlight, "report": piece_room.drop_report}
    room = NotebookRoom(Path(file))
    if kind in one_of_many:
        room.do(lambda session: one_of_many[kind](session, key))
    else:
        room.do(lambda session: piece_room.drop_of_a_piece(session, kind, key))


def forget_readings(file: str, _tell: Tell) -> None:
    """Nothing was read."""
    from therapist_desktop.data.writing.notebook import piece_room
    from therapist_desktop.data.writing.notebook.room import NotebookRoom

    NotebookRoom(Path(file)).do(piece_room.forget_all_readings)


def rename(file: str, pieces: Sequence[Any], _tell: Tell) -> None:
    """Pages of which something is kept are called so now."""
    from therapist_desktop.data.writing.notebook import piece_room
    from therapist_desktop.data.writing.notebook.room import NotebookRoom

    shown = msgspec.convert(pieces, list[ShownPiece])
    NotebookRoom(Path(file)).do(lambda session: piece_room.rename(session, shown))


def follow(file: str, moved: Mapping[str, str], _tell: Tell) -> None:
    """Move what is kept of these pages to those that they were merged into."""
    from therapist_desktop.data.writing.notebook import piece_room
    from therapist_desktop.data.writing.notebook.room import NotebookRoom

    NotebookRoom(Path(file)).do(lambda session: piece_room.follow_pieces(session, moved))
