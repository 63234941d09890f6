"""What somebody may have kept of two pages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.notebooks import change
from therapist_desktop.domain.reading_notes import (
    Anchor,
    Bookmark,
    Colour,
    Highlight,
    Reading,
    Report,
    ShownPiece,
    ToRead,
    Wrong,
)
from therapist_desktop.services.notebook import Notebook

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 15, 30, 12, 500, tzinfo=UTC)
GRIEF = ShownPiece("topic:grief", "topic", "disorder", "Grief")
SLEEP = ShownPiece("article:sleep", "article", "article", "Sleep well")


def a_bookmark(piece: ShownPiece = GRIEF) -> Bookmark:
    """A bookmark."""
    return Bookmark(piece, NOW)


def a_to_read(piece: ShownPiece = GRIEF) -> ToRead:
    """A page to read later."""
    return ToRead(piece, NOW)


def a_highlight(piece: ShownPiece = GRIEF) -> Highlight:
    """Highlighted words with a note."""
    anchor = Anchor("comes in waves", "It ", ", and", 3, 17)
    return Highlight("h1", piece, anchor, Colour.GREEN, "Good to say early.", NOW, NOW)


def a_reading(piece: ShownPiece = GRIEF) -> Reading:
    """A page that was read half."""
    return Reading(piece, 0.5, "What helps", NOW, 2)


def a_report(piece: ShownPiece = GRIEF) -> Report:
    """A report that was begun."""
    return Report("r1", piece, 42, "comes in waves", Wrong.FACT, "Not for all.", NOW, NOW)


def newer_colour(file: Path) -> Notebook:
    """The notebook as a newer program with more colours may leave it."""
    change(file, "UPDATE highlight SET colour = 'ultraviolet'")
    return Notebook(file)
