"""The listings at one spot of the map, as a list over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from therapist_desktop.domain.notebook import NOTHING
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import plural, translate
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_4, SPACE_8
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.cards import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from therapist_desktop.domain.mapping import Dot
    from therapist_desktop.domain.results import Card
    from therapist_desktop.ui.theme import Appearance

_ID = Qt.ItemDataRole.UserRole
_ONE_MORE = "and {n} more: narrow the search to see it"
_MORE = "and {n} more: narrow the search to see them"


class MapHeap(QFrame):
    """Enter or a double click opens a listing, Escape goes back to the map."""

    listing_pointed = Signal(str)
    listing_chosen = Signal(str)
    closed = Signal()

    def __init__(self, appearance: Appearance, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._today = today
        self.setProperty("role", "panel")
        self._title = Words("", "row-title")
        self._more = Words("", "caption")
        self._close = QToolButton()
        self._close.setProperty("role", "icon")
        self._close.setAccessibleName(self.tr("Close the list"))
        self._close.setToolTip(self.tr("Back to the map (Esc)"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Listings at this spot"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        page = QVBoxLayout(self)
        page.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        page.setSpacing(SPACE_4)
        page.addLayout(head)
        page.addWidget(self._list, 1)
        page.addWidget(self._more)
        self.setFocusProxy(self._list)
        self._list.currentItemChanged.connect(self._point)
        self._list.itemActivated.connect(lambda item: self.listing_chosen.emit(item.data(_ID)))
        self._close.clicked.connect(self.closed)
        self.hide()

    @property
    def list(self) -> QListWidget:
        """The lines."""
        return self._list

    def show_listings(self, dot: Dot, cards: tuple[Card, ...]) -> None:
        """List these; the first has the keyboard."""
        self._title.say(plural("Map", "{n} listing at this spot", "{n} listings at this spot", dot.count))
        rest = dot.count - len(cards)
        self._more.say(plural("Map", _ONE_MORE, _MORE, rest) if rest > 0 else "")
        self._more.setVisible(rest > 0)
        self._list.blockSignals(True)
        self._list.clear()
        for card in cards:
            item = QListWidgetItem(f"{card.name}\n{card.about or translate('Map', 'No details')}")
            item.setData(_ID, card.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, sentence(card, NOTHING, self._today()))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.blockSignals(False)
        self.restyle()
        self.show()
        self.raise_()
        self._list.setFocus()
        if cards:
            self.listing_pointed.emit(cards[0].id)

    def fit_into(self, wide: int, high: int) -> None:
        """Take the left of the map, and no more than there is."""
        px = self._appearance.px
        gap = px(12)
        lines = px(46) * self._list.count() + px(76)
        self.setGeometry(gap, gap, min(px(300), wide - 2 * gap), max(px(120), min(lines, high - 2 * gap - px(48))))

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        px = self._appearance.px
        self._close.setIcon(icon("x", self._appearance.theme.muted, px(16)))
        self._close.setIconSize(QSize(px(16), px(16)))
        self._close.setFixedSize(px(28), px(28))

    def _point(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.listing_pointed.emit(item.data(_ID))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
