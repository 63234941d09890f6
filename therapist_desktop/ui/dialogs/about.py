"""What this program is, which versions run, and under which licences."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

import therapist_desktop
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.dialogs.fitting import fit_height
from therapist_desktop.ui.i18n import day, number
from therapist_desktop.ui.theme import SPACE_8, SPACE_16, SPACE_24
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from therapist_desktop.domain.release import Release

_PARTS = ("PySide6-Essentials", "SQLAlchemy", "numpy", "pyroaring", "msgspec", "nh3", "tuf")
WIDE = 33
"""How wide the words are at the least, in lines of text."""


class AboutDialog(QDialog):
    """Facts that support asks for, ready to be copied."""

    def __init__(self, release: Release | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Therapist Desktop"))
        self.setMinimumWidth(WIDE * self.fontMetrics().height())
        title = QLabel(self.tr("Therapist Desktop"))
        title.setProperty("role", "title")
        words = Words(
            self.tr("Find therapists and treatment centers offline, and read a mental-health library."), "muted"
        )
        facts = QGridLayout()
        facts.setHorizontalSpacing(SPACE_24)
        facts.setVerticalSpacing(SPACE_8)
        facts.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self._facts(release)):
            label = QLabel(name)
            label.setProperty("role", "muted")
            shown = Words(value)
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setBuddy(shown)
            facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(shown, row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_16)
        page.setSpacing(SPACE_8)
        page.addWidget(title)
        page.addWidget(words)
        page.addSpacing(SPACE_8)
        page.addLayout(facts)
        page.addSpacing(SPACE_16)
        page.addStretch(1)
        page.addWidget(buttons)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _facts(self, release: Release | None) -> list[tuple[str, str]]:
        facts = [(self.tr("Version"), therapist_desktop.__version__)]
        if release is not None:
            facts += [
                (self.tr("Release"), f"{release.number} \u00b7 {day(release.published.date())}"),
                (self.tr("Title"), release.title),
                (self.tr("Publisher"), release.publisher),
                (self.tr("Listings"), number(release.listings)),
                (self.tr("Licence of the data"), release.license),
            ]
        parts = ", ".join(f"{part} {found}" for part in _PARTS if (found := _version(part)))
        facts += [
            (self.tr("Parts"), f"Python {platform.python_version()}, {parts}"),
            (
                self.tr("Licences"),
                self.tr("The program: MIT. Inter and Source Serif: OFL. Icons: Lucide, ISC. Qt: LGPL 3."),
            ),
        ]
        return [(name, value) for name, value in facts if value]


def _version(part: str) -> str:
    try:
        return version(part)
    except PackageNotFoundError:
        return ""
