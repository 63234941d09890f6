"""Where the client will be during a session: whoever treats somebody there must be allowed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QLabel, QStyledItemDelegate, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font, tabular
from therapist_desktop.ui.i18n import number, plural
from therapist_desktop.ui.theme import BODY, CAPTION, SPACE_4, SPACE_8, Appearance
from therapist_desktop.ui.widgets.facet_line import LINE
from therapist_desktop.ui.widgets.painting import draw_text, fill
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.widgets.spelled_combo import SpelledCombo
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from therapist_desktop.domain.taxonomy import FacetList
    from therapist_desktop.ui.models.index import AnyIndex

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class ClientState(QWidget):
    """A list of states with counts, of which one or none is asked for. Typing the beginning of a name finds it."""

    state_chosen = Signal(str)  # a value, or nothing for any state

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._states: FacetList | None = None
        self._counts: Mapping[str, int] = {}
        self._chosen: frozenset[str] = frozenset()
        label = QLabel(self.tr("CLIENT WILL BE IN"))
        label.setProperty("role", "heading")
        self._combo = SpelledCombo(appearance)
        self._combo.setAccessibleName(self.tr("State the client will be in"))
        self._combo.setItemDelegate(_StateDelegate(appearance, self._combo, self.count_of))
        self._combo.setSizeAdjustPolicy(SpelledCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(1)
        self._combo.setMaxVisibleItems(14)
        self._combo.setPlaceholderText(self.tr("Several states"))
        label.setBuddy(self._combo)
        self._hint = Words(self.tr("By licence or compact. Always confirm with the office."), "caption")
        self._hint.selectable = False
        self._combo.setToolTip(self._hint.words)
        self._combo.setAccessibleDescription(self._hint.words)
        page = QVBoxLayout(self)
        space(page, appearance, SPACE_4, (0, 0, 0, SPACE_4))
        page.addWidget(label)
        page.addWidget(self._combo)
        page.addWidget(self._hint)
        self._combo.activated.connect(self._tell)

    @property
    def combo(self) -> SpelledCombo:
        """Where the state is chosen."""
        return self._combo

    @property
    def hint(self) -> str:
        """What is said below it."""
        return self._hint.words

    def offer(self, states: FacetList) -> None:
        """Offer these states."""
        if states == self._states:
            return
        self._states, self._counts = states, {}
        self._combo.clear()
        self._combo.offer(self.tr("Any state"), "")
        for value in states.values:
            self._combo.offer(value.label, value.id, value.aliases)
        self.show_chosen(self._chosen)

    def show_chosen(self, chosen: frozenset[str]) -> None:
        """Show this state; more than one come from elsewhere and are only told."""
        self._chosen = chosen
        wanted = next(iter(chosen), "")
        self._combo.setCurrentIndex(self._combo.findData(wanted) if len(chosen) < 2 else -1)  # noqa: PLR2004 - several

    def show_counts(self, counts: Mapping[str, int], *, empty: bool) -> None:
        """How many could treat somebody there. Where nobody is known to, there is nothing to choose."""
        self._combo.setEnabled(not empty)
        if empty:
            self._hint.say(self.tr("No listing of this release says where it may treat."))
        elif self._hint.words != self._combo.toolTip():
            self._hint.say(self._combo.toolTip())
        if counts == self._counts:
            return
        self._counts = counts
        for place in range(1, self._combo.count()):
            said = plural("Facet", "{n} listing", "{n} listings", self.count_of(self._combo.itemData(place)))
            self._combo.setItemData(place, f"{self._combo.itemText(place)}, {said}", _SPOKEN)

    def count_of(self, state: str) -> int:
        """How many results this state would leave."""
        return self._counts.get(state, 0)

    def _tell(self, place: int) -> None:
        state = str(self._combo.itemData(place) or "")
        if self._chosen != ({state} if state else frozenset()):
            self.state_chosen.emit(state)


class _StateDelegate(QStyledItemDelegate):
    """A name at the left, its count at the right."""

    def __init__(self, appearance: Appearance, combo: SpelledCombo, count_of: Callable[[str], int]) -> None:
        super().__init__(combo)
        self._combo = combo
        self._appearance = appearance
        self._count_of = count_of

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, self._appearance.px(LINE))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        rect: QRect = option.rect
        pointed = self._combo.view().currentIndex() == index
        painter.save()
        fill(painter, rect, theme.selected if pointed else theme.surface)
        inner = rect.adjusted(px(SPACE_8), 0, -px(SPACE_8), 0)
        state = str(index.data(Qt.ItemDataRole.UserRole) or "")
        count = self._count_of(state) if state else 0
        painter.setFont(tabular(interface_font(px(CAPTION))))
        counted = number(count) if state else ""
        draw_text(painter, inner, counted, theme.muted if count else theme.faint, Qt.AlignmentFlag.AlignRight)
        room = painter.fontMetrics().horizontalAdvance(counted) + px(SPACE_8)
        painter.setFont(interface_font(px(BODY)))
        ink = theme.text if count or not state else theme.faint
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        draw_text(painter, inner.adjusted(0, 0, -room, 0), name, ink, Qt.AlignmentFlag.AlignLeft)
        if pointed and theme.contrast:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()
