"""The tab with every way to reach a listing, and a code that dials it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapist_desktop.services.html import link_scheme
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.widgets.call_code import CallCode
from therapist_desktop.ui.widgets.phone_line import copy_of
from therapist_desktop.ui.widgets.words import Headline, Words
from therapist_desktop.ui.wording.phones import what_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.domain.phone import Phone
    from therapist_desktop.ui.listing.maker import Maker, Section


def contact(make: Maker) -> Iterator[Section]:
    """Phones first."""
    listing = make.listing
    dialled = [phone for phone in listing.phones if is_dialled(phone)]
    code = CallCode(make.appearance) if dialled else None
    for place, phone in enumerate(listing.phones):
        heading = translate("Detail", "Phones") if place == 0 else ""
        yield heading, [_phone(make, phone, code if phone in dialled else None)]
    if not listing.phones:
        yield translate("Detail", "Phones"), [Words(translate("Detail", "Phone not known"))]
    if code is not None:
        code.code_requested.connect(make.asks.code_requested)
        code.say(dialled[0])
        yield translate("Detail", "Call from a mobile phone"), [code]
        code.ask()
    online = list(_online(make))
    if online:
        yield translate("Detail", "Web and e-mail"), online
    places = [place for place in (listing.location, *listing.other_locations) if place.lines]
    addresses = [make.address(place) for place in places] or [Words(translate("Detail", "Not known"))]
    plain, more = translate("Detail", "Address"), translate("Detail", "Addresses")
    yield more if len(places) > 1 else plain, addresses


def is_dialled(phone: Phone) -> bool:
    """It can be called by voice, and it is a number."""
    return bool(phone.number) and phone.type == "voice"


def _phone(make: Maker, phone: Phone, code: CallCode | None) -> QWidget:
    px = make.appearance.px
    number = Headline(phone.shown, "small-phone", px(13))
    purpose = what_for(phone)
    number.setAccessibleName(f"{phone.shown}, {purpose}")
    copy = copy_of(phone, make.appearance)
    copy.copy_requested.connect(make.asks.copy_requested)
    buttons = [copy] if code is None else [_code_button(make, phone, code), copy]
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(2))
    column.addWidget(make.beside(number, *buttons))
    column.addWidget(make.dated(purpose, phone.verified_on, phone.source))
    return part


def _code_button(make: Maker, phone: Phone, code: CallCode) -> QPushButton:
    side = make.appearance.px(16)
    button = QPushButton()
    button.setProperty("role", "copy")
    button.setIcon(icon("qr-code", make.appearance.theme.muted, side))
    button.setIconSize(QSize(side, side))
    named = translate("Detail", "Show the QR code of {number}").format(number=phone.dialable)
    button.setAccessibleName(named)
    button.setToolTip(named)
    button.clicked.connect(lambda: code.show_phone(phone))
    return button


def _online(make: Maker) -> Iterator[QWidget]:
    listing = make.listing
    for address, link in ((listing.url, listing.url), (listing.email, f"mailto:{listing.email}")):
        if not address:
            continue
        shown: QWidget = Words(address)
        if link_scheme(link):
            plain = address.removeprefix("https://").rstrip("/")
            shown = make.line(plain, partial(make.asks.link_requested.emit, link))
        yield make.copyable(shown, address, address)
