"""Every section and shelf opens from the rail, the search box and the menu, by mouse and by keyboard alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QToolButton

from tests.journeys.desks import LEFT, Desk, click_row, part_of
from therapist_desktop.domain.library import Section, Shelf
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.actions import DEEDS
from therapist_desktop.ui.library.call_cards import CallCards
from therapist_desktop.ui.library.site_map import SiteMap
from therapist_desktop.ui.models.answers import Kind
from therapist_desktop.ui.widgets.answers_panel import AnswersPanel
from therapist_desktop.ui.widgets.keep_tools import KeepTools
from therapist_desktop.ui.widgets.kept_line import KeptLine
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wiring.kept import Kept
from therapist_desktop.ui.wording.library import section_name, shelf_name

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLE, IN_SPANISH, TABLED = "article:therapeutic-alliance", "topic:grief", "article:therapeutic-alliance"


_NOT_HERE = ("sync", "quit", "read_aloud")
"""What needs a publisher, what ends everything, and what needs a voice."""
_LARGE = 1_000_000


def _read(desk: Desk, piece: str) -> None:
    desk.built.places.open_piece(piece)
    desk.until(lambda: _reads(desk, piece))


def _reads(desk: Desk, piece: str) -> bool:
    reader = desk.window.reader
    return reader.isVisible() and reader.piece is not None and reader.piece.id == piece and reader.is_whole


def _stands_at(desk: Desk, shelf: Shelf | None) -> bool:
    return desk.window.library.shelf is shelf


def _kept(desk: Desk) -> Kept:
    kept = desk.window.findChild(Kept)
    assert isinstance(kept, Kept)
    return kept


def _select(desk: Desk, words: str) -> None:
    browser = desk.window.reader.browser
    cursor = browser.document().find(words)
    assert not cursor.isNull()
    browser.setFocus()
    browser.setTextCursor(cursor)


def _lists_all_of(desk: Desk, section: Section) -> Callable[[], bool]:
    library, many = desk.window.library, desk.built.catalogue.sections()[section]

    def is_so() -> bool:
        lines = part_of(library, CallCards).list if section is Section.FAQ else library._list
        shown = library._heading.words == section_name(section) and library.is_whole and lines.isVisible()
        return shown and len({lines.item(row).data(0x100).opens for row in range(lines.count())} - {""}) == many

    return is_so


def _open_its_first_page(desk: Desk, section: Section) -> None:
    lines: QListWidget = desk.window.library._list
    first = next(row for row in range(lines.count()) if lines.item(row).data(0x100).opens)
    opened = lines.item(first).data(0x100).opens
    click_row(lines, first)
    desk.until(lambda: _reads(desk, opened))
    assert desk.window.reader.browser.toPlainText().strip(), section


def test_by_mouse_from_the_rail(desk: Desk) -> None:
    rail = next(one for one in desk.window.rail.findChildren(QToolButton) if one.text() == "Library")
    QTest.mouseClick(rail, LEFT)
    contents = desk.window.library.contents
    desk.until(lambda: contents.isVisible() and contents.count() > len(Section))
    assert [*desk.built.catalogue.sections()] == [*Section], "each has content"
    for section in Section:
        row = contents._values.index(section)
        contents.scrollToItem(contents.item(row))
        click_row(contents, row)
        desk.until(_lists_all_of(desk, section))
        if section is not Section.FAQ:  # its cards are read beside the list
            _open_its_first_page(desk, section)
    for shelf in Shelf:
        row = contents._values.index(shelf)
        contents.scrollToItem(contents.item(row))
        click_row(contents, row)
        desk.until(partial(_stands_at, desk, shelf))
        assert desk.window.library._heading.words == shelf_name(shelf)


def test_by_keyboard_from_the_rail(desk: Desk) -> None:
    desk.window.rail.focus_first()
    for _ in range(2):  # over Call
        desk.press("Down")
    desk.until(lambda: desk.window.page is Page.LIBRARY)
    contents = desk.window.library.contents
    desk.until(lambda: contents.count() > len(Section))
    for _ in range(6):
        if contents.hasFocus():
            break
        desk.press("F6")
    desk.press("Home")
    for value in contents._values[1:]:
        desk.press("Down")
        if isinstance(value, Section):
            desk.until(_lists_all_of(desk, value))
        else:
            desk.until(partial(_stands_at, desk, value))
    assert desk.built.places.here.shelf is contents._values[-1]
    contents.setCurrentRow(contents._values.index(Section.BOOK))
    desk.until(_lists_all_of(desk, Section.BOOK))
    desk.press("Return")
    desk.press("Down")
    desk.press("Return")
    desk.until(lambda: desk.window.reader.isVisible() and desk.window.reader.piece is not None)


def test_by_the_search_box(desk: Desk) -> None:
    desk.press("Ctrl+2")
    for section in Section:
        pieces = desk.built.catalogue.pieces(section)
        wanted = pieces[len(pieces) // 2]
        desk.press("Ctrl+K")
        desk.window.search_box.selectAll()
        desk.window.search_box.insert(wanted.title)  # letters that a test's keyboard does not have
        desk.window.search_box.textEdited.emit(wanted.title)
        panel = part_of(desk.window, AnswersPanel)

        def is_named(panel: AnswersPanel = panel, piece: str = wanted.id) -> bool:
            line = panel.current
            return line is not None and line.kind is Kind.ANSWER and line.answer is not None and line.answer.id == piece

        desk.until(is_named)
        desk.press("Return")
        desk.until(partial(_reads, desk, wanted.id))


def test_no_deed_of_the_library_is_dead(desk: Desk) -> None:
    for deed in (one for one in DEEDS if one.menu in {"File", "Library"} and one.name not in _NOT_HERE):
        _read(desk, IN_SPANISH)
        desk.built.places.open_piece(ARTICLE)
        desk.until(lambda: _reads(desk, ARTICLE))
        if deed.name in {"other_language", "page_before"}:
            _read(desk, IN_SPANISH)
        if deed.name == "export_notes" and not desk.window.actions_["export_notes"].isEnabled():
            _select(desk, "alliance")
            desk.press("Ctrl+Alt+H")
            desk.until(desk.window.actions_["export_notes"].isEnabled)
        for line in desk.window.findChildren(KeptLine):
            line.hide()
        desk.window.banner.hide()
        before = _traces(desk)
        action = desk.window.actions_[deed.name]
        assert action.isEnabled(), deed.name
        assert action.toolTip(), deed.name
        action.trigger()
        desk.until(partial(_has_changed, desk, before))
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for dialog in desk.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()


def _has_changed(desk: Desk, before: tuple[object, ...]) -> bool:
    return _traces(desk) != before


def _traces(desk: Desk) -> tuple[object, ...]:
    """What somebody sees change when they do something."""
    window = desk.window
    reader = window.reader
    shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    said = [line.isVisible() for line in window.findChildren(KeptLine)]
    return (
        desk.built.places.here,
        len(shown),
        QApplication.activePopupWidget() is None,
        said,
        window.banner.isVisible(),
        (reader.language, reader.look, reader.look_panel is None),
        desk.clipboard,
    )


def test_nothing_is_done_with_a_page_that_is_not_seen(desk: Desk) -> None:
    of_a_page = ("print", "pdf", "bookmark", "read_later", "highlight", "note", "define", "copy_link", "report_error")
    _read(desk, ARTICLE)
    assert all(desk.window.actions_[name].isEnabled() for name in of_a_page)
    desk.press("Ctrl+Alt+O")
    desk.until(lambda: part_of(desk.window.library, SiteMap).isVisible())
    assert not desk.window.reader.isVisible()
    assert not any(desk.window.actions_[name].isEnabled() for name in of_a_page)
    desk.press("Alt+Left")
    desk.until(lambda: _reads(desk, ARTICLE))
    assert all(desk.window.actions_[name].isEnabled() for name in of_a_page)
    assert part_of(desk.window, KeepTools).isVisible()


def test_escape_puts_away_one_thing_after_the_other(desk: Desk) -> None:
    _read(desk, ARTICLE)
    reader, strip = desk.window.reader, _kept(desk).highlighting.strip
    desk.press("Ctrl+F")
    desk.type("alliance")
    _select(desk, "partnership" if "partnership" in reader.browser.toPlainText() else "therapy")
    desk.press("Ctrl+Alt+H")
    assert strip.isVisible()
    assert strip.isAncestorOf(desk.focus)
    desk.press("Esc")
    assert not strip.isVisible(), "and the keyboard is out of it"
    assert reader.browser.hasFocus()
    desk.until(lambda: bool(reader.page.explaining.terms))  # the dictionary comes behind the page
    term = reader.page.explaining.terms[0]
    reader.page.explaining.open(term)
    desk.until(lambda: reader.page.explaining.is_open)
    desk.press("Esc")
    desk.until(lambda: not reader.page.explaining.is_open)
    assert reader.find_bar.isVisible()
    desk.press("Esc")
    assert not reader.find_bar.isVisible()
    assert reader.browser.hasFocus()


def test_a_highlight_of_a_translation_opens_the_translation(desk: Desk) -> None:
    _read(desk, IN_SPANISH)
    desk.press("Ctrl+Alt+L")
    reader, kept = desk.window.reader, _kept(desk)
    desk.until(lambda: reader.page.language == "es" and reader.is_whole)
    words = reader.browser.toPlainText().split(".")[0].split()[0]
    _select(desk, words)
    desk.press("Ctrl+Alt+H")
    desk.press("Esc")
    (one,) = kept.notes.notes.highlights.values()
    assert one.anchor.language == "es"
    desk.press("Ctrl+Alt+L")
    desk.until(lambda: reader.page.language == "en" and reader.is_whole)
    _read(desk, ARTICLE)
    desk.press("Ctrl+Alt+B")
    shelf = kept.shelves.widgets[Shelf.HIGHLIGHTS]
    desk.until(shelf.isVisible)
    shelf.list.setFocus()
    desk.press("Home")
    desk.press("Down")
    desk.press("Return")
    desk.until(lambda: _reads(desk, IN_SPANISH) and reader.page.language == "es")
    there = kept.highlighting.texts.cursor_of(one.id)
    assert there is not None
    desk.until(lambda: reader.browser.textCursor().position() == there.selectionStart())


def test_a_table_in_a_narrow_window_loses_no_highlight(desk: Desk) -> None:
    _read(desk, TABLED)
    browser, kept = desk.window.reader.browser, _kept(desk)
    block = browser.document().begin()
    cursor = browser.textCursor()
    while cursor.currentTable() is None:
        block = block.next()
        cursor.setPosition(block.position())
    table = cursor.currentTable()
    cursor.setPosition(table.cellAt(1, 0).firstCursorPosition().position())
    cursor.setPosition(table.cellAt(2, 1).lastCursorPosition().position(), cursor.MoveMode.KeepAnchor)
    browser.setFocus()
    browser.setTextCursor(cursor)
    desk.press("Ctrl+Alt+H")
    desk.press("Esc")
    desk.window.resize(720, 600)
    desk.window.reader.set_zoom(250)
    desk.until(lambda: desk.window.reader.page.is_rearranged and desk.window.reader.is_whole)
    assert not kept.shelves.lost, "the words are there, in another order"


def test_a_list_that_cannot_be_read_says_why_where_somebody_looks(desk: Desk) -> None:
    _read(desk, ARTICLE)
    file = next(one for one in desk.paths.catalogues.rglob("catalogue-*") if one.stat().st_size > _LARGE)
    with file.open("r+b") as written:
        written.seek(_LARGE // 10)
        written.write(bytes(file.stat().st_size - _LARGE // 5))
    library = desk.window.library
    desk.built.places.open_section(Section.BOOK)
    desk.until(lambda: any("damaged" in words.words for words in library.findChildren(Words) if words.isVisible()))
    assert library.isVisible()
