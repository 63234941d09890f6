"""What the release in use changed: first in what the person keeps, then in the library, then among the listings."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from therapist_desktop.domain.changes import Change, Happened, ListingChanges
from therapist_desktop.ui.i18n import number, plural, translate
from therapist_desktop.ui.library.piece_list import PieceList
from therapist_desktop.ui.models.lines import Line, escaped
from therapist_desktop.ui.theme import SPACE_8
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.changes import counted, happened_name, listings_name, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.domain.changes import LibraryChanges
    from therapist_desktop.ui.theme import Appearance

_LISTINGS = ("provider", "center")
_WHOLE = 1000


class WhatsNew(QWidget):
    """One list; what is gone leads nowhere, all else opens."""

    piece_chosen = Signal(str)
    listing_chosen = Signal(str)
    new_tab_requested = Signal(str)
    listings_wanted = Signal()
    cancelled = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._changes: LibraryChanges | None = None
        self._listings: ListingChanges | None = None
        self._of_listings: frozenset[str] = frozenset()
        self._about = Words("", "muted")
        self._compare = QPushButton(self.tr("Compare the listings"))
        self._compare.setToolTip(self.tr("Look through all listings for what is new, changed and gone"))
        self._progress = QProgressBar()
        self._progress.setRange(0, _WHOLE)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Listings compared"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Stop comparing"))
        self.list = PieceList(appearance)
        self.list.setAccessibleName(self.tr("What is new"))
        self._notice = Notice(appearance)
        self._stack = QStackedWidget()
        for page in (self.list, self._notice):
            self._stack.addWidget(page)
        self._arrange()
        self.setFocusProxy(self.list)
        self.list.piece_chosen.connect(self._open)
        self.list.new_tab_requested.connect(self._open_apart)
        self._compare.clicked.connect(self.listings_wanted)
        self._cancel.clicked.connect(self.cancelled)
        appearance.changed.connect(self._restyle)

    @Slot(object)
    def show_changes(self, changes: LibraryChanges | None) -> None:
        """Show what differs, or why there is nothing to compare."""
        if changes is None or (self._changes is not None and changes.now != self._changes.now):
            self._listings = None
        self._changes = changes
        self._show_again()

    @Slot(object)
    def show_listings(self, listings: ListingChanges) -> None:
        """Show what differs among the listings, too."""
        self._listings = listings
        self._show_again()

    @Slot(int)
    def show_progress(self, thousandths: int) -> None:
        """So much is compared."""
        self._progress.setValue(thousandths)
        for widget in (self._progress, self._cancel):
            widget.show()
        self._compare.hide()

    @Slot()
    def show_stopped(self) -> None:
        """Nothing is compared any more."""
        for widget in (self._progress, self._cancel):
            widget.hide()
        self._compare.setVisible(self._changes is not None and self._listings is None)

    def _arrange(self) -> None:
        px = self._appearance.px
        above = QHBoxLayout()
        above.setContentsMargins(px(SPACE_8), 0, px(SPACE_8), 0)
        above.setSpacing(px(SPACE_8))
        above.addWidget(self._about, 1)
        for widget in (self._compare, self._progress, self._cancel):
            above.addWidget(widget)
            widget.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(SPACE_8))
        column.addLayout(above)
        column.addWidget(self._stack, 1)

    def _show_again(self) -> None:
        changes = self._changes
        if changes is None:
            self._about.hide()
            self._notice.say(
                "bell",
                self.tr("There is no release to compare with yet."),
                self.tr("After the next sync, this says what is new, changed and gone."),
            )
            self._stack.setCurrentWidget(self._notice)
            self.show_stopped()
            return
        about = self.tr("Release {now} compared with release {before}")
        self._about.say(about.format(now=number(changes.now), before=number(changes.before)))
        self._about.show()
        listed = (*changes.saved, *(self._listings.first if self._listings else ()))
        self._of_listings = frozenset(one.into or one.id for one in listed if one.kind in _LISTINGS)
        self.list.show_lines([*self._lines(changes)], stays=True)
        self._stack.setCurrentWidget(self.list)
        self.show_stopped()

    def _lines(self, changes: LibraryChanges) -> Iterator[Line]:
        if changes.saved:
            kept = self.tr("Changed among what you marked and kept ({n})").format(n=number(len(changes.saved)))
            yield Line(kept, is_heading=True)
            yield from map(_line, changes.saved)
        for happened, some in groupby(changes.pieces, key=lambda one: one.happened):
            found = tuple(some)
            pages = plural("Library", "{n} page", "{n} pages", len(found))
            heading = self.tr("{happened} in the library: {pages}")
            yield Line(heading.format(happened=happened_name(happened), pages=pages), is_heading=True)
            yield from map(_line, found)
        if not changes.pieces:
            yield Line(self.tr("Nothing has changed in the library."), is_heading=True)
        if self._listings is not None:
            yield from _listing_lines(self._listings)

    def _open(self, one: str) -> None:
        (self.listing_chosen if one in self._of_listings else self.piece_chosen).emit(one)

    def _open_apart(self, one: str) -> None:
        if one not in self._of_listings:
            self.new_tab_requested.emit(one)
        else:
            self.listing_chosen.emit(one)

    def _restyle(self) -> None:
        self._notice.restyle()
        self.list.scheduleDelayedItemsLayout()


def _listing_lines(listings: ListingChanges) -> Iterator[Line]:
    yield Line(counted(listings), is_heading=True)
    for kind in _LISTINGS:
        for happened in Happened:
            total = listings.counts.get((kind, happened), 0)
            some = [one for one in listings.first if (one.kind, one.happened) == (kind, happened)]
            if some:
                yield Line(_heading(listings_name(kind, happened), len(some), total), is_heading=True)
                yield from map(_line, some)


def _heading(name: str, shown: int, total: int) -> str:
    if shown == total:
        return f"{name} ({number(total)})"
    first = translate("Changes", "{name} ({total}, the first {shown})")
    return first.format(name=name, total=number(total), shown=number(shown))


def _line(change: Change) -> Line:
    is_gone = change.happened is Happened.GONE and not change.into
    target = change.into or ("" if is_gone else change.id)
    return Line(change.title, below=escaped(told(change)), aside=happened_name(change.happened), most=4, target=target)
