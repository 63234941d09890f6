"""The crisis page: who to call, in large type, with or without a catalogue."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QMargins, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.freshness import Freshness, freshness_of
from therapist_desktop.domain.library import Hotline
from therapist_desktop.domain.local_steps import LocalSteps
from therapist_desktop.domain.overriding import override
from therapist_desktop.services.clock import local_day
from therapist_desktop.services.html import link_scheme
from therapist_desktop.ui.crisis_lines import BUILT_IN
from therapist_desktop.ui.dialogs.outside import ask_to_open
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.reading.style import reading_sheet
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.callout import REMARK, WARNING, Callout
from therapist_desktop.ui.widgets.crisis_card import CrisisCard
from therapist_desktop.ui.widgets.crisis_cards import CrisisCards
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.local_card import LocalCard
from therapist_desktop.ui.widgets.phone_line import PhoneLine, copy_of
from therapist_desktop.ui.widgets.pile import Pile
from therapist_desktop.ui.widgets.tall_page import TallPage
from therapist_desktop.ui.widgets.words import Heading, Words
from therapist_desktop.ui.wording.crisis import about, at_the_desk, danger, how_old, sheet
from therapist_desktop.ui.wording.crisis_spanish import (
    DANGER,
    MORE,
    TITLE,
    how_old_in_spanish,
    in_spanish,
    spanish_sheet,
)
from therapist_desktop.ui.wording.phones import one_line_each

FIRST = ("911", "988")
AHEAD_MS = 600
_WIDEST, _ROOMY = 920, 640


class CrisisPane(QFrame):
    """911 and 988 first, then every line the release knows; the built-in ones where it knows none."""

    copy_requested = Signal(str)
    edit_requested = Signal()  # the clinic's own steps

    def __init__(
        self, appearance: Appearance, today: Callable[[], date] = local_day, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._today = today
        self._lines = BUILT_IN
        self._local = LocalSteps()
        self._local_problem = ""
        self._is_spanish = False
        self._is_behind = True
        self._filling = Slices(self)
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_MS)
        self._ahead.timeout.connect(self._lay_out_ahead)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Crisis help"))
        self._scroll = TallPage()
        page = QVBoxLayout(self)
        page.setContentsMargins(1, 1, 1, 1)
        page.addWidget(self._scroll)
        appearance.changed.connect(self._show_again)
        self.setStyleSheet(reading_sheet(appearance.theme, appearance.zoom))

    @property
    def is_whole(self) -> bool:
        """Every line stands there."""
        return not self._filling.is_busy

    @property
    def lines(self) -> tuple[Hotline, ...]:
        """The lines that are shown."""
        return self._lines

    @Slot(object)
    def show_hotlines(self, lines: Sequence[Hotline]) -> None:
        """Show the lines of the release; 911 and 988 stay first, and nothing is shown in place of nothing."""
        self._lines = (*_first(lines), *_others(lines)) if lines else BUILT_IN
        self._show_again()

    def show_local_steps(self, steps: LocalSteps, problem: str = "") -> None:
        """Put the clinic's own steps on top, or say why they are not there."""
        if (steps, problem) != (self._local, self._local_problem):
            self._local, self._local_problem = steps, problem
            self._show_again()

    def focus_first(self) -> None:
        """Take the keyboard where the first number is copied."""
        card = self.findChild(CrisisCard)
        if card is not None:
            card.copy.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def document(self) -> QTextDocument:
        """The page as it is printed."""
        document = QTextDocument()
        spanish = spanish_sheet(self._lines, self._today()) if self._is_spanish else ""
        document.setHtml(spanish or sheet(self._lines, self._today(), self._local))
        return document

    @Slot(bool)
    def show_spanish(self, spanish: bool) -> None:  # noqa: FBT001 - a slot
        """Show and print the lines in Spanish, or in the language of the window again."""
        if spanish != self._is_spanish:
            self._is_spanish = spanish
            self._show_again()

    @Slot()
    def print_page(self) -> None:
        """Ask for a printer and print the page."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print the crisis page"))
        dialog.accepted.connect(lambda: self.document().print_(printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._ahead.stop()
        if self._is_behind:
            self._lay_out()
        elif self.findChild(CrisisCard) is None:  # it is being laid out
            self._filling.finish()
        super().showEvent(event)

    @Slot()
    def _show_again(self) -> None:
        """Nobody waits for a page that is not in sight: it is laid out when all is quiet, or comes into sight."""
        self._is_behind = True
        if self.isVisible():
            self._lay_out()
        else:
            self._ahead.start()

    @Slot()
    def _lay_out_ahead(self) -> None:
        """So that the key for help finds the page whole."""
        if self._is_behind:
            self._lay_out()

    def _lay_out(self) -> None:
        self._is_behind = False
        sheet = reading_sheet(self._appearance.theme, self._appearance.zoom)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        place = self._scroll.verticalScrollBar().value()
        at = next((at for at, button in enumerate(self._buttons()) if button.hasFocus()), -1)
        px = self._appearance.px
        page = Pile(QMargins(px(20), px(20), px(20), px(24)), px(12), px(_WIDEST))
        self._scroll.setWidget(page)
        self._filling.start(self._fill(page))
        if place:  # somebody is further down
            self._filling.finish()
            page.resize(page.width(), page.heightForWidth(page.width()))
            self._scroll.verticalScrollBar().setValue(place)
        if at >= 0:
            self._filling.finish()
            buttons = self._buttons()
            buttons[min(at, len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> list[QPushButton]:
        """Everything on the page that takes the keyboard."""
        page = self._scroll.widget()
        return page.findChildren(QPushButton) if page is not None else []

    def _fill(self, page: Pile) -> Iterator[None]:
        """The page from the top: the two numbers in the first step, each of the other lines in one of its own.

        Where nobody waits for the numbers, each of them has a step too.
        """
        px = self._appearance.px
        is_ahead = not self.isVisible()
        if is_ahead:
            yield
        page.add(self._head())
        self._add_local(page)
        cards = []
        lines = tuple(map(in_spanish, self._lines)) if self._is_spanish else self._lines
        for line in lines[: len(FIRST)]:
            if is_ahead:
                yield
            cards.append(self._card(line))
        page.add(CrisisCards(cards, px(12), px(_ROOMY)))
        yield
        if self._lines == BUILT_IN:
            words = self.tr("These lines are built into the program.")
            more = self.tr("A release with hotlines brings more, and newer ones.")
            page.add(Callout(words, more, REMARK, self._appearance))
        if not self._is_spanish:  # it is shown to somebody from outside
            page.add(self._steps())
        yield
        heading, column = self._column()
        column.setContentsMargins(0, px(4), 0, 0)
        column.addWidget(Heading(MORE if self._is_spanish else self.tr("More lines")))
        page.add(heading)
        for line in lines[len(FIRST) :]:
            page.add(_hairline())
            page.add(self._line(line))
            yield

    def _add_local(self, page: Pile) -> None:
        if self._local_problem:
            page.add(Callout(self._local_problem, "", WARNING, self._appearance))
        card = LocalCard(self._local, self._appearance, self._appearance.px(_ROOMY))
        card.copy_requested.connect(self.copy_requested)
        card.edit_requested.connect(self.edit_requested)
        page.add(card)

    def _head(self) -> QWidget:
        px = self._appearance.px
        printing = QPushButton(self.tr(" Print"))
        printing.setIcon(icon("printer", self._appearance.theme.muted, px(16)))
        printing.setIconSize(QSize(px(16), px(16)))
        printing.setAccessibleName(self.tr("Print the crisis page"))
        printing.setToolTip(self.tr("Print the crisis page (Ctrl+P)"))
        printing.clicked.connect(self.print_page)
        spanish = QPushButton("English" if self._is_spanish else "Espa\u00f1ol")
        spanish.setAccessibleName(spanish.text())
        spanish.setToolTip(self.tr("Show and print the crisis page in Spanish, or in English again"))
        spanish.clicked.connect(lambda: self.show_spanish(not self._is_spanish))
        names = QVBoxLayout()
        names.setSpacing(px(2))
        names.addWidget(Words(TITLE if self._is_spanish else self.tr("Crisis help"), "title"))
        names.addWidget(Words(DANGER if self._is_spanish else danger(), "danger"))
        holder = QWidget()
        head = QHBoxLayout(holder)
        head.setContentsMargins(0, 0, 0, 0)
        head.addLayout(names, 1)
        for button in (spanish, printing):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _card(self, line: Hotline) -> CrisisCard:
        card = CrisisCard(line, self._how_old(line), self._appearance)
        card.copy_requested.connect(self.copy_requested)
        card.link_requested.connect(self._open)
        return card

    def _steps(self) -> QWidget:
        holder, column = self._column()
        column.setSpacing(self._appearance.px(12))
        column.setContentsMargins(0, self._appearance.px(4), 0, 0)
        column.addWidget(Heading(self.tr("At the front desk")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._appearance.px(12))
        grid.setVerticalSpacing(self._appearance.px(6))
        grid.setColumnStretch(1, 1)
        for row, (short, long) in enumerate(at_the_desk()):
            number = Words(str(row + 1), "step")
            number.selectable = False
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(f"{short} {long}", "sentence"), row, 1)
        column.addLayout(grid)
        return holder

    def _line(self, line: Hotline) -> QWidget:
        words, numbers = self._about(line), self._numbers(line)
        return CrisisCards([words, numbers], self._appearance.px(24), self._appearance.px(_ROOMY))

    def _about(self, line: Hotline) -> QWidget:
        holder, column = self._column()
        column.addWidget(Words(line.title, "line-title"))
        column.addWidget(Words(line.what_for, "sentence"))
        for words in (about(line), line.notes):
            if words:
                column.addWidget(Words(words, "muted"))
        old = freshness_of(line.verified_on, self._today()) in (Freshness.STALE, Freshness.NEVER)
        age = self._how_old(line)
        column.addWidget(Callout(age, "", WARNING, self._appearance) if old else Words(age, "caption"))
        column.addStretch(1)
        return holder

    def _numbers(self, line: Hotline) -> QWidget:
        holder, column = self._column()
        for phone in one_line_each(line.phones):
            shown = PhoneLine(phone, self._appearance, "phone", copy_of(phone, self._appearance), near=True)
            shown.copy_requested.connect(self.copy_requested)
            column.addWidget(shown)
        if link_scheme(line.chat) == "https":
            chat = FittingButton(self.tr("Chat: {host}").format(host=line.chat.removeprefix("https://")), "line")
            chat.setToolTip(self.tr("Open {what} in the web browser").format(what=line.chat))
            chat.clicked.connect(lambda: self._open(line.chat))
            column.addWidget(chat)
        column.addStretch(1)
        return holder

    def _how_old(self, line: Hotline) -> str:
        return how_old_in_spanish(line) if self._is_spanish else how_old(line, self._today())

    def _column(self) -> tuple[QWidget, QVBoxLayout]:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, self._appearance.px(4), 0, self._appearance.px(4))
        column.setSpacing(self._appearance.px(4))
        return holder, column

    @Slot(str)
    def _open(self, address: str) -> None:
        ask_to_open(address, self.window())


def _line_of(number: str, lines: Sequence[Hotline]) -> Hotline | None:
    return next((line for line in lines if any(phone.number == number for phone in line.phones)), None)


def _first(lines: Sequence[Hotline]) -> tuple[Hotline, ...]:
    return tuple(_line_of(number, lines) or _line_of(number, BUILT_IN) or BUILT_IN[0] for number in FIRST)


def _others(lines: Sequence[Hotline]) -> tuple[Hotline, ...]:
    first = {line.id for number in FIRST if (line := _line_of(number, lines))}
    return tuple(line for line in lines if line.id not in first)


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    return line
