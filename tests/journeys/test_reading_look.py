"""Reading in the window: the look, the terms, the languages, from page to page, and what is there tomorrow."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from therapist_desktop.building import build
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.reading_look import PageColours, look_from_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.journeys.desks import Desk

ARTICLE = "article:therapeutic-alliance"


def _read(desk: Desk, piece: str = ARTICLE) -> None:
    desk.window.show_page(Page.LIBRARY)
    desk.built.places.open_piece(piece)
    desk.until(lambda: _piece(desk) == piece and desk.window.reader.is_whole)
    desk.window.reader.browser.setFocus()


def _piece(desk: Desk) -> str:
    return desk.window.reader.piece.id if desk.window.reader.piece else ""


def test_terms_of_the_release_are_explained_and_can_be_left_alone(desk: Desk) -> None:
    _read(desk)
    explaining = desk.window.reader.page.explaining
    desk.until(lambda: bool(explaining.terms))
    desk.press("Ctrl+Alt+G")
    desk.until(lambda: desk.window.reader.is_whole and not explaining.terms)
    assert not desk.window.actions_["glossary"].isChecked()
    desk.press("Ctrl+Alt+G")
    desk.until(lambda: desk.window.reader.is_whole and bool(explaining.terms))
    desk.press("Ctrl+Alt+T")
    assert desk.window.reader.look_panel is not None


def test_page_after_page_with_the_keys(desk: Desk) -> None:
    _read(desk)
    piece = desk.window.reader.piece
    assert piece is not None
    assert piece.before is not None
    before = piece.before.id
    assert not desk.window.actions_["other_language"].isEnabled()
    desk.press("Alt+PgUp")
    desk.until(lambda: _piece(desk) == before)
    desk.press("Alt+PgDown")
    desk.until(lambda: _piece(desk) == ARTICLE)
    desk.press("Alt+Left")
    desk.until(lambda: _piece(desk) == before)


def test_nothing_of_it_can_be_chosen_away_from_the_library(desk: Desk) -> None:
    desk.until(lambda: desk.window.is_furnished)
    assert not desk.window.actions_["reading_look"].isEnabled()
    _read(desk)
    assert desk.window.actions_["reading_look"].isEnabled()
    desk.window.show_page(Page.FIND)
    assert not desk.window.actions_["reading_look"].isEnabled()
    desk.window.actions_["reading_look"].trigger()
    assert desk.window.reader.look_panel is None


def test_the_look_is_there_tomorrow(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    _read(desk)
    wanted = look_from_text('{"colours": "sepia", "typeface": "serif", "zoom": 130, "glossary": false}')
    desk.window.reader.set_look(wanted)
    desk.close()
    reads, deeds = ThreadPoolExecutor(2), ThreadPoolExecutor(1)
    built = build(qapp, desk.paths, reads, deeds)
    built.window.show()
    qtbot.waitUntil(lambda: built.window.is_furnished and bool(built.window.reader.piece), timeout=30_000)
    qtbot.waitUntil(lambda: built.window.reader.is_whole, timeout=30_000)
    reads.submit(int).result()
    assert built.window.reader.look == wanted
    assert built.window.reader.look.colours is PageColours.SEPIA
    assert not built.window.actions_["glossary"].isChecked()
    built.window.close()
    for executor in (reads, deeds):
        executor.shutdown(wait=True, cancel_futures=True)
    built.window.deleteLater()
    built.appearance.deleteLater()
