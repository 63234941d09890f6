"""sync, status, doctor, the starter and the program as a whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Ask
from tests.conftest import ExpectedLog
from tests.made import a_provider, crowd, whole, write
from tests.rules.source import ROOT, loaded_by
from tests.services.machines import Machine
from tests.services.repositories import Repository, edit
from tests.services.servers import answering
from tests.services.test_transport import says_nothing
from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.services import starter
from therapist_desktop.services.catalogue import Catalogue

SYNC_KEYS = {"outcome", "release", "previous", "via", "bytes", "seconds", "counts", "why", "quarantined", "step"}
STATUS_KEYS = {"release", "counts", "age_days", "source", "previous", "sample", "notebook", "versions"}


@pytest.fixture
def publisher(tmp_path: Path) -> Repository:
    """A publisher with release 42."""
    repository = Repository(tmp_path / "published")
    repository.release(42)
    return repository


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that was delivered with a starter."""
    (tmp_path / "shipped" / "starter").mkdir(parents=True)
    write(tmp_path / "shipped" / "starter" / "starter.jsonl.zst", whole(crowd(9)), sample=True, title="Starter")
    monkeypatch.setattr(starter, "shipped", (tmp_path / "shipped").joinpath)


def test_sync_end_to_end(run: Ask, publisher: Repository, tmp_path: Path) -> None:
    data = tmp_path / "data"
    said = run("sync", "--data-dir", data, "--source", publisher.folder, "--trust", publisher.trust, "--json")
    assert said.code == 0
    assert said.json.keys() >= SYNC_KEYS
    assert {key: said.json[key] for key in ("outcome", "release", "previous", "via")} == {
        "outcome": "installed",
        "release": 42,
        "previous": None,
        "via": "full",
    }
    assert said.json["bytes"] == publisher.target_file().stat().st_size
    assert "Fetching" in said.err
    again = run("--data-dir", data, "sync", "--json")
    assert (again.code, again.json["outcome"], again.json["release"]) == (0, "already-current", 42)
    assert "already" in run("--data-dir", data, "sync").out
    publisher.release(43)
    assert "Release 43, Test release, is in use: 40 listings." in run("--data-dir", data, "sync").out
    assert run("--data-dir", data, "status", "--json").json["previous"] == 42


def test_refusals_are_3_and_failures_1(run: Ask, publisher: Repository, tmp_path: Path) -> None:
    data = ("--data-dir", tmp_path / "data")
    said = run("sync", *data, "--source", publisher.folder, "--json")
    assert (said.code, said.json["outcome"]) == (3, "refused")
    assert "--trust" in said.err
    said = run("sync", *data, "--source", tmp_path / "gone", "--trust", publisher.trust, "--json")
    assert (said.code, said.json["outcome"]) == (1, "failed")
    run("sync", *data, "--source", publisher.folder, "--trust", publisher.trust)
    publisher.release(43)
    edit(publisher.file_of("targets"), version=9)
    said = run("sync", *data, "--json")
    assert (said.code, said.json["outcome"], said.json["release"], said.json["step"]) == (3, "refused", 42, "looking")
    assert said.json["why"] in said.err
    assert run("sync", "--data-dir", tmp_path / "other").code == 2


def test_accepting_what_shrank_and_what_ran_out(run: Ask, publisher: Repository, tmp_path: Path) -> None:
    data = ("--data-dir", tmp_path / "data")
    run("sync", *data, "--source", publisher.folder, "--trust", publisher.trust)
    publisher.release(43, size=2)
    assert "--accept-shrink" in run("sync", *data).err
    publisher.sign(life=timedelta(days=-10))
    assert "--accept-expired" in run("sync", *data, "--accept-shrink").err
    assert run("sync", *data, "--accept-shrink", "--accept-expired", "--json").json["release"] == 43


def test_what_was_put_aside_is_listed(run: Ask, publisher: Repository, tmp_path: Path) -> None:
    people = [a_provider(number) for number in range(9)]
    bad = encode(a_provider(9)).replace(b'"kind"', b'"age":"old","kind"')
    publisher.publish(43, [*people, bad])
    said = run("sync", "--data-dir", tmp_path, "--source", publisher.folder, "--trust", publisher.trust, "--json")
    assert said.code == 0
    (one,) = said.json["quarantined"]
    assert one.keys() == {"line", "kind", "id", "field", "rule"}
    assert (one["line"], one["id"]) == (11, "test:p9")


@pytest.mark.usefixtures("bundled")
@pytest.mark.parametrize("command", [("search", "ana"), ("show", "hotline:988"), ("library",), ("status",)], ids=str)
def test_a_fresh_machine_gets_the_starter_first(run: Ask, tmp_path: Path, command: tuple[str, ...]) -> None:
    said = run(*command, "--json", "--data-dir", tmp_path / "data")
    assert said.code == 0
    assert said.json
    assert "starter release" in said.err
    assert run(*command, "--json", "--data-dir", tmp_path / "data").err == ""
    assert run("status", "--json", "--data-dir", tmp_path / "data").json["sample"] is True


def test_a_fresh_machine_without_a_starter(run: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starter, "shipped", tmp_path.joinpath)
    said = run("search", "--data-dir", tmp_path / "data")
    assert (said.code, said.out) == (1, "")
    assert "starter release that belongs to this program is missing" in said.err


@pytest.mark.usefixtures("bundled")
def test_a_data_folder_that_is_none(run: Ask, publisher: Repository, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for command in (("search",), ("status",), ("sync", "--source", publisher.folder, "--trust", publisher.trust)):
        said = run(*command, "--data-dir", tmp_path / "file")
        assert (said.code, said.out) == (1, "")
        assert "cannot be written" in said.err


def test_status(ask: Ask, published: Repository) -> None:
    said = ask("status", "--json")
    assert said.json.keys() >= STATUS_KEYS
    assert (said.json["release"]["number"], said.json["source"]) == (42, str(published.folder))
    assert said.json["counts"]["hotline"] == 2
    assert "Test release" in ask("status").out


def test_doctor(ask: Ask, run: Ask, tmp_path: Path) -> None:
    said = ask("doctor", "--json")
    assert (said.code, said.json["ok"]) == (0, True)
    assert "read back as they were signed" in ask("doctor").out
    empty = run("doctor", "--data-dir", tmp_path / "empty")
    assert empty.code == 1
    assert "TROUBLE" in empty.out
    assert "to do" in empty.out


def test_a_fault_in_the_program_is_one_line_and_goes_to_the_log(
    run: Ask, tmp_path: Path, published: Repository, expected_log: ExpectedLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_arguments: object) -> None:
        raise KeyError("secret words")

    Machine(tmp_path).install(published)
    monkeypatch.setattr(Catalogue, "search", fails)
    expected_log("a fault in the program")
    said = run("search", "secret words", "--data-dir", tmp_path)
    assert (said.code, said.out) == (1, "")
    assert "KeyError" in said.trouble
    log = (tmp_path / "log.txt").read_text()
    assert "KeyError" in log
    assert "secret" not in log


def test_a_sync_leaves_a_line_in_the_log(run: Ask, publisher: Repository, tmp_path: Path) -> None:
    run("sync", "--data-dir", tmp_path, "--source", publisher.folder, "--trust", publisher.trust)
    run("sync", "--data-dir", tmp_path, "--source", tmp_path)
    log = (tmp_path / "log.txt").read_text()
    assert "installed release 42" in log


def test_help_and_version(run: Ask) -> None:
    assert run("--help").code == 0
    assert "therapist-desktop" in run("--version").out
    for verb in ("search", "show", "library", "sync", "status", "doctor"):
        assert "--data-dir" in run(verb, "--help").out


@pytest.mark.parametrize(
    "argv",
    [["dance"], ["show"], ["show", "a", "b"], ["sync", "now"], ["--limit", "3"], ["--source", "x", "status"]],
    ids=str,
)
def test_wrong_usage_of_the_whole(run: Ask, argv: list[str]) -> None:
    said = run(*argv)
    assert (said.code, said.out) == (2, "")
    assert "--help" in said.trouble


def test_help_loads_nothing_heavy() -> None:
    heavy = {"PySide6", "msgspec", "numpy", "sqlalchemy", "tuf", "sqlite3", "zstandard", "urllib3", "asyncio"}
    assert not heavy.intersection(loaded_by(["therapist_desktop.cli"]))


def test_as_a_program(data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "therapist_desktop", "search", "mary", "--data-dir", data],
        cwd=ROOT,
        env=os.environ | {"PYTHONWARNINGS": "error"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "listings" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_control_c_stops_a_sync_in_an_orderly_way(publisher: Repository, tmp_path: Path) -> None:
    with answering(says_nothing) as address:
        options = ["--data-dir", str(tmp_path / "data"), "--source", address, "--trust", str(publisher.trust), "--json"]
        process = subprocess.Popen(
            [sys.executable, "-m", "therapist_desktop", "sync", *options],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr is not None
        assert "Looking" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert '"outcome": "failed"' in out
    assert err.startswith("Stopped. Nothing was changed.")
    assert not list((tmp_path / "data" / "catalogues").glob("bench-*"))
