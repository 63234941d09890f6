"""The library: its shelves on the left, what stands on the chosen one beside them."""

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from therapist_desktop.domain.errors import Trouble
from therapist_desktop.domain.library import PieceCard, Section
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import number, plural
from therapist_desktop.ui.reading.style import reading_sheet
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.theme import BODY, Appearance
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.piece_lines import PieceLines, plain
from therapist_desktop.ui.widgets.section_lines import SectionLines
from therapist_desktop.ui.widgets.words import Heading, Headline, Words
from therapist_desktop.ui.wording.joining import listed
from therapist_desktop.ui.wording.library import kind_name, section_name
from therapist_desktop.ui.wording.messages import explain

_CONTENTS_WIDTH = 232
_LIST_WIDTH = 360
_LEAST_LIST = 240
_ENTER, _CTRL = (Qt.Key.Key_Return, Qt.Key.Key_Enter), Qt.KeyboardModifier.ControlModifier
A_STEP = 200  # lines that are listed without a pause
Value = Qt.ItemDataRole.UserRole


class _Lines(QListWidget):
    """A list that has a current line as soon as it has the focus, so that a screen reader has something to say."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)


class LibraryPane(QWidget):
    """Where a person chooses what to read."""

    section_chosen = Signal(object)  # Section, or None for everything
    piece_chosen = Signal(str)
    new_tab_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._filling = Slices(self)

        self._contents = _Lines()
        self._contents.setAccessibleName(self.tr("Contents of the library"))
        self._contents.setToolTip(self.tr("Choose a section (arrow keys, Enter)"))
        self._contents.setItemDelegate(SectionLines(appearance, self._contents))
        self._list = _Lines()
        self._list.setAccessibleName(self.tr("Pieces"))
        self._list.setToolTip(self.tr("Choose a page to read (arrow keys, Enter)"))
        self._list.setItemDelegate(PieceLines(appearance, self._list))
        for lines in (self._contents, self._list):
            lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            lines.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
            lines.setMouseTracking(True)
            lines.setProperty("ownRing", True)
            lines.installEventFilter(self)
        self._list.viewport().installEventFilter(self)

        self._heading = Headline("", "title", BODY)
        self._count = Words("", "muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)

        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange()
        self._contents.currentItemChanged.connect(self._section_picked)
        self._list.itemClicked.connect(self._open)
        self._list.itemActivated.connect(self._open)
        appearance.changed.connect(self._restyle)
        self._restyle()

    @Slot(object)
    def show_sections(self, sections: Mapping[Section, int]) -> None:
        """List the shelves that hold something, each with its count."""
        row = self._contents.currentRow()
        chosen = self._contents.item(row).data(Value) if row >= 0 else None
        self._contents.blockSignals(True)
        self._contents.clear()
        self._add_section(None, self.tr("Everything"), sum(sections.values()))
        for section in Section:
            if sections.get(section):
                self._add_section(section, section_name(section), sections[section])
        self._mark(chosen)
        self._contents.blockSignals(False)

    @property
    def is_whole(self) -> bool:
        """Every piece is listed."""
        return not self._filling.is_busy

    def show_pieces(self, pieces: tuple[PieceCard, ...], heading: str) -> None:
        """List these, with the words that matched where they were searched for; the same again stays where it was."""
        current = self._list.currentItem() if heading == self._heading.text() else None
        kept = current.data(Value)[0].id if current is not None else ""
        place = self._list.verticalScrollBar().value() if heading == self._heading.text() else 0
        self._heading.say(heading)
        self._count.say(plural("Library", "{n} page", "{n} pages", len(pieces)))
        self._list.clear()
        self._list.setUniformItemSizes(len({bool(card.snippet or card.summary) for card in pieces}) == 1)
        self._list.scrollToTop()
        self._filling.start(self._fill(pieces, kept, place))
        if pieces:
            self._put(self._list)
        else:
            self._put(self._nothing_found())

    @Slot(object)
    def show_problem(self, trouble: Trouble) -> None:
        """Say why there is no list."""
        message = explain(trouble)
        self._put(Notice(self._appearance).say("triangle-alert", message.sentence, message.next_step))

    def mark_section(self, section: Section | None) -> None:
        """Show which shelf one stands at, without asking for it again."""
        self._contents.blockSignals(True)
        self._mark(section)
        self._contents.blockSignals(False)
        self._contents.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room for both, one above the other where there is not."""
        super().resizeEvent(event)
        px = self._appearance.px
        beside = self.width() >= px(_CONTENTS_WIDTH + _LEAST_LIST)
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if wanted is not self._splitter.orientation():
            self._splitter.setOrientation(wanted)
            sizes = (
                [px(_CONTENTS_WIDTH), px(_LIST_WIDTH)] if beside else [self.height() * 2 // 5, self.height() * 3 // 5]
            )
            self._splitter.setSizes(sizes)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The platform decides whether Enter activates an item; here it always does.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            if watched is self._list and self._list.currentRow() >= 0:
                self._open(self._list.currentItem(), apart=bool(event.modifiers() & _CTRL))
                return True
            if watched is self._contents:
                self._list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        if isinstance(event, QMouseEvent) and watched is self._list.viewport():
            return self._clicked(event)
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        px = self._appearance.px
        contents, listed = _card(), _card()
        left = QVBoxLayout(contents)
        left.setContentsMargins(px(8), px(16), px(8), px(8))
        left.setSpacing(px(8))
        heading = Heading(self.tr("Library"))
        heading.setIndent(px(8))
        left.addWidget(heading)
        left.addWidget(self._contents, 1)

        right = QVBoxLayout(listed)
        right.setContentsMargins(px(8), px(16), px(8), px(8))
        right.setSpacing(px(4))
        for words in (self._heading, self._count):
            words.setIndent(px(8))
            right.addWidget(words)
        right.addSpacing(px(8))
        right.addWidget(self._stack, 1)

        self._splitter.setHandleWidth(px(12))
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(contents)
        self._splitter.addWidget(listed)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([px(_CONTENTS_WIDTH), px(_LIST_WIDTH)])
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._splitter)

    def _add_section(self, section: Section | None, name: str, count: int) -> None:
        item = QListWidgetItem(name, self._contents)
        item.setData(Value, section)
        item.setData(SectionLines.CountRole, number(count))
        pages = plural("Library", "{n} page", "{n} pages", count)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {pages}")

    def _mark(self, section: Section | None) -> None:
        for row in range(self._contents.count()):
            if self._contents.item(row).data(Value) == section:
                self._contents.setCurrentRow(row)

    def _fill(self, pieces: tuple[PieceCard, ...], kept: str, place: int) -> Iterator[None]:
        mixed = len({card.section for card in pieces}) > 1
        for start in range(0, len(pieces), A_STEP):
            for card in pieces[start : start + A_STEP]:
                item = QListWidgetItem(card.title)
                item.setData(Value, (card, mixed))
                said = (card.title, kind_name(card.kind) if mixed else "", plain(card.snippet) or card.summary)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, listed(*said))
                self._list.addItem(item)
                if card.id == kept:
                    self._list.setCurrentItem(item)
            yield
        if place:
            self._list.verticalScrollBar().setValue(place)

    def _nothing_found(self) -> Notice:
        return Notice(self._appearance).say(
            "search",
            self.tr("No page of the library holds all of these words."),
            self.tr("Try one word fewer, or look through a section."),
            [(self.tr("Show the whole library"), partial(self.section_chosen.emit, None))],
        )

    def _put(self, page: QWidget) -> None:
        old = self._stack.currentWidget()
        if page is not self._list:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None and old not in (self._list, page):
            self._stack.removeWidget(old)
            old.deleteLater()

    @Slot(QListWidgetItem)
    def _section_picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.section_chosen.emit(item.data(Value))

    def _clicked(self, event: QMouseEvent) -> bool:
        """Whether a click with Ctrl or with the wheel opens something in a new tab."""
        is_apart = event.modifiers() & _CTRL or event.button() is Qt.MouseButton.MiddleButton
        item = self._list.itemAt(event.position().toPoint())
        if not is_apart or item is None or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        self._open(item, apart=True)
        return True

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem, *, apart: bool = False) -> None:
        card, _ = item.data(Value)
        (self.new_tab_requested if apart else self.piece_chosen).emit(card.id)

    @Slot()
    def _restyle(self) -> None:
        self.setStyleSheet(reading_sheet(self._appearance.theme, self._appearance.zoom))
        for lines in (self._contents, self._list):
            lines.scheduleDelayedItemsLayout()


def _card() -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    return card
