"""Decode listings in half the time that the record types alone take, and never differently.

Patterns are slow when they are looked at one value at a time, and so is making the same few words anew for each
listing. The types here name the known words, so that each of them is made once, and have no patterns; those are looked
at for a whole batch at once. Whatever does not fit is decoded anew by the record types, which have the last word.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, count
from string import ascii_uppercase
from types import GenericAlias
from typing import Annotated, Any, Final, Literal

import msgspec

from therapist_desktop.data.datafile.checking import Quarantined, decode
from therapist_desktop.data.datafile.fields import PhoneNumber
from therapist_desktop.data.datafile.reading import Batch, NumberedLine
from therapist_desktop.data.datafile.records import (
    FACETS,
    Address,
    AnyRecord,
    Center,
    Licence,
    ListingRecord,
    Payer,
    Provider,
)
from therapist_desktop.domain.taxonomy import COMPACT

_STATES: Final = tuple(first + second for first in ascii_uppercase for second in ascii_uppercase)
_ID: Final = re.compile(r"(?:[a-z][a-z0-9_]*:[A-Za-z0-9][A-Za-z0-9._:-]{0,119}\n)*")
_ZIP: Final = re.compile(r"(?:[0-9]{5}\n)*")
_PHONE: Final = re.compile(r"(?:[0-9]{3,15}\n)*")
_NPI: Final = re.compile(r"(?:[0-9]{10}\n)*")


class QuickDecoder:
    """Decodes the lines of a file whose taxonomy is known: `values` are the values of each facet."""

    def __init__(self, values: Mapping[str, Collection[str]]) -> None:
        listings = [_quick(kind, values) for kind in (Provider, Center)]
        others = [kind for kind in AnyRecord.__args__ if kind not in {Provider, Center}]
        self._decode = msgspec.json.Decoder(_any_of([*listings, *others])).decode

    def decode_all(self, batch: Batch) -> list[AnyRecord | Quarantined]:
        """The records on these lines, or what is wrong with them, as `checking.decode` gives them."""
        records: list[AnyRecord | Quarantined]
        try:
            records = [*map(self._decode, batch.lines)]
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            records = [*map(self._one, map(NumberedLine, count(batch.first), batch.lines))]
        if _patterns_hold([one for one in records if isinstance(one, Provider | Center)]):
            return records
        return [*map(decode, map(NumberedLine, count(batch.first), batch.lines))]

    def _one(self, line: NumberedLine) -> AnyRecord | Quarantined:
        try:
            found: AnyRecord = self._decode(line.text)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return decode(line)
        return found


def _quick(kind: type[ListingRecord], values: Mapping[str, Collection[str]]) -> Any:
    """The same record without patterns, its words named."""
    state = (_word(_STATES) | None, None)
    where = _like(Address, state_province=state, postal_code=(str | None, None))
    phone = _like(PhoneNumber, number=(str | None, None))
    plan = (_word(values.get("plan", ())) | None, None)
    payer = _like(Payer, id=(_word(values.get("payer", ())),), plan_type=plan)
    fields: dict[str, tuple[Any, ...]] = {
        "id": (Annotated[str, msgspec.Meta(max_length=140)],),
        "address": (where, where()),
        "other_addresses": (_many(where), ()),
        "phones": (_many(phone), ()),
        "payer": (_many(payer), ()),
    }
    if kind is Provider:
        fields["npi"] = (str | None, None)
        fields["licenses"] = (_many(_like(Licence, state_province=state)), ())
        fields["compact"] = (_many(_word(values.get(COMPACT, ()))), ())
    for facet in FACETS[kind]:
        fields[facet] = (_many(_word(values.get(facet, ()))), ())
    return _like(kind, **fields)


def _like(kind: type[Any], **fields: tuple[Any, ...]) -> Any:
    """The same struct with other types for some of its fields."""
    changed = [(name, *field) for name, field in fields.items()]
    return msgspec.defstruct(kind.__name__, changed, bases=(kind,), frozen=True, kw_only=True)


def _word(known: Collection[str]) -> Any:
    """One of these words; any word where none is known. The heading of a facet has no word."""
    words = tuple(word for word in known if word)
    return Literal[words] if words else Annotated[str, msgspec.Meta(min_length=1, max_length=80)]


def _many(kind: Any) -> Any:
    return GenericAlias(tuple, (kind, ...))


def _any_of(kinds: Sequence[Any]) -> Any:
    found = kinds[0]
    for kind in kinds[1:]:
        found |= kind
    return found


def _patterns_hold(listings: Sequence[Provider | Center]) -> bool:
    return (
        _all_match(_ID, [one.id for one in listings])
        and _all_match(_ZIP, [*_zips(listings)])
        and _all_match(_PHONE, [phone.number for one in listings for phone in one.phones if phone.number is not None])
        and _all_match(_NPI, [one.npi for one in listings if isinstance(one, Provider) and one.npi is not None])
    )


def _zips(listings: Sequence[Provider | Center]) -> Iterator[str]:
    every = chain((one.address for one in listings), chain.from_iterable(one.other_addresses for one in listings))
    return (where.postal_code for where in every if where.postal_code is not None)


def _all_match(pattern: re.Pattern[str], texts: list[str]) -> bool:
    """Each text fits; the pattern is that of a text and a line end, repeated."""
    joined = "\n".join([*texts, ""])
    return pattern.fullmatch(joined) is not None and joined.count("\n") == len(texts)
