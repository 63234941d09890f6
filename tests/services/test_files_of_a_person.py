"""Where files live, and what the log never says."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from therapist_desktop.services.journal import close_journal, open_journal
from therapist_desktop.services.paths import AppPaths

_ANSWERS: dict[str, str] = {}


def test_everything_lives_below_one_folder(tmp_path: Path) -> None:
    paths = AppPaths.under(tmp_path)
    assert {paths.catalogues.parent, paths.sources.parent, paths.notebook.parent, paths.log.parent} == {tmp_path}
    assert not list(tmp_path.iterdir())


def test_the_folder_of_this_user_does_not_roam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = AppPaths.of_this_user().folder
    assert folder.name == "TherapistDesktop"
    assert "Roaming" not in str(folder)


def test_the_journal_tells_where_but_not_what_was_asked(tmp_path: Path) -> None:
    handler = open_journal(tmp_path / "log.txt")
    logger = logging.getLogger("therapist_desktop.test")
    try:
        logger.info("looked near %s and %s, 12345-6789", "10001", 123456)
        _fail(logger)
    finally:
        close_journal(handler)
    log = (tmp_path / "log.txt").read_text()
    assert "10001" not in log
    assert "12345" not in log.replace("123456", "")
    assert "123456" in log
    assert "secret" not in log
    assert "KeyError" in log
    assert "test_files_of_a_person.py" in log


def test_the_journal_is_turned_over(tmp_path: Path) -> None:
    handler = open_journal(tmp_path / "log.txt")
    logger = logging.getLogger("therapist_desktop.test")
    try:
        for _ in range(40):
            logger.info("x" * 100_000)
    finally:
        close_journal(handler)
    files = sorted(tmp_path.glob("log.txt*"))
    assert 2 <= len(files) <= 4
    assert sum(file.stat().st_size for file in files) < 3_000_000


def _fail(logger: logging.Logger) -> None:
    try:
        _ANSWERS["secret words"]
    except KeyError as error:
        logger.info("a fault", exc_info=error)
