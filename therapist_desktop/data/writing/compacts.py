"""The states behind "Client will be in": which there are, and which compacts they are members of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from therapist_desktop.data.datafile.records import TaxonomyRecord
from therapist_desktop.domain.taxonomy import COMPACT, Facet


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
