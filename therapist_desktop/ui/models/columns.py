"""The columns of the results table as data, and the one sentence that stands for a row."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from therapist_desktop.domain.filters import Kind, Sort
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.ui.i18n import age, age_in_full, band, openings, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from therapist_desktop.domain.results import Card


class Show(StrEnum):
    """How the delegate paints a column."""

    NAME = "name"
    TEXT = "text"
    NUMBER = "number"
    FIGURES = "figures"
    BADGE = "badge"


class Column(NamedTuple):
    """One column. `keep` says how long it stays as the table gets narrower: the lowest goes first."""

    title: str
    text: Callable[[Card, date], str]
    show: Show
    width: int
    keep: int
    sort: Sort | None = None
    stretch: int = 0


def place(card: Card) -> str:
    """City and state."""
    return ", ".join(part for part in (card.city, card.state) if part)


def phone(card: Card) -> str:
    """The number with its extension as short as it can be read."""
    return card.phone.replace(" ext. ", " x")


def miles(card: Card) -> str:
    """The distance as a reader expects it: one decimal when near."""
    if card.miles is None:
        return ""
    near = 10
    return f"{card.miles:.1f}" if card.miles < near else f"{card.miles:.0f}"


def verified(card: Card, today: date) -> str:
    """The words of the badge: "Fresh, 21 d"."""
    if card.verified_on is None or card.freshness is Freshness.NEVER:
        return band(Freshness.NEVER)
    return f"{band(card.freshness)} \u00b7 {age(card.verified_on, today)}"


def sentence(card: Card, today: date) -> str:
    """Everything a row says, as one sentence for a screen reader."""
    kind = translate("Row", "provider") if card.kind is Kind.PROVIDER else translate("Row", "center")
    parts = [f"{card.name}, {kind}"]
    if card.sample:
        parts.append(translate("Row", "sample, not a real listing"))
    parts += [card.about, openings(card.accepting)]
    if card.takes:
        parts.append(translate("Row", "takes {payers}").format(payers=card.takes))
    if card.phone:
        parts.append(translate("Row", "phone {number}").format(number=card.phone))
    parts.append(place(card))
    if card.miles is not None:
        parts.append(translate("Row", "{n} miles away").format(n=miles(card)))
    parts.append(age_in_full(card.verified_on, today))
    return "; ".join(part for part in parts if part) + "."


NAME, TAKES, PHONE, PLACE, MILES, VERIFIED = range(6)

_TITLES = (
    QT_TRANSLATE_NOOP("Columns", "Name"),
    QT_TRANSLATE_NOOP("Columns", "Takes"),
    QT_TRANSLATE_NOOP("Columns", "Phone"),
    QT_TRANSLATE_NOOP("Columns", "Place"),
    QT_TRANSLATE_NOOP("Columns", "Miles"),
    QT_TRANSLATE_NOOP("Columns", "Verified"),
)

COLUMNS: tuple[Column, ...] = (
    Column("Name", lambda card, _: card.name, Show.NAME, width=190, keep=9, sort=Sort.NAME, stretch=5),
    Column("Takes", lambda card, _: card.takes, Show.TEXT, width=116, keep=4, stretch=3),
    Column("Phone", lambda card, _: phone(card), Show.FIGURES, width=132, keep=3),
    Column("Place", lambda card, _: place(card), Show.TEXT, width=126, keep=1, stretch=2),
    Column("Miles", lambda card, _: miles(card), Show.NUMBER, width=66, keep=5, sort=Sort.DISTANCE),
    Column("Verified", verified, Show.BADGE, width=134, keep=6, sort=Sort.VERIFIED),
)
