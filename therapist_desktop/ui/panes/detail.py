"""Everything known about one provider or center, the phone number first."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.errors import Trouble
from therapist_desktop.domain.listing import Listing, Location
from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.phone import Phone
from therapist_desktop.services.html import link_scheme
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.listing_words import (
    Part,
    Tag,
    address_of,
    badges,
    missing,
    parts,
    source_lines,
    what_it_is,
)
from therapist_desktop.ui.messages import explain
from therapist_desktop.ui.reading_style import reading_sheet
from therapist_desktop.ui.theme import BODY, Appearance
from therapist_desktop.ui.widgets.badge import Badge
from therapist_desktop.ui.widgets.callout import DANGER, REMARK, Callout
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.phone_line import CopyButton, PhoneLine, copy_of
from therapist_desktop.ui.widgets.tall_page import TallPage
from therapist_desktop.ui.widgets.words import Heading, Headline, Words


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

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Buttons below the phone numbers; the first is the main one."""
        self._actions = tuple(actions)
        self._show_again()

    @Slot(object)
    def show_listing(self, listing: Listing) -> None:
        """Show one listing from its top; one that is shown already stays as it is."""
        if listing == self._listing:
            return
        self._listing = listing
        self._show_again = lambda: self._put(self._page_of(listing))
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
        self._show_again = lambda: self._put(Notice(self._appearance).say(picture, sentence, more))
        self._show_again()

    def _put(self, page: QWidget) -> None:
        self._scroll.setWidget(page)
        self._scroll.verticalScrollBar().setValue(0)

    def _page_of(self, listing: Listing) -> QWidget:
        px = self._appearance.px
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(px(20), px(16), px(16), px(24))
        column.setSpacing(px(8))
        column.addLayout(self._head(listing))
        shown = badges(listing, self._today())
        column.addWidget(Flowing(px(6)).hold([Badge(*badge, self._appearance) for badge in shown]))
        if listing.intact:
            self._add_phones(column, listing)
        else:
            column.addWidget(
                Callout(
                    self.tr("This record does not read back as the publisher signed it."),
                    self.tr("Do not use it; sync again."),
                    DANGER,
                    self._appearance,
                )
            )
        self._add_sections(column, listing)
        column.addStretch(1)
        return page

    def _head(self, listing: Listing) -> QHBoxLayout:
        px = self._appearance.px
        close = QPushButton()
        close.setProperty("role", "quiet")
        close.setIcon(icon("x", self._appearance.theme.muted, px(20)))
        close.setIconSize(QSize(px(20), px(20)))
        close.setAccessibleName(self.tr("Close the details"))
        close.setToolTip(self.tr("Close the details"))
        close.clicked.connect(self.closed)
        names = QVBoxLayout()
        names.setSpacing(px(4))
        names.addWidget(Headline(listing.name, "name", px(BODY)))
        names.addWidget(Words(what_it_is(listing), "muted"))
        head = QHBoxLayout()
        head.setSpacing(px(4))
        head.addLayout(names, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _add_phones(self, column: QVBoxLayout, listing: Listing) -> None:
        column.addSpacing(self._appearance.px(4))
        for place, phone in enumerate(listing.phones):
            main = place == 0
            role = "phone" if main else "small-phone"
            copy = None if main else copy_of(phone, self._appearance)
            line = PhoneLine(phone, self._appearance, role, copy)
            line.copy_requested.connect(self.copy_requested)
            column.addWidget(line)
            if main:
                column.addWidget(self._buttons(phone))
        if not listing.phones:
            column.addWidget(Words(self.tr("Phone not known"), "line-title"))
            column.addWidget(self._buttons(None))

    def _buttons(self, phone: Phone | None) -> Flowing:
        buttons = [self._action_button(action, place == 0) for place, action in enumerate(self._actions)]
        if phone:
            copy = copy_of(phone, self._appearance, self.tr("Copy"))
            copy.setToolTip(f"{copy.toolTip()} ({self.tr('Ctrl+Shift+C')})")
            copy.copy_requested.connect(self.copy_requested)
            buttons.insert(1, copy)
        return Flowing(self._appearance.px(8)).hold(buttons)

    def _action_button(self, action: QAction, main: bool) -> QPushButton:  # noqa: FBT001 - two looks of one button
        button = QPushButton(action.text())
        button.setProperty("role", "primary" if main else "")
        keys = action.shortcut().toString()
        button.setToolTip(f"{action.toolTip()} ({keys})" if keys else action.toolTip())
        button.setAccessibleName(action.text().replace("&", ""))
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        return button

    def _add_sections(self, column: QVBoxLayout, listing: Listing) -> None:
        if listing.next_step:
            self._section(column, self.tr("Next step"), [Words(listing.next_step)])
        self._section(column, self.tr("Address"), self._addresses(listing))
        for part in parts(listing):
            self._section(column, part.heading, self._content(part))
        unknown = missing(listing)
        if unknown:
            sentence = self.tr("{what}. Ask when you call.").format(what=", ".join(unknown).capitalize())
            self._section(column, self.tr("Not known"), [Words(sentence)])
        if listing.description:
            self._section(column, self.tr("In their own words"), [Words(listing.description)])
        self._section(column, self.tr("Web and e-mail"), self._addresses_online(listing))
        articles = [
            self._line(link.title, lambda _=False, link=link: self.piece_requested.emit(link.id))
            for link in listing.articles
        ]
        self._section(column, self.tr("Articles by this provider"), articles)
        self._section(column, self.tr("Where this comes from"), self._sources(listing))

    def _section(self, column: QVBoxLayout, heading: str, content: Sequence[QWidget]) -> None:
        if not content:
            return
        column.addSpacing(self._appearance.px(8))
        title = Heading(heading)
        column.addWidget(title)
        for widget in content:
            if isinstance(widget, Words):
                widget.setAccessibleDescription(heading)
            column.addWidget(widget)

    def _content(self, part: Part) -> list[QWidget]:
        content: list[QWidget] = [Words(line) for line in part.lines]
        plain = [self._tag(tag, part.heading) for tag in part.tags if not tag.note]
        for tag in part.tags:
            if tag.note:
                content.append(Flowing(0).hold([self._tag(tag, part.heading)]))
                content.append(Words(tag.note, "muted"))
        if plain:
            content.append(Flowing(self._appearance.px(6)).hold(plain))
        return content

    def _tag(self, tag: Tag, heading: str) -> FittingButton:
        button = FittingButton(tag.label, "tag")
        note = f", {tag.note}" if tag.note else ""
        button.setAccessibleName(f"{heading}: {tag.label}{note}")
        button.setToolTip(self.tr("Find more with: {label}").format(label=tag.label))
        button.clicked.connect(lambda: self.filter_requested.emit(tag.choice))
        return button

    def _addresses(self, listing: Listing) -> list[QWidget]:
        places = [place for place in (listing.location, *listing.other_locations) if place.lines]
        return [self._address(place) for place in places] or [Words(self.tr("Not known"))]

    def _address(self, place: Location) -> QWidget:
        address = address_of(place)
        return self._copyable(Words(address), address.replace("\n", ", "), self.tr("the address"))

    def _addresses_online(self, listing: Listing) -> list[QWidget]:
        found: list[QWidget] = []
        for address, link in ((listing.url, listing.url), (listing.email, f"mailto:{listing.email}")):
            if not address:
                continue
            shown: QWidget = Words(address)
            if link_scheme(link):
                plain = address.removeprefix("https://").rstrip("/")
                shown = self._line(plain, lambda _=False, link=link: self.link_requested.emit(link))
            found.append(self._copyable(shown, address, address))
        return found

    def _copyable(self, shown: QWidget, copied: str, what: str) -> QWidget:
        copy = CopyButton(copied, what, self._appearance)
        copy.copy_requested.connect(self.copy_requested)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._appearance.px(8))
        row.addWidget(shown, 1)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _line(self, words: str, clicked: Callable[..., None]) -> FittingButton:
        button = FittingButton(words, "line")
        button.setToolTip(self.tr("Open {what}").format(what=words))
        button.clicked.connect(clicked)
        return button

    def _sources(self, listing: Listing) -> list[QWidget]:
        found: list[QWidget] = []
        for source in listing.sources:
            name, fields = source_lines(source)
            if link_scheme(source.url) == "https":
                found.append(self._line(name, lambda _=False, url=source.url: self.link_requested.emit(url)))
            else:
                found.append(Words(name))
            if fields:
                found.append(Words(fields, "muted"))
        if not listing.sources:
            found.append(Callout(self.tr("No source is named."), "", REMARK, self._appearance))
        found.append(Words(self.tr("Listing {id}").format(id=listing.id), "caption"))
        return found
