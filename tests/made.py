"""Records, data files and catalogues made for tests: plain functions with defaults, and one seeded crowd."""

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from therapist_desktop.data.datafile.checking import survey
from therapist_desktop.data.datafile.fields import PhoneNumber, Record, Source
from therapist_desktop.data.datafile.library import Article, By, HotlineRecord, Term, Topic
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.datafile.records import (
    Accepting,
    Address,
    Center,
    Fees,
    Header,
    Licence,
    Listed,
    Payer,
    Place,
    Provider,
    Publisher,
    TaxonomyRecord,
)
from therapist_desktop.data.datafile.writing import write_data_file
from therapist_desktop.data.writing.building import Built, build_catalogue
from therapist_desktop.services.catalogue import Catalogue

TODAY = date(2026, 11, 20)

FACETS: dict[str, tuple[tuple[str, str, str, bool, tuple[str, ...]], ...]] = {
    "specialty": (
        ("mood", "Mood", "", True, ()),
        ("depression", "Depression", "mood", False, ("low mood", "the blues")),
        ("bipolar", "Bipolar disorder", "mood", False, ("manic",)),
        ("worry", "Worry and fear", "", True, ()),
        ("anxiety", "Anxiety", "worry", False, ("nerves", "anxious")),
        ("ptsd", "Trauma and PTSD", "", False, ()),
    ),
    "approach": (("emdr", "EMDR", "", False, ()), ("cbt", "Cognitive behavioral therapy", "", False, ("CBT",))),
    "payer": (
        ("medicaid", "Medicaid", "", False, ()),
        ("acme", "Acme Health", "", False, ("Old Acme",)),
        ("acme-small", "Acme Small Group", "acme", False, ()),
    ),
    "language": (("en", "English", "", False, ()), ("es", "Spanish", "", False, ("Espa\u00f1ol",))),
    "format": (("video", "Video", "", False, ("telehealth",)), ("in-person", "In person", "", False, ())),
    "accepting": tuple((one, one.capitalize(), "", False, ()) for one in ("yes", "waitlist", "no", "unknown")),
    "payment": (("medicaid", "Medicaid", "", False, ()), ("cash", "Cash", "", False, ())),
    "setting": (("outpatient", "Outpatient", "", False, ()),),
    "state": tuple(
        (code, name, "", False, (code.upper(),))
        for code, name in (("ny", "New York"), ("nj", "New Jersey"), ("ct", "Connecticut"))
    ),
    "plan": (("hmo", "HMO", "", False, ()), ("ppo", "PPO", "", False, ("PPO plan",))),
    "fee": tuple(
        (code, name, "", False, ())
        for code, name in (
            ("under-50", "Under $50"),
            ("50-to-99", "$50 to $99"),
            ("100-to-149", "$100 to $149"),
            ("150-to-199", "$150 to $199"),
            ("200-to-249", "$200 to $249"),
            ("250-and-more", "$250 and more"),
            ("sliding-scale", "Sliding scale"),
        )
    ),
    "when": (("evenings", "Evenings", "", False, ("after work",)), ("saturday", "Saturday", "", False, ())),
    "identity": (("veterans", "Veterans", "", False, ()), ("deaf", "Deaf and hard of hearing", "", False, ("Deaf",))),
    "faith": (("sikh", "Sikh", "", False, ()),),
    "access": (("wheelchair", "Wheelchair accessible", "", False, ("ramp",)), ("parking", "Parking", "", False, ())),
}
COMPACTS = {"psypact": ("PSYPACT", ("NJ", "CT")), "counseling": ("Counseling Compact", ())}
"""Agreements among states, with their members."""
PLACES = (
    ("10001", "New York", "NY", 4074840, -7399670),
    ("10002", "New York", "NY", 4071760, -7398600),
    ("12207", "Albany", "NY", 4265720, -7374790),
    ("07030", "Hoboken", "NJ", 4074590, -7403250),
)
FIRST = ("Ana", "Mary", "Maryann", "Jos\u00e9", "Lin", "Omar", "Grace", "Anna")
LAST = ("Sample", "Sampleton", "O'Sample", "Testwood", "Samplez", "Mary")


def a_header(**given: object) -> Header:
    """A release header."""
    return Header(
        **{  # type: ignore[arg-type]
            "format": 1,
            "number": 1,
            "published": datetime(2026, 11, 20, 9, tzinfo=UTC),
            "title": "Test release",
            "publisher": Publisher(name="Test publisher"),
            "state": "0" * 32,
            "counts": {},
        }
        | given
    )


def a_center(number: int = 1, **given: object) -> Center:
    """A treatment center."""
    return Center(**{"id": f"test:c{number}", "name": f"Center {number}"} | given)  # type: ignore[arg-type]


def a_provider(number: int = 1, **given: object) -> Provider:
    """A provider."""
    return Provider(**{"id": f"test:p{number}", "name": f"Pat Sample {number}"} | given)  # type: ignore[arg-type]


def npi(number: int) -> str:
    """The NPI with this number in it and the right check digit: every second digit doubled, 24 for the prefix."""
    nine = f"{100_000_000 + number}"
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in nine[::2])
    return f"{nine}{-(24 + doubled + sum(map(int, nine[1::2]))) % 10}"


def taxonomy() -> list[TaxonomyRecord]:
    """The small taxonomy above as records."""
    records = []
    for facet, values in FACETS.items():
        records.append(TaxonomyRecord(id=facet, taxonomy=facet, name=facet.capitalize(), position=0))
        for position, (code, name, parent, group, aliases) in enumerate(values, 1):
            one = TaxonomyRecord(
                id=f"{facet}/{code}",
                taxonomy=facet,
                code=code,
                name=name,
                parent=parent,
                group=group,
                aliases=aliases,
                position=position,
            )
            records.append(one)
    for position, (code, (name, members)) in enumerate(COMPACTS.items()):
        compact = f"compact/{code}"
        records.append(
            TaxonomyRecord(id=compact, taxonomy="compact", code=code, name=name, codes=members, position=position)
        )
    return records


def places() -> list[Place]:
    """The places above as records."""
    return [
        Place(id=f"zip:{code}", postal_code=code, city=city, state=state, latitude=latitude, longitude=longitude)
        for code, city, state, latitude, longitude in PLACES
    ]


def pieces() -> list[Record]:
    """A small library."""
    return [
        HotlineRecord(
            id="hotline:988",
            title="988 Suicide and Crisis Lifeline",
            what_for="Any crisis of mind or mood.",
            phones=(PhoneNumber(number="988"),),
            verified_on=TODAY,
            priority=2,
        ),
        HotlineRecord(
            id="hotline:911",
            title="Emergency",
            what_for="Danger now.",
            phones=(PhoneNumber(number="911"),),
            verified_on=TODAY,
            priority=1,
        ),
        Topic(
            id="topic:depression",
            section="disorder",
            title="Depression",
            body="<h2>What it is</h2><p>A low mood that stays & takes the joy out of things.</p>",
            values=("specialty/depression",),
            related=("term:rapport", "hotline:988", "term:gone"),
            crisis=True,
            updated=TODAY,
        ),
        Term(id="term:rapport", title="Rapport", definition="A feeling of being in tune <with> somebody."),
        Article(
            id="article:alliance",
            title="The bond",
            body="<p>Two people at work.</p>",
            author=By(name="Ana Sample, LCSW", listing="test:p0"),
            updated=TODAY,
        ),
    ]


def crowd(size: int, seed: int = 7) -> list[Listed]:
    """Random listings over the small taxonomy, in default order or not as they come."""
    chance = random.Random(seed)
    return [_one(chance, number) for number in range(size)]


def write(path: Path, records: Iterable[Record | bytes], **header: object) -> Path:
    """A data file at `path`."""
    write_data_file(path, a_header(**header), records, level=1)
    return path


def whole(listings: Iterable[Record | bytes]) -> list[Record | bytes]:
    """Taxonomy, places and library around listings."""
    return [*taxonomy(), *places(), *pieces(), *listings]


def build(folder: Path, records: Iterable[Record | bytes], **header: object) -> tuple[Path, Built]:
    """A catalogue file made by the real loader."""
    data_file = DataFile(write(folder / "release.jsonl.zst", records, **header))
    target = folder / "catalogue.sqlite"
    return target, build_catalogue(data_file, survey(data_file), target)


def catalogue(folder: Path, records: Iterable[Record | bytes]) -> Catalogue:
    """A catalogue, open."""
    return Catalogue(build(folder, records)[0])


def _one(chance: random.Random, number: int) -> Listed:
    others = random.Random(number)  # so that a new fact changes none of those that tests were written for

    def some(facet: str, most: int, chance: random.Random = chance) -> tuple[str, ...]:
        known = [code for code, _, _, group, _ in FACETS[facet] if not group]
        return tuple(chance.sample(known, chance.randint(0, min(most, len(known)))))

    postal, city, state, latitude, longitude = chance.choice(PLACES)
    known = chance.random() < 0.9
    shared = {
        "description": chance.choice(("", "Helps with grief and panic.", "Quiet room, anxious dogs welcome.")),
        "address": Address(
            city=city,
            state_province=state,
            postal_code=postal,
            latitude=latitude + chance.randint(-4000, 4000) if known else None,
            longitude=longitude + chance.randint(-4000, 4000) if known else None,
        ),
        "phones": (PhoneNumber(number=f"21255501{number % 100:02d}", extension=chance.choice(("", "3"))),),
        "payer": tuple(
            Payer(
                id=one,
                role=chance.choice(("in-network", "out-of-network", "unknown")),
                plan_type=others.choice((None, "hmo", "ppo")),
            )
            for one in some("payer", 3)
        ),
        "specialty": some("specialty", 3),
        "approach": some("approach", 2),
        "language": some("language", 2),
        "format": some("format", 2),
        **{facet: some(facet, 2, others) for facet in ("when", "identity", "faith", "access")},
        "other_addresses": (Address(state_province="NJ"),) if others.random() < 0.2 else (),
        "accepting": Accepting(status=chance.choice(("yes", "waitlist", "no", "unknown"))),
        "verified_on": chance.choice((None, TODAY - timedelta(days=chance.randint(0, 800)))),
        "sources": (Source(name="Test list", date="2026"),),
    }
    if chance.random() < 0.3:
        return a_center(
            number,
            name=f"{chance.choice(('Harbor', 'Albany', 'Mary'))} House",
            payment=some("payment", 2),
            setting=some("setting", 1),
            **shared,
        )
    return a_provider(
        number,
        name=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        organization="Harbor",
        npi=npi(number),
        licenses=tuple(
            Licence(type="LCSW", number=f"LCSW-{number % 90:05d}", state_province=one)
            for one in others.choice(((state,), (state,), (state, "CT"), (None,)))
        ),
        compact=tuple(others.sample(sorted(COMPACTS), others.choice((0, 0, 0, 1, 2)))),
        fees=Fees(
            session=others.choice((None, 0, 4_999, 5_000, 12_000, 15_050, 40_000)),
            low=others.choice((None, None, 3_000, 9_999)),
        ),
        **shared,
    )
