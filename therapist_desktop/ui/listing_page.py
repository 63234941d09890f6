"""The page of one listing, from its name down to where it comes from."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.listing import Listing, Location
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
from therapist_desktop.ui.theme import BODY, Appearance
from therapist_desktop.ui.widgets.badge import Badge
from therapist_desktop.ui.widgets.callout import DANGER, REMARK, Callout
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.phone_line import CopyButton, PhoneLine, copy_of
from therapist_desktop.ui.widgets.pile import Pile
from therapist_desktop.ui.widgets.words import Heading, Headline, Words


class ListingPage(Pile):
    """Empty when it is made; each step of `fill` adds what comes next below."""

    copy_requested = Signal(str)
    piece_requested = Signal(str)
    filter_requested = Signal(object)  # Choice
    link_requested = Signal(str)
    closed = Signal()

    def __init__(self, listing: Listing, today: date, actions: Sequence[QAction], appearance: Appearance) -> None:
        px = appearance.px
        super().__init__(QMargins(px(20), px(16), px(16), px(24)), px(16))
        self._listing = listing
        self._today = today
        self._actions = tuple(actions)
        self._appearance = appearance

    def fill(self) -> Iterator[None]:
        """The page from the top, one step after the other: who it is and how to call first."""
        self.add(self._head())
        yield
        for heading, content in self._sections():
            if content:
                self.add(self._section(heading, content))
                yield

    def _part(self) -> tuple[QWidget, QVBoxLayout]:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._appearance.px(8))
        return part, column

    def _head(self) -> QWidget:
        part, column = self._part()
        column.addLayout(self._names())
        shown = badges(self._listing, self._today)
        column.addWidget(Flowing(self._appearance.px(6)).hold([Badge(*badge, self._appearance) for badge in shown]))
        if self._listing.intact:
            self._add_phones(column)
        else:
            words = self.tr("This record does not read back as the publisher signed it.")
            more = self.tr("Do not use it; sync again.")
            column.addWidget(Callout(words, more, DANGER, self._appearance))
        return part

    def _names(self) -> QHBoxLayout:
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
        names.addWidget(Headline(self._listing.name, "name", px(BODY)))
        names.addWidget(Words(what_it_is(self._listing), "muted"))
        head = QHBoxLayout()
        head.setSpacing(px(4))
        head.addLayout(names, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _add_phones(self, column: QVBoxLayout) -> None:
        column.addSpacing(self._appearance.px(4))
        for place, phone in enumerate(self._listing.phones):
            main = place == 0
            role = "phone" if main else "small-phone"
            copy = None if main else copy_of(phone, self._appearance)
            line = PhoneLine(phone, self._appearance, role, copy)
            line.copy_requested.connect(self.copy_requested)
            column.addWidget(line)
            if main:
                column.addWidget(self._buttons(phone))
        if not self._listing.phones:
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

    def _sections(self) -> Iterator[tuple[str, Sequence[QWidget]]]:
        listing = self._listing
        if listing.next_step:
            yield self.tr("Next step"), [Words(listing.next_step)]
        yield self.tr("Address"), self._addresses(listing)
        for part in parts(listing):
            yield part.heading, self._content(part)
        unknown = missing(listing)
        if unknown:
            sentence = self.tr("{what}. Ask when you call.").format(what=", ".join(unknown).capitalize())
            yield self.tr("Not known"), [Words(sentence)]
        if listing.description:
            yield self.tr("In their own words"), [Words(listing.description)]
        yield self.tr("Web and e-mail"), self._addresses_online(listing)
        articles = [
            self._line(link.title, lambda _=False, link=link: self.piece_requested.emit(link.id))
            for link in listing.articles
        ]
        yield self.tr("Articles by this provider"), articles
        yield self.tr("Where this comes from"), self._sources(listing)

    def _section(self, heading: str, content: Sequence[QWidget]) -> QWidget:
        part, column = self._part()
        column.addWidget(Heading(heading))
        for widget in content:
            if isinstance(widget, Words):
                widget.setAccessibleDescription(heading)
            alone = widget.property("role") == "tag"
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if alone else Qt.AlignmentFlag(0))
        return part

    def _content(self, part: Part) -> list[QWidget]:
        content: list[QWidget] = [Words(line) for line in part.lines]
        plain = [self._tag(tag, part.heading) for tag in part.tags if not tag.note]
        for tag in part.tags:
            if tag.note:
                content += [self._tag(tag, part.heading), Words(tag.note, "muted")]
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
