"""The columns of the results table as data."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from therapist_desktop.domain.filters import Sort
from therapist_desktop.ui.i18n import openings, translate
from therapist_desktop.ui.wording.cards import miles, phone, place, verified, why_text
from therapist_desktop.ui.wording.outcomes import outcome_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from therapist_desktop.domain.notebook import Standing
    from therapist_desktop.domain.results import Card


class Show(StrEnum):
    """How the delegate paints a column."""

    MARK = "mark"
    NAME = "name"
    TEXT = "text"
    NUMBER = "number"
    FIGURES = "figures"
    OPENINGS = "openings"
    BADGE = "badge"
    OUTCOME = "outcome"


class Column(NamedTuple):
    """One column. `keep` says how long it stays as the table gets narrower: the lowest goes first.

    `id` is what the memory of the window calls it; `usual` says whether the table has it as long as nobody chose.
    """

    id: str
    title: str
    text: Callable[[Card, Standing, date], str]
    show: Show
    width: int
    keep: int
    sort: Sort | None = None
    stretch: int = 0
    usual: bool = True


def tip(column: int, card: Card, standing: Standing, today: date) -> str:
    """What a cell says under the mouse: the whole of what may be cut, or what pressing it does."""
    if column == MARK:
        return translate("Row", "Take the mark away (Space)") if standing.marked else translate("Row", "Mark (Space)")
    if column != NAME:
        return COLUMNS[column].text(card, standing, today)
    lines = (card.name, card.about, openings(card.accepting), why_text(card), outcome_text(standing, today))
    return "\n".join(line for line in lines if line)


NAME, TAKES, PHONE, PLACE, MILES, VERIFIED, MARK, WHY, OPENINGS, STATUS = range(10)
"""Where each column is in the model. The sentence of a row belongs to the name, so the name comes first there."""

USUAL_ORDER = (MARK, NAME, WHY, TAKES, PHONE, PLACE, MILES, OPENINGS, VERIFIED, STATUS)
"""How they stand on the screen as long as nobody moved one."""

_TITLES = (
    QT_TRANSLATE_NOOP("Columns", "Name"),
    QT_TRANSLATE_NOOP("Columns", "Takes"),
    QT_TRANSLATE_NOOP("Columns", "Phone"),
    QT_TRANSLATE_NOOP("Columns", "Place"),
    QT_TRANSLATE_NOOP("Columns", "Miles"),
    QT_TRANSLATE_NOOP("Columns", "Verified"),
    QT_TRANSLATE_NOOP("Columns", "Mark"),
    QT_TRANSLATE_NOOP("Columns", "Why this match"),
    QT_TRANSLATE_NOOP("Columns", "Openings"),
    QT_TRANSLATE_NOOP("Columns", "Our calls"),
)


def _mark(_card: Card, standing: Standing, _today: date) -> str:
    return translate("Row", "Marked") if standing.marked else translate("Row", "Not marked")


COLUMNS: tuple[Column, ...] = (
    Column("name", "Name", lambda card, *_: card.name, Show.NAME, width=184, keep=9, sort=Sort.NAME, stretch=5),
    Column("takes", "Takes", lambda card, *_: card.takes, Show.TEXT, width=116, keep=5, stretch=3),
    Column("phone", "Phone", lambda card, *_: phone(card), Show.FIGURES, width=132, keep=4),
    Column("place", "Place", lambda card, *_: place(card), Show.TEXT, width=126, keep=1, sort=Sort.STATE, stretch=2),
    Column("miles", "Miles", lambda card, *_: miles(card), Show.NUMBER, width=64, keep=6, sort=Sort.DISTANCE),
    Column(
        "verified",
        "Verified",
        lambda card, _, today: verified(card, today),
        Show.BADGE,
        width=134,
        keep=7,
        sort=Sort.VERIFIED,
    ),
    Column("mark", "Mark", _mark, Show.MARK, width=34, keep=8),
    Column("why", "Why this match", lambda card, *_: why_text(card), Show.TEXT, width=150, keep=3, stretch=4),
    Column(
        "openings",
        "Openings",
        lambda card, *_: openings(card.accepting),
        Show.OPENINGS,
        width=150,
        keep=0,
        sort=Sort.OPENINGS,
        usual=False,
    ),
    Column(
        "status",
        "Our calls",
        lambda _, standing, today: outcome_text(standing, today),
        Show.OUTCOME,
        width=160,
        keep=2,
    ),
)
