"""Highlights stand where their words stand, whatever letters come before them, and look different without colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QTextCursor

from tests.reading_notes import GRIEF, NOW
from tests.ui.showing import shown
from tests.ui.test_theme import TEXT, contrast
from therapist_desktop.domain.reading_notes import Anchor, Colour, Highlight
from therapist_desktop.ui.reading.browser import SafeBrowser
from therapist_desktop.ui.reading.highlights import TextHighlights
from therapist_desktop.ui.theme import THEMES, Appearance, Theme
from therapist_desktop.ui.widgets.highlight_inks import ink
from therapist_desktop.ui.wording.highlights import colour_name, line_name

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PAGE = (
    "<p>\U0001f600 Grief is a <b>deep</b> pain.</p><table><tr><td>one</td><td>two</td></tr></table>"
    "<h2>What helps</h2><ul><li>It comes in waves.</li></ul>"
)


@pytest.fixture
def browser(qtbot: QtBot) -> SafeBrowser:
    browser = shown(qtbot, SafeBrowser(), 500, 400)
    browser.show_html(PAGE, "", QFont())
    return browser


@pytest.fixture
def texts(browser: SafeBrowser, appearance: Appearance) -> TextHighlights:
    return TextHighlights(browser, appearance, browser)


def select(browser: SafeBrowser, words: str) -> None:
    cursor = browser.document().find(words)
    assert not cursor.isNull()
    browser.setTextCursor(cursor)


def of(anchor: Anchor | None, name: str = "h1", colour: Colour = Colour.GREEN) -> Highlight:
    assert anchor is not None
    return Highlight(name, GRIEF, anchor, colour, "", NOW, NOW)


@pytest.mark.parametrize("words", ["Grief is a deep pain", "two", "comes in waves"])
def test_selected_words_are_found_again_where_they_were(
    browser: SafeBrowser, texts: TextHighlights, words: str
) -> None:
    select(browser, words)
    one = of(texts.anchor)
    assert one.anchor.quote == words
    texts.show([one])
    (mark,) = browser.extraSelections()
    assert mark.cursor.selectedText() == words
    assert texts.selected() == one
    assert texts.at(mark.cursor.selectionStart()) == one
    assert texts.at(mark.cursor.selectionEnd()) is None
    assert texts.lost == frozenset()


def test_without_a_selection_there_is_nothing_to_highlight(browser: SafeBrowser, texts: TextHighlights) -> None:
    assert texts.anchor is None
    browser.setTextCursor(QTextCursor(browser.document()))
    assert texts.selected() is None


def test_highlights_follow_a_text_that_is_shown_anew(browser: SafeBrowser, texts: TextHighlights) -> None:
    select(browser, "comes in waves")
    one, lost = of(texts.anchor), of(Anchor("something else"), "h2")
    texts.show([one, lost])
    assert texts.lost == {"h2"}
    browser.show_html("<p>A new beginning.</p>" + PAGE, "", QFont())
    assert browser.extraSelections() == []
    texts.show([one, lost], anew=True)
    (mark,) = browser.extraSelections()
    assert mark.cursor.selectedText() == "comes in waves"
    assert texts.cursor_of("h2") is None


def test_of_two_on_the_same_words_the_later_one_is_meant(browser: SafeBrowser, texts: TextHighlights) -> None:
    select(browser, "comes in waves")
    early = of(texts.anchor)
    late = early._replace(id="h2", made_at=NOW.replace(year=2027))
    texts.show([early, late])
    assert texts.selected() == late


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_highlighted_words_can_be_read_and_told_apart_without_colours(theme: Theme) -> None:
    looks = [ink(colour, theme) for colour in Colour]
    assert len({look.style for look in looks}) == len(Colour)
    for look in looks:
        ground = look.fill or theme.surface
        assert contrast(theme.text, ground) >= TEXT
        assert contrast(look.line, ground) >= TEXT
        assert bool(look.fill) is not theme.contrast
    assert len({colour_name(colour) for colour in Colour} | {line_name(colour) for colour in Colour}) == 2 * len(Colour)
