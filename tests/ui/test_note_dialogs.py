"""Notes and reports: warned of what is personal, never kept from writing, and nothing that was typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.reading_notes import a_report
from tests.ui.showing import shown
from therapist_desktop.domain.reading_notes import Wrong
from therapist_desktop.ui.dialogs.note import NoteDialog
from therapist_desktop.ui.dialogs.report import ReportDialog
from therapist_desktop.ui.dialogs.reports import ReportsDialog
from therapist_desktop.ui.widgets.kept_line import KeptLine
from therapist_desktop.ui.wording.reports import wrong_name

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from therapist_desktop.ui.theme import Appearance


@pytest.fixture
def note(qtbot: QtBot, appearance: Appearance) -> NoteDialog:
    dialog = NoteDialog("comes in waves", "", appearance)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def report(qtbot: QtBot, appearance: Appearance) -> ReportDialog:
    dialog = ReportDialog(a_report(), appearance)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_note_is_kept(note: NoteDialog, qtbot: QtBot) -> None:
    note.text.setPlainText(" Good to say early.\n")
    assert not note.warning.words
    with qtbot.waitSignal(note.written) as written:
        QTest.mouseClick(note.save, Qt.MouseButton.LeftButton)
    assert written.args == ["Good to say early."]


def test_what_looks_personal_is_warned_about_and_can_be_kept(note: NoteDialog, qtbot: QtBot) -> None:
    note.text.setPlainText("Ask at 555-555-0123.")
    assert note.warning.words == "This looks like a phone number. Notes must not hold anything about a patient."
    assert note.save.text() == "Keep anyway"
    with qtbot.waitSignal(note.written):
        QTest.mouseClick(note.save, Qt.MouseButton.LeftButton)
    note.text.setPlainText("Ask at the desk.")
    assert not note.warning.words


def test_a_note_that_was_put_off_is_told(note: NoteDialog, qtbot: QtBot) -> None:
    note.text.setPlainText("half a thou")
    with qtbot.waitSignal(note.put_off) as put_off:
        note.reject()
    assert put_off.args == ["half a thou"]


def test_a_report_is_a_draft_until_it_is_finished(report: ReportDialog, qtbot: QtBot) -> None:
    report.text.setPlainText("Half of it.")
    with qtbot.waitSignal(report.draft_changed) as told:
        report.reject()
    assert (told.args[0].text, told.args[0].is_draft) == ("Half of it.", True)
    report.show()
    report.wrong.setCurrentIndex(list(Wrong).index(Wrong.SOURCE))
    report.text.setPlainText("All of it.")
    with qtbot.waitSignal(report.finished_report) as finished:
        QTest.mouseClick(report.keep, Qt.MouseButton.LeftButton)
    kept = a_report()._replace(text="All of it.", wrong=Wrong.SOURCE, is_draft=False)
    assert finished.args == [kept]


def test_a_report_in_the_middle_of_typing_is_told(report: ReportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(report.draft_changed) as told:
        QTest.keyClicks(report.text, "x")
    assert "x" in told.args[0].text


def test_a_report_warns_too(report: ReportDialog) -> None:
    report.text.setPlainText("born 4/17/1982")
    assert "birth date" in report.warning.words
    assert report.keep.text() == "Keep anyway"


def test_everything_that_can_be_wrong_has_a_name() -> None:
    assert len({wrong_name(wrong) for wrong in Wrong}) == len(Wrong)


def test_the_list_of_reports_says_how_to_begin(qtbot: QtBot, appearance: Appearance) -> None:
    dialog = ReportsDialog(appearance)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.shelf.notice.startswith("No error was written down yet.")


def test_a_line_does_its_deed_once_and_goes(qtbot: QtBot, appearance: Appearance) -> None:
    line = shown(qtbot, KeptLine(appearance), 400, 40)
    done: list[str] = []
    line.say("star", "The bookmark is taken out.", "Undo", lambda: done.append("back"))
    assert line.words == "The bookmark is taken out."
    QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert (done, line.words) == (["back"], "")
    line.say("star", "Bookmarked.")
    assert not line.button.isVisible()
    QTest.mouseClick(line.close_line, Qt.MouseButton.LeftButton)
    assert line.isHidden()
