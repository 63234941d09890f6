"""How a hand-out looks on paper: title, letterhead, size, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from therapist_desktop.domain.handout import LANGUAGES, PAPERS, Handout, PaperLook
from therapist_desktop.ui.widgets.combo import Combo
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from therapist_desktop.ui.theme import Appearance

_PAUSE_MS = 250
_CLINIC_LINES = 4


class LookForm(QWidget):
    """Tells of every change, after a short pause where something is typed."""

    changed = Signal()

    def __init__(self, handout: Handout, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px, look = appearance.px, handout.look
        self._title = QLineEdit(handout.title)
        self._title.setPlaceholderText(self.tr("As the first page"))
        self._clinic = QPlainTextEdit("\n".join(look.clinic))
        self._clinic.setTabChangesFocus(True)
        self._clinic.setPlaceholderText(self.tr("Name\nStreet, town\nTelephone"))
        self._clinic.setFixedHeight(px(88))
        self._paper, self._language = Combo(appearance), Combo(appearance)
        for paper, words in zip(PAPERS, (self.tr("Letter"), "A4"), strict=True):
            self._paper.addItem(words, paper)
        for language, words in zip(LANGUAGES, ("English", "Espa\u00f1ol"), strict=True):
            self._language.addItem(words, language)
        self._paper.setCurrentIndex(self._paper.findData(look.paper))
        self._language.setCurrentIndex(self._language.findData(look.language))
        self._large = _check(self.tr("Large print"), self.tr("Letters of 18 points"), on=look.is_large)
        self._sources = _check(self.tr("Sources"), self.tr("List the sources of each page"), on=look.has_references)
        self._notes = _check(self.tr("Room for notes"), self.tr("Empty lines at the end"), on=look.has_room_for_notes)
        form = QFormLayout()
        form.setHorizontalSpacing(px(12))
        form.setVerticalSpacing(px(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, field, tip in (
            (self.tr("Title"), self._title, self.tr("The title of the whole hand-out")),
            (self.tr("Letterhead"), self._clinic, self.tr("Your clinic, on top of every page; at most four lines")),
            (self.tr("Language"), self._language, self.tr("Pages without a translation stay English, and say so")),
            (self.tr("Paper"), self._paper, self.tr("The size of the paper")),
        ):
            label = Words(words)
            label.selectable = False
            field.setAccessibleName(words)
            field.setToolTip(tip)
            form.addRow(label, field)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        whole.addLayout(form)
        for box in (self._large, self._sources, self._notes):
            whole.addWidget(box)
            box.toggled.connect(self.changed)
        self._pausing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pausing.timeout.connect(self.changed)
        self._title.textChanged.connect(self._pausing.start)
        self._clinic.textChanged.connect(self._pausing.start)
        self._paper.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._language.currentIndexChanged.connect(lambda _: self.changed.emit())

    @property
    def title(self) -> str:
        """What the hand-out is called, empty for the title of its first page."""
        return " ".join(self._title.text().split())

    @property
    def look(self) -> PaperLook:
        """What is chosen."""
        lines = [" ".join(line.split()) for line in self._clinic.toPlainText().split("\n")]
        return PaperLook(
            tuple(line for line in lines if line)[:_CLINIC_LINES],
            self._paper.currentData(),
            self._language.currentData(),
            self._large.isChecked(),
            self._sources.isChecked(),
            self._notes.isChecked(),
        )


def _check(words: str, tip: str, *, on: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setToolTip(tip)
    box.setChecked(on)
    return box
