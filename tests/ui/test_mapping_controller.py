"""What the map asks of the catalogue, and what it does not ask twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import a_card, some_results
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.mapping import MAX_ZOOM, Box, Clusters, Dot
from therapist_desktop.ui.controllers.mapping import LISTED, Heap, Heaps, MappingController
from therapist_desktop.ui.jobs import NewestOnly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from tests.conftest import ExpectedLog
    from tests.ui.by_hand import ByHand
    from therapist_desktop.domain.results import Card, Results
    from therapist_desktop.services.outline import Outline

FAR_APART = (Dot(0.2, 0.4, 3, 0), Dot(0.3, 0.4, 1, 9))
BOX = Box(0.1, 0.3, 0.3, 0.5)


class HandMadeMap:
    """Answers like a catalogue: these dots at every zoom, unless there are finer ones."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, Box | None]] = []
        self.finest: tuple[Dot, ...] = FAR_APART
        self.damaged = False

    def clusters(self, results: Results, zoom: int, within: Box | None = None) -> Clusters:
        self.asked.append((zoom, within))
        if self.damaged:
            raise CatalogueDamaged(what="trial")
        return Clusters(zoom, self.finest if zoom == MAX_ZOOM else FAR_APART, 2)

    def inside(self, results: Results, box: Box, limit: int) -> tuple[Card, ...]:
        assert limit == LISTED
        return (a_card(1), a_card(2))

    def of_rows(self, results: Results, rows: Sequence[int]) -> tuple[Card, ...]:
        return tuple(a_card(row) for row in rows)

    def settle(self) -> None:
        pass


class Told:
    """Everything a controller said."""

    def __init__(self, controller: MappingController) -> None:
        self.dots: list[Heaps] = []
        self.cards: list[dict[int, Card]] = []
        self.heaps: list[Heap] = []
        self.spreads: list[Box] = []
        self.troubles: list[object] = []
        controller.dots_came.connect(self.dots.append)
        controller.cards_came.connect(self.cards.append)
        controller.heap_came.connect(self.heaps.append)
        controller.spread_came.connect(self.spreads.append)
        controller.failed.connect(self.troubles.append)


@pytest.fixture
def catalogue() -> HandMadeMap:
    return HandMadeMap()


@pytest.fixture
def controller(qapp: QApplication, hand: ByHand, catalogue: HandMadeMap) -> MappingController:
    return MappingController(catalogue, lambda: NewestOnly(hand))


def test_nothing_is_asked_before_there_are_results(controller: MappingController, hand: ByHand) -> None:
    controller.ask_dots(4, None)
    controller.ask_cards((1,))
    controller.open_heap(FAR_APART[0], BOX)
    assert not hand.waiting


def test_a_zoom_that_was_asked_for_is_kept_until_the_results_change(
    controller: MappingController, hand: ByHand, catalogue: HandMadeMap
) -> None:
    told = Told(controller)
    controller.use(some_results(4))
    for _ in range(2):
        controller.ask_dots(4, None)
        hand.run_all()
    assert len(told.dots) == 2
    assert len(catalogue.asked) == 1
    controller.use(some_results(4))
    controller.ask_dots(4, None)
    hand.run_all()
    assert len(catalogue.asked) == 2


def test_only_the_newest_question_is_answered(controller: MappingController, hand: ByHand) -> None:
    told = Told(controller)
    controller.use(some_results(4))
    controller.ask_dots(7, BOX)
    controller.ask_dots(8, BOX)
    hand.run_all()
    assert [clusters.zoom for clusters in told.dots] == [8]
    assert told.dots[0].without == 2


def test_an_answer_to_older_results_is_dropped(controller: MappingController, hand: ByHand) -> None:
    told = Told(controller)
    controller.use(some_results(4))
    controller.ask_dots(4, None)
    controller.use(some_results(2))
    hand.run_all()
    assert not told.dots


def test_single_dots_become_cards(controller: MappingController, hand: ByHand) -> None:
    told = Told(controller)
    controller.use(some_results(4))
    controller.ask_cards((3, 9))
    hand.run_all()
    assert [card.id for card in told.cards[0].values()] == [a_card(3).id, a_card(9).id]


def test_a_heap_of_several_spots_tells_where_they_are(controller: MappingController, hand: ByHand) -> None:
    told = Told(controller)
    controller.use(some_results(4))
    controller.open_heap(FAR_APART[0], BOX)
    hand.run_all()
    assert told.spreads == [Box(0.2, 0.4, 0.3, 0.4)]


def test_a_heap_at_one_spot_is_listed(controller: MappingController, hand: ByHand, catalogue: HandMadeMap) -> None:
    told = Told(controller)
    catalogue.finest = (Dot(0.2, 0.4, 2, 1),)
    controller.use(some_results(4))
    controller.open_heap(FAR_APART[0], BOX)
    hand.run_all()
    assert told.heaps == [Heap(FAR_APART[0], (a_card(1), a_card(2)))]


def test_trouble_is_told(controller: MappingController, hand: ByHand, catalogue: HandMadeMap) -> None:
    told = Told(controller)
    catalogue.damaged = True
    controller.use(some_results(4))
    controller.ask_dots(4, None)
    hand.run_all()
    assert isinstance(told.troubles[0], CatalogueDamaged)


@pytest.mark.parametrize("fault", [OSError("no such file"), ValueError("no outline")])
def test_a_map_without_land_still_has_its_dots(
    controller: MappingController, hand: ByHand, expected_log: ExpectedLog, fault: Exception
) -> None:
    expected_log("the outline of the states cannot be read")

    def read() -> Outline:
        raise fault

    told = Told(controller)
    controller.ask_outline(read)
    controller.use(some_results(4))
    controller.ask_dots(4, None)
    hand.run_all()
    assert told.dots
    assert not told.troubles
