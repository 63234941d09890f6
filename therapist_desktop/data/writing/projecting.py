"""From a record to what is stored about it for searching and for the table."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from therapist_desktop.data.datafile.fields import PhoneNumber
from therapist_desktop.data.datafile.records import FACETS, Center, Listed, Provider
from therapist_desktop.data.derived import fee_bands, own_states, plan_types
from therapist_desktop.data.layout import KIND, NEVER, NO_COORDINATE
from therapist_desktop.data.phones import phone_of
from therapist_desktop.domain.phone import grouped
from therapist_desktop.domain.taxonomy import COMPACT, Facet
from therapist_desktop.domain.text import fold

_SHOWN = 3
_NO_LABELS: Mapping[str, str] = {}
Labels: TypeAlias = Mapping[str, Mapping[str, str]]


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


def facet_values(kind: type[Listed], listings: Sequence[Listed]) -> Iterator[tuple[str, list[Collection[str]]]]:
    """For each facet the values of each of these listings, which are all of one kind.

    A payer counts as taken unless the listing says that it is out of network, and so does its type of plan. `verified`
    depends on the day and is worked out when a question is asked. A compact is no facet to ask for, but stands for the
    states that are its members.
    """
    for facet in FACETS[kind]:
        yield facet, [*map(attrgetter(facet), listings)]
    yield Facet.PAYER, [*map(_taken, listings)]
    yield Facet.PLAN, [*map(plan_types, listings)]
    yield Facet.CLIENT_STATE, [*map(own_states, listings)]
    if kind is Provider:
        yield Facet.FEE, [*map(fee_bands, listings)]
        yield COMPACT, [*map(attrgetter(COMPACT), listings)]
    yield KIND, [(str(kind.__struct_config__.tag),)] * len(listings)
    yield "accepting", [(listing.accepting.status,) for listing in listings]
    yield "state", [(state.lower(),) if (state := one.address.state_province) else () for one in listings]


def card(row: int, record: Listed, labels: Labels) -> CardRow:
    """One row of the table; `labels` has the words for the values of each facet."""
    address = record.address
    return CardRow(  # in the order of the columns: by name it takes twice as long
        row,
        record.id,
        0 if isinstance(record, Provider) else 1,
        full_name(record),
        fold(record.name),
        _about(record, labels),
        address.city,
        address.state_province or "",
        address.postal_code or "",
        _phone(record.phones[0]) if record.phones else "",
        _takes(record, labels),
        record.accepting.status,
        ordinal(record.verified_on),
        NO_COORDINATE if address.latitude is None else address.latitude,
        NO_COORDINATE if address.longitude is None else address.longitude,
        int(record.sample),
    )


def full_name(record: Listed) -> str:
    """The name with the letters behind it: "Alex Sample, LCSW"."""
    if isinstance(record, Provider) and record.credential:
        return f"{record.name}, {record.credential}"
    return record.name


def ordinal(day: date | None) -> int:
    """A day as a number, NEVER for none."""
    return NEVER if day is None else day.toordinal()


def _about(record: Listed, labels: Labels) -> str:
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
    return " \u00b7 ".join(filter(None, parts))


def _phone(number: PhoneNumber) -> str:
    if number.number and not number.extension:
        return grouped(number.number)
    return phone_of(number).dialable


def _taken(record: Listed) -> Collection[str]:
    """The payers that are taken, each once, however many of its plans are named."""
    return dict.fromkeys([payer.id for payer in record.payer if payer.role != "out-of-network"]).keys()


def _takes(record: Listed, labels: Labels) -> str:
    known = labels.get("payer", _NO_LABELS)
    taken = _taken(record)
    shown = [*map(known.get, taken, taken)]
    if isinstance(record, Center) and "private-insurance" in record.payment:
        shown.append(labels.get("payment", _NO_LABELS).get("private-insurance", "private insurance"))
    more = len(shown) - _SHOWN
    return ", ".join(shown[:_SHOWN]) + (f" +{more}" if more > 0 else "")


def _list(facet: str, values: tuple[str, ...], labels: Labels) -> str:
    shown = values[:_SHOWN]
    return ", ".join(map(labels.get(facet, _NO_LABELS).get, shown, shown))
