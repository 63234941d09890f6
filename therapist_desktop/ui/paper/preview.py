"""One page of a hand-out as it will be on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.paper.sheet import picture_of
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.theme import SPACE_24

if TYPE_CHECKING:
    from therapist_desktop.ui.paper.sheet import Sheet
    from therapist_desktop.ui.theme import Appearance

_LEAST = 260


class Preview(QWidget):
    """A page, and the way to the next one."""

    laid_out = Signal(object)  # Sheet

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._laying_out = Slices(self)
        self._laying_out.finished.connect(self._show)
        self._page = _Page(appearance)
        self._page.turned.connect(self._turn)
        self._where = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._where.setProperty("role", "muted")
        px = appearance.px
        self._back = _turner("arrow-left", self.tr("Page before (Page Up)"), appearance)
        self._on = _turner("arrow-right", self.tr("Next page (Page Down)"), appearance)
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        foot = QHBoxLayout()
        foot.addStretch(1)
        for part in (self._back, self._where, self._on):
            foot.addWidget(part)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        whole.addWidget(self._page, 1)
        whole.addLayout(foot)
        self._say()

    @property
    def sheet(self) -> Sheet | None:
        """What is shown, once it is laid out."""
        return None if self._laying_out.is_busy else self._sheet

    @property
    def number(self) -> int:
        """Which page is shown, from 0."""
        return self._page.number

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show this hand-out, on the page that is open now if it has so many."""
        self._sheet = sheet
        if sheet is None:
            self._laying_out.drop()
            self._page.show_page(None, 0)
            self._say()
        else:
            self._laying_out.start(sheet.lay_out())

    def _show(self) -> None:
        if self._sheet is not None:
            self._page.show_page(self._sheet, min(self._page.number, max(0, self._sheet.total - 1)))
            self.laid_out.emit(self._sheet)
        self._say()

    def _turn(self, by: int) -> None:
        if self._sheet is not None and 0 <= self._page.number + by < self._sheet.total:
            self._page.show_page(self._sheet, self._page.number + by)
            self._say()

    def _say(self) -> None:
        total = self._sheet.total if self._sheet is not None else 0
        here = self._page.number + 1
        words = translate("Paper", "Page {n} of {m}").format(n=here, m=total) if total else ""
        self._where.setText(words)
        self._page.setAccessibleName(words or self.tr("No page yet"))
        self._back.setEnabled(here > 1)
        self._on.setEnabled(here < total)


class _Page(QWidget):
    """Paper on a table."""

    turned = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._sheet: Sheet | None = None
        self.number = 0
        self.setMinimumSize(appearance.px(_LEAST), appearance.px(_LEAST))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("As it will be printed (Page Up, Page Down)"))

    def show_page(self, sheet: Sheet | None, number: int) -> None:
        """Show this page."""
        self._sheet, self.number = sheet, number
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(480), self._appearance.px(620))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Down: 1}
        by = step.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(by)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.turned.emit(-1 if event.angleDelta().y() > 0 else 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.sunken)
        if self._sheet is None or not self._sheet.total:
            painter.setPen(theme.muted)
            inside = self.rect().adjusted(*(sign * self._appearance.px(SPACE_24) for sign in (1, 1, -1, -1)))
            how = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            if self._sheet is None:
                painter.drawText(inside, how, self.tr("The pages of the hand-out will be shown here."))
            painter.end()
            return
        size = self._sheet.size.scaled(self.size().toSizeF() * 0.96, Qt.AspectRatioMode.KeepAspectRatio)
        ratio = self.devicePixelRatioF()
        picture = picture_of(self._sheet, self.number, max(1, round(size.width() * ratio)))
        picture.setDevicePixelRatio(ratio)
        left, top = round((self.width() - size.width()) / 2), round((self.height() - size.height()) / 2)
        painter.drawImage(left, top, picture)
        painter.setPen(theme.control)
        painter.drawRect(left, top, round(size.width()), round(size.height()))
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()


def _turner(picture: str, tip: str, appearance: Appearance) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "icon")
    side = appearance.px(16)
    button.setIcon(icon(picture, appearance.theme.text, side))
    button.setIconSize(QSize(side, side))
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    return button
