"""The release that comes with the program fills an empty shelf and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.made import crowd, whole, write
from tests.services.machines import Machine, nothing, stop_at
from tests.services.repositories import Repository
from therapist_desktop.domain.errors import Cancelled, CatalogueDamaged, DataFileBroken, NoStarter, ShelfBusy
from therapist_desktop.domain.syncing import Step
from therapist_desktop.services import starter
from therapist_desktop.services.starter import BUNDLED, install_starter


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A starter file."""
    return write(tmp_path / "starter.jsonl.zst", whole(crowd(10)), number=1, sample=True, title="Starter")


def test_it_fills_an_empty_shelf(machine: Machine, bundle: Path) -> None:
    shelved = install_starter(machine.shelf, nothing, bundle)
    assert (shelved.release.number, shelved.release.sample, shelved.source) == (1, True, BUNDLED)
    assert machine.holds(1)


def test_it_never_replaces_anything(machine: Machine, publisher: Repository, bundle: Path) -> None:
    publisher.release(42)
    machine.install(publisher)
    assert install_starter(machine.shelf, nothing, bundle).release.number == 42
    assert machine.holds(42)


def test_a_real_release_replaces_it_however_few_records_it_has(
    machine: Machine, publisher: Repository, bundle: Path
) -> None:
    install_starter(machine.shelf, nothing, bundle)
    publisher.release(1, size=2)
    assert machine.install(publisher).previous == 1
    assert machine.shelf.in_use().source != BUNDLED


def test_a_sync_without_a_source_does_not_take_the_bundle_for_one(machine: Machine, bundle: Path) -> None:
    install_starter(machine.shelf, nothing, bundle)
    assert "No source" in str(getattr(machine.sync(), "trouble", ""))


@pytest.mark.parametrize("step", [Step.CHECKING, Step.LOADING, Step.PROVING, Step.ADMITTING], ids=str)
def test_stopping_it_leaves_nothing(machine: Machine, bundle: Path, step: Step) -> None:
    with pytest.raises(Cancelled):
        install_starter(machine.shelf, stop_at(step), bundle)
    assert machine.holds(None)


def test_it_waits_for_nobody(machine: Machine, bundle: Path) -> None:
    with machine.shelf.locked(), pytest.raises(ShelfBusy):
        install_starter(machine.shelf, nothing, bundle)


def test_a_broken_one_is_told(machine: Machine, bundle: Path) -> None:
    bundle.write_bytes(bundle.read_bytes()[:-20])
    with pytest.raises(DataFileBroken):
        install_starter(machine.shelf, nothing, bundle)
    assert machine.holds(None)


def test_a_missing_one_is_told(machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starter, "shipped", tmp_path.joinpath)
    with pytest.raises(NoStarter):
        install_starter(machine.shelf, nothing)
    assert machine.holds(None)


def test_it_is_found_among_what_is_shipped(
    machine: Machine, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starter, "shipped", tmp_path.joinpath)
    (tmp_path / "starter").mkdir()
    bundle.rename(tmp_path / "starter" / "starter.jsonl.zst")
    install_starter(machine.shelf, nothing)
    assert machine.holds(1)


def test_it_does_not_stand_in_for_a_release_that_is_gone(machine: Machine, publisher: Repository, bundle: Path) -> None:
    publisher.release(42)
    machine.install(publisher)
    machine.shelf.in_use().file.unlink()
    lost = machine.shelf.lost()
    assert lost is not None
    assert lost.release.number == 42
    with pytest.raises(CatalogueDamaged, match="release 42 is gone"):
        install_starter(machine.shelf, nothing, bundle)


@pytest.mark.parametrize("kept", [0, 500])
def test_it_comes_back_where_it_was_itself_in_use(machine: Machine, bundle: Path, kept: int) -> None:
    file = install_starter(machine.shelf, nothing, bundle).file
    content = file.read_bytes()[:kept]
    file.unlink()
    if content:
        file.write_bytes(content)
    assert install_starter(machine.shelf, nothing, bundle).is_there
    assert machine.holds(1)
