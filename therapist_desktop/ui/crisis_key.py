"""The key for help, where no action hears it: in a dialog, in a menu, in a list that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.places import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from therapist_desktop.ui.main_window import MainWindow


class CrisisKey(QObject):
    """Puts what lies over the window away and shows the crisis page. A dialog comes back with all that is in it."""

    def __init__(self, window: MainWindow, app: QApplication) -> None:
        super().__init__(window)
        self._window = window
        self._put_away: list[QDialog] = []
        app.focusWindowChanged.connect(self._listen_to)
        self._listen_to(app.focusWindow())
        window.page_shown.connect(self._bring_back)
        window.actions_["crisis"].triggered.connect(self._go)  # on some platforms it is heard under a menu

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() != Qt.Key.Key_F9 or event.modifiers():
            return False
        is_covered = _is_covered()
        self._go()
        return is_covered

    def _listen_to(self, handle: QWindow | None) -> None:
        """Keys come to the window that has the keyboard, dialogs and all; once is enough, and Qt sees to that."""
        if handle is not None:
            handle.installEventFilter(self)

    def _go(self) -> None:
        if not _is_covered():
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        while (dialog := QApplication.activeModalWidget()) is not None:
            dialog.hide()  # it has not ended: nothing that is typed in it is lost
            if isinstance(dialog, QDialog):
                self._put_away.append(dialog)
        self._window.activateWindow()
        self._window.show_crisis()

    def _bring_back(self, page: Page) -> None:
        if page is Page.CRISIS:
            return
        dialogs, self._put_away = self._put_away, []
        for dialog in reversed(dialogs):
            if isValid(dialog):
                QDialog.open(dialog)


def _is_covered() -> bool:
    return QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None
