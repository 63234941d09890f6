"""What is said where the release in use no longer has a value that is asked for, and the way out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.filters import Wish
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.wording.chips import chips_of
from therapist_desktop.ui.wording.messages import WayOut, label
from therapist_desktop.ui.wording.nothing_found import NothingFound

if TYPE_CHECKING:
    from collections.abc import Mapping

    from therapist_desktop.domain.filters import Choice, Filters
    from therapist_desktop.domain.taxonomy import Taxonomy


def gone_values(filters: Filters, taxonomy: Taxonomy, known_as: Mapping[Choice, str]) -> NothingFound | None:
    """What of this the release does not know, by the names it was known under, and how to go on without it first.

    None where it knows all of it.
    """
    gone = [choice for choice in filters.chosen | filters.preferred if taxonomy.find(*choice) is None]
    if not gone:
        return None
    without = filters
    for choice in gone:
        without = without.wishing(choice, Wish.NONE)
    spelled = {words.choice: words.text for words in chips_of(filters, taxonomy) if words.choice is not None}
    names = ", ".join(sorted(known_as.get(choice, spelled[choice]) for choice in gone))
    way = (
        translate("GoneValues", "Go on without it") if len(gone) == 1 else translate("GoneValues", "Go on without them")
    )
    return NothingFound(
        translate("GoneValues", "This release does not know \u201c{names}\u201d.").format(names=names),
        translate("GoneValues", "It is still asked for, so nothing can be shown."),
        ((way, without), (label(WayOut.CLEAR_FILTERS), WayOut.CLEAR_FILTERS)),
    )
