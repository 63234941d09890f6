"""What a search must answer, worked out record by record in plain Python and shared with nothing in the program."""

import math
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from therapist_desktop.data.datafile.records import Center, Listed, Payer, Provider, TaxonomyRecord
from therapist_desktop.domain.filters import Filters, Kind

FIELDS = (
    *("specialty", "approach", "language", "age", "participants", "format", "provider_type", "gender"),
    *("care", "setting", "service", "payment", "program", "facility"),
)


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
        self.values = {(one.taxonomy, one.code) for one in taxonomy if one.code}
        self._parents = {(one.taxonomy, one.code): one.parent for one in taxonomy}
        self._groups = {(one.taxonomy, one.code) for one in taxonomy if one.group}
        self._words: dict[tuple[str, str], list[str]] = {
            (one.taxonomy, one.code): words(" ".join([one.name, *one.aliases])) for one in taxonomy if one.code
        }
        self._texts: dict[str, list[str]] = {}
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
        if filters.near is not None and spot is not None:
            where = one.address
            if where.latitude is None or where.longitude is None:
                return False
            if miles(spot, (where.latitude / 1e5, where.longitude / 1e5)) > filters.near.miles:
                return False
        return all(self._mentions(one, word) for word in words(filters.words))

    def _chosen(self, one: Listed, filters: Filters, facets: set[str]) -> bool:
        return all(
            any(choice.facet == facet and (facet, choice.value) in self._has[one.id] for choice in filters.chosen)
            for facet in facets
        )

    def _mentions(self, one: Listed, word: str) -> bool:
        if one.id not in self._texts:
            self._texts[one.id] = self._words_of(one)
        return any(there.startswith(word) for there in self._texts[one.id])

    def _words_of(self, one: Listed) -> list[str]:
        part = one.alternate_name if isinstance(one, Center) else f"{one.organization} {one.credential} {one.npi or ''}"
        text = [one.name, part, one.address.city, one.address.postal_code or "", one.description, one.next_step]
        own = words(" ".join([*text, one.address.address_1]))
        labels = [label for key in self._has[one.id] for label in self._words.get(key, [])]
        return own + labels

    def _values_of(self, one: Listed, today: date) -> set[tuple[str, str]]:
        found = {(facet, value) for facet in FIELDS for value in getattr(one, facet, ())}
        payers: tuple[Payer, ...] = one.payer
        found |= {("payer", payer.id) for payer in payers if payer.role != "out-of-network"}
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


def words(text: str) -> list[str]:
    """Folded words, written another way than the program does it."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    plain = plain.replace("'", "").replace("\u2019", "").replace(".", "")
    return "".join(c if c.isalnum() else " " for c in plain).split()


def miles(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Great-circle miles by the cosine rule."""
    a, b = math.radians(here[0]), math.radians(there[0])
    turn = math.radians(there[1] - here[1])
    cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn)
    return 3958.8 * math.acos(max(-1.0, min(1.0, cosine)))
