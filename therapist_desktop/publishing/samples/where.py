"""Real ZIP codes for listings that do not exist, most of them in big cities, with numbers kept free for fiction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from therapist_desktop.data.datafile.fields import PhoneNumber
from therapist_desktop.data.datafile.records import Address, Place
from therapist_desktop.publishing.samples.chances import Draw, Wheel, by_rank, pick
from therapist_desktop.publishing.samples.names import street

if TYPE_CHECKING:
    from collections.abc import Iterable

HOME: Final = "10001"
_LISTED: Final = (
    "AL:205 AK:907 AZ:602 AR:501 CA:213 CO:303 CT:203 DE:302 DC:202 FL:305 GA:404 HI:808 ID:208 IL:312 IN:317 IA:515"
    " KS:316 KY:502 LA:504 ME:207 MD:410 MA:617 MI:313 MN:612 MS:601 MO:314 MT:406 NE:402 NV:702 NH:603 NJ:201 NM:505"
    " NY:212 NC:704 ND:701 OH:216 OK:405 OR:503 PA:215 RI:401 SC:803 SD:605 TN:615 TX:713 UT:801 VT:802 VA:804 WA:206"
    " WV:304 WI:414 WY:307 PR:787 GU:671 VI:340 AS:684 MP:670"
)
_AREA_CODES: Final = {pair[:2]: pair[3:] for pair in _LISTED.split()}
_FICTION: Final = 5550100
_FREE: Final = 100


class Country:
    """Cities by size, as far as the number of their ZIP codes tells it."""

    def __init__(self, places: Iterable[Place]) -> None:
        cities: dict[tuple[str, str], list[Place]] = {}
        for place in places:
            if place.state in _AREA_CODES:
                cities.setdefault((place.state, place.city), []).append(place)
        ranked = sorted(cities, key=lambda city: (-len(cities[city]), city))
        self._cities: Wheel[tuple[Place, ...]] = by_rank([tuple(cities[city]) for city in ranked], flat=5.0)
        self._home = next((place for place in cities.get(("NY", "New York"), ()) if place.postal_code == HOME), None)

    def somewhere(self, draw: Draw) -> Place:
        """A ZIP code; big cities come often."""
        return pick(self._cities.one(draw), draw)

    def home(self, draw: Draw) -> Place:
        """10001, New York, where the first sample provider works."""
        return self._home or self.somewhere(draw)


def address_at(place: Place, draw: Draw) -> Address:
    """A street that does not exist in a ZIP code that does."""
    suite = f"Suite {100 + int(draw() * 800)}" if draw() < 0.5 else ""  # noqa: PLR2004 - every other one
    return Address(
        address_1=street(draw),
        address_2=suite,
        city=place.city,
        state_province=place.state,
        postal_code=place.postal_code,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def phone_at(place: Place, draw: Draw, description: str = "") -> PhoneNumber:
    """One of the numbers 555-0100 to 555-0199, which are kept for fiction."""
    return PhoneNumber(number=number_at(place, draw), description=description)


def number_at(place: Place, draw: Draw) -> str:
    """The digits of such a number."""
    return f"{_AREA_CODES[place.state]}{_FICTION + int(draw() * _FREE)}"
