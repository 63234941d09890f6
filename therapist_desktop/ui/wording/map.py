"""What the map says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.notebook import NOTHING
from therapist_desktop.ui.i18n import number, plural, translate
from therapist_desktop.ui.wording.cards import place, sentence, verified
from therapist_desktop.ui.wording.joining import stacked

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.domain.mapping import Dot
    from therapist_desktop.domain.results import Card


def spoken(dot: Dot, card: Card | None, seen: tuple[int, int], today: date) -> str:
    """One sentence for a dot, and which one of how many it is."""
    if dot.count > 1:
        what = translate("Map", "{n} listings close together. Enter shows them nearer.").format(n=number(dot.count))
    elif card is None:
        what = translate("Map", "One listing.")
    else:
        what = sentence(card, NOTHING, today)
    which = translate("Map", "Dot {n} of {total}.").format(n=number(seen[0]), total=number(seen[1]))
    return f"{what} {which}"


def tip(dot: Dot, card: Card | None, today: date) -> str:
    """What a dot is, beside the pointer."""
    if dot.count > 1:
        return plural("Map", "{n} listing", "{n} listings", dot.count)
    return "" if card is None else stacked(card.name, place(card), verified(card, today))


def without_a_place(without: int, total: int) -> str:
    """How much of a result the map cannot show."""
    if not without:
        return ""
    if without == total:
        return translate("Map", "None of these results says where on the map it is.")
    return translate("Map", "{n} of {total} results have no place on the map").format(
        n=number(without), total=number(total)
    )
