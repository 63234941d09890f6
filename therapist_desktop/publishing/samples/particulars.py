"""What a front desk filters and asks by, for samples: times, access, communities, plans; much of it left unknown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from therapist_desktop.data.datafile.records import Claim
from therapist_desktop.publishing.samples.chances import Draw, Wheel, by_weight, pick

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.publishing.samples.lists import Lists

Chances = Mapping[str, float]

_WHEN: Final[Chances] = {
    "weekday-daytime": 0.8,
    "early-morning": 0.15,
    "evenings": 0.42,
    "saturday": 0.14,
    "sunday": 0.04,
    "walk-in": 0.02,
    "first-visit-within-a-week": 0.18,
}
_WHEN_OF_HOURS: Final = {
    "Mon to Thu 9 am to 5 pm": ("weekday-daytime",),
    "Mon to Fri 8 am to 6 pm": ("weekday-daytime", "early-morning"),
    "Tue and Thu to 8 pm": ("evenings",),
    "Saturdays by request": ("saturday",),
    "Mon to Fri 8 am to 5 pm": ("weekday-daytime", "early-morning"),
    "Mon to Sat 8 am to 8 pm, walk-in until noon": (
        *("weekday-daytime", "early-morning", "evenings", "saturday", "walk-in"),
    ),
    "Open day and night": ("around-the-clock",),
}
"""What posted hours say about times, so that the two never differ."""
_ACCESS: Final[Chances] = {
    "wheelchair": 0.6,
    "public-transport": 0.45,
    "parking": 0.5,
    "interpreter": 0.2,
    "hearing-loop": 0.04,
    "captions": 0.1,
    "large-print": 0.06,
    "quiet-space": 0.07,
    "service-animals": 0.15,
    "child-care": 0.03,
}
_ACCESS_OF_CENTERS: Final[Chances] = {**_ACCESS, "wheelchair": 0.85, "parking": 0.7, "interpreter": 0.5, "asl": 0.3}
_BY_VIDEO: Final = ("interpreter", "captions", "large-print")
"""The access that matters where nobody comes to an office."""
_IDENTITY: Final = by_weight(
    {
        "lgbtq": 22.0,
        "black": 14.0,
        "hispanic-latino": 13.0,
        "veterans-and-military": 9.0,
        "immigrants-and-refugees": 8.0,
        "neurodivergent": 8.0,
        "asian": 7.0,
        "transgender": 7.0,
        "first-responders": 5.0,
        "disabled": 5.0,
        "single-parents": 4.0,
        "mixed-heritage": 3.0,
        "south-asian": 3.0,
        "middle-eastern": 2.0,
        "caribbean": 2.0,
        "native-american": 2.0,
        "living-with-hiv": 2.0,
        "unhoused": 2.0,
        "after-incarceration": 2.0,
        "deaf": 1.5,
        "blind": 1.0,
        "pacific-islander": 1.0,
        "two-spirit": 0.7,
    }
)
_FAITH: Final = by_weight(
    {
        "christian": 35.0,
        "any-faith": 20.0,
        "secular": 12.0,
        "jewish": 9.0,
        "catholic": 9.0,
        "muslim": 6.0,
        "buddhist": 5.0,
        "latter-day-saints": 4.0,
        "hindu": 3.0,
        "sikh": 1.0,
        "native-traditions": 1.0,
    }
)
_PLAN: Final = by_weight({"ppo": 42.0, "hmo": 25.0, "epo": 11.0, "marketplace": 10.0, "pos": 7.0, "student": 5.0})
_PLAN_OF: Final = {
    "medicaid": "medicaid-managed",
    "medicare": "medicare-advantage",
    "tricare": "tricare",
    "triwest": "va-community-care",
    "va-community-care": "va-community-care",
    "eap": "eap",
}
"""The type of plan that goes with some payers; the others sell several."""
_WITHOUT_PLAN: Final = frozenset({"self-pay", "sliding-scale", "free-care", "out-of-network"})
_PLAN_LIST, _WEB, _BOARD = "Health plan directory (sample)", "Office web site (sample)", "State license list (sample)"
_SAYING: Final = {
    "phones": (_PLAN_LIST, _WEB, _BOARD),
    "accepting": (_PLAN_LIST, _WEB),
    "address": (_PLAN_LIST, _BOARD),
    "payer": (_PLAN_LIST,),
    "hours": (_WEB,),
}
"""Which other sources say something about a field."""


class Particulars:
    """Draws them from a stream of its own, so that the people stay who they are."""

    def __init__(self, lists: Lists, draw: Draw) -> None:
        self._lists = lists
        self._draw = draw

    def when(self, hours: str) -> tuple[str, ...]:
        """When clients are seen; posted hours are kept to, and half of the others say nothing."""
        told = _WHEN_OF_HOURS.get(hours, ())
        if told:
            soon = ("first-visit-within-a-week",) if self._is(0.15) else ()
            return self._lists.known("when", (*told, *soon))
        return self._lists.known("when", self._each(_WHEN)) if self._is(0.5) else ()

    def access(self, formats: tuple[str, ...], languages: tuple[str, ...]) -> tuple[str, ...]:
        """How people get in and take part, for a provider."""
        if not self._is(0.55):
            return ()
        found = self._each(_ACCESS)
        found = found if "in-person" in formats else [one for one in found if one in _BY_VIDEO]
        found += ["home-visits"] if "home-visit" in formats else []
        return self._lists.known("access", [*found, *(["asl"] if "ase" in languages else [])])

    def access_of_center(self) -> tuple[str, ...]:
        """The same for a center."""
        return self._lists.known("access", self._each(_ACCESS_OF_CENTERS)) if self._is(0.8) else ()

    def identity(self, likely: float) -> tuple[str, ...]:
        """Communities and cultures, one to three of them."""
        return self._some("identity", _IDENTITY, 3) if self._is(likely) else ()

    def faith(self, likely: float) -> tuple[str, ...]:
        """A faith, or none said."""
        return self._some("faith", _FAITH, 1) if self._is(likely) else ()

    def plan_type(self, payer: str) -> str | None:
        """The type of plan of a payer, where it is known."""
        if payer in _WITHOUT_PLAN or not self._is(0.55):
            return None
        return next(iter(self._lists.known("plan", [_PLAN_OF.get(payer) or _PLAN.one(self._draw)])), None)

    def claims(self, today: date, phone: str, likely: float) -> tuple[Claim, ...]:
        """What another source says, for a few. `phone` is a number kept for fiction."""
        if not self._is(likely):
            return ()
        said = {
            "phones": f"({phone[:3]}) {phone[3:6]}-{phone[6:]}",
            "accepting": "Not taking new clients",
            "address": "Moved; no new address given",
            "payer": "Not in network since January",
            "hours": "Mon to Fri 9 am to 4 pm",
        }
        field = pick(tuple(said), self._draw)
        month = 1 + int(self._draw() * today.month)
        source = pick(_SAYING[field], self._draw)
        return (Claim(field=field, value=said[field], source=source, date=f"{today.year}-{month:02d}"),)

    def _some(self, facet: str, wheel: Wheel[str], most: int) -> tuple[str, ...]:
        return self._lists.known(facet, wheel.some(1 + int(self._draw() * most), self._draw))

    def _each(self, chances: Chances) -> list[str]:
        return [value for value, chance in chances.items() if self._draw() < chance]

    def _is(self, likely: float) -> bool:
        return self._draw() < likely
