"""Read telephone numbers as people write them."""

from __future__ import annotations

import re
from typing import Literal

import phonenumbers

from therapist_desktop.data.datafile.fields import PhoneNumber
from therapist_desktop.domain.text import tidied

Type = Literal["voice", "text", "fax", "tty"]

_PLAUSIBLE = re.compile(r"[2-9](?!11)[0-9]{2}[2-9][0-9]{6}")
_SHORT_CODE = re.compile(r"[0-9]{3,6}")
_EXTENSION = re.compile(r"\s*(?:ext\.?|extension|x|#)\s*[0-9]+\s*$", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z]")
_LONGEST_EXTENSION = 8
_LONGEST_RAW = 500
_US = 1


def read_phone(text: str, description: str = "", type_: Type = "voice") -> PhoneNumber:
    """The number with its extension. What cannot be read as one is kept word for word in `raw`."""
    tidy = tidied(text)
    raw = PhoneNumber(raw=tidy[:_LONGEST_RAW], description=description, type=type_)
    try:
        parsed = phonenumbers.parse(tidy, "US")
    except phonenumbers.NumberParseException:
        return raw
    number, extension = str(parsed.national_number), parsed.extension or ""
    if parsed.country_code != _US or not is_plausible(number) or len(extension) > _LONGEST_EXTENSION:
        return raw
    return PhoneNumber(
        number=number,
        extension=extension,
        vanity=spelling(tidy, number),
        description=description,
        type=type_,
    )


def read_line(text: str, description: str = "", type_: Type = "voice") -> PhoneNumber:
    """Like read_phone, and short codes such as 988 or 741741 are numbers too."""
    digits = re.sub(r"[\s-]", "", text)
    if _SHORT_CODE.fullmatch(digits):
        return PhoneNumber(number=digits, description=description, type=type_)
    return read_phone(text, description, type_)


def spelling(text: str, number: str) -> str:
    """The number as its owner spells it: "888-85COMPA"; "HELP4U" of "435748 (HELP4U)"; "" for only digits."""
    whole = _EXTENSION.sub("", text)
    spelled = (part.strip() for part in (whole, *re.split(r"[()]", whole)) if _LETTERS.search(part))
    return next((part for part in spelled if _dialled(part) in {number, f"1{number}"}), "")


def _dialled(text: str) -> str:
    digits: str = phonenumbers.convert_alpha_characters_in_number(text)
    return "".join(letter for letter in digits if letter.isdigit())


def is_plausible(number: str) -> bool:
    """Ten digits that the North American numbering plan can hand out."""
    return _PLAUSIBLE.fullmatch(number) is not None
