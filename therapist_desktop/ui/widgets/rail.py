"""The way between the pages of the window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from therapist_desktop.domain.places import Page
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, SPACE_12, Appearance
from therapist_desktop.ui.widgets.spacing import PAGE, space

WIDTH = 84


ICONS = {Page.FIND: "search", Page.CALL: "phone-call", Page.LIBRARY: "book-marked", Page.CRISIS: "life-buoy"}


class Rail(QFrame):
    """One button a page."""

    page_chosen = Signal(object)  # Page

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setProperty("role", "rail")
        self.setAccessibleName(self.tr("Pages"))
        names = {
            Page.FIND: (self.tr("Find"), self.tr("Find people and centers (Ctrl+1)")),
            Page.CALL: (self.tr("Call"), self.tr("Six questions while somebody is on the phone (F2)")),
            Page.LIBRARY: (self.tr("Library"), self.tr("Read articles, topics and terms (Ctrl+2)")),
            Page.CRISIS: (self.tr("Crisis"), self.tr("Hotlines for a crisis (F9)")),
        }
        self._buttons: dict[Page, QToolButton] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        space(column, appearance, SPACE_4, (SPACE_8, SPACE_12, SPACE_8, SPACE_12), PAGE)
        for page, (name, tip) in names.items():
            button = QToolButton()
            button.setText(name)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setProperty("role", "rail")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, page=page: self.page_chosen.emit(page))
            group.addButton(button)
            column.addWidget(button)
            self._buttons[page] = button
        column.addStretch(1)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_page(self, page: Page) -> None:
        """Point out where somebody is."""
        self._buttons[Page.FIND if page is Page.COMPARE else page].setChecked(True)
        self._restyle()

    def focus_first(self) -> None:
        """Take the keyboard."""
        for button in self._buttons.values():
            if button.isChecked():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _restyle(self) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        self.setFixedWidth(px(WIDTH))
        for page, button in self._buttons.items():
            ink = theme.accent if button.isChecked() else theme.muted
            button.setIcon(icon(ICONS[page], ink, px(22)))
            button.setIconSize(QSize(px(22), px(22)))
