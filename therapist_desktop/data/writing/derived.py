"""What a catalogue knows beyond the fields of its listings: bands of fees, and where clients may be."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from therapist_desktop.data.datafile.records import Fees, Listed, TaxonomyRecord
from therapist_desktop.data.reaching import own_states
from therapist_desktop.domain.taxonomy import COMPACT, Facet

BANDS: Final = (
    ("under-50", 0),
    ("50-to-99", 5_000),
    ("100-to-149", 10_000),
    ("150-to-199", 15_000),
    ("200-to-249", 20_000),
    ("250-and-more", 25_000),
)
"""The bands of a session's fee and the cents each begins at; the labels stand in the taxonomy."""
SLIDING: Final = "sliding-scale"


@lru_cache(maxsize=4_096)
def bands_of(session: int | None, low: int | None) -> tuple[str, ...]:
    """The bands that a fee in cents lies in; a sliding scale lies in every band from its low end up to the fee."""
    known = [cents for cents in (low, session) if cents is not None]
    if not known:
        return ()
    least, most = min(known), max(known)
    ends = [*(start for _, start in BANDS[1:]), most + 1]
    found = [band for (band, start), end in zip(BANDS, ends, strict=True) if start <= most and least < end]
    return tuple(found) if low is None else (*found, SLIDING)


def fee_bands(fees: Fees) -> tuple[str, ...]:
    """The values of the facet FEE."""
    return bands_of(fees.session, fees.low)


def client_states(listing: Listed) -> Collection[str]:
    """The values of the facet CLIENT_STATE that a listing has by itself; those of its compacts come on top."""
    return [state.lower() for state in own_states(listing)]


def states_to_ask_for(taxonomy: Sequence[TaxonomyRecord]) -> Iterator[TaxonomyRecord]:
    """The values of CLIENT_STATE: the states of the release over again, where it does not list its own."""
    known = {record.id for record in taxonomy}
    for state in taxonomy:
        value = f"{Facet.CLIENT_STATE}/{state.code}"
        if state.taxonomy == Facet.STATE and state.code and value not in known:
            yield TaxonomyRecord(
                id=value,
                taxonomy=str(Facet.CLIENT_STATE),
                code=state.code,
                name=state.name,
                position=state.position,
                aliases=state.aliases,
            )


def compacts_by_state(taxonomy: Sequence[TaxonomyRecord]) -> Mapping[str, Sequence[str]]:
    """For each state, as a value of CLIENT_STATE, the compacts it is a member of."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for compact in taxonomy:
        if compact.taxonomy == COMPACT:
            for state in compact.codes:
                found[state.lower()].append(compact.code)
    return found
