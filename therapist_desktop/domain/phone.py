"""A phone number as a person reads it, dials it and copies it."""

from dataclasses import dataclass
from datetime import date

_NANP_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Phone:
    """One number of a listing or hotline.

    `number` holds digits only (10 for a North American number, fewer for a short code such as 988). `vanity` is the
    number as its owner spells it ("888-85COMPA") and is empty where that adds nothing. `raw` holds the source's text
    where it could not be read as a number.
    """

    number: str = ""
    extension: str = ""
    type: str = "voice"
    label: str = ""
    vanity: str = ""
    keyword: str = ""
    raw: str = ""
    verified_on: date | None = None
    source: str = ""

    @property
    def dialable(self) -> str:
        """What goes on the clipboard: "888-852-6672 ext. 3", or the source's own text if there is no number."""
        if not self.number:
            return self.raw
        return grouped(self.number) + (f" ext. {self.extension}" if self.extension else "")

    @property
    def shown(self) -> str:
        """What stands on the screen: "(888) 852-6672 ext. 3", a spelled number with its digits behind it."""
        if not self.number:
            return self.raw
        number = bracketed(self.number)
        if self.vanity:
            number = f"{self.vanity} ({grouped(self.number)})"
        return number + (f" ext. {self.extension}" if self.extension else "")

    @property
    def address(self) -> str:
        """The `tel:` address, with the extension as a pause and digits (RFC 3966 ;ext=)."""
        prefix = "+1" if len(self.number) == _NANP_DIGITS else ""
        return f"tel:{prefix}{self.number}" + (f";ext={self.extension}" if self.extension else "")


def national(digits: str) -> str:
    """The digits without the country code of North America: 18888526672 gives 8888526672."""
    return digits[1:] if len(digits) == _NANP_DIGITS + 1 and digits.startswith("1") else digits


def grouped(digits: str) -> str:
    """888-852-6672; anything that is not ten digits stays as it is."""
    if len(digits) != _NANP_DIGITS:
        return digits
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"


def spelled(number: str) -> str:
    """What goes on the clipboard as it stands on the screen: 888-852-6672 ext. 3 gives (888) 852-6672 ext. 3."""
    head, gap, extension = number.partition(" ")
    digits = head.replace("-", "")
    return bracketed(digits) + gap + extension if grouped(digits) == head else number


def bracketed(digits: str) -> str:
    """(888) 852-6672; anything that is not ten digits stays as it is."""
    if len(digits) != _NANP_DIGITS:
        return digits
    return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"
