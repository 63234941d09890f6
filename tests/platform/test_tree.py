"""The real program on a real display, seen through the platform's accessibility bus as a screen reader sees it.

Needs Xvfb, openbox, dbus-run-session, at-spi2-core and the system's own Python with its Atspi bindings; `make test`
installs them on Debian.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.rules.source import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
SESSION = f"""
{LAUNCHER} --launch-immediately >/dev/null 2>&1 &
openbox >/dev/null 2>&1 &
"$PROGRAM" -m therapist_desktop --data-dir "$FOLDER" >/dev/null 2>&1 &
exec {SYSTEM_PYTHON} -W ignore tests/platform/reader.py
"""
Node = dict[str, Any]
PAGES = ("Find", "Call", "Library", "Crisis")


def _missing() -> str:
    """What the machine lacks for this, or nothing."""
    if not LAUNCHER.exists() or not all(map(shutil.which, ("Xvfb", "openbox", "dbus-run-session"))):
        return "needs Xvfb, openbox, dbus-run-session and at-spi2-core"
    asks = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    known = Path(SYSTEM_PYTHON).exists() and subprocess.run(asks, capture_output=True, check=False).returncode == 0
    return "" if known else "needs python3-gi and gir1.2-atspi-2.0"


class Reader:
    """Asks the screen reader's questions."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, command: str) -> Any:
        """One question, one answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        return self.hear()

    def hear_all(self, command: str) -> list[Node]:
        """One question, several answers."""
        heard = self.ask(command)
        assert isinstance(heard, list)
        return heard

    def hear(self) -> Any:
        """The next answer."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the reader found nothing to say"
        return json.loads(line)


@pytest.fixture(scope="module")
def reader(starter_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The program with the starter release on a display of its own, and somebody who listens to it."""
    missing = _missing()
    if missing:
        assert not os.environ.get("CI"), missing
        pytest.skip(missing)
    own = tmp_path_factory.mktemp("heard") / "own"
    shutil.copytree(starter_once, own)
    told, tells = os.pipe()
    screen = ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1366x800x24", "-nolisten", "tcp"]
    display = subprocess.Popen(screen, pass_fds=[tells], stderr=subprocess.DEVNULL)
    os.close(tells)
    with os.fdopen(told) as numbers:
        number = numbers.readline().strip()
    surroundings = {
        **os.environ,
        "DISPLAY": f":{number}",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PROGRAM": sys.executable,
        "FOLDER": str(own),
    }
    session = subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", SESSION],
        cwd=ROOT,
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        reader = Reader(session)
        assert reader.hear() == {"program": "Therapist Desktop"}
        yield reader
    finally:
        os.killpg(session.pid, signal.SIGKILL)
        session.communicate()
        display.terminate()
        display.wait()


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node["children"]:
        yield from _all(child)


def _reachable(tree: Node) -> list[Node]:
    return [node for node in _all(tree) if {"focusable", "showing"} <= set(node["states"])]


@pytest.mark.parametrize("page", PAGES)
def test_every_control_that_shows_has_a_name_and_a_role(reader: Reader, page: str) -> None:
    reader.ask(f"press check box/{page}")
    controls = _reachable(reader.ask("tree"))
    assert len(controls) > 8
    assert not [node["role"] for node in controls if not node["name"].strip()]
    assert not [node["name"] for node in controls if node["role"] in {"", "unknown", "invalid", "filler"}]


def test_every_entry_of_the_menus_has_a_name(reader: Reader) -> None:
    entries = [node for node in _all(reader.ask("tree")) if node["role"] == "menu item"]
    assert len(entries) > 30
    assert all(node["name"].strip() for node in entries)


def test_the_table_gives_the_sentence_of_its_row_with_the_focus(reader: Reader) -> None:
    reader.ask("press check box/Find")
    reader.ask("focus table/Listings")
    table, row = reader.hear_all("heard table/Listings")
    assert table["role"] == "table"
    assert row["role"] == "table cell"
    assert row["name"].endswith(".")
    assert ", provider;" in row["name"] or ", center;" in row["name"]
    assert "verified" in row["name"] or "never checked" in row["name"]
