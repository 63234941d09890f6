"""A desk with the starter release, and a county whose releases come from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.collecting import collected_here
from tests.journeys.desks import Desk, desk_at
from tests.services.machines import Machine
from tests.services.repositories import Repository

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    with collected_here():
        yield


@pytest.fixture
def desk(starter_folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A desk with the starter release."""
    with desk_at(starter_folder, qapp, qtbot) as desk:
        yield desk


@pytest.fixture
def publisher(tmp_path: Path) -> Repository:
    """A county that has published release 42 with 3,000 listings."""
    county = Repository(tmp_path / "county")
    county.release(42, 3_000)
    return county


@pytest.fixture
def county_desk(publisher: Repository, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A desk that uses release 42 of the county."""
    Machine(tmp_path / "machine").install(publisher)
    with desk_at(tmp_path / "machine", qapp, qtbot) as desk:
        yield desk
