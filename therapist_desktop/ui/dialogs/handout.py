"""Puts pages of the library together into one hand-out, and shows it as it will be on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.handout import Handout, in_language, reading_grade
from therapist_desktop.ui.i18n import plural
from therapist_desktop.ui.paper.look_form import LookForm
from therapist_desktop.ui.paper.page_list import PageList
from therapist_desktop.ui.paper.preview import Preview
from therapist_desktop.ui.paper.sheet import Sheet
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from therapist_desktop.ui.widgets.tall_page import tall_page
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.joining import dotted

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.domain.release import Release
    from therapist_desktop.ui.controllers.handout import Collected, HandoutController
    from therapist_desktop.ui.theme import Appearance

_WIDE, _HIGH, _LEFT = 980, 700, 340


class HandoutDialog(QDialog):
    """Left: which pages, and how they look. Right: the pages of paper."""

    print_requested = Signal(object)  # Sheet
    pdf_requested = Signal(object)  # Sheet

    def __init__(
        self,
        making: HandoutController,
        release: Release | None,
        today: date,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._making, self._release, self._today = making, release, today
        self.setWindowTitle(self.tr("Hand-out"))
        px = appearance.px
        self._pages = PageList(appearance)
        self._form = LookForm(making.handout, appearance)
        self._preview = Preview(appearance)
        self._facts, self._remarks = Words("", "muted"), Words("", "caption")
        buttons = self._buttons()
        left = QVBoxLayout()
        left.setSpacing(SPACE_16)
        left.addWidget(self._pages, 1)
        left.addWidget(self._form)
        left.setContentsMargins(SPACE_4, SPACE_4, SPACE_12, SPACE_4)
        right = QVBoxLayout()
        right.setSpacing(SPACE_8)
        right.addWidget(self._preview, 1)
        right.addWidget(self._facts)
        right.addWidget(self._remarks)
        inside = QWidget()
        inside.setProperty("role", "page")
        inside.setLayout(left)
        side = tall_page(inside)
        side.setFixedWidth(px(_LEFT))
        both = QHBoxLayout()
        both.setSpacing(SPACE_12)
        both.addWidget(side)
        both.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_16)
        whole.setSpacing(SPACE_16)
        whole.addLayout(both, 1)
        whole.addWidget(buttons)
        self._connect()
        room = self.screen().availableSize()
        self.resize(min(px(_WIDE), room.width()), min(px(_HIGH), room.height()))
        self._making.collect()
        self._pages.search.setFocus()

    @property
    def pages(self) -> PageList:
        """The pages in their order."""
        return self._pages

    @property
    def form(self) -> LookForm:
        """How it looks."""
        return self._form

    @property
    def preview(self) -> Preview:
        """The paper."""
        return self._preview

    @property
    def remarks(self) -> str:
        """What is to be said about the pages."""
        return self._remarks.words

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.print_button, self.pdf_button, self.new_button = (
            QPushButton(self.tr("Print...")),
            QPushButton(self.tr("Save as PDF...")),
            QPushButton(self.tr("Begin anew")),
        )
        self.print_button.setToolTip(self.tr("Choose a printer (Ctrl+P)"))
        self.print_button.setShortcut("Ctrl+P")
        self.pdf_button.setToolTip(self.tr("Save the hand-out as a file (Ctrl+Shift+P)"))
        self.pdf_button.setShortcut("Ctrl+Shift+P")
        self.new_button.setToolTip(self.tr("Take all pages out; the letterhead stays"))
        buttons.addButton(self.new_button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self.pdf_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.print_button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        self.print_button.setProperty("role", "primary")
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        making = self._making
        self._pages.wanted.connect(making.add)
        self._pages.unwanted.connect(lambda one: making.change(making.handout.without(one)))
        self._pages.moved.connect(lambda one, by: making.change(making.handout.moved(one, by)))
        self._pages.sought.connect(making.seek)
        self._form.changed.connect(self._take_form)
        self.new_button.clicked.connect(lambda: making.change(Handout(look=making.handout.look)))
        self.print_button.clicked.connect(lambda: self.print_requested.emit(self._preview.sheet))
        self.pdf_button.clicked.connect(lambda: self.pdf_requested.emit(self._preview.sheet))
        making.changed.connect(self._collect)
        making.collected.connect(self._show)
        making.found.connect(self._pages.show_found)
        self._preview.laid_out.connect(self._say_how_much)

    def _collect(self, _handout: Handout) -> None:
        self._allow(False)  # what is shown is no longer what was asked for
        self._making.collect()

    def _take_form(self) -> None:
        self._making.change(self._making.handout._replace(title=self._form.title, look=self._form.look))

    def _show(self, collected: Collected) -> None:
        if collected.handout != self._making.handout:
            return
        self._pages.show_pages(collected.pieces)
        self._remarks.say(self._remarks_on(collected))
        self._remarks.setVisible(bool(self._remarks.words))
        self._grade = reading_grade(collected.pieces)
        if collected.pieces:
            self._preview.show_sheet(Sheet(collected.handout, collected.pieces, self._release, self._today))
            return
        self._preview.show_sheet(None)
        self._facts.say("")
        self._allow(False)

    def _say_how_much(self, sheet: Sheet) -> None:
        grade = self.tr("reads at about school grade {n}").format(n=max(1, self._grade)) if self._grade else ""
        self._facts.say(dotted(plural("Paper", "{n} page", "{n} pages", sheet.total), grade))
        self._allow(True)

    def _allow(self, can: bool) -> None:  # noqa: FBT001 - the one thing it says
        for button in (self.print_button, self.pdf_button):
            button.setEnabled(can)

    def _remarks_on(self, collected: Collected) -> str:
        handout = collected.handout
        remarks = []
        if collected.gone:
            remarks.append(
                plural(
                    "Paper",
                    "{n} page is not in this release any more.",
                    "{n} pages are not in this release any more.",
                    len(collected.gone),
                )
            )
        if collected.unsafe:
            words = self.tr("Left out, because it does not read back as the publisher signed it: {titles}.")
            remarks.append(words.format(titles=", ".join(collected.unsafe)))
        english = [piece.title for piece in collected.pieces if not in_language(piece, handout.look.language)]
        if english:
            remarks.append(self.tr("Only in English: {titles}.").format(titles=", ".join(english)))
        if handout.is_full:
            remarks.append(plural("Paper", "{n} page is the most.", "{n} pages are the most.", len(handout.pieces)))
        return " ".join(remarks)
