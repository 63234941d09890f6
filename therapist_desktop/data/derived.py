"""What follows from a record and stands in none of its fields: bands of fees, types of plan, where clients may be."""

from collections.abc import Collection
from functools import lru_cache
from typing import Final

from therapist_desktop.data.datafile.records import Listed, Provider

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


def fee_bands(listing: Listed) -> Collection[str]:
    """The values of FEE; nothing for a center, which lists no fee."""
    return bands_of(listing.fees.session, listing.fees.low) if isinstance(listing, Provider) else ()


def plan_types(listing: Listed) -> Collection[str]:
    """The values of PLAN: the types of plan of the payers that are taken, each once."""
    return {
        payer.plan_type: None for payer in listing.payer if payer.plan_type and payer.role != "out-of-network"
    }.keys()


def licensed_states(listing: Listed) -> Collection[str]:
    """The states of a provider's licences, each once; nothing for a center."""
    if not isinstance(listing, Provider):
        return ()
    return dict.fromkeys([one.state_province.lower() for one in listing.licenses if one.state_province])


def own_states(listing: Listed) -> Collection[str]:
    """The values of CLIENT_STATE without any compact: the states of the licences, else those of the addresses."""
    return licensed_states(listing) or dict.fromkeys(
        [where.state_province.lower() for where in (listing.address, *listing.other_addresses) if where.state_province]
    )
