"""What the tests of the publisher's tool share."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from therapist_desktop.data.datafile.records import AnyRecord, Place, TaxonomyRecord
from therapist_desktop.publishing.commands import main
from therapist_desktop.publishing.placing import read_places
from therapist_desktop.publishing.taxonomy import read_taxonomy

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
TODAY = date(2026, 11, 20)

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with `--json`; gives its exit code and its answer, or the line of trouble."""

    def run(*words: object) -> tuple[int, Any]:
        code = main([*map(str, words), "--json"])
        said = capsys.readouterr()
        return code, json.loads(said.out) if said.out else said.err

    return run


@pytest.fixture(scope="session")
def taxonomy() -> tuple[TaxonomyRecord, ...]:
    return read_taxonomy(RESOURCES / "taxonomy")


@pytest.fixture(scope="session")
def places() -> tuple[Place, ...]:
    return read_places()


def records_in(file: Path) -> list[AnyRecord]:
    """The records of a file of a work folder."""
    decoder = msgspec.json.Decoder(AnyRecord)
    return [decoder.decode(line) for line in file.read_bytes().splitlines()]
