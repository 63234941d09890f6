"""Hand-outs laid out page by page: always at the same fineness, so that the screen, a printer and a PDF agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPageSize,
    QPainter,
    QPalette,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.paper.text import NOTE_LINES, cover_of, paper_sheet, paper_size, room_for_notes, text_of
from therapist_desktop.ui.wording.paper import paper_day, paper_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from PySide6.QtGui import QAbstractTextDocumentLayout, QTextBlock

    from therapist_desktop.domain.handout import Handout
    from therapist_desktop.domain.library import Piece
    from therapist_desktop.domain.release import Release

DPI = 300
_POINT = DPI / 72
_SIDE, _TOP, _BOTTOM = 54 * _POINT, 40 * _POINT, 36 * _POINT  # margins
_GAP = 14 * _POINT
_INCH_MM = 25.4
_LEAST_LINES = 3  # to write notes on
_SIZES = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}


class Frame(NamedTuple):
    """What stands on every page, around the text."""

    clinic: tuple[str, ...]
    title: str
    warning: str
    source: str
    page: str
    is_large: bool


class Sheet:
    """A hand-out as pages. Made with no page laid out; `lay_out` does one page of the library in each step."""

    def __init__(self, handout: Handout, pieces: Sequence[Piece], release: Release | None, today: date) -> None:
        self._handout, self._pieces = handout, tuple(pieces)
        self._device = _device()
        look, words = handout.look, paper_words(handout.look.language)
        self._texts = tuple(text_of(piece, look) for piece in self._pieces)
        self.title = handout.title or (self._texts[0].title if self._texts else "")
        source = words.printed.format(day=paper_day(today, words))
        if release is not None:
            day = paper_day(release.published.date(), words)
            source = f"{words.release.format(title=release.title, number=release.number, day=day)} \u00b7 {source}"
        warning = f"{words.disclaimer} {words.in_crisis}"
        self._frame = Frame(look.clinic, self.title, warning, source, words.page, look.is_large)
        self._size = QPageSize(_SIZES[look.paper]).size(QPageSize.Unit.Point) * _POINT
        self._parts: list[QTextDocument] = []

    @property
    def page_size(self) -> QPageSize:
        """The paper."""
        return QPageSize(_SIZES[self._handout.look.paper])

    @property
    def size(self) -> QSizeF:
        """A page in dots of 300 an inch."""
        return QSizeF(self._size)

    @property
    def total(self) -> int:
        """How many pages were laid out."""
        return sum(part.pageCount() for part in self._parts)

    def lay_out(self) -> Iterator[None]:
        """Lay all of it out, one part a step."""
        self._parts = []
        look = self._handout.look
        for at, text in enumerate(self._texts):
            several_from_here = at == 0 and len(self._texts) > 1
            html = cover_of(self._handout.title, self._texts, look.language) if several_from_here else ""
            html += text.html
            if look.has_room_for_notes and at == len(self._texts) - 1:
                yield from self._add_with_notes(html)
            else:
                self._parts.append(self._document(html))
            yield

    def _add_with_notes(self, html: str) -> Iterator[None]:
        """As many lines as the last page has room for; where that is next to nothing they have a page of their own."""
        language = self._handout.look.language
        pages = self._document(html).pageCount()
        for lines in range(NOTE_LINES, _LEAST_LINES - 1, -1):
            yield
            made = self._document(html + room_for_notes(language, lines))
            if made.pageCount() == pages:
                break
        else:
            made = self._document(html + room_for_notes(language, is_apart=True))
        self._parts.append(made)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint one page, counted from 0, in dots of 300 an inch from the painter's origin."""
        part, at = self._find(number)
        room = self._room
        painter.save()
        painter.translate(room.left(), room.top() - at * room.height())
        painter.setClipRect(QRectF(0, at * room.height(), room.width(), room.height()))
        context = _black()
        # A hair less, or the line that ends where the page begins is written, unseen, into the file as well.
        context.clip = QRectF(0, at * room.height(), room.width(), room.height()).adjusted(0, 2, 0, -2)
        part.documentLayout().draw(painter, context)
        painter.restore()
        self._paint_frame(painter, number)

    @property
    def _room(self) -> QRectF:
        head = self._line(9) * (1.3 if not self._frame.clinic else 1.3 * len(self._frame.clinic[:4]))
        foot = self._line(self._small) * (4 if self._frame.is_large else 3)
        return QRectF(
            _SIDE,
            _TOP + head + _GAP,
            self._size.width() - 2 * _SIDE,
            self._size.height() - _TOP - head - 2 * _GAP - foot - _BOTTOM,
        )

    @property
    def _small(self) -> float:
        """How large the foot is, in points: in large print it grows as well."""
        return 11.0 if self._frame.is_large else 8.0

    def _find(self, number: int) -> tuple[QTextDocument, int]:
        for part in self._parts:
            if number < part.pageCount():
                return part, number
            number -= part.pageCount()
        raise IndexError(number)

    def _document(self, html: str) -> QTextDocument:
        made = QTextDocument()
        made.setUndoRedoEnabled(False)
        made.documentLayout().setPaintDevice(self._device)
        made.setDocumentMargin(0)
        made.setDefaultFont(_font(paper_size(is_large=self._handout.look.is_large)))
        made.setDefaultStyleSheet(paper_sheet(is_large=self._handout.look.is_large))
        made.setHtml(html)
        made.setPageSize(self._room.size())
        _keep_headings_with_their_text(made)
        return made

    def _paint_frame(self, painter: QPainter, number: int) -> None:
        room, frame = self._room, self._frame
        painter.save()
        painter.setPen(Qt.GlobalColor.black)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        top = QRectF(room.left(), _TOP, room.width(), room.top() - _TOP)
        if frame.clinic:
            self._write(painter, top, frame.clinic[0], left, 11, bold=True)
            lines = QRectF(top).adjusted(0, self._line(11) * 1.2, 0, 0)
            for line in frame.clinic[1:4]:
                self._write(painter, lines, line, left, 9)
                lines.translate(0, self._line(9) * 1.2)
        if number > 0 or not frame.clinic:
            half = top.adjusted(top.width() * (0.5 if frame.clinic else 0), 0, 0, 0)
            self._write(painter, half, frame.title if number > 0 else "", right, 9)
        if number > 0 or frame.clinic:
            self._rule(painter, room.top() - _GAP / 2)
        self._rule(painter, room.bottom() + _GAP / 2)
        small = self._small
        foot = QRectF(room.left(), room.bottom() + _GAP * 0.8, room.width(), self._line(small) * 4)
        used = self._write(painter, foot, frame.warning, left, small, bold=True)
        last = foot.adjusted(0, used + self._line(small) * 0.2, 0, 0)
        self._write(painter, last.adjusted(0, 0, -last.width() * 0.18, 0), frame.source, left, small)
        self._write(painter, last, frame.page.format(n=number + 1, m=self.total), right, small, bold=True)
        painter.restore()

    def _rule(self, painter: QPainter, at: float) -> None:
        painter.fillRect(QRectF(self._room.left(), at, self._room.width(), _POINT * 0.8), Qt.GlobalColor.black)

    def _write(
        self, painter: QPainter, room: QRectF, words: str, side: Qt.AlignmentFlag, points: float, *, bold: bool = False
    ) -> float:
        """Write, and say how high it became."""
        painter.setFont(_dots(points, bold=bold))
        how = int(side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip)
        painter.drawText(room, how, words)
        return painter.boundingRect(room, how, words).height()

    def _line(self, points: float) -> float:
        return QFontMetricsF(_dots(points), self._device).height()


def paint_at(sheet: Sheet, painter: QPainter, number: int, dots_an_inch: float) -> None:
    """Paint a page on a device of this fineness."""
    scale = dots_an_inch / DPI
    painter.save()
    painter.scale(scale, scale)
    sheet.paint(painter, number)
    painter.restore()


def picture_of(sheet: Sheet, number: int, width: int) -> QImage:
    """A page as a picture this many pixels wide."""
    scale = width / sheet.size.width()
    image = QImage(width, round(sheet.size.height() * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    sheet.paint(painter, number)
    painter.end()
    return image


def _keep_headings_with_their_text(document: QTextDocument) -> None:
    """A heading at the foot of a page goes on to the next one."""
    layout, high = document.documentLayout(), document.pageSize().height()
    block = document.begin()
    while block.isValid():
        after = block.next()
        if block.blockFormat().headingLevel() and after.isValid():
            mine, next_one = layout.blockBoundingRect(block), layout.blockBoundingRect(after)
            first_line = after.layout().lineAt(0).height() if after.layout().lineCount() else next_one.height()
            if int(mine.top() // high) != int((next_one.top() + first_line) // high):
                _break_before(block)
        block = after


def _break_before(block: QTextBlock) -> None:
    form = block.blockFormat()
    if form.pageBreakPolicy() == QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore or not block.position():
        return
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(form)


def _device() -> QImage:
    """Something that says 300 dots an inch, whatever the screen says."""
    device = QImage(1, 1, QImage.Format.Format_RGB32)
    dots = round(DPI / _INCH_MM * 1000)
    device.setDotsPerMeterX(dots)
    device.setDotsPerMeterY(dots)
    return device


def _font(points: float, *, bold: bool = False) -> QFont:
    font = QFont(interface_font(12))
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def _dots(points: float, *, bold: bool = False) -> QFont:
    """The same in dots of the layout, for a painter of any device."""
    font = _font(points, bold=bold)
    font.setPixelSize(round(points * _POINT))
    return font


def _black() -> QAbstractTextDocumentLayout.PaintContext:
    from PySide6.QtGui import QAbstractTextDocumentLayout

    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    return context
