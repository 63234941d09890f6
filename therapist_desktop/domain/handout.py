"""A hand-out: pages of the library in an order, and how they are put on paper."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.domain.library import Piece

MOST_PIECES: Final = 40
LANGUAGES: Final = ("en", "es")
PAPERS: Final = ("letter", "a4")
_LONGEST: Final = 200


class PaperLook(NamedTuple):
    """How a hand-out looks. `clinic` are lines of a letterhead, the first of them the name."""

    clinic: tuple[str, ...] = ()
    paper: str = "letter"
    language: str = "en"
    is_large: bool = False
    has_references: bool = True
    has_room_for_notes: bool = False


class Handout(NamedTuple):
    """Ids of pages, each once, and a title of one's own; without one, the first page gives it."""

    pieces: tuple[str, ...] = ()
    title: str = ""
    look: PaperLook = PaperLook()

    @property
    def is_full(self) -> bool:
        """It takes no more pages."""
        return len(self.pieces) >= MOST_PIECES

    def with_piece(self, piece_id: str) -> Handout:
        """With this page at the end; one that is there stays where it is."""
        if self.is_full or piece_id in self.pieces:
            return self
        return self._replace(pieces=(*self.pieces, piece_id))

    def without(self, piece_id: str) -> Handout:
        """Without this page."""
        return self._replace(pieces=tuple(one for one in self.pieces if one != piece_id))

    def moved(self, piece_id: str, by: int) -> Handout:
        """With this page so many places further down, or up."""
        if piece_id not in self.pieces:
            return self
        others = [one for one in self.pieces if one != piece_id]
        at = min(max(0, self.pieces.index(piece_id) + by), len(others))
        return self._replace(pieces=(*others[:at], piece_id, *others[at:]))


def written(handout: Handout) -> str:
    """The hand-out as the notebook keeps it."""
    return json.dumps({**handout._asdict(), "look": handout.look._asdict()})


def read(text: str) -> Handout:
    """What the notebook kept; whatever cannot be read is as in a new one."""
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return Handout()
    if not isinstance(kept, dict):
        return Handout()
    look = kept.get("look")
    look = look if isinstance(look, dict) else {}
    usual = PaperLook()
    return Handout(
        tuple(dict.fromkeys(_lines(kept.get("pieces"))))[:MOST_PIECES],
        _line(kept.get("title")),
        PaperLook(
            _lines(look.get("clinic"))[:4],
            _one_of(look.get("paper"), PAPERS),
            _one_of(look.get("language"), LANGUAGES),
            look.get("is_large") is True,
            look.get("has_references", usual.has_references) is True,
            look.get("has_room_for_notes") is True,
        ),
    )


def in_language(piece: Piece, language: str) -> bool:
    """The page is there in this language."""
    return language == "en" or any(one.language == language for one in piece.translations)


def reading_grade(pieces: Sequence[Piece]) -> int | None:
    """The grade of the hardest page: whoever reads the hand-out has to get through that one, too."""
    return max((piece.grade for piece in pieces if piece.grade is not None), default=None)


def _lines(kept: object) -> tuple[str, ...]:
    return tuple(line for one in kept if (line := _line(one))) if isinstance(kept, list) else ()


def _line(kept: object) -> str:
    return " ".join(kept.split())[:_LONGEST] if isinstance(kept, str) else ""


def _one_of(kept: object, known: tuple[str, ...]) -> str:
    return kept if isinstance(kept, str) and kept in known else known[0]
