"""The top of a page of the library: title, by-line, warnings, numbers and facts."""

from datetime import date
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from therapist_desktop.domain.library import Piece
from therapist_desktop.services.html import link_scheme, plain_text
from therapist_desktop.ui.i18n import day, plural
from therapist_desktop.ui.theme import READING, Appearance
from therapist_desktop.ui.widgets.callout import DANGER, WARNING, Callout
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.phone_line import CopyButton, PhoneLine, copy_of
from therapist_desktop.ui.widgets.words import Headline, Words
from therapist_desktop.ui.wording.joining import dotted
from therapist_desktop.ui.wording.phones import one_line_each

OLD_AFTER_YEARS = 3
_WORDS_A_MINUTE = 200
_DAYS_A_YEAR = 365.25


class PageHead(QWidget):
    """Everything above the text."""

    copy_requested = Signal(str)
    listing_requested = Signal(str)
    link_requested = Signal(str)

    def __init__(self, piece: Piece, today: date, appearance: Appearance, gap: int) -> None:
        super().__init__()
        self._appearance = appearance
        self._gap = gap
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self._column.addWidget(Headline(piece.title, "article-title", appearance.px(READING)))
        self._add_by_line(piece)
        self._add_callouts(piece, today)
        if piece.also_called:
            names = self.tr("Also called: {names}").format(names=", ".join(piece.also_called))
            self._column.addWidget(Words(names, "muted"))
        if piece.summary and not piece.body:
            self._column.addWidget(Words(piece.summary, "lead"))
        if piece.intact:
            self._add_phones(piece)
        self._add_address(piece)
        self._add_facts(piece)

    def _add_by_line(self, piece: Piece) -> None:
        line = by_line(piece)
        if not line:
            return
        label = QLabel(line)
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
        years = int((today - piece.reviewed).days / _DAYS_A_YEAR) if piece.reviewed else 0
        if years >= OLD_AFTER_YEARS:
            words = plural("Reader", "Last reviewed {n} year ago.", "Last reviewed {n} years ago.", years)
            more = self.tr("Knowledge may have moved on. Check before you rely on it.")
            self._column.addWidget(Callout(words, more, WARNING, self._appearance))

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

    def _add_facts(self, piece: Piece) -> None:
        if not piece.facts:
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._appearance.px(24))
        grid.setVerticalSpacing(self._gap // 2)
        grid.setColumnStretch(1, 1)
        widest = max(self.fontMetrics().horizontalAdvance(label) for label, _ in piece.facts)
        labels = min(self._appearance.px(160), round(widest * 1.15 * self._gap / self._appearance.px(12)))
        for row, (label, value) in enumerate(piece.facts):
            name = Words(label, "muted")
            name.selectable = False
            name.setMinimumWidth(labels)
            known = Words(value, "fact")
            known.setAccessibleName(f"{label}: {value}")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(known, row, 1)
        self._column.addLayout(grid)


def by_line(piece: Piece) -> str:
    """Who wrote it, and how old it is, as a line of rich text."""
    parts = []
    if piece.author:
        name = escape(piece.author.name)
        linked = f'<a href="listing">{name}</a>' if piece.author.listing else name
        parts.append(_tr("By {name}").format(name=linked))
    if piece.updated:
        parts.append(_tr("updated {day}").format(day=day(piece.updated)))
    if piece.reviewed:
        parts.append(_tr("reviewed {day}").format(day=day(piece.reviewed)))
    if piece.verified_on:
        parts.append(_tr("checked {day}").format(day=day(piece.verified_on)))
    minutes = round(len(plain_text(piece.body).split()) / _WORDS_A_MINUTE)
    if minutes:
        parts.append(_tr("{n} min").format(n=minutes))
    line = dotted(*parts)
    return line[:1].upper() + line[1:]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Reader", words)
