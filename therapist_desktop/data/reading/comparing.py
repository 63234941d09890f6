"""Two catalogues side by side: what is new, changed and gone, told by the digests that both store."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from therapist_desktop.data.reading.opening import OpenCatalogue
from therapist_desktop.data.trouble import explained
from therapist_desktop.domain.changes import Change, Happened, ListingChanges
from therapist_desktop.domain.filters import Kind

_STEP = 20_000
_FIRST = 200
"""So many listings of each sort are named; all of them are counted."""
_CACHE = "-8192"
_PIECE = "{0}.id, {0}.kind, {0}.title, {0}.section, {0}.summary"
_NEW_PIECES = f"""SELECT {_PIECE.format("now")} FROM main.piece now LEFT JOIN old.piece was ON was.id = now.id
    WHERE was.id IS NULL ORDER BY now.folded, now.id"""  # noqa: S608 - own words
_CHANGED_PIECES = f"""SELECT {_PIECE.format("now")} FROM main.piece now JOIN old.piece was ON was.id = now.id
    WHERE was.digest <> now.digest ORDER BY now.folded, now.id"""  # noqa: S608 - own words
_GONE_PIECES = f"""SELECT {_PIECE.format("was")} FROM old.piece was LEFT JOIN main.piece now ON now.id = was.id
    WHERE now.id IS NULL ORDER BY was.folded, was.id"""  # noqa: S608 - own words
_HERE = """SELECT now.id, now.kind, now.name, was.row IS NULL FROM main.card now
    JOIN main.detail ON detail.row = now.row
    LEFT JOIN old.card was ON was.id = now.id LEFT JOIN old.detail then_ ON then_.row = was.row
    WHERE now.row BETWEEN ? AND ? AND (was.row IS NULL OR then_.digest <> detail.digest) ORDER BY now.row"""
_GONE = """SELECT was.id, was.kind, was.name FROM old.card was LEFT JOIN main.card now ON now.id = was.id
    WHERE was.row BETWEEN ? AND ? AND now.row IS NULL ORDER BY was.row"""
_KINDS = (Kind.PROVIDER.value, Kind.CENTER.value)


@contextmanager
def side_by_side(now: OpenCatalogue, before: OpenCatalogue) -> Iterator[sqlite3.Connection]:
    """A connection to the newer one with the older one attached as `old`."""
    with now.connection() as connection, explained(before.file):
        connection.execute("ATTACH ? AS old", (before.address,))
        for schema in ("main", "old"):
            connection.execute(f"PRAGMA {schema}.cache_size = {_CACHE}")
        yield connection


def piece_changes(connection: sqlite3.Connection) -> tuple[Change, ...]:
    """What became of the pieces of the library: the new, the changed, the gone, each by title."""
    questions = {Happened.NEW: _NEW_PIECES, Happened.CHANGED: _CHANGED_PIECES, Happened.GONE: _GONE_PIECES}
    return tuple(
        Change(one, kind, title, happened, section=section, summary=summary)
        for happened, question in questions.items()
        for one, kind, title, section, summary in connection.execute(question)
    )


def listing_changes(
    connection: sqlite3.Connection, tell: Callable[[int], None], still: Callable[[], None]
) -> ListingChanges:
    """What became of the listings, a few thousand rows at a time: `tell` hears how many thousandths are done, `still`
    may raise to give up."""
    counts: Counter[tuple[str, Happened]] = Counter()
    first: dict[Happened, list[Change]] = {happened: [] for happened in Happened}
    (most,) = connection.execute("SELECT coalesce(max(row), -1) + 1 FROM main.card").fetchone()
    (before,) = connection.execute("SELECT coalesce(max(row), -1) + 1 FROM old.card").fetchone()

    def take(rows: Iterable[tuple[str, int, str, int]], happened: Happened | None) -> None:
        for one, kind, name, is_new in rows:
            what = happened or (Happened.NEW if is_new else Happened.CHANGED)
            counts[_KINDS[kind], what] += 1
            if len(first[what]) < _FIRST:
                first[what].append(Change(one, _KINDS[kind], name, what))

    whole = max(1, most + before)
    for start in range(0, most, _STEP):
        still()
        take(connection.execute(_HERE, (start, start + _STEP - 1)), None)
        tell(1000 * min(most, start + _STEP) // whole)
    for start in range(0, before, _STEP):
        still()
        gone = connection.execute(_GONE, (start, start + _STEP - 1))
        take(((one, kind, name, 0) for one, kind, name in gone), Happened.GONE)
        tell(1000 * (most + min(before, start + _STEP)) // whole)
    return ListingChanges(dict(counts), tuple(change for some in first.values() for change in some))


def changed_of(connection: sqlite3.Connection, ids: Iterable[str]) -> tuple[Change, ...]:
    """What became of the listings and pieces with these ids, those alone that are not as they were."""
    found = (_changed(connection, one) for one in ids)
    return tuple(change for change in found if change is not None)


def _changed(connection: sqlite3.Connection, one: str) -> Change | None:
    was, now = (_record(connection, schema, one) for schema in ("old", "main"))
    if was is None or (now is not None and was[2] == now[2]):
        return None
    kind, title, _, section = now or was
    return Change(one, kind, title, Happened.CHANGED if now else Happened.GONE, section=section)


def _record(connection: sqlite3.Connection, schema: str, one: str) -> tuple[str, str, bytes, str] | None:
    """Kind, title, digest and section of what has this id."""
    question = f"SELECT kind, name, digest FROM {schema}.card JOIN {schema}.detail USING (row) WHERE card.id = ?"  # noqa: S608 - own words
    found = connection.execute(question, (one,)).fetchone()
    if found is not None:
        return _KINDS[found[0]], found[1], found[2], ""
    found = connection.execute(f"SELECT kind, title, digest, section FROM {schema}.piece WHERE id = ?", (one,))  # noqa: S608 - own words
    row: tuple[str, str, bytes, str] | None = found.fetchone()
    return row
