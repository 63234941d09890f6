"""The shelf keeps what works, whatever happens to it."""

from __future__ import annotations

import errno
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from therapist_desktop.domain.errors import DiskFull, NoCatalogue, NotWritable, ShelfBusy
from therapist_desktop.domain.release import Release
from therapist_desktop.services import pointer, safely
from therapist_desktop.services.shelf import Arrival, Shelf

RELEASE = Release(
    number=42, published=datetime(2026, 11, 20, tzinfo=UTC), title="Test", state="ab" * 16, counts={"provider": 2}
)


def shelf_in(folder: Path) -> Shelf:
    folder.mkdir(exist_ok=True)
    return Shelf(folder)


def put(shelf: Shelf, number: int, source: str = "one", bad: int = 0) -> Path:
    """Admit something that looks like a catalogue."""
    with shelf.locked(), shelf.workbench() as bench:
        file = bench / "catalogue.sqlite"
        file.write_bytes(b"SQLite format 3\0" + bytes([number]) * 100)
        aside = [{"line": line, "kind": "provider", "id": "x", "field": "name", "rule": "r"} for line in range(bad)]
        arrival = Arrival(file, RELEASE._replace(number=number), source, "somewhere", {"provider": 2}, aside)
        return shelf.admit(arrival).file


def catalogues(shelf: Shelf) -> set[str]:
    return {file.name for file in shelf.folder.glob("catalogue-*")}


def test_an_empty_shelf_has_nothing_in_use(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "not made yet")
    assert shelf.current() is None
    shelf.tidy()
    with pytest.raises(NoCatalogue):
        shelf.in_use()


def test_what_was_admitted_reads_back_in_another_shelf(tmp_path: Path) -> None:
    file = put(shelf_in(tmp_path), 42)
    current = Shelf(tmp_path).in_use()
    assert current.file == file
    assert current.file.name == "catalogue-000042-abababab.sqlite"
    assert current.release == RELEASE._replace(number=42)
    assert (current.source, current.address, current.counts) == ("one", "somewhere", {"provider": 2})


def test_exactly_one_previous_release_is_kept(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    for number in (40, 41, 42):
        put(shelf, number)
    previous = shelf.pointer().previous
    assert previous is not None
    assert previous.release.number == 41
    shelf.tidy()
    assert catalogues(shelf) == {"catalogue-000041-abababab.sqlite", "catalogue-000042-abababab.sqlite"}


def test_the_same_release_again_gets_a_new_file_and_does_not_become_its_own_previous(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    put(shelf, 41)
    first, again = put(shelf, 42), put(shelf, 42)
    assert first != again
    assert first.is_file()
    previous = shelf.pointer().previous
    assert previous is not None
    assert previous.release.number == 41
    shelf.tidy()
    assert not first.exists()


@pytest.mark.parametrize("harm", ["gone", "cut short", "overwritten"])
def test_a_file_that_is_not_there_falls_back_to_the_one_before(tmp_path: Path, harm: str) -> None:
    shelf = shelf_in(tmp_path)
    before, newest = put(shelf, 41), put(shelf, 42)
    match harm:
        case "gone":
            newest.unlink()
        case "cut short":
            newest.write_bytes(newest.read_bytes()[:50])
        case _:
            newest.write_bytes(b"x" * newest.stat().st_size)
    assert shelf.in_use().file == before
    assert shelf.pointer().previous is None
    before.unlink()
    assert shelf.current() is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"current": 3}', b"\xff\xfe"])
def test_a_broken_pointer_is_read_from_its_copy(tmp_path: Path, content: bytes) -> None:
    shelf = shelf_in(tmp_path)
    file = put(shelf, 42)
    (tmp_path / "current.json").write_bytes(content)
    assert shelf.in_use().file == file
    assert shelf.pointer().seen == {"one": 42}


def test_without_any_pointer_nothing_is_tidied_away(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    file = put(shelf, 42)
    for name in ("current.json", "current.copy.json"):
        (tmp_path / name).write_text("nonsense")
    shelf.tidy()
    assert file.is_file()
    assert shelf.current() is None


def test_the_highest_number_of_each_source_is_remembered(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    for number, source in ((42, "one"), (7, "other"), (41, "one")):
        put(shelf, number, source)
    assert shelf.pointer().seen == {"one": 42, "other": 7}


def test_a_pointer_names_no_file_outside_its_folder(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path / "shelf")
    put(shelf, 42)
    stored = json.loads((shelf.folder / "current.json").read_text())
    stored["current"]["file"] = "../../elsewhere.sqlite"
    (shelf.folder / "current.json").write_text(json.dumps(stored))
    assert shelf.current() is None


def test_the_workbench_is_removed_whatever_happens(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)

    def fail() -> None:
        with shelf.locked(), shelf.workbench() as bench:
            (bench / "half").write_bytes(b"x")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert not list(tmp_path.glob("bench-*"))


def test_what_a_killed_sync_left_is_removed_by_the_next_start(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    kept = put(shelf, 42)
    (tmp_path / "bench-killed").mkdir()
    (tmp_path / "bench-killed" / "half").write_bytes(b"x")
    (tmp_path / ".current.json.99.new").write_bytes(b"x")
    (tmp_path / "catalogue-000043-cdcdcdcd.sqlite").write_bytes(b"x")
    (tmp_path / "catalogue-000043-cdcdcdcd.sqlite.put-aside.json").write_bytes(b"[]")
    shelf.tidy()
    names = {file.name for file in tmp_path.iterdir()}
    assert names == {kept.name, "current.json", "current.copy.json", "lock"}


def test_only_one_at_a_time(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    with shelf.locked(), pytest.raises(ShelfBusy), Shelf(tmp_path).locked():
        pass
    with Shelf(tmp_path).locked():
        pass


def test_tidying_leaves_a_running_sync_alone(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    with shelf.locked(), shelf.workbench() as bench:
        Shelf(tmp_path).tidy()
        assert bench.is_dir()


def test_a_lock_left_by_a_dead_program_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("4711")
    with Shelf(tmp_path).locked():
        pass


def test_a_disk_that_is_too_full_is_seen_before_the_work(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, free_bytes=lambda _folder: 200 << 20)
    shelf.make_sure_of_room(10 << 20, 100 << 20)
    with pytest.raises(DiskFull, match="267 MB are needed and 200 MB are free"):
        shelf.make_sure_of_room(10 << 20, 195 << 20)


def test_a_pointer_that_cannot_be_moved_leaves_the_old_release_and_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = shelf_in(tmp_path)
    old = put(shelf, 41)
    monkeypatch.setattr(pointer, "write_safely", _denied)
    with pytest.raises(NotWritable):
        put(shelf, 42, bad=2)
    monkeypatch.undo()
    assert shelf.in_use().file == old
    assert catalogues(shelf) == {old.name}
    assert not list(tmp_path.glob(".*.new"))


def test_a_folder_that_denies_everything_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(safely, "_TRIES", 2)
    monkeypatch.setattr(Path, "replace", denied)
    with pytest.raises(NotWritable):
        safely.write_safely(tmp_path / "file", b"content")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_no_room_is_told_of_the_file_that_is_written(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(number, "")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull, match=r"for crisis\.json"):
        safely.write_safely(tmp_path / "crisis.json", b"content")
    assert not list(tmp_path.iterdir())


def test_what_was_put_aside_is_told_by_the_shelf(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    put(shelf, 42, bad=2)
    assert shelf.in_use().quarantined == 2
    assert [one["line"] for one in shelf.quarantined()] == [0, 1]
    put(shelf, 43)
    assert shelf.quarantined() == ()


def test_a_moment_of_a_virus_scanner_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really, refused = Path.replace, [True, True]

    def sometimes(self: Path, target: Path) -> Path:
        if refused:
            refused.pop()
            raise PermissionError
        return really(self, target)

    monkeypatch.setattr(Path, "replace", sometimes)
    safely.write_safely(tmp_path / "file", b"content")
    assert (tmp_path / "file").read_bytes() == b"content"


def _denied(file: Path, _content: bytes) -> None:
    raise NotWritable(file=file, what="Permission denied")
