"""The notebook as it is now, read without SQLAlchemy: the window waits for a part of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from therapist_desktop.data.notebook_file import ask
from therapist_desktop.domain.notebook import Outcome, Shown, Standing

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_STANDINGS = """
    SELECT listing.id, listing.kind, listing.name, listing.phone, listing.city, listing.state,
           mark.number IS NOT NULL, call.outcome, call.day
    FROM listing
    LEFT JOIN mark ON mark.listing_id = listing.id
    LEFT JOIN call ON call.number = (
        SELECT max(number) FROM call WHERE listing_id = listing.id AND NOT withdrawn
    )
    ORDER BY mark.number IS NULL, mark.marked_at, mark.number, listing.id
"""
_LISTING = 6
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


def memory(file: Path) -> dict[str, str]:
    """What the window remembers, by name; every revision has it."""
    return ask(file, lambda connection, _: dict(connection.execute("SELECT name, text FROM memory"))) or {}


def standings(file: Path) -> dict[str, Standing]:
    """What is noted about listings, the marked ones first in the order of marking. The notebook must be up to date."""
    return ask(file, _standings) or {}


def counts(file: Path) -> tuple[int, int]:
    """How many marks there are, and how many listings whose last call counts."""
    return ask(file, _counts) or (0, 0)


def _standings(connection: sqlite3.Connection, _revision: str) -> dict[str, Standing]:
    found = {}
    for *listing, marked, code, day in connection.execute(_STANDINGS):
        outcome = _OUTCOMES.get(code)
        if marked or outcome:
            noted_on = date.fromisoformat(day) if outcome else None
            found[listing[0]] = Standing(Shown(*listing[:_LISTING]), bool(marked), outcome, noted_on)
    return found


def _counts(connection: sqlite3.Connection, revision: str) -> tuple[int, int]:
    (marks,) = connection.execute("SELECT count(*) FROM mark").fetchone()
    if revision == "0001":  # it knew no calls
        return marks, 0
    (outcomes,) = connection.execute("SELECT count(DISTINCT listing_id) FROM call WHERE NOT withdrawn").fetchone()
    return marks, outcomes
