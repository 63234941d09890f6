"""References and links to the page that is read, and links that open one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from therapist_desktop.domain.app_link import is_link, link_to, piece_of
from therapist_desktop.domain.citation import Cited, Style, citation
from therapist_desktop.services.clock import local_day
from therapist_desktop.ui.i18n import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from therapist_desktop.domain.library import Piece
    from therapist_desktop.ui.built import Built
    from therapist_desktop.ui.widgets.kept_line import KeptLine


class Citing:
    """Copies a reference in the style that is chosen, or a link."""

    def __init__(self, built: Built, line: KeptLine) -> None:
        self._window, self._places, self._line = built.window, built.places, line
        self.menu: QMenu | None = None
        self._window.actions_["copy_citation"].triggered.connect(self.choose)
        self._window.actions_["copy_link"].triggered.connect(self.copy_link)
        self._window.reader.citation_requested.connect(self.choose)
        self._typed = ""
        self._window.search_box.words_changed.connect(self._look_for_link)
        self._window.search_box.submitted.connect(self._submit)

    def choose(self) -> None:
        """Offer the styles, with what each would copy as its tip."""
        from PySide6.QtWidgets import QMenu

        piece = self._window.reader.piece
        if piece is None:
            return
        self.menu = menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        for style, name in (
            (Style.APA, translate("Citing", "APA 7")),
            (Style.PLAIN, translate("Citing", "Plain words")),
        ):
            text = self.reference(piece, style)
            action = menu.addAction(name)
            action.triggered.connect(partial(self._copy, text, name))
            action.setToolTip(text)
            action.setStatusTip(text)
        menu.addSeparator()
        menu.addAction(translate("Citing", "Link that opens it here"), self.copy_link)
        menu.setActiveAction(menu.actions()[0])
        reader = self._window.reader
        menu.popup(reader.mapToGlobal(QPoint(max(0, reader.width() // 2 - menu.sizeHint().width() // 2), 0)))

    def reference(self, piece: Piece, style: Style) -> str:
        """A reference to this page, as it stands in the release in use."""
        release = self._window.release
        cited = Cited(
            release.publisher if release else "",
            link_to(piece.id),
            local_day(),
            release.number if release else 0,
        )
        return citation(piece, cited, style)

    def copy_link(self) -> None:
        """Copy a link that opens the page here."""
        piece = self._window.reader.piece
        if piece is not None:
            self._window.copy(link_to(piece.id))
            self._line.say("link", translate("Citing", "The link is copied: {link}").format(link=link_to(piece.id)))

    def open_link(self, text: str) -> bool:
        """Go to the page that a link leads to; whether it is one."""
        piece_id = piece_of(text)
        if piece_id:
            self._places.open_piece(piece_id)
        return bool(piece_id)

    def _look_for_link(self, words: str) -> None:
        """A link was pasted where words are searched for; one that is typed is awaited until Enter."""
        is_pasted = is_link(words) and not is_link(self._typed + words[-1:])
        self._typed = words
        if is_pasted:
            self._submit()

    def _submit(self, _is_apart: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        words, self._typed = self._typed, ""
        if piece_of(words):
            self._window.search_box.show_words("")
            self._window.show_words("", self._window.page)
            self.open_link(words)

    def _copy(self, text: str, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self._window.copy(text)
        self._line.say("copy", translate("Citing", "Copied ({style}): {text}").format(style=name, text=text))
