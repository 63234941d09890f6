"""A page is read aloud in the window, by a process that stands in for the voice of the system."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from tests.journeys.desks import LEFT, Desk, desk_at, part_of
from tests.standing_in import StandIn, stand_in
from therapist_desktop.domain.reading_look import PageColours, ReadingLook
from therapist_desktop.ui.reading.aloud_bar import AloudBar
from therapist_desktop.ui.wiring.aloud import ReadingAloud

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

PAGE, OTHER = "topic:depression", "topic:grief"


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    made = stand_in(tmp_path)
    monkeypatch.setenv("PATH", str(made.folder))
    yield made
    os.close(made.ending)


@pytest.fixture
def reader_desk(voice: StandIn, starter_folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A desk on a machine with one voice, with a page on it."""
    voice.bring("espeak-ng")
    with desk_at(starter_folder, qapp, qtbot) as desk:
        desk.window.furnish()
        _open(desk, PAGE)
        desk.until(desk.window.actions_["read_aloud"].isEnabled)
        yield desk


def _open(desk: Desk, piece: str) -> None:
    reader = desk.window.reader
    desk.built.places.open_piece(piece)
    desk.until(lambda: reader.piece is not None and reader.piece.id == piece and reader.is_whole)


def _bar(desk: Desk) -> AloudBar:
    return part_of(desk.window, AloudBar)


def _aloud(desk: Desk) -> ReadingAloud:
    found: ReadingAloud | None = desk.window.findChild(ReadingAloud)
    assert found is not None
    return found


def _has_said(voice: StandIn, many: int) -> bool:
    return len(voice.said) == many


def _marked(desk: Desk) -> str:
    """The words that are marked in the text."""
    ground = QColor(desk.built.appearance.theme.accent_soft)
    marks: list[QTextEdit.ExtraSelection] = desk.window.reader.browser.extraSelections()
    return " ".join(mark.cursor.selectedText() for mark in marks if mark.format.background().color() == ground)


def _start(desk: Desk, voice: StandIn) -> None:
    before = len(voice.said)
    desk.press("Ctrl+Alt+A")
    desk.until(lambda: len(voice.said) == before + 1)


def test_the_mark_goes_with_the_voice(reader_desk: Desk, voice: StandIn) -> None:
    desk, bar = reader_desk, _bar(reader_desk)
    keyboard = desk.focus
    _start(desk, voice)
    assert voice.said == ["Depression"]
    assert bar.isVisible()
    assert bar.words.startswith("Reading 1 of ")
    for number in range(1, 12):
        voice.finish()
        desk.until(partial(_has_said, voice, number + 1))
        assert "".join(_marked(desk).split())[:20] == "".join(voice.said[-1].split())[:20]
    mark = _aloud(desk).mark
    assert mark.is_in_sight
    assert mark.bar is not None
    assert desk.window.reader.place > 0
    assert desk.focus is keyboard
    assert len(voice.alive) == 1


def test_it_begins_with_what_is_selected(reader_desk: Desk, voice: StandIn) -> None:
    browser = reader_desk.window.reader.browser
    found = browser.document().find("What helps")
    browser.setTextCursor(found)
    _start(reader_desk, voice)
    assert voice.said == ["What helps"]


def test_it_begins_with_what_is_in_sight(reader_desk: Desk, voice: StandIn) -> None:
    reader = reader_desk.window.reader
    reader.page.scroller.go_to_heading(1)
    _start(reader_desk, voice)
    assert voice.said == [reader.page.scroller.headings[1]]


def test_keys_pause_step_and_stop(reader_desk: Desk, voice: StandIn) -> None:
    desk, bar = reader_desk, _bar(reader_desk)
    _start(desk, voice)
    desk.press("Ctrl+Shift+A")
    desk.until(lambda: not voice.alive)
    assert bar.words.startswith("Paused at 1 of ")
    desk.press("Alt+Down")
    assert bar.words.startswith("Paused at 2 of ")
    desk.press("Ctrl+Shift+A")
    desk.until(lambda: len(voice.said) == 2)
    desk.press("Alt+Up")
    desk.until(lambda: len(voice.said) == 3)
    assert voice.said[2] == voice.said[0]
    desk.press("Ctrl+Shift+S")
    desk.until(lambda: len(voice.said) == 4)
    assert voice.told[3]["arguments"][-1] == "215"
    assert len(voice.alive) == 1
    desk.window.reader.browser.setFocus()
    desk.press("Esc")
    desk.until(lambda: not voice.alive)
    assert not bar.isVisible()
    assert not _marked(desk)


def test_stopping_by_button_leaves_the_keyboard_in_the_page(reader_desk: Desk, voice: StandIn) -> None:
    desk, bar = reader_desk, _bar(reader_desk)
    _start(desk, voice)
    bar.stop.setFocus()
    QTest.mouseClick(bar.stop, LEFT)
    desk.until(lambda: not voice.alive)
    assert desk.focus is desk.window.reader.browser


def test_words_are_found_meanwhile_and_escape_closes_their_bar_first(reader_desk: Desk, voice: StandIn) -> None:
    desk, reader = reader_desk, reader_desk.window.reader
    browser = reader.browser
    browser.setTextCursor(browser.document().find("sleeping too little"))
    _start(desk, voice)
    desk.press("Ctrl+F")
    desk.type("sleeping")
    formats = [mark.format.background().color().name() for mark in browser.extraSelections()]
    theme = desk.built.appearance.theme
    assert formats[0] == QColor(theme.accent_soft).name(), "below what is found"
    assert QColor(theme.accent).name() in formats[1:]
    desk.press("Esc")
    assert not reader.find_bar.isVisible()
    assert len(voice.alive) == 1
    desk.press("Esc")
    desk.until(lambda: not voice.alive)


def test_another_look_of_the_page_goes_on(reader_desk: Desk, voice: StandIn) -> None:
    desk, reader = reader_desk, reader_desk.window.reader
    _start(desk, voice)
    voice.finish()
    desk.until(lambda: len(voice.said) == 2)
    reader.set_look(ReadingLook(colours=PageColours.DARK, zoom=150))
    desk.until(lambda: reader.is_whole)
    assert len(voice.alive) == 1
    marks = reader.browser.extraSelections()
    assert marks
    assert voice.said[1].startswith(marks[0].cursor.selectedText()[:20])


@pytest.mark.parametrize("leave", ["another page", "another part of the window", "the crisis page", "the lists"])
def test_leaving_the_page_stops_it(reader_desk: Desk, voice: StandIn, leave: str) -> None:
    desk = reader_desk
    _start(desk, voice)
    if leave == "another page":
        _open(desk, OTHER)
    elif leave == "the lists":
        desk.built.places.open_section(None)
    else:
        desk.press("Ctrl+1" if leave == "another part of the window" else "F9")
    desk.until(lambda: not voice.alive)
    assert not _bar(desk).isVisible()
    assert voice.said == ["Depression"]


def test_a_page_that_a_sync_changed_is_not_read_on(reader_desk: Desk, voice: StandIn) -> None:
    desk, reader = reader_desk, reader_desk.window.reader
    _start(desk, voice)
    piece = reader.piece
    assert piece is not None
    desk.built.reading.piece_opened.emit(piece)
    desk.until(lambda: reader.is_whole)
    assert len(voice.alive) == 1, "the same words are read on"
    desk.built.reading.piece_opened.emit(replace(piece, body="<p>New words.</p>"))
    desk.until(lambda: not voice.alive)
    assert not _bar(desk).isVisible()


def test_the_window_leaves_no_process_behind(reader_desk: Desk, voice: StandIn) -> None:
    _start(reader_desk, voice)
    assert len(voice.alive) == 1
    reader_desk.window.close()
    assert not voice.alive


def test_a_voice_that_is_not_heard_is_said(reader_desk: Desk, voice: StandIn) -> None:
    desk = reader_desk
    _start(desk, voice)
    voice.end_unheard()
    desk.until(desk.window.banner.isVisible)
    assert not _bar(desk).isVisible()
    desk.until(desk.window.actions_["read_aloud"].isEnabled)
    _start(desk, voice)


def test_a_machine_without_a_voice_says_what_to_install(
    voice: StandIn, starter_folder: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with desk_at(starter_folder, qapp, qtbot) as desk:
        _open(desk, PAGE)
        action = desk.window.actions_["read_aloud"]
        desk.until(lambda: "speech-dispatcher" in action.toolTip())
        assert not action.isEnabled()


def test_a_term_is_explained_meanwhile_and_escape_closes_it_first(reader_desk: Desk, voice: StandIn) -> None:
    desk, explaining = reader_desk, reader_desk.window.reader.page.explaining
    desk.until(lambda: desk.window.reader.is_whole and bool(explaining.terms))
    _start(desk, voice)
    desk.window.reader.browser.setFocus()
    explaining.open(explaining.terms[0])
    assert explaining.is_open
    place = desk.window.reader.place
    voice.finish()
    desk.until(lambda: len(voice.said) == 2)
    assert explaining.is_open
    assert desk.window.reader.place == place
    desk.press("Esc")
    assert not explaining.is_open
    assert len(voice.alive) == 1
    desk.window.reader.browser.setFocus()
    desk.press("Esc")
    desk.until(lambda: not voice.alive)


def test_a_page_in_spanish_has_a_voice_in_spanish(reader_desk: Desk, voice: StandIn) -> None:
    desk, reader = reader_desk, reader_desk.window.reader
    assert reader.piece is not None
    assert reader.piece.translations
    _start(desk, voice)
    desk.press("Ctrl+Alt+L")
    desk.until(lambda: not voice.alive)
    desk.until(lambda: reader.is_whole)
    _start(desk, voice)
    assert [one["arguments"][4] for one in voice.told] == ["en-us", "es-419"]
    assert reader.shown is not None
    assert voice.said[1] == reader.shown.title
