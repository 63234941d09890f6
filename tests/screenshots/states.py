"""What is seen only for a moment: pointed at, pressed, with the keyboard, menus, banners, the smallest window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QPushButton, QToolTip, QWidget

from tests.screenshots.taking import DESK, Picture, Shown
from therapist_desktop.domain.errors import Unreachable
from therapist_desktop.domain.filters import Choice, Filters, Near
from therapist_desktop.domain.library import Section
from therapist_desktop.domain.notebook import Outcome
from therapist_desktop.domain.notebook import Shown as Kept
from therapist_desktop.domain.places import Page, View
from therapist_desktop.domain.reading_look import PageColours, ReadingLook, Typeface
from therapist_desktop.domain.syncing import Progress, Step
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.widgets.combo import Combo

if TYPE_CHECKING:
    from collections.abc import Callable

MEDICAID = Filters(chosen=frozenset({Choice(Facet.PAYER, "medicaid")}))
NEAR = Filters(near=Near("10001", 100.0), chosen=MEDICAID.chosen)
MANY = Filters(
    words="anxiety and depression in young adults",
    near=Near("New York, NY", 200.0),
    chosen=frozenset({Choice(Facet.FORMAT, "video"), Choice(Facet.PAYER, "medicaid")}),
    preferred=frozenset({Choice(Facet.LANGUAGE, "es")}),
)
GONE = Kept("sample:gone", "provider", "Gone Examplestone, LCSW", "518-555-0143", "Albany", "NY")
LARGE, WIDEST, SMALLEST = (1280, 800), (2560, 1440), (640, 420)


def ask(shown: Shown, filters: Filters) -> None:
    """Look for this, and wait for the answer."""
    shown.built.window.filters.use(filters)
    shown.settle()
    shown.settle()


def type_in_search(shown: Shown, words: str) -> None:
    """As if somebody typed this into the search box."""
    window = shown.built.window
    window.activateWindow()
    window.search_box.take_focus()
    QTest.keyClicks(window.search_box, words)
    shown.settle()
    shown.settle()


def mark(shown: Shown, count: int) -> None:
    """Mark so many, and note how the call to the last one ended."""
    ask(shown, MEDICAID)
    results = shown.built.window.results
    for row in range(count):
        results.table.setCurrentIndex(results.table.model().index(row, 0))
        results.mark()
    if results.table.card is not None:
        results.outcome_requested.emit(results.table.card, Outcome.LEFT_MESSAGE)
    shown.settle()


def compare(shown: Shown, count: int) -> None:
    """So many side by side."""
    mark(shown, count)
    shown.built.window.actions_["compare"].trigger()
    shown.settle()


def open_dialog(shown: Shown, action: str) -> None:
    """The dialog of this action lies over the window, the keyboard on its last button."""
    shown.built.window.actions_[action].trigger()
    shown.settle()


def _compare_with_a_gone_one(shown: Shown) -> None:
    compare(shown, 2)
    comparing = shown.built.comparing
    comparing.compare((*comparing.shown, GONE))


def _point_at_everything(shown: Shown) -> None:
    ask(shown, NEAR)
    window = shown.built.window
    for button in (*window.findChildren(QPushButton), *window.detail.findChildren(QAbstractButton)):
        spot = QPointF(button.rect().center())
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        QApplication.sendEvent(button, QEnterEvent(spot, spot, QPointF(button.mapToGlobal(spot))))
    table = window.results.table
    QTest.mouseMove(table.viewport(), QPoint(60, table.rowViewportPosition(1) + 20))


def _press_everything(shown: Shown) -> None:
    ask(shown, NEAR)
    for button in shown.built.window.findChildren(QAbstractButton):
        button.setDown(button.isEnabled())


def _open_menu(widget: QWidget, spot: QPoint) -> QMenu | None:
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, widget.mapToGlobal(spot))
    QApplication.sendEvent(widget, asked)
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def _row_menu(shown: Shown) -> None:
    ask(shown, MEDICAID)
    menu = _open_menu(shown.built.window.results.table.viewport(), QPoint(120, 70))
    if menu is not None:
        for key in (*[Qt.Key.Key_Down] * 4, Qt.Key.Key_Right):
            QTest.keyClick(menu, key)


def _wish_menu(shown: Shown) -> None:
    ask(shown, MEDICAID)
    chip = shown.built.window.chips.chips[0]
    _open_menu(chip, chip.rect().bottomLeft())


def _column_menu(shown: Shown) -> None:
    _open_menu(shown.built.window.results.table.horizontalHeader().viewport(), QPoint(120, 20))


def _view_menu(shown: Shown) -> None:
    bar = shown.built.window.menuBar()
    action = bar.actions()[3]
    menu = action.menu()
    if isinstance(menu, QMenu):
        menu.popup(bar.mapToGlobal(bar.actionGeometry(action).bottomLeft()))


def _miles(shown: Shown) -> None:
    shown.built.window.filters.findChildren(Combo)[0].showPopup()


def _tip(shown: Shown) -> None:
    ask(shown, NEAR)
    chip = shown.built.window.chips.chips[1]
    QToolTip.showText(chip.mapToGlobal(chip.rect().bottomLeft()), chip.toolTip(), chip)


def _focus(shown: Shown, find: Callable[[Shown], QWidget | None]) -> None:
    ask(shown, NEAR)
    shown.built.window.activateWindow()
    wanted = find(shown)
    if wanted is not None:
        wanted.setFocus(Qt.FocusReason.TabFocusReason)


def _undo(shown: Shown) -> None:
    ask(shown, MANY)
    shown.built.window.filters.clear()
    shown.settle()


def _clear_marks(shown: Shown) -> None:
    mark(shown, 2)
    shown.built.window.actions_["clear_marks"].trigger()


def _sync_fails(shown: Shown) -> None:
    trouble = Unreachable(address="https://example.org/directory", what="no answer within 20 seconds")
    shown.built.window.banner.show_sync_problem(trouble, may_be_late=False)


def _find_in_page(shown: Shown) -> None:
    shown.go(Page.LIBRARY)
    shown.built.places.open_section(Section.ARTICLE)
    shown.built.places.open_piece(shown.built.catalogue.pieces(Section.ARTICLE)[-1].id)
    shown.settle()
    shown.built.window.reader.open_find()
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        QTest.keyClicks(field, "visit")


def _read(shown: Shown, colours: PageColours) -> None:
    shown.go(Page.LIBRARY)
    shown.built.places.open_section(Section.ARTICLE)
    shown.built.places.open_piece(shown.built.catalogue.pieces(Section.ARTICLE)[-1].id)
    shown.settle()
    reader = shown.built.window.reader
    reader.set_look(ReadingLook(colours=colours, typeface=Typeface.SERIF))
    shown.settle()


def _reading_look(shown: Shown) -> None:
    _read(shown, PageColours.SEPIA)
    shown.built.window.actions_["reading_look"].trigger()


def _term(shown: Shown) -> None:
    _read(shown, PageColours.WINDOW)
    explaining = shown.built.window.reader.page.explaining
    if explaining.terms:
        explaining.open(explaining.terms[0])


def _dictionary(shown: Shown) -> None:
    shown.go(Page.LIBRARY)
    shown.built.places.open_section(Section.TERM)


def _drawer(shown: Shown) -> None:
    ask(shown, NEAR)
    shown.built.window.find_page.show_filters()


def _over(shown: Shown) -> None:
    ask(shown, NEAR)
    QTest.keyClick(shown.built.window.results.table, Qt.Key.Key_Return)


def _compact(shown: Shown) -> None:
    shown.built.window.actions_["compact"].trigger()
    ask(shown, MEDICAID)


_FOCUSED: dict[str, Callable[[Shown], QWidget | None]] = {
    "chip": lambda shown: shown.built.window.chips.chips[0],
    "crisis": lambda shown: shown.built.window.crisis_button,
    "rail": lambda shown: shown.built.window.rail.findChildren(QAbstractButton)[1],
    "view": lambda shown: shown.built.window.results.findChildren(QAbstractButton)[0],
    "miles": lambda shown: shown.built.window.filters.findChildren(Combo)[0],
    "payers": lambda shown: shown.built.window.filters.sections[Facet.PAYER].list,
    "tab": lambda shown: shown.built.window.detail.findChildren(QAbstractButton)[3],
}
_DESK = (DESK,)

STATES = (
    Picture("hover", _point_at_everything, _DESK),
    Picture("pressed", _press_everything, _DESK),
    Picture("tip", _tip, _DESK),
    *(Picture(f"focus-{name}", partial(_focus, find=find), _DESK) for name, find in _FOCUSED.items()),
    Picture("menu-row", _row_menu, _DESK),
    Picture("menu-wish", _wish_menu, _DESK),
    Picture("menu-columns", _column_menu, _DESK),
    Picture("menu-view", _view_menu, _DESK),
    Picture("menu-miles", _miles, _DESK),
    Picture("marked-5", partial(mark, count=5), _DESK),
    Picture("marks-cleared", _clear_marks, _DESK),
    Picture("compare-2", partial(compare, count=2), _DESK),
    Picture("compare-4", partial(compare, count=4), _DESK),
    Picture("compare-gone", _compare_with_a_gone_one, _DESK),
    Picture("answers-long", partial(type_in_search, words="behavioral health"), _DESK),
    Picture("answers-none", partial(type_in_search, words="xylophone zebra"), _DESK),
    Picture("unknown-place", partial(ask, filters=Filters(near=Near("Nowhere, ZZ", 25.0))), _DESK),
    Picture("many-chips", partial(ask, filters=MANY), _DESK),
    Picture("undo", _undo, _DESK),
    Picture("syncing", lambda shown: shown.built.window.status.show_progress(Progress(Step.FETCHING, 4, 9)), _DESK),
    Picture("sync-failed", _sync_fails, _DESK),
    Picture("sync-done", lambda shown: shown.built.window.banner.show_news("Release 2 is in use now."), _DESK),
    Picture("compact", _compact, _DESK),
    Picture("local-steps", partial(open_dialog, action="local_steps"), _DESK),
    Picture("find-in-page", _find_in_page, _DESK),
    Picture("dictionary", _dictionary, _DESK),
    Picture("reading-look", _reading_look, _DESK),
    Picture("term", _term, _DESK),
    Picture("over", _over, ((820, 600),)),
    Picture("drawer-900", _drawer, ((880, 640),)),
    Picture("smallest", partial(ask, filters=NEAR), (SMALLEST,)),
    Picture("smallest-call", lambda shown: shown.go(Page.CALL), (SMALLEST,)),
    Picture("smallest-crisis", lambda shown: shown.built.window.show_crisis(), (SMALLEST,)),
    Picture("smallest-reader", _find_in_page, (SMALLEST,)),
    Picture("smallest-compare", partial(compare, count=3), (SMALLEST,)),
    Picture("smallest-map", lambda shown: shown.built.window.results.show_view(View.MAP), (SMALLEST,)),
    Picture("widest", partial(ask, filters=MEDICAID), (WIDEST,)),
    Picture("widest-reader", _find_in_page, (WIDEST,)),
    Picture("large-columns", partial(open_dialog, action="columns"), (LARGE,), 2.0),
    Picture("large-about", partial(open_dialog, action="about"), (LARGE,), 2.0),
    Picture("large-local-steps", partial(open_dialog, action="local_steps"), (LARGE,), 2.0),
    Picture("large-menu-row", _row_menu, (LARGE,), 2.0),
    Picture("large-compare-4", partial(compare, count=4), (LARGE,), 2.0),
    Picture("large-drawer", _drawer, (LARGE,), 2.0),
    Picture(
        "large-syncing", lambda shown: shown.built.window.status.show_progress(Progress(Step.LOADING)), (LARGE,), 2.0
    ),
)
