"""The library: its sections and shelves on the left, what stands on the chosen one beside them."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from therapist_desktop.domain.library import Piece, PieceCard, Section, Shelf
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.focus_travel import focus_into
from therapist_desktop.ui.i18n import plural
from therapist_desktop.ui.library.arranging import choices_of, letters_of, lines_of
from therapist_desktop.ui.library.contents import ContentsList
from therapist_desktop.ui.library.found_row import FoundRow
from therapist_desktop.ui.library.piece_list import PieceList
from therapist_desktop.ui.library.tools import SectionTools
from therapist_desktop.ui.reading.style import reading_sheet
from therapist_desktop.ui.theme import BODY, SPACE_4, SPACE_8, Appearance
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.widgets.words import Heading, Headline, Words
from therapist_desktop.ui.wording.library import shelf_name
from therapist_desktop.ui.wording.messages import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.finding import Hits
    from therapist_desktop.ui.library.call_cards import CallCards

_CONTENTS_WIDTH = 232
_LIST_WIDTH = 360
_LEAST_LIST = 240


class LibraryPane(QWidget):
    """Where a person chooses what to read."""

    section_chosen = Signal(object)  # Section, or None for everything
    shelf_chosen = Signal(object)  # Shelf
    shelf_shown = Signal(object)  # Shelf
    piece_chosen = Signal(str)
    new_tab_requested = Signal(str)
    narrowed = Signal(object)  # Section of what was found, or None for all of it
    words_meant = Signal(str)
    card_wanted = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shelves: dict[Shelf, QWidget] = {}
        self._contents = ContentsList(appearance)
        self._list = PieceList(appearance)
        self._name, self._heading = Heading(self.tr("Library")), Headline("", "title", BODY)
        self._count = Words("", "muted")
        self._tools, self._found = SectionTools(appearance), FoundRow(appearance)
        self._section: Section | None = None
        self._shelf: Shelf | None = None
        self._pieces: tuple[PieceCard, ...] = ()
        self._kept: set[QWidget] = {self._list}
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(1)  # the highest of its pages would squeeze what stands above
        self._stack.addWidget(self._list)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange()
        self._contents.chosen.connect(self._chosen)
        self._contents.left.connect(self.focus_list)
        self._list.piece_chosen.connect(self.piece_chosen)
        self._list.new_tab_requested.connect(self.new_tab_requested)
        self._tools.changed.connect(self._list_again)
        self._tools.letter_chosen.connect(self._list.go_to)
        self._found.section_chosen.connect(self.narrowed)
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def contents(self) -> ContentsList:
        """The sections and shelves."""
        return self._contents

    @property
    def parts(self) -> tuple[QWidget, QWidget]:
        """Where the keyboard can go in turn: the contents, and what is listed."""
        return self._contents, self._stack

    @property
    def is_whole(self) -> bool:
        """Every piece is listed."""
        return self._list.is_whole

    @property
    def shelf(self) -> Shelf | None:
        """The shelf that is shown, if one is."""
        return self._shelf

    @Slot(object)
    def show_sections(self, sections: Mapping[Section, int]) -> None:
        """List the sections that hold something, each with its count."""
        self._contents.show_sections(sections)

    def hold_shelf(self, shelf: Shelf, widget: QWidget) -> None:
        """Show this widget when somebody goes to this shelf, which is listed from now on."""
        self._shelves[shelf] = widget
        self._kept.add(widget)
        self._stack.addWidget(widget)
        self._contents.hold(shelf)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show what stands on a shelf."""
        self._contents.mark(shelf)
        self._heading.say(shelf_name(shelf))
        self._section, self._pieces = None, ()
        for above in (self._count, self._tools, self._found):
            above.hide()
        self._shelf = shelf
        self._put(self._shelves.get(shelf) or self._no_shelf())
        self.shelf_shown.emit(shelf)

    def show_pieces(
        self,
        pieces: tuple[PieceCard, ...],
        heading: str,
        section: Section | None = None,
        hits: Hits | None = None,
    ) -> None:
        """List these as fits their section, or as what was found; the same again stays where it was."""
        stays = heading == self._heading.words and section is self._section
        self._heading.say(heading)
        self._section, self._pieces, self._shelf = section, pieces, None
        self._count.say(plural("Library", "{n} page", "{n} pages", hits.total if hits else len(pieces)))
        self._count.setVisible(bool(pieces))
        self._found.show_hits(hits, section)
        self._tools.offer(() if hits else choices_of(section, pieces))
        if section is Section.FAQ and hits is None and pieces:
            self._tools.show_letters({})
            self._cards.show_pieces(pieces)
            self._put(self._cards)
            return
        self._list_again(stays=stays, is_found=hits is not None)
        if not pieces:
            self._put(self._nothing_found(hits.meant, section) if hits else self._nothing_there())

    @Slot(object)
    def show_card(self, piece: Piece) -> None:
        """Show this beside the list of questions."""
        self._cards.show_card(piece)

    @cached_property
    def _cards(self) -> CallCards:
        """Made when somebody first goes to the questions."""
        from therapist_desktop.ui.library.call_cards import CallCards

        cards = CallCards(self._appearance)
        cards.list.new_tab_requested.connect(self.new_tab_requested)
        cards.piece_chosen.connect(self.piece_chosen)
        cards.card_wanted.connect(self.card_wanted)
        self._kept.add(cards)
        return cards

    @Slot()
    def _list_again(self, *, stays: bool = False, is_found: bool = False) -> None:
        section = None if is_found else self._section
        lines = lines_of(self._pieces, section, self._tools.chosen)
        self._list.show_lines(lines, stays=stays)
        self._tools.show_letters(letters_of(lines, section))
        if lines:
            self._put(self._list)
        elif self._pieces:
            self._put(self._nothing_chosen())

    def focus_list(self) -> None:
        """Go to what is listed, or to the contents where nothing is."""
        shown = self._stack.currentWidget()
        if shown is None or not shown.isVisible() or not focus_into(shown):
            focus_into(self._contents)

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
        left.addLayout(self._in_line(self._name))
        left.addWidget(self._contents, 1)

        right = QVBoxLayout(listed)
        right.setContentsMargins(px(8), px(16), px(8), px(8))
        right.setSpacing(px(4))
        right.addLayout(self._in_line(self._heading, self._count))
        right.addSpacing(px(8))
        right.addWidget(self._found)
        right.addWidget(self._tools)
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

    def _in_line(self, *words: Words) -> QVBoxLayout:
        """These as far from the edge as the words of the lists below them."""
        column = QVBoxLayout()
        space(column, self._appearance, SPACE_4, (SPACE_8, 0, SPACE_8, 0))
        for one in words:
            column.addWidget(one)
        return column

    def _no_shelf(self) -> Notice:
        return Notice(self._appearance).say(
            "library",
            self.tr("There is nothing on this shelf yet."),
            "",
            [(self.tr("Show the whole library"), partial(self.section_chosen.emit, None))],
        )

    def _nothing_chosen(self) -> Notice:
        return Notice(self._appearance).say(
            "sliders-horizontal",
            self.tr("Nothing in this section is both."),
            self.tr("Choose less above."),
        )

    def _nothing_found(self, meant: str, section: Section | None) -> Notice:
        ways: list[tuple[str, Callable[[], object]]] = []
        if meant:
            did_you_mean = self.tr("Did you mean \u201c{words}\u201d?").format(words=meant)
            ways.append((did_you_mean, partial(self.words_meant.emit, meant)))
        if section is not None:
            ways.append((self.tr("Look in all sections"), partial(self.narrowed.emit, None)))
        ways.append((self.tr("Show the whole library"), partial(self.section_chosen.emit, None)))
        return Notice(self._appearance).say(
            "search",
            self.tr("No page of the library holds all of these words."),
            self.tr("Try one word fewer, or look through a section."),
            ways,
        )

    def _nothing_there(self) -> Notice:
        """Nobody asked for any words: this release has no such pages."""
        sentence = self.tr("This release brought no pages here.")
        more = self.tr("Listings are found with the search box; pages come with another release.")
        return Notice(self._appearance).say("book-open", sentence, more)

    def _put(self, page: QWidget) -> None:
        old = self._stack.currentWidget()
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None and old is not page and old not in self._kept:
            self._stack.removeWidget(old)
            old.deleteLater()

    @Slot(object)
    def _chosen(self, wanted: Section | Shelf | None) -> None:
        if isinstance(wanted, Shelf):
            self.shelf_chosen.emit(wanted)
        else:
            self.section_chosen.emit(wanted)

    @Slot()
    def _restyle(self) -> None:
        self.setStyleSheet(reading_sheet(self._appearance.theme, self._appearance.zoom))
        for lines in (self._contents, self._list):
            lines.scheduleDelayedItemsLayout()


def _card() -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    return card
