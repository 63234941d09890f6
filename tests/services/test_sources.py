"""Whom we trust, and what we do not take from anybody."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tuf.ngclient.updater import Updater

from tests.services.machines import Machine
from tests.services.repositories import ROLES, Repository, edit
from tests.services.servers import serving
from therapist_desktop.domain.errors import (
    Expired,
    NotASource,
    NoTrust,
    NotTrusted,
    SteppedBack,
    Trouble,
    Unreachable,
    UsageTrouble,
)
from therapist_desktop.services.sources import Sources


@pytest.fixture(params=["folder", "web"])
def address(request: pytest.FixtureRequest, publisher: Repository) -> Iterator[str]:
    """The publisher, reached both ways."""
    if request.param == "folder":
        yield str(publisher.folder)
        return
    with serving(publisher.folder) as web:
        yield web


@pytest.fixture
def using(publisher: Repository, machine: Machine, address: str) -> Machine:
    """A machine that has release 42 from the publisher."""
    publisher.release(42)
    machine.install(address, publisher.trust)
    return machine


def test_both_ways_install(using: Machine, publisher: Repository) -> None:
    assert using.holds(42)
    publisher.release(43)
    using.install()
    assert using.holds(43)


def test_a_new_address_needs_a_key_file_once(publisher: Repository, machine: Machine, address: str) -> None:
    publisher.release(42)
    trouble = machine.refuse(NoTrust, machine.sync(address))
    assert trouble.exit_code == 3
    machine.install(address, publisher.trust)
    machine.find_current(address)


def test_the_same_publisher_at_two_addresses_is_one_source(
    publisher: Repository, machine: Machine, tmp_path: Path
) -> None:
    publisher.release(42)
    machine.install(publisher)
    publisher.release(43)
    stick = publisher.copy(tmp_path / "stick")
    machine.refuse(NoTrust, machine.sync(str(stick)))
    machine.install(str(stick), publisher.trust)
    assert machine.shelf.pointer().seen == {machine.shelf.in_use().source: 43}
    assert set(Sources(machine.paths.sources).known()) == {str(stick), str(publisher.folder)}
    machine.find_current(str(publisher.folder))


def test_a_source_is_the_same_however_its_folder_is_written(
    publisher: Repository, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.release(42)
    machine.install(publisher.folder.as_uri(), publisher.trust)
    monkeypatch.chdir(publisher.folder.parent)
    machine.find_current(publisher.folder.name)
    machine.find_current(f"{publisher.folder}/")


def test_a_source_that_did_not_hold_is_not_remembered(publisher: Repository, machine: Machine, tmp_path: Path) -> None:
    publisher.release(42)
    stranger = Repository(tmp_path / "stranger")
    machine.refuse(NotTrusted, machine.sync(str(publisher.folder), trust=stranger.trust))
    machine.refuse(NoTrust, machine.sync(str(publisher.folder)))
    assert Sources(machine.paths.sources).known() == {}


def test_trusting_anew_at_a_known_address_replaces_the_old_trust(
    using: Machine, publisher: Repository, address: str, tmp_path: Path
) -> None:
    shutil.rmtree(publisher.folder)
    successor = Repository(publisher.folder)
    successor.release(3)
    using.refuse(NotTrusted, using.sync())
    assert using.holds(42)
    using.install(address, successor.trust)
    assert using.holds(3)
    assert len(Sources(using.paths.sources).known()) == 1


@pytest.mark.parametrize("content", [b"", b"{}", b"<html>", b'{"signed": {}, "signatures": []}', b"\x00" * 70_000])
def test_a_key_file_that_is_none(publisher: Repository, machine: Machine, tmp_path: Path, content: bytes) -> None:
    publisher.release(42)
    file = tmp_path / "some.json"
    file.write_bytes(content)
    machine.refuse(UsageTrouble, machine.sync(str(publisher.folder), trust=file))
    machine.refuse(UsageTrouble, machine.sync(str(publisher.folder), trust=tmp_path / "none.json"))
    machine.refuse(UsageTrouble, machine.sync(str(publisher.folder), trust=publisher.file_of("timestamp")))


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_edited_metadata_is_refused(using: Machine, publisher: Repository, role: str) -> None:
    publisher.release(43)
    edit(publisher.file_of(role), expires="2030-01-01T00:00:00Z")
    assert using.refuse(NotTrusted, using.sync()).exit_code == 3
    assert using.holds(42)


def test_an_edited_new_root_is_refused(using: Machine, publisher: Repository) -> None:
    forged = publisher.metadata / "2.root.json"
    shutil.copy(publisher.trust, forged)
    edit(forged, version=2)
    using.refuse(NotTrusted, using.sync())
    assert using.holds(42)


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_metadata_that_is_no_metadata(using: Machine, publisher: Repository, role: str) -> None:
    publisher.release(43)
    for content, kind in ((b"{]", NotTrusted), (b"[" * 5_000, NotTrusted), (b"\n <html>log in", NotASource)):
        publisher.file_of(role).write_bytes(content)
        using.refuse(kind, using.sync())
    assert using.holds(42)


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_endless_metadata_is_cut(using: Machine, publisher: Repository, role: str) -> None:
    publisher.release(43)
    publisher.file_of(role).write_bytes(b"{" + b" " * 3_000_000)
    using.refuse(NotTrusted, using.sync())


def test_signatures_of_a_stranger_are_refused(using: Machine, publisher: Repository, tmp_path: Path) -> None:
    stranger = Repository(tmp_path / "stranger")
    stranger.release(43)
    shutil.rmtree(publisher.metadata)
    shutil.copytree(stranger.metadata, publisher.metadata)
    using.refuse(NotTrusted, using.sync())
    assert using.holds(42)


@pytest.mark.parametrize("harm", ["altered", "cut", "longer"])
def test_a_data_file_other_than_the_signed_one(using: Machine, publisher: Repository, harm: str) -> None:
    publisher.release(43)
    file = publisher.target_file(43)
    content = file.read_bytes()
    match harm:
        case "altered":
            file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        case "cut":
            file.write_bytes(content[:-1])
        case _:
            file.write_bytes(content + b"x")
    using.refuse(NotTrusted, using.sync())
    assert using.holds(42)


def test_a_file_that_is_not_uploaded_yet(using: Machine, publisher: Repository) -> None:
    publisher.release(43)
    publisher.target_file(43).unlink()
    assert "is missing there" in str(using.refuse(Unreachable, using.sync()))
    publisher.file_of("targets").unlink()
    using.refuse(Unreachable, using.sync())
    assert using.holds(42)


def test_metadata_that_steps_back(using: Machine, publisher: Repository) -> None:
    publisher.sign(version=9)
    using.find_current()
    publisher.sign(version=3)
    using.refuse(SteppedBack, using.sync())


@pytest.mark.parametrize("given", ["ftp://example.org/x", "file://host/share", "http://", "https:///x"])
def test_addresses_of_other_kinds(publisher: Repository, machine: Machine, given: str) -> None:
    publisher.release(42)
    outcome = machine.sync(given, trust=publisher.trust)
    machine.refuse(Trouble, outcome)
    assert machine.holds(None)


def test_a_folder_that_is_no_source(publisher: Repository, machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    trouble = machine.refuse(NotASource, machine.sync(str(tmp_path / "photos"), trust=publisher.trust))
    assert "metadata/timestamp.json" in str(trouble)
    machine.refuse(Unreachable, machine.sync(str(tmp_path / "gone"), trust=publisher.trust))


def test_a_publisher_who_has_not_released_anything(publisher: Repository, machine: Machine) -> None:
    publisher.sign()
    machine.refuse(NotASource, machine.sync(publisher))


def test_a_stick_that_was_pulled_out(using: Machine, publisher: Repository, tmp_path: Path) -> None:
    publisher.folder.rename(tmp_path / "elsewhere")
    outcome = using.sync()
    using.refuse(Trouble, outcome)
    assert using.holds(42)


def test_signatures_that_ran_out_are_refused_with_their_age(using: Machine, publisher: Repository) -> None:
    publisher.release(43)
    publisher.sign(life=timedelta(days=-20))
    day = datetime.now(UTC) - timedelta(days=20)
    trouble = using.refuse(Expired, using.sync())
    assert trouble.exit_code == 3
    assert f"{day:%B %Y}, 20 days ago" in str(trouble)
    assert using.holds(42)


def test_a_folder_that_arrives_late_can_be_accepted_and_the_web_cannot(
    using: Machine, publisher: Repository, address: str
) -> None:
    publisher.release(43)
    publisher.sign(life=timedelta(days=-200))
    using.refuse(Expired, using.sync())
    outcome = using.sync(expired=True)
    if address.startswith("http"):
        using.refuse(Expired, outcome)
    else:
        assert using.holds(43)


def test_a_folder_that_is_too_late_or_steps_back_is_refused_all_the_same(
    publisher: Repository, machine: Machine, tmp_path: Path
) -> None:
    publisher.release(41)
    publisher.sign(life=timedelta(days=-100))
    early = publisher.copy(tmp_path / "early")
    publisher.release(42)
    machine.install(publisher)
    machine.refuse(NoTrust, machine.sync(str(early), expired=True))
    machine.refuse(SteppedBack, machine.sync(str(early), trust=publisher.trust, expired=True))
    publisher.sign(life=timedelta(days=-700))
    machine.refuse(Expired, machine.sync(expired=True))
    assert machine.holds(42)


@pytest.mark.parametrize("roles", [("timestamp",), ("targets", "snapshot"), ("root",), ROLES], ids=str)
def test_new_keys_are_followed_when_the_root_vouches_for_them(
    using: Machine, publisher: Repository, roles: tuple[str, ...]
) -> None:
    stolen = dict(publisher.signers)
    publisher.rotate(*roles)
    publisher.release(43)
    using.install()
    publisher.rotate()
    using.find_current()
    if roles != ("root",):
        publisher.signers |= {role: stolen[role] for role in roles}
        publisher.release(44)
        using.refuse(NotTrusted, using.sync())
        assert using.holds(43)


def test_a_root_that_nobody_vouches_for(using: Machine, publisher: Repository, tmp_path: Path) -> None:
    publisher.signers["root"] = Repository(tmp_path / "stranger").signers["root"]
    publisher.rotate()
    using.refuse(NotTrusted, using.sync())
    assert using.holds(42)


def test_the_one_private_name_of_tuf_we_lean_on_is_there(publisher: Repository, tmp_path: Path) -> None:
    updater = Updater(str(tmp_path), "metadata/", bootstrap=publisher.trust.read_bytes())
    assert updater._trusted_set.reference_time <= datetime.now(UTC)


def test_what_somebody_plants_in_the_memory_of_tuf_does_not_matter(
    using: Machine, publisher: Repository, tmp_path: Path
) -> None:
    stranger = Repository(tmp_path / "stranger")
    stranger.release(99)
    (memory,) = using.paths.sources.glob("*/metadata")
    for role in ("timestamp", "snapshot", "targets"):
        shutil.copy(stranger.file_of(role), memory / f"{role}.json")
    shutil.copy(stranger.trust, memory / "root_history" / "1.root.json")
    using.find_current()


def test_notes_about_sources_that_cannot_be_read_are_no_trust(using: Machine) -> None:
    for file in using.paths.sources.glob("*/source.json"):
        file.write_text(json.dumps({"addresses": 7}))
    assert Sources(using.paths.sources).known() == {}
