"""Asks for a file and writes it in one step, off the GUI thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog

from therapist_desktop.services.safely import save_as
from therapist_desktop.ui.jobs import if_trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.ui.jobs import OneAtATime


class FileKind(NamedTuple):
    """What the dialog is called, what it saves, and how the file is called at first."""

    title: str
    filter: str
    suffix: str
    name: str


def ask_and_write(
    parent: QWidget,
    kind: FileKind,
    content: Callable[[str], bytes],
    deeds: OneAtATime,
    told: tuple[Callable[[str], None], Callable[[Trouble], object]],
) -> QFileDialog:
    """Ask where, then write what `content` gives for the name of the file. `told` hears that it is done, or why not."""
    written, failed = told

    def save(file: str) -> None:
        data = content(file)
        deeds.do(lambda: save_as(Path(file), data), lambda _: written(file), if_trouble(failed))

    dialog = QFileDialog(parent, kind.title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kind.filter)
    dialog.setDefaultSuffix(kind.suffix)
    dialog.selectFile(kind.name)
    dialog.fileSelected.connect(save)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
