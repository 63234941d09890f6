"""What is typed becomes one question, and one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import HandMadeCatalogue
from tests.ui.by_hand import ByHand
from therapist_desktop.domain.errors import Outdated, UnknownValue
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.controllers.search import SearchController
from therapist_desktop.ui.jobs import NewestOnly

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from therapist_desktop.domain.results import Results
    from therapist_desktop.ui.models.pages import Answer


class Refusing(HandMadeCatalogue):
    @override
    def search(self, filters: Filters, *, still: Callable[[], None]) -> Results:
        raise UnknownValue(what="The place Nowhere", hint="Try a ZIP code.")


def _answer(qtbot: QtBot, hand: ByHand) -> None:
    """Let the question come, then answer it."""
    qtbot.waitUntil(lambda: bool(hand.waiting))
    hand.run_all()


def _controller(
    catalogue: HandMadeCatalogue, looking_at: tuple[str, int] = ("", 0)
) -> tuple[SearchController, ByHand, list[Answer]]:
    hand, heard = ByHand(), list["Answer"]()
    controller = SearchController(catalogue, NewestOnly(hand), lambda: looking_at)
    controller.answered.connect(heard.append)
    return controller, hand, heard


def test_fast_typing_asks_once(qtbot: QtBot) -> None:
    catalogue = HandMadeCatalogue()
    controller, hand, heard = _controller(catalogue)
    for words in ("g", "gr", "grief"):
        controller.ask(Filters(words=words))
    assert not hand.waiting
    _answer(qtbot, hand)
    assert [filters.words for filters in catalogue.asked] == ["grief"]
    assert len(heard) == 1


def test_an_answer_brings_the_rows_that_are_seen_first(qtbot: QtBot) -> None:
    controller, hand, heard = _controller(HandMadeCatalogue(10_000), ("npi:0000000640", 6400))
    controller.ask(Filters())
    _answer(qtbot, hand)
    answer = heard[0]
    assert answer.position == 640
    assert {0, 10, 100} <= set(answer.pages)
    assert answer.pages[10][0].row == 640


def test_nothing_found_asks_for_no_rows(qtbot: QtBot) -> None:
    controller, hand, heard = _controller(HandMadeCatalogue(), ("npi:0000000001", 0))
    controller.ask(Filters(words="nothing"))
    _answer(qtbot, hand)
    assert not heard[0].pages
    assert heard[0].position is None


def test_trouble_is_told_as_trouble(qtbot: QtBot) -> None:
    controller, hand, heard = _controller(Refusing())
    with qtbot.waitSignal(controller.failed) as told:
        controller.ask(Filters())
        _answer(qtbot, hand)
    assert isinstance(told.args and told.args[0], UnknownValue)
    assert not heard


def test_a_slow_answer_is_announced(qtbot: QtBot) -> None:
    controller, hand, _ = _controller(HandMadeCatalogue())
    with qtbot.waitSignal(controller.started):
        controller.ask(Filters())
    _answer(qtbot, hand)


@pytest.mark.parametrize("again", [1, 3])
def test_asking_again_asks_the_same(qtbot: QtBot, again: int) -> None:
    catalogue = HandMadeCatalogue()
    controller, hand, heard = _controller(catalogue)
    controller.ask(Filters(words="grief"))
    _answer(qtbot, hand)
    for _ in range(again):
        controller.ask_again()
    _answer(qtbot, hand)
    assert [filters.words for filters in catalogue.asked] == ["grief", "grief"]
    assert len(heard) == 2


def test_a_newer_question_tells_the_older_one_to_stop(qtbot: QtBot) -> None:
    catalogue = HandMadeCatalogue()
    controller, hand, _heard = _controller(catalogue)
    controller.ask(Filters(words="gri"))
    _answer(qtbot, hand)
    catalogue.stills[0]()
    controller.ask(Filters(words="grief"))
    _answer(qtbot, hand)
    catalogue.stills[1]()
    with pytest.raises(Outdated):
        catalogue.stills[0]()
