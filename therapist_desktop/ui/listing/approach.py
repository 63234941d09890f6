"""The tab about what is treated and how; of a center, about its services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.filters import Kind
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.listing.tabs import APPROACH
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.ui.listing.maker import Maker, Section


def approach(make: Maker) -> Iterator[Section]:
    """Services by their headings: of those there are many."""
    listing = make.listing
    found = [facet for facet in APPROACH if listing.having(facet)]
    if not found:
        words = translate("Detail", "What they treat and how is not known. Ask for the problem in plain words.")
        if listing.kind is Kind.CENTER:
            words = translate("Detail", "What they offer is not known. Ask for what is needed in plain words.")
        yield translate("Detail", "Not known"), [Words(words)]
        return
    if any(listing.topic(value.key) for facet in found for value in listing.having(facet)):
        hint = translate(
            "Detail", "A book opens the library page. Ctrl+Enter, or the menu of a chip, finds more with it."
        )
        yield "", [Words(hint, "caption")]
    for facet in found:
        if facet is Facet.SERVICE:
            yield from make.grouped(facet)
        else:
            yield from make.values(facet)
