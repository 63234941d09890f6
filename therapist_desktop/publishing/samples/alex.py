"""Alex Sample, LCSW: the one sample provider that texts, pictures and tests count on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from therapist_desktop.data.datafile.fields import PhoneNumber, Source
from therapist_desktop.data.datafile.records import Accepting, Address, Claim, Fees, Licence, Payer, Place, Provider

if TYPE_CHECKING:
    from therapist_desktop.publishing.samples.lists import Lists

ID: Final = "sample:provider-000001"
SOURCE_NAME: Final = "Sample data of Therapist Desktop"

_SPECIALTIES = (
    "depression",
    "generalized-anxiety",
    "grief",
    "stress",
    "self-esteem",
    "life-transitions",
    "couples",
    "chronic-illness",
    "burnout",
    "loneliness",
    "lgbtq-affirming",
)
_APPROACHES = (
    "person-centered",
    "humanistic",
    "cbt",
    "mindfulness",
    "motivational-interviewing",
    "emotionally-focused",
)
_PLANS = {"aetna": "ppo", "medicaid": "medicaid-managed"}
_STATEMENT = (
    "I help adults who live with depression, grief and big changes. Person-centered therapy is my home base: you decide"
    " what matters, and I listen closely. I also bring in mindfulness and cognitive behavioral therapy. If I am not the"
    " right person, I will help you find someone who is."
)


def alex(lists: Lists, place: Place, today: date) -> Provider:
    """Checked twelve days ago, takes new clients, and does not exist."""
    checked = today - timedelta(days=12)
    taken = lists.known("payer", ("aetna", "medicaid", "medicare"))
    return Provider(
        id=ID,
        name="Alex Sample",
        sample=True,
        credential="LCSW",
        pronouns="they/them",
        organization="Sample Street Counseling",
        description=_STATEMENT,
        next_step="Call and leave a message; calls are returned within two working days.",
        url="https://www.example.org/alex-sample",
        email="alex.sample@example.org",
        hours="Mon to Thu 9 am to 5 pm, Tue to 7 pm",
        hours_verified_on=checked,
        address=Address(
            address_1="100 Sample Street",
            address_2="Suite 210",
            city=place.city,
            state_province=place.state,
            postal_code=place.postal_code,
            latitude=place.latitude,
            longitude=place.longitude,
        ),
        phones=(
            PhoneNumber(number="2125550142", description="Office", verified_on=checked),
            PhoneNumber(number="2125550142", extension="2", description="New clients", verified_on=checked),
            PhoneNumber(number="2125550143", description="Fax", type="fax"),
        ),
        payer=tuple(_payer(value, lists, checked) for value in taken),
        specialty=lists.known("specialty", _SPECIALTIES),
        approach=lists.known("approach", _APPROACHES),
        language=lists.known("language", ("en", "es")),
        age=lists.known("age", ("young-adults", "adults", "seniors")),
        participants=lists.known("participants", ("individuals", "couples")),
        format=lists.known("format", ("in-person", "video")),
        when=lists.known("when", ("weekday-daytime", "evenings", "first-visit-within-a-week")),
        identity=lists.known("identity", ("lgbtq", "transgender", "hispanic-latino")),
        access=lists.known("access", ("wheelchair", "public-transport", "interpreter")),
        accepting=Accepting(status="yes", note="Daytime openings.", verified_on=checked),
        verified_on=checked,
        sources=(Source(name=SOURCE_NAME, date=today.isoformat()),),
        provider_type=lists.known("provider_type", ("clinical-social-worker",)),
        gender=lists.known("gender", ("nonbinary",)),
        licenses=(
            Licence(type="LCSW", number="SAMPLE-000001", state_province=place.state, verified_on=checked),
            Licence(type="LCSW", number="SAMPLE-000001-2", state_province="NJ"),
        ),
        fees=Fees(session=15_000, low=8_000, note="First call of 15 minutes free", verified_on=checked),
        claims=(
            Claim(
                field="payer", value="Aetna: not in network", source="Health plan directory (sample)", date="2026-06"
            ),
        ),
    )


def _payer(value: str, lists: Lists, checked: date) -> Payer:
    plan = next(iter(lists.known("plan", (_PLANS.get(value, ""),))), None)
    return Payer(id=value, plan_type=plan, role="in-network", verified_on=checked)
