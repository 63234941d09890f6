"""Says that a note seems to hold something of a person. It warns; it never keeps anybody from writing."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from therapist_desktop.domain.personal import Personal, looks_personal
from therapist_desktop.ui.announcing import announce
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import SPACE_8, SPACE_12, Appearance
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.joining import spaced


class PersonalWarning(QFrame):
    """Hidden while nothing looks like it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setProperty("role", "warning")
        self._picture = QLabel()
        self._words = Words()
        row = QHBoxLayout(self)
        space(row, appearance, SPACE_8, (SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def words(self) -> str:
        """What it says, nothing while hidden."""
        return "" if self.isHidden() else self._words.words

    def look_at(self, text: str, keep: QPushButton, usual: str) -> bool:
        """Warn of what is in this text, and say so on the button that keeps it; whether the warning came or went."""
        before = self.isHidden()
        found = looks_personal(text)
        keep.setText(translate("Personal", "Keep anyway") if found else usual)
        said = sentence(found)
        if said and said != self.words:
            self._words.say(said)
            announce(self, said)
        self.setVisible(bool(found))
        return self.isHidden() is not before

    def _restyle(self) -> None:
        side, ink = self._appearance.px(18), self._appearance.theme.ageing
        self._picture.setPixmap(pixmap("triangle-alert", ink, side, self.devicePixelRatioF()))


def sentence(found: tuple[Personal, ...]) -> str:
    """What is said of it, in plain words."""
    if not found:
        return ""
    like = {
        Personal.SSN: translate("Personal", "This looks like a Social Security number."),
        Personal.EMAIL: translate("Personal", "This looks like an e-mail address."),
        Personal.PHONE: translate("Personal", "This looks like a phone number."),
        Personal.BIRTH_DATE: translate("Personal", "This looks like a birth date."),
    }
    return spaced(*(like[one] for one in found), translate("Personal", "Notes must not hold anything about a patient."))
