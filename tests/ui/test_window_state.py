"""What the window remembers; a bad file is mended, never fatal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from therapist_desktop.ui.window_state import WindowState, load, save

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    state = WindowState("00ff", (240, 600, 344), "dark", 1.5, compact=True, reading_zoom=150)
    save(tmp_path / "new" / "window.json", state)
    assert load(tmp_path / "new" / "window.json") == state


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (b"", WindowState()),
        (b"\xff\x00", WindowState()),
        (b"[1]", WindowState()),
        (b'{"zoom": "big", "scheme": "dark"}', WindowState(scheme="dark")),
        (b'{"columns": [1, -2]}', WindowState()),
        (b'{"columns": [240, 600, 344], "more": 1}', WindowState(columns=(240, 600, 344))),
        (b'{"reading_zoom": 130}', WindowState(reading_zoom=130)),
        (b'{"reading_zoom": true}', WindowState()),
        (b'{"reading_zoom": 1e400}', WindowState()),
        (b'{"compact": 1, "zoom": 2}', WindowState(zoom=2.0)),
    ],
)
def test_a_bad_file_is_mended(tmp_path: Path, content: bytes, state: WindowState) -> None:
    file = tmp_path / "window.json"
    file.write_bytes(content)
    assert load(file) == state


def test_no_file_is_no_trouble(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == WindowState()


def test_a_place_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    save(tmp_path / "file" / "window.json", WindowState())
