"""Everything known about one provider or center, the phone number first."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from therapist_desktop.domain.errors import Trouble
from therapist_desktop.domain.listing import Listing
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.listing_page import ListingPage
from therapist_desktop.ui.messages import explain
from therapist_desktop.ui.reading_style import reading_sheet
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.tall_page import TallPage


class DetailPane(QFrame):
    """One listing as a page that scrolls."""

    copy_requested = Signal(str)
    piece_requested = Signal(str)
    filter_requested = Signal(object)  # Choice
    link_requested = Signal(str)
    closed = Signal()
    left = Signal()

    def __init__(
        self, appearance: Appearance, today: Callable[[], date] = date.today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._today = today
        self._actions: tuple[QAction, ...] = ()
        self._show_again: Callable[[], None] = self.show_nothing
        self._listing: Listing | None = None
        self._filling = Slices(self)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Details"))

        self._scroll = TallPage()
        page = QVBoxLayout(self)
        page.setContentsMargins(1, 1, 1, 1)
        page.addWidget(self._scroll)

        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def listing(self) -> Listing | None:
        """The listing that is shown, if one is."""
        return self._listing

    @property
    def is_whole(self) -> bool:
        """Everything that is known about the listing stands there."""
        return not self._filling.is_busy

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Buttons below the phone numbers; the first is the main one."""
        self._actions = tuple(actions)
        self._show_again()

    @Slot(object)
    def show_listing(self, listing: Listing) -> None:
        """Show one listing from its top, piece by piece; one that is shown already stays as it is."""
        if listing == self._listing:
            return
        self._listing = listing
        self._show_again = lambda: self._lay_out(listing)
        self._show_again()

    @Slot()
    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._blank(
            "panel-right",
            self.tr("The listing you choose opens here."),
            self.tr("Walk through the list with the arrow keys."),
        )

    @Slot()
    def show_gone(self) -> None:
        """What was chosen is not in the release any more."""
        self._blank(
            "circle-help",
            self.tr("This listing is no longer in the directory."),
            self.tr("The newest release left it out. What you kept on your desk is still there."),
        )

    @Slot(object)
    def show_problem(self, trouble: Trouble) -> None:
        """Say what went wrong and what still works."""
        message = explain(trouble)
        self._blank("triangle-alert", message.sentence, message.next_step)

    @Slot()
    def copy_first_phone(self) -> None:
        """What Ctrl+Shift+C does."""
        listing = self._listing
        if listing and listing.intact and listing.phones:
            self.copy_requested.emit(listing.phones[0].dialable)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _restyle(self) -> None:
        self.setStyleSheet(reading_sheet(self._appearance.theme, self._appearance.zoom))
        self._show_again()

    def _blank(self, picture: str, sentence: str, more: str) -> None:
        self._listing = None
        self._filling.drop()
        self._show_again = lambda: self._put(Notice(self._appearance).say(picture, sentence, more))
        self._show_again()

    def _lay_out(self, listing: Listing) -> None:
        page = ListingPage(listing, self._today(), self._actions, self._appearance)
        page.copy_requested.connect(self.copy_requested)
        page.piece_requested.connect(self.piece_requested)
        page.filter_requested.connect(self.filter_requested)
        page.link_requested.connect(self.link_requested)
        page.closed.connect(self.closed)
        self._put(page)
        self._filling.start(page.fill())

    def _put(self, page: QWidget) -> None:
        self._scroll.setWidget(page)
        self._scroll.verticalScrollBar().setValue(0)
