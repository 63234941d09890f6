"""Exported notes say what was noted, and nothing in them is taken for a sign of Markdown."""

from __future__ import annotations

import re
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading_notes import GRIEF, SLEEP, a_highlight, a_report
from therapist_desktop.domain.markdown import escaped, quoted
from therapist_desktop.domain.notes_file import Words, by_page, notes_markdown
from therapist_desktop.domain.piece_reports import MOST_IN_A_LETTER, as_json, as_markdown, letter

WORDS = Words(
    "Highlights and notes",
    "Exported on 2026-11-24",
    "Release 42, Sample",
    "Link",
    "Note",
    "Not found in this release's text",
    MappingProxyType({"green": "Green"}),
    MappingProxyType({"disorder": "Disorders"}),
)


def test_a_page_with_its_notes() -> None:
    text = notes_markdown([a_highlight()], WORDS)
    assert text == (
        "# Highlights and notes\n\n"
        "Exported on 2026-11-24  \nRelease 42, Sample\n\n"
        "## Grief\n\n"
        "Disorders  \nLink: <therapist-desktop:piece/topic:grief>\n\n"
        "> comes in waves\n\n"
        "2026-11-23, Green\n\n"
        "**Note:** Good to say early.\n"
    )


def test_pages_stand_together_and_what_is_lost_says_so() -> None:
    one, other = a_highlight(), a_highlight(SLEEP)._replace(id="h2", note="")
    again = a_highlight()._replace(id="h3", anchor=one.anchor._replace(start=90))
    text = notes_markdown(by_page([again, other, one]), WORDS, frozenset({"h2"}))
    assert text.count("\n## ") == 2
    assert text.index("## Grief") < text.index("## Sleep well")
    assert text.count("**Note:**") == 2
    assert "Not found in this release's text" in text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("# no heading", "\\# no heading"),
        ("- no list", "\\- no list"),
        ("1. no list", "1\\. no list"),
        ("*no* _stress_ `code`", "\\*no\\* \\_stress\\_ \\`code\\`"),
        ("[x](http://y) <b>", "\\[x\\](http://y) \\<b\\>"),
        ("---", "\\---"),
        ("a\nb", "a  \nb"),
        ("a\n\n\nb", "a\n\nb"),
        ("a & b | c", "a \\& b \\| c"),
        ("3.5 percent", "3.5 percent"),
        ("", ""),
    ],
)
def test_signs_are_only_signs(text: str, safe: str) -> None:
    assert escaped(text) == safe


def test_a_quotation_of_two_paragraphs_is_one() -> None:
    assert quoted("one\n\ntwo\nthree") == "> one\n>\n> two  \n> three"
    assert quoted("  ") == ""


@given(st.text(max_size=300))
def test_no_line_begins_with_a_sign(text: str) -> None:
    for line in escaped(text).split("\n"):
        assert not re.match(r"(#{1,6}\s|[-+*>]\s|\d+[.)]\s|={2,}$|-{3,}$|```)", line)


def test_reports_say_what_is_wrong_where() -> None:
    assert as_json([a_report()], "County Clinics") == {
        "format": "therapist-desktop-report-1",
        "publisher": "County Clinics",
        "reports": [
            {
                "id": "r1",
                "piece": "topic:grief",
                "title": "Grief",
                "release": 42,
                "wrong": "fact",
                "quote": "comes in waves",
                "text": "Not for all.",
                "made": "2026-11-23T15:30:12.000500+00:00",
            }
        ],
    }
    text = as_markdown([a_report()], {"fact": "A fact is wrong"}, "Reports")
    for said in ("## Grief", "Release: 42", "A fact is wrong", "> comes in waves", "Not for all."):
        assert said in text
    assert GRIEF.id in text


@given(st.text(max_size=4_000))
def test_a_letter_is_an_address_that_programs_take(body: str) -> None:
    address = letter("errors@example.org", "An error & more", body.encode("utf-8", "ignore").decode())
    assert address.startswith("mailto:errors@example.org?subject=An%20error%20%26%20more&body=")
    assert len(address) <= MOST_IN_A_LETTER
    assert address.isascii()
