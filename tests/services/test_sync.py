"""A sync brings the newest release or changes nothing at all. Real keys, real files, real catalogues."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import zstandard

from tests.made import a_header, a_provider, crowd, whole, write
from tests.services.machines import Machine, stop_at
from tests.services.repositories import Repository
from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.domain.errors import (
    Cancelled,
    CatalogueDamaged,
    DataFileBroken,
    DiskFull,
    FormatTooNew,
    NoSource,
    NotTrusted,
    RolledBack,
    ShelfBusy,
    Shrunk,
    SteppedBack,
    WrongState,
)
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.syncing import Progress, Step
from therapist_desktop.services import loading
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.sources import Sources
from therapist_desktop.services.sync import sync


def test_the_first_sync_installs(publisher: Repository, machine: Machine) -> None:
    header = publisher.release(42)
    outcome = machine.install(publisher)
    assert (outcome.release.number, outcome.previous, outcome.via) == (42, None, "full")
    assert outcome.bytes == publisher.target_file().stat().st_size
    assert outcome.counts == header.counts
    assert machine.holds(42)
    assert Catalogue(machine.shelf.in_use().file).search(Filters()).total == 40


def test_the_second_sync_finds_it_current_and_needs_no_key_file(publisher: Repository, machine: Machine) -> None:
    publisher.release(42)
    machine.install(publisher)
    asked = machine.shelf.pointer().checked
    assert machine.find_current().release.number == 42
    again = machine.shelf.pointer().checked
    assert asked is not None
    assert again is not None
    assert again > asked


def test_a_newer_release_takes_over_and_the_old_one_is_kept(publisher: Repository, machine: Machine) -> None:
    publisher.release(42)
    machine.install(publisher)
    publisher.release(43, size=41)
    assert machine.install().previous == 42
    assert machine.holds(43)


def test_releases_in_between_may_be_missed(publisher: Repository, machine: Machine) -> None:
    for number in (42, 43, 57):
        publisher.release(number)
    assert machine.install(publisher).release.number == 57


def test_the_steps_come_in_order_and_tell_how_far_they_are(publisher: Repository, machine: Machine) -> None:
    publisher.release(42)
    told: list[Progress] = []
    machine.install(publisher, tell=told.append)
    steps = list(dict.fromkeys(progress.step for progress in told))
    assert steps == list(Step)
    for one, next_ in pairwise(told):
        assert next_.done >= one.done or next_.step is not one.step
    fetched = [progress for progress in told if progress.step is Step.FETCHING]
    assert fetched[-1].done == fetched[-1].total > 0


def test_without_a_source_it_says_so(machine: Machine) -> None:
    machine.refuse(NoSource, machine.sync())
    assert machine.holds(None)


def test_an_older_release_is_refused(publisher: Repository, machine: Machine, tmp_path: Path) -> None:
    publisher.release(41)
    early = publisher.copy(tmp_path / "early")
    publisher.release(42)
    machine.install(publisher)
    publisher.go_back_to(early)
    machine.refuse(SteppedBack, machine.sync())
    assert machine.holds(42)


def test_an_older_release_is_refused_also_when_the_memory_of_tuf_is_gone(
    publisher: Repository, machine: Machine, tmp_path: Path
) -> None:
    publisher.release(41)
    early = publisher.copy(tmp_path / "early")
    publisher.release(42)
    machine.install(publisher)
    publisher.go_back_to(early)
    shutil.rmtree(machine.paths.sources)
    trouble = machine.refuse(RolledBack, machine.sync(publisher))
    assert (trouble.facts["offered"], trouble.facts["seen"]) == (41, 42)
    assert machine.holds(42)


def test_the_same_number_with_other_records_is_refused(publisher: Repository, machine: Machine) -> None:
    publisher.release(42)
    machine.install(publisher)
    publisher.release(42, size=45)
    machine.refuse(NotTrusted, machine.sync())
    assert machine.holds(42)


def test_far_fewer_records_need_a_yes(publisher: Repository, machine: Machine) -> None:
    publisher.release(42, size=100)
    machine.install(publisher)
    publisher.release(43, size=70)
    trouble = machine.refuse(Shrunk, machine.sync())
    assert trouble.exit_code == 3
    assert machine.holds(42)
    machine.sync(shrink=True)
    assert machine.holds(43)


def test_records_that_do_not_load_count_as_missing(publisher: Repository, machine: Machine) -> None:
    people = [a_provider(number) for number in range(10)]
    publisher.publish(42, people)
    machine.install(publisher)
    broken = [encode(one).replace(b'"name"', b'"nome"') for one in people[:3]]
    publisher.publish(43, [*broken, *people[3:]])
    machine.refuse(Shrunk, machine.sync())
    assert machine.holds(42)


def test_another_source_is_not_compared_with_the_one_in_use(
    publisher: Repository, machine: Machine, tmp_path: Path
) -> None:
    publisher.release(42, size=100)
    machine.install(publisher)
    other = Repository(tmp_path / "other")
    other.release(7, size=3)
    assert machine.install(other).release.number == 7
    assert machine.install(publisher).release.number == 42
    assert machine.shelf.in_use().source != ""


def test_a_bad_record_is_put_aside_with_its_line_and_the_rest_loads(publisher: Repository, machine: Machine) -> None:
    good = [a_provider(number) for number in range(5)]
    bad = encode(a_provider(9)).replace(b'"kind"', b'"age":"old","kind"')
    publisher.publish(42, [*good[:2], bad, *good[2:]])
    outcome = machine.install(publisher)
    assert (outcome.quarantined, outcome.counts["provider"]) == (1, 5)
    (one,) = machine.shelf.quarantined()
    assert (one["line"], one["kind"], one["id"], one["field"]) == (4, "provider", "test:p9", "age")
    assert Catalogue(machine.shelf.in_use().file).search(Filters()).total == 5
    machine.find_current()


def test_a_newer_format_is_refused_before_anything_is_fetched(publisher: Repository, machine: Machine) -> None:
    publisher.release(42)
    machine.install(publisher)
    publisher.release(43, format=2)
    steps: list[Step] = []
    trouble = machine.refuse(FormatTooNew, machine.sync(tell=lambda progress: steps.append(progress.step)))
    assert trouble.facts["found"] == 2
    assert Step.FETCHING not in steps
    assert machine.holds(42)


def test_a_newer_format_in_the_file_itself_is_refused(publisher: Repository, machine: Machine, tmp_path: Path) -> None:
    file = write(tmp_path / "new", whole(crowd(3)), number=42, format=7)
    publisher.add(42, file, a_header(number=42))
    machine.refuse(FormatTooNew, machine.sync(publisher))
    assert machine.holds(None)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"state": "0" * 32}, WrongState),
        ({"counts": {"provider": 900, "center": 900, "hotline": 9}}, NotTrusted),
        ({"release": 43}, DataFileBroken),
        ({"release": "many"}, DataFileBroken),
        ({"counts": None}, DataFileBroken),
    ],
    ids=str,
)
def test_a_file_that_is_not_what_was_signed_about_it(
    publisher: Repository, machine: Machine, said: dict[str, Any], kind: type[NotTrusted]
) -> None:
    publisher.release(41)
    machine.install(publisher)
    publisher.release(42, **said)
    machine.refuse(kind, machine.sync())
    assert machine.holds(41)


def test_a_file_that_calls_itself_another_release(publisher: Repository, machine: Machine) -> None:
    publisher.publish(42, whole(crowd(5)), inside=41)
    machine.refuse(NotTrusted, machine.sync(publisher))
    assert machine.holds(None)


def test_records_that_do_not_add_up_to_the_state_in_the_header(
    publisher: Repository, machine: Machine, tmp_path: Path
) -> None:
    publisher.release(41)
    machine.install(publisher)
    file = write(tmp_path / "new", whole(crowd(40)), number=42)
    header = DataFile(file).header
    text = zstandard.ZstdDecompressor().decompressobj().decompress(file.read_bytes())
    file.write_bytes(zstandard.ZstdCompressor().compress(text.replace(b"212555010", b"212555019", 1)))
    publisher.add(42, file, header)
    machine.refuse(WrongState, machine.sync())
    assert machine.holds(41)


def test_a_signed_file_that_is_cut_short(publisher: Repository, machine: Machine, tmp_path: Path) -> None:
    file = write(tmp_path / "new", whole(crowd(200)), number=42)
    header = DataFile(file).header
    file.write_bytes(file.read_bytes()[:-100])
    publisher.add(42, file, header)
    machine.refuse(DataFileBroken, machine.sync(publisher))
    assert machine.holds(None)


def test_only_the_changes_to_another_release_are_no_release(
    publisher: Repository, machine: Machine, tmp_path: Path
) -> None:
    file = write(tmp_path / "new", whole(crowd(5)), number=42, base=41)
    publisher.add(42, file, a_header(number=42))
    machine.refuse(DataFileBroken, machine.sync(publisher))


@pytest.mark.parametrize("step", list(Step), ids=str)
def test_stopping_at_any_step_changes_nothing(publisher: Repository, machine: Machine, step: Step) -> None:
    publisher.release(41)
    machine.install(publisher)
    publisher.release(42)
    trouble = machine.refuse(Cancelled, machine.sync(tell=stop_at(step)))
    assert trouble.exit_code == 1
    assert machine.holds(41)
    machine.install()
    assert machine.holds(42)


@pytest.mark.parametrize("where", ["opened", "load", "check_and_build", "prove", "ask_a_sample"])
@pytest.mark.parametrize("fault", [DiskFull(what="the new release"), KeyError("a fault in the program")], ids=repr)
def test_a_failure_anywhere_leaves_the_old_release(
    publisher: Repository, machine: Machine, monkeypatch: pytest.MonkeyPatch, where: str, fault: Exception
) -> None:
    publisher.release(41)
    machine.install(publisher)
    publisher.release(42)

    def fails(*_arguments: object) -> None:
        raise fault

    module = "sync" if where in {"opened", "load"} else "loading"
    with monkeypatch.context() as patched:
        patched.setattr(f"therapist_desktop.services.{module}.{where}", fails)
        if isinstance(fault, KeyError):
            with pytest.raises(KeyError):
                machine.sync()
        else:
            machine.refuse(DiskFull, machine.sync())
    assert machine.holds(41)
    machine.install()


def test_a_disk_too_full_is_said_before_fetching(publisher: Repository, machine: Machine) -> None:
    publisher.release(42)
    shelf = Shelf(machine.paths.catalogues, free_bytes=lambda _folder: 1 << 20)
    source = Sources(machine.paths.sources).open(str(publisher.folder), publisher.trust)
    machine.refuse(DiskFull, sync(source, shelf, lambda _progress: None))
    assert machine.holds(None)


def test_two_syncs_at_once(publisher: Repository, machine: Machine) -> None:
    publisher.release(42)
    with machine.shelf.locked():
        machine.refuse(ShelfBusy, machine.sync(publisher))
    machine.install(publisher)


def test_a_damaged_catalogue_is_loaded_anew_beside_the_damaged_one(publisher: Repository, machine: Machine) -> None:
    publisher.release(41, size=40)
    machine.install(publisher)
    publisher.release(42, size=400)
    machine.install()
    damaged = machine.shelf.in_use().file
    content = bytearray(damaged.read_bytes())
    for place in range(len(content) // 2, len(content), 4096):
        content[place : place + 40] = bytes(40)
    damaged.write_bytes(content)
    outcome = machine.install()
    assert (outcome.release.number, outcome.previous) == (42, 41)
    assert machine.shelf.in_use().file != damaged
    assert bytearray(damaged.read_bytes()) == content
    machine.find_current()


def test_a_sample_question_sees_what_the_hash_does_not(
    publisher: Repository, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.release(42)
    machine.install(publisher)
    catalogue = Catalogue(machine.shelf.in_use().file)
    counts = machine.shelf.in_use().counts
    loading.ask_a_sample(catalogue, counts)
    with pytest.raises(CatalogueDamaged, match="finds 40 listings of"):
        loading.ask_a_sample(catalogue, {**counts, "provider": 1})
    with pytest.raises(CatalogueDamaged, match="hotlines"):
        loading.ask_a_sample(catalogue, {**counts, "hotline": 3})
