"""Everything known about one provider or center, in tabs below its name and phone number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from therapist_desktop.domain.notebook import NOTHING
from therapist_desktop.domain.overriding import override
from therapist_desktop.services.clock import local_day
from therapist_desktop.ui.focus_travel import has_focus
from therapist_desktop.ui.listing.asks import Asks
from therapist_desktop.ui.listing.maker import Maker
from therapist_desktop.ui.listing.page import ListingPage
from therapist_desktop.ui.listing.tabs import tab_of
from therapist_desktop.ui.listing.top import ListingTop
from therapist_desktop.ui.reading.style import reading_sheet
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.widgets.call_code import CallCode
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.pile import Pile
from therapist_desktop.ui.widgets.tall_page import TallPage
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.messages import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.domain.notebook import Standing
    from therapist_desktop.services.qr import QrCode
    from therapist_desktop.ui.theme import Appearance

_TALL, _MOST_OF_IT = 500, 0.75  # from this height on the top stays, unless it would take more than this of it
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def _no_reasons(_listing_id: str) -> tuple[str, ...]:
    return ()


class DetailPane(QFrame):
    """One listing: its top stays in sight while its tabs scroll, wherever there is room for both."""

    copy_requested = Signal(str)
    piece_requested = Signal(str)
    filter_requested = Signal(object)  # Choice
    link_requested = Signal(str)
    listing_requested = Signal(str)
    code_requested = Signal(str)  # what a QR code is wanted of; the answer is `show_code`
    mark_requested = Signal()
    outcome_requested = Signal(object)  # Outcome
    closed = Signal()
    left = Signal()

    def __init__(
        self, appearance: Appearance, today: Callable[[], date] = local_day, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._today = today
        self._show_again: Callable[[], None] = self.show_nothing
        self._listing: Listing | None = None
        self._standing: Standing | None = None
        self._reasons: Callable[[str], Sequence[str]] = _no_reasons
        self._why: tuple[str, ...] = ()
        self._tab = tab_of("")
        self._filling = Slices(self)
        self._refill = QTimer(self, singleShot=True, interval=0)
        self._refill.timeout.connect(self._fill)
        self._asks = Asks(self)
        self._top: ListingTop | None = None
        self._stays: bool | None = None  # the top is above the page, not on it; None while it is nowhere
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Details"))
        self._scroll = TallPage()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self._scroll, 1)
        for name in ("copy", "piece", "filter", "link", "listing", "code", "mark", "outcome"):
            signal = f"{name}_requested"
            getattr(self._asks, signal).connect(getattr(self, signal))
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def listing(self) -> Listing | None:
        """The listing that is shown, if one is."""
        return self._listing

    @property
    def tab(self) -> str:
        """The tab that is chosen, to be remembered."""
        return self._tab

    @property
    def is_whole(self) -> bool:
        """Everything that is known about the listing stands on the tab."""
        return not self._filling.is_busy

    def explain_with(self, reasons: Callable[[str], Sequence[str]]) -> None:
        """Who can tell why a listing was found."""
        self._reasons = reasons

    @Slot(object)
    def show_listing(self, listing: Listing) -> None:
        """Show one listing from its top, piece by piece; one that is shown already stays as it is."""
        why = tuple(self._reasons(listing.id))
        if listing == self._listing and why == self._why:
            return
        self._listing, self._why = listing, why
        self._show_again = self._lay_out
        self._show_again()

    @Slot(object)
    def show_standing(self, standing: Standing | None) -> None:
        """What the notebook says about the listing that is shown; None where there is no notebook."""
        if standing == self._standing:
            return
        self._standing = standing
        if self._listing is not None and self._top is not None:
            self._top.say(self._listing, self._today(), self._own_standing())
            if self._tab == "notes":
                self._refill.start()  # not now: the button that changed it may be on the page

    @Slot(object)
    def show_code(self, code: QrCode) -> None:
        """The QR code that was asked for."""
        for shown in self.findChildren(CallCode):
            shown.show_code(code)

    @Slot(str)
    def choose(self, tab: str) -> None:
        """Show this tab, and keep to it from listing to listing."""
        wanted = tab_of(tab)
        if wanted is self._tab:
            return
        self._tab = wanted
        if self._top is not None:
            self._top.tabs.choose(wanted)
        if self._listing is not None:
            self._fill()
            if self._top is not None and not self._stays:
                self._scroll.ensureWidgetVisible(self._top.tabs, 0, 0)

    def step(self, step: int) -> None:
        """The tab so many places further."""
        if self._listing is not None and self._listing.intact and self._top is not None:
            self.choose(self._top.tabs.after(self._tab, step))

    @Slot()
    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._blank(
            "panel-right",
            self.tr("The listing you choose opens here"),
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

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _PAGES and not event.modifiers():
            bar.setValue(bar.value() + _PAGES[Qt.Key(event.key())] * bar.pageStep())
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._listing is not None and self._listing.intact and self._top is not None:
            self._top.tabs.take_keyboard()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._listing is not None:
            self._place_top()

    @Slot()
    def _restyle(self) -> None:
        """Everything anew: sizes and colours are in every part. The keyboard stays in the pane."""
        had_focus = has_focus(self)
        self.setStyleSheet(reading_sheet(self._appearance.theme, self._appearance.zoom))
        if self._top is not None:
            self._take_top_out()
            self._top.deleteLater()
            self._top = None
        self._show_again()
        if had_focus:  # what has it now is on its way out
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _blank(self, picture: str, sentence: str, more: str) -> None:
        had_focus = has_focus(self)
        self._listing, self._why = None, ()
        self._filling.drop()
        self._show_again = lambda: self._put(Notice(self._appearance).say(picture, sentence, more))
        if self._top is not None:
            self._take_top_out()
            self._top.hide()
        self._show_again()
        if had_focus:  # what had it is gone, and nothing else would hear a key
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        listing = self._listing
        if listing is None:
            return
        top = self._top or self._new_top()
        top.say(listing, self._today(), self._own_standing())
        top.tabs.setVisible(listing.intact)
        self._fill()
        if QApplication.focusWidget() is self:  # it was entered before there was anything in it
            top.tabs.take_keyboard()

    def _new_top(self) -> ListingTop:
        top = self._top = ListingTop(self._appearance)
        top.head.copy_requested.connect(self.copy_requested)
        top.head.closed.connect(self.closed)
        top.tabs.choose(self._tab)
        top.tabs.tab_chosen.connect(self.choose)
        return top

    def _fill(self) -> None:
        """The chosen tab from its top; the keyboard stays in the pane."""
        listing, focus = self._listing, QApplication.focusWidget()
        page = self._scroll.widget()
        was_inside = focus is not None and page is not None and page.isAncestorOf(focus)
        on_top = focus is not None and self._top is not None and self._top.isAncestorOf(focus)
        if listing is None or self._top is None:
            return
        make = Maker(listing, self._today(), self._appearance, self._asks, self._why, self._own_standing())
        shown = ListingPage(make, self._tab)
        self._put(shown, with_top=True)
        self._filling.start(shown.fill() if listing.intact else self._only_its_id(shown, listing))
        if was_inside and not on_top:
            self._top.tabs.take_keyboard()
        elif on_top and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _only_its_id(self, page: Pile, listing: Listing) -> Iterator[None]:
        """All that is said of a record that was altered."""
        page.add(Words(self.tr("Listing {id}").format(id=listing.id), "caption"))
        yield

    def _own_standing(self) -> Standing | None:
        """The standing, unless it is about another listing."""
        standing, listing = self._standing, self._listing
        if standing is None or listing is None or standing.listing.id == listing.id:
            return standing
        return NOTHING

    def _put(self, page: QWidget, *, with_top: bool = False) -> None:
        """Show this page; the one before is no more."""
        if not (with_top and self._stays):
            self._take_top_out()
        self._scroll.setWidget(page)
        self._scroll.verticalScrollBar().setValue(0)
        if with_top:
            self._place_top()

    def _place_top(self) -> None:
        """Above the page that scrolls; on it where the pane is too low for both."""
        page, top = self._scroll.widget(), self._top
        if top is None or not isinstance(page, Pile):
            return
        px = self._appearance.px
        stays = self.height() >= px(_TALL)
        stays = stays and top.heightForWidth(self.width() - px(32)) <= _MOST_OF_IT * self.height()
        if stays is self._stays:
            return
        had_focus = has_focus(top)
        self._take_top_out()
        self._stays = stays
        if stays:
            top.setContentsMargins(px(16), px(14), px(16), 0)
            self._column.insertWidget(0, top)
            top.show()
        else:
            top.setContentsMargins(QMargins())
            page.add_first(top)
        if had_focus:
            top.tabs.take_keyboard()

    def _take_top_out(self) -> None:
        top = self._top
        if top is None:
            return
        page = self._scroll.widget()
        if isinstance(page, Pile) and top.parentWidget() is page:
            page.take(top)
            top.hide()
        self._column.removeWidget(top)
        top.setParent(self)
        self._stays = None
