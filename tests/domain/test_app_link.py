"""A link leads to the page it was made for, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desktop.domain.app_link import is_link, link_to, piece_of


def test_a_link_is_plain() -> None:
    assert link_to("topic:depression") == "therapist-desktop:piece/topic:depression"
    assert link_to("support_group:al-anon") == "therapist-desktop:piece/support_group:al-anon"


@pytest.mark.parametrize(
    "text",
    [
        " therapist-desktop:piece/topic:grief\n",
        "<therapist-desktop:piece/topic:grief>",
        "THERAPIST-DESKTOP:piece/topic:grief",
        "therapist-desktop://piece/topic:grief/",
    ],
)
def test_a_link_is_read_as_it_arrives(text: str) -> None:
    assert piece_of(text) == "topic:grief"
    assert is_link(text.strip("<"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "grief",
        "https://example.org/piece/topic:grief",
        "therapist-desktop:",
        "therapist-desktop:piece/",
        "therapist-desktop:piece/grief",
        "therapist-desktop:piece/../../etc:passwd",
        "therapist-desktop:file/topic:grief",
        "therapist-desktop:piece/topic:a b",
        "therapist-desktop:piece/topic:<b>",
        "therapist-desktop:piece/topic:" + "x" * 400,
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert piece_of(text) == ""


@given(st.from_regex(r"[a-z_]{1,12}:[^\s/\\<>\"]{1,40}", fullmatch=True))
def test_a_link_leads_back(piece: str) -> None:
    assert piece_of(link_to(piece)) == piece


@given(st.text(max_size=400))
def test_any_text_can_be_asked(text: str) -> None:
    assert isinstance(piece_of(text), str)
