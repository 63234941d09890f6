"""A release and the changes to it give the next release, exactly."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.data.tables import tables_of
from tests.made import TODAY, a_center, a_header, a_provider, build, crowd, whole, write
from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.fields import Record
from therapist_desktop.data.datafile.library import Term
from therapist_desktop.data.datafile.ordering import place_in_file
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.datafile.records import Redirect, Tombstone
from therapist_desktop.data.datafile.writing import write_lines
from therapist_desktop.domain.errors import CatalogueDamaged, DataFileBroken, WrongState
from therapist_desktop.domain.filters import Filters
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.loading import Loaded, load_delta

GONE = date(2026, 11, 1)
BAD = b'{"colour":"red","id":"test:odd","kind":"center","name":"Odd House"}'
LISTINGS = crowd(300)


def in_order(records: list[Record | bytes]) -> list[bytes]:
    return sorted((one if isinstance(one, bytes) else encode(one) for one in records), key=place_in_file)


def tombstone(kind: str, known: str) -> bytes:
    return encode(Tombstone(kind=kind, id=known, gone=GONE, why="retired"))


BEFORE = in_order([*whole(LISTINGS), BAD, Redirect(id="test:old", to="test:p0")])
CHANGED = msgspec.structs.replace(LISTINGS[10], name="Zz Moved Away", description="New words entirely")
FRESH: list[Record | bytes] = [
    a_provider(5001, name="Ana Newcomer"),
    a_center(5002, name="Newhouse"),
    Term(id="term:new", title="New", definition="Just added."),
    Redirect(id="test:older", to="test:p0"),
]
DROPPED = {LISTINGS[20].id, LISTINGS[21].id, "test:old", "term:rapport", "test:odd"}


def after() -> list[bytes]:
    kept = [line for line in BEFORE if msgspec.json.decode(line)["id"] not in {*DROPPED, CHANGED.id}]
    return in_order([*kept, CHANGED, *FRESH])


def changes() -> list[bytes]:
    kinds = {msgspec.json.decode(line)["id"]: msgspec.json.decode(line)["kind"] for line in BEFORE}
    return [*in_order([CHANGED, *FRESH]), *(tombstone(kinds[known], known) for known in sorted(DROPPED))]


def loaded(folder: Path, lines: list[bytes], **header: object) -> Loaded:
    """The catalogue of `BEFORE`, moved on by these lines to what `after` adds up to, unless `header` says otherwise."""
    (folder / "base").mkdir()
    (folder / "full").mkdir()
    (folder / "bench").mkdir()
    base, _ = build(folder / "base", BEFORE, number=41)
    full = write(folder / "full" / "release.jsonl.zst", after(), number=42)
    signed = msgspec.structs.replace(DataFile(full).header, **({"base": 41} | header))
    write_lines(folder / "delta.jsonl.zst", signed, lines)
    return load_delta(DataFile(folder / "delta.jsonl.zst"), base, folder / "bench", lambda _progress: None)


def test_a_release_and_its_changes_are_the_next_release(tmp_path: Path) -> None:
    moved = loaded(tmp_path, changes())
    (tmp_path / "whole").mkdir()
    full, built = build(tmp_path / "whole", after(), number=42)
    assert tables_of(moved.file) == tables_of(full)
    assert moved.file.read_bytes() == full.read_bytes()
    assert moved.counts == built.counts
    assert moved.release.number == 42
    for filters in (Filters(), Filters(words="new"), Filters(words="zz moved"), Filters(words="mary")):
        one, other = Catalogue(moved.file), Catalogue(full)
        found, expected = one.search(filters, TODAY), other.search(filters, TODAY)
        assert (found.total, found.counts) == (expected.total, expected.counts)
        assert one.page(found, 0, 50, TODAY) == other.page(expected, 0, 50, TODAY)


@pytest.mark.parametrize("left_out", range(len(changes())))
def test_a_delta_that_does_not_arrive_leaves_nothing(tmp_path: Path, left_out: int) -> None:
    lines = changes()
    del lines[left_out]
    with pytest.raises(WrongState):
        loaded(tmp_path, lines)
    assert list((tmp_path / "bench").iterdir()) == []


def test_a_delta_to_another_release_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileBroken, match="it changes release 40 and the release here is 41"):
        loaded(tmp_path, changes(), base=40)


def test_a_delta_says_each_thing_once(tmp_path: Path) -> None:
    lines = [*changes(), tombstone("provider", CHANGED.id), tombstone(str(CHANGED.__struct_config__.tag), CHANGED.id)]
    with pytest.raises(DataFileBroken, match=rf"line {len(lines) + 1} repeats the \w+ {CHANGED.id}"):
        loaded(tmp_path, lines)


def test_a_tombstone_that_breaks_the_schema_is_refused(tmp_path: Path) -> None:
    lines = [*changes(), b'{"gone":"yesterday","id":"test:p1","kind":"provider"}']
    with pytest.raises(DataFileBroken, match=rf"line {len(lines) + 1}, a tombstone"):
        loaded(tmp_path, lines)


def test_a_base_that_is_damaged_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "base.sqlite").write_bytes(b"not a catalogue at all" * 500)
    write_lines(tmp_path / "delta.jsonl.zst", a_header(base=1), changes())
    with pytest.raises(CatalogueDamaged):
        load_delta(DataFile(tmp_path / "delta.jsonl.zst"), tmp_path / "base.sqlite", tmp_path, lambda _progress: None)
