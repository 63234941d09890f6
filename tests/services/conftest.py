"""A publisher and a machine for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.machines import Machine
from tests.services.repositories import Repository


@pytest.fixture
def publisher(tmp_path: Path) -> Repository:
    """A publisher without a release."""
    return Repository(tmp_path / "published")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine without a release."""
    return Machine(tmp_path / "machine")
