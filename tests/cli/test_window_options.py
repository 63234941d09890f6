"""What is said about the window is read without the parser; whatever is not plain is left to the parser."""

from __future__ import annotations

import pytest

from therapist_desktop.cli import window_options


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], {}),
        (["--data-dir", "x"], {"--data-dir": "x"}),
        (
            ["--data-dir=x", "--source", "https://a.example/?q=1"],
            {"--data-dir": "x", "--source": "https://a.example/?q=1"},
        ),
        (["--source=a=b"], {"--source": "a=b"}),
        (["--data-dir", "x", "--data-dir", "y"], {"--data-dir": "y"}),
        (["therapist-desktop:piece/topic:grief"], {"therapist-desktop:": "therapist-desktop:piece/topic:grief"}),
        (
            ["--data-dir", "x", "THERAPIST-DESKTOP:piece/topic:grief"],
            {"--data-dir": "x", "therapist-desktop:": "THERAPIST-DESKTOP:piece/topic:grief"},
        ),
    ],
    ids=str,
)
def test_the_options_of_the_window(words: list[str], said: dict[str, str]) -> None:
    assert window_options(words) == said


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["--help"],
        ["--version"],
        ["--data-dir"],
        ["--data-dir="],
        ["--data-dir", "--source"],
        ["--source=--"],
        ["--data-dir", "x", "status"],
        ["--source", "x", "sync"],
        ["--data", "x"],
        ["--", "x"],
        ["therapist-desktop:piece/topic:grief", "status"],
    ],
    ids=str,
)
def test_all_else_is_left_to_the_parser(words: list[str]) -> None:
    assert window_options(words) is None
