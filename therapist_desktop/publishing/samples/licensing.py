"""Licences and compacts of sample providers: mostly one state, some more, a few not listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from therapist_desktop.data.datafile.records import Licence
from therapist_desktop.domain.taxonomy import COMPACT
from therapist_desktop.publishing.samples.chances import Draw, by_rank

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.publishing.samples.lists import Lists
    from therapist_desktop.publishing.samples.professions import Profession

_UNLISTED: Final = 0.06
_TWO_STATES: Final = 0.12
_CHECKED: Final = 0.6
_BOARD: Final = "State board look-up (sample)"
_STATES: Final = by_rank(("NY", "CA", "FL", "TX", "NJ", "PA", "CT", "MA", "IL", "VA", "MD", "WA", "OH", "NC", "CO"))
_COMPACTS: Final = {
    "psychologist": ("psypact", 0.35),
    "child-psychologist": ("psypact", 0.35),
    "neuropsychologist": ("psypact", 0.3),
    "professional-counselor": ("counseling", 0.2),
    "mental-health-counselor": ("counseling", 0.2),
}
"""The compact of a profession, and how many of those who could hold it do."""


class Licensing:
    """Draws licences and compacts."""

    def __init__(self, lists: Lists, draw: Draw) -> None:
        self._draw = draw
        self._members = {code: frozenset(lists.codes(COMPACT, code)) for code in lists.values(COMPACT)}

    def of(self, number: int, letters: str, work: Profession, state: str, verified: date | None) -> dict[str, Any]:
        """The fields `licenses` and `compact`. Nobody holds a compact that their own state is not a member of."""
        if self._draw() < _UNLISTED:
            return {}
        checked = verified if self._draw() < _CHECKED else None
        states = [state]
        if self._draw() < _TWO_STATES:
            other = _STATES.one(self._draw)
            states += [other] if other != state else []
        licenses = tuple(
            Licence(
                type=letters,
                number=f"SAMPLE-{number:06d}" if place == 0 else f"SAMPLE-{number:06d}-{place + 1}",
                state_province=one,
                verified_on=checked,
                source=_BOARD if checked else "",
            )
            for place, one in enumerate(states)
        )
        compact, likely = _COMPACTS.get(work.type, ("", 0.0))
        holds = state in self._members.get(compact, ()) and self._draw() < likely
        return {"licenses": licenses, "compact": (compact,) if holds else ()}
