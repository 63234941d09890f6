"""What places are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.places import Page
from therapist_desktop.domain.text import tidied
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.wording.chips import chips_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from therapist_desktop.domain.places import Place
    from therapist_desktop.domain.taxonomy import Taxonomy


def title_of(place: Place, taxonomy: Taxonomy, names: Mapping[str, str]) -> str:
    """What is there: "Medicaid, Spanish", the name of a listing, the title of a piece."""
    if place.page is Page.LIBRARY:
        return _library_title(place, names)
    if place.page is Page.CRISIS:
        return translate("Places", "Crisis help")
    if place.page is Page.CALL:
        return translate("Places", "Call")
    if place.page is Page.COMPARE:
        return translate("Places", "Compare {n}").format(n=len(place.compared))
    if place.listing:
        return names.get(place.listing) or translate("Places", "A listing")
    chips = [chip.text for chip in chips_of(place.filters, taxonomy)]
    return ", ".join(chips) or translate("Places", "Everybody")


def icon_of(place: Place) -> str:
    """The icon of what is there."""
    if place.page is Page.FIND:
        return "user-round" if place.listing else "search"
    return {Page.LIBRARY: "file-text" if place.piece else "book-marked", Page.CALL: "phone-call"}.get(
        place.page, "life-buoy" if place.page is Page.CRISIS else "git-compare"
    )


def _library_title(place: Place, names: Mapping[str, str]) -> str:
    if place.piece:
        return names.get(place.piece) or translate("Places", "A page")
    if place.words:
        return translate("Places", "Library: \u201c{words}\u201d").format(words=tidied(place.words))
    if place.shelf is not None:
        from therapist_desktop.ui.wording.library import shelf_name

        return shelf_name(place.shelf)
    if place.section is None:
        return translate("Places", "Library")
    from therapist_desktop.ui.wording.library import section_name

    return section_name(place.section)
