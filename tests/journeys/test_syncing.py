"""A release comes from a folder while somebody works: progress, plain words, and nothing lost."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tests.journeys.desks import LEFT, Desk, part_of
from tests.services.repositories import Repository, edit
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.dialogs.source import SourceDialog

if TYPE_CHECKING:
    from pathlib import Path

    from therapist_desktop.domain.syncing import Progress


def _sync_from(desk: Desk, folder: Path, trust: Path | None = None) -> None:
    desk.press("Ctrl+Shift+R")
    dialog = part_of(desk.window, SourceDialog)
    dialog.fill(str(folder), str(trust or ""))
    QTest.mouseClick(dialog.go_button, LEFT)


def _wait_for_words(desk: Desk) -> str:
    desk.until(lambda: bool(desk.window.banner.words))
    assert not desk.built.syncing.is_running
    return desk.window.banner.words


def test_a_newer_release_comes_in_and_the_work_goes_on(county_desk: Desk, publisher: Repository) -> None:
    desk = county_desk
    desk.value(Facet.PAYER, "medicaid")
    desk.until(lambda: desk.rows < 3_000)
    desk.choose(30)
    asked, chosen = desk.window.filters.filters, desk.window.results.selected
    told: list[Progress | None] = []
    desk.built.syncing.progressed.connect(told.append)
    said: list[str] = []
    desk.built.syncing.progressed.connect(lambda _: said.append(desk.window.status.text))

    publisher.release(43, 4_000)
    _sync_from(desk, publisher.folder, publisher.trust)
    assert _wait_for_words(desk) == "Release 43 is in use now: 4,000 listings."
    assert told[0] is not None
    assert told[-1] is None
    assert any("Looking for a newer release" in text for text in said)

    desk.until(lambda: "of 4,000 listings" in desk.window.chips.count_text)
    assert desk.rows == desk.built.catalogue.search(asked).total
    assert desk.window.filters.filters == asked
    assert desk.window.chips.texts == ("Medicaid",)
    assert desk.window.results.selected == chosen == desk.shown
    assert "Release 43" in desk.window.status.text

    desk.press("Ctrl+R")
    desk.until(lambda: desk.window.banner.words == "You have the newest release (43).")


def test_a_stopped_sync_changes_nothing(county_desk: Desk, publisher: Repository) -> None:
    desk = county_desk
    publisher.release(43, 6_000)
    cancel = desk.window.status.cancel_button
    desk.press("Ctrl+R")
    desk.until(cancel.isVisible)
    QTest.mouseClick(cancel, LEFT)
    assert _wait_for_words(desk).startswith("Stopped. Nothing was changed.")
    assert not cancel.isVisible()
    assert desk.rows == 3_000
    assert "Release 42" in desk.window.status.text


def test_an_edited_source_is_refused_in_one_sentence(county_desk: Desk, publisher: Repository) -> None:
    desk = county_desk
    publisher.release(43, 4_000)
    edit(publisher.file_of("timestamp"), version=99)
    _sync_from(desk, publisher.folder)
    words = _wait_for_words(desk)
    assert words.startswith("The file is not from the publisher or was damaged")
    assert "Nothing was changed." in words
    assert not desk.window.banner.button.isVisible(), "there is nothing to press that would take it all the same"
    assert desk.rows == 3_000
    assert desk.window.release is not None
    assert desk.window.release.number == 42


def test_a_folder_that_came_late_is_taken_after_a_warning(county_desk: Desk, publisher: Repository) -> None:
    desk = county_desk
    publisher.release(43, 4_000)
    publisher.sign(life=timedelta(days=-53))
    desk.press("Ctrl+R")
    words = _wait_for_words(desk)
    assert "53 days ago" in words
    assert "load it anyway" in words
    QTest.mouseClick(desk.window.banner.button, LEFT)
    desk.until(lambda: desk.window.banner.words == "Release 43 is in use now: 4,000 listings.")
    desk.until(lambda: desk.rows == 4_000)


def test_a_source_that_was_never_set_is_asked_for(desk: Desk) -> None:
    desk.press("Ctrl+R")
    desk.until(lambda: desk.window.findChild(SourceDialog) is not None)
