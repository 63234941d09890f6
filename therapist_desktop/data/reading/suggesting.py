"""What typed words may stand for: a value of a facet, or a place to search around."""

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice, zip_longest

from therapist_desktop.data.reading.labels import Labels
from therapist_desktop.data.reading.places import spot_of_city, spot_of_zip
from therapist_desktop.data.reading.sayings import Said, Sayings
from therapist_desktop.domain.filters import Choice, Filters, Near
from therapist_desktop.domain.query import Query, without_part
from therapist_desktop.domain.results import Suggestion
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.domain.text import Placed, words_of

MOST = 4
_CITY_WORDS = 4
_STATE_WORDS = 4
_STATE_LETTERS = 2
_ZIP = re.compile(r"[0-9]{5}")
_AROUND = frozenset({"near", "in", "around", "at"})


class Suggesting:
    """Finds the names of values and places among the words of a query."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels

    @cached_property
    def _sayings(self) -> Sayings:
        return Sayings(self._labels.values)

    @cached_property
    def _states(self) -> dict[tuple[str, ...], str]:
        """The two letters of each state by the words of its names."""
        states = [value for value in self._labels.values if value.facet is Facet.STATE]
        names = [(tuple(words_of(name)), value.id) for value in states for name in (value.label, *value.aliases)]
        return {name: state.upper() for name, state in names if len(state) == _STATE_LETTERS}

    def suggestions(
        self, connection: sqlite3.Connection, filters: Filters, query: Query, meant: Mapping[str, str]
    ) -> tuple[Suggestion, ...]:
        """At most MOST, places first, then what each part of the text is most likely to be."""
        places: list[Suggestion] = []
        values: list[list[Suggestion]] = []
        for run in runs(query, meant):
            around = list(self._places(connection, filters, run))
            places += [suggestion for _, suggestion in around]
            taken = {place for part, _ in around for place in part}
            others = [said for said in self.said(query, run) if taken.isdisjoint(range(said.first, said.last))]
            values += [list(self._values(filters, run, said)) for said in others]
        ranked = (one for rank in zip_longest(*values) for one in rank if one is not None)
        once = {(one.choice, one.label): one for one in reversed([*places, *ranked])}
        return tuple(islice(reversed(once.values()), MOST))

    def said(self, query: Query, run: Sequence[Placed]) -> Iterator[Said]:
        """The parts of a run of words that stand for values."""
        return self._sayings.said([one.word for one in run], [query.text[one.start : one.end] for one in run])

    def _values(self, filters: Filters, run: Sequence[Placed], said: Said) -> Iterator[Suggestion]:
        """The values of these words that some listing has, the most frequent first, and those not chosen yet."""
        start, end = run[said.first].start, run[said.last - 1].end
        rows = {value.key: len(self._labels.having(Choice(value.facet, value.id))) for value in said.values}
        for value in sorted(said.values, key=lambda value: -rows[value.key]):
            choice = Choice(value.facet, value.id)
            if rows[value.key] and choice not in filters.chosen:
                asked = replace(
                    filters, words=without_part(filters.words, start, end), chosen=filters.chosen | {choice}
                )
                yield Suggestion(filters.words[start:end], value.label, asked, choice)

    def _places(
        self, connection: sqlite3.Connection, filters: Filters, run: Sequence[Placed]
    ) -> Iterator[tuple[range, Suggestion]]:
        """Each ZIP code and each "city, state" of a run that the release knows, and which words of the run it is."""
        city = range(0)
        for place, one in enumerate(run):
            if _ZIP.fullmatch(one.word) and spot_of_zip(connection, one.word):
                part = range(city.start if city and city.stop == place else place, place + 1)
                yield from _place(filters, run, part, one.word)
            elif found := self._city(connection, run, place):
                first, last, label = found
                city = range(first, last)
                if last == len(run) or not _ZIP.fullmatch(run[last].word):
                    yield from _place(filters, run, city, label)

    def _city(self, connection: sqlite3.Connection, run: Sequence[Placed], at: int) -> tuple[int, int, str] | None:
        """The longest known city right in front of a state named here: its first word, behind the last, its label."""
        words = [one.word for one in run]
        for last in range(min(len(words), at + _STATE_WORDS), at, -1):
            state = self._states.get(tuple(words[at:last])) or (words[at].upper() if last == at + 1 else "")
            for first in range(max(0, at - _CITY_WORDS), at) if len(state) == _STATE_LETTERS else ():
                if spot := spot_of_city(connection, " ".join(words[first:at]), state):
                    return first, last, spot.label
        return None


def runs(query: Query, meant: Mapping[str, str]) -> Iterator[list[Placed]]:
    """The plain words that stand side by side, as they are meant. A word with no meaning of its own ends a run."""
    run: list[Placed] = []
    for term in query.terms:
        if term.is_plain and all(meant.get(word, word) for word in term.words):
            run += [Placed(meant.get(word, word), term.start, term.end) for word in term.words]
        elif run:
            yield run
            run = []
    if run:
        yield run


def _place(filters: Filters, run: Sequence[Placed], part: range, place: str) -> Iterator[tuple[range, Suggestion]]:
    """The suggestion to search around a place named by a part of the run, and around no other one already."""
    if filters.near is not None and filters.near.place.strip().casefold() == place.casefold():
        return
    near = replace(filters.near, place=place) if filters.near else Near(place)
    start, end = run[part.start].start, run[part.stop - 1].end
    before = run[max(0, part.start - 1)]
    is_introduced = filters.words[before.start : before.end].lower() in _AROUND
    taken_out = before.start if is_introduced else start
    asked = replace(filters, words=without_part(filters.words, taken_out, end), near=near)
    yield part, Suggestion(filters.words[start:end], f"Within {near.miles:g} mi of {place}", asked)
