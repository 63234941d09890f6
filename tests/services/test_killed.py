"""Killed in the middle of any step, the machine keeps a whole release and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.rules.source import ROOT
from tests.services.machines import Machine
from tests.services.repositories import Repository
from therapist_desktop.commands.syncing import WORDS
from therapist_desktop.domain.syncing import Step


@pytest.mark.parametrize("step", list(Step), ids=str)
def test_killed_at_a_step(publisher: Repository, machine: Machine, step: Step) -> None:
    publisher.release(41)
    machine.install(publisher)
    publisher.release(42, size=300)
    process = subprocess.Popen(
        [sys.executable, "-m", "therapist_desktop", "sync", "--data-dir", str(machine.paths.folder)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    with process.stderr:
        for line in process.stderr:
            if line.startswith(WORDS[step]):
                process.kill()
                break
    process.wait()
    assert machine.shelf.in_use().release.number == 41 or step is Step.ADMITTING
    machine.sync()
    assert machine.holds(42)
    machine.shelf.tidy()
    assert len(list(machine.paths.catalogues.glob("catalogue-*"))) == 2
