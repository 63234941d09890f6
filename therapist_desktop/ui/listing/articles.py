"""The tab with what can be read: articles by this provider, and pages on what they treat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.filters import Kind
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from therapist_desktop.domain.listing import PieceLink
    from therapist_desktop.ui.listing.maker import Maker, Section

_MOST = 12


def articles(make: Maker) -> Iterator[Section]:
    """Their own first."""
    listing = make.listing
    own = {link.id for link in listing.articles}
    related = [link for link in dict.fromkeys(link for _, link in listing.topics) if link.id not in own]
    if listing.articles:
        yield translate("Detail", "Articles by this provider"), [_line(make, link) for link in listing.articles]
    else:
        words = translate("Detail", "The library has no article by this provider.")
        if listing.kind is Kind.CENTER:
            words = translate("Detail", "The library has no article by this center.")
        yield translate("Detail", "Articles"), [Words(words)]
    if related:
        yield translate("Detail", "About what they treat"), [_line(make, link) for link in related[:_MOST]]


def _line(make: Maker, link: PieceLink) -> QWidget:
    return make.line(link.title, lambda: make.asks.piece_requested.emit(link.id))
