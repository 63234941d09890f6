"""Killed at any statement, the notebook is whole as it was before, and the next start goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.notebooks import ANA, a_notebook, dump
from tests.rules.source import ROOT
from therapist_desktop.data.notebook_file import HEAD, REVISIONS, faults, revision_of
from therapist_desktop.services.notebook import Notebook

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process for each statement would take minutes")

MOST = 24
PROGRAM = """
import os, signal, sys
from sqlalchemy import Engine, create_engine, event
from therapist_desktop.data.writing.notebook import deeds, room, upgrading  # now, not once for each child

create_engine("sqlite://")

deed, *files = sys.argv[1:]
ends = []
for left, file in enumerate(files):
    child = os.fork()
    if not child:
        def count(*_):
            global left
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1
        event.listen(Engine, "after_cursor_execute", count)
        event.listen(Engine, "commit", count)
        if deed == "remember":
            deeds.remember(file, "window", "x" * 300_000, print)
        else:
            deeds.bring_up_to_date(file, print)
        os._exit(0)
    ends.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
print(*ends)
"""


def killed(files: list[Path], deed: str) -> list[Path]:
    """Do this to each of the files, killed one statement later each time; the ones where it came to that."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, deed, *map(str, files)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    ends = [int(end) for end in done.stdout.split()]
    early = ends.index(0)
    assert set(ends[:early]) == {-9}
    assert set(ends[early:]) == {0}
    return files[:early]


def test_killed_while_it_is_brought_up_to_date(tmp_path: Path) -> None:
    before = REVISIONS[-2]
    files = [a_notebook(tmp_path / str(number) / "notebook.sqlite", before) for number in range(MOST)]
    rows = dump(files[0])
    stopped = killed(files, "bring up to date")
    assert len(stopped) >= 5
    for file in stopped:
        assert Notebook(file).memory() == {"window": "{}"}
        assert (revision_of(file), faults(file)) == (before, "")
        assert dump(file) == rows
        assert list(Notebook(file).standings()) == [ANA.id]
    for file in files:
        assert (revision_of(file), faults(file)) == (HEAD, "")


def test_killed_while_it_is_begun(tmp_path: Path) -> None:
    files = [tmp_path / str(number) / "notebook.sqlite" for number in range(2 * MOST)]
    stopped = killed(files, "begin")
    assert len(stopped) >= 8
    for file in stopped:
        notebook = Notebook(file)
        assert (notebook.memory(), notebook.standings(), revision_of(file)) == ({}, {}, "")
        notebook.mark(ANA)
        assert list(notebook.standings()) == [ANA.id]


def test_killed_in_the_middle_of_a_note(tmp_path: Path) -> None:
    files = [a_notebook(tmp_path / str(number) / "notebook.sqlite", HEAD) for number in range(MOST)]
    rows = dump(files[0])
    stopped = killed(files, "remember")
    assert len(stopped) >= 3
    for file in stopped:
        assert Notebook(file).memory() == {"window": "{}"}
        assert (dump(file), faults(file)) == (rows, "")
    assert Notebook(files[-1]).memory() == {"window": "x" * 300_000}
