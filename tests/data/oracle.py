"""What a search must answer, worked out record by record in plain Python and shared with nothing in the program."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tests.data.asking import Told, is_found, wishes_of, words
from therapist_desktop.data.datafile.records import Center, Listed, Payer, Provider, TaxonomyRecord
from therapist_desktop.domain.filters import Filters, Kind

FIELDS = (
    *("specialty", "approach", "language", "age", "participants", "format", "provider_type", "gender"),
    *("care", "setting", "service", "payment", "program", "facility"),
    *("when", "identity", "faith", "access"),
)
DOLLARS = {
    "under-50": (0, 50),
    "50-to-99": (50, 100),
    "100-to-149": (100, 150),
    "150-to-199": (150, 200),
    "200-to-249": (200, 250),
    "250-and-more": (250, math.inf),
}
"""From how many dollars on, and below how many, a fee lies in a band."""


@dataclass(frozen=True)
class Answer:
    """Ids that match (in no order) and counts by facet and value."""

    ids: frozenset[str]
    counts: dict[str, dict[str, int]]
    kinds: dict[str, int]


class Oracle:
    """All listings of a release as plain sets."""

    def __init__(self, listings: Sequence[Listed], taxonomy: Sequence[TaxonomyRecord], today: date) -> None:
        self.listings = listings
        self.values = {(one.taxonomy, one.code) for one in taxonomy if one.code and one.taxonomy != "compact"}
        self.values |= {("client_state", code) for facet, code in self.values if facet == "state"}
        self._members = {
            one.code: {code.lower() for code in one.codes} for one in taxonomy if one.taxonomy == "compact"
        }
        self._parents = {(one.taxonomy, one.code): one.parent for one in taxonomy}
        self._groups = {(one.taxonomy, one.code) for one in taxonomy if one.group}
        self._names: dict[tuple[str, str], list[list[str]]] = {
            (one.taxonomy, one.code): [words(name) for name in (one.name, *one.aliases)]
            for one in taxonomy
            if one.code and one.taxonomy != "fee"
        }
        self._told: dict[str, Told] = {}
        self._has = {one.id: self._values_of(one, today) for one in listings}
        self.values |= {("verified", band) for band in ("fresh", "ageing", "stale", "never")}

    def ask(self, filters: Filters, spot: tuple[float, float] | None = None) -> Answer:
        """The ids and counts for these filters; `spot` is where the place is, in degrees."""
        facets = {choice.facet.value for choice in filters.chosen}
        wide = [one for one in self.listings if self._fits(one, filters, spot, facets)]
        found = [one for one in wide if self._chosen(one, filters, facets)]
        common = Counter(key for one in found for key in self._has[one.id])
        counts: dict[str, dict[str, int]] = {}
        for facet, value in self.values:
            counts.setdefault(facet, {})[value] = common[facet, value]
        for facet in facets:
            held = [one for one in wide if self._chosen(one, filters, facets - {facet})]
            own = Counter(value for one in held for there, value in self._has[one.id] if there == facet)
            counts[facet] = {value: own[value] for value in counts[facet]}
        other = [one for one in self.listings if self._fits(one, filters, spot, facets, kind=False)]
        of_kind = [one for one in other if self._chosen(one, filters, facets)]
        kinds = {"provider": sum(isinstance(one, Provider) for one in of_kind)}
        kinds["center"] = len(of_kind) - kinds["provider"]
        return Answer(frozenset(one.id for one in found), counts, kinds)

    def _fits(
        self, one: Listed, filters: Filters, spot: tuple[float, float] | None, _facets: set[str], *, kind: bool = True
    ) -> bool:
        if kind and filters.kind is not None and (filters.kind is Kind.PROVIDER) != isinstance(one, Provider):
            return False
        if filters.near is not None and filters.near.miles < 12_500 and spot is not None:
            where = one.address
            if where.latitude is None or where.longitude is None:
                return False
            if miles(spot, (where.latitude / 1e5, where.longitude / 1e5)) > filters.near.miles:
                return False
        return is_found(wishes_of(filters.words), self.tell(one))

    def _chosen(self, one: Listed, filters: Filters, facets: set[str]) -> bool:
        return all(
            any(choice.facet == facet and (facet, choice.value) in self._has[one.id] for choice in filters.chosen)
            for facet in facets
        )

    def tell(self, one: Listed) -> Told:
        """What the words of a question can find in a listing."""
        if one.id not in self._told:
            name, city = words(one.name), words(one.address.city)
            part, more = (one.alternate_name, "") if isinstance(one, Center) else (one.organization, one.credential)
            texts = (part, one.address.postal_code or "", one.description, one.next_step, one.address.address_1, more)
            names = [name for key in self._has[one.id] for name in self._names.get(key, [])]
            told = Told(name, city, [name, city, *map(words, texts)], names, frozenset(_numbers(one)))
            self._told[one.id] = told
        return self._told[one.id]

    def _values_of(self, one: Listed, today: date) -> set[tuple[str, str]]:
        found = {(facet, value) for facet in FIELDS for value in getattr(one, facet, ())}
        payers: tuple[Payer, ...] = one.payer
        found |= {("payer", payer.id) for payer in payers if payer.role != "out-of-network"}
        found |= {("plan", payer.plan_type) for payer in payers if payer.role != "out-of-network" and payer.plan_type}
        found |= {("client_state", state) for state in self._states_for_clients(one)}
        found |= {("fee", band) for band in _bands(one)}
        found.add(("accepting", one.accepting.status))
        if one.address.state_province:
            found.add(("state", one.address.state_province.lower()))
        for key in list(found):
            parent = (key[0], self._parents.get(key, ""))
            if parent in self._groups:
                found.add(parent)
        age = None if one.verified_on is None else (today - one.verified_on).days
        band = "never" if age is None else "fresh" if age <= 90 else "ageing" if age <= 365 else "stale"
        return found | {("verified", band)}

    def _states_for_clients(self, one: Listed) -> set[str]:
        places = {where.state_province for where in (one.address, *one.other_addresses)}
        own = {licence.state_province for licence in one.licenses} if isinstance(one, Provider) else set()
        joined = [self._members[compact] for compact in one.compact] if isinstance(one, Provider) else []
        return {state.lower() for state in (own - {None} or places) if state}.union(*joined)


def _bands(one: Listed) -> Iterator[str]:
    if not isinstance(one, Provider):
        return
    cents = [fee for fee in (one.fees.session, one.fees.low) if fee is not None]
    for band, (first, end) in DOLLARS.items():
        if cents and min(cents) / 100 < end and max(cents) / 100 >= first:
            yield band
    if one.fees.low is not None:
        yield "sliding-scale"


def _numbers(one: Listed) -> Iterator[tuple[str, str]]:
    for phone in one.phones:
        number = phone.number or ""
        yield "phone", number[1:] if len(number) == 11 and number[0] == "1" else number
    if isinstance(one, Provider):
        yield "npi", one.npi or ""
        yield from (("licence", "".join(words(licence.number))) for licence in one.licenses)


def miles(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Great-circle miles by the cosine rule."""
    a, b = math.radians(here[0]), math.radians(there[0])
    turn = math.radians(there[1] - here[1])
    cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn)
    return 3958.8 * math.acos(max(-1.0, min(1.0, cosine)))
