"""Check lines against the record types; a bad one is put aside with its line number, field and rule."""

import re
from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import msgspec

from therapist_desktop.data.datafile.canonical import StateHash, digest
from therapist_desktop.data.datafile.reading import DataFile, NumberedLine
from therapist_desktop.data.datafile.records import AnyRecord
from therapist_desktop.data.layout import Numbers
from therapist_desktop.domain.errors import DataFileBroken, WrongState
from therapist_desktop.domain.text import fold

TELL_EVERY = 5_000
LISTED: Final = frozenset({"provider", "center"})
_DECODER: Final[msgspec.json.Decoder[AnyRecord]] = msgspec.json.Decoder(AnyRecord)
_PATH: Final = re.compile(r"^(?P<rule>.*?) - at `\$\.?(?P<field>[^`]*)`$", re.DOTALL)


class Identity(msgspec.Struct):
    """The little of a record that the first pass needs."""

    kind: str = "?"
    id: str = ""
    name: str = ""


_IDENTITY: Final = msgspec.json.Decoder(Identity)


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A record that breaks the schema, put aside."""

    line: int
    kind: str
    id: str
    field: str
    rule: str
    value: str = ""


@dataclass(slots=True)
class Survey:
    """What a first pass over a file found: `order` gives for each listing, in file order, its row number."""

    state: str
    counts: Counter[str] = field(default_factory=Counter)
    order: Numbers = field(default_factory=lambda: array("I"))


def decode(line: NumberedLine) -> AnyRecord | Quarantined:
    """The record on a line, or what is wrong with it."""
    try:
        return _DECODER.decode(line.text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return _why(line, str(error))


def identity(line: bytes) -> Identity:
    """Kind, id and name of a line, as far as it has them."""
    try:
        return _IDENTITY.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Identity()


def survey(file: DataFile, tell: Callable[[int], None] = lambda _lines: None) -> Survey:
    """Read the whole file once and prove it against its header before anything is built from it.

    Raises DataFileBroken where the counts do not hold or an id stands twice, WrongState where the hash does not.
    """
    state, counts = StateHash(), Counter[str]()
    names: list[tuple[str, str]] = []
    seen: set[str] = set()
    for line in file.lines():
        one = identity(line.text)
        counts[one.kind] += 1
        state.add(digest(line.text))
        if one.id and one.id in seen:
            raise DataFileBroken(file=file.path.name, what=f"line {line.number} repeats the id {one.id}")
        seen.add(one.id)
        if one.kind in LISTED:
            names.append((fold(one.name), one.id))
        if line.number % TELL_EVERY == 0:
            tell(line.number)
    _hold(file, counts, state.hex())
    return Survey(state.hex(), counts, _rows(names))


def _hold(file: DataFile, counts: Counter[str], state: str) -> None:
    """The header's promises, kept."""
    promised = {kind: count for kind, count in file.header.counts.items() if count}
    for kind in sorted(promised.keys() | counts.keys()):
        if promised.get(kind, 0) != counts[kind]:
            what = f"its header promises {promised.get(kind, 0)} {kind} records and it holds {counts[kind]}"
            raise DataFileBroken(file=file.path.name, what=what)
    if state != file.header.state:
        raise WrongState(expected=file.header.state, found=state)


def _rows(names: list[tuple[str, str]]) -> Numbers:
    """Row numbers in the default order (folded name, then id). Files come sorted; one that is not costs a sort."""
    rows = array("I", range(len(names)))
    if all(names[i] <= names[i + 1] for i in range(len(names) - 1)):
        return rows
    for row, place in enumerate(sorted(range(len(names)), key=names.__getitem__)):
        rows[place] = row
    return rows


def quarantine(line: NumberedLine) -> Quarantined | None:
    """What is wrong with a line, or None."""
    found = decode(line)
    return found if isinstance(found, Quarantined) else None


def _why(line: NumberedLine, message: str) -> Quarantined:
    one = identity(line.text)
    match = _PATH.match(message)
    field_name, rule = (match["field"], match["rule"]) if match else ("", message)
    return Quarantined(line.number, one.kind, one.id, field_name, rule, _value_at(line.text, field_name))


def _value_at(text: bytes, path: str) -> str:
    """The value a rule complains about, for the report; empty where it cannot be found."""
    try:
        value = msgspec.json.decode(text)
        for step in re.findall(r"[^.\[\]]+", path):
            value = value[int(step)] if isinstance(value, list) else value[step]
    except (msgspec.DecodeError, RecursionError, LookupError, ValueError, TypeError):
        return ""
    return str(value)[:200]
