"""The way through the library, asked step by step."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.reading_builders import a_hotline, a_listing, a_piece, some_cards
from tests.ui.by_hand import ByHand
from therapist_desktop.domain.errors import CatalogueDamaged, NotFound
from therapist_desktop.domain.finding import Hits, LookedUp
from therapist_desktop.domain.glossary import Glossary
from therapist_desktop.domain.library import Hotline, Piece, PieceCard, Section
from therapist_desktop.domain.listing import Listing
from therapist_desktop.services.qr import QrCode
from therapist_desktop.ui.controllers.reading import ReadingController
from therapist_desktop.ui.jobs import NewestOnly


@dataclass
class Shelf:
    """A catalogue in memory: everything is there but what was taken away."""

    gone: set[str] = field(default_factory=set)
    trouble: Exception | None = None

    def listing(self, listing_id: str) -> Listing:
        self._check(listing_id)
        return a_listing(id=listing_id)

    def piece(self, piece_id: str) -> Piece:
        self._check(piece_id)
        return a_piece(id=piece_id)

    def pieces(self, section: Section | None = None, words: str = "", limit: int = 9) -> tuple[PieceCard, ...]:
        self._check("")
        return some_cards()

    def hits(self, words: str, section: Section | None = None, limit: int = 9, offset: int = 0) -> Hits:
        self._check("")
        return Hits(some_cards()[:1] if not offset else some_cards()[1:], total=3 if words == "many" else 1)

    def define(self, words: str) -> LookedUp:
        return LookedUp(words)

    def sections(self) -> Mapping[Section, int]:
        return {Section.ARTICLE: 3}

    def glossary(self) -> Glossary:
        self._check("glossary")
        return Glossary()

    def hotlines(self) -> tuple[Hotline, ...]:
        return (a_hotline(),)

    def _check(self, wanted: str) -> None:
        if self.trouble:
            raise self.trouble
        if wanted in self.gone:
            raise NotFound(id=wanted)


class Heard:
    """What the controller said, in order."""

    def __init__(self, reading: ReadingController) -> None:
        self.said: list[tuple[str, object]] = []
        reading.listing_opened.connect(lambda listing: self.said.append(("listing", listing.id)))
        reading.listing_gone.connect(lambda listing_id: self.said.append(("gone", listing_id)))
        reading.piece_opened.connect(lambda piece: self.said.append(("piece", piece.id)))
        reading.pieces_listed.connect(lambda listed: self.said.append(("list", (listed[0], len(listed[1])))))
        reading.sections_listed.connect(lambda sections: self.said.append(("sections", len(sections))))
        reading.hotlines_listed.connect(lambda lines: self.said.append(("hotlines", len(lines))))
        reading.failed.connect(lambda trouble: self.said.append(("failed", type(trouble))))
        reading.piece_gone.connect(lambda trouble: self.said.append(("piece gone", type(trouble))))

    def all(self) -> list[tuple[str, object]]:
        said, self.said = self.said, []
        return said


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def reading(qtbot: QtBot, shelf: Shelf, hand: ByHand) -> ReadingController:
    return ReadingController(shelf, lambda: NewestOnly(hand))


@pytest.fixture
def heard(reading: ReadingController) -> Heard:
    return Heard(reading)


def test_one_kind_of_question_does_not_cancel_another(reading: ReadingController, hand: ByHand, heard: Heard) -> None:
    reading.open_listing("npi:1")
    reading.load_sections()
    reading.load_hotlines()
    reading.open_piece("topic:a")
    hand.run_all()
    assert [name for name, _ in heard.all()] == ["listing", "sections", "hotlines", "piece"]


def test_only_the_newest_of_one_kind_arrives(reading: ReadingController, hand: ByHand, heard: Heard) -> None:
    for name in ("topic:a", "topic:b", "topic:c"):
        reading.open_piece(name)
    hand.run_all()
    assert heard.all() == [("piece", "topic:c")]


def test_a_piece_does_not_cancel_the_list_beside_it(reading: ReadingController, hand: ByHand, heard: Heard) -> None:
    reading.list_pieces(Section.APPROACH)
    reading.open_piece("topic:a")
    assert reading.listed == (Section.APPROACH, "")
    assert reading.piece == "topic:a"
    hand.run_all()
    assert heard.all() == [("list", ("Treatment approaches", 3)), ("piece", "topic:a")]


def test_the_best_that_was_found_comes_first_and_then_the_rest(
    reading: ReadingController, hand: ByHand, heard: Heard
) -> None:
    reading.list_pieces(None, "many")
    hand.step()
    hand.step()
    heading = "Library pages about \u201cmany\u201d"
    assert heard.all() == [("list", (heading, 1)), ("list", (heading, 3))]
    reading.list_pieces(None, "one")
    hand.run_all()
    assert len(heard.all()) == 1


def test_a_list_that_was_left_does_not_arrive(reading: ReadingController, hand: ByHand, heard: Heard) -> None:
    reading.list_pieces(Section.TERM)
    reading.close_list()
    hand.run_all()
    assert heard.all() == []
    assert reading.listed is None


def test_a_piece_that_is_gone_is_told_and_tried_again_with_the_next_release(
    reading: ReadingController, shelf: Shelf, hand: ByHand, heard: Heard
) -> None:
    shelf.gone.add("topic:b")
    reading.open_piece("topic:b")
    hand.run_all()
    assert heard.all() == [("piece gone", NotFound)]
    assert (reading.piece, reading.is_missed) == ("topic:b", True)
    shelf.gone.clear()
    reading.reopen()
    hand.run_all()
    assert ("piece", "topic:b") in heard.all()
    assert not reading.is_missed


def test_the_terms_come_behind_the_first_page_and_once_for_each_release(
    reading: ReadingController, hand: ByHand
) -> None:
    said: list[str] = []
    reading.piece_opened.connect(lambda piece: said.append(piece.id))
    reading.glossary_loaded.connect(lambda _: said.append("terms"))
    for name in ("topic:a", "topic:b"):
        reading.open_piece(name)
        hand.run_all()
    assert said == ["topic:a", "terms", "topic:b"]
    reading.reopen()
    hand.run_all()
    assert said[3:] == ["topic:b", "terms"]


def test_without_terms_pages_are_read_all_the_same(
    reading: ReadingController, shelf: Shelf, hand: ByHand, heard: Heard
) -> None:
    shelf.gone.add("glossary")
    reading.open_piece("topic:a")
    hand.run_all()
    assert heard.all() == [("piece", "topic:a")]


def test_a_piece_that_was_closed_does_not_arrive(reading: ReadingController, hand: ByHand, heard: Heard) -> None:
    reading.open_piece("topic:a")
    reading.close_piece()
    hand.run_all()
    assert heard.all() == []


def test_reopening_asks_for_everything_again_and_tells_what_is_gone(
    reading: ReadingController, shelf: Shelf, hand: ByHand, heard: Heard
) -> None:
    reading.open_listing("npi:1")
    reading.list_pieces(Section.APPROACH)
    reading.open_piece("topic:a")
    hand.run_all()
    heard.all()
    shelf.gone.add("npi:1")
    reading.reopen()
    hand.run_all()
    assert heard.all() == [
        ("gone", "npi:1"),
        ("sections", 1),
        ("hotlines", 1),
        ("list", ("Treatment approaches", 3)),
        ("piece", "topic:a"),
    ]


def test_the_headings_of_lists(reading: ReadingController, hand: ByHand, heard: Heard) -> None:
    for section, words in ((None, ""), (None, "bond"), (Section.APPROACH, "")):
        reading.list_pieces(section, words)
        hand.run_all()
    said = [value for name, value in heard.all() if name == "list"]
    assert said == [("The whole library", 3), ("Library pages about \u201cbond\u201d", 1), ("Treatment approaches", 3)]


def test_trouble_is_told_and_a_bug_stays_a_bug(
    reading: ReadingController, shelf: Shelf, hand: ByHand, heard: Heard
) -> None:
    shelf.trouble = CatalogueDamaged(what="a bad page")
    reading.open_listing("npi:1")
    hand.run_all()
    assert heard.all() == [("failed", CatalogueDamaged)]
    shelf.trouble = KeyError("bug")
    with capture_exceptions() as caught:
        reading.open_piece("topic:a")
        hand.run_all()
    assert [kind for kind, _, _ in caught] == [KeyError]
    assert heard.all() == []


def test_a_code_is_made_elsewhere_and_told(reading: ReadingController, hand: ByHand) -> None:
    made: list[QrCode] = []
    reading.code_made.connect(made.append)
    reading.make_code("tel:+15555550142")
    assert made == []
    hand.run_all()
    assert [code.text for code in made] == ["tel:+15555550142"]
