"""Machines and a way to call the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.made import crowd, whole
from tests.services.machines import Machine
from tests.services.repositories import Repository
from therapist_desktop.cli import main


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def trouble(self) -> str:
        """The one line of a command that went wrong."""
        (line,) = self.err.splitlines()
        return line


Ask = Callable[..., Said]


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A publisher with a release, shared because nobody changes it."""
    repository = Repository(tmp_path_factory.mktemp("publisher") / "published")
    repository.publish(42, whole(crowd(200)))
    return repository


@pytest.fixture(scope="session")
def data(published: Repository, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a machine that has the release; commands that only read share it."""
    machine = Machine(tmp_path_factory.mktemp("machine") / "data")
    machine.install(published)
    return machine.paths.folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Call the command line in this process."""

    def called(*argv: object) -> Said:
        code = main([str(one) for one in argv])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return called


@pytest.fixture
def ask(run: Ask, data: Path) -> Ask:
    """Call it on the machine that has the release."""

    def called(*argv: object) -> Said:
        return run("--data-dir", data, *argv)

    return called
