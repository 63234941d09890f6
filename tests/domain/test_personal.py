"""A note that seems to hold something of a person is seen; what notes about pages hold is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desktop.domain.personal import Personal, looks_personal


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("call back on (555) 555-0123", Personal.PHONE),
        ("555-555-0123", Personal.PHONE),
        ("+1 555.555.0123 after five", Personal.PHONE),
        ("5555550123", Personal.PHONE),
        ("ask at 555-0123", Personal.PHONE),
        ("sample@example.org", Personal.EMAIL),
        ("write to ana.sample+x@mail.example.com, please", Personal.EMAIL),
        ("123-45-6789", Personal.SSN),
        ("SSN: 123456789", Personal.SSN),
        ("123 45 6789", Personal.SSN),
        ("DOB 4/17/82", Personal.BIRTH_DATE),
        ("04/17/1982", Personal.BIRTH_DATE),
        ("1982-04-17", Personal.BIRTH_DATE),
        ("17 April 1982", Personal.BIRTH_DATE),
        ("born April 17, 1982", Personal.BIRTH_DATE),
        ("d.o.b. 17.4.1982", Personal.BIRTH_DATE),
        ("born in 1982", Personal.BIRTH_DATE),
    ],
)
def test_what_belongs_to_a_person_is_seen(text: str, seen: Personal) -> None:
    assert seen in looks_personal(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Good to print for the group on sleep.",
        "PHQ-9 of 10 to 14 is moderate; see page 12.",
        "Compare with 988 and 211.",
        "8 to 12 weeks, 50 minutes each",
        "Beck 1979, chapter 3; 2nd edition 2011",
        "therapist-desktop:piece/topic:grief",
        "3/4 of people improve; ratio 1:2",
        "ICD-10 F32.1, DSM-5-TR 296.22",
        "born leaders",
        "Version 1.2.3",
        "ages 13-17",
    ],
)
def test_what_is_about_a_page_is_not(text: str) -> None:
    assert looks_personal(text) == ()


def test_each_kind_is_named_once_and_all_are() -> None:
    text = "Ana, born 4/17/1982, 123-45-6789, 555-555-0123, 555-555-0124, ana@example.org"
    assert set(looks_personal(text)) == set(Personal)
    assert len(looks_personal(text)) == len(Personal)


@given(st.text(max_size=2_000))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert set(looks_personal(text)) <= set(Personal)
