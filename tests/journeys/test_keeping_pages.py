"""Somebody reads, keeps, closes the program, and finds everything again the next day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.journeys.desks import LEFT, Desk, desk_at
from therapist_desktop.domain.library import Shelf
from therapist_desktop.domain.reading_notes import Colour
from therapist_desktop.ui.dialogs.note import NoteDialog
from therapist_desktop.ui.dialogs.report import ReportDialog
from therapist_desktop.ui.dialogs.reports import ReportsDialog
from therapist_desktop.ui.wiring.kept import Kept

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

GRIEF, DEPRESSION = "topic:grief", "topic:depression"
WORDS = "pain"


def _kept(desk: Desk) -> Kept:
    kept = desk.window.findChild(Kept)
    assert isinstance(kept, Kept)
    return kept


def _read(desk: Desk, piece: str) -> None:
    desk.built.places.open_piece(piece)
    reader = desk.window.reader
    desk.until(lambda: reader.piece is not None and reader.piece.id == piece and reader.is_whole)
    desk.until(lambda: _kept(desk).places.piece == piece)


def _select(desk: Desk, words: str) -> str:
    browser = desk.window.reader.browser
    cursor = browser.document().find(words)
    assert not cursor.isNull()
    browser.setFocus()
    browser.setTextCursor(cursor)
    return cursor.selectedText()


def test_what_was_kept_is_there_the_next_day(starter_folder: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with desk_at(starter_folder, qapp, qtbot) as desk:
        _read(desk, GRIEF)
        desk.press("Ctrl+D")
        desk.press("Ctrl+Alt+D")
        words = _select(desk, "loss")
        desk.press("Ctrl+Alt+H")
        strip = _kept(desk).highlighting.strip
        assert strip.isVisible()
        QTest.mouseClick(strip.buttons[Colour.PINK], LEFT)
        desk.press("Ctrl+Alt+N")
        note = desk.window.findChild(NoteDialog)
        assert note is not None
        note.text.setPlainText("Say it early.")
        QTest.mouseClick(note.save, LEFT)
        bar = desk.window.reader.page.scroller.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        desk.close()
    with desk_at(starter_folder, qapp, qtbot) as desk:
        kept = _kept(desk)
        desk.until(lambda: bool(kept.notes.notes.highlights))
        notes = kept.notes.notes
        assert ([*notes.bookmarks], [*notes.to_read]) == ([GRIEF], [GRIEF])
        (one,) = notes.highlights.values()
        assert (one.anchor.quote, one.colour, one.note) == (words, Colour.PINK, "Say it early.")
        _read(desk, GRIEF)
        bar = desk.window.reader.page.scroller.verticalScrollBar()
        desk.until(lambda: bar.value() > 0)  # where it was left: the tab of yesterday
        assert [mark.cursor.selectedText() for mark in desk.window.reader.browser.extraSelections()] == [words]


def test_a_page_that_was_begun_offers_to_go_on(starter_folder: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with desk_at(starter_folder, qapp, qtbot) as desk:
        _read(desk, DEPRESSION)
        bar = desk.window.reader.page.scroller.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        _read(desk, GRIEF)
        desk.close()
    with desk_at(starter_folder, qapp, qtbot) as desk:
        kept = _kept(desk)
        _read(desk, DEPRESSION)
        desk.until(lambda: kept.line.words.startswith("You stopped at"))
        bar = desk.window.reader.page.scroller.verticalScrollBar()
        assert bar.value() == 0
        QTest.mouseClick(kept.line.button, LEFT)
        assert abs(bar.value() - bar.maximum() // 2) <= bar.maximum() // 10


def test_a_page_of_the_reading_list_is_done_when_it_is_read_to_the_end(desk: Desk) -> None:
    kept = _kept(desk)
    _read(desk, DEPRESSION)
    desk.press("Ctrl+Alt+D")
    bar = desk.window.reader.page.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert kept.notes.notes.to_read[DEPRESSION].done_at is not None
    QTest.mouseClick(kept.line.button, LEFT)
    assert kept.notes.notes.to_read[DEPRESSION].done_at is None


def test_words_are_highlighted_by_mouse_and_the_highlight_is_taken_back(desk: Desk) -> None:
    kept = _kept(desk)
    _read(desk, GRIEF)
    browser = desk.window.reader.browser
    cursor = browser.document().find("loss")
    spot = browser.cursorRect(cursor).center() - QPoint(4, 0)
    QTest.mouseDClick(browser.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spot)
    QTest.mouseRelease(browser.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spot)
    desk.until(kept.highlighting.strip.isVisible)
    QTest.mouseClick(kept.highlighting.strip.buttons[Colour.GREEN], LEFT)
    (one,) = kept.notes.notes.highlights.values()
    assert one.colour is Colour.GREEN
    assert kept.highlighting.strip.remove.isVisible()
    QTest.mouseClick(kept.highlighting.strip.remove, LEFT)
    assert not kept.notes.notes.highlights
    QTest.mouseClick(kept.line.button, LEFT)
    assert dict(kept.notes.notes.highlights) == {one.id: one}
    menu = kept.highlighting.menu()
    assert menu.actions()[0].text() == "Copy"
    assert menu.actions()[0].isEnabled()


def test_without_selected_words_it_says_what_to_do(desk: Desk) -> None:
    _read(desk, GRIEF)
    for keys in ("Ctrl+Alt+H", "Ctrl+Alt+N"):
        desk.press(keys)
        assert _kept(desk).line.words == "Select the words of the page first."
        _kept(desk).line.hide()


def test_a_shelf_leads_to_the_highlight_and_takes_it_away(desk: Desk) -> None:
    kept = _kept(desk)
    _read(desk, GRIEF)
    _select(desk, "loss")
    kept.highlighting.colour(Colour.BLUE)
    _read(desk, DEPRESSION)
    shelf = kept.shelves.widgets[Shelf.HIGHLIGHTS]
    (entry,) = shelf.entries
    assert not entry.flag
    shelf.opened.emit(entry)
    reader = desk.window.reader
    desk.until(lambda: reader.piece is not None and reader.piece.id == GRIEF and reader.is_whole)
    there = kept.highlighting.texts.cursor_of(entry.key)
    assert there is not None
    assert reader.browser.textCursor().position() == there.selectionStart()
    shelf.way_chosen.emit("remove", entry)
    assert not shelf.entries
    shelf.line.button.click()
    assert [one.key for one in shelf.entries] == [entry.key]


def test_links_and_references_are_copied_and_links_lead_back(desk: Desk) -> None:
    _read(desk, GRIEF)
    desk.press("Ctrl+Alt+K")
    link = desk.clipboard
    assert link == "therapist-desktop:piece/topic:grief"
    desk.press("Ctrl+Alt+C")
    menu = _kept(desk).citing.menu
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert "Grief." in desk.clipboard
    assert "Retrieved" in desk.clipboard
    _read(desk, DEPRESSION)
    desk.window.copy(link)
    desk.press("Ctrl+K")
    desk.press("Ctrl+V")
    reader = desk.window.reader
    desk.until(lambda: reader.piece is not None and reader.piece.id == GRIEF)
    assert desk.window.search_box.text() == ""
    desk.press("Ctrl+K")
    desk.type("therapist-desktop:piece/topic:depression")
    assert reader.piece is not None
    assert reader.piece.id == GRIEF
    desk.press("Return")
    desk.until(lambda: reader.piece is not None and reader.piece.id == DEPRESSION)


def test_a_link_of_the_command_line_opens_its_page(starter_folder: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with desk_at(starter_folder, qapp, qtbot) as desk:
        desk.window.link_requested.emit("therapist-desktop:piece/topic:grief")
        reader = desk.window.reader
        desk.until(lambda: reader.piece is not None and reader.piece.id == GRIEF)
        desk.window.link_requested.emit("therapist-desktop:nonsense")
        assert "nonsense" in desk.window.banner.words


def test_highlights_are_saved_as_markdown(desk: Desk, tmp_path: Path) -> None:
    _read(desk, GRIEF)
    assert not desk.window.actions_["export_notes"].isEnabled()
    words = _select(desk, "loss")
    _kept(desk).highlighting.colour(Colour.BLUE)
    desk.press("Ctrl+Alt+X")
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    file = tmp_path / "notes.md"
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    desk.until(file.is_file)
    text = file.read_text(encoding="utf-8")
    assert f"> {words}" in text
    assert "<therapist-desktop:piece/topic:grief>" in text


def test_an_error_is_written_down_kept_and_thrown_away(desk: Desk) -> None:
    kept = _kept(desk)
    _read(desk, GRIEF)
    words = _select(desk, "loss")
    desk.press("Ctrl+Alt+E")
    dialog = desk.window.findChild(ReportDialog)
    assert dialog is not None
    dialog.text.setPlainText("Not only of a person.")
    dialog.reject()
    (draft,) = kept.notes.notes.reports.values()
    assert (draft.quote, draft.text, draft.is_draft) == (words, "Not only of a person.", True)
    desk.until(lambda: desk.window.findChild(ReportDialog) is None)
    again = kept.reporting.report()
    assert again is not None
    assert again.text.toPlainText() == "Not only of a person."
    QTest.mouseClick(again.keep, LEFT)
    assert [one.is_draft for one in kept.notes.notes.reports.values()] == [False]
    listed: ReportsDialog = kept.reporting.show_all()
    (entry,) = listed.shelf.entries
    listed.shelf.way_chosen.emit("remove", entry)
    assert not kept.notes.notes.reports
    listed.reject()
