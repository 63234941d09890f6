"""Each section of the library has the list that fits it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from tests.reading_builders import a_piece
from tests.ui.arriving import arrive
from therapist_desktop.domain.finding import Hits
from therapist_desktop.domain.library import PieceCard, PieceKind, Section
from therapist_desktop.domain.phone import Phone
from therapist_desktop.domain.piece_facts import (
    ArticleFacts,
    BookFacts,
    Facts,
    GroupFacts,
    HotlineFacts,
    MedicineFacts,
    SiteFacts,
)
from therapist_desktop.ui.library.arranging import choices_of, letters_of, lines_of
from therapist_desktop.ui.library.call_cards import CallCards
from therapist_desktop.ui.models.lines import plain
from therapist_desktop.ui.panes.library import LibraryPane
from therapist_desktop.ui.theme import Appearance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def a_card(title: str, section: Section, facts: Facts | None = None, **given: object) -> PieceCard:
    kind = next((kind for kind in PieceKind if kind.value == section.value), PieceKind.TOPIC)
    known = {"summary": "", "updated": None, **given}
    return PieceCard(f"{kind}:{title.lower().replace(' ', '-')}", kind, section, title, facts=facts, **known)  # type: ignore[arg-type]


MEDICINES = (
    a_card(
        "Sertraline", Section.MEDICATION, MedicineFacts("SSRI", ("sertraline",), ("Zoloft",), ("Depression", "Panic"))
    ),
    a_card("Lithium", Section.MEDICATION, MedicineFacts("Mood stabilizer", ("lithium",), ("Lithobid",), ("Bipolar",))),
    a_card("How they work", Section.MEDICATION),
)
BOOKS = (
    a_card("The open door", Section.BOOK, BookFacts(("Ann Zeta",), 2001, "House", "9780000000002", "general")),
    a_card("A b c", Section.BOOK, BookFacts(("Bo Alpha", "C. Other"), 2020, "", "", "professional")),
    a_card("Nameless", Section.BOOK, BookFacts()),
)
GROUPS = (
    a_card(
        "Evening group", Section.SUPPORT_GROUP, GroupFacts("Grief", "in person", ("in-person",), (Phone("5555550142"),))
    ),
    a_card(
        "Web group", Section.SUPPORT_GROUP, GroupFacts("Alcohol", "online", ("online",), (), "https://www.example.org/")
    ),
)


@pytest.fixture
def pane(qtbot: QtBot) -> LibraryPane:
    pane = LibraryPane(Appearance("light"))
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    pane.show()
    return pane


def titles(cards: tuple[PieceCard, ...], section: Section, **chosen: str) -> list[str]:
    return [f"{line.title} {line.leads}".strip() for line in lines_of(cards, section, chosen)]


def test_medications_by_name_lead_from_each_name_to_its_page() -> None:
    by_name = titles(MEDICINES, Section.MEDICATION)
    assert by_name == [
        "How they work",
        "Lithium",
        "Lithobid \u2192 Lithium",
        "Sertraline",
        "Zoloft \u2192 Sertraline",
    ]
    assert plain(lines_of(MEDICINES, Section.MEDICATION)[3].below) == "SSRI \u00b7 Zoloft"


def test_medications_by_class_and_by_use_stand_below_headings() -> None:
    by_class = lines_of(MEDICINES, Section.MEDICATION, {"view": "class"})
    assert [(line.title, line.is_heading) for line in by_class] == [
        ("Mood stabilizer", True),
        ("Lithium", False),
        ("SSRI", True),
        ("Sertraline", False),
        ("Other", True),
        ("How they work", False),
    ]
    by_use = titles(MEDICINES, Section.MEDICATION, view="use")
    assert by_use == ["Bipolar", "Lithium", "Depression", "Sertraline", "Panic", "Sertraline", "Other", "How they work"]


def test_books_by_author_title_and_year_and_by_level() -> None:
    assert titles(BOOKS, Section.BOOK) == ["A b c", "The open door", "Nameless"]
    assert titles(BOOKS, Section.BOOK, order="title") == ["A b c", "Nameless", "The open door"]
    assert titles(BOOKS, Section.BOOK, order="year") == ["A b c", "The open door", "Nameless"]
    assert titles(BOOKS, Section.BOOK, level="professional") == ["A b c"]
    line = lines_of(BOOKS, Section.BOOK)[1]
    assert plain(line.below) == "Ann Zeta \u00b7 House \u00b7 ISBN 9780000000002 \u00b7 General readers"
    assert line.aside == "2001"


def test_groups_by_topic_and_by_how_they_meet() -> None:
    assert titles(GROUPS, Section.SUPPORT_GROUP, topic="Grief") == ["Evening group"]
    assert titles(GROUPS, Section.SUPPORT_GROUP, format="online") == ["Web group"]
    topics = choices_of(Section.SUPPORT_GROUP, GROUPS)[0]
    assert [option for option, _ in topics.options] == ["", "Alcohol", "Grief"]
    web = lines_of(GROUPS, Section.SUPPORT_GROUP)[1]
    assert plain(web.below) == "Alcohol \u00b7 online \u00b7 example.org"


def test_hotlines_show_a_number_that_is_read_from_afar() -> None:
    line = lines_of(
        (a_card("Line", Section.HOTLINE, HotlineFacts((Phone("5555550143"),), "Day and night")),), Section.HOTLINE
    )[0]
    assert (line.large, plain(line.below)) == ("(555) 555-0143", "Day and night")


def test_articles_and_sites_say_who_and_when() -> None:
    article = a_card("On grief", Section.ARTICLE, ArticleFacts("A. Sample, LCSW"), summary="Short.")
    assert plain(lines_of((article,), Section.ARTICLE)[0].below) == "A. Sample, LCSW \u00b7 Short."
    site = a_card("Site", Section.WEBSITE, SiteFacts("https://www.example.org/a", "Sample House", date(2026, 11, 3)))
    line = lines_of((site,), Section.WEBSITE)[0]
    assert plain(line.below) == "example.org/a \u00b7 Sample House"
    assert "2026" in line.aside


def test_news_stands_below_its_months_the_newest_first() -> None:
    days = (date(2026, 9, 3), date(2026, 11, 20), date(2026, 9, 30))
    news = tuple(a_card(f"On {one.isoformat()}", Section.NEWS, updated=one) for one in days)
    assert titles(news, Section.NEWS) == [
        "November 2026",
        "On 2026-11-20",
        "September 2026",
        "On 2026-09-30",
        "On 2026-09-03",
    ]


def test_the_dictionary_has_a_bar_of_letters_that_leads(pane: LibraryPane) -> None:
    terms = tuple(
        a_card(f"{letter}word {place}", Section.TERM, summary="Meaning.") for letter in "ABZ" for place in range(20)
    )
    assert letters_of(lines_of(terms, Section.TERM), Section.TERM) == {"A": 0, "B": 20, "Z": 40}
    pane.show_pieces(terms, "Dictionary", Section.TERM)
    arrive(pane)
    letters = {
        button.text(): button for button in pane.findChildren(QPushButton) if button.property("role") == "letter"
    }
    assert len(letters) == 26
    assert not letters["C"].isEnabled()
    QTest.mouseClick(letters["Z"], Qt.MouseButton.LeftButton)
    assert pane._list.currentRow() == 40
    assert pane._list.visualItemRect(pane._list.item(40)).top() < 60


@pytest.mark.parametrize("wide", [260, 420, 900])
def test_no_letter_is_cut_off(qtbot: QtBot, wide: int) -> None:
    pane = LibraryPane(Appearance("light", 2.0))
    qtbot.addWidget(pane)
    pane.resize(wide, 500)
    pane.show()
    pane.show_pieces((a_card("Zword", Section.TERM),), "Dictionary", Section.TERM)
    arrive(pane)
    letters = [button for button in pane.findChildren(QPushButton) if button.property("role") == "letter"]
    bar = pane._tools._letters
    assert all(bar.rect().contains(letter.geometry()) for letter in letters)


def combos(pane: LibraryPane) -> list[QComboBox]:
    return [combo for combo in pane.findChildren(QComboBox) if combo.isVisible()]


def test_an_order_that_was_chosen_stays_while_the_section_comes_again(pane: LibraryPane) -> None:
    pane.show_pieces(MEDICINES, "Medications", Section.MEDICATION)
    (combo,) = combos(pane)
    combo.setCurrentIndex(1)
    assert [pane._list.item(row).text() for row in range(2)] == ["Mood stabilizer", "Lithium"]
    pane.show_pieces((*MEDICINES, replace(MEDICINES[1], id="topic:other")), "Medications", Section.MEDICATION)
    assert pane._list.item(0).text() == "Mood stabilizer"
    pane.show_pieces(BOOKS, "Books", Section.BOOK)
    assert pane._list.item(0).text() == "A b c"


def test_nothing_that_is_both_says_what_to_do(pane: LibraryPane) -> None:
    pane.show_pieces(GROUPS, "Support groups", Section.SUPPORT_GROUP)
    topic, how = combos(pane)
    topic.setCurrentIndex(topic.findData("Grief"))
    how.setCurrentIndex(how.findData("phone"))
    assert not pane._list.isVisible()
    how.setCurrentIndex(0)
    assert pane._list.isVisible()
    assert pane._list.count() == 1


def test_what_was_found_is_counted_by_section_and_narrowed(pane: LibraryPane) -> None:
    hits = Hits((*BOOKS, *GROUPS), 5, {Section.SUPPORT_GROUP: 2, Section.BOOK: 3})
    narrowed: list[object] = []
    pane.narrowed.connect(narrowed.append)
    pane.show_pieces(hits.cards, "Found", None, hits)
    chips = [button for button in pane.findChildren(QPushButton) if button.property("role") == "scope"]
    assert [chip.text() for chip in chips] == ["All  5", "Support groups  2", "Books  3"]
    QTest.mouseClick(chips[2], Qt.MouseButton.LeftButton)
    assert narrowed == [Section.BOOK]


def test_sections_that_would_crowd_out_what_was_found_stand_in_a_drop_down(pane: LibraryPane) -> None:
    hits = Hits((*BOOKS, *GROUPS), 9, dict.fromkeys(Section, 1))
    narrowed: list[object] = []
    pane.narrowed.connect(narrowed.append)
    pane.resize(2000, 600)
    pane.show_pieces(hits.cards, "Found", Section.BOOK, hits)
    QApplication.processEvents()
    assert not combos(pane)
    pane.resize(520, 600)
    QApplication.processEvents()
    (combo,) = combos(pane)
    assert combo.currentText() == "Books  1"
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    assert narrowed == [None]


def test_what_was_meant_is_a_way_on(pane: LibraryPane) -> None:
    meant: list[str] = []
    pane.words_meant.connect(meant.append)
    pane.show_pieces((), "Found", None, Hits(meant="anxiety"))
    way = next(button for button in pane.findChildren(QPushButton) if "Did you mean" in button.text())
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    assert meant == ["anxiety"]


@pytest.fixture
def cards(qtbot: QtBot) -> CallCards:
    cards = CallCards(Appearance("light"))
    qtbot.addWidget(cards)
    cards.resize(900, 600)
    cards.show()
    pages = {
        f"faq:q{number}": replace(a_piece(), id=f"faq:q{number}", title=f"Question {number}", say=f"Words {number}")
        for number in range(3)
    }
    cards.card_wanted.connect(lambda one: cards.show_card(pages[one]))
    cards.show_pieces(tuple(PieceCard(one, PieceKind.FAQ, Section.FAQ, page.title) for one, page in pages.items()))
    return cards


def _text(cards: CallCards) -> str:
    return f"{cards._question.words}|{cards._say.words}|{cards._position.words}"


def test_cards_are_turned_by_buttons_keys_and_list(cards: CallCards) -> None:
    assert _text(cards) == "Question 0|Words 0|1 of 3"
    assert not cards._back.isEnabled()
    QTest.mouseClick(cards._next, Qt.MouseButton.LeftButton)
    assert _text(cards) == "Question 1|Words 1|2 of 3"
    cards.list.setFocus()
    QTest.keyClick(cards.list, Qt.Key.Key_Down)
    assert _text(cards) == "Question 2|Words 2|3 of 3"
    assert not cards._next.isEnabled()
    QTest.mouseClick(cards._back, Qt.MouseButton.LeftButton)
    assert _text(cards) == "Question 1|Words 1|2 of 3"
    cards.turn(-5)
    assert _text(cards) == "Question 1|Words 1|2 of 3"


def test_a_question_opens_as_a_page_where_there_is_no_room_for_cards(cards: CallCards) -> None:
    opened: list[str] = []
    cards.piece_chosen.connect(opened.append)
    QTest.keyClick(cards.list, Qt.Key.Key_Return)
    assert opened == []
    cards.resize(400, 600)
    QTest.keyClick(cards.list, Qt.Key.Key_Return)
    assert opened == ["faq:q0"]


@pytest.mark.parametrize("scheme", ["dark", "contrast"])
def test_everything_paints_in_every_theme_and_size(qtbot: QtBot, scheme: str) -> None:
    pane = LibraryPane(Appearance(scheme, 2.0))
    qtbot.addWidget(pane)
    for section, some in ((Section.MEDICATION, MEDICINES), (Section.BOOK, BOOKS), (Section.SUPPORT_GROUP, GROUPS)):
        pane.show_pieces(some, "Heading", section)
        arrive(pane)
        assert not pane.grab().isNull()
