"""Notebooks made for tests, in any revision there has been."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from therapist_desktop.data.writing.notebook.connecting import engine_over
from therapist_desktop.data.writing.notebook.upgrading import upgrade
from therapist_desktop.domain.notebook import Shown

if TYPE_CHECKING:
    from pathlib import Path

    from therapist_desktop.services.notebook import Notebook

MONDAY = date(2026, 11, 23)
ANA = Shown("test:p1", "provider", "Ana Sample, LCSW", "(555) 555-0101", "Albany", "NY")
BEN = Shown("test:p2", "provider", "Ben Sample", "(555) 555-0102", "Hoboken", "NJ")
HOUSE = Shown("test:c1", "center", "Harbor House", "(555) 555-0103", "New York", "NY")

_FIRST = (
    "INSERT INTO memory VALUES ('window', '{}')",
    "INSERT INTO listing VALUES ('test:p1', 'provider', 'Ana Sample, LCSW', '(555) 555-0101', 'Albany', 'NY')",
    "INSERT INTO mark VALUES (7, 'test:p1', '2026-11-20 09:30:00.000000')",
)
_SECOND = (*_FIRST, "INSERT INTO call VALUES (3, 'test:p1', 'full', '2026-11-20', 0)")
_THIRD = (
    *_SECOND,
    "INSERT INTO piece VALUES ('topic:grief', 'topic', 'disorder', 'Grief')",
    "INSERT INTO bookmark VALUES ('topic:grief', '2026-11-20 09:30:00.000000')",
    "INSERT INTO to_read VALUES ('topic:grief', '2026-11-20 09:31:00.000000', NULL)",
    "INSERT INTO reading VALUES ('topic:grief', 0.5, 'What helps', '2026-11-20 09:32:00.000000', 2)",
    (
        "INSERT INTO highlight VALUES ('h1', 'topic:grief', 'en', 'comes in waves', 'Grief ', ' and', 6, 20, 'green',"
        " 'True.', '2026-11-20 09:33:00.000000', '2026-11-20 09:33:00.000000')"
    ),
    (
        "INSERT INTO report VALUES ('r1', 'topic:grief', 42, 'waves', 'fact', 'Not for all.',"
        " '2026-11-20 09:34:00.000000', '2026-11-20 09:34:00.000000', 1, NULL)"
    ),
)
ROWS = {"0001": _FIRST, "0002": _SECOND, "0003": _THIRD}
"""What a notebook of each revision may hold: a row in every table."""


def a_notebook(file: Path, revision: str) -> Path:
    """A notebook that a program of this revision has left, with a row in every table."""
    file.parent.mkdir(parents=True, exist_ok=True)
    upgrade(engine_over(file), revision)
    change(file, *ROWS[revision])
    return file


def marked(notebook: Notebook) -> list[str]:
    """The ids of what is marked, in the order of marking."""
    return [standing.listing.id for standing in notebook.standings().values() if standing.marked]


def end_at_once(_file: str, _tell: object) -> None:
    """A deed whose process is ended by the system."""
    os._exit(3)


def change(file: Path, *statements: str) -> None:
    """Do this to the file, without the program."""
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def dump(file: Path) -> list[str]:
    """Everything that is in the file."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True)) as connection:
        return [*connection.iterdump()]
