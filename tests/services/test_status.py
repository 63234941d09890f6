"""What this machine says about itself, and whether it notices what is wrong with it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from tests.made import TODAY
from tests.services.machines import Machine, nothing
from tests.services.repositories import Repository
from therapist_desktop.data.notebook_file import HEAD
from therapist_desktop.domain.errors import NoCatalogue
from therapist_desktop.domain.notebook import Shown
from therapist_desktop.services.doctor import Finding, examine
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.services.status import status_json, status_of


@pytest.fixture
def using(publisher: Repository, machine: Machine) -> Machine:
    """A machine that went from release 41 to 42."""
    publisher.release(41)
    machine.install(publisher)
    publisher.release(42, size=300)
    machine.install()
    return machine


def findings(machine: Machine) -> dict[str, Finding]:
    return {finding.name: finding for finding in examine(machine.paths, nothing)}


def troubles(machine: Machine) -> set[str]:
    """The names of what is not well; each of them says what to do."""
    bad = [finding for finding in findings(machine).values() if not finding.ok]
    assert all(finding.next_step for finding in bad)
    return {finding.name for finding in bad}


def test_status(using: Machine) -> None:
    status = status_of(using.shelf, datetime(2026, 12, 1, 8, tzinfo=UTC))
    assert (status.release.number, status.previous, status.age_days, status.quarantined) == (42, 41, 10, 0)
    assert status.versions["sqlite"]
    answer = status_json(status, using.shelf.in_use().counts, using.paths)
    keys = {"release", "counts", "age_days", "source", "previous", "sample", "notebook", "versions"}
    assert keys <= answer.keys()
    assert {"number", "published", "title"} <= answer["release"].keys()
    file = using.paths.notebook
    of_pages = dict.fromkeys(("bookmarks", "to_read", "highlights", "pages_read", "reports"), 0)
    nothing_noted = {"file": str(file), "marks": 0, "outcomes": 0, **of_pages, "revision": None, "last_backup": None}
    assert answer["notebook"] == nothing_noted
    Notebook(file).mark(Shown("test:p1", "provider", "Ana Sample"))
    assert status_json(status, {}, using.paths)["notebook"] == {**nothing_noted, "marks": 1, "revision": HEAD}
    file.write_bytes(b"12345")
    foreign = status_json(status, {}, using.paths)["notebook"]
    assert foreign["marks"] is None
    assert "is not a notebook" in foreign["trouble"]


def test_a_release_from_tomorrow_is_not_older_than_today(using: Machine) -> None:
    assert status_of(using.shelf, datetime(2026, 11, 1, tzinfo=UTC)).age_days == 0


def test_no_release_no_status(machine: Machine) -> None:
    with pytest.raises(NoCatalogue):
        status_of(machine.shelf)


def test_a_doctor_finds_nothing_on_a_healthy_machine(using: Machine) -> None:
    assert troubles(using) == set()
    names = {"sqlite", "free-space", "sources", "lock", "notebook", "release", "previous", "records"}
    assert set(findings(using)) == names


def test_a_doctor_on_an_empty_machine(machine: Machine) -> None:
    assert troubles(machine) == {"release"}
    assert not machine.paths.folder.exists()


def test_a_doctor_sees_a_changed_digit(using: Machine) -> None:
    file = using.shelf.in_use().file
    content = bytearray(file.read_bytes())
    place = content.rindex(b"test:p1")
    content[place + 6] ^= 1
    for spot in range(len(content) // 2, len(content), 2048):
        content[spot] ^= 1
    file.write_bytes(content)
    assert troubles(using) == {"records"}


def test_a_doctor_sees_a_missing_file(using: Machine) -> None:
    using.shelf.in_use().file.unlink()
    assert troubles(using) == {"release"}
    assert "release 41 is used instead" in findings(using)["release"].what
    using.shelf.in_use().file.unlink()
    assert troubles(using) == {"release"}


def test_a_doctor_sees_a_missing_previous(using: Machine) -> None:
    previous = using.shelf.pointer().previous
    assert previous is not None
    previous.file.unlink()
    assert troubles(using) == {"previous"}


def test_a_doctor_sees_a_running_sync(using: Machine) -> None:
    with using.shelf.locked():
        assert troubles(using) == {"lock"}


def test_a_doctor_looks_through_the_notebook(using: Machine) -> None:
    notebook = Notebook(using.paths.notebook)
    notebook.mark(Shown("test:p1", "provider", "Ana Sample"))
    assert "marks 1" in findings(using)["notebook"].what
    notebook.look_after(TODAY)
    assert f"the newest copy is of {TODAY}" in findings(using)["notebook"].what
    with closing(sqlite3.connect(notebook.file)) as connection, connection:
        connection.execute("DELETE FROM listing")  # foreign keys are off here
    assert troubles(using) == {"notebook"}
    found = findings(using)["notebook"]
    assert "a row of mark belongs to nothing" in found.what
    assert f"notebook-{TODAY}.sqlite" in found.next_step


def test_a_doctor_sees_a_lost_key_file(using: Machine) -> None:
    for file in using.paths.sources.glob("*/root.json"):
        file.unlink()
    assert troubles(using) == {"sources"}
    shutil.rmtree(using.paths.sources)
    assert troubles(using) == set()
