"""Sample treatment centers."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from therapist_desktop.data.datafile.fields import Source
from therapist_desktop.data.datafile.records import Center, Payer, Place, TaxonomyRecord
from therapist_desktop.publishing.samples.alex import SOURCE_NAME
from therapist_desktop.publishing.samples.chances import Draw, Wheel, around, by_weight, pick
from therapist_desktop.publishing.samples.lists import Lists
from therapist_desktop.publishing.samples.particulars import Particulars
from therapist_desktop.publishing.samples.phones import of_center
from therapist_desktop.publishing.samples.providers import Ages
from therapist_desktop.publishing.samples.sites import Site
from therapist_desktop.publishing.samples.where import Country, phone_at

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


class Maker:
    """Makes one sample center after the other; now and then several are programs of one site."""

    def __init__(self, taxonomy: Iterable[TaxonomyRecord], places: Iterable[Place], seed: int, today: date) -> None:
        self._draw: Draw = Random(seed + _OTHER_STREAM).random  # noqa: S311 - nothing secret is drawn
        self._lists, self._country, self._ages = Lists(taxonomy, self._draw), Country(places), Ages(today)
        self._particulars = Particulars(self._lists, self._draw)
        self._today = today
        self._sources = (Source(name=SOURCE_NAME, date=today.isoformat()),)
        self._site = Site(self._country.somewhere(self._draw), self._draw)

    def center(self, number: int) -> Center:
        """The center with this number."""
        draw, lists, known = self._draw, self._lists, self._particulars
        if not self._site.programs:
            self._site = Site(self._country.somewhere(draw), draw)
        site, program = self._site, self._site.programs.pop()
        payment = lists.some("payment", around(5, 2, draw), draw)
        verified = self._ages.one(draw)
        return Center(
            id=f"sample:center-{number:06d}",
            name=site.name,
            alternate_name=program.name,
            sample=True,
            next_step=pick(_NEXT_STEPS, draw),
            url=site.url,
            hours=program.hours,
            hours_verified_on=verified if program.hours else None,
            address=site.address,
            phones=of_center(site.phone, phone_at(site.place, draw, "Intake"), site.place, draw),
            care=lists.known("care", program.care or _CARE.one(draw)),
            setting=lists.known("setting", program.setting or _SETTING.one(draw)),
            facility=lists.known("facility", (*site.facility, pick(_RULES, draw))),
            payment=payment,
            payer=tuple(Payer(id=value, plan_type=known.plan_type(value)) for value in _payers(lists, payment)),
            service=tuple(value for value in lists.some("service", around(14, 6, draw), draw) if value[:3] != "no-"),
            program=lists.some("program", around(4, 3, draw), draw),
            approach=lists.some("approach", around(5, 2, draw), draw),
            specialty=lists.some("specialty", around(8, 4, draw), draw),
            language=lists.known("language", ("en", *lists.ranked("language", 1, draw))),
            age=lists.known("age", program.ages or _AGES.one(draw)),
            participants=lists.known("participants", ("individuals", "family", "group")),
            format=lists.known("format", ("in-person", "video")),
            when=known.when(program.hours),
            access=known.access_of_center(),
            identity=known.identity(0.35),
            faith=known.faith(0.04),
            verified_on=verified,
            sources=self._sources,
            claims=known.claims(self._today, site.phone.number or "", 0.1),
        )


def sample_centers(
    taxonomy: Iterable[TaxonomyRecord],
    places: Iterable[Place],
    n: int,
    seed: int,
    today: date,
) -> Iterator[Center]:
    """`n` treatment centers that do not exist, the same ones for the same arguments."""
    maker = Maker(taxonomy, places, seed, today)
    for number in range(1, n + 1):
        yield maker.center(number)


def _payers(lists: Lists, payment: tuple[str, ...]) -> tuple[str, ...]:
    return lists.known("payer", (_PAYER_OF[value] for value in payment if value in _PAYER_OF))
