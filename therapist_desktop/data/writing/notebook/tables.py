"""The tables of the notebook as they are in the newest revision; those about pages stand in piece_tables.

They are about listings, pages and the window. There is no column for a person who calls or is cared for, and none for
free text about one; there must never be.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, MetaData, false
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a later step can change it."""


class Row(DeclarativeBase):
    """A row of the notebook."""

    metadata = MetaData(naming_convention=NAMES)


class MemoryRow(Row):
    """Something that the window remembers."""

    __tablename__ = "memory"

    name: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class ListingRow(Row):
    """A listing as it stood when something was last noted about it. It stays when the listing goes from a release."""

    __tablename__ = "listing"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    phone: Mapped[str]
    city: Mapped[str]
    state: Mapped[str]


class MarkRow(Row):
    """A mark on a listing. `marked_at` is UTC."""

    __tablename__ = "mark"

    number: Mapped[int] = mapped_column(primary_key=True)
    listing_id: Mapped[str] = mapped_column(ForeignKey("listing.id"), unique=True)
    marked_at: Mapped[datetime]


class CallRow(Row):
    """How a call to a listing ended, on which day. The last row that was not withdrawn is the one that counts."""

    __tablename__ = "call"

    number: Mapped[int] = mapped_column(primary_key=True)
    listing_id: Mapped[str] = mapped_column(ForeignKey("listing.id"), index=True)
    outcome: Mapped[str]
    day: Mapped[date]
    withdrawn: Mapped[bool] = mapped_column(server_default=false())
