"""Everything that can be done, each with a place in a menu, a shortcut and a tip."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from therapist_desktop.ui.theme import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Mapping


class Deed(NamedTuple):
    """One action as data. A line of dashes stands before it where `apart` is set."""

    name: str
    menu: str
    text: str
    tip: str
    keys: tuple[str, ...]
    apart: bool = False


MENUS = ("File", "Edit", "View", "Library", "Help")

_TEXTS = (
    QT_TRANSLATE_NOOP("Actions", "File"),
    QT_TRANSLATE_NOOP("Actions", "Edit"),
    QT_TRANSLATE_NOOP("Actions", "View"),
    QT_TRANSLATE_NOOP("Actions", "Library"),
    QT_TRANSLATE_NOOP("Actions", "Help"),
)

DEEDS: tuple[Deed, ...] = (
    Deed("sync", "File", "Sync now", "Bring the newest release", ("Ctrl+R",)),
    Deed("source", "File", "Sync source...", "Say where releases come from", ("Ctrl+Shift+R",)),
    Deed("quit", "File", "Quit", "Close the window", ("Ctrl+Q",), apart=True),
    Deed("search", "Edit", "Search", "Go to the search box", ("Ctrl+K", "Ctrl+L", "/")),
    Deed("clear", "Edit", "Clear all filters", "Ask for nothing in particular", ("Ctrl+Shift+X",)),
    Deed(
        "copy_phone",
        "Edit",
        "Copy phone",
        "Copy the phone number of the selected listing",
        ("Ctrl+Shift+C",),
        apart=True,
    ),
    Deed("find", "View", "Find", "Find people and centers", ("Ctrl+1",)),
    Deed("library", "View", "Library", "Read articles, topics and terms", ("Ctrl+2",)),
    Deed("crisis", "View", "Crisis help", "Hotlines for a crisis, from anywhere", ("F9", "Ctrl+3")),
    Deed("filters", "View", "Show or hide filters", "Open or shut the filters", ("Ctrl+Shift+F",), apart=True),
    Deed("next_pane", "View", "Next pane", "Go to the next part of the window", ("F6",)),
    Deed("previous_pane", "View", "Previous pane", "Go to the part before this one", ("Shift+F6",)),
    Deed("zoom_in", "View", "Larger text", "Make all text larger", ("Ctrl++", "Ctrl+="), apart=True),
    Deed("zoom_out", "View", "Smaller text", "Make all text smaller", ("Ctrl+-",)),
    Deed("zoom_reset", "View", "Usual text size", "Make all text as large as usual", ("Ctrl+0",)),
    Deed("compact", "View", "Compact rows", "One line a listing instead of two", ("Ctrl+Shift+D",), apart=True),
    Deed("full_screen", "View", "Full screen", "Use the whole screen", ("F11",)),
    Deed("back", "Library", "Back", "Return to the page before", ("Alt+Left",)),
    Deed("forward", "Library", "Forward", "Undo a step back", ("Alt+Right",)),
    Deed("find_in_page", "Library", "Find in page...", "Find words in what you read", ("Ctrl+F",), apart=True),
    Deed("find_next", "Library", "Find next", "The next place that holds the words", ("F3",)),
    Deed("find_previous", "Library", "Find previous", "The place before", ("Shift+F3",)),
    Deed("shortcuts", "Help", "Keyboard shortcuts", "All shortcuts on one sheet", ("F1",)),
    Deed("about", "Help", "About", "Versions, licences and the release in use", ("Shift+F1",)),
)

_SCHEMES = (
    QT_TRANSLATE_NOOP("Actions", "As the system"),
    QT_TRANSLATE_NOOP("Actions", "Light"),
    QT_TRANSLATE_NOOP("Actions", "Dark"),
    QT_TRANSLATE_NOOP("Actions", "High contrast"),
)


class Actions:
    """The actions of one window, in its menu bar and on its keys."""

    def __init__(self, window: QMainWindow) -> None:
        self._by_name: dict[str, QAction] = {}
        self._schemes: dict[str, QAction] = {}
        self._menus = {name: QMenu(_said(name), window) for name in MENUS}
        for deed in DEEDS:
            action = _made(deed, window)
            self._by_name[deed.name] = action
            if deed.apart:
                self._menus[deed.menu].addSeparator()
            self._menus[deed.menu].addAction(action)
            window.addAction(action)
        self._menus["View"].addMenu(self._theme_menu(window))
        for menu in self._menus.values():
            menu.setToolTipsVisible(True)
            window.menuBar().addMenu(menu)
        for name in ("compact", "full_screen"):
            self._by_name[name].setCheckable(True)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    @property
    def schemes(self) -> Mapping[str, QAction]:
        """The choices of colours."""
        return self._schemes

    @property
    def keys(self) -> frozenset[QKeySequence]:
        """Every key that an action listens to."""
        return frozenset(keys for action in self._by_name.values() for keys in action.shortcuts())

    def _theme_menu(self, window: QMainWindow) -> QMenu:
        menu = QMenu(_said("Colours"), window)
        group = QActionGroup(window)
        for number, (scheme, text) in enumerate(zip(SCHEMES, _SCHEMES, strict=True), start=1):
            action = QAction(_said(str(text)), window)
            action.setCheckable(True)
            action.setShortcut(QKeySequence(f"Ctrl+Alt+{number}"))
            action.setToolTip(_said("Show the window in these colours"))
            group.addAction(action)
            menu.addAction(action)
            self._schemes[scheme] = action
        return menu


def _made(deed: Deed, window: QMainWindow) -> QAction:
    action = QAction(_said(deed.text), window)
    action.setShortcuts([QKeySequence(keys) for keys in deed.keys])
    first = QKeySequence(deed.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{_said(deed.tip)} ({first})")
    action.setStatusTip(_said(deed.tip))
    if deed.name == "quit":
        action.setMenuRole(QAction.MenuRole.QuitRole)
    elif deed.name == "about":
        action.setMenuRole(QAction.MenuRole.AboutRole)
    return action


def _said(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
