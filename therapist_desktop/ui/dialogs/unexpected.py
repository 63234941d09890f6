"""One dialog for what nobody expected. The program goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from therapist_desktop.ui.i18n import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

NAME = "unexpected"


def show_unexpected(window: QWidget, what: str) -> None:
    """Say it once; while the dialog is open, more of the same only goes to the log."""
    if window.findChild(QMessageBox, NAME) is not None:
        return
    box = QMessageBox(window)
    box.setObjectName(NAME)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Unexpected", "Something went wrong"))
    box.setText(translate("Unexpected", "The program met something it did not expect, and goes on."))
    box.setInformativeText(
        translate("Unexpected", "If it happens again, send the log file to your support contact. ({what})").format(
            what=what
        )
    )
    box.finished.connect(box.deleteLater)
    box.open()
