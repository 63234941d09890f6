"""What the window remembers from one day to the next, as a text in the person's notebook."""

from __future__ import annotations

import json
from typing import NamedTuple

NAME = "window"
"""What it is called in the notebook."""

LONGEST = 100_000


class WindowState(NamedTuple):
    """Sizes, colours and density. `geometry` is Qt's own bytes in hex, `look` how pages of the library look.

    `folds`, `table` and `tabs` are JSON that the part of the window they belong to writes and reads: which facets are
    folded, which columns the table has and how wide they are, which tabs are open.
    """

    geometry: str = ""
    columns: tuple[int, ...] = ()
    scheme: str = "system"
    zoom: float = 1.0
    compact: bool = False
    still: bool = False
    view: str = "table"
    detail_tab: str = ""
    look: str = ""
    folds: str = ""
    table: str = ""
    tabs: str = ""


def understood(text: str) -> dict[str, object]:
    """What was written down as JSON, by name; nothing where that cannot be understood."""
    try:
        kept = json.loads(text[:LONGEST])
    except (ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def from_text(text: str) -> WindowState:
    """What was remembered; what cannot be understood is as if it had never been set."""
    kept = understood(text)
    usual = WindowState()
    good: dict[str, object] = {}
    for name, value in usual._asdict().items():
        mended = _mended(kept.get(name), value)
        if mended is not None:
            good[name] = mended
    return WindowState(**good)  # type: ignore[arg-type] # each was compared with its usual value


def as_text(state: WindowState) -> str:
    """How it is remembered."""
    return json.dumps(state._asdict())


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
