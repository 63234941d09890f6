"""Why a listing is among the results: a few words each."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from therapist_desktop.domain.overriding import override

MOST_REASONS: Final = 5


class Why(StrEnum):
    """The kinds of reason in words, with a place for their subject; the most telling first."""

    PHONE = "phone number"
    NPI = "NPI"
    LICENCE = "licence"
    NAME = 'name matches "{subject}"'
    SOUNDS = 'sounds like "{subject}"'
    VALUE = "{subject}"
    CLIENTS = "may see clients in {subject}"
    COMPACT = "may see clients in {subject} ({by}, confirm)"
    PHRASE = 'mentions the phrase "{subject}"'
    WORD = 'mentions "{subject}"'
    NEAR = "{subject} mi"
    VERIFIED = "verified lately"


def roughly(miles: float) -> str:
    """A distance in miles as a reader expects it: one decimal when near, and nobody is 0.0 miles away."""
    least, near = 0.05, 10
    if miles < least:
        return "< 0.1"
    return f"{miles:.1f}" if miles < near else f"{miles:.0f}"


_RANKS: Final = {why: rank for rank, why in enumerate(Why)}


class Reason(NamedTuple):
    """One reason: a name, a word or the label of a value as its subject. `by` is the compact that says so, if one does:
    its members change, so it is to be confirmed."""

    kind: Why
    subject: str = ""
    by: str = ""

    @property
    def text(self) -> str:
        """The reason in English."""
        return self.kind.format(subject=self.subject, by=self.by)

    @override
    def __str__(self) -> str:
        return self.text


def most_telling(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """At most MOST_REASONS, each once, the most telling first."""
    return tuple(sorted(dict.fromkeys(reasons), key=_rank)[:MOST_REASONS])


def _rank(reason: Reason) -> int:
    return _RANKS[reason.kind]
