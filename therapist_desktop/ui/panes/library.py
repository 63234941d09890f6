"""The library: its sections and shelves on the left, what stands on the chosen one beside them."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from therapist_desktop.domain.errors import Trouble
from therapist_desktop.domain.library import PieceCard, Section, Shelf
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.focus_travel import focus_into
from therapist_desktop.ui.i18n import plural
from therapist_desktop.ui.library.arranging import lines_of
from therapist_desktop.ui.library.contents import ContentsList
from therapist_desktop.ui.library.piece_list import PieceList
from therapist_desktop.ui.reading.style import reading_sheet
from therapist_desktop.ui.theme import BODY, Appearance
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.words import Heading, Headline, Words
from therapist_desktop.ui.wording.library import shelf_name
from therapist_desktop.ui.wording.messages import explain

_CONTENTS_WIDTH = 232
_LIST_WIDTH = 360
_LEAST_LIST = 240


class LibraryPane(QWidget):
    """Where a person chooses what to read."""

    section_chosen = Signal(object)  # Section, or None for everything
    shelf_chosen = Signal(object)  # Shelf
    piece_chosen = Signal(str)
    new_tab_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shelves: dict[Shelf, QWidget] = {}
        self._contents = ContentsList(appearance)
        self._list = PieceList(appearance)
        self._heading = Headline("", "title", BODY)
        self._count = Words("", "muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange()
        self._contents.chosen.connect(self._chosen)
        self._contents.left.connect(self._go_to_list)
        self._list.piece_chosen.connect(self.piece_chosen)
        self._list.new_tab_requested.connect(self.new_tab_requested)
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def contents(self) -> ContentsList:
        """The sections and shelves."""
        return self._contents

    @property
    def is_whole(self) -> bool:
        """Every piece is listed."""
        return self._list.is_whole

    @Slot(object)
    def show_sections(self, sections: Mapping[Section, int]) -> None:
        """List the sections that hold something, each with its count."""
        self._contents.show_sections(sections)

    def hold_shelf(self, shelf: Shelf, widget: QWidget) -> None:
        """Show this widget when somebody goes to this shelf, which is listed from now on."""
        self._shelves[shelf] = widget
        self._stack.addWidget(widget)
        self._contents.hold(shelf)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show what stands on a shelf."""
        self._contents.mark(shelf)
        self._heading.say(shelf_name(shelf))
        self._count.hide()
        self._put(self._shelves.get(shelf) or self._no_shelf())

    def show_pieces(self, pieces: tuple[PieceCard, ...], heading: str) -> None:
        """List these, with the words that matched where they were searched for; the same again stays where it was."""
        stays = heading == self._heading.words
        self._heading.say(heading)
        self._count.say(plural("Library", "{n} page", "{n} pages", len(pieces)))
        self._count.show()
        self._list.show_lines(lines_of(pieces), stays=stays)
        self._put(self._list if pieces else self._nothing_found())

    @Slot(object)
    def show_problem(self, trouble: Trouble) -> None:
        """Say why there is no list."""
        message = explain(trouble)
        self._put(Notice(self._appearance).say("triangle-alert", message.sentence, message.next_step))

    def mark_section(self, section: Section | None) -> None:
        """Show which section one stands at, without asking for it again."""
        self._contents.mark(section)

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

    def _no_shelf(self) -> Notice:
        return Notice(self._appearance).say(
            "library",
            self.tr("There is nothing on this shelf yet."),
            "",
            [(self.tr("Show the whole library"), partial(self.section_chosen.emit, None))],
        )

    def _nothing_found(self) -> Notice:
        return Notice(self._appearance).say(
            "search",
            self.tr("No page of the library holds all of these words."),
            self.tr("Try one word fewer, or look through a section."),
            [(self.tr("Show the whole library"), partial(self.section_chosen.emit, None))],
        )

    def _put(self, page: QWidget) -> None:
        old, kept = self._stack.currentWidget(), {self._list, *self._shelves.values()}
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None and old is not page and old not in kept:
            self._stack.removeWidget(old)
            old.deleteLater()

    @Slot(object)
    def _chosen(self, wanted: Section | Shelf | None) -> None:
        if isinstance(wanted, Shelf):
            self.shelf_chosen.emit(wanted)
        else:
            self.section_chosen.emit(wanted)

    @Slot()
    def _go_to_list(self) -> None:
        shown = self._stack.currentWidget()
        if shown is not None:
            focus_into(shown)

    @Slot()
    def _restyle(self) -> None:
        self.setStyleSheet(reading_sheet(self._appearance.theme, self._appearance.zoom))
        for lines in (self._contents, self._list):
            lines.scheduleDelayedItemsLayout()


def _card() -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    return card
