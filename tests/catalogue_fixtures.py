"""Catalogues and data files for tests, built once a session by the real loader; read-only, so shared."""

import shutil
from pathlib import Path

import pytest

from therapist_desktop.services.paths import AppPaths
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.starter import install_starter


@pytest.fixture(scope="session")
def starter_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the starter release, made once. Nobody may change anything in it."""
    folder = tmp_path_factory.mktemp("starter")
    paths = AppPaths.under(folder)
    paths.catalogues.mkdir(parents=True)
    install_starter(Shelf(paths.catalogues), lambda _: None)
    return folder


@pytest.fixture
def starter_folder(starter_once: Path, tmp_path: Path) -> Path:
    """A data folder with the starter release, to do with as one likes."""
    return shutil.copytree(starter_once, tmp_path / "starter")
