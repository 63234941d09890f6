"""Questions that callers ask, one card at a time: the question, what to say, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.i18n import number
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.library.piece_list import PieceList
from therapist_desktop.ui.models.lines import Line
from therapist_desktop.ui.reading import html
from therapist_desktop.ui.reading.browser import SafeBrowser
from therapist_desktop.ui.reading.page_appearance import PageAppearance
from therapist_desktop.ui.reading.style import document_sheet
from therapist_desktop.ui.theme import ROW_TITLE
from therapist_desktop.ui.widgets.tall_page import TallPage
from therapist_desktop.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from therapist_desktop.domain.library import Piece, PieceCard
    from therapist_desktop.ui.theme import Appearance

_LIST, _CARD = 300, 360


class CallCards(QWidget):
    """Walking through the list turns the cards; where there is no room for a card, a question opens as a page."""

    piece_chosen = Signal(str)
    card_wanted = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._page_look = appearance, PageAppearance(appearance, self)
        self._pieces: tuple[PieceCard, ...] = ()
        self._piece: Piece | None = None
        self.list = PieceList(appearance)
        self.list.setAccessibleName(self.tr("Questions"))
        self._question = Words("", "question")
        self._say_card, self._say = QFrame(), Words("", "say")
        self._steps = SafeBrowser()
        self._position = Words("", "muted")
        self._back, self._next = QPushButton(self.tr("Back")), QPushButton(self.tr("Next"))
        self._page = QPushButton(self.tr("Open as a page"))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange()
        self.list.currentRowChanged.connect(self._turned)
        self.list.piece_chosen.connect(self._opened)
        self._steps.link_requested.connect(self.piece_chosen)
        self._back.clicked.connect(lambda: self.turn(-1))
        self._next.clicked.connect(lambda: self.turn(1))
        self._page.clicked.connect(self._open_page)
        for keys, by in (("PgDown", 1), ("Right", 1), ("PgUp", -1), ("Left", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.turn(by))
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def piece(self) -> Piece | None:
        """The card that is shown."""
        return self._piece

    def show_pieces(self, pieces: tuple[PieceCard, ...]) -> None:
        """List these questions; the card that was open stays open."""
        kept = self._piece.id if self._piece is not None else ""
        self._pieces = pieces
        places = [place for place, card in enumerate(pieces) if card.id == kept]
        self.list.show_lines([Line(card.title, card) for card in pieces], stays=False)
        self.list.go_to(places[0] if places else 0)

    def show_card(self, piece: Piece) -> None:
        """Show this question."""
        self._piece = piece
        self._question.say(piece.title)
        self._say.say(piece.say)
        self._say_card.setVisible(bool(piece.say))
        self._show_steps()
        places = [place for place, card in enumerate(self._pieces) if card.id == piece.id]
        at = places[0] if places else 0
        place = self.tr("{n} of {all}").format(n=number(at + 1), all=number(len(self._pieces)))
        self._position.say(place)
        self._back.setEnabled(at > 0)
        self._next.setEnabled(at + 1 < len(self._pieces))

    def turn(self, by: int) -> None:
        """Go to the next card or the one before."""
        row = self.list.currentRow() + by
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._card.setVisible(self._has_room)

    @property
    def _has_room(self) -> bool:
        return self.width() >= self._appearance.px(_LIST + _CARD)

    def _arrange(self) -> None:
        px = self._appearance.px
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(16), px(8), px(16), px(16))
        column.setSpacing(px(12))
        column.addWidget(self._question)
        self._say_card.setProperty("role", "say-card")
        said = QVBoxLayout(self._say_card)
        said.setContentsMargins(px(16), px(12), px(16), px(16))
        said.addWidget(Heading(self.tr("Say this")))
        said.addWidget(self._say)
        column.addWidget(self._say_card)
        column.addWidget(self._steps)
        column.addStretch(1)
        scroll = TallPage()
        scroll.setWidget(inside)
        self._card = QWidget()
        whole = QVBoxLayout(self._card)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._foot())
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(px(12))
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._card)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([px(_LIST), px(2 * _CARD)])
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._splitter)

    def _foot(self) -> QHBoxLayout:
        px = self._appearance.px
        foot = QHBoxLayout()
        foot.setContentsMargins(px(16), 0, px(16), px(8))
        foot.setSpacing(px(8))
        self._back.setToolTip(self.tr("The card before (Page Up)"))
        self._next.setToolTip(self.tr("The next card (Page Down)"))
        self._next.setProperty("role", "primary")
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its arrow behind the word
        self._page.setProperty("role", "link")
        self._page.setToolTip(self.tr("Read it as a page of the library, to print or to bookmark it"))
        self._position.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self._back, self._next):
            foot.addWidget(widget)
        foot.addWidget(self._position)
        foot.addStretch(1)
        foot.addWidget(self._page)
        return foot

    def _show_steps(self) -> None:
        if self._piece is None:
            return
        font = interface_font(self._appearance.px(ROW_TITLE))
        self._steps.show_html(html.article(self._piece), document_sheet(self._page_look), font)
        self._steps.setAccessibleName(self._piece.title)

    def _turned(self, row: int) -> None:
        if 0 <= row < len(self._pieces) and (self._piece is None or self._piece.id != self._pieces[row].id):
            self.card_wanted.emit(self._pieces[row].id)

    def _opened(self, piece_id: str) -> None:
        if not self._has_room:
            self.piece_chosen.emit(piece_id)

    def _open_page(self) -> None:
        if self._piece is not None:
            self.piece_chosen.emit(self._piece.id)

    def _restyle(self) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        self._back.setIcon(icon("arrow-left", theme.text, px(16), theme.faint))
        self._next.setIcon(icon("arrow-right", theme.surface, px(16), theme.faint))
        self._show_steps()
