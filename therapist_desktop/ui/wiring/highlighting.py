"""From selected words to a highlight, its colour and its note, by mouse and by keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QIcon, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.reading_notes import Colour
from therapist_desktop.ui.controllers.reading_notes import shown_piece
from therapist_desktop.ui.focus_travel import has_focus
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.reading.highlights import TextHighlights
from therapist_desktop.ui.widgets.highlight_strip import HighlightStrip
from therapist_desktop.ui.widgets.highlight_swatch import swatch
from therapist_desktop.ui.wording.highlights import colour_name

if TYPE_CHECKING:
    from therapist_desktop.domain.reading_notes import Anchor, Highlight, ReadingNotes
    from therapist_desktop.ui.controllers.reading_notes import ReadingNotesController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.theme import Appearance
    from therapist_desktop.ui.widgets.kept_line import KeptLine

_SWATCH = 16
_IN_MENU = ("define", "copy_link", "copy_citation", "report_error")


class Highlighting(QObject):
    """The highlights of the page that is read."""

    def __init__(
        self,
        window: MainWindow,
        kept: ReadingNotesController,
        line: KeptLine,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._window, self._kept, self._line = window, kept, line
        self._appearance = appearance
        self._browser = window.reader.browser
        self._colour = Colour.YELLOW
        self._put_off: dict[str, str] = {}
        self.texts = TextHighlights(self._browser, window.reader.page.appearance, self)
        self.strip = HighlightStrip(appearance, self._browser)
        self._browser.setTextInteractionFlags(
            self._browser.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._paper = self._browser.viewport()
        for watched in (self._browser, self._paper):
            watched.installEventFilter(self)
        self._browser.text_shown.connect(self.strip.hide)
        self._browser.text_shown.connect(partial(self._show, anew=True))
        self._browser.selectionChanged.connect(self._lose_strip)
        kept.notes_changed.connect(self._show)
        self.strip.colour_chosen.connect(self.colour)
        self.strip.note_requested.connect(self.note)
        self.strip.remove_requested.connect(self.remove)
        self.strip.left.connect(self._browser.setFocus)
        window.actions_["highlight"].triggered.connect(self.highlight)
        window.actions_["note"].triggered.connect(self.note)
        self._show()

    def highlight(self) -> None:
        """Highlight the selected words; of highlighted ones, offer the colours."""
        there, anchor = self.texts.selected(), self.texts.anchor
        if there is None and anchor is None:
            self._say_what_to_do()
            return
        if there is None:
            self.colour(self._colour)
            there = self.texts.selected()
        self._offer(there)
        self.strip.take_focus()

    def colour(self, colour: Colour) -> None:
        """Highlight the selected words in this colour, or give highlighted ones this one."""
        self._colour = colour
        there = self.texts.selected()
        if there is not None:
            self._kept.change_highlight(there.id, colour=colour)
        else:
            there = self._made(self.texts.anchor)
        if there is not None:
            self._offer(self._kept.notes.highlights.get(there.id))

    def note(self) -> None:
        """Write a note to the selected or highlighted words."""
        there = self.texts.selected() or self._made(self.texts.anchor)
        if there is None:
            self._say_what_to_do()
            return
        self.write_note(there)

    def write_note(self, highlight: Highlight) -> None:
        """Write or change the note of this highlight."""
        from therapist_desktop.ui.dialogs.note import NoteDialog

        key = highlight.id
        dialog = NoteDialog(
            highlight.anchor.quote, self._put_off.get(key, highlight.note), self._appearance, self._window
        )
        dialog.written.connect(lambda text: self._kept.change_highlight(key, note=text))
        dialog.written.connect(lambda _text: self._put_off.pop(key, None))
        dialog.put_off.connect(lambda text: self._put_off.update({key: text}))
        dialog.finished.connect(dialog.deleteLater)
        self.strip.hide()
        dialog.open()

    def remove(self) -> None:
        """Take the highlight away that the cursor is in, with a way back."""
        there = self.texts.selected()
        if there is not None:
            self.take_away(there)
            self._browser.setFocus()

    def take_away(self, highlight: Highlight) -> None:
        """Take this highlight away, with a way back."""
        self._kept.drop_highlight(highlight.id)
        self.strip.hide()
        self._line.say(
            "highlighter",
            translate("Highlights", "The highlight and its note are removed.")
            if highlight.note
            else translate("Highlights", "The highlight is removed."),
            translate("Highlights", "Undo"),
            partial(self._kept.keep_highlight, highlight),
        )

    def go_to(self, highlight_id: str) -> bool:
        """Show this highlight of the page that is read; whether its words are there."""
        cursor = self.texts.cursor_of(highlight_id)
        if cursor is None:
            return False
        cursor.setPosition(cursor.selectionStart())
        self._browser.setTextCursor(cursor)
        self._window.reader.page.scroller.bring_in_sight(
            self._browser.cursorRect(cursor).center(), self._window.reader.page.scroller.height() // 3
        )
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonRelease and watched is self._paper:
            QTimer.singleShot(0, self, self._offer_here)  # the browser must hear of it first
        elif isinstance(event, QContextMenuEvent):
            self._open_menu(event)
            return True
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            return self._put_away()
        return False

    def say_lost(self) -> None:
        """The page is open, and the words of a highlight are not in it."""
        said = translate("Shelves", "These words are not found in this release's text. Your highlight is kept.")
        self._line.say("triangle-alert", said)

    def _put_away(self) -> bool:
        """Take the strip away that the mouse brought; whether there was one."""
        was_there = self.strip.isVisible()
        self.strip.hide()
        return was_there

    def menu(self) -> QMenu:
        """What can be done with the words under the cursor."""
        menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        there, anchor = self.texts.selected(), self.texts.anchor
        copy = menu.addAction(translate("Highlights", "Copy"), self._browser.copy)
        copy.setEnabled(anchor is not None)
        menu.addSeparator()
        for colour in Colour:
            words = translate("Highlights", "Highlight in {colour}").format(colour=colour_name(colour).lower())
            chosen = menu.addAction(words, partial(self.colour, colour))
            side = self._appearance.px(_SWATCH)
            chosen.setIcon(QIcon(swatch(colour, self._appearance.theme, side, self._window.devicePixelRatioF())))
            chosen.setEnabled(anchor is not None or there is not None)
        write = menu.addAction(translate("Highlights", "Note..."), self.note)
        write.setEnabled(anchor is not None or there is not None)
        away = menu.addAction(translate("Highlights", "Remove the highlight"), self.remove)
        away.setEnabled(there is not None)
        menu.addSeparator()
        for name in _IN_MENU:
            menu.addAction(self._window.actions_[name])
        return menu

    def _open_menu(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if by_mouse and self.texts.anchor is None:
            self._browser.setTextCursor(self._browser.cursorForPosition(event.pos()))
        where = event.globalPos() if by_mouse else self._browser.mapToGlobal(self._browser.cursorRect().bottomLeft())
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _made(self, anchor: Anchor | None) -> Highlight | None:
        piece = self._window.reader.piece
        if anchor is None or piece is None:
            return None
        anchor = anchor._replace(language=self._window.reader.page.language)
        return self._kept.highlight(shown_piece(piece), anchor, self._colour)

    def _offer_here(self) -> None:
        """The mouse was let go: beside selected words, or on a highlight."""
        there = self.texts.selected()
        if self.texts.anchor is not None or there is not None:
            self._offer(there)
        else:
            self.strip.hide()

    def _offer(self, highlight: Highlight | None) -> None:
        cursor = self._browser.textCursor()
        if highlight is not None and not cursor.hasSelection():
            cursor = self.texts.cursor_of(highlight.id) or cursor
        self.strip.show_at(self._around(cursor), highlight)

    def _around(self, cursor: QTextCursor) -> QRect:
        """Where the words of a cursor stand: their last line, the whole of it where they fill several."""
        start, end = QTextCursor(cursor), QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        end.setPosition(cursor.selectionEnd())
        first, last = self._browser.cursorRect(start), self._browser.cursorRect(end)
        if first.top() == last.top():
            return first.united(last)
        return QRect(QPoint(0, first.top()), last.bottomRight())

    def _lose_strip(self) -> None:
        if self.strip.isVisible() and not has_focus(self.strip):
            self.strip.hide()

    def _show(self, _notes: ReadingNotes | None = None, *, anew: bool = False) -> None:
        piece = self._window.reader.piece
        if piece is None:
            self.texts.show(())
            return
        language = self._window.reader.page.language
        mine = self._kept.notes.highlights_of(piece.id)
        self.texts.show([one for one in mine if one.anchor.language == language], anew=anew)

    def _say_what_to_do(self) -> None:
        self._line.say("highlighter", translate("Highlights", "Select the words of the page first."))
