"""Sees in a note what looks like it belongs to a person: notes are about pages, never about a patient."""

from __future__ import annotations

import re
from enum import StrEnum


class Personal(StrEnum):
    """What a part of a text looks like."""

    SSN = "ssn"
    EMAIL = "email"
    PHONE = "phone"
    BIRTH_DATE = "birth-date"


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"
_NUMBERS = r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"(?<![\d/.-])(?:{_NUMBERS}\s?[/.-]\s?{_NUMBERS}\s?[/.-]\s?(?:{_YEAR}|\d\d)"
    rf"|{_YEAR}\s?[/.-]\s?{_NUMBERS}\s?[/.-]\s?{_NUMBERS}"
    rf"|{_MONTH}\s+{_NUMBERS}(?:st|nd|rd|th)?,?\s+{_YEAR}"
    rf"|{_NUMBERS}(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR})(?![\d/-])",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:d\.?\s?o\.?\s?b\b|born\s+(?:on|in)?\s*(?=[\d(a-z])|birth\s?-?(?:date|day)\b|date of birth\b)", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_NEAR = 40
_SSN = re.compile(
    r"(?<![\d-])(?!000|666|9\d\d)\d{3}(?:[- .\u2010-\u2015])(?!00)\d{2}(?:[- .\u2010-\u2015])(?!0000)\d{4}(?![\d-])"
)
_BARE_SSN = re.compile(r"\b(?:ssn|social(?:\s+security)?)\b\D{0,20}\d{9}(?!\d)", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@<>(),;:\"]+\s?@\s?[^\s@<>(),;:\"]+\.[a-z]{2,}", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\d.])(?:\+?1[-. \u2010-\u2015]?)?(?:\(\d{3}\)\s?|\d{3}[-. \u2010-\u2015]?)"
    r"\d{3}[-. \u2010-\u2015]?\d{4}(?!\d)"
    r"|(?<![\d.-])\d{3}[-\u2010-\u2015]\d{4}(?![\d-])"
)


def looks_personal(text: str) -> tuple[Personal, ...]:
    """What the text seems to hold that belongs to a person, each kind once. It is careful rather than sure."""
    found = []
    if _SSN.search(text) or _BARE_SSN.search(text):
        found.append(Personal.SSN)
    if _EMAIL.search(text):
        found.append(Personal.EMAIL)
    if _PHONE.search(text):
        found.append(Personal.PHONE)
    if _DATE.search(text) or _is_born(text):
        found.append(Personal.BIRTH_DATE)
    return tuple(found)


def _is_born(text: str) -> bool:
    return any(_DIGIT.search(text, word.end(), word.end() + _NEAR) for word in _BORN.finditer(text))
