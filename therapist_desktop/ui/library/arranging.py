"""From the pieces of a section to the lines of its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.ui.models.lines import Line, escaped
from therapist_desktop.ui.wording.library import kind_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.domain.library import PieceCard


def lines_of(cards: Sequence[PieceCard]) -> tuple[Line, ...]:
    """One line a piece, each with its kind where there are several."""
    mixed = len({card.section for card in cards}) > 1
    return tuple(_line(card, mixed=mixed) for card in cards)


def _line(card: PieceCard, *, mixed: bool) -> Line:
    below = card.snippet or escaped(card.summary)
    if mixed:
        below = " \u00b7 ".join(part for part in (kind_name(card.kind), below) if part)
    return Line(card.title, card, below)
