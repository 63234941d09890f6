"""Listings side by side: how they get there, what is done with them, and the way back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from therapist_desktop.domain.places import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from therapist_desktop.ui.controllers.comparing import ComparingController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.panes.compare import ComparePane
    from therapist_desktop.ui.theme import Appearance


def connect_comparing(
    window: MainWindow, appearance: Appearance, comparing: ComparingController, open_listing: Callable[[str], object]
) -> None:
    """The page is made behind the first picture."""

    def furnish() -> Iterator[None]:
        from therapist_desktop.ui.panes.compare import ComparePane

        yield
        pane = ComparePane(appearance)
        yield
        window.hold_page(Page.COMPARE, pane)
        _connect(window, pane, comparing, open_listing)

    window.furnish_with(furnish)


def _connect(
    window: MainWindow, pane: ComparePane, comparing: ComparingController, open_listing: Callable[[str], object]
) -> None:
    def leave() -> None:
        window.show_page(Page.FIND)
        window.results.focus_list()

    def show(sides: tuple[object, ...]) -> None:
        pane.show_sides(sides)  # type: ignore[arg-type] # what the controller hands over
        if window.page is Page.COMPARE:
            pane.focus_first()

    pane.left.connect(leave)
    pane.opened.connect(open_listing)
    pane.removed.connect(comparing.drop)
    pane.copy_requested.connect(window.copy)
    pane.print_requested.connect(lambda: _print(window, pane))
    pane.pdf_requested.connect(lambda: _save(window, pane))
    comparing.arrived.connect(show)
    comparing.failed.connect(pane.show_problem)


def _sheet(window: MainWindow, pane: ComparePane) -> str:
    from therapist_desktop.ui.compare_sheet import sheet_of

    names = [side.listing.name if side.listing else side.shown.name for side in pane.sides]
    return sheet_of(names, pane.rows, window.release, datetime.now().astimezone().date())


def _print(window: MainWindow, pane: ComparePane) -> None:
    if pane.sides:
        from therapist_desktop.ui.compare_sheet import print_sheet

        print_sheet(_sheet(window, pane), window)


def _save(window: MainWindow, pane: ComparePane) -> None:
    if not pane.sides:
        return
    from PySide6.QtWidgets import QFileDialog

    from therapist_desktop.ui.compare_sheet import save_sheet

    html = _sheet(window, pane)
    dialog = QFileDialog(window, window.tr("Save the comparison"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(window.tr("PDF (*.pdf)"))
    dialog.setDefaultSuffix("pdf")
    dialog.fileSelected.connect(lambda file: save_sheet(html, file))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
