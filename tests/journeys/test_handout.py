"""From a page of the library to a hand-out on paper."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.journeys.desks import Desk
from therapist_desktop.ui.dialogs.handout import HandoutDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def read(desk: Desk, piece: str) -> None:
    """Open a page of the library."""
    desk.built.places.open_piece(piece)
    desk.until(lambda: desk.window.reader.piece is not None and desk.window.reader.piece.id == piece)
    desk.until(desk.window.actions_["print"].isEnabled)


def the_dialog(desk: Desk) -> HandoutDialog:
    return next(one for one in desk.window.findChildren(HandoutDialog) if one.isVisible())


def choose_file(desk: Desk, file: Path) -> None:
    """What a person does in the file dialog."""
    desk.until(lambda: any(one.isVisible() for one in desk.window.findChildren(QFileDialog)))
    dialog = next(one for one in desk.window.findChildren(QFileDialog) if one.isVisible())
    ended: list[object] = []
    desk.built.making.saved.connect(ended.append)
    desk.built.making.failed.connect(ended.append)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    desk.until(lambda: bool(ended))


def until_laid_out(desk: Desk, dialog: HandoutDialog, is_so: Callable[[], bool]) -> None:
    desk.until(lambda: dialog.print_button.isEnabled() and is_so())


def pages(file: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(file.read_bytes())).pages]


def test_the_page_that_is_read_is_saved_as_a_pdf(desk: Desk, tmp_path: Path) -> None:
    desk.window.furnish()
    read(desk, "topic:depression")
    desk.press("Ctrl+Shift+P")
    choose_file(desk, tmp_path / "sheet.pdf")
    found = pages(tmp_path / "sheet.pdf")
    assert found[0].startswith("Depression Last reviewed")
    assert f"Page 1 of {len(found)}" in found[0]
    assert [one.name for one in tmp_path.glob("*.new")] == []


def test_a_page_read_in_spanish_is_printed_in_spanish(desk: Desk, tmp_path: Path) -> None:
    desk.window.furnish()
    read(desk, "topic:depression")
    desk.press("Ctrl+Alt+L")
    desk.until(lambda: desk.window.reader.shown is not desk.window.reader.piece)
    desk.press("Ctrl+Shift+P")
    choose_file(desk, tmp_path / "hoja.pdf")
    assert "P\u00e1gina 1 de" in pages(tmp_path / "hoja.pdf")[0]


def test_several_pages_become_one_hand_out(desk: Desk, tmp_path: Path) -> None:
    desk.window.furnish()
    for piece in ("topic:grief", "topic:depression"):
        read(desk, piece)
        desk.press("Ctrl+Alt+P")
    assert desk.built.making.handout.pieces == ("topic:grief", "topic:depression")
    desk.press("Ctrl+Shift+O")
    dialog = the_dialog(desk)
    until_laid_out(desk, dialog, lambda: dialog.pages.pages.count() == 2)
    desk.press("Down", dialog.pages.pages)
    desk.press("Alt+Up", dialog.pages.pages)
    until_laid_out(desk, dialog, lambda: dialog.pages.pages.item(0).text() == "Depression")
    QTest.keyClicks(dialog.pages.search, "panic disorder")
    desk.until(lambda: dialog.pages.found.count() > 0)
    desk.press("Return", dialog.pages.search)
    until_laid_out(desk, dialog, lambda: dialog.pages.pages.count() == 3)
    dialog.pdf_button.click()
    choose_file(desk, tmp_path / "several.pdf")
    text = " ".join(pages(tmp_path / "several.pdf"))
    assert (
        text.index("Depression Last reviewed") < text.index("Grief Last reviewed") < text.index("Panic disorder Last")
    )
    dialog.close()


def test_the_letterhead_is_there_the_next_day(desk: Desk) -> None:
    desk.window.furnish()
    making = desk.built.making
    making.look(making.handout.look._replace(clinic=("Riverside Counseling",), is_large=True))
    desk.deeds.submit(int).result()
    from therapist_desktop.domain.handout import read as read_again
    from therapist_desktop.services.notebook import Notebook

    kept = read_again(Notebook(desk.paths.notebook).memory()["handout"])
    assert kept == making.handout
    assert kept.look.clinic == ("Riverside Counseling",)


def test_a_page_that_went_is_named_and_the_others_stay(desk: Desk) -> None:
    desk.window.furnish()
    making = desk.built.making
    making.change(making.handout.with_piece("topic:gone").with_piece("topic:grief"))
    desk.press("Ctrl+Shift+O")
    dialog = the_dialog(desk)
    until_laid_out(desk, dialog, lambda: dialog.pages.pages.count() == 1)
    assert "1 page is not in this release any more" in dialog.remarks
    dialog.close()


def test_an_empty_one_says_what_to_do_and_prints_nothing(desk: Desk) -> None:
    desk.window.furnish()
    desk.press("Ctrl+Shift+O")
    dialog = the_dialog(desk)
    desk.until(lambda: not dialog.print_button.isEnabled())
    assert dialog.pages.hint.isVisible()
    assert QApplication.focusWidget() is dialog.pages.search
    dialog.close()


@pytest.mark.parametrize("folder", ["missing/deeper", "taken"])
def test_a_file_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path, folder: str) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    desk.window.furnish()
    read(desk, "topic:grief")
    desk.press("Ctrl+Shift+P")
    file = tmp_path / folder / "sheet.pdf"
    choose_file(desk, file)
    if folder == "taken":
        assert desk.window.banner.isVisible()
        assert (tmp_path / "taken").read_text() == "a file, no folder"
    else:
        assert pages(file)
