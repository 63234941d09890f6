"""The sites of sample centers: one address and, at some of them, several programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from therapist_desktop.publishing.samples import names
from therapist_desktop.publishing.samples.chances import Draw, Wheel, by_weight, shuffled
from therapist_desktop.publishing.samples.where import address_at, phone_at

if TYPE_CHECKING:
    from therapist_desktop.data.datafile.records import Place

_DAYTIME: Final = "Mon to Fri 8 am to 5 pm"
_LONG_DAYS: Final = "Mon to Sat 8 am to 8 pm, walk-in until noon"
_ALWAYS: Final = "Open day and night"


@dataclass(frozen=True, slots=True)
class Program:
    """One program of a site. What is empty is drawn like that of any center."""

    name: str = ""
    hours: str = ""
    care: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()


_ALONE: Final = (Program(), Program(), Program(hours=_DAYTIME), Program(hours=_LONG_DAYS))
_TOGETHER: Final = (
    Program("Adult Outpatient Program", _DAYTIME, ("mental-health",), ("outpatient",), ("adults", "seniors")),
    Program(
        "Youth and Family Program", _LONG_DAYS, ("mental-health",), ("outpatient",), ("children", "preteens", "teens")
    ),
    Program("Intensive Outpatient Program", _DAYTIME, ("substance-use",), ("outpatient", "intensive-outpatient")),
    Program("Withdrawal Management Unit", _ALWAYS, ("substance-use", "detox"), ("hospital-inpatient",)),
    Program("Residential Program", _ALWAYS, ("substance-use",), ("residential",)),
    Program("Co-occurring Conditions Program", "", ("mental-health", "substance-use", "co-occurring"), ("outpatient",)),
)
_SIZE: Final = by_weight({1: 60.0, 2: 20.0, 3: 14.0, 4: 6.0})
_FACILITY: Wheel[tuple[str, ...]] = by_weight(
    {
        ("outpatient-mental-health", "private-nonprofit"): 30.0,
        ("community-mental-health-center", "local-government"): 20.0,
        ("private-for-profit", "joint-commission"): 20.0,
        ("psychiatric-hospital", "private-nonprofit"): 6.0,
        ("va-health-center", "federal-government"): 4.0,
        ("residential-adults", "private-for-profit"): 12.0,
        ("federally-qualified-health-center", "private-nonprofit"): 8.0,
    }
)


class Site:
    """One address with a name, a main number and the programs that are still to be made."""

    def __init__(self, place: Place, draw: Draw) -> None:
        self.place = place
        self.name = names.center(draw)
        self.address = address_at(place, draw)
        self.phone = phone_at(place, draw, "Main")
        self.facility = _FACILITY.one(draw)
        self.url = f"https://www.example.org/c{int(draw() * 100_000)}" if draw() < 0.5 else None  # noqa: PLR2004 - half have one
        size = _SIZE.one(draw)
        self.programs = shuffled(_TOGETHER, draw)[:size] if size > 1 else shuffled(_ALONE, draw)[:1]
