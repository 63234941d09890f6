"""What Qt sees of results and facets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.builders import TODAY, a_card, a_grouped_facet, a_taxonomy, cards_of, some_results
from tests.ui.by_hand import ByHand
from tests.ui.showing import answer_of
from therapist_desktop.domain.notebook import NOTHING
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.jobs import NewestOnly
from therapist_desktop.ui.models.columns import COLUMNS, MILES, VERIFIED
from therapist_desktop.ui.models.facet_rows import TOP, FacetView, more_count, rows_to_show
from therapist_desktop.ui.models.facets import FacetModel
from therapist_desktop.ui.models.listings import ListingModel
from therapist_desktop.ui.models.pages import KEPT, PAGE, Answer, Pages
from therapist_desktop.ui.wording.cards import miles, sentence, verified

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def _model(hand: ByHand, total: int = 1000) -> ListingModel:
    model = ListingModel(Pages(cards_of, NewestOnly(hand)), today=lambda: TODAY)
    results = some_results(total)
    model.show(answer_of(results))
    return model


def _past_the_timer(qtbot: QtBot, hand: ByHand) -> None:
    qtbot.waitUntil(lambda: bool(hand.waiting))
    hand.run_all()


def test_the_results_keep_qts_promises(qtbot: QtBot) -> None:
    model = _model(ByHand(), total=PAGE)
    tester = QAbstractItemModelTester(model, FATAL)
    model.show(None)
    model.show(Answer(some_results(3), {0: (a_card(0), a_card(1), a_card(2))}))
    assert tester.model() is model
    assert model.rowCount() == 3
    assert model.rowCount(model.index(0, 0)) == 0


def test_the_first_page_comes_with_the_answer(qtbot: QtBot) -> None:
    hand = ByHand()
    model = _model(hand)
    assert model.data(model.index(0, 0)) == "Person 0 Sample, LCSW"
    assert not hand.waiting


def test_a_row_that_is_not_there_is_fetched_and_announced(qtbot: QtBot) -> None:
    hand = ByHand()
    model = _model(hand)
    assert model.data(model.index(500, 0)) is None
    with qtbot.waitSignal(model.dataChanged) as told:
        _past_the_timer(qtbot, hand)
    assert told.args is not None
    assert told.args[0].row() <= 500 <= told.args[1].row()
    assert model.data(model.index(500, 0)) == "Person 500 Sample, LCSW"


def test_a_million_rows_cost_only_the_pages_that_are_seen(qtbot: QtBot) -> None:
    hand = ByHand()
    pages = Pages(cards_of, NewestOnly(hand))
    pages.open(Answer(some_results(1_000_000), {}))
    for row in range(0, PAGE * (KEPT + 20), PAGE):
        pages.card(row)
        _past_the_timer(qtbot, hand)
    assert pages.total == 1_000_000
    assert len(pages._kept) == KEPT


def test_a_row_of_a_release_that_has_moved_on_stays_a_placeholder(qtbot: QtBot) -> None:
    hand = ByHand()
    model = ListingModel(Pages(lambda *_: (), NewestOnly(hand)))
    model.show(Answer(some_results(10), {}))
    assert model.card(3) is None
    _past_the_timer(qtbot, hand)
    assert model.card(3) is None


def test_a_row_is_one_sentence(qtbot: QtBot) -> None:
    model = _model(ByHand())
    spoken = str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))
    for part in ("Person 0 Sample, LCSW, provider", "Taking new clients", "takes Medicaid", "verified 21 days ago"):
        assert part in spoken
    assert spoken.endswith(".")


def test_figures_stand_right(qtbot: QtBot) -> None:
    model = _model(ByHand())
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert model.data(model.index(0, MILES), Qt.ItemDataRole.TextAlignmentRole) == right
    assert model.headerData(VERIFIED, Qt.Orientation.Horizontal) == "Verified"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (21, "Fresh \u00b7 21 d"),
        (140, "Ageing \u00b7 140 d"),
        (800, "Stale \u00b7 2 y"),
        (None, "Never checked"),
        (0, "Fresh \u00b7 today"),
    ],
)
def test_the_age_is_said_in_words(days: int | None, words: str) -> None:
    assert verified(a_card(days=days), TODAY) == words


@pytest.mark.parametrize(("distance", "shown"), [(None, ""), (0.84, "0.8"), (9.96, "10.0"), (31.4, "31")])
def test_distances_are_short(distance: float | None, shown: str) -> None:
    assert miles(a_card(miles=distance)) == shown


def test_a_sample_says_that_it_is_one() -> None:
    assert "not a real listing" in sentence(a_card(sample=True), NOTHING, TODAY)
    assert len(COLUMNS) == 10


def _ids(view: FacetView, rank: dict[str, int] | None = None) -> list[str]:
    payers = a_taxonomy({Facet.PAYER: 60}).lists[0]
    return [row.value.id for row in rows_to_show(payers, rank or {}, view)]


def test_a_long_facet_shows_the_most_frequent_values() -> None:
    assert _ids(FacetView(), {"payer-50": 9, "payer-40": 8})[:2] == ["payer-50", "payer-40"]
    assert len(_ids(FacetView())) == TOP
    assert len(_ids(FacetView(all_shown=True))) == 60
    assert more_count(a_taxonomy({Facet.PAYER: 60}).lists[0]) == 60 - TOP


def test_what_is_chosen_stands_on_top() -> None:
    shown = _ids(FacetView(chosen=frozenset({"payer-59"})), {"payer-1": 5})
    assert shown[:2] == ["payer-59", "payer-1"]
    many = frozenset(f"payer-{n}" for n in range(20))
    assert set(_ids(FacetView(chosen=many))) >= many


def test_a_short_facet_stays_in_its_order() -> None:
    languages = a_taxonomy({Facet.LANGUAGE: 4}).lists[0]
    view = FacetView(chosen=frozenset({"language-3"}))
    assert [row.value.id for row in rows_to_show(languages, {"language-2": 9}, view)] == [
        f"language-{n}" for n in range(4)
    ]


def test_groups_open_and_a_chosen_child_of_a_closed_one_stays_in_sight() -> None:
    problems = a_grouped_facet()
    closed = [(row.value.id, row.depth, row.opens) for row in rows_to_show(problems, {}, FacetView())]
    assert closed == [("couples", 0, False), ("mood", 0, True), ("trauma", 0, True)]
    opened = rows_to_show(problems, {}, FacetView(opened=frozenset({"mood"})))
    assert [(row.value.id, row.depth) for row in opened if row.value.parent == "mood"] == [
        ("mood-0", 1),
        ("mood-1", 1),
        ("mood-2", 1),
    ]
    hidden = rows_to_show(problems, {}, FacetView(chosen=frozenset({"trauma-2"})))
    assert hidden[0].value.id == "trauma-2"
    both = rows_to_show(problems, {}, FacetView(chosen=frozenset({"trauma-2"}), opened=frozenset({"trauma"})))
    assert [row.value.id for row in both].count("trauma-2") == 1


def test_looking_for_a_value_finds_it_anywhere() -> None:
    problems = a_grouped_facet()
    found = rows_to_show(problems, {}, FacetView(looked_for="trauma 1"))
    assert [row.value.id for row in found] == ["trauma-1"]


def test_counts_change_without_moving_a_line(qtbot: QtBot) -> None:
    model = FacetModel(a_taxonomy({Facet.PAYER: 60}).lists[0])
    tester = QAbstractItemModelTester(model, FATAL)
    before = model.rows
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.count({"payer-3": 77})
    assert model.rows == before
    assert not resets
    assert model.count_of(model.rows[3]) == 77
    model.look(all_shown=True)
    assert tester.model().rowCount() == 60


def test_a_value_is_spoken_with_its_count_and_state(qtbot: QtBot) -> None:
    model = FacetModel(a_grouped_facet())
    model.count({"mood": 219})
    model.look(chosen=frozenset({"mood"}))
    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == "Mood, 219 listings, must, group, closed"
    assert model.data(model.index(1), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
