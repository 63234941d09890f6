"""Check lines against the record types; a bad one is put aside with its line number, field and rule."""

import re
from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Final

import msgspec

from therapist_desktop.data.datafile.canonical import StateHash
from therapist_desktop.data.datafile.reading import Batch, DataFile, NumberedLine
from therapist_desktop.data.datafile.records import AnyRecord
from therapist_desktop.domain.digests import digest
from therapist_desktop.domain.errors import DataFileBroken, WrongState
from therapist_desktop.domain.text import fold

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
    """What a pass over a whole file found. `in_order`: its listings follow the default order of the rows."""

    state: str
    counts: Counter[str]
    in_order: bool


def decode(line: NumberedLine) -> AnyRecord | Quarantined:
    """The record on a line, or what is wrong with it."""
    try:
        return _DECODER.decode(line.text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return _why(line, str(error))


def decode_all(batch: Batch) -> list[AnyRecord | Quarantined]:
    """The same for lines that follow each other, which is faster where none of them is bad."""
    try:
        return [*map(_DECODER.decode, batch.lines)]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return [*map(decode, map(NumberedLine, count(batch.first), batch.lines))]


def identity(line: bytes) -> Identity:
    """Kind, id and name of a line, as far as it has them."""
    try:
        return _IDENTITY.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Identity()


def survey(file: DataFile, tell: Callable[[int], None] = lambda _lines: None) -> Survey:
    """Read the whole file once and prove it against its header, without building anything.

    Raises DataFileBroken where the counts do not hold or an id stands twice, WrongState where the hash does not.
    """
    tally, ids, in_order, before = Tally(), array("q"), True, ("", "")
    for batch in file.batches():
        tally.state.add_all(map(digest, batch.lines))
        found = [*map(identity, batch.lines)]
        tally.counts.update(one.kind for one in found)
        ids.extend(hash(one.id) for one in found if one.id)
        for place in ((fold(one.name), one.id) for one in found if one.kind in LISTED):
            in_order &= before <= place
            before = place
        tell(batch.first + len(batch.lines) - 1)
    if len(set(ids)) < len(ids):
        _name_repeated(file)
    tally.hold(file)
    return Survey(tally.state.hex(), tally.counts, in_order)


class Tally:
    """The running counts and hash of a file, to be held against its header."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.state = StateHash()

    def hold(self, file: DataFile) -> None:
        """The header's promises, kept. Raises DataFileBroken or WrongState."""
        promised = {kind: count for kind, count in file.header.counts.items() if count}
        for kind in sorted(promised.keys() | self.counts.keys()):
            if promised.get(kind, 0) != self.counts[kind]:
                what = f"its header promises {promised.get(kind, 0)} {kind} records and it holds {self.counts[kind]}"
                raise DataFileBroken(file=file.path.name, what=what)
        if self.state.hex() != file.header.state:
            raise WrongState(expected=file.header.state, found=self.state.hex())


def _name_repeated(file: DataFile) -> None:
    """Say which id stands twice. Raises DataFileBroken."""
    seen: set[str] = set()
    for line in file.lines():
        one = identity(line.text)
        if one.id and one.id in seen:
            raise DataFileBroken(file=file.path.name, what=f"line {line.number} repeats the id {one.id}")
        seen.add(one.id)


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
