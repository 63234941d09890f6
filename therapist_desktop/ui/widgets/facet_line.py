"""One value of a facet, painted: box, name, arrow of a group, heart of what is preferred, count."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QToolTip

from therapist_desktop.domain.filters import Wish
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font, tabular
from therapist_desktop.ui.i18n import number
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import BODY, CAPTION, SPACE_4, SPACE_8, SPACE_16, Appearance
from therapist_desktop.ui.widgets.painting import draw_check, draw_text, fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHelpEvent, QPainter
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

    from therapist_desktop.ui.models.facet_rows import FacetRow
    from therapist_desktop.ui.models.facets import FacetModel
    from therapist_desktop.ui.models.index import AnyIndex

LINE = 26
_BOX = 16
_HEART = 14
_DEEPER = 20


class LineParts(NamedTuple):
    """Where everything on a line is. Without a heart there is more room for the name."""

    box: QRect
    label: QRect
    arrow: QRect
    heart: QRect
    tally: QRect


class FacetDelegate(QStyledItemDelegate):
    """Paints one value, and knows what is where on its line.

    Who points at a line is asked of the list: the state in the option brings all of QStyle with it.
    """

    def __init__(
        self,
        model: FacetModel,
        appearance: Appearance,
        parent: QWidget,
        is_under_mouse: Callable[[QRect], bool],
        is_current: Callable[[AnyIndex], bool],
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._appearance = appearance
        self._ratio = parent.devicePixelRatioF
        self._is_under_mouse = is_under_mouse
        self._is_current = is_current

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, self._appearance.px(LINE))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = self._model.row(index)
        if row is None:
            return
        theme = self._appearance.theme
        rect: QRect = option.rect
        pointed, current = self._is_under_mouse(rect), self._is_current(index)
        wish, count = self._model.wish_of(row), self._model.count_of(row)
        parts = self.parts(rect, row, with_heart=pointed or current or wish is Wish.PREFER)
        painter.save()
        if pointed:
            fill(painter, rect, theme.sunken)
        partly = self._model.is_partly_chosen(row)
        draw_check(painter, parts.box, theme, checked=wish is Wish.MUST, partly=partly)
        painter.setFont(self._count_font())
        draw_text(
            painter, parts.tally, number(count), theme.muted if count else theme.faint, Qt.AlignmentFlag.AlignRight
        )
        painter.setFont(self._label_font(wish))
        ink = theme.text if count or wish is not Wish.NONE else theme.faint
        draw_text(painter, parts.label, _name(row), ink, Qt.AlignmentFlag.AlignLeft)
        if row.opens:
            self._draw(painter, "chevron-down" if row.is_open else "chevron-right", theme.muted, parts.arrow)
        if wish is Wish.PREFER:
            self._draw(painter, "heart-filled", theme.accent, parts.heart)
        elif pointed or current:
            self._draw(painter, "heart", theme.muted, parts.heart)
        if current:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        row = self._model.row(index)
        if row is None or not self.is_on_heart(option.rect, row, event.pos()):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), self.tr("Prefer: lifts, leaves nobody out (P)"), view)
        return True

    def is_on_heart(self, rect: QRect, row: FacetRow, point: QPoint) -> bool:
        """A press here prefers the value on the line in this rectangle."""
        return self._is_on(self.parts(rect, row).heart, point)

    def is_on_arrow(self, rect: QRect, row: FacetRow, point: QPoint) -> bool:
        """A press here opens or closes the group on the line in this rectangle."""
        return row.opens and self._is_on(self.parts(rect, row).arrow, point)

    def parts(self, rect: QRect, row: FacetRow, *, with_heart: bool = True) -> LineParts:
        """Where everything on the line in this rectangle is."""
        px = self._appearance.px
        side = px(_BOX)
        left = rect.x() + px(SPACE_4) + row.depth * px(_DEEPER)
        box = QRect(left, rect.center().y() - side // 2 + 1, side, side)
        wide = QFontMetrics(self._count_font()).horizontalAdvance(number(self._model.count_of(row)))
        count = QRect(rect.right() - wide - px(SPACE_4), rect.y(), wide + 1, rect.height())
        heart = _square(count.left() - px(SPACE_8) - px(_HEART), px(_HEART), rect)
        start = box.right() + px(SPACE_8)
        end = (heart if with_heart else count).left() - px(SPACE_8)
        if row.opens:
            end -= px(SPACE_16)
        label = QRect(start, rect.y(), end - start, rect.height())
        said = QFontMetrics(self._label_font(self._model.wish_of(row))).horizontalAdvance(_name(row))
        arrow = _square(min(start + said, end) + px(SPACE_4), px(14), rect)
        return LineParts(box, label, arrow, heart, count)

    def _is_on(self, part: QRect, point: QPoint) -> bool:
        """Near enough: nobody has to aim at a few pixels."""
        around = self._appearance.px(SPACE_4)
        return part.adjusted(-around, -around, around, around).contains(point)

    def _draw(self, painter: QPainter, name: str, ink: str, where: QRect) -> None:
        painter.drawPixmap(QPoint(where.x(), where.y()), pixmap(name, ink, where.width(), self._ratio()))

    def _count_font(self) -> QFont:
        return tabular(interface_font(self._appearance.px(CAPTION)))

    def _label_font(self, wish: Wish) -> QFont:
        weight = QFont.Weight.Normal if wish is Wish.NONE else QFont.Weight.DemiBold
        return interface_font(self._appearance.px(BODY), weight)


def _name(row: FacetRow) -> str:
    return f"{row.value.label} ({row.alias})" if row.alias else row.value.label


def _square(left: int, side: int, rect: QRect) -> QRect:
    return QRect(left, rect.center().y() - side // 2 + 1, side, side)
