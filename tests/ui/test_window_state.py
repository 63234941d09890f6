"""What the window remembers; a bad text is mended, never fatal."""

from __future__ import annotations

import pytest

from therapist_desktop.ui.window_state import LONGEST, WindowState, as_text, from_text


def test_what_is_kept_is_understood() -> None:
    state = WindowState("00ff", (240, 600, 344), "dark", 1.5, compact=True, look="{}", tabs="[]", still=True)
    assert from_text(as_text(state)) == state


@pytest.mark.parametrize(
    ("content", "state"),
    [
        ("", WindowState()),
        ("\xff\x00", WindowState()),
        ("[1]", WindowState()),
        ('{"zoom": "big", "scheme": "dark"}', WindowState(scheme="dark")),
        ('{"columns": [1, -2]}', WindowState()),
        ('{"columns": [240, 600, 344], "more": 1}', WindowState(columns=(240, 600, 344))),
        ('{"detail_tab": "fees"}', WindowState(detail_tab="fees")),
        ('{"zoom": true}', WindowState()),
        ('{"columns": [1e400]}', WindowState()),
        ('{"compact": 1, "zoom": 2}', WindowState(zoom=2.0)),
    ],
)
def test_a_bad_text_is_mended(content: str, state: WindowState) -> None:
    assert from_text(content) == state


@pytest.mark.parametrize(
    "content", ["[" * LONGEST, '{"zoom": 2, "tabs": "' + "x" * LONGEST + '"}'], ids=["deep", "long"]
)
def test_a_text_without_measure_is_nothing(content: str) -> None:
    assert from_text(content) == WindowState()
