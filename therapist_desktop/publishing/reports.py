"""What became of everything that an import read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every row or text: read = listings + merged + rejected + skipped."""

    read: int
    listings: int
    merged: int
    rejected: int
    skipped: int
    reject_file: str | None
    warnings: tuple[dict[str, str | int], ...] = ()
