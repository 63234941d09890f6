"""The tables of what is kept while reading, as they are in the newest revision.

They are about pages. A note and a report hold free words about a page; who writes them is warned of what looks like it
belongs to a person. All moments are UTC.
"""

from datetime import datetime

from sqlalchemy import Float, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from therapist_desktop.data.writing.notebook.tables import Row


class PieceRow(Row):
    """A page as it was last shown. It stays when the page goes from a release."""

    __tablename__ = "piece"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    section: Mapped[str]
    title: Mapped[str]


class BookmarkRow(Row):
    """A bookmark in a page."""

    __tablename__ = "bookmark"

    piece_id: Mapped[str] = mapped_column(ForeignKey("piece.id"), primary_key=True)
    made_at: Mapped[datetime]


class ToReadRow(Row):
    """A page of the reading list, and when it was read."""

    __tablename__ = "to_read"

    piece_id: Mapped[str] = mapped_column(ForeignKey("piece.id"), primary_key=True)
    added_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class ReadingRow(Row):
    """How far a page was read."""

    __tablename__ = "reading"

    piece_id: Mapped[str] = mapped_column(ForeignKey("piece.id"), primary_key=True)
    fraction: Mapped[float] = mapped_column(Float)
    heading: Mapped[str]
    last_read: Mapped[datetime]
    times: Mapped[int]


class HighlightRow(Row):
    """Highlighted words of a page; `start` and `stop` count characters of its plain text."""

    __tablename__ = "highlight"

    id: Mapped[str] = mapped_column(primary_key=True)
    piece_id: Mapped[str] = mapped_column(ForeignKey("piece.id"), index=True)
    language: Mapped[str]
    quote: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    start: Mapped[int]
    stop: Mapped[int]
    colour: Mapped[str]
    note: Mapped[str]
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class ReportRow(Row):
    """An error in a page, to be told to its publisher."""

    __tablename__ = "report"

    id: Mapped[str] = mapped_column(primary_key=True)
    piece_id: Mapped[str] = mapped_column(ForeignKey("piece.id"), index=True)
    release: Mapped[int]
    quote: Mapped[str]
    wrong: Mapped[str]
    text: Mapped[str]
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    is_draft: Mapped[bool]
    exported_at: Mapped[datetime | None]
