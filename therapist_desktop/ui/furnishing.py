"""What is read in comes behind the first picture: what helps in a crisis first, what is in sight next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut

from therapist_desktop.domain.places import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from PySide6.QtWidgets import QWidget

    from therapist_desktop.ui.actions import Actions
    from therapist_desktop.ui.pages import FindPage, LibraryPage
    from therapist_desktop.ui.panes.crisis import CrisisPane
    from therapist_desktop.ui.panes.detail import DetailPane
    from therapist_desktop.ui.panes.library import LibraryPane
    from therapist_desktop.ui.panes.reader import ReaderPane
    from therapist_desktop.ui.theme import Appearance

    class Window(Protocol):
        """What is furnished."""

        actions_: Actions
        detail_tab: str
        crisis: CrisisPane
        detail: DetailPane
        find_page: FindPage
        library: LibraryPane
        library_page: LibraryPage
        reader: ReaderPane

        def copy(self, text: str) -> None: ...
        def hold_page(self, page: Page, pane: QWidget) -> None: ...


def furnished(window: Window, appearance: Appearance) -> Iterator[None]:
    """Give the window its panes to read in, in steps that are short enough for a frame."""
    from therapist_desktop.ui.panes.crisis import CrisisPane

    yield
    window.crisis = CrisisPane(appearance)
    window.crisis.copy_requested.connect(window.copy)  # it may be in use before the rest is there
    window.hold_page(Page.CRISIS, window.crisis)
    yield
    from therapist_desktop.ui.panes.detail import DetailPane

    yield
    window.detail = DetailPane(appearance)
    window.detail.choose(window.detail_tab)
    yield
    window.find_page.hold_detail(window.detail)
    yield
    from therapist_desktop.ui.panes.library import LibraryPane

    yield
    window.library = LibraryPane(appearance)
    yield
    from therapist_desktop.ui.panes.reader import ReaderPane

    yield
    window.reader = ReaderPane(appearance)
    for shortcut in window.reader.findChildren(QShortcut):  # the menu has these keys; two owners would undo both
        if shortcut.key() in window.actions_.keys:
            shortcut.setEnabled(False)
    yield
    from therapist_desktop.ui.pages import LibraryPage

    window.library_page = LibraryPage(window.library, window.reader, appearance)
    yield
    window.hold_page(Page.LIBRARY, window.library_page)
