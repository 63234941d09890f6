"""Input that nobody means well: one sentence, never a trace, and nothing that steers a terminal."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from tests.cli.conftest import Ask
from tests.hostile import PATHOLOGICAL, naughty, random_texts
from tests.made import a_provider, crowd, whole, write
from tests.services.machines import Machine
from tests.services.repositories import Repository
from therapist_desktop.commands import opening
from therapist_desktop.services import starter
from therapist_desktop.services.locking import locked
from therapist_desktop.services.paths import AppPaths


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "--facet=--"),
        ("search", "--near", "10001", "--within=--"),
        ("search", "--limit=--"),
        ("search", "--near", ""),
        ("search", "--facet", "payer=a\nb\x1b[31m"),
        ("search", "--limit", "a\nb\x85c\u2028d"),
    ],
    ids=str,
)
def test_wrong_usage_is_one_short_line(ask: Ask, arguments: tuple[str, ...]) -> None:
    said = ask(*arguments)
    assert (said.code, said.out) == (2, "")
    assert len(said.trouble) < 500
    assert "\x1b" not in said.trouble


def test_any_text_is_searched_for(ask: Ask) -> None:
    for text in (*PATHOLOGICAL, *naughty()[::7], *random_texts(60)):
        for form in ("--json", "--limit=3"):
            said = ask("search", form, "--", text)
            assert (said.code, said.err) == (0, ""), text
            assert not set(said.out) & set("\x1b\x00\x07\r\u202e")
            assert all(len(line) < 600 for line in said.out.splitlines() if form != "--json")


@pytest.mark.parametrize("digits", [25, 5000])
def test_more_than_there_can_be_is_all_there_is(ask: Ask, digits: int) -> None:
    assert len(ask("search", "--limit", "9" * digits, "--json").json["rows"]) == 200
    assert ask("library", "--offset", "9" * digits, "--json").json["rows"] == []


@pytest.mark.parametrize("one", ["\udcff", "\x1b[31m", "a\nb", ""])
def test_an_id_of_rubbish_is_not_found(ask: Ask, one: str) -> None:
    said = ask("show", one)
    assert (said.code, said.out) == (1, "")
    assert "Nothing with the id" in said.trouble


def test_a_release_cannot_steer_the_terminal(run: Ask, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "published")
    named = a_provider(1, name="Red \x1b[31m\u202eSample\r\x00", description="\x1b]0;title\x07 one\ntwo")
    repository.publish(42, whole([named]))
    Machine(tmp_path / "data").install(repository)
    for command in (("search", "sample"), ("show", "test:p1"), ("status",), ("library",)):
        said = run(*command, "--data-dir", tmp_path / "data")
        assert said.code == 0
        assert not set(said.out) & set("\x1b\x00\x07\r\u202e")
    assert "one\ntwo" in run("show", "test:p1", "--data-dir", tmp_path / "data").out


@pytest.mark.parametrize("address", ["http://[::1", "http://", "https:///x"])
def test_an_address_that_is_none(run: Ask, published: Repository, tmp_path: Path, address: str) -> None:
    said = run("sync", "--data-dir", tmp_path, "--source", address, "--trust", published.trust)
    assert (said.code, said.out) == (1, "")
    assert "is not a source of releases: it is not written as an address" in said.trouble


def test_a_home_of_nobody_is_a_folder_that_is_not_there(
    run: Ask, published: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = "~nobody-has-this-name/x"
    monkeypatch.chdir(tmp_path)
    said = run("sync", "--data-dir", tmp_path, "--source", nobody, "--trust", published.trust)
    assert (said.code, "there is no such folder" in said.err) == (1, True)
    said = run("sync", "--data-dir", tmp_path, "--source", published.folder, "--trust", nobody)
    assert (said.code, "cannot be read" in said.err) == (2, True)
    said = run("doctor", "--data-dir", nobody)
    assert (said.code, said.err) == (1, "")


def test_what_cannot_be_written_is_named_with_its_folder(run: Ask, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    said = run("search", "--data-dir", tmp_path / "file")
    assert said.code == 1
    assert said.trouble.startswith(str(tmp_path / "file"))


def test_a_release_that_is_gone_is_not_replaced_by_samples(run: Ask, published: Repository, tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.install(published)
    machine.shelf.in_use().file.unlink()
    said = run("search", "--data-dir", tmp_path)
    assert (said.code, said.out) == (1, "")
    assert "release 42 is gone" in said.trouble
    machine.install()
    assert run("search", "--data-dir", tmp_path).code == 0


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that was delivered with a starter."""
    (tmp_path / "shipped" / "starter").mkdir(parents=True)
    write(tmp_path / "shipped" / "starter" / "starter.jsonl.zst", whole(crowd(9)), sample=True)
    monkeypatch.setattr(starter, "shipped", (tmp_path / "shipped").joinpath)


@pytest.mark.usefixtures("bundled")
def test_a_first_question_waits_while_another_program_fills_the_shelf(run: Ask, tmp_path: Path) -> None:
    paths = AppPaths.under(tmp_path / "data")
    with ThreadPoolExecutor(1) as other:
        with locked(paths.catalogues / "lock"):
            asked = other.submit(opening.release_in_use, paths)
            assert not wait([asked], timeout=0.3).done
        assert asked.result(timeout=20).release.sample


@pytest.mark.usefixtures("bundled")
def test_it_does_not_wait_for_ever(run: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_PATIENCE", 0.2)
    paths = AppPaths.under(tmp_path / "data")
    with locked(paths.catalogues / "lock"):
        said = run("search", "--data-dir", tmp_path / "data")
    assert (said.code, "already running" in said.trouble) == (1, True)
