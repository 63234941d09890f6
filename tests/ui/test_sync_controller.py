"""A sync runs beside the window, tells how far it is, can be stopped, and ends in plain words."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import a_release
from tests.ui.by_hand import ByHand
from therapist_desktop.domain.errors import Expired, NoSource, Shrunk, Trouble, Unreachable
from therapist_desktop.domain.syncing import AlreadyCurrent, Installed, NotInstalled, Progress, Step
from therapist_desktop.ui.controllers.sync import Asked, SyncController
from therapist_desktop.ui.jobs import OneAtATime

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from therapist_desktop.domain.syncing import SyncOutcome, Tell

NEW = Installed(a_release(number=43), 42, "full", 1_000, 2.0, {}, quarantined=1)


@dataclass
class Bench:
    """A controller whose source answers as the test says."""

    outcome: SyncOutcome = NEW
    during: Callable[[Tell], None] = lambda tell: None
    hand: ByHand = field(default_factory=ByHand)
    asked: list[Asked] = field(default_factory=list)
    usual: str = "https://example.org/directory"
    has_other: bool = True
    heard: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    controller: SyncController = field(init=False)

    def __post_init__(self) -> None:
        self.controller = SyncController(self._bring, self._move, lambda: self.usual, OneAtATime(self.hand))
        self.controller.catalogue_replaced.connect(lambda: self.heard.append("replaced"))
        self.controller.succeeded.connect(self.heard.append)
        self.controller.problem_met.connect(self.troubles.append)
        self.controller.source_needed.connect(lambda: self.heard.append("source?"))

    def _move(self) -> bool:
        if self.has_other:
            self.heard.append("moved")
        return self.has_other

    def _bring(self, asked: Asked, tell: Tell) -> SyncOutcome:
        self.asked.append(asked)
        self.during(tell)
        return self.outcome


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench()


def test_a_new_release_is_used_then_told(bench: Bench) -> None:
    bench.controller.start()
    bench.hand.run_all()
    assert bench.heard[:2] == ["moved", "replaced"]
    assert bench.heard[2] == "Release 43 is in use now: 20,519 listings. 1 broken record was left out."


def test_the_newest_release_already(bench: Bench) -> None:
    bench.outcome, bench.has_other = AlreadyCurrent(a_release()), False
    bench.controller.start()
    bench.hand.run_all()
    assert bench.heard == ["You have the newest release (42)."]


def test_the_newest_release_was_brought_by_another_window(bench: Bench) -> None:
    bench.outcome = AlreadyCurrent(a_release())
    bench.controller.start()
    bench.hand.run_all()
    assert bench.heard == ["moved", "replaced", "You have the newest release (42)."]


def test_another_window_is_followed_but_not_into_a_sync_of_ones_own(bench: Bench) -> None:
    bench.controller.follow()
    assert bench.heard == ["moved", "replaced"]
    bench.controller.start()
    bench.controller.follow()
    assert bench.heard == ["moved", "replaced"]
    bench.hand.run_all()


def test_one_sync_at_a_time(bench: Bench) -> None:
    bench.controller.start()
    bench.controller.start()
    assert bench.controller.is_running
    bench.hand.run_all()
    assert len(bench.asked) == 1
    assert not bench.controller.is_running


def test_a_release_that_shrank_can_be_loaded_anyway(bench: Bench) -> None:
    shrunk = Shrunk(offered=43, now=10, kind="provider", percent=99, before=12_000)
    bench.outcome = NotInstalled(shrunk, a_release())
    bench.controller.start_from("somewhere", Path("root.json"))
    bench.hand.run_all()
    assert bench.troubles == [shrunk]
    bench.controller.load_anyway()
    bench.hand.run_all()
    asked = Asked("somewhere", Path("root.json"))
    assert bench.asked == [asked, asked._replace(accept_shrink=True)]


def test_a_folder_that_came_late_can_be_loaded_anyway_but_not_a_web_address(bench: Bench) -> None:
    bench.outcome = NotInstalled(Expired(what="53 days ago"), a_release())
    bench.controller.start()
    bench.hand.run_all()
    offered = [bench.controller.can_load_anyway]
    bench.usual = "/media/stick"
    offered.append(bench.controller.can_load_anyway)
    assert offered == [False, True]
    bench.outcome = NotInstalled(Shrunk(offered=43, now=10, kind="center", percent=99, before=12_000))
    bench.controller.load_anyway()
    bench.hand.run_all()
    bench.controller.load_anyway()
    bench.hand.run_all()
    assert bench.asked[1:] == [Asked(accept_expired=True), Asked(accept_shrink=True, accept_expired=True)]
    bench.controller.start_again()
    bench.hand.run_all()
    assert bench.asked[-1] == Asked()


def test_no_source_asks_for_one(bench: Bench) -> None:
    bench.outcome = NotInstalled(NoSource())
    bench.controller.start()
    bench.hand.run_all()
    assert bench.heard == ["source?"]
    assert not bench.troubles


def test_progress_is_told_and_ends(bench: Bench) -> None:
    told: list[Progress | None] = []
    bench.controller.progressed.connect(told.append)

    def work(tell: Tell) -> None:
        tell(Progress(Step.LOOKING))
        tell(Progress(Step.FETCHING))

    bench.during = work
    bench.controller.start()
    bench.hand.run_all()
    assert told == [Progress(Step.LOOKING), Progress(Step.FETCHING), None]


def test_progress_is_told_no_faster_than_eyes_follow(bench: Bench) -> None:
    told: list[Progress | None] = []
    bench.controller.progressed.connect(told.append)

    def flood(tell: Tell) -> None:
        for done in range(5_000):
            tell(Progress(Step.LOADING, done, 5_000))

    bench.during = flood
    bench.controller.start()
    bench.hand.run_all()
    assert len(told) < 50


def test_cancelling_stops_at_the_next_step(bench: Bench) -> None:
    def work(tell: Tell) -> None:
        tell(Progress(Step.FETCHING, 1, 9))
        bench.controller.cancel()
        tell(Progress(Step.FETCHING, 2, 9))

    bench.during = work
    bench.controller.start()
    bench.hand.run_all()
    assert [str(trouble) for trouble in bench.troubles] == ["Stopped. Nothing was changed."]
    assert not bench.heard


def test_a_failure_leaves_everything_and_is_told(bench: Bench) -> None:
    bench.outcome = NotInstalled(Unreachable(address="x", what="no route"), a_release())
    bench.controller.start()
    bench.hand.run_all()
    assert bench.heard == []
    assert isinstance(bench.troubles[0], Unreachable)


def test_the_first_use_moves_to_what_came_with_the_program(bench: Bench) -> None:
    bench.controller.make_ready(lambda tell: tell(Progress(Step.LOADING)))
    bench.hand.run_all()
    assert bench.heard == ["moved", "replaced"]
