"""A publisher and a machine for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.machines import Machine
from tests.services.repositories import Repository
from therapist_desktop.services.notebook import Notebook


@pytest.fixture
def publisher(tmp_path: Path) -> Repository:
    """A publisher without a release."""
    return Repository(tmp_path / "published")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine without a release."""
    return Machine(tmp_path / "machine")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a notebook will be."""
    return tmp_path / "own" / "notebook.sqlite"


@pytest.fixture
def notebook(file: Path) -> Notebook:
    """A notebook that nobody has begun."""
    return Notebook(file)
