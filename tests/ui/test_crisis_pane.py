"""The crisis page works with an empty catalogue and always has 911 and 988 first."""

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.reading_builders import TODAY, a_hotline
from tests.ui.arriving import arrive
from tests.ui.showing import shown
from therapist_desktop.domain.library import Hotline
from therapist_desktop.domain.phone import Phone
from therapist_desktop.ui.crisis_lines import BUILT_IN, LIFELINE
from therapist_desktop.ui.panes.crisis import CrisisPane
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.crisis_card import CrisisCard
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.crisis import about, at_the_desk, how_old, sheet
from therapist_desktop.ui.wording.crisis_spanish import how_old_in_spanish, in_spanish
from therapist_desktop.ui.wording.phones import one_line_each, purpose_of


@pytest.fixture
def pane(qtbot: QtBot) -> CrisisPane:
    pane = shown(qtbot, CrisisPane(Appearance("light"), lambda: TODAY), 900, 800)
    arrive(pane)
    return pane


def show(pane: CrisisPane, lines: Sequence[Hotline]) -> None:
    """Show these lines and wait for all of them."""
    pane.show_hotlines(lines)
    arrive(pane)


def words_on(widget: QWidget) -> str:
    return "\n".join(words.words for words in widget.findChildren(Words))


def test_an_empty_catalogue_leaves_the_built_in_lines(pane: CrisisPane) -> None:
    show(pane, ())
    assert pane.lines == BUILT_IN
    said = words_on(pane)
    for number in ("911", "988", "741741", "(800) 662-4357"):
        assert number in said
    assert "press 1 for veterans, 2 for Spanish" in said
    assert "Text HOME to this number" in said
    assert "These lines are built into the program." in said
    assert "If someone is in danger, call 911 now." in said


def test_the_cards_are_911_and_988(pane: CrisisPane) -> None:
    numbers = [card.findChildren(Words)[0].words for card in pane.findChildren(CrisisCard)]
    assert numbers == ["911", "988"]
    assert "24 hours, every day \u00b7 Call or text" in words_on(pane)


def test_a_release_replaces_the_lines_but_not_their_order(pane: CrisisPane) -> None:
    own_988 = a_hotline(id="hotline:988", title="988 from the release", phones=LIFELINE.phones)
    show(pane, (a_hotline(), own_988))
    assert [line.title for line in pane.lines] == [
        "Emergency services",
        "988 from the release",
        "Disaster Distress Helpline",
    ]
    assert "built into the program." not in words_on(pane)


def test_numbers_are_copied(pane: CrisisPane) -> None:
    show(pane, (a_hotline(phones=(Phone(number="8005550100"), Phone(number="8005550101", type="tty"))),))
    heard: list[str] = []
    pane.copy_requested.connect(heard.append)
    copies = [b for b in pane.findChildren(QAbstractButton) if b.accessibleName().startswith("Copy")]
    for copy in copies:
        QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert heard == ["911", "988", "800-555-0100", "800-555-0101"]
    assert "TTY for deaf and hard-of-hearing callers" in words_on(pane)


def test_a_line_that_was_not_checked_for_long_says_so(pane: CrisisPane) -> None:
    show(pane, (a_hotline(verified_on=date(2024, 1, 1)),))
    assert "Stale \u00b7 verified 2 years ago, 1 Jan 2024 \u00b7 samhsa.gov" in words_on(pane)


def test_a_number_its_owner_has_not_confirmed_is_not_called_verified(pane: CrisisPane) -> None:
    show(pane, (a_hotline(confirmed=False),))
    said = how_old(a_hotline(confirmed=False), TODAY)
    assert said == "Compared with public pages on 3 Nov 2026, not yet confirmed by its owner \u00b7 samhsa.gov"
    assert said in words_on(pane)
    assert "verified" not in said.lower()


def test_the_front_desk_has_five_short_steps() -> None:
    assert len(at_the_desk()) == 5
    assert all(len(f"{short} {long}") <= 110 for short, long in at_the_desk())


def test_the_printed_sheet_holds_every_number_and_escapes_every_word(pane: CrisisPane) -> None:
    show(pane, (a_hotline(title="<b>Bold & line</b>"),))
    printed = pane.document().toPlainText()
    for words in ("911", "988", "(800) 985-5990", "<b>Bold & line</b>", "Do not assess."):
        assert words in printed
    assert "&lt;b&gt;Bold" in sheet(pane.lines, TODAY)


def test_the_sheet_prints_to_a_file(pane: CrisisPane, tmp_path: object) -> None:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    file = Path(str(tmp_path)) / "crisis.pdf"
    printer.setOutputFileName(str(file))
    pane.document().print_(printer)
    assert file.read_bytes().startswith(b"%PDF")


def test_a_number_that_takes_calls_and_texts_stands_there_once(pane: CrisisPane) -> None:
    text_only = Phone(number="741741", type="text", keyword="HOME")
    phones = (Phone(number="8005550100"), Phone(number="8005550100", type="text"), text_only)
    once = one_line_each(phones)
    assert [(phone.number, phone.label) for phone in once] == [("8005550100", "Call or text"), ("741741", "")]


AYUDA = Phone(number="988", type="text", label="In Spanish", keyword="AYUDA")


@pytest.mark.parametrize(
    ("phone", "purpose"),
    [
        (Phone(number="988"), ""),
        (Phone(number="988", label="Call"), "Call"),
        (Phone(number="988", type="text", label="Text"), "Text"),
        (AYUDA, "In Spanish \u00b7 Text AYUDA to this number"),
        (Phone(number="5555550142", type="fax", label="Records"), "Records \u00b7 Fax"),
    ],
)
def test_a_number_says_once_what_it_is_for(phone: Phone, purpose: str) -> None:
    assert purpose_of(phone) == purpose


def test_languages_are_named_whether_a_release_gives_names_or_codes() -> None:
    assert about(a_hotline(languages=("en", "es"))) == "24 hours, every day \u00b7 English, Spanish"
    assert about(a_hotline(languages=("English", "Spanish"))) == "24 hours, every day \u00b7 English, Spanish"


@pytest.mark.parametrize(("width", "zoom"), [(300, 1.0), (600, 2.0), (1040, 1.0)])
def test_nothing_is_cut_off(qtbot: QtBot, width: int, zoom: float) -> None:
    pane = shown(qtbot, CrisisPane(Appearance("dark", zoom), lambda: TODAY), width, 800)
    qtbot.waitExposed(pane)
    arrive(pane)
    for words in pane.findChildren(Words):
        assert words.mapTo(pane, words.rect().topRight()).x() < width, words.words


def test_the_two_numbers_are_there_at_once_and_the_other_lines_below_in_their_order(qtbot: QtBot) -> None:
    pane = shown(qtbot, CrisisPane(Appearance("light"), lambda: TODAY), 900, 800)
    assert [card.findChildren(Words)[0].words for card in pane.findChildren(CrisisCard)] == ["911", "988"]
    pane.focus_first()
    assert not pane.is_whole
    first = pane.findChild(CrisisCard)
    assert first is not None
    place = first.mapTo(pane, QPoint())
    arrive(pane)
    assert first.mapTo(pane, QPoint()) == place
    titles = [words for words in pane.findChildren(Words) if words.property("role") == "line-title"]
    assert [title.words for title in titles] == [line.title for line in BUILT_IN[2:]]
    tops = [title.mapTo(pane, QPoint()).y() for title in titles]
    assert tops == sorted(tops)


def test_somebody_further_down_stays_there_when_the_lines_change(pane: CrisisPane) -> None:
    pane.resize(900, 300)
    QCoreApplication.processEvents()
    bar = pane.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place
    pane.show_hotlines(tuple(a_hotline(id=f"hotline:{n}") for n in range(12)))
    assert pane.is_whole
    assert bar.value() == place


def test_the_page_is_laid_out_before_somebody_asks_for_it(qtbot: QtBot) -> None:
    pane = CrisisPane(Appearance("light"), lambda: TODAY)
    qtbot.addWidget(pane)
    pane.show_hotlines(())
    qtbot.waitUntil(lambda: pane.is_whole and pane.findChild(CrisisCard) is not None)
    assert not pane.isVisible()
    card = pane.findChild(CrisisCard)
    pane.show()
    assert pane.findChild(CrisisCard) is card


def test_whoever_comes_while_it_is_laid_out_finds_the_numbers(qtbot: QtBot) -> None:
    pane = CrisisPane(Appearance("light"), lambda: TODAY)
    qtbot.addWidget(pane)
    pane.show_hotlines(tuple(a_hotline(id=f"hotline:{n}") for n in range(100)))  # more than one turn can take
    while pane.is_whole:
        QCoreApplication.processEvents()
    pane.show()
    assert pane.findChild(CrisisCard) is not None


def in_other_language(pane: CrisisPane) -> None:
    """Press the button that changes the language."""
    button = next(one for one in pane.findChildren(QAbstractButton) if one.text() in {"Espa\u00f1ol", "English"})
    button.click()
    arrive(pane)


def test_the_page_can_be_shown_in_spanish_and_back(pane: CrisisPane) -> None:
    in_other_language(pane)
    said = words_on(pane)
    assert "Ayuda en una crisis" in said
    assert "Si alguien está en peligro, llame ahora al 911." in said
    assert "988 Línea de Prevención del Suicidio y Crisis" in said
    assert "oprima 2 para español" in said
    assert "Envíe la palabra AYUDA por mensaje de texto" in said
    assert "HOME" not in said
    assert "At the front desk" not in said
    assert [card.findChildren(Words)[0].words for card in pane.findChildren(CrisisCard)] == ["911", "988"]
    in_other_language(pane)
    assert "If someone is in danger, call 911 now." in words_on(pane)


def test_every_built_in_line_has_spanish_words() -> None:
    for line in BUILT_IN:
        assert line.title_es
        assert line.what_for_es
        spanish = in_spanish(line)
        assert {phone.number for phone in spanish.phones} == {phone.number for phone in line.phones}


def test_a_spanish_line_says_who_answers_and_whether_it_was_confirmed() -> None:
    line = a_hotline(languages=("en",), confirmed=False, title_es="Línea", what_for_es="Ayuda")
    assert "Atiende en inglés" in in_spanish(line).hours
    assert how_old_in_spanish(line).endswith("sin confirmar por su dueño")


def test_the_spanish_sheet_is_for_giving_away(pane: CrisisPane) -> None:
    in_other_language(pane)
    text = pane.document().toPlainText()
    assert "Líneas de ayuda" in text
    assert "988" in text
    assert "911" in text
    assert at_the_desk()[0][0] not in text
