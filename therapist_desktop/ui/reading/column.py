"""The column of a page: head, text, what stands beside it where there is no room, warnings and the way on."""

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from therapist_desktop.domain.library import Piece
from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.reading_look import Measure
from therapist_desktop.ui.reading.browser import SafeBrowser
from therapist_desktop.ui.reading.foot import PageFoot
from therapist_desktop.ui.reading.head import PageHead
from therapist_desktop.ui.reading.page_appearance import PageAppearance
from therapist_desktop.ui.reading.style import damped
from therapist_desktop.ui.theme import scaled
from therapist_desktop.ui.widgets.callout import DANGER, Callout
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.words import Words

_LONG_PAGE = 2_000
_RING_ROOM = 16
"""Between a text that is read and the ring around it."""
_SAMPLE = "How well two people work together says a good deal about how much the work will help. "


class PageColumn(QWidget):
    """At most as wide as the measure that is wanted, in the middle of whatever room there is."""

    top_requested = Signal()
    piece_requested = Signal(str)

    def __init__(self, head: PageHead, piece: Piece, page: PageAppearance, parent: QWidget) -> None:
        super().__init__(parent)
        gap, room = page.px(12), side_room(page)
        self.head = head
        self._page = page
        self._browser: SafeBrowser | None = None
        self.setProperty("role", "page")
        text = QWidget()
        text.setMaximumWidth(measure(page.font, page.look.measure))
        self._text = QVBoxLayout(text)
        self._text.setContentsMargins(0, room + 8, 0, room)
        self._text.setSpacing(gap)
        self._text.addWidget(head)
        self._text.addSpacing(gap)
        self._body, self._beside = QVBoxLayout(), QVBoxLayout()
        self._text.addLayout(self._body)
        self._text.addSpacing(gap)
        self._text.addLayout(self._beside)
        if piece.crisis:
            words = self.tr("In a crisis, call or text 988. In danger, call 911.")
            more = self.tr("The crisis page (F9) has more numbers.")
            self._text.addWidget(Callout(words, more, DANGER, page))
        disclaimer = self.tr("For information. It does not replace a clinician's advice.")
        self._text.addWidget(Words(disclaimer, "caption"))
        if piece.before or piece.after:
            self._text.addSpacing(gap)
            foot = PageFoot(piece, page)
            foot.piece_requested.connect(self.piece_requested)
            self._text.addWidget(foot)
        if len(piece.body) > _LONG_PAGE:
            back = FittingButton(self.tr("Back to top"), "line")
            back.setToolTip(self.tr("Back to top (Home)"))
            back.clicked.connect(self.top_requested)
            self._text.addWidget(back)
        self._text.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(room, 0, room, 0)
        row.addStretch(1)
        row.addWidget(text, 1000)
        row.addStretch(1)

    def hold_text(self, browser: SafeBrowser) -> None:
        """Take the text in, with the ring around it: what lies over the page has to lie over the ring too."""
        self._browser = browser
        browser.setProperty("ownRing", True)
        browser.focus_changed.connect(self.update)
        self._body.addWidget(browser)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        browser = self._browser
        if browser is None or not browser.hasFocus():
            return
        off = scaled(_RING_ROOM, damped(self._page.zoom))
        around = QRect(browser.mapTo(self, browser.rect().topLeft()), browser.size()).adjusted(-off, -off, off, off)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._page.theme.accent), 2))
        painter.drawRoundedRect(QRectF(around & self.rect()).adjusted(1, 1, -1, -1), off / 2, off / 2)
        painter.end()

    def hold_side(self, side: QWidget) -> None:
        """Take in what has no room beside the text."""
        self._beside.addWidget(side)
        side.show()

    def release_side(self, side: QWidget) -> None:
        """Let it go again."""
        self._beside.removeWidget(side)


def side_room(page: PageAppearance) -> int:
    """What stays free at each side of the text at the least."""
    return scaled(24, damped(page.zoom))


def measure(font: QFont, letters: int = Measure.USUAL) -> int:
    """How wide a column is whose lines hold about so many letters."""
    return round(QFontMetrics(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * letters)
