"""One term of a query to the rows that have it."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as made_of
from functools import reduce

from pyroaring import BitMap

from therapist_desktop.data.layout import Field
from therapist_desktop.data.reading.labels import Labels
from therapist_desktop.data.reading.numbers import rows_of_numbers
from therapist_desktop.data.reading.phrases import Phrases, Spoken, Wanted
from therapist_desktop.data.reading.vocabulary import Vocabulary
from therapist_desktop.domain.query import Scope, Term

_SCOPES = {Scope.NAME: Field.NAME, Scope.CITY: Field.CITY}


@dataclass(frozen=True, slots=True)
class Found:
    """The rows that have a term: anywhere; in name, practice, city or a label; in the name; as a number. None of these
    sets may be changed. What cannot be in a name keeps no listing from being named as asked."""

    anywhere: BitMap
    near: BitMap
    name: BitMap
    numbers: BitMap = made_of(default_factory=BitMap)


class Terms:
    """Words, phrases and numbers of one catalogue."""

    def __init__(self, connection: sqlite3.Connection, labels: Labels) -> None:
        self.fields = {one: Vocabulary(connection, one) for one in Field}
        self.labels = labels
        self._phrases = Phrases(connection, self.fields[Field.ALL])

    def spoken(
        self, connection: sqlite3.Connection, terms: Iterable[Term], still: Callable[[], None]
    ) -> dict[Term, Spoken]:
        """Where the phrases among these terms stand. `still` is called now and then and may raise."""
        phrases = [term for term in terms if (term.quoted or term.excluded) and len(term.words) > 1]
        wanted = [self._wanted(connection, term) for term in phrases]
        return dict(zip(phrases, self._phrases.find(connection, wanted, still), strict=True))

    def find(self, connection: sqlite3.Connection, term: Term, spoken: Mapping[Term, Spoken]) -> Found:
        """The rows that have this term; `spoken` says where it stands if it is a phrase."""
        numbers = rows_of_numbers(connection, term.numbers)
        if not term.words:
            return Found(numbers, numbers, numbers, numbers)
        if term.quoted or term.excluded:
            return self._whole(connection, term, spoken)
        found = reduce(_both, (self._beginning(connection, word, term.scope) for word in term.words))
        return (
            Found(found.anywhere | numbers, found.near | numbers, found.name | numbers, numbers) if numbers else found
        )

    def named(self, connection: sqlite3.Connection, names: tuple[str, ...]) -> Found:
        """The rows that have one of these whole words in their name."""
        rows = BitMap.union(BitMap(), *(self.fields[Field.NAME].whole(connection, name) for name in names))
        return Found(rows, rows, rows)

    def _beginning(self, connection: sqlite3.Connection, word: str, scope: Scope | None) -> Found:
        if scope is not None:
            rows = self.fields[_SCOPES[scope]].starting(connection, word)
            return Found(rows, rows, rows)
        labelled = self.labels.starting(word)
        name, near, everything = (
            self.fields[one].starting(connection, word) for one in (Field.NAME, Field.NEAR, Field.ALL)
        )
        return Found(everything | labelled, BitMap.union(name, near, labelled), name)

    def _wanted(self, connection: sqlite3.Connection, term: Term) -> Wanted:
        if term.scope is not None:
            only = self._holding_all(connection, _SCOPES[term.scope], term.words)
            return Wanted(term.words, only, only)
        among, name, near = (
            self._holding_all(connection, one, term.words) for one in (Field.ALL, Field.NAME, Field.NEAR)
        )
        return Wanted(term.words, among, name | near)

    def _holding_all(self, connection: sqlite3.Connection, field: Field, words: Iterable[str]) -> BitMap:
        return BitMap.intersection(*(self.fields[field].whole(connection, word) for word in words))

    def _whole(self, connection: sqlite3.Connection, term: Term, spoken: Mapping[Term, Spoken]) -> Found:
        """Whole words side by side; a single one needs no look at the wording."""
        only = _SCOPES[term.scope] if term.scope else None
        fields = (only,) if only is not None else (Field.NAME, Field.NEAR, Field.ALL)
        if len(term.words) == 1:
            found = [self.fields[one].whole(connection, term.words[0]) for one in fields]
        else:
            found = [spoken[term].within(one) for one in fields]
        if only is not None:
            return Found(found[0], found[0], found[0])
        name, near, everything = found
        labelled = self.labels.mentioning(term.words)
        return Found(everything | labelled, BitMap.union(name, near, labelled), name)


def _both(one: Found, other: Found) -> Found:
    return Found(one.anywhere & other.anywhere, one.near & other.near, one.name & other.name)
