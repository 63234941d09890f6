"""How pages look: colours, letters, spacing and size of their own, chosen beside the page and kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontDatabase, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.reading_builders import BODY, a_piece
from tests.ui.arriving import arrive
from tests.ui.reading_by_hand import a_pane, press, read
from therapist_desktop.domain.reading_look import (
    LetterSpacing,
    LineSpacing,
    Measure,
    PageColours,
    ReadingLook,
    Typeface,
    look_from_text,
)
from therapist_desktop.ui.panes.reader import ReaderPane
from therapist_desktop.ui.reading.look_panel import LookPanel
from therapist_desktop.ui.reading.page_appearance import FAMILIES
from therapist_desktop.ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, SEPIA, Appearance, Theme

SECTION = f"""{BODY}<h3>Ways</h3>
<table><thead><tr><th>Approach</th><th>What happens</th><th>How long</th></tr></thead>
<tbody><tr><td>Interpersonal psychotherapy</td><td>Works on what happens between people</td>
<td>12 to 16</td></tr></tbody></table><ul><li>One<ul><li>Two<ol><li>Psychopharmacological</li></ol></li></ul></li></ul>
<dl><dt>Bond</dt><dd>How far two people trust each other</dd></dl>"""
"""With four headings, a table, lists and a quotation."""
PLAIN = "the quick brown fox jumps over a lazy dog and then some more of it "


def paper(pane: ReaderPane) -> str:
    """The colour of the page, as it is painted."""
    return pane.page.grab().toImage().pixelColor(12, pane.page.height() // 2).name().upper()


def keyboard() -> QWidget:
    """What has the keyboard."""
    now = QApplication.focusWidget()
    assert now is not None
    return now


def panels(pane: ReaderPane) -> int:
    """How many panels are open."""
    return sum(panel.isVisible() for panel in pane.findChildren(LookPanel))


def spread(pane: ReaderPane, look: ReadingLook) -> None:
    pane.set_look(look)
    arrive(pane)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("scheme", "colours", "theme"),
    [
        ("light", PageColours.WINDOW, LIGHT),
        ("dark", PageColours.WINDOW, DARK),
        ("light", PageColours.DARK, DARK),
        ("dark", PageColours.LIGHT, LIGHT),
        ("dark", PageColours.SEPIA, SEPIA),
        ("light", PageColours.CONTRAST, CONTRAST_LIGHT),
        ("dark", PageColours.CONTRAST, CONTRAST_DARK),
    ],
)
def test_the_page_has_colours_of_its_own(qtbot: QtBot, scheme: str, colours: PageColours, theme: Theme) -> None:
    pane = a_pane(qtbot, Appearance(scheme))
    spread(pane, ReadingLook(colours=colours))
    read(pane, a_piece())
    assert paper(pane) == theme.surface
    assert theme.text in pane.browser.document().defaultStyleSheet()


def test_a_page_of_its_own_colours_stays_when_the_window_changes(qtbot: QtBot) -> None:
    appearance = Appearance("light")
    pane = a_pane(qtbot, appearance)
    read(pane, a_piece())
    spread(pane, ReadingLook(colours=PageColours.SEPIA))
    appearance.pin("dark")
    arrive(pane)
    assert paper(pane) == SEPIA.surface
    spread(pane, ReadingLook())
    assert paper(pane) == DARK.surface


@pytest.mark.parametrize("typeface", list(Typeface))
def test_every_typeface_is_there_and_lines_stand_equally_far_apart(qtbot: QtBot, typeface: Typeface) -> None:
    pane = a_pane(qtbot)
    spread(pane, ReadingLook(typeface=typeface))
    read(pane, a_piece())
    font = pane.browser.document().defaultFont()
    assert font.families()[0] == FAMILIES[typeface]
    assert FAMILIES[typeface] in QFontDatabase.families()
    form = pane.browser.document().begin().blockFormat()
    assert 28 <= form.lineHeight() / 100 * QFontMetricsF(font).height() <= 30


def test_lines_and_letters_move_apart(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    read(pane, a_piece())
    assert pane.browser.document().begin().blockFormat().lineHeight() == 150
    spread(pane, ReadingLook(lines=LineSpacing.DOUBLE, letters=LetterSpacing.WIDER))
    blocks = [pane.browser.document().begin()]
    while blocks[-1].next().isValid():
        blocks.append(blocks[-1].next())
    assert {one.blockFormat().lineHeight() for one in blocks if not one.blockFormat().headingLevel()} == {200}
    assert pane.browser.document().defaultFont().letterSpacing() > 1


@pytest.mark.parametrize("measure", list(Measure))
@pytest.mark.parametrize("typeface", list(Typeface))
def test_no_line_is_longer_than_eighty_letters(qtbot: QtBot, measure: Measure, typeface: Typeface) -> None:
    pane = a_pane(qtbot, width=2_400)
    spread(pane, ReadingLook(measure=measure, typeface=typeface))
    read(pane, a_piece())
    font = pane.browser.document().defaultFont()
    letters = pane.browser.width() / (QFontMetricsF(font).horizontalAdvance(PLAIN) / len(PLAIN))
    assert measure * 0.9 < letters <= 80


def test_what_is_chosen_in_the_panel_is_seen_at_once_and_told(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    read(pane, a_piece())
    told: list[ReadingLook] = []
    pane.look_changed.connect(told.append)
    pane.toggle_look_panel()
    panel = pane.look_panel
    assert panel is not None
    press(panel, "Colours of the page: Sepia")
    press(panel, "Letters: OpenDyslexic")
    press(panel, "Space between lines: 2")
    press(panel, "Space between letters: Wide")
    press(panel, "Length of lines: Narrow")
    press(panel, "Larger text (Ctrl++)")
    press(panel, "Explain terms of the dictionary")
    wanted = ReadingLook(
        PageColours.SEPIA,
        Typeface.DYSLEXIC,
        LineSpacing.DOUBLE,
        LetterSpacing.WIDE,
        Measure.NARROW,
        zoom=110,
        glossary=False,
    )
    assert told[-1] == pane.look == wanted
    arrive(pane)
    assert paper(pane) == SEPIA.surface
    assert look_from_text(pane.look_as_text()) == wanted
    press(panel, "Put everything back to how it was delivered")
    assert pane.look == ReadingLook()
    assert panel.rows["colours"].buttons[PageColours.WINDOW].isChecked()


def test_the_panel_is_worked_with_the_keyboard_and_goes_with_esc(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    read(pane, a_piece())
    pane.toggle_look_panel()
    assert panels(pane) == 1
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(keyboard(), key)
    assert pane.look.typeface is Typeface.SERIF
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    assert panels(pane) == 0
    assert pane.isAncestorOf(keyboard()) or keyboard() is pane


def test_the_panel_stays_in_the_window_and_goes_with_the_page(qtbot: QtBot) -> None:
    pane = a_pane(qtbot, Appearance("light", 2.0), 640, 420)
    pane.toggle_look_panel()
    assert panels(pane) == 0
    read(pane, a_piece())
    pane.toggle_look_panel()
    for size in ((640, 420), (1_000, 500), (400, 300)):
        pane.resize(*size)
        QApplication.processEvents()
        (panel,) = pane.findChildren(LookPanel)
        assert pane.rect().contains(QRect(panel.mapTo(pane, QPoint()), panel.size()))
    pane.show_nothing()
    assert panels(pane) == 0


def test_a_look_that_was_written_down_comes_back_for_every_page(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    pane.recall_look('{"colours": "dark", "zoom": 150}')
    for name in ("article:a", "article:b"):
        read(pane, a_piece(id=name))
        assert paper(pane) == DARK.surface
        assert pane.zoom == 150
    pane.recall_look("rubbish")
    assert pane.look == ReadingLook()


@pytest.mark.parametrize("colours", [PageColours.LIGHT, PageColours.SEPIA, PageColours.DARK, PageColours.CONTRAST])
@pytest.mark.parametrize("zoom", [80, 100, 150, 200, 300])
@pytest.mark.parametrize("width", [420, 760, 1_196])
def test_nothing_of_a_long_page_is_wider_than_the_page(
    qtbot: QtBot, zoom: int, width: int, colours: PageColours
) -> None:
    pane = a_pane(qtbot, width=width)
    spread(pane, ReadingLook(zoom=zoom, colours=colours))
    read(pane, a_piece(body=SECTION * 10, grade=8, correction="A number was wrong.", crisis=True))
    assert len(pane.browser.headings()) == 41
    assert pane.browser.document().size().width() <= pane.browser.width()
    assert pane.browser.document().idealWidth() <= pane.browser.width() + 1
    column = pane.page.column
    assert column is not None
    assert column.width() <= pane.page.scroller.viewport().width()
    assert column.minimumSizeHint().width() <= pane.page.scroller.viewport().width()


def test_the_size_of_the_window_counts_too(qtbot: QtBot) -> None:
    appearance = Appearance("light", 1.5)
    pane = a_pane(qtbot, appearance)
    spread(pane, replace(pane.look, zoom=200))
    read(pane, a_piece())
    assert pane.browser.document().defaultFont().pixelSize() == 48


def test_the_keyboard_stays_where_it_is_when_the_page_is_laid_out_anew(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    read(pane, a_piece())
    assert pane.bar is not None
    larger = next(one for one in pane.bar.findChildren(QPushButton) if one.text() == "A+")
    larger.setFocus()
    QTest.keyClick(larger, Qt.Key.Key_Space)
    arrive(pane)
    assert keyboard() is larger
    assert pane.zoom == 110
    pane.setFocus()
    read_on = a_piece(id="article:next")
    pane.show_piece(read_on)
    arrive(pane)
    assert keyboard() is pane.browser
    pane.toggle_look_panel()
    press(pane, "Colours of the page: Dark")
    arrive(pane)
    assert keyboard().accessibleName() == "Colours of the page: Dark"
