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


MENUS = ("File", "Edit", "Find", "Library", "View", "Go", "Help")

_TEXTS = (
    QT_TRANSLATE_NOOP("Actions", "File"),
    QT_TRANSLATE_NOOP("Actions", "Edit"),
    QT_TRANSLATE_NOOP("Actions", "Find"),
    QT_TRANSLATE_NOOP("Actions", "Library"),
    QT_TRANSLATE_NOOP("Actions", "View"),
    QT_TRANSLATE_NOOP("Actions", "Go"),
    QT_TRANSLATE_NOOP("Actions", "Help"),
)

DEEDS: tuple[Deed, ...] = (
    Deed("sync", "File", "Sync now", "Bring the newest release", ("Ctrl+R",)),
    Deed("source", "File", "Sync source...", "Say where releases come from", ("Ctrl+Shift+R",)),
    Deed(
        "local_steps",
        "File",
        "Crisis steps of this clinic...",
        "Write what this clinic does in a crisis",
        ("Ctrl+Shift+F9",),
        apart=True,
    ),
    Deed("print", "File", "Print...", "Print the page as a hand-out", ("Ctrl+P",), apart=True),
    Deed("pdf", "File", "Save as PDF...", "Save the page as a hand-out", ("Ctrl+Shift+P",)),
    Deed("handout", "File", "Hand-out...", "Put several pages together into one hand-out", ("Ctrl+Shift+O",)),
    Deed("quit", "File", "Quit", "Close the window", ("Ctrl+Q",), apart=True),
    Deed("search", "Edit", "Search", "Go to the search box", ("Ctrl+K", "Ctrl+L", "/")),
    Deed(
        "copy_phone",
        "Edit",
        "Copy phone",
        "Copy the phone number of the selected listing",
        ("Ctrl+Shift+C",),
        apart=True,
    ),
    Deed("find_in_page", "Edit", "Find in page...", "Find words in what you read", ("Ctrl+F",), apart=True),
    Deed("find_next", "Edit", "Find next", "The next place that holds the words", ("F3",)),
    Deed("find_previous", "Edit", "Find previous", "The place before", ("Shift+F3",)),
    Deed("call", "Find", "Call mode", "Six questions while somebody is on the phone", ("F2",)),
    Deed(
        "clear_call",
        "Find",
        "Clear the call",
        "Wipe everything that was asked for and marked in this call",
        ("Ctrl+Shift+F2",),
    ),
    Deed("clear", "Find", "Clear all filters", "Ask for nothing in particular", ("Ctrl+Shift+X",)),
    Deed("undo_clear", "Find", "Undo clearing", "Ask again for what was cleared last", ("Ctrl+Z",)),
    Deed("mark", "Find", "Mark", "Mark the selected listing, or take its mark away", ("Ctrl+M",), apart=True),
    Deed("compare", "Find", "Compare the marked", "Show two to four marked listings side by side", ("F4",)),
    Deed("clear_marks", "Find", "Take all marks away", "Begin with a clean list", ("Ctrl+Shift+M",)),
    Deed("sort_again", "Find", "Usual order", "Best match first again", ("F5",), apart=True),
    Deed("contents", "Library", "Contents", "Everything in the library, section by section", ("Ctrl+Alt+O",)),
    Deed("whats_new", "Library", "What's new", "What this release changed", ("Ctrl+Alt+W",)),
    Deed("reading_list", "Library", "Reading list", "The pages to read later", ("Ctrl+Alt+R",), apart=True),
    Deed("bookmarks", "Library", "Bookmarks", "The pages with a bookmark", ("Ctrl+B",)),
    Deed("highlights", "Library", "Highlights and notes", "What was highlighted, on all pages", ("Ctrl+Alt+B",)),
    Deed("recent", "Library", "Recently read", "The pages that were read last", ("Ctrl+H",)),
    Deed("page_before", "Library", "Page before", "The page before in this section", ("Alt+PgUp",), apart=True),
    Deed("page_after", "Library", "Next page", "The next page in this section", ("Alt+PgDown",)),
    Deed("bookmark", "Library", "Bookmark", "Put a bookmark here, or take it out", ("Ctrl+D",), apart=True),
    Deed("read_later", "Library", "Read later", "Put the page on the reading list, or take it off", ("Ctrl+Alt+D",)),
    Deed("highlight", "Library", "Highlight", "Highlight the selected words", ("Ctrl+Alt+H",)),
    Deed("note", "Library", "Note...", "Write a note to the selected or highlighted words", ("Ctrl+Alt+N",)),
    Deed("export_notes", "Library", "Export highlights...", "Save them as Markdown", ("Ctrl+Alt+X",)),
    Deed("define", "Library", "Look up", "Look the selected word up in the dictionary", ("Ctrl+E",), apart=True),
    Deed("glossary", "Library", "Explain terms", "Explain words of the dictionary in a page", ("Ctrl+Alt+G",)),
    Deed("reading_look", "Library", "Reading look...", "Font, size, spacing and colours", ("Ctrl+Alt+T",)),
    Deed("other_language", "Library", "Other language", "Read the page in its other language", ("Ctrl+Alt+L",)),
    Deed("read_aloud", "Library", "Read aloud", "Hear the page, or stop", ("Ctrl+Alt+A",)),
    Deed("add_to_handout", "Library", "Add to hand-out", "Put this page in the hand-out", ("Ctrl+Alt+P",), apart=True),
    Deed("copy_citation", "Library", "Copy citation", "Copy a reference to the page", ("Ctrl+Alt+C",)),
    Deed("copy_link", "Library", "Copy link", "Copy a link that opens the page here", ("Ctrl+Alt+K",)),
    Deed("report_error", "Library", "Report an error...", "Tell the publisher what is wrong", ("Ctrl+Alt+E",)),
    Deed("reports", "Library", "Reports...", "The errors you found, to send to the publisher", ("Ctrl+Alt+J",)),
    Deed("columns", "View", "Columns...", "Choose what the table shows, and in what order", ("Ctrl+Shift+K",)),
    Deed("compact", "View", "Compact rows", "One line a listing instead of two", ("Ctrl+Shift+D",)),
    Deed("as_table", "View", "Results as a table", "One row a listing", ("F7",), apart=True),
    Deed("as_cards", "View", "Results as cards", "More about each listing", ("F8",)),
    Deed("as_map", "View", "Results on a map", "Where the listings are", ("Shift+F7",)),
    Deed("filters", "View", "Show or hide filters", "Open or shut the filters", ("Ctrl+Shift+F",), apart=True),
    Deed(
        "next_part",
        "View",
        "Next part of the details",
        "The next tab of the details",
        ("Ctrl+Shift+PgDown",),
        apart=True,
    ),
    Deed("previous_part", "View", "Part before", "The tab of the details before this one", ("Ctrl+Shift+PgUp",)),
    Deed("next_pane", "View", "Next pane", "Go to the next part of the window", ("F6",)),
    Deed("previous_pane", "View", "Previous pane", "Go to the part before this one", ("Shift+F6",)),
    Deed("zoom_in", "View", "Larger text", "Make all text larger", ("Ctrl++", "Ctrl+="), apart=True),
    Deed("zoom_out", "View", "Smaller text", "Make all text smaller", ("Ctrl+-",)),
    Deed("zoom_reset", "View", "Usual text size", "Make all text as large as usual", ("Ctrl+0",)),
    Deed("still", "View", "No motion", "Show everything at once, without sliding or fading", ("Ctrl+Alt+0",)),
    Deed("full_screen", "View", "Full screen", "Use the whole screen", ("F11",), apart=True),
    Deed("find", "Go", "Find", "Find people and centers", ("Ctrl+1",)),
    Deed("library", "Go", "Library", "Read articles, topics and terms", ("Ctrl+2",)),
    Deed("crisis", "Go", "Crisis help", "Hotlines for a crisis, from anywhere", ("F9", "Ctrl+3")),
    Deed("back", "Go", "Back", "Return to where you were before", ("Alt+Left",), apart=True),
    Deed("forward", "Go", "Forward", "Undo a step back", ("Alt+Right",)),
    Deed("new_tab", "Go", "New tab", "Begin another search beside this one", ("Ctrl+T",), apart=True),
    Deed("close_tab", "Go", "Close tab", "Close this tab", ("Ctrl+W",)),
    Deed("reopen_tab", "Go", "Reopen closed tab", "Bring back the tab that was closed last", ("Ctrl+Shift+T",)),
    Deed("next_tab", "Go", "Next tab", "Go to the tab at the right", ("Ctrl+Tab", "Ctrl+PgDown")),
    Deed("previous_tab", "Go", "Previous tab", "Go to the tab at the left", ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
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
        for name in ("compact", "full_screen", "still", "as_table", "as_cards", "as_map", "glossary"):
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
    if deed.name == "quit":
        action.setMenuRole(QAction.MenuRole.QuitRole)
    elif deed.name == "about":
        action.setMenuRole(QAction.MenuRole.AboutRole)
    return action


def _said(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
