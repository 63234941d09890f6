"""Highlights and notes as a Markdown file: those of the page that is read, or all."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from therapist_desktop.domain.library import Section
from therapist_desktop.domain.notes_file import Words, by_page, notes_markdown
from therapist_desktop.domain.reading_notes import Colour
from therapist_desktop.services.clock import local_day
from therapist_desktop.ui.i18n import day, plural, translate
from therapist_desktop.ui.wording.highlights import colour_name
from therapist_desktop.ui.wording.kept import lost_words
from therapist_desktop.ui.wording.library import section_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.domain.reading_notes import Highlight
    from therapist_desktop.domain.release import Release
    from therapist_desktop.ui.controllers.reading_notes import ReadingNotesController
    from therapist_desktop.ui.jobs import OneAtATime
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.widgets.kept_line import KeptLine
    from therapist_desktop.ui.wiring.kept_shelves import Shelves


class Exporting:
    """Asks which, then where."""

    def __init__(
        self,
        window: MainWindow,
        kept: ReadingNotesController,
        shelves: Shelves,
        line: KeptLine,
        deeds: OneAtATime,
    ) -> None:
        self._window, self._kept, self._shelves = window, kept, shelves
        self._line, self._deeds = line, deeds
        window.actions_["export_notes"].triggered.connect(self.choose)
        shelves.export_requested.connect(self.export_all)
        kept.notes_changed.connect(self._show_state)
        self._show_state()

    def choose(self) -> None:
        """Of the page that is read or of all pages; no question where both are the same."""
        mine, everything = self.of_the_page, tuple(self._kept.notes.highlights.values())
        if not mine or len(mine) == len(everything):
            self.export_all()
            return
        menu = QMenu(self._window)
        this_page = plural("Exporting", "This page: {n} highlight", "This page: {n} highlights", len(mine))
        all_pages = plural("Exporting", "All pages: {n} highlight", "All pages: {n} highlights", len(everything))
        menu.addAction(this_page).triggered.connect(partial(self._ask, mine))
        menu.addAction(all_pages).triggered.connect(self.export_all)
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        reader = self._window.reader
        menu.popup(reader.mapToGlobal(QPoint(max(0, reader.width() // 2 - menu.sizeHint().width() // 2), 0)))

    def export_all(self) -> None:
        """All that is highlighted."""
        self._ask(by_page(tuple(self._kept.notes.highlights.values())))

    @property
    def of_the_page(self) -> tuple[Highlight, ...]:
        """The highlights of the page that is read."""
        piece = self._window.reader.piece
        return self._kept.notes.highlights_of(piece.id) if piece is not None else ()

    def _ask(self, highlights: Sequence[Highlight], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        from therapist_desktop.ui.dialogs.saving import FileKind, ask_and_write

        if not highlights:
            return
        text = notes_markdown(highlights, _words(self._window.release), self._shelves.lost)
        kind = FileKind(
            translate("Exporting", "Save highlights and notes"),
            translate("Exporting", "Markdown (*.md)"),
            "md",
            f"highlights-{local_day().isoformat()}.md",
        )
        told = (self._tell, self._window.banner.show_problem)
        ask_and_write(self._window, kind, lambda _file: text.encode(), self._deeds, told)

    def _tell(self, file: str) -> None:
        self._line.say("circle-check", translate("Exporting", "Saved as {file}.").format(file=Path(file).name))

    def _show_state(self, *_notes: object) -> None:
        self._window.actions_["export_notes"].setEnabled(bool(self._kept.notes.highlights))


def _words(release: Release | None) -> Words:
    named = (
        translate("Exporting", "Release {n}: {title}, {publisher}").format(
            n=release.number, title=release.title, publisher=release.publisher
        )
        if release
        else ""
    )
    return Words(
        translate("Exporting", "Highlights and notes"),
        translate("Exporting", "Saved on {day}").format(day=day(local_day())),
        named,
        translate("Exporting", "Link"),
        translate("Exporting", "Note"),
        lost_words(),
        {colour.value: colour_name(colour) for colour in Colour},
        {section.value: section_name(section) for section in Section},
    )
