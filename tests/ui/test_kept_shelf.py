"""A shelf shows what is kept, finds words in it, and does what is asked for by mouse and by keyboard."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.reading_notes import GRIEF, NOW, SLEEP, a_bookmark, a_highlight, a_reading, a_report, a_to_read
from tests.ui.showing import shown
from therapist_desktop.domain.library import Shelf
from therapist_desktop.domain.reading_notes import ReadingNotes
from therapist_desktop.ui.widgets.kept_shelf import KeptShelf, ShelfWords, Way
from therapist_desktop.ui.wiring.kept_shelves import KEPT
from therapist_desktop.ui.wording.kept import (
    bookmark_entries,
    highlight_entries,
    kind_or_section,
    recent_entries,
    report_entries,
    to_read_entries,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from therapist_desktop.ui.theme import Appearance

TODAY = NOW.astimezone().date()
WORDS = ShelfWords("Highlights and notes", "highlighter", "Nothing is highlighted yet.", "Select words first.")
WAYS = (
    Way("note", "Note", "Write its note", "sticky-note"),
    Way("remove", "Remove", "Take it away", "eraser"),
    Way("export", "Export...", "Save all", "file-down", of_all=True),
)
HIGHLIGHTS = {
    "h1": a_highlight(),
    "h2": a_highlight(SLEEP)._replace(id="h2", note="", changed_at=NOW + timedelta(hours=1)),
}
ENTRIES = highlight_entries(ReadingNotes(highlights=HIGHLIGHTS), TODAY, frozenset({"h2"}))


@pytest.fixture
def shelf(qtbot: QtBot, appearance: Appearance) -> KeptShelf:
    shelf = shown(qtbot, KeptShelf(WORDS, WAYS, appearance, search="Search highlights and notes"), 360, 480)
    shelf.show_entries(ENTRIES)
    return shelf


def test_an_empty_shelf_says_how_it_is_filled(shelf: KeptShelf) -> None:
    shelf.show_entries(())
    assert shelf.notice == "Nothing is highlighted yet. Select words first."
    assert not any(part.isVisible() for part in (shelf.field, shelf.button("export")))


def test_entries_are_said_as_a_whole(shelf: KeptShelf) -> None:
    assert [entry.key for entry in shelf.entries] == ["h2", "h1"]  # the page that was worked in last comes first
    said = shelf.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Grief", "Green", "comes in waves", "Good to say early."):
        assert part in said
    assert "Not found in this release's text" in shelf.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_words_are_found_in_titles_quotes_and_notes(shelf: KeptShelf) -> None:
    for words, found in (("WAVES early", ["h1"]), ("sleep", ["h2"]), ("", ["h2", "h1"])):
        shelf.field.setText(words)
        assert [entry.key for entry in shelf.entries] == found
    shelf.field.setText("nowhere")
    assert shelf.notice == "Nothing here holds all of these words."
    assert shelf.field.isVisible()


def test_the_keyboard_opens_and_removes(shelf: KeptShelf, qtbot: QtBot) -> None:
    shelf.list.setFocus()
    shelf.list.setCurrentRow(1)
    with qtbot.waitSignal(shelf.opened) as opened:
        QTest.keyClick(shelf.list, Qt.Key.Key_Return)
    assert opened.args == [ENTRIES[1]]
    with qtbot.waitSignal(shelf.opened_apart):
        QTest.keyClick(shelf.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(shelf.way_chosen) as chosen:
        QTest.keyClick(shelf.list, Qt.Key.Key_Delete)
    assert chosen.args == ["remove", ENTRIES[1]]


def test_the_mouse_opens(shelf: KeptShelf, qtbot: QtBot) -> None:
    place = shelf.list.visualItemRect(shelf.list.item(1)).center()
    with qtbot.waitSignal(shelf.opened) as opened:
        QTest.mouseClick(shelf.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [ENTRIES[1]]
    with qtbot.waitSignal(shelf.opened_apart):
        QTest.mouseClick(shelf.list.viewport(), Qt.MouseButton.MiddleButton, pos=place)


def test_a_button_that_can_do_nothing_is_off(shelf: KeptShelf, qtbot: QtBot) -> None:
    shelf.list.setCurrentRow(-1)
    assert not shelf.button("note").isEnabled()
    assert shelf.button("export").isEnabled()
    with qtbot.waitSignal(shelf.way_chosen) as chosen:
        QTest.mouseClick(shelf.button("export"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["export", None]
    shelf.list.setCurrentRow(0)
    assert shelf.button("note").isEnabled()


def test_whoever_removes_an_entry_stands_on_the_next_one(shelf: KeptShelf) -> None:
    shelf.list.setFocus()
    shelf.list.setCurrentRow(0)
    shelf.show_entries(ENTRIES[1:])
    assert shelf.entry == ENTRIES[1]
    assert shelf.list.hasFocus()


def test_lines_grow_with_what_stands_in_them_and_with_the_text(shelf: KeptShelf, appearance: Appearance) -> None:
    with_note, without = shelf.list.sizeHintForRow(1), shelf.list.sizeHintForRow(0)
    assert with_note > 0 < without
    appearance.set_zoom(2.0)
    assert shelf.list.sizeHintForRow(1) > 1.5 * with_note


def test_entries_of_each_shelf() -> None:
    done = a_to_read(SLEEP)._replace(done_at=NOW)
    notes = ReadingNotes(
        bookmarks={GRIEF.id: a_bookmark(), SLEEP.id: a_bookmark(SLEEP)._replace(made_at=NOW + timedelta(hours=1))},
        to_read={SLEEP.id: done, GRIEF.id: a_to_read()},
        readings={GRIEF.id: a_reading()},
        reports={"r2": a_report()._replace(id="r2", is_draft=False, exported_at=NOW), "r1": a_report()},
    )
    assert [entry.title for entry in bookmark_entries(notes, TODAY)] == ["Sleep well", "Grief"]
    waiting, read = to_read_entries(notes, TODAY)
    assert (waiting.title, waiting.is_done, read.title, read.is_done) == ("Grief", False, "Sleep well", True)
    (recent,) = recent_entries(notes, TODAY)
    assert (
        recent.about
        == "Disorders & conditions \u00b7 today \u00b7 50 % read \u00b7 2 times \u00b7 at \u201cWhat helps\u201d"
    )
    assert ["draft" in entry.about for entry in report_entries(notes, TODAY)] == [True, False]
    assert kind_or_section(SLEEP) == "Article"
    assert kind_or_section(SLEEP._replace(kind="podcast")) == "podcast"
    assert set(KEPT) == {Shelf.READING_LIST, Shelf.BOOKMARKS, Shelf.HIGHLIGHTS, Shelf.RECENT}
