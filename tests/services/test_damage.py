"""Damage on this machine: a byte that changed anywhere is found, and said in one sentence."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from tests.made import TODAY
from tests.services.machines import Machine, nothing
from tests.services.repositories import Repository
from therapist_desktop.domain.errors import CatalogueDamaged, NotWritable
from therapist_desktop.domain.filters import Choice, Filters
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.doctor import examine
from therapist_desktop.services.loading import prove_again


@pytest.fixture
def installed(publisher: Repository, machine: Machine) -> Machine:
    publisher.release(42)
    machine.install(publisher)
    return machine


def change(machine: Machine, *statements: str) -> None:
    with closing(sqlite3.connect(machine.shelf.in_use().file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_phone_altered_in_the_table_is_found_and_mended(installed: Machine) -> None:
    change(installed, "UPDATE card SET phone = '911-555-0100' WHERE row = 3")
    found = {finding.name: finding.ok for finding in examine(installed.paths, nothing)}
    assert (found["release"], found["records"]) == (True, False)
    assert installed.install().release.number == 42
    prove_again(installed.shelf.in_use(), nothing)


def test_a_shelf_of_an_earlier_version_is_proved_by_its_records(installed: Machine) -> None:
    pointer = installed.paths.catalogues / "current.json"
    stored = json.loads(pointer.read_bytes())
    del stored["current"]["digest"]
    pointer.write_text(json.dumps(stored))
    assert installed.shelf.in_use().digest == ""
    installed.find_current()


def test_a_file_that_is_gone_is_not_whole(installed: Machine) -> None:
    current = installed.shelf.in_use()
    assert current.is_whole
    assert not current._replace(file=current.file.with_name("gone")).is_whole


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE members SET bitmap = x'3a30000001'",
        "UPDATE facet SET label = CAST(x'ff' AS TEXT) WHERE value = 'medicaid'",
        "UPDATE facet SET aliases = '[1'",
        "UPDATE post SET bitmap = x'00'",
        "UPDATE col SET data = x'00' WHERE name = 'everyone'",
    ],
)
def test_what_cannot_be_read_back_is_damage_and_no_fault(installed: Machine, statement: str) -> None:
    change(installed, statement)
    catalogue = Catalogue(installed.shelf.in_use().file)
    with pytest.raises(CatalogueDamaged):
        catalogue.search(Filters(words="ana", chosen=frozenset({Choice(Facet.PAYER, "medicaid")})), TODAY)


def test_a_memory_of_the_source_that_cannot_be_written_is_said_so(installed: Machine, publisher: Repository) -> None:
    (folder,) = installed.paths.sources.iterdir()
    (folder / "metadata" / "timestamp.json").unlink()
    (folder / "metadata" / "timestamp.json" / "in the way").mkdir(parents=True)
    publisher.release(43)
    installed.refuse(NotWritable, installed.sync())
    assert installed.holds(42)
