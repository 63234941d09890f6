"""What can be written about pages. Each function is part of a transaction that its caller has begun."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import delete, select, union, update
from sqlalchemy.orm import Session

from therapist_desktop.data.writing.notebook.piece_tables import (
    BookmarkRow,
    HighlightRow,
    PieceRow,
    ReadingRow,
    ReportRow,
    ToReadRow,
)
from therapist_desktop.domain.reading_notes import Bookmark, Highlight, Reading, Report, ShownPiece, ToRead

_ONCE: tuple[type[BookmarkRow | ToReadRow | ReadingRow], ...] = (BookmarkRow, ToReadRow, ReadingRow)
"""Of these a page has at most one."""
_MANY: tuple[type[HighlightRow | ReportRow], ...] = (HighlightRow, ReportRow)


def keep_bookmark(session: Session, one: Bookmark) -> None:
    """Put a bookmark in a page."""
    _keep_piece(session, one.piece)
    session.merge(BookmarkRow(piece_id=one.piece.id, made_at=_plain(one.made_at)))


def keep_to_read(session: Session, one: ToRead) -> None:
    """Put a page on the reading list, or say that it is read or is not."""
    _keep_piece(session, one.piece)
    done = _plain(one.done_at) if one.done_at else None
    session.merge(ToReadRow(piece_id=one.piece.id, added_at=_plain(one.added_at), done_at=done))


def keep_reading(session: Session, one: Reading) -> None:
    """How far a page was read."""
    _keep_piece(session, one.piece)
    session.merge(
        ReadingRow(
            piece_id=one.piece.id,
            fraction=one.fraction,
            heading=one.heading,
            last_read=_plain(one.last_read),
            times=one.times,
        )
    )


def keep_highlight(session: Session, one: Highlight) -> None:
    """Highlight words, or give highlighted words another colour or note."""
    _keep_piece(session, one.piece)
    session.merge(
        HighlightRow(
            id=one.id,
            piece_id=one.piece.id,
            colour=one.colour.value,
            note=one.note,
            made_at=_plain(one.made_at),
            changed_at=_plain(one.changed_at),
            **one.anchor._asdict(),
        )
    )


def keep_report(session: Session, one: Report) -> None:
    """Keep a report, or a draft of it."""
    _keep_piece(session, one.piece)
    values = {name: value for name, value in one._asdict().items() if name != "piece"}
    values |= {
        "piece_id": one.piece.id,
        "wrong": one.wrong.value,
        "made_at": _plain(one.made_at),
        "changed_at": _plain(one.changed_at),
        "exported_at": _plain(one.exported_at) if one.exported_at else None,
    }
    session.merge(ReportRow(**values))


def drop_of_a_piece(session: Session, table: str, piece_id: str) -> None:
    """Take the bookmark of a page away, or the page off the reading list or the list of what was read."""
    row = next(row for row in _ONCE if row.__tablename__ == table)
    session.execute(delete(row).where(row.piece_id == piece_id))
    forget_the_unkept(session)


def drop_highlight(session: Session, highlight_id: str) -> None:
    """Highlighted words are so no more."""
    session.execute(delete(HighlightRow).where(HighlightRow.id == highlight_id))
    forget_the_unkept(session)


def drop_report(session: Session, report_id: str) -> None:
    """Throw a report away."""
    session.execute(delete(ReportRow).where(ReportRow.id == report_id))
    forget_the_unkept(session)


def forget_all_readings(session: Session) -> None:
    """Nothing was read."""
    session.execute(delete(ReadingRow))
    forget_the_unkept(session)


def rename(session: Session, pieces: list[ShownPiece]) -> None:
    """Pages that are known are called so now."""
    for piece in pieces:
        if session.get(PieceRow, piece.id) is not None:
            session.merge(_row(piece))


def follow_pieces(session: Session, moved: Mapping[str, str]) -> None:
    """Move what is kept of these pages to those that they were merged into."""
    for old, new in moved.items():
        piece = session.get(PieceRow, old)
        if piece is not None and old != new:
            _move(session, piece, new)


def forget_the_unkept(session: Session) -> None:
    """A page of which nothing is kept any more is not kept."""
    session.flush()
    kept = union(*(select(row.piece_id) for row in (*_ONCE, *_MANY)))
    session.execute(delete(PieceRow).where(PieceRow.id.not_in(kept)))


def _move(session: Session, piece: PieceRow, new: str) -> None:
    if session.get(PieceRow, new) is None:
        session.add(PieceRow(id=new, kind=piece.kind, section=piece.section, title=piece.title))
        session.flush()
    for row in _ONCE:
        if session.get(row, new) is None:
            session.execute(update(row).where(row.piece_id == piece.id).values(piece_id=new))
        else:
            session.execute(delete(row).where(row.piece_id == piece.id))
    for many in _MANY:
        session.execute(update(many).where(many.piece_id == piece.id).values(piece_id=new))
    session.expire_all()
    session.execute(delete(PieceRow).where(PieceRow.id == piece.id))


def _keep_piece(session: Session, piece: ShownPiece) -> None:
    session.merge(_row(piece))
    session.flush()


def _row(piece: ShownPiece) -> PieceRow:
    return PieceRow(**piece._asdict())


def _plain(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
