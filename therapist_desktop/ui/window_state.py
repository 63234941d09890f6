"""What the window remembers from one day to the next, in one small file."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 100_000


class WindowState(NamedTuple):
    """Sizes, colours and density. `geometry` is Qt's own bytes in hex.

    `folds`, `table` and `tabs` are JSON that the part of the window they belong to writes and reads: which facets are
    folded, which columns the table has and how wide they are, which tabs are open.
    """

    geometry: str = ""
    columns: tuple[int, ...] = ()
    scheme: str = "system"
    zoom: float = 1.0
    compact: bool = False
    reading_zoom: int = 100
    still: bool = False
    view: str = "table"
    detail_tab: str = ""
    folds: str = ""
    table: str = ""
    tabs: str = ""


def load(file: Path) -> WindowState:
    """What was remembered; what cannot be understood is as if it had never been set."""
    try:
        kept = json.loads(file.read_bytes()[:LONGEST])
    except (OSError, ValueError):
        return WindowState()
    if not isinstance(kept, dict):
        return WindowState()
    usual = WindowState()
    good: dict[str, object] = {}
    for name, value in usual._asdict().items():
        mended = _mended(kept.get(name), value)
        if mended is not None:
            good[name] = mended
    return WindowState(**good)  # type: ignore[arg-type] # each was compared with its usual value


def save(file: Path, state: WindowState) -> None:
    """Remember this. A disk that says no costs the memory, never the program."""
    new = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps(state._asdict(), indent=1) + "\n", encoding="utf-8")
        os.replace(new, file)  # noqa: PTH105 - says what it does: over the old one, in one step
    except OSError:
        return


def _mended(value: object, usual: object) -> object | None:
    if isinstance(usual, bool):
        return value if isinstance(value, bool) else None
    if isinstance(usual, int):
        return value if type(value) is int else None
    if isinstance(usual, float):
        return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
    if isinstance(usual, str):
        return value if isinstance(value, str) else None
    if isinstance(value, list) and all(type(one) is int and 0 <= one < LONGEST for one in value):
        return tuple(value)
    return None
