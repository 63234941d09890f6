"""Sample treatment centers."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from therapist_desktop.data.datafile.records import Center, Payer, Place, Source, TaxonomyRecord
from therapist_desktop.publishing.samples import names
from therapist_desktop.publishing.samples.alex import SOURCE_NAME
from therapist_desktop.publishing.samples.chances import Draw, Wheel, around, by_weight, pick
from therapist_desktop.publishing.samples.lists import Lists
from therapist_desktop.publishing.samples.providers import Ages
from therapist_desktop.publishing.samples.where import Country, address_at, phone_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

_OTHER_STREAM: Final = 1_000_003  # so that centers do not repeat the draws of the providers
_CARE: Wheel[tuple[str, ...]] = by_weight(
    {
        ("mental-health",): 30.0,
        ("mental-health", "substance-use", "co-occurring"): 35.0,
        ("substance-use",): 15.0,
        ("substance-use", "detox"): 12.0,
        ("substance-use", "transitional-housing"): 8.0,
    }
)
_SETTING: Wheel[tuple[str, ...]] = by_weight(
    {
        ("outpatient",): 55.0,
        ("outpatient", "intensive-outpatient"): 15.0,
        ("outpatient", "partial-day"): 8.0,
        ("residential",): 12.0,
        ("hospital-inpatient",): 6.0,
        ("outpatient", "residential"): 4.0,
    }
)
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
_RULES = ("no-smoking", "smoking-areas")
_AGES: Wheel[tuple[str, ...]] = by_weight(
    {
        ("young-adults", "adults", "seniors"): 50.0,
        ("children", "preteens", "teens"): 15.0,
        ("children", "preteens", "teens", "young-adults", "adults", "seniors"): 35.0,
    }
)
_PAYER_OF = {"medicaid": "medicaid", "medicare": "medicare", "cash": "self-pay", "sliding-fee": "sliding-scale"}
_NEXT_STEPS = ("Call the main number and ask for admissions.", "Ask for intake on the main number.", "")


def sample_centers(
    taxonomy: Iterable[TaxonomyRecord],
    places: Iterable[Place],
    n: int,
    seed: int,
    today: date,
) -> Iterator[Center]:
    """`n` treatment centers that do not exist, the same ones for the same arguments."""
    draw: Draw = Random(seed + _OTHER_STREAM).random  # noqa: S311 - nothing secret is drawn
    lists, country, ages = Lists(taxonomy, draw), Country(places), Ages(today)
    sources = (Source(name=SOURCE_NAME, date=today.isoformat()),)
    for number in range(1, n + 1):
        place = country.somewhere(draw)
        payment = lists.some("payment", around(5, 2, draw), draw)
        yield Center(
            id=f"sample:center-{number:06d}",
            name=names.center(draw),
            sample=True,
            next_step=pick(_NEXT_STEPS, draw),
            address=address_at(place, draw),
            phones=(phone_at(place, draw), phone_at(place, draw, "Intake")),
            care=lists.known("care", _CARE.one(draw)),
            setting=lists.known("setting", _SETTING.one(draw)),
            facility=lists.known("facility", (*_FACILITY.one(draw), pick(_RULES, draw))),
            payment=payment,
            payer=tuple(Payer(id=value) for value in _payers(lists, payment)),
            service=tuple(value for value in lists.some("service", around(14, 6, draw), draw) if value[:3] != "no-"),
            program=lists.some("program", around(4, 3, draw), draw),
            approach=lists.some("approach", around(5, 2, draw), draw),
            specialty=lists.some("specialty", around(8, 4, draw), draw),
            language=lists.known("language", ("en", *lists.ranked("language", 1, draw))),
            age=lists.known("age", _AGES.one(draw)),
            participants=lists.known("participants", ("individuals", "family", "group")),
            format=lists.known("format", ("in-person", "video")),
            verified_on=ages.one(draw),
            sources=sources,
        )


def _payers(lists: Lists, payment: tuple[str, ...]) -> tuple[str, ...]:
    return lists.known("payer", (_PAYER_OF[value] for value in payment if value in _PAYER_OF))
