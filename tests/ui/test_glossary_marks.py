"""Terms of the dictionary in a page: marked once, explained to pointer and keyboard, and never in the way."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.reading_builders import a_piece
from tests.ui.arriving import arrive
from tests.ui.reading_by_hand import a_pane, press, read, words_on
from therapist_desktop.domain.glossary import Definition, Glossary
from therapist_desktop.domain.library import Piece, PieceKind, Section, Translation
from therapist_desktop.ui.panes.reader import ReaderPane

AFFECT = Definition("term:affect", "Affect", "How a feeling shows on the outside.", ("shown feeling",))
RAPPORT = Definition("term:rapport", "Rapport", "A feeling of being in tune.")
ALLIANCE = Definition("term:working-alliance", "Working alliance", "A bond, goals and tasks.")
COPAY = Definition("term:copay", "Copay", "A set amount.")
TERMS = Glossary((AFFECT, RAPPORT, ALLIANCE, COPAY))
TEXT = (
    "<h2>Rapport and affect</h2><p>\U0001f600 <b>Affect</b> is seen. Affect is heard, too.</p>"
    '<p>The <a href="term:working-alliance">working alliance</a>, and a working alliance.</p>'
    "<table><thead><tr><th>Copay</th></tr></thead><tbody><tr><td>some copay</td></tr></tbody></table>"
)


@pytest.fixture
def pane(qtbot: QtBot) -> ReaderPane:
    pane = a_pane(qtbot)
    pane.use_glossary(TERMS)
    return pane


def marks(pane: ReaderPane) -> list[tuple[str, str]]:
    """What is marked in the text, with the link that is behind it."""
    found = []
    block = pane.browser.document().begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            form = part.fragment().charFormat()
            if form.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine:
                found.append((part.fragment().text(), form.anchorHref()))
            part += 1
        block = block.next()
    return found


def a_text(**changed: object) -> Piece:
    return a_piece(**{"body": TEXT, **changed})


def go_to_first_mark(pane: ReaderPane) -> None:
    pane.browser.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(pane.browser, Qt.Key.Key_Tab)
    assert pane.browser.chosen_link == "explain:term:affect"


def test_the_first_mention_in_running_text_is_marked(pane: ReaderPane) -> None:
    read(pane, a_text())
    assert marks(pane) == [("Affect", "explain:term:affect"), ("copay", "explain:term:copay")]
    assert pane.page.explaining.terms == ("term:affect", "term:copay")


def test_a_mark_keeps_the_look_of_its_word(pane: ReaderPane) -> None:
    read(pane, a_text())
    go_to_first_mark(pane)
    form = pane.browser.textCursor().charFormat()
    assert form.fontWeight() > 600
    assert form.foreground().color().name().upper() == pane._look.theme.text


def test_neither_the_page_itself_nor_its_references_are_explained(pane: ReaderPane) -> None:
    read(pane, a_text(id="term:affect", title="About a copay", also_called=("copay",)))
    assert marks(pane) == []
    one = replace(a_piece().references[0], text="Rapport. A made-up journal.")
    read(pane, a_piece(id="article:b", body="<p>Nothing.</p>", references=(one,)))
    assert marks(pane) == []


def test_links_stay_links(pane: ReaderPane) -> None:
    read(pane, a_text())
    heard: list[str] = []
    pane.piece_requested.connect(heard.append)
    pane.browser.anchorClicked.emit(QUrl("term:working-alliance"))
    assert heard == ["term:working-alliance"]
    assert not pane.page.explaining.card.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_E])
def test_the_keyboard_opens_the_card_and_esc_leads_back(pane: ReaderPane, key: Qt.Key) -> None:
    read(pane, a_text())
    go_to_first_mark(pane)
    held = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_E else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(pane.browser, key, held)
    card = pane.page.explaining.card
    assert card.isVisible()
    assert "How a feeling shows on the outside." in words_on(card)
    assert "Also called: shown feeling" in words_on(card)
    assert QApplication.focusWidget() is card.open_button
    QTest.keyClick(card.open_button, Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    assert card.isAncestorOf(now)
    QTest.keyClick(now, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert QApplication.focusWidget() is pane.browser
    assert pane.browser.chosen_link == "explain:term:affect"


def test_a_click_opens_it_without_taking_the_keyboard_and_esc_closes_it(pane: ReaderPane) -> None:
    read(pane, a_text())
    go_to_first_mark(pane)
    spot = pane.browser.cursorRect().center() - QPoint(12, 0)
    QTest.mouseClick(pane.browser.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert pane.page.explaining.card.isVisible()
    assert pane.browser.hasFocus()
    QTest.keyClick(pane.browser, Qt.Key.Key_Escape)
    assert not pane.page.explaining.card.isVisible()


def test_the_pointer_shows_it_and_leaves_it(pane: ReaderPane, qtbot: QtBot) -> None:
    read(pane, a_text())
    pane.browser.highlighted.emit(QUrl("explain:term:affect"))
    qtbot.waitUntil(pane.page.explaining.card.isVisible)
    assert pane.browser.hasFocus()
    pane.browser.highlighted.emit(QUrl())
    qtbot.waitUntil(lambda: not pane.page.explaining.card.isVisible())
    pane.browser.highlighted.emit(QUrl("term:working-alliance"))
    qtbot.waitUntil(pane.page.explaining.card.isVisible)
    assert "A bond, goals and tasks." in words_on(pane.page.explaining.card)


def test_the_card_leads_to_the_dictionary(pane: ReaderPane) -> None:
    read(pane, a_text())
    heard: list[str] = []
    pane.piece_requested.connect(heard.append)
    pane.page.explaining.open("term:copay")
    press(pane.page.explaining.card, "Open in the dictionary")
    assert heard == ["term:copay"]
    assert not pane.page.explaining.card.isVisible()


@pytest.mark.parametrize("zoom", [80, 300])
def test_the_card_stays_on_the_page(qtbot: QtBot, zoom: int) -> None:
    pane = a_pane(qtbot, width=420, height=420)
    pane.use_glossary(Glossary([replace(AFFECT, meaning="A long story about feelings. " * 30)]))
    pane.set_zoom(zoom)
    read(pane, a_text())
    pane.page.explaining.open("term:affect")
    assert pane.page.rect().contains(pane.page.explaining.card.geometry())


def test_scrolling_or_another_page_takes_the_card_away(pane: ReaderPane) -> None:
    read(pane, a_text(body=TEXT * 9))
    pane.page.explaining.open("term:affect")
    assert pane.page.explaining.card.isVisible()
    pane.page.scroller.go_to_end()
    assert not pane.page.explaining.card.isVisible()
    pane.page.explaining.open("term:affect")
    read(pane, a_text(id="article:next"))
    assert not pane.page.explaining.card.isVisible()


def test_it_can_be_switched_off_and_on(pane: ReaderPane) -> None:
    read(pane, a_text())
    pane.set_glossary(False)
    arrive(pane)
    assert marks(pane) == []
    pane.set_glossary(True)
    arrive(pane)
    assert len(marks(pane)) == 2


def test_terms_that_come_late_are_marked_in_what_is_read(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    read(pane, a_text())
    assert marks(pane) == []
    pane.use_glossary(TERMS)
    arrive(pane)
    assert len(marks(pane)) == 2


def test_another_language_is_left_alone(pane: ReaderPane) -> None:
    read(pane, a_text(translations=(Translation("es", "Afecto", "<p>Affect.</p>"),)))
    pane.read_in("es")
    arrive(pane)
    assert pane.browser.toPlainText().startswith("Affect.")
    assert marks(pane) == []


def test_a_term_that_is_gone_opens_nothing(pane: ReaderPane) -> None:
    read(pane, a_text())
    pane.page.explaining.open("term:gone")
    assert not pane.page.explaining.card.isVisible()


def test_no_text_can_hold_a_mark_of_its_own(pane: ReaderPane) -> None:
    read(pane, a_piece(kind=PieceKind.TOPIC, section=Section.APPROACH, body='<p><a href="explain:x">word</a></p>'))
    assert pane.browser.toHtml().count("explain:") == 0
