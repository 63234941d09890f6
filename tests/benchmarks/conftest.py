"""One small directory for all tests that measure it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.directory import Directory, directory_of

if TYPE_CHECKING:
    from pathlib import Path

ROWS = 300


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """300 listings."""
    kept_in: Path = tmp_path_factory.mktemp("benchmarks")
    return directory_of(ROWS, kept_in)
