"""What a search of the library and a look into its dictionary answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from therapist_desktop.domain.library import PieceCard, Section


@dataclass(frozen=True, slots=True)
class Hits:
    """Some of the pieces that hold the words, the best first; `total` and `sections` count all of them.

    `sections` counts what each section holds whatever section was asked for. `meant` is the same text with known words
    for those that nothing holds, empty where every word is known or nothing is near.
    """

    cards: tuple[PieceCard, ...] = ()
    total: int = 0
    sections: Mapping[Section, int] = field(default_factory=dict)
    meant: str = ""


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The entry for some words with its whole text, if there is one, and entries that are written nearly so."""

    words: str
    entry: PieceCard | None = None
    text: str = ""
    near: tuple[PieceCard, ...] = ()
