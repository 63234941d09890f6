"""From typed text to sets of rows, in tiers from the best match to any, and what there is to say about the text."""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pyroaring import BitMap

from therapist_desktop.data.layout import Column
from therapist_desktop.data.reading.cards import folded_at, shown_at
from therapist_desktop.data.reading.columns import stored_bitmap
from therapist_desktop.data.reading.days import column
from therapist_desktop.data.reading.facets import FacetSets
from therapist_desktop.data.reading.labels import Labels
from therapist_desktop.data.reading.mending import Meant, Mending
from therapist_desktop.data.reading.numbers import rows_of_numbers
from therapist_desktop.data.reading.phrases import Spoken
from therapist_desktop.data.reading.sayings import Said
from therapist_desktop.data.reading.suggesting import Suggesting, runs
from therapist_desktop.data.reading.terms import Found, Terms
from therapist_desktop.data.reading.vocabulary import LAST
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.query import Lookup, Query, Scope, Term, query_of, without_part
from therapist_desktop.domain.reasons import Reason, Why
from therapist_desktop.domain.remarks import Remark
from therapist_desktop.domain.results import Suggestion
from therapist_desktop.domain.text import Placed, fold

_KEPT = 12
"""How many terms are kept with what they find, at one million listings up to half a megabyte each."""
_MENDED = 4
"""How many unknown words of a text are mended; with more, it is another language or no text at all."""
_LETTERS = 3
"""How many words may stand behind a name: "LCSW", "PhD, ABPP"."""
_LOOKED_AT = 100
_LEFT_OUT = 6
"""Of how many words of a text it is said what would be found without them."""
_NUMBERS = {Scope.PHONE: Why.PHONE, Scope.NPI: Why.NPI, Scope.LICENCE: Why.LICENCE}


@dataclass(frozen=True, slots=True)
class WordMatch:
    """The rows a text finds, and the same in tiers, the most telling first: a row belongs to the first it is in.

    `corrected` says which known words were taken for typed ones, `remarks` the same and more in sentences.
    """

    rows: BitMap
    tiers: tuple[BitMap, ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()
    remarks: tuple[Remark, ...] = ()


class _Known(NamedTuple):
    """The rows that have a term, and what it was taken for where nothing has it as it is typed."""

    found: Found
    meant: Meant | None = None

    @property
    def is_mended(self) -> bool:
        return self.meant is not None


class Called(NamedTuple):
    """Rows by a whole number, by their name, by the beginning of a number or a name."""

    numbers: BitMap
    named: BitMap
    begun: BitMap


_UNKNOWN = _Known(Found(BitMap(), BitMap(), BitMap()))


class _Answer(NamedTuple):
    """One term with what is known of it."""

    term: Term
    found: Found
    meant: Meant | None

    @property
    def words(self) -> tuple[str, ...]:
        return self.meant.words if self.meant else self.term.words


class WordSearch:
    """The search box over one catalogue: words of all fields, labels of facet values, phrases and numbers."""

    def __init__(self, connection: sqlite3.Connection, facets: FacetSets, rows: int) -> None:
        self._labels = Labels(facets)
        self._terms = Terms(connection, self._labels)
        self._mending = Mending(self._terms)
        self._suggesting = Suggesting(self._labels)
        self._rows = rows
        self._kept: dict[Term, _Known] = {}

    def match(
        self, connection: sqlite3.Connection, filters: Filters, still: Callable[[], None] = lambda: None
    ) -> WordMatch | None:
        """What the words of these filters find, or None if they ask for nothing.

        `still` is called between the steps; it may raise to end a question that nobody waits for any more.
        """
        query = query_of(filters.words)
        if not query.terms:
            self._kept = {}  # nobody types any more
            return None
        every = self._answers(connection, query.terms, still)
        answers = [answer for answer in every if not answer.term.excluded]
        rows = _every(answer.found.anywhere for answer in answers) if answers else _everyone(connection)
        rows = rows.difference(*(answer.found.anywhere for answer in every if answer.term.excluded))
        taken = {answer.term.words[0]: answer.meant for answer in answers if answer.meant}
        meant = {typed: "" if one.by_ear else one.words[0] for typed, one in taken.items()}
        return WordMatch(
            rows,
            self._tiers(connection, answers),
            {typed: " / ".join(one.words) for typed, one in taken.items()},
            self._suggesting.suggestions(connection, filters, query, meant),
            (*(one.remark(typed) for typed, one in taken.items()), *query.remarks),
        )

    def without_each(
        self, connection: sqlite3.Connection, filters: Filters, still: Callable[[], None]
    ) -> Iterator[tuple[str, Filters, BitMap]]:
        """Of a text that asks for several things, each of the first few: it, the filters without it, their rows."""
        terms = query_of(filters.words).wanted
        for term in terms[:_LEFT_OUT] if len(terms) > 1 else ():
            if term.scope is None:
                fewer = replace(filters, words=without_part(filters.words, term.start, term.end))
                match = self.match(connection, fewer, still)
                yield filters.words[term.start : term.end], fewer, match.rows if match else _everyone(connection)

    def called(self, connection: sqlite3.Connection, text: str, rows: BitMap) -> Called:
        """Which of the rows that a text finds are called so or have such a number. None for what is mistyped."""
        answers = self._answers(connection, query_of(text).wanted, lambda: None)
        if any(answer.meant for answer in answers):
            return Called(BitMap(), BitMap(), BitMap())
        lookups = [lookup._replace(whole=True) for answer in answers for lookup in answer.term.numbers]
        begun = BitMap.union(BitMap(), *(answer.found.numbers for answer in answers))
        name = _name(answers)
        named = self._named_exactly(connection, name)
        if name:
            begun |= self._between(connection, name, name + LAST)
            shown = self._shown_so(connection, name, rows)
            named |= BitMap(row for row, full in shown.items() if full == name)
            begun |= BitMap(shown)
        return Called(rows_of_numbers(connection, lookups) & rows, named & rows, begun & rows)

    def _shown_so(self, connection: sqlite3.Connection, name: str, rows: BitMap) -> dict[int, str]:
        """Rows that are shown with letters behind the name, and begin like this with them."""
        first, *more = name.split()
        begun = [f"{first} {' '.join(more[:end])}".strip() for end in range(max(0, len(more) - _LETTERS), len(more))]
        some = rows & BitMap.union(BitMap(), *(self._named_exactly(connection, one) for one in begun))
        shown = {row: fold(shown_at(connection, row)) for row in some[:_LOOKED_AT]}
        return {row: full for row, full in shown.items() if full.startswith(name)}

    def reasons(self, connection: sqlite3.Connection, text: str, rows: BitMap) -> Iterator[dict[int, Reason]]:
        """Why each of these rows was found: the words in its name; else the value a word stands for, or that it is
        mentioned."""
        query = query_of(text)
        answers = self._answers(connection, query.wanted, lambda: None)
        spoken_for: dict[int, BitMap] = {}
        for run, said in self._said(query, answers):
            labels = self._labels.first_labels(said.values, rows)
            spoken_for |= {one.start: BitMap(labels) for one in run[said.first : said.last]}
            yield labels
        yield _names(answers, rows)
        for answer in answers:
            yield from self._reasons(connection, answer, rows - spoken_for.get(answer.term.start, BitMap()))

    def _answers(
        self, connection: sqlite3.Connection, terms: Sequence[Term], still: Callable[[], None]
    ) -> list[_Answer]:
        """What each term finds. The latest are kept: while somebody types, all words but one stay the same."""
        keys = [replace(term, start=0, end=0) for term in terms]
        kept = {key: known for key in keys if (known := self._kept.get(key)) is not None}
        spoken = self._terms.spoken(connection, [key for key in keys if key not in kept], still)
        found: dict[Term, _Known] = {}
        unknown = 0
        for key in dict.fromkeys(keys):
            still()
            may_mend = unknown < _MENDED
            known = kept.get(key) or self._known(connection, key, spoken, may_mend=may_mend)
            unknown += not key.excluded and (known.is_mended or not known.found.anywhere)
            found[key] = known if may_mend or not known.is_mended else _UNKNOWN
            if may_mend or known.found.anywhere:
                kept[key] = known
        self._keep(kept)
        return [_Answer(term, *found[key]) for term, key in zip(terms, keys, strict=True)]

    def _keep(self, known: Mapping[Term, _Known]) -> None:
        if len(self._kept) + len(known) > _KEPT:
            self._kept.clear()
        self._kept |= known

    def _known(
        self, connection: sqlite3.Connection, term: Term, spoken: Mapping[Term, Spoken], *, may_mend: bool
    ) -> _Known:
        found = self._terms.find(connection, term, spoken)
        meant = self._mending.meant(connection, term) if may_mend and not found.anywhere else None
        if meant is None:
            return _Known(found)
        if meant.by_ear:
            return _Known(self._terms.named(connection, meant.words), meant)
        return _Known(self._terms.find(connection, replace(term, words=meant.words), spoken), meant)

    def _tiers(self, connection: sqlite3.Connection, answers: list[_Answer]) -> tuple[BitMap, ...]:
        """Found by a number; named exactly so; all in the name; all in name, practice, city, ZIP or a label."""
        if not answers:
            return ()
        numbers = BitMap.union(BitMap(), *(answer.found.numbers for answer in answers))
        exactly = self._named_exactly(connection, _name(answers))
        every_name = _every(answer.found.name for answer in answers)
        return (numbers, exactly, every_name, _every(answer.found.near for answer in answers))

    def _said(self, query: Query, answers: Iterable[_Answer]) -> Iterator[tuple[list[Placed], Said]]:
        """The words that stand for values together, each with the run of words it is part of."""
        meant = {one.term.words[0]: "" if one.meant.by_ear else one.meant.words[0] for one in answers if one.meant}
        for run in runs(query, meant):
            for said in self._suggesting.said(query, run):
                if said.exactly and said.last - said.first > 1:
                    yield run, said

    def _reasons(self, connection: sqlite3.Connection, answer: _Answer, rows: BitMap) -> Iterator[dict[int, Reason]]:
        term, found = answer.term, answer.found
        yield from self._number_reasons(connection, term.numbers, rows)
        others = rows - found.numbers
        if answer.meant and answer.meant.by_ear:
            yield dict.fromkeys(others & found.name, Reason(Why.SOUNDS, term.words[0]))
        elif term.quoted:
            mentioned = Reason(Why.PHRASE if len(term.words) > 1 else Why.WORD, " ".join(term.words))
            others &= found.anywhere
            yield dict.fromkeys(others - found.name, mentioned) | self._labels.labels_of(
                term.words, others - found.name, whole=True
            )
        elif term.scope is Scope.CITY or not term.words:
            return
        else:
            others = (others & found.anywhere) - found.name
            for word in answer.words:
                yield dict.fromkeys(others, Reason(Why.WORD, word)) | self._labels.labels_of((word,), others)

    def _number_reasons(
        self, connection: sqlite3.Connection, lookups: Iterable[Lookup], rows: BitMap
    ) -> Iterator[dict[int, Reason]]:
        for lookup in lookups:
            yield dict.fromkeys(rows & rows_of_numbers(connection, (lookup,)), Reason(_NUMBERS[lookup.what]))

    def _named_exactly(self, connection: sqlite3.Connection, name: str) -> BitMap:
        """Rows follow the folded name, so one name is one run of rows."""
        if not name:
            return BitMap()
        return self._between(connection, name, name + "\x00")

    def _between(self, connection: sqlite3.Connection, name: str, end: str) -> BitMap:
        """The rows with this name or a later one, up to an end."""
        first, last = self._first_row_from(connection, name), self._first_row_from(connection, end)
        return BitMap(array("I", range(first, last)))

    def _first_row_from(self, connection: sqlite3.Connection, name: str) -> int:
        low, high = 0, self._rows
        while low < high:
            middle = (low + high) // 2
            there = folded_at(connection, middle)
            step = middle
            while there is None and step > low:
                step -= 1
                there = folded_at(connection, step)
            if there is not None and there >= name:
                high = step
            else:
                low = middle + 1
        return low


def _name(answers: Iterable[_Answer]) -> str:
    """The words that may be a name, as they are stored."""
    return " ".join(word for answer in answers if answer.term.scope in {None, Scope.NAME} for word in answer.words)


def _names(answers: Sequence[_Answer], rows: BitMap) -> dict[int, Reason]:
    """For those of these rows that have words of the text in their name, these words together."""
    words: dict[int, list[str]] = {}
    for answer in answers:
        by_ear = answer.meant is not None and answer.meant.by_ear
        if answer.words and answer.term.scope is not Scope.CITY and not by_ear:
            for row in (rows & answer.found.name) - answer.found.numbers:
                words.setdefault(row, []).extend(answer.words)
    return {row: Reason(Why.NAME, " ".join(dict.fromkeys(said))) for row, said in words.items()}


def _every(sets: Iterable[BitMap]) -> BitMap:
    return BitMap.intersection(*sets)


def _everyone(connection: sqlite3.Connection) -> BitMap:
    return stored_bitmap(column(connection, Column.EVERYONE))
