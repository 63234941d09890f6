"""What somebody may have meant by a word that nothing has: a name by ear, or a slip of the finger."""

import sqlite3
from dataclasses import dataclass

from therapist_desktop.data.layout import Field
from therapist_desktop.data.reading.sounds import Sounds
from therapist_desktop.data.reading.terms import Terms
from therapist_desktop.domain.query import Scope, Term
from therapist_desktop.domain.remarks import Remark, Saying

_SHORTEST = 3
_MOST_NAMES = 24
_LITTLE = frozenset(("and", "around", "for", "from", "near", "that", "the", "who", "with", "within"))
"""Words of a sentence: nobody mistypes them, and what is near to them is something else."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The known words to take instead: one, or several names that sound alike."""

    words: tuple[str, ...]
    by_ear: bool

    def remark(self, typed: str) -> Remark:
        """What to say about it."""
        return Remark(Saying.SOUNDS if self.by_ear else Saying.SPELLED, typed, self.words)


class Mending:
    """Looks for known words near an unknown one."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._sounds = Sounds(terms.fields[Field.NAME].words)

    def meant(self, connection: sqlite3.Connection, term: Term) -> Meant | None:
        """What was meant by a term that nothing has. Only plain words are mended: no quotation, no number."""
        if len(term.words) != 1 or term.quoted or term.excluded or term.numbers:
            return None
        word = term.words[0]
        if len(word) < _SHORTEST or word in _LITTLE or any(letter.isdigit() for letter in word):
            return None
        slips, known = self._slip(connection, word, term.scope)
        names = self._by_ear(word) if term.scope is not Scope.CITY else []
        if names and not _is_nearer(word, slips, known, names[0]):
            return Meant(tuple(names[:_MOST_NAMES]), by_ear=True)
        return Meant((known,), by_ear=False) if known else None

    def _by_ear(self, word: str) -> list[str]:
        """The names that sound like this, the one spelled most alike first."""
        return sorted(self._sounds.like(word), key=lambda name: (_slips_between(word, name), name))

    def _slip(self, connection: sqlite3.Connection, word: str, scope: Scope | None) -> tuple[int, str]:
        """The nearest known word and how many slips it is away; among equally near ones that of most listings."""
        field = {Scope.NAME: Field.NAME, Scope.CITY: Field.CITY}.get(scope, Field.ALL) if scope else Field.ALL
        more = [] if scope else self._terms.labels.words
        near = self._terms.fields[field].nearest(word, more)
        if not near:
            return 0, ""
        best = near[0][1]
        rivals = [candidate for candidate, rank in near if rank == best]
        return best[0], max(rivals, key=lambda one: self._listings(connection, one, scope))

    def _listings(self, connection: sqlite3.Connection, word: str, scope: Scope | None) -> int:
        found = self._terms.find(connection, Term(0, 0, (word,), (), scope), {})
        return len(found.anywhere)


def _is_nearer(word: str, slips: int, known: str, name: str) -> bool:
    """Whether one slip with the same first letter explains the word better than a name of the same sound."""
    return bool(known) and slips == 1 and known[0] == word[0] and _slips_between(word, name) > 1


def _slips_between(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)
