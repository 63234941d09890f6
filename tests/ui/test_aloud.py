"""Reading aloud with a real process that stands in for the voice."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextDocument

from tests.reading_builders import BODY, TODAY, a_hotline_piece, a_piece
from tests.standing_in import StandIn, stand_in
from therapist_desktop.domain.library import Translation
from therapist_desktop.domain.translating import in_language
from therapist_desktop.domain.voices import Pace
from therapist_desktop.services.voices import voices_here
from therapist_desktop.ui.controllers.aloud import AloudController
from therapist_desktop.ui.reading.aloud_passages import Passage, language_of, passages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

PAGE = (Passage("Signs", is_heading=True), Passage("feeling sad"), Passage("Call 9 8 8."))


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    made = stand_in(tmp_path)
    monkeypatch.setenv("PATH", str(made.folder))
    yield made
    os.close(made.ending)


@pytest.fixture
def reading(qapp: QApplication) -> Iterator[AloudController]:
    made = AloudController()
    yield made
    made.end()


def _begin(reading: AloudController, voice: StandIn, qtbot: QtBot, at: int = 0) -> None:
    reading.use(voices_here())
    reading.start(PAGE, "en", at)
    qtbot.waitUntil(lambda: len(voice.said) == 1)


def _has_said(voice: StandIn, many: int) -> bool:
    return len(voice.said) == many


def test_no_program_is_no_voice(voice: StandIn, reading: AloudController) -> None:
    reading.use(voices_here())
    assert not reading.has_voice
    reading.start(PAGE, "en")
    assert not reading.is_reading


def test_one_passage_after_the_other_until_the_end(voice: StandIn, reading: AloudController, qtbot: QtBot) -> None:
    voice.bring("espeak-ng")
    _begin(reading, voice, qtbot)
    for number in (1, 2):
        voice.finish()
        qtbot.waitUntil(partial(_has_said, voice, number + 1))
        assert reading.at == number
    with qtbot.waitSignal(reading.stopped):
        voice.finish()
    assert voice.said == [one.words for one in PAGE]
    assert not voice.alive
    assert not reading.is_reading


def test_words_go_in_through_the_standard_input_only(voice: StandIn, reading: AloudController, qtbot: QtBot) -> None:
    voice.bring("espeak-ng")
    reading.use(voices_here())
    reading.start((Passage('"; rm -rf $HOME `x` \u00e1\u00e9 \u2019'),), "es")
    qtbot.waitUntil(lambda: bool(voice.said))
    assert voice.said == ['"; rm -rf $HOME `x` \u00e1\u00e9 \u2019']
    assert voice.told[0]["arguments"] == ["--stdin", "-b", "1", "-v", "es-419", "-s", "160"]


def test_a_pause_is_silent_and_goes_on_with_the_same_words(
    voice: StandIn, reading: AloudController, qtbot: QtBot
) -> None:
    voice.bring("espeak-ng")
    _begin(reading, voice, qtbot, at=1)
    reading.toggle_pause()
    qtbot.waitUntil(lambda: not voice.alive)
    assert reading.is_paused
    reading.step(1)
    assert (reading.at, reading.speaker.process_ids) == (2, ())
    reading.step(-1)
    reading.toggle_pause()
    qtbot.waitUntil(lambda: len(voice.said) == 2)
    assert voice.said[1] == voice.said[0]


def test_another_speed_says_the_same_words_anew(voice: StandIn, reading: AloudController, qtbot: QtBot) -> None:
    voice.bring("espeak-ng")
    _begin(reading, voice, qtbot)
    reading.read_at(Pace.FAST)
    qtbot.waitUntil(lambda: len(voice.told) == 2)
    assert [one["arguments"][-1] for one in voice.told] == ["160", "215"]
    assert len(voice.alive) == 1


def test_a_service_is_told_to_be_silent_before_it_is_told_more(
    voice: StandIn, reading: AloudController, qtbot: QtBot
) -> None:
    voice.bring("spd-say")
    _begin(reading, voice, qtbot)
    reading.step(1)
    qtbot.waitUntil(lambda: len(voice.told) == 3)
    assert voice.told[1]["arguments"] == ["-S"]
    assert voice.told[2]["words"] == "feeling sad\n"


def test_a_voice_that_breaks_down_is_replaced(voice: StandIn, reading: AloudController, qtbot: QtBot) -> None:
    voice.bring("spd-say")
    voice.bring("espeak-ng")
    _begin(reading, voice, qtbot)
    voice.break_down()
    qtbot.waitUntil(lambda: len(voice.said) == 2)
    assert [one["program"] for one in voice.told] == ["spd-say", "espeak-ng"]
    assert voice.said == ["Signs", "Signs"]
    with qtbot.waitSignals([reading.unheard, reading.stopped]):
        voice.end_unheard()
    assert not reading.is_reading
    assert not voice.alive


def test_a_program_that_cannot_be_started_is_no_voice(voice: StandIn, reading: AloudController, qtbot: QtBot) -> None:
    voice.bring("espeak-ng")
    reading.use(voices_here())
    (voice.folder / "espeak-ng").unlink()
    with qtbot.waitSignal(reading.unheard):
        reading.start(PAGE, "en")
    assert not reading.is_reading


def test_the_end_leaves_no_process(voice: StandIn, reading: AloudController, qtbot: QtBot) -> None:
    voice.bring("spd-say")
    _begin(reading, voice, qtbot)
    reading.end()
    assert not voice.alive
    assert voice.told[-1]["arguments"] == ["-S"]
    assert reading.speaker.process_ids == ()


def _document(body: str) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(body)
    return document


def test_a_page_is_its_head_and_then_its_text(qapp: QApplication) -> None:
    document = _document(BODY)
    passages = passages_of(a_piece(correction="The date was wrong."), document, TODAY)
    assert passages[0] == Passage("Why the bond with a therapist matters", is_heading=True)
    assert passages[1].words == "Correction. The date was wrong."
    assert "Three parts of an alliance" in [one.words for one in passages if one.is_heading]
    assert "A bond of trust" in [one.words for one in passages]
    for one in passages:
        if one.is_in_text:
            assert document.toPlainText()[one.start : one.stop].split() == one.words.split()


def test_a_row_of_a_table_is_one_passage(qapp: QApplication) -> None:
    table = "<table><tr><th>Line</th><th>Number</th></tr><tr><td>Crisis</td><td>988</td></tr></table><p>After</p>"
    passages = passages_of(a_piece(title=""), _document(f"<p>Before</p>{table}"), TODAY)
    assert [one.words for one in passages] == ["Before", "Line. Number.", "Crisis. 9 8 8.", "After"]


def test_a_page_without_a_text_has_its_numbers_read(qapp: QApplication) -> None:
    said = [one.words for one in passages_of(a_hotline_piece(), _document(""), TODAY)]
    assert said[0] == "SAMHSA National Helpline"
    assert any("8 0 0, 6 6 2, 4 3 5 7" in words for words in said)
    assert "Hours: 24 hours, every day" in said


def test_the_language_of_a_page_is_that_of_what_is_shown() -> None:
    spanish = Translation(language="es", title="Por qu\u00e9", body="<p>Hola</p>")
    piece = a_piece(translations=(spanish,))
    assert language_of(piece, in_language(piece, "en")) == "en"
    assert language_of(piece, in_language(piece, "es")) == "es"
