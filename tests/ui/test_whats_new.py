"""What is new is compared off the GUI thread, said on its shelf, and told by a dot until somebody has looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.by_hand import ByHand
from therapist_desktop.domain.changes import Change, FieldChange, Happened, LibraryChanges, ListingChanges
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.ui.controllers.news import NewsController
from therapist_desktop.ui.jobs import NewestOnly, OneAtATime
from therapist_desktop.ui.library.whats_new import WhatsNew
from therapist_desktop.ui.theme import Appearance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pytestqt.qtbot import QtBot

PIECES = (
    Change("term:new", "term", "New word", Happened.NEW, section="term", summary="A word."),
    Change("topic:mood", "topic", "Mood", Happened.CHANGED, section="disorder"),
    Change("term:old", "term", "Old word", Happened.GONE, section="term"),
)
SAVED = (
    Change(
        "npi:1",
        "provider",
        "Robin Sample",
        Happened.CHANGED,
        (FieldChange("phone", "(212) 555-0142", "(212) 555-0143"),),
    ),
    Change("npi:2", "provider", "Kim Sample", Happened.GONE, into="npi:3"),
)
LISTINGS = ListingChanges(
    {("provider", Happened.NEW): 1_200, ("center", Happened.GONE): 1},
    (Change("npi:9", "provider", "Ana Sample", Happened.NEW), Change("test:c", "center", "House", Happened.GONE)),
)


class TwoReleases:
    """A comparison that a test makes up."""

    def __init__(self, pair: tuple[str, str] = ("old", "new")) -> None:
        self.pair = pair
        self.asked: list[tuple[str, ...]] = []
        self.compared = 0

    def library(self, saved: Iterable[str]) -> LibraryChanges:
        self.asked.append(tuple(saved))
        return LibraryChanges(41, 42, SAVED, PIECES)

    def listings(self, tell: Callable[[int], None], still: Callable[[], None]) -> ListingChanges:
        still()
        tell(500)
        self.compared += 1
        return LISTINGS


class Memory:
    """What was remembered, by name."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def remember(self, name: str, text: str) -> None:
        self.kept[name] = text


class Shelf:
    """What is on the shelf now."""

    def __init__(self) -> None:
        self.releases: TwoReleases | None = TwoReleases()
        self.trouble: CatalogueDamaged | None = None

    def compared(self) -> TwoReleases | None:
        if self.trouble:
            raise self.trouble
        return self.releases


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def news(qtbot: QtBot, shelf: Shelf, memory: Memory, hand: ByHand) -> NewsController:
    reads = NewestOnly(hand), NewestOnly(hand)
    return NewsController(
        shelf.compared, (lambda: ("npi:1",), lambda: ("term:kept", "npi:1")), reads, (memory, OneAtATime(hand), "")
    )


@pytest.fixture
def page(qtbot: QtBot) -> WhatsNew:
    page = WhatsNew(Appearance("light"))
    qtbot.addWidget(page)
    page.resize(700, 600)
    page.show()
    return page


def _said(page: WhatsNew) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_the_dot_counts_until_somebody_has_looked(news: NewsController, memory: Memory, hand: ByHand) -> None:
    told: list[str] = []
    news.news_changed.connect(told.append)
    news.look()
    hand.run_all()
    assert told == ["3"]
    news.open()
    hand.run_all()
    assert told[-1] == ""
    assert memory.kept == {"news": "new"}
    news.leave()
    news.look()
    hand.run_all()
    assert told[-1] == ""


def test_another_release_is_news_again(news: NewsController, shelf: Shelf, hand: ByHand) -> None:
    told: list[str] = []
    news.open()
    hand.run_all()
    news.leave()
    news.news_changed.connect(told.append)
    shelf.releases = TwoReleases(("new", "newest"))
    news.look()
    hand.run_all()
    assert told == ["3"]


def test_what_is_marked_is_asked_for(news: NewsController, shelf: Shelf, hand: ByHand) -> None:
    news.look()
    hand.run_all()
    assert shelf.releases is not None
    assert shelf.releases.asked == [("npi:1", "term:kept")]


def test_listings_are_compared_once_for_a_pair(news: NewsController, shelf: Shelf, hand: ByHand) -> None:
    found: list[object] = []
    done: list[int] = []
    news.listings_compared.connect(found.append)
    news.progressed.connect(done.append)
    news.look()
    hand.run_all()
    for _ in range(2):
        news.compare_listings()
        hand.run_all()
    assert found == [LISTINGS, LISTINGS]
    assert done == [0, 500]
    assert shelf.releases is not None
    assert shelf.releases.compared == 1


def test_comparing_is_stopped(news: NewsController, shelf: Shelf, hand: ByHand) -> None:
    found: list[object] = []
    stopped: list[bool] = []
    news.listings_compared.connect(found.append)
    news.stopped.connect(lambda: stopped.append(True))
    news.look()
    hand.run_all()
    news.compare_listings()
    news.cancel()
    hand.run_all()
    assert (found, stopped) == ([], [True])


def test_trouble_is_told(news: NewsController, shelf: Shelf, hand: ByHand) -> None:
    failed: list[object] = []
    news.failed.connect(failed.append)
    shelf.trouble = CatalogueDamaged(what="a bad page")
    news.look()
    hand.run_all()
    assert failed == [shelf.trouble]


def test_what_is_kept_comes_first_then_the_library(page: WhatsNew) -> None:
    page.show_changes(LibraryChanges(41, 42, SAVED, PIECES))
    assert _said(page) == [
        "Changed among what you marked and kept (2)",
        "Robin Sample",
        "Kim Sample",
        "New in the library: 1 page",
        "New word",
        "Changed in the library: 1 page",
        "Mood",
        "Gone in the library: 1 page",
        "Old word",
    ]
    said = page.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Robin Sample, Changed, Phone: (212) 555-0142 \u2192 (212) 555-0143"
    assert "Release 42 compared with release 41" in page._about.words


def test_listings_are_counted_and_the_first_are_named(page: WhatsNew) -> None:
    page.show_changes(LibraryChanges(41, 42))
    page.show_progress(300)
    assert page._progress.isVisible()
    page.show_listings(LISTINGS)
    assert not page._progress.isVisible()
    assert not page._compare.isVisible()
    assert _said(page) == [
        "Nothing has changed in the library.",
        "New providers: 1,200 \u00b7 Centers that are gone: 1",
        "New providers (1,200, the first 1)",
        "Ana Sample",
        "Centers that are gone (1)",
        "House",
    ]


def test_lines_open_what_is_there_and_nothing_where_it_is_gone(page: WhatsNew) -> None:
    pieces: list[str] = []
    listings: list[str] = []
    page.piece_chosen.connect(pieces.append)
    page.listing_chosen.connect(listings.append)
    page.show_changes(LibraryChanges(41, 42, SAVED, PIECES))
    page.list.setFocus()
    for row in range(page.list.count()):
        page.list.setCurrentRow(row)
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert listings == ["npi:1", "npi:3"]
    assert pieces == ["term:new", "topic:mood"]


def test_a_single_release_is_explained(page: WhatsNew) -> None:
    page.show_changes(None)
    assert not page.list.isVisible()
    assert "no release to compare with" in page._notice.words
    page.show_changes(LibraryChanges(41, 42, (), PIECES))
    assert page.list.isVisible()
    assert page._compare.isVisible()


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_it_paints_in_every_theme(qtbot: QtBot, scheme: str) -> None:
    page = WhatsNew(Appearance(scheme, 2.0))
    qtbot.addWidget(page)
    page.show_changes(LibraryChanges(41, 42, SAVED, PIECES))
    assert not page.grab().isNull()
