"""From a record to what is stored about it for searching and for the table."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from therapist_desktop.data.datafile.records import FACETS, Center, Listed, Provider
from therapist_desktop.data.layout import KIND, NEVER, NO_COORDINATE
from therapist_desktop.data.phones import phone_of
from therapist_desktop.domain.phone import national
from therapist_desktop.domain.text import fold, words_of

_SHOWN = 3


class CardRow(NamedTuple):
    """The columns of the card table, in their order."""

    row: int
    id: str
    kind: int
    name: str
    folded: str
    about: str
    city: str
    state: str
    zip: str
    phone: str
    takes: str
    accepting: str
    verified: int
    latitude: int
    longitude: int
    sample: int


class Wording(NamedTuple):
    """The folded words a listing is found by, in reading order, field by field."""

    name: list[str]
    part: list[str]
    city: list[str]
    code: list[str]
    text: tuple[list[str], ...]

    @property
    def fields(self) -> tuple[list[str], ...]:
        """All fields in their order."""
        return (self.name, self.part, self.city, self.code, *self.text)


def facet_values(record: Listed) -> Iterator[tuple[str, Iterable[str]]]:
    """The values a listing has of each facet.

    A payer counts as taken unless the listing says that it is out of network. `verified` depends on the day and is
    worked out when a question is asked.
    """
    for facet in FACETS[type(record)]:
        yield facet, getattr(record, facet)
    yield "payer", _taken(record)
    yield KIND, (str(record.__struct_config__.tag),)
    yield "accepting", (record.accepting.status,)
    if record.address.state_province:
        yield "state", (record.address.state_province.lower(),)


def card(row: int, record: Listed, labels: Mapping[str, str]) -> CardRow:
    """One row of the table; `labels` gives the words for "facet/value"."""
    address = record.address
    return CardRow(
        row=row,
        id=record.id,
        kind=0 if isinstance(record, Provider) else 1,
        name=full_name(record),
        folded=fold(record.name),
        about=_about(record, labels),
        city=address.city,
        state=address.state_province or "",
        zip=address.postal_code or "",
        phone=phone_of(record.phones[0]).dialable if record.phones else "",
        takes=_takes(record, labels),
        accepting=record.accepting.status,
        verified=ordinal(record.verified_on),
        latitude=NO_COORDINATE if address.latitude is None else address.latitude,
        longitude=NO_COORDINATE if address.longitude is None else address.longitude,
        sample=int(record.sample),
    )


def full_name(record: Listed) -> str:
    """The name with the letters behind it: "Alex Sample, LCSW"."""
    if isinstance(record, Provider) and record.credential:
        return f"{record.name}, {record.credential}"
    return record.name


def wording(record: Listed) -> Wording:
    """The words of a listing. Facet labels are not in here: their bitmaps are searched instead."""
    address = record.address
    if isinstance(record, Provider):
        part, more = record.organization, record.credential
    else:
        part, more = record.alternate_name, ""
    return Wording(
        words_of(record.name),
        words_of(part),
        words_of(address.city),
        words_of(address.postal_code or ""),
        tuple(words_of(text) for text in (record.description, record.next_step, address.address_1, more)),
    )


def numbers(record: Listed) -> Iterator[tuple[str, str]]:
    """What a listing can be looked up by, as (number, what it is): phones, NPI and licences."""
    for phone in record.phones:
        if phone.number:
            yield national(phone.number), "phone"
    if isinstance(record, Provider):
        if record.npi:
            yield record.npi, "npi"
        for licence in record.licenses:
            if folded := "".join(words_of(licence.number)):
                yield folded, "licence"


def ordinal(day: date | None) -> int:
    """A day as a number, NEVER for none."""
    return NEVER if day is None else day.toordinal()


def _about(record: Listed, labels: Mapping[str, str]) -> str:
    if isinstance(record, Center):
        parts = [
            record.alternate_name,
            _list("setting", record.setting, labels) or _list("care", record.care, labels),
        ]
    else:
        parts = [
            _list("provider_type", record.provider_type[:1], labels),
            record.organization,
            _list("specialty", record.specialty, labels),
        ]
    return " \u00b7 ".join(part for part in parts if part)


def _taken(record: Listed) -> tuple[str, ...]:
    """The payers that are taken, each once, however many of its plans are named."""
    return tuple(dict.fromkeys(payer.id for payer in record.payer if payer.role != "out-of-network"))


def _takes(record: Listed, labels: Mapping[str, str]) -> str:
    shown = [labels.get(f"payer/{value}", value) for value in _taken(record)]
    if isinstance(record, Center) and "private-insurance" in record.payment:
        shown.append(labels.get("payment/private-insurance", "private insurance"))
    more = len(shown) - _SHOWN
    return ", ".join(shown[:_SHOWN]) + (f" +{more}" if more > 0 else "")


def _list(facet: str, values: tuple[str, ...], labels: Mapping[str, str]) -> str:
    shown = [labels.get(f"{facet}/{value}", value) for value in values[:_SHOWN]]
    return ", ".join(shown)
