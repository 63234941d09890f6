"""One road to a thread and one road back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThread

from tests.ui.by_hand import ByHand
from therapist_desktop.domain.errors import CatalogueDamaged, Outdated, Trouble
from therapist_desktop.ui.jobs import NewestOnly, OneAtATime, Still, if_trouble

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _fail() -> str:
    raise ValueError("broken")


def test_only_the_newest_answer_is_delivered(qtbot: QtBot) -> None:
    hand, heard = ByHand(), list[str]()
    reads = NewestOnly(hand)
    reads.ask(lambda: "old", heard.append, lambda _: None)
    reads.ask(lambda: "new", heard.append, lambda _: None)
    hand.run_all()
    assert heard == ["new"]
    assert not reads.is_waiting


def test_a_running_question_that_was_overtaken_is_dropped(qtbot: QtBot) -> None:
    hand, heard = ByHand(), list[str]()
    reads = NewestOnly(hand)

    def slow() -> str:
        reads.ask(lambda: "new", heard.append, lambda _: None)
        return "old"

    reads.ask(slow, heard.append, lambda _: None)
    hand.run_all()
    assert heard == ["new"]


def test_an_error_arrives_as_an_error(qtbot: QtBot) -> None:
    hand, heard, errors = ByHand(), list[str](), list[BaseException]()
    reads = NewestOnly(hand)
    reads.ask(_fail, heard.append, errors.append)
    hand.run_all()
    assert not heard
    assert [str(error) for error in errors] == ["broken"]


def test_a_long_question_gives_up_as_soon_as_another_is_asked(qtbot: QtBot) -> None:
    hand, heard, gave_up = ByHand(), list[str](), list[str]()
    reads = NewestOnly(hand)

    def long(still: Still) -> str:
        still()
        reads.ask(lambda: "new", heard.append, lambda _: None)
        try:
            still()
        except Outdated:
            gave_up.append("old")
            raise
        return "old"

    reads.ask_while_wanted(long, heard.append, lambda _: None)
    hand.run_all()
    assert (heard, gave_up) == (["new"], ["old"])


def test_a_long_question_is_told_when_nobody_waits_any_more(qtbot: QtBot) -> None:
    checks = list[Still]()
    hand = ByHand()
    reads = NewestOnly(hand)
    reads.ask_while_wanted(checks.append, lambda _: None, lambda _: None)
    hand.run_all()
    checks[0]()
    reads.forget()
    with pytest.raises(Outdated):
        checks[0]()


def test_a_trouble_is_told_and_a_bug_is_not() -> None:
    heard = list[Trouble]()
    trouble = CatalogueDamaged(what="a bad page")
    if_trouble(heard.append)(trouble)
    with pytest.raises(ZeroDivisionError):
        if_trouble(heard.append)(ZeroDivisionError())
    assert heard == [trouble]


def test_what_is_forgotten_is_never_heard_of(qtbot: QtBot) -> None:
    hand, heard = ByHand(), list[str]()
    reads = NewestOnly(hand)
    reads.ask(lambda: "old", heard.append, lambda _: None)
    reads.forget()
    hand.run_all()
    assert not heard


def test_answers_come_home_to_the_gui_thread(qtbot: QtBot) -> None:
    threads: list[QThread] = []
    with ThreadPoolExecutor(1) as pool:
        reads = NewestOnly(pool)
        reads.ask(lambda: "x", lambda _: threads.append(QThread.currentThread()), lambda _: None)
        qtbot.waitUntil(lambda: bool(threads))
        assert threads == [reads.thread()]


def test_deeds_are_done_in_order_and_every_end_is_told(qtbot: QtBot) -> None:
    hand, heard = ByHand(), list[str]()
    deeds = OneAtATime(hand)
    deeds.do(lambda: "first", heard.append, lambda _: None)
    deeds.do(_fail, heard.append, lambda error: heard.append(f"not {error}"))
    deeds.do(lambda: "last", heard.append, lambda _: None)
    assert deeds.is_busy
    hand.run_all()
    assert heard == ["first", "not broken", "last"]
    assert not deeds.is_busy
