"""The top of a page of the library: title, by-line, warnings, numbers, facts, and what to say aloud."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from therapist_desktop.domain.library import Piece, PieceKind
from therapist_desktop.domain.translating import OWN_LANGUAGE, languages_of
from therapist_desktop.services.html import link_scheme, plain_text
from therapist_desktop.ui.reading.facts import FactTable
from therapist_desktop.ui.reading.language_switch import LanguageSwitch
from therapist_desktop.ui.reading.say_this import SayThis
from therapist_desktop.ui.reading.web_code import WebCode
from therapist_desktop.ui.theme import READING, Appearance
from therapist_desktop.ui.widgets.callout import DANGER, WARNING, Callout
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.phone_line import CopyButton, PhoneLine, copy_of
from therapist_desktop.ui.widgets.words import Headline, Words
from therapist_desktop.ui.wording.page import age_warning, by_line, facts_of
from therapist_desktop.ui.wording.phones import one_line_each


class PageHead(QWidget):
    """Everything above the text."""

    copy_requested = Signal(str)
    listing_requested = Signal(str)
    link_requested = Signal(str)
    language_requested = Signal(str)

    def __init__(self, piece: Piece, today: date, appearance: Appearance, language: str = OWN_LANGUAGE) -> None:
        super().__init__()
        self._appearance = appearance
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(appearance.px(12))
        self._column.addWidget(Headline(piece.title, "article-title", appearance.px(READING)))
        self._add_by_line(piece)
        if piece.translations:
            switch = LanguageSwitch(languages_of(piece), language, appearance)
            switch.chosen.connect(self.language_requested)
            self._column.addWidget(switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_callouts(piece, today)
        if piece.also_called:
            names = self.tr("Also called: {names}").format(names=", ".join(piece.also_called))
            self._column.addWidget(Words(names, "muted"))
        if piece.summary and not piece.body:
            self._column.addWidget(Words(piece.summary, "lead"))
        if piece.intact:
            self._add_phones(piece)
        self._add_address(piece)
        facts = facts_of(piece)
        if facts:
            self._column.addWidget(FactTable(facts, appearance))
        if piece.say:
            self._column.addWidget(SayThis(piece.say, appearance))

    def _add_by_line(self, piece: Piece) -> None:
        line = by_line(piece)
        if not line:
            return
        label = QLabel(line.replace("<a ", f'<a style="color: {self._appearance.theme.link}" '))
        label.setProperty("role", "by-line")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setAccessibleName(plain_text(line))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        if piece.author and piece.author.listing:
            label.setToolTip(self.tr("Open the listing of {name}").format(name=piece.author.name))
            target = piece.author.listing
            label.linkActivated.connect(lambda _: self.listing_requested.emit(target))
        self._column.addWidget(label)

    def _add_callouts(self, piece: Piece, today: date) -> None:
        if not piece.intact:
            words = self.tr("This page does not read back as the publisher signed it.")
            self._column.addWidget(Callout(words, self.tr("Do not use it; sync again."), DANGER, self._appearance))
        if piece.correction:
            self._column.addWidget(Callout(self.tr("Correction"), piece.correction, WARNING, self._appearance))
        warning = age_warning(piece, today)
        if warning:
            self._column.addWidget(Callout(*warning, WARNING, self._appearance))

    def _add_phones(self, piece: Piece) -> None:
        for phone in one_line_each(piece.phones):
            line = PhoneLine(phone, self._appearance, "phone", copy_of(phone, self._appearance), near=True)
            line.copy_requested.connect(self.copy_requested)
            self._column.addWidget(line)

    def _add_address(self, piece: Piece) -> None:
        if not piece.url:
            return
        shown: QWidget = Words(piece.url)
        if link_scheme(piece.url) == "https":
            shown = FittingButton(piece.url.removeprefix("https://").rstrip("/"), "line")
            shown.setToolTip(self.tr("Open {what} in the web browser").format(what=piece.url))
            shown.clicked.connect(lambda: self.link_requested.emit(piece.url))
        copy = CopyButton(piece.url, piece.url, self._appearance)
        copy.copy_requested.connect(self.copy_requested)
        row = QHBoxLayout()
        row.setSpacing(self._appearance.px(8))
        row.addWidget(shown)
        row.addWidget(copy)
        row.addStretch(1)
        self._column.addLayout(row)
        if piece.kind is PieceKind.WEBSITE:
            self._column.addWidget(WebCode(piece.url, self._appearance))
