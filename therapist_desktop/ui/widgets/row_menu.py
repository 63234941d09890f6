"""What can be done with a listing, under the right mouse button and on the menu key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from therapist_desktop.domain.notebook import Outcome
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.wording.cards import place
from therapist_desktop.ui.wording.joining import spaced, stacked
from therapist_desktop.ui.wording.outcomes import outcome_name, outcome_tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from therapist_desktop.domain.notebook import Standing
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.theme import Appearance


class RowDeeds(NamedTuple):
    """What the entries of the menu do."""

    open: Callable[[Card], object]
    open_beside: Callable[[Card], object]
    mark: Callable[[Card], object]
    note: Callable[[Card, Outcome | None], object]
    copy: Callable[[str], object]


def name_place_and_phone(card: Card) -> str:
    """What goes on the clipboard for somebody who writes it down elsewhere."""
    town = spaced(place(card), card.zip)
    return stacked(card.name, town, card.phone)


def row_menu(card: Card, standing: Standing, deeds: RowDeeds, appearance: Appearance, parent: QWidget) -> QMenu:
    """The menu of this listing as it stands now."""
    menu = QMenu(parent)
    menu.setAccessibleName(card.name)
    menu.addAction(_tr("Open"), QKeySequence("Enter"), lambda: deeds.open(card))
    menu.addAction(_tr("Open in new tab"), QKeySequence("Ctrl+Enter"), lambda: deeds.open_beside(card))
    menu.addSeparator()
    marking = _tr("Take mark away") if standing.marked else _tr("Mark")
    menu.addAction(marking, QKeySequence("Ctrl+M"), lambda: deeds.mark(card))
    calls = menu.addMenu(_tr("We called:"))
    side = appearance.px(16)
    for outcome in Outcome:
        sign = icon(outcome_tone(outcome).icon, outcome_tone(outcome).colour(appearance.theme), side)
        action = QAction(sign, outcome_name(outcome), calls)
        action.triggered.connect(lambda _=False, outcome=outcome: deeds.note(card, outcome))
        action.setCheckable(outcome is standing.outcome)
        action.setChecked(outcome is standing.outcome)
        calls.addAction(action)
    calls.addSeparator()
    forget = calls.addAction(_tr("Forget this"), lambda: deeds.note(card, None))
    forget.setEnabled(standing.outcome is not None)
    menu.addSeparator()
    phone = menu.addAction(_tr("Copy phone"), QKeySequence("Ctrl+Shift+C"), lambda: deeds.copy(card.phone))
    phone.setEnabled(bool(card.phone))
    menu.addAction(_tr("Copy name, place and phone"), lambda: deeds.copy(name_place_and_phone(card)))
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("RowMenu", text)
