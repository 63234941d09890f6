"""Where in a file of the library a fault stands, so that a person can open it there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from therapist_desktop.domain.errors import WorkBroken
from therapist_desktop.publishing import toml

if TYPE_CHECKING:
    from therapist_desktop.publishing.work import Entry

_PAGE: Final = ".md"
_TRANSLATION: Final = "translations"
_FENCE: Final = "+++"


class Spot(NamedTuple):
    """A file and a line."""

    file: str
    line: int


def spot_of(entry: Entry, field: str, value: str) -> Spot:
    """Where a field, or a value in it, stands. A line of a data file is its own place."""
    file = Path(entry.file)
    if file.suffix not in {_PAGE, ".toml"} or not entry.file:
        return Spot(entry.file, entry.line)
    first, *rest = field.split(".")
    if first == _TRANSLATION and rest:
        file, first = file.with_name(f"{file.stem}.{rest[0]}{_PAGE}"), rest[-1] if len(rest) > 1 else ""
        rest = []
    try:
        text = toml.read_text(file)
    except WorkBroken:
        return Spot(entry.file, entry.line)
    return Spot(str(file), _line(text, first, rest, value))


def _line(text: str, field: str, inside: list[str], value: str) -> int:
    lines = text.splitlines()
    names = (inside[-1] if inside else field, field.partition("[")[0])
    begin = _body(lines) if field == "body" else max(toml.line_of(name, text) for name in names) - 1
    if value:
        begin = next((at for at in range(begin, len(lines)) if value in lines[at]), begin)
    return begin + 1


def _body(lines: list[str]) -> int:
    """The first line of the text below the front matter, counted from 0."""
    fences = [at for at, line in enumerate(lines) if line.rstrip() == _FENCE][:2]
    below = fences[-1] + 1 if fences else 0
    return next((at for at in range(below, len(lines)) if lines[at].strip()), 0)
