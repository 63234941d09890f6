"""Sample providers, as many as are asked for."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, Literal

from therapist_desktop.data.datafile.fields import Source
from therapist_desktop.data.datafile.records import Accepting, Fees, Payer, Place, Provider, TaxonomyRecord
from therapist_desktop.publishing.samples import names
from therapist_desktop.publishing.samples.alex import SOURCE_NAME, alex
from therapist_desktop.publishing.samples.chances import Draw, Wheel, around, by_weight, pick
from therapist_desktop.publishing.samples.licensing import Licensing
from therapist_desktop.publishing.samples.lists import Lists
from therapist_desktop.publishing.samples.particulars import Particulars
from therapist_desktop.publishing.samples.phones import of_provider
from therapist_desktop.publishing.samples.professions import Profession, professions
from therapist_desktop.publishing.samples.statements import statement, whom
from therapist_desktop.publishing.samples.where import Country, address_at, number_at, phone_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Role = Literal["in-network", "out-of-network", "single-case", "unknown"]
Status = Literal["yes", "waitlist", "no", "unknown"]

_STATUS: Wheel[Status] = by_weight({"yes": 38.0, "waitlist": 17.0, "no": 15.0, "unknown": 30.0})
_ROLE: Wheel[Role] = by_weight({"in-network": 70.0, "out-of-network": 10.0, "single-case": 5.0, "unknown": 15.0})
_AGES: Wheel[tuple[str, ...]] = by_weight(
    {
        ("young-adults", "adults", "seniors"): 30.0,
        ("teens", "young-adults", "adults"): 22.0,
        ("adults", "seniors"): 14.0,
        ("teens", "young-adults", "adults", "seniors"): 12.0,
        ("children", "preteens", "teens"): 10.0,
        ("toddlers", "children", "preteens", "teens", "young-adults", "adults"): 6.0,
        ("adults",): 6.0,
    }
)
_PARTICIPANTS: Wheel[tuple[str, ...]] = by_weight(
    {
        ("individuals",): 45.0,
        ("individuals", "couples"): 25.0,
        ("individuals", "family"): 12.0,
        ("individuals", "couples", "family"): 10.0,
        ("individuals", "group"): 8.0,
    }
)
_FORMATS: Wheel[tuple[str, ...]] = by_weight(
    {
        ("in-person", "video"): 52.0,
        ("video",): 18.0,
        ("in-person",): 15.0,
        ("in-person", "video", "phone"): 12.0,
        ("video", "phone", "text-chat"): 2.0,
        ("in-person", "home-visit"): 1.0,
    }
)
_PRONOUNS: Wheel[tuple[str, str]] = by_weight(
    {
        ("as named", "stated"): 58.0,
        ("as named", ""): 30.0,
        ("nonbinary", "they/them"): 3.0,
        ("transgender", "stated"): 0.5,
        ("not-stated", ""): 4.0,
        ("", ""): 4.5,
    }
)
_STATED = {"woman": "she/her", "man": "he/him", "": "they/them"}
_HOURS = ("", "", "Mon to Thu 9 am to 5 pm", "Mon to Fri 8 am to 6 pm", "Tue and Thu to 8 pm", "Saturdays by request")
_NEXT_STEPS = (
    "Call and leave a message; calls are returned within two working days.",
    "Call the office and ask for a first visit.",
    "Book a free 15-minute call.",
    "Send the referral form; the office calls back within a week.",
    "",
)
_NOTES = {
    "yes": ("", "", "Daytime openings only.", "Openings by video within two weeks."),
    "waitlist": ("", "About four to six weeks.", "About three months for evenings."),
    "no": ("", "Asks to check again in the spring."),
    "unknown": ("",),
}
_ASIDE = 500_009  # a stream for what was added later, so that it changes nobody who was drawn before
_NO_ROLE = frozenset({"self-pay", "sliding-scale", "free-care", "out-of-network"})
_PRESCRIBED = frozenset(
    {"medication-management", "medication-for-opioid-use", "ect", "tms", "ketamine", "light-therapy", "detox"}
)
"""What only those who can prescribe offer."""


class Ages:
    """Days of verification: nearly half fresh, some ageing, some stale, some never."""

    def __init__(self, today: date) -> None:
        self._days = [today - timedelta(days=days) for days in range(1_096)]
        self._bands = by_weight({(0, 91): 45.0, (91, 366): 30.0, (366, 1_096): 15.0, (0, 0): 10.0})

    def one(self, draw: Draw) -> date | None:
        """A day, or None for never."""
        start, end = self._bands.one(draw)
        return self._days[start + int(draw() * (end - start))] if end else None


class Maker:
    """Makes one sample provider after the other."""

    def __init__(self, taxonomy: Iterable[TaxonomyRecord], places: Iterable[Place], seed: int, today: date) -> None:
        self._draw: Draw = Random(seed).random  # noqa: S311 - nothing secret is drawn
        self._aside: Draw = Random(seed + _ASIDE).random  # noqa: S311 - nothing secret is drawn
        self._lists = Lists(taxonomy, self._draw)
        self._particulars = Particulars(self._lists, self._aside)
        self._licensing = Licensing(self._lists, self._aside)
        self._country = Country(places)
        self._professions = professions(self._lists.values("provider_type"))
        self._people = names.people(self._draw)
        self._ages = Ages(today)
        self._today = today
        self._sources = (Source(name=SOURCE_NAME, date=today.isoformat()),)

    def provider(self, number: int) -> Provider:
        """The provider with this number; number 1 is always Alex Sample, LCSW, in New York."""
        draw = self._draw
        if number == 1:
            return alex(self._lists, self._country.home(draw), self._today)
        given, family = next(self._people)
        work = self._professions.one(draw)
        place = self._country.somewhere(draw)
        credential = pick(work.credentials, draw)
        facts: dict[str, Any] = {
            "next_step": pick(_NEXT_STEPS, draw),
            "organization": "" if draw() < 0.4 else names.practice(draw),  # noqa: PLR2004 - many work alone
            "url": f"https://www.example.org/p{number}" if draw() < 0.5 else None,  # noqa: PLR2004 - half have one
            "email": f"office{number}@example.org" if draw() < 0.6 else "",  # noqa: PLR2004 - most have one
            "hours": pick(_HOURS, draw),
            "address": address_at(place, draw),
        }
        phone = phone_at(place, draw)
        facts |= self._person(given) | self._work(work) | self._access(work)
        verified: date | None = facts["verified_on"]
        return Provider(
            id=f"sample:provider-{number:06d}",
            name=f"{given} {family}",
            sample=True,
            credential=credential,
            provider_type=self._lists.known("provider_type", (work.type,)),
            sources=self._sources,
            phones=of_provider(phone, place, verified, self._aside),
            **facts,
            **self._licensing.of(number, credential, work, place.state, verified),
            **self._asked_for(facts),
            claims=self._particulars.claims(self._today, number_at(place, self._aside), 0.08),
        )

    def _asked_for(self, facts: dict[str, Any]) -> dict[str, Any]:
        """What callers ask for beyond problem, place and payer."""
        known = self._particulars
        return {
            "hours_verified_on": facts["verified_on"] if facts["hours"] else None,
            "when": known.when(facts["hours"]),
            "access": known.access(facts["format"], facts["language"]),
            "identity": known.identity(0.4),
            "faith": known.faith(0.15),
        }

    def _person(self, given: str) -> dict[str, Any]:
        likely = names.LIKELY[given.split(" ", maxsplit=1)[0]]
        gender, pronouns = _PRONOUNS.one(self._draw)
        gender = likely if gender == "as named" else gender
        return {
            "gender": self._lists.known("gender", (gender,)),
            "pronouns": _STATED[likely] if pronouns == "stated" else pronouns,
            "language": self._languages(),
        }

    def _work(self, work: Profession) -> dict[str, Any]:
        """Whom the provider helps with what, and how, in values and in words."""
        problems = self._done_by(work, self._lists.ranked("specialty", around(12, 5, self._draw), self._draw))
        ways = self._done_by(work, self._lists.ranked("approach", around(7, 3, self._draw), self._draw))
        ages = _AGES.one(self._draw)
        words = [self._lists.words("approach", value) for value in ways[:2]]
        return {
            "age": self._lists.known("age", ages),
            "specialty": self._lists.known("specialty", problems),
            "approach": self._lists.known("approach", ways),
            "description": statement(whom(ages), problems, words, self._draw),
        }

    def _done_by(self, work: Profession, values: list[str]) -> list[str]:
        if work.prescribes:
            return [*values, "medication-management"]
        return [value for value in values if value not in _PRESCRIBED]

    def _access(self, work: Profession) -> dict[str, Any]:
        """Who comes, how, and what it costs."""
        draw = self._draw
        verified = self._ages.one(draw)
        return {
            "participants": self._lists.known("participants", _PARTICIPANTS.one(draw)),
            "format": self._lists.known("format", _FORMATS.one(draw)),
            "payer": self._payers(verified),
            "verified_on": verified,
            **_accepting(verified, draw),
            **_fees(work, verified, draw),
        }

    def _languages(self) -> tuple[str, ...]:
        chance = self._draw()
        if chance < 0.72:  # noqa: PLR2004 - most speak English only
            return self._lists.known("language", ("en",))
        if chance < 0.86:  # noqa: PLR2004 - half of the others Spanish
            return self._lists.known("language", ("en", "es"))
        return self._lists.known("language", ("en", *self._lists.ranked("language", 1, self._draw)))

    def _payers(self, verified: date | None) -> tuple[Payer, ...]:
        found = self._lists.some("payer", around(3, 2, self._draw), self._draw)
        return tuple(
            Payer(
                id=value,
                plan_type=self._particulars.plan_type(value),
                role="unknown" if value in _NO_ROLE else _ROLE.one(self._draw),
                verified_on=verified,
            )
            for value in found
        )


def sample_providers(
    taxonomy: Iterable[TaxonomyRecord],
    places: Iterable[Place],
    n: int,
    seed: int,
    today: date,
) -> Iterator[Provider]:
    """`n` providers who do not exist, the same ones for the same arguments."""
    maker = Maker(taxonomy, places, seed, today)
    for number in range(1, n + 1):
        yield maker.provider(number)


def _accepting(verified: date | None, draw: Draw) -> dict[str, Accepting]:
    status = _STATUS.one(draw)
    if status == "unknown":
        return {}
    return {"accepting": Accepting(status=status, note=pick(_NOTES[status], draw), verified_on=verified)}


def _fees(work: Profession, verified: date | None, draw: Draw) -> dict[str, Fees]:
    if draw() < 0.2:  # noqa: PLR2004 - one in five does not say
        return {}
    session = 5 * around(work.fee // 5, work.fee // 15, draw)
    low = 5 * int(session * (0.4 + 0.3 * draw()) / 5) if draw() < 0.4 else None  # noqa: PLR2004 - sliding scales
    return {"fees": Fees(session=100 * session, low=None if low is None else 100 * low, verified_on=verified)}
