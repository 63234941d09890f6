"""A listing as any search engine would index it, so that every peer finds and counts what we do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.directory import TODAY, Directory
from therapist_desktop.data.datafile.records import Provider
from therapist_desktop.data.layout import KIND
from therapist_desktop.data.reading.labels import UNSPOKEN
from therapist_desktop.data.writing.compacts import compacts_by_state
from therapist_desktop.data.writing.projecting import facet_values
from therapist_desktop.domain.freshness import freshness_of
from therapist_desktop.domain.taxonomy import COMPACT, Facet, Taxonomy, Value
from therapist_desktop.domain.text import words_of
from therapist_desktop.publishing.taxonomy import read_taxonomy
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.shipped import shipped


@dataclass(frozen=True, slots=True)
class Indexed:
    """One listing: the words it is found by, its values of each facet, and where it is in units of 1e-5 degree."""

    row: int
    words: frozenset[str]
    values: Mapping[str, frozenset[str]]
    latitude: int | None
    longitude: int | None


def indexed(directory: Directory) -> Iterator[Indexed]:
    """Every listing of a directory in the order of its rows.

    Words of labels and other names count as words of the listings that have the value, and a listing has the heading
    of every value it has, and the states of its compacts: what our engine does by joining sets is written into the
    document here.
    """
    taxonomy = Catalogue(directory.catalogue).taxonomy()
    known = {value.key: value for one in taxonomy for value in one.values}
    spoken = {key: frozenset(_words(value)) for key, value in known.items() if value.facet not in UNSPOKEN}
    members = compacts_by_state(read_taxonomy(shipped("taxonomy")))
    for row, record in enumerate(directory.providers()):
        values = {facet: _with_headings(facet, found, known) for facet, found in _values(record)}
        held = values.pop(COMPACT)
        values[Facet.CLIENT_STATE] |= {state for state, compacts in members.items() if held.intersection(compacts)}
        keys = (f"{facet}/{one}" for facet, found in values.items() for one in found)
        words = _own_words(record).union(*(spoken.get(key, frozenset()) for key in keys))
        yield Indexed(row, frozenset(words), values, record.address.latitude, record.address.longitude)


def _own_words(record: Provider) -> set[str]:
    address = record.address
    place = (address.address_1, address.city, address.postal_code or "")
    texts = (record.name, record.credential, record.organization, record.description, record.next_step, *place)
    return {word for text in texts for word in words_of(text)}


def facets_of(taxonomy: Taxonomy) -> tuple[str, ...]:
    """The facets of a release, as the peers name their fields."""
    return tuple(one.facet.value for one in taxonomy)


def _values(record: Provider) -> Iterator[tuple[str, frozenset[str]]]:
    for facet, (values,) in facet_values(type(record), [record]):
        if facet != KIND:
            yield facet, frozenset(values)
    yield Facet.VERIFIED, frozenset({freshness_of(record.verified_on, TODAY).value})


def _with_headings(facet: str, values: frozenset[str], known: Mapping[str, Value]) -> frozenset[str]:
    above = {known[f"{facet}/{one}"].parent for one in values if f"{facet}/{one}" in known}
    return values | {one for one in above if one and known[f"{facet}/{one}"].group}


def _words(value: Value) -> list[str]:
    return words_of(" ".join((value.label, *value.aliases)))
