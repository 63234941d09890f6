"""Listings side by side: how they get there, what is done with them, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from therapist_desktop.domain.errors import Trouble
from therapist_desktop.domain.notebook import Shown
from therapist_desktop.domain.places import Page
from therapist_desktop.services.clock import local_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.domain.places import Place
    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.controllers.comparing import Side
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.panes.compare import ComparePane


def connect_comparing(built: Built) -> None:
    """The page is made behind the first picture."""

    def furnish() -> Iterator[None]:
        from therapist_desktop.ui.panes.compare import ComparePane

        yield
        pane = ComparePane(built.appearance)
        yield
        built.window.hold_page(Page.COMPARE, pane)
        _connect(built, pane)

    def follow(place: Place) -> None:
        """Whoever comes to this page, or back to it, sees the listings that belong to the place."""
        if place.page is Page.COMPARE and place.compared != tuple(one.id for one in built.comparing.shown):
            built.comparing.compare([_known(built, one) for one in place.compared])

    built.window.furnish_with(furnish)
    built.places.place_shown.connect(lambda place, _looked: follow(place))
    built.syncing.catalogue_replaced.connect(built.comparing.reopen)


def _known(built: Built, listing_id: str) -> Shown:
    """What is known of a listing before it is fetched, or if it is gone."""
    standing = built.marking.standings.get(listing_id)
    return standing.listing if standing else Shown(listing_id, "", built.places.names.get(listing_id, listing_id))


def _connect(built: Built, pane: ComparePane) -> None:
    window, comparing, places = built.window, built.comparing, built.places

    def leave() -> None:
        window.show_page(Page.FIND)
        window.results.focus_list()

    def show(sides: tuple[Side, ...]) -> None:
        before = [side.shown.id for side in pane.sides]
        pane.show_sides(sides)
        if window.page is Page.COMPARE and before != [side.shown.id for side in sides]:
            pane.focus_first()

    def drop(listing_id: str) -> None:
        comparing.drop(listing_id)
        places.narrow(tuple(one.id for one in comparing.shown))

    pane.left.connect(leave)
    pane.listing_chosen.connect(places.open_listing)
    pane.removal_requested.connect(drop)
    pane.copy_requested.connect(window.copy)
    pane.print_requested.connect(lambda: _print(window, pane))
    pane.pdf_requested.connect(lambda: _save(window, pane))
    comparing.arrived.connect(show)
    comparing.failed.connect(pane.show_problem)


def _sheet(window: MainWindow, pane: ComparePane) -> str:
    from therapist_desktop.ui.compare_sheet import sheet_of

    return sheet_of([side.name for side in pane.sides], pane.rows, window.release, local_day())


def _print(window: MainWindow, pane: ComparePane) -> None:
    if pane.sides:
        from therapist_desktop.ui.compare_sheet import print_sheet

        print_sheet(_sheet(window, pane), window)


def _save(window: MainWindow, pane: ComparePane) -> None:
    if not pane.sides:
        return
    from PySide6.QtWidgets import QFileDialog

    from therapist_desktop.services.safely import save_as
    from therapist_desktop.ui.compare_sheet import pdf_of

    html = _sheet(window, pane)

    def save(file: str) -> None:
        try:
            save_as(Path(file), pdf_of(html))
        except Trouble as trouble:
            window.banner.show_problem(trouble)

    dialog = QFileDialog(window, window.tr("Save the comparison"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(window.tr("PDF (*.pdf)"))
    dialog.setDefaultSuffix("pdf")
    dialog.fileSelected.connect(save)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
