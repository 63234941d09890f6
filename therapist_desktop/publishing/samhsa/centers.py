"""One row of the directory as a center, or why it cannot be one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.checking import Quarantined, decode
from therapist_desktop.data.datafile.fields import PhoneNumber, Source
from therapist_desktop.data.datafile.reading import NumberedLine
from therapist_desktop.data.datafile.records import FACETS, Address, Center, Payer
from therapist_desktop.publishing.phoning import read_phone
from therapist_desktop.publishing.placing import Zips, located
from therapist_desktop.publishing.samhsa.cells import tidy_name, zip_code
from therapist_desktop.publishing.samhsa.workbook import NOT_STATED, Book, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from therapist_desktop.publishing.samhsa.codes import CodeMap, Read

WEB = "https://www.samhsa.gov/"
_INTAKE = ("intake1", "intake2", "intake1a", "intake2a")
_UNNAMED = "samhsa:unnamed"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be listed."""

    row: int
    field: str
    rule: str
    value: str


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to understand a row."""

    codes: CodeMap
    zips: Zips
    states: Mapping[str, str]

    def center(self, row: Row, book: Book, read: Read) -> Center | Rejected:
        """The row as a center without its permanent id."""
        name = tidy_name(row["name1"])
        if not name:
            return Rejected(row.number, "name1", "the name is missing", "")
        address = self._address(row)
        if address.postal_code is None and not (address.city and address.state_province):
            return _without_place(row)
        facets: dict[str, Any] = {facet: read.values[facet] for facet in FACETS[Center] if facet in read.values}
        center = Center(
            id=_UNNAMED,
            name=name,
            alternate_name=tidy_name(row["name2"]),
            address=address,
            phones=tuple(_phones(row)),
            payer=tuple(Payer(id=value) for value in read.values.get("payer", ())),
            codes=row["service_code_info"],
            sources=(Source(name=book.name, date=book.year or NOT_STATED, url=WEB),),
            **facets,
        )
        return _kept(center, row)

    def _address(self, row: Row) -> Address:
        state = self.states.get(row["state"].lower())
        code = zip_code(row["zip"], state, self.zips)
        address = Address(
            address_1=row["street1"],
            address_2=row["street2"],
            city=tidy_name(row["city"]),
            state_province=state,
            postal_code=code,
        )
        return located(address, self.zips.get(code or ""))


def _without_place(row: Row) -> Rejected:
    value = " ".join(part for part in (row["city"], row["state"], row["zip"]) if part)
    return Rejected(row.number, "zip", "there is no ZIP code and no city with state", value)


def _kept(center: Center, row: Row) -> Center | Rejected:
    """The center if it keeps the schema."""
    found = decode(NumberedLine(row.number, encode(center)))
    if isinstance(found, Quarantined):
        return Rejected(row.number, found.field, found.rule, found.value)
    return center


def _phones(row: Row) -> Iterator[PhoneNumber]:
    """The main number, then the intake numbers; one number in digits and in letters is one number."""
    found: dict[tuple[str, str], PhoneNumber] = {}
    for column in ("phone", *_INTAKE):
        if not (text := row[column]):
            continue
        phone = read_phone(text, "" if column == "phone" else "Intake")
        key = (phone.number or phone.raw, phone.extension)
        if key not in found:
            found[key] = phone
        elif phone.vanity and not found[key].vanity:
            found[key] = msgspec.structs.replace(found[key], vanity=phone.vanity)
    yield from found.values()
