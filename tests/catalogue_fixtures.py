"""Catalogues and data files for tests, built once a session by the real loader; read-only, so shared."""

from pathlib import Path

import pytest

from therapist_desktop.services.paths import AppPaths
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.starter import install_starter


@pytest.fixture(scope="session")
def starter_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the starter release. What changes anything in it works on a copy."""
    folder = tmp_path_factory.mktemp("starter")
    paths = AppPaths.under(folder)
    paths.catalogues.mkdir(parents=True)
    install_starter(Shelf(paths.catalogues), lambda _: None)
    return folder
