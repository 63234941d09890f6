"""What the platform hands to a screen reader: a name on everything that takes the keyboard, one sentence a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.desks import Desk
from therapist_desktop.domain.places import Page

if TYPE_CHECKING:
    from collections.abc import Iterator


def _takes_the_keyboard(top: QWidget) -> Iterator[QWidget]:
    for widget in (top, *top.findChildren(QWidget)):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            yield widget


def _name(widget: QWidget) -> str:
    """The name as the platform gets it; Qt builds it from the accessible name, the text or the label beside it."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    return widget.accessibleName() or spoken.text(QAccessible.Text.Name)


def _nameless(top: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in _takes_the_keyboard(top)
        if not _name(widget).strip()
    ]


@pytest.mark.parametrize("page", [Page.FIND, Page.LIBRARY, Page.CRISIS])
def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk, page: Page) -> None:
    desk.window.show_page(page)
    if page is Page.LIBRARY:
        desk.built.places.open_piece(desk.built.catalogue.pieces(words="alliance")[0].id)
        desk.until(lambda: desk.window.reader.piece is not None)
        desk.window.reader.open_find()
    assert len(list(_takes_the_keyboard(desk.window))) > 10
    assert not _nameless(desk.window)


@pytest.mark.parametrize("action", ["source", "shortcuts", "about"])
def test_everything_in_a_dialog_has_a_name(desk: Desk, action: str) -> None:
    desk.window.actions_[action].trigger()
    desk.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle()
    assert not _nameless(dialog)
    dialog.close()
    QCoreApplication.sendPostedEvents()


def test_a_row_is_one_sentence_and_no_cell_is_silent(desk: Desk) -> None:
    model = desk.window.results.table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    for row in range(20):
        sentence = str(model.data(model.index(row, 0), role))
        assert sentence.endswith(".")
        assert "\n" not in sentence
        for column in range(1, model.columnCount()):
            assert model.data(model.index(row, column), role)


def _tab_round(desk: Desk, key: Qt.Key) -> list[QWidget]:
    """Where Tab leads, until it comes back to where it has been."""
    seen: list[QWidget] = []
    while desk.focus not in seen:
        seen.append(desk.focus)
        QTest.keyClick(desk.focus, key)
        assert len(seen) < 400
    assert desk.focus is seen[0], f"Tab is caught in a ring that does not hold {seen[0]}"
    return seen


@pytest.mark.parametrize("page", [Page.FIND, Page.CALL, Page.LIBRARY, Page.CRISIS])
def test_tab_reaches_everything_and_is_never_trapped(desk: Desk, page: Page) -> None:
    desk.window.show_page(page)
    desk.window.search_box.take_focus()
    QCoreApplication.processEvents()
    there = _tab_round(desk, Qt.Key.Key_Tab)
    wanted = [
        widget
        for widget in _takes_the_keyboard(desk.window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None
    ]
    missed = [f"{type(widget).__name__} {_name(widget)}" for widget in wanted if widget not in there]
    assert not missed
    desk.window.search_box.take_focus()
    back = _tab_round(desk, Qt.Key.Key_Backtab)
    assert set(back) == set(there)
