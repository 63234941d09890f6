"""The built wheel carries what the program needs and runs without the checkout."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.rules.source import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.mark.parametrize(
    "name",
    [
        "starter/starter.jsonl.zst",
        "taxonomy/specialty.toml",
        "library/hotline/988.toml",
        "icons/search.svg",
        "fonts/Inter-Regular.ttf",
        "NOTICE.md",
    ],
)
def test_the_wheel_carries_the_resources(installed: Path, name: str) -> None:
    assert (installed / "therapist_desktop" / "resources" / name).is_file()


def test_the_wheel_runs_by_itself(installed: Path, tmp_path: Path) -> None:
    code = (
        "import sys, therapist_desktop.cli as cli; from therapist_desktop.services.shipped import shipped; "
        "print(shipped(), file=sys.stderr); sys.exit(cli.main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "status", "--json", "--data-dir", str(tmp_path / "data")]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True, timeout=120
    )
    assert str(installed / "therapist_desktop" / "resources") in done.stderr
    status = json.loads(done.stdout)
    assert status["sample"] is True
    assert status["counts"]["provider"] == 300


@pytest.mark.parametrize("apart", [False, True])
def test_the_wheel_begins_a_notebook(installed: Path, tmp_path: Path, apart: bool) -> None:
    """The steps of the notebook are read from the installed files, in another process too."""
    code = (
        "import sys; from pathlib import Path; from datetime import date; "
        "from therapist_desktop.domain.notebook import Shown; "
        "from therapist_desktop.services.notebook import Notebook; "
        f"notebook = Notebook(Path(sys.argv[1]), apart={apart}); "
        "notebook.mark(Shown('test:p1', 'provider', 'Ana Sample')); notebook.finish(date(2026, 11, 23)); "
        "print(*notebook.standings())"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "notebook.sqlite")]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True)
    assert done.stdout == "test:p1\n"
