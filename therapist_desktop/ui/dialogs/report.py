"""Where an error in a page is written down. What is typed is never lost: it is told as a draft while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.reading_notes import Report, Wrong
from therapist_desktop.domain.text import shorten
from therapist_desktop.ui.dialogs.fitting import fit_height
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_24, Appearance
from therapist_desktop.ui.widgets.combo import Combo
from therapist_desktop.ui.widgets.personal_warning import PersonalWarning
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.reports import wrong_name

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

WIDE, HIGH, MOST_QUOTED = 540, 120, 300
DRAFT_AFTER_MS = 1_000


class ReportDialog(QDialog):
    """One report of one page. Closing keeps the draft."""

    draft_changed = Signal(object)  # Report
    finished_report = Signal(object)  # Report: to be sent
    all_requested = Signal()  # the reports that were written before

    def __init__(self, report: Report, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = self._told = report
        self.setWindowTitle(self.tr("Report an error"))
        self.setMinimumWidth(appearance.px(WIDE))
        self.wrong = Combo(appearance)
        self.wrong.setAccessibleName(self.tr("What is wrong"))
        self.wrong.setToolTip(self.tr("What kind of error it is"))
        for wrong in Wrong:
            self.wrong.addItem(wrong_name(wrong), wrong)
        self.wrong.setCurrentIndex(list(Wrong).index(report.wrong))
        self.text = QPlainTextEdit(report.text)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("In your words"))
        self.text.setToolTip(self.tr("About the page, never about a patient"))
        self.text.setPlaceholderText(self.tr("What is wrong, and what would be right? A source helps."))
        self.text.setFixedHeight(appearance.px(HIGH))
        self.warning = PersonalWarning(appearance)
        self.keep = QPushButton(self.tr("Keep for sending"))
        self._arrange(appearance)
        self._soon = QTimer(self, singleShot=True, interval=DRAFT_AFTER_MS)
        self._soon.timeout.connect(self._tell_draft)
        self.text.textChanged.connect(self._changed)
        self.wrong.currentIndexChanged.connect(self._changed)
        self.rejected.connect(self._tell_draft)
        self._look()
        self.text.setFocus()

    @property
    def report(self) -> Report:
        """What is written there now."""
        wrong = list(Wrong)[max(0, self.wrong.currentIndex())]
        return self._report._replace(wrong=wrong, text=self.text.toPlainText().strip())

    def _arrange(self, appearance: Appearance) -> None:
        buttons = QDialogButtonBox()
        self.keep.setProperty("role", "primary")
        self.keep.setDefault(True)
        self.keep.setToolTip(self.tr("Keep it with your reports; nothing is sent by itself (Ctrl+Enter)"))
        self.keep.setShortcut("Ctrl+Return")
        later = QPushButton(self.tr("Close"))
        later.setToolTip(self.tr("What you wrote stays here as a draft (Esc)"))
        everything = QPushButton(self.tr("All reports..."))
        everything.setToolTip(self.tr("The reports that are kept, to save or send them"))
        everything.setAutoDefault(False)
        later.setAutoDefault(False)
        buttons.addButton(everything, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(later, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        everything.clicked.connect(self._show_all)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[appearance.px(SPACE_24)] * 4)
        page.setSpacing(appearance.px(SPACE_8))
        page.addWidget(Words(self._report.piece.title, "title"))
        release = self.tr("As it stands in release {n}").format(n=self._report.release)
        page.addWidget(Words(release, "muted"))
        if self._report.quote:
            page.addWidget(Words(f"\u201c{shorten(self._report.quote, MOST_QUOTED)}\u201d", "quote"))
        page.addSpacing(appearance.px(SPACE_12))
        page.addWidget(Words(self.tr("What is wrong"), "row-title"))
        page.addWidget(self.wrong)
        page.addSpacing(appearance.px(SPACE_4))
        page.addWidget(Words(self.tr("In your words"), "row-title"))
        page.addWidget(self.text)
        page.addWidget(self.warning)
        page.addWidget(
            Words(self.tr("It stays on this computer until you save it as a file or write an e-mail."), "caption")
        )
        page.addSpacing(appearance.px(SPACE_8))
        page.addWidget(buttons)

    def _changed(self) -> None:
        self._look()
        self._soon.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _look(self) -> None:
        if self.warning.look_at(self.text.toPlainText(), self.keep, self.tr("Keep for sending")) and self.isVisible():
            fit_height(self)

    def _tell_draft(self) -> None:
        self._soon.stop()
        if self.report != self._told:
            self._told = self.report
            self.draft_changed.emit(self.report)

    def _keep(self) -> None:
        self._soon.stop()
        self.finished_report.emit(self.report._replace(is_draft=False))
        self.accept()

    def _show_all(self) -> None:
        self.reject()
        self.all_requested.emit()
