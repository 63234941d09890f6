"""A copy of a notebook while it may be in use, through SQLite's own way of copying."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from therapist_desktop.data.notebook_file import PATIENCE_MS, explained, faults
from therapist_desktop.domain.errors import NotebookLost


def copy_notebook(file: Path, target: Path) -> None:
    """Put a copy at `target` that is whole in itself, proven and on disk. A damaged notebook gives none.

    Raises one of the NotebookTrouble family.
    """
    address = f"{file.resolve().as_uri()}?mode=rw"
    with explained(target):
        with (
            closing(sqlite3.connect(address, uri=True, timeout=PATIENCE_MS / 1000)) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        if wrong := faults(target):
            raise NotebookLost(file=file, what=wrong)
        with target.open("r+b") as stream:
            os.fsync(stream.fileno())
