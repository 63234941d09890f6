"""Errors in pages: written down, kept in the notebook, and given to a file or a letter when somebody asks for it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from therapist_desktop.domain.piece_reports import as_json, as_markdown, letter
from therapist_desktop.domain.reading_notes import Report, Wrong
from therapist_desktop.services.clock import local_day
from therapist_desktop.ui.controllers.reading_notes import shown_piece
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.wording.reports import heading, wrong_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from therapist_desktop.ui.controllers.reading_notes import ReadingNotesController
    from therapist_desktop.ui.dialogs.report import ReportDialog
    from therapist_desktop.ui.dialogs.reports import ReportsDialog
    from therapist_desktop.ui.jobs import OneAtATime
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.theme import Appearance
    from therapist_desktop.ui.widgets.kept_line import KeptLine
    from therapist_desktop.ui.wording.kept import KeptEntry

_MOST_QUOTED = 1_000


class Reporting:
    """The dialogs, and what they ask for."""

    def __init__(
        self,
        window: MainWindow,
        kept: ReadingNotesController,
        line: KeptLine,
        appearance: Appearance,
        deeds: OneAtATime,
    ) -> None:
        self._window, self._kept, self._line = window, kept, line
        self._appearance, self._deeds = appearance, deeds
        self._list: ReportsDialog | None = None
        window.actions_["report_error"].triggered.connect(self.report)
        window.actions_["reports"].triggered.connect(self.show_all)
        kept.notes_changed.connect(self._show)

    def report(self) -> ReportDialog | None:
        """Report an error in the page that is read, or go on with the draft of it."""
        piece = self._window.reader.piece
        if piece is None:
            return None
        quote = " ".join(self._window.reader.browser.textCursor().selection().toPlainText().split())[:_MOST_QUOTED]
        now = datetime.now(UTC)
        release = self._window.release.number if self._window.release else 0
        draft = self._kept.notes.draft_of(piece.id)
        new = Report(uuid4().hex, shown_piece(piece), release, quote, Wrong.FACT, "", now, now)
        return self._open(draft._replace(quote=quote or draft.quote) if draft else new)

    def show_all(self) -> ReportsDialog:
        """Show the reports that are kept."""
        from therapist_desktop.ui.dialogs.reports import ReportsDialog

        self._list = dialog = ReportsDialog(self._appearance, self._window)
        dialog.way_chosen.connect(self._go)
        dialog.finished.connect(self._forget_list)
        dialog.finished.connect(dialog.deleteLater)
        self._show()
        dialog.open()
        return dialog

    @property
    def finished(self) -> tuple[Report, ...]:
        """The reports that are no drafts."""
        return tuple(one for one in self._kept.notes.reports.values() if not one.is_draft)

    def _open(self, report: Report) -> ReportDialog:
        from therapist_desktop.ui.dialogs.report import ReportDialog

        dialog = ReportDialog(report, self._appearance, self._window)
        dialog.draft_changed.connect(self._keep)
        dialog.finished_report.connect(self._finish)
        dialog.all_requested.connect(self.show_all)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _keep(self, report: Report) -> None:
        self._kept.keep_report(report._replace(changed_at=datetime.now(UTC)))

    def _finish(self, report: Report) -> None:
        self._keep(report)
        words = translate("Reports", "The report is kept. Save or send it from the list of reports.")
        self._line.say("flag", words, translate("Reports", "All reports"), self.show_all)

    def _go(self, way: str, entry: KeptEntry | None) -> None:
        deeds: dict[str, Callable[[], object]] = {"save": self._save, "write": self._write}
        if entry is None:
            deeds[way]()
            return
        report = self._kept.notes.reports.get(entry.key)
        if report is None:
            return
        if way == "open":
            self._open(report)
        elif way == "remove":
            self._kept.drop_report(report.id)
            if self._list is not None:
                words = translate("Reports", "The report is deleted.")
                back = partial(self._kept.keep_report, report)
                self._list.shelf.line.say("undo-2", words, translate("Reports", "Undo"), back)

    def _save(self) -> None:
        from therapist_desktop.ui.dialogs.saving import FileKind, ask_and_write

        reports, publisher = self.finished, self._publisher
        if not reports or self._list is None:
            self._say_none()
            return

        def content(file: str) -> bytes:
            if Path(file).suffix.lower() == ".json":
                return json.dumps(as_json(reports, publisher), ensure_ascii=False, indent=1).encode()
            return as_markdown(reports, wrong_names(), heading()).encode()

        def written(file: str) -> None:
            now = datetime.now(UTC)
            for one in reports:
                self._kept.keep_report(one._replace(exported_at=now))
            if self._list is not None:
                said = translate("Reports", "Saved as {file}.").format(file=Path(file).name)
                self._list.shelf.line.say("circle-check", said)

        name = f"library-errors-{local_day().isoformat()}.md"
        title = translate("Reports", "Save the reports")
        kinds = translate("Reports", "Markdown (*.md);;JSON (*.json)")
        told = (written, self._window.banner.show_problem)
        ask_and_write(self._list, FileKind(title, kinds, "md", name), content, self._deeds, told)

    def _write(self) -> None:
        from therapist_desktop.ui.dialogs.outside import ask_to_open

        if not self.finished or self._list is None:
            self._say_none()
            return
        text = as_markdown(self.finished, wrong_names(), heading())
        ask_to_open(letter("", heading(), text), self._list)

    def _say_none(self) -> None:
        if self._list is not None:
            self._list.shelf.line.say("info", translate("Reports", "There are only drafts; finish one first."))

    @property
    def _publisher(self) -> str:
        return self._window.release.publisher if self._window.release else ""

    def _show(self, *_notes: object) -> None:
        if self._list is not None:
            from therapist_desktop.ui.wording.kept import report_entries

            self._list.show_entries(report_entries(self._kept.notes, local_day()))

    def _forget_list(self) -> None:
        self._list = None
