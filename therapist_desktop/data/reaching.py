"""The states in which the clients of a listing may be, as far as its own record says."""

from collections.abc import Collection

from therapist_desktop.data.datafile.records import Listed, Provider


def licensed_states(listing: Listed) -> Collection[str]:
    """The states of a provider's licences, each once; nothing for a center."""
    if not isinstance(listing, Provider):
        return ()
    found = [licence.state_province for licence in listing.licenses if licence.state_province]
    return dict.fromkeys(found)


def addressed_states(listing: Listed) -> Collection[str]:
    """The states a listing has an address in, each once."""
    found = [where.state_province for where in (listing.address, *listing.other_addresses) if where.state_province]
    return dict.fromkeys(found)


def own_states(listing: Listed) -> Collection[str]:
    """The states without any compact: those of the licences, or of the addresses where no licence is listed."""
    return licensed_states(listing) or addressed_states(listing)
