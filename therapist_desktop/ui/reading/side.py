"""What stands beside a page of the library: its headings, its author, and where to go from here."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.library import Author, Piece
from therapist_desktop.ui.reading.listing_links import ListingLinks
from therapist_desktop.ui.reading.portrait import Portrait
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.words import Heading, Words

_INDENT = 14
_CONTENTS_FROM = 2  # a single heading needs no table of contents


class PageSide(QWidget):
    """On this page, About the author, Related, Pages that name this one."""

    heading_chosen = Signal(int)
    listing_requested = Signal(str)
    value_requested = Signal(str)  # "specialty/ptsd"
    piece_requested = Signal(str)

    def __init__(
        self, piece: Piece, headings: Sequence[str], appearance: Appearance, levels: Sequence[int] = ()
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._contents: list[FittingButton] = []
        self.listings: ListingLinks | None = None
        self.setProperty("role", "page")
        self._column = QVBoxLayout(self)
        self.set_inset(appearance.px(16))
        self._column.setSpacing(appearance.px(2))
        self._add_contents(headings, levels or [1] * len(headings))
        if piece.author and _is_known(piece.author):
            self._add_author(piece.author)
        if piece.listings:
            self._add_heading(self.tr("Who works with this"))
            self.listings = ListingLinks(piece.listings, appearance)
            self.listings.value_requested.connect(self.value_requested)
            self._column.addWidget(self.listings)
        related = [(link.id, link.title) for link in piece.related]
        self._add_links(self.tr("Related"), related, self.piece_requested.emit)
        named_by = [(link.id, link.title) for link in piece.named_by]
        self._add_links(self.tr("Pages that name this one"), named_by, self.piece_requested.emit)
        self._column.addStretch(1)

    @staticmethod
    def is_needed(piece: Piece, headings: Sequence[str]) -> bool:
        """There is something to show beside this page."""
        about = piece.author and _is_known(piece.author)
        links = piece.listings or piece.related or piece.named_by
        return bool(len(headings) >= _CONTENTS_FROM or about or links)

    @property
    def is_empty(self) -> bool:
        """There is nothing to show beside this page."""
        return self._column.count() <= 1

    @property
    def contents(self) -> tuple[FittingButton, ...]:
        """The lines of "On this page"."""
        return tuple(self._contents)

    def set_inset(self, pixels: int) -> None:
        """Keep this far from the edges of what it stands in."""
        self._column.setContentsMargins(pixels, pixels, pixels, pixels)

    def mark(self, place: int) -> None:
        """Show which heading the reader is at."""
        for at, button in enumerate(self._contents):
            current = at == place
            if button.property("current") != current:
                button.setProperty("current", current)
                button.style().unpolish(button)
                button.style().polish(button)
                button.updateGeometry()

    def _add_heading(self, words: str) -> None:
        if self._column.count():
            self._column.addSpacing(self._appearance.px(16))
        self._column.addWidget(Heading(words))

    def _add_contents(self, headings: Sequence[str], levels: Sequence[int]) -> None:
        if len(headings) < _CONTENTS_FROM:
            return
        self._add_heading(self.tr("On this page"))
        for place, (words, level) in enumerate(zip(headings, levels, strict=True)):
            button = FittingButton(words, "contents")
            button.setToolTip(self.tr("Go to {heading}").format(heading=words))
            button.clicked.connect(lambda _=False, place=place: self.heading_chosen.emit(place))
            self._contents.append(button)
            line = QHBoxLayout()
            line.setContentsMargins(self._appearance.px(_INDENT) * (level - 1), 0, 0, 0)
            line.addWidget(button)
            self._column.addLayout(line)

    def _add_author(self, author: Author) -> None:
        self._add_heading(self.tr("About the author"))
        self._column.addSpacing(self._appearance.px(4))
        row = QHBoxLayout()
        row.setSpacing(self._appearance.px(12))
        row.addWidget(Portrait(author, self._appearance))
        row.addWidget(Words(author.name, "strong"), 1)
        self._column.addLayout(row)
        self._column.addSpacing(self._appearance.px(4))
        if author.about:
            self._column.addWidget(Words(author.about))
        if author.listing:
            button = QPushButton(self.tr("Open listing"))
            button.setProperty("role", "primary")
            button.setAccessibleName(self.tr("Open the listing of {name}").format(name=author.name))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda: self.listing_requested.emit(author.listing))
            holder = QVBoxLayout()
            holder.setContentsMargins(0, self._appearance.px(6), 0, 0)
            holder.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._column.addLayout(holder)

    def _add_links(self, heading: str, links: Sequence[tuple[str, str]], follow: Callable[[str], None]) -> None:
        if not links:
            return
        self._add_heading(heading)
        for target, title in links:
            button = FittingButton(title, "line")
            button.setToolTip(self.tr("Open {what}").format(what=title))
            button.clicked.connect(lambda _=False, target=target: follow(target))
            self._column.addWidget(button)


def _is_known(author: Author) -> bool:
    """There is more to show than a name."""
    return bool(author.about or author.listing or author.portrait)
