"""What the notebook keeps of pages, read without SQLAlchemy."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from therapist_desktop.data.notebook_file import ask
from therapist_desktop.domain.notebook import KeptCounts
from therapist_desktop.domain.reading_notes import (
    Anchor,
    Bookmark,
    Colour,
    Highlight,
    Reading,
    ReadingNotes,
    Report,
    ShownPiece,
    ToRead,
    Wrong,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

_PIECE = "piece.id, piece.kind, piece.section, piece.title"
_FROM = "FROM {0} JOIN piece ON piece.id = {0}.piece_id"
_OLDER = frozenset({"0001", "0002"})
"""The revisions that kept nothing of pages."""
_COLOURS = {colour.value: colour for colour in Colour}
_WRONG = {wrong.value: wrong for wrong in Wrong}


def reading_notes(file: Path) -> ReadingNotes:
    """All of it. A notebook of an earlier revision keeps nothing of pages."""
    return ask(file, _notes) or ReadingNotes()


def piece_ids(file: Path) -> tuple[str, ...]:
    """The pages of which something is kept."""
    return ask(file, _ids) or ()


def piece_counts(file: Path) -> KeptCounts:
    """How much is kept."""
    return ask(file, _counts) or KeptCounts()


def _notes(connection: sqlite3.Connection, revision: str) -> ReadingNotes:
    if revision in _OLDER:
        return ReadingNotes()

    def rows(table: str, columns: str, order: str) -> Iterator[tuple[ShownPiece, list[Any]]]:
        asked = f"SELECT {_PIECE}, {columns} {_FROM.format(table)} ORDER BY {order}"
        for row in connection.execute(asked):
            yield ShownPiece(*row[:4]), list(row[4:])

    return ReadingNotes(
        bookmarks={
            piece.id: Bookmark(piece, _moment(made)) for piece, (made,) in rows("bookmark", "made_at", "made_at, id")
        },
        to_read={
            piece.id: ToRead(piece, _moment(added), _moment(done) if done else None)
            for piece, (added, done) in rows("to_read", "added_at, done_at", "added_at, id")
        },
        highlights={
            key: Highlight(
                key,
                piece,
                Anchor(*anchor),
                _COLOURS.get(colour, Colour.YELLOW),
                note,
                _moment(made),
                _moment(changed),
            )
            for piece, (key, *anchor, colour, note, made, changed) in rows(
                "highlight",
                'highlight.id, quote, "before", "after", start, stop, language, colour, note, made_at, changed_at',
                "made_at, highlight.id",
            )
        },
        readings={
            piece.id: Reading(piece, fraction, heading, _moment(last), times)
            for piece, (fraction, heading, last, times) in rows(
                "reading", "fraction, heading, last_read, times", "last_read, id"
            )
        },
        reports={
            key: Report(
                key,
                piece,
                release,
                quote,
                _WRONG.get(wrong, Wrong.OTHER),
                text,
                _moment(made),
                _moment(changed),
                bool(is_draft),
                _moment(exported) if exported else None,
            )
            for piece, (key, release, quote, wrong, text, made, changed, is_draft, exported) in rows(
                "report",
                'report.id, "release", quote, wrong, text, made_at, changed_at, is_draft, exported_at',
                "made_at, report.id",
            )
        },
    )


def _ids(connection: sqlite3.Connection, revision: str) -> tuple[str, ...]:
    if revision in _OLDER:
        return ()
    return tuple(row[0] for row in connection.execute("SELECT id FROM piece ORDER BY id"))


def _counts(connection: sqlite3.Connection, revision: str) -> KeptCounts:
    if revision in _OLDER:
        return KeptCounts()
    tables = ("bookmark", "to_read", "highlight", "reading", "report")
    return KeptCounts(*(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables))  # noqa: S608


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
