"""Near where, and how far."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from therapist_desktop.domain.filters import ANY_MILES, DEFAULT_MILES, Near
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, Appearance
from therapist_desktop.ui.widgets.combo import Combo
from therapist_desktop.ui.widgets.spacing import space

MILES = (5, 10, 25, 50, 100, 200)
ZIP_DIGITS = 5


class PlaceField(QWidget):
    """A ZIP or a city with its state. Says below itself when nobody knows the place."""

    near_changed = Signal(object)  # Near | None

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._near: Near | None = None
        self._place = QLineEdit(placeholderText=self.tr("ZIP or City, ST"))
        self._place.setAccessibleName(self.tr("Near this ZIP code or city"))
        self._place.setToolTip(self.tr("A ZIP code such as 10001, or a city with its state: Albany, NY"))
        self._miles = Combo(appearance)
        self._miles.setAccessibleName(self.tr("Within this many miles"))
        self._miles.setToolTip(self.tr("How far away listings may be"))
        for miles in MILES:
            self._miles.addItem(self.tr("{n} mi").format(n=miles), float(miles))
        self._miles.addItem(self.tr("Any"), ANY_MILES)
        any_tip = self.tr("However far, as long as it is known where a listing is")
        self._miles.setItemData(len(MILES), any_tip, Qt.ItemDataRole.ToolTipRole)
        self._miles.setItemData(len(MILES), self.tr("Any distance"), Qt.ItemDataRole.AccessibleTextRole)
        self._miles.setCurrentIndex(MILES.index(int(DEFAULT_MILES)))
        self._wrong = QLabel(wordWrap=True)
        self._wrong.setProperty("role", "error")
        self._wrong.hide()

        row = QHBoxLayout()
        space(row, appearance, SPACE_8)
        row.addWidget(self._place, 1)
        row.addWidget(self._miles)
        page = QVBoxLayout(self)
        space(page, appearance, SPACE_4, (0, 0, 0, 0))
        page.addLayout(row)
        page.addWidget(self._wrong)

        self._place.textEdited.connect(self._typed)
        self._place.returnPressed.connect(self._tell)
        self._place.editingFinished.connect(self._tell)
        self._place.textChanged.connect(self._cleared)
        self._miles.activated.connect(self._tell)

    @property
    def field(self) -> QLineEdit:
        """Where the place is typed."""
        return self._place

    @property
    def miles(self) -> Combo:
        """How far away listings may be."""
        return self._miles

    @property
    def problem(self) -> str:
        """What is said below the field."""
        return self._wrong.text() if self._wrong.isVisibleTo(self) else ""

    def show_near(self, near: Near | None) -> None:
        """Show this place; what the person is typing right now stays."""
        if near == self._near:
            return
        self._near = near
        self._place.setText(near.place if near else "")
        self._select_miles(near.miles if near else DEFAULT_MILES)

    def wipe(self) -> None:
        """Ask for no place: what is half typed goes too, and cannot be brought back with Ctrl+Z."""
        self._place.setText("")
        self._select_miles(DEFAULT_MILES)
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say that the place is not known, or nothing more with an empty sentence."""
        if sentence == self._wrong.text():
            return
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self._place.setProperty("wrong", "true" if sentence else "false")
        self._place.setAccessibleDescription(sentence)
        self._place.style().polish(self._place)

    def _select_miles(self, miles: float) -> None:
        place = self._miles.findData(float(miles))
        if place < 0:
            self._miles.addItem(self.tr("{n} mi").format(n=f"{miles:g}"), float(miles))
            place = self._miles.count() - 1
        self._miles.setCurrentIndex(place)

    def _typed(self, text: str) -> None:
        self.show_problem("")
        place = text.strip()
        if len(place) == ZIP_DIGITS and place.isdigit():
            self._tell()  # half a city is nobody's place: that waits for Enter, or for the field to be left

    def _cleared(self, text: str) -> None:
        if not text and self._near is not None:
            self._tell()

    def _tell(self) -> None:
        place = self._place.text().strip()
        near = Near(place, float(self._miles.currentData())) if place else None
        if not place:
            self.show_problem("")
        if near != self._near:
            self._near = near
            self.near_changed.emit(near)
