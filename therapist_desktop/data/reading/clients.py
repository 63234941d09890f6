"""Where the clients of one listing may be, with what says so."""

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from therapist_desktop.data.datafile.records import Listed, Provider, TaxonomyRecord
from therapist_desktop.data.derived import licensed_states, own_states
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.listing import ClientState
from therapist_desktop.domain.taxonomy import COMPACT, Facet, Taxonomy

_DECODER: msgspec.json.Decoder[TaxonomyRecord] = msgspec.json.Decoder(TaxonomyRecord)


def compacts_of(connection: sqlite3.Connection, listing: Listed) -> tuple[TaxonomyRecord, ...]:
    """The compacts a provider holds, those that the release does not know by their id. Raises CatalogueDamaged."""
    if not isinstance(listing, Provider):
        return ()
    return tuple(_compact(connection, one) for one in listing.compact)


def client_states(listing: Listed, compacts: Sequence[TaxonomyRecord], taxonomy: Taxonomy) -> tuple[ClientState, ...]:
    """The states its clients may be in, each once, its own before those of its compacts."""
    own = "license" if licensed_states(listing) else "address"
    found = dict.fromkeys(own_states(listing), own)
    order = {value.id: place for place, value in enumerate(taxonomy.values(Facet.CLIENT_STATE))}
    for compact in compacts:
        for state in sorted(map(str.lower, compact.codes), key=lambda code: (order.get(code, len(order)), code)):
            found.setdefault(state, f"compact:{compact.name}")
    return tuple(ClientState(state, by, taxonomy.label(Facet.CLIENT_STATE, state)) for state, by in found.items())


def by_compact(
    connection: sqlite3.Connection, records: Iterable[tuple[int, Listed]], taxonomy: Taxonomy
) -> dict[tuple[int, str], str]:
    """For each of these rows and the label of each state that only a compact opens to it, the label of the compact."""
    found: dict[tuple[int, str], str] = {}
    for row, listing in records:
        states = client_states(listing, compacts_of(connection, listing), taxonomy)
        found |= {(row, state.label): state.compact for state in states if state.compact}
    return found


def _compact(connection: sqlite3.Connection, code: str) -> TaxonomyRecord:
    known = f"{COMPACT}/{code}"
    found = connection.execute("SELECT record FROM other WHERE id = ?", (known,)).fetchone()
    if found is None:
        return TaxonomyRecord(id=known, taxonomy=COMPACT, code=code, name=code.replace("-", " "), position=0)
    try:
        return _DECODER.decode(found[0])
    except msgspec.DecodeError as error:
        raise CatalogueDamaged(what=f"the record {known} cannot be read") from error
