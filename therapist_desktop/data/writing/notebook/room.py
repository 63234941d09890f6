"""What can be written in a notebook. Each deed is one transaction; values go in, values come out."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, delete, select, update
from sqlalchemy.orm import Session

from therapist_desktop.data.notebook_file import explained
from therapist_desktop.data.writing.notebook.connecting import engine_over
from therapist_desktop.data.writing.notebook.tables import CallRow, ListingRow, MarkRow, MemoryRow
from therapist_desktop.domain.notebook import Mark, Outcome, Shown

_T = TypeVar("_T")


class NotebookRoom:
    """One notebook, which must be up to date for every deed but bringing it there.

    Every method raises one of the NotebookTrouble family, and then nothing was changed.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def _engine(self) -> Engine:
        return engine_over(self._file)

    def bring_up_to_date(self) -> None:
        """Begin the notebook, or bring an older one to the newest revision."""
        from therapist_desktop.data.writing.notebook.upgrading import upgrade  # loads Alembic

        with explained(self._file):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            upgrade(self._engine)

    def remember(self, name: str, text: str) -> None:
        """Keep a text under this name."""
        self.do(lambda session: session.merge(MemoryRow(name=name, text=text)))

    def mark(self, shown: Shown, marked_at: datetime) -> None:
        """Mark a listing, or renew what is known about a marked one."""
        self.do(lambda session: _mark(session, Mark(shown, marked_at)))

    def unmark(self, listing_id: str) -> None:
        """Take the mark of a listing away, if it has one."""

        def take_away(session: Session) -> None:
            session.execute(delete(MarkRow).where(MarkRow.listing_id == listing_id))
            _forget_the_unnoted(session)

        self.do(take_away)

    def clear_marks(self) -> tuple[Mark, ...]:
        """Take all marks away; these there were, in the order of marking."""

        def clear(session: Session) -> tuple[Mark, ...]:
            both = select(MarkRow, ListingRow).join(ListingRow).order_by(MarkRow.marked_at, MarkRow.number)
            marks = tuple(
                Mark(_shown(listing), mark.marked_at.replace(tzinfo=UTC)) for mark, listing in session.execute(both)
            )
            session.execute(delete(MarkRow))
            _forget_the_unnoted(session)
            return marks

        return self.do(clear)

    def put_back(self, marks: Iterable[Mark]) -> None:
        """Give these listings their marks again, as of when they had them."""

        def put(session: Session) -> None:
            for mark in marks:
                _mark(session, mark)

        self.do(put)

    def note_call(self, shown: Shown, outcome: Outcome | None, day: date) -> None:
        """How a call to a listing ended. None: what was noted about calls to it counts no more."""

        def note(session: Session) -> None:
            if outcome is None:
                session.execute(update(CallRow).where(CallRow.listing_id == shown.id).values(withdrawn=True))
                return
            session.merge(_row(shown))
            session.flush()
            session.add(CallRow(listing_id=shown.id, outcome=outcome.value, day=day))

        self.do(note)

    def follow(self, moved: Mapping[str, str]) -> None:
        """Move what is noted about these listings to those that they were merged into."""

        def move(session: Session) -> None:
            for old, new in moved.items():
                if (listing := session.get(ListingRow, old)) is not None and old != new:
                    _move(session, listing, new)

        self.do(move)

    def do(self, deed: Callable[[Session], _T]) -> _T:
        """Do this in one transaction."""
        with explained(self._file), Session(self._engine) as session, session.begin():
            return deed(session)


def _mark(session: Session, mark: Mark) -> None:
    session.merge(_row(mark.listing))
    session.flush()
    if session.scalar(select(MarkRow).where(MarkRow.listing_id == mark.listing.id)) is None:
        moment = mark.marked_at.astimezone(UTC).replace(tzinfo=None)
        session.add(MarkRow(listing_id=mark.listing.id, marked_at=moment))


def _move(session: Session, listing: ListingRow, new: str) -> None:
    if session.get(ListingRow, new) is None:
        session.add(_row(_shown(listing)._replace(id=new)))
        session.flush()
    mine = MarkRow.listing_id == listing.id
    if session.scalar(select(MarkRow).where(MarkRow.listing_id == new)) is None:
        session.execute(update(MarkRow).where(mine).values(listing_id=new))
    session.execute(delete(MarkRow).where(mine))
    session.execute(update(CallRow).where(CallRow.listing_id == listing.id).values(listing_id=new))
    session.delete(listing)
    session.flush()


def _forget_the_unnoted(session: Session) -> None:
    """A listing about which nothing is noted any more is not kept."""
    noted = select(MarkRow.listing_id).union(select(CallRow.listing_id))
    session.execute(delete(ListingRow).where(ListingRow.id.not_in(noted)))


def _row(shown: Shown) -> ListingRow:
    return ListingRow(**shown._asdict())


def _shown(row: ListingRow) -> Shown:
    return Shown(row.id, row.kind, row.name, row.phone, row.city, row.state)
