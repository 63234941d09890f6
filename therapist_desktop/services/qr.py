"""A text as a QR code: which of its squares are dark."""

from typing import NamedTuple

import segno


class QrCode(NamedTuple):
    """The text and the squares that hold it, without the white around them."""

    text: str
    squares: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """How many squares it is wide and tall."""
        return len(self.squares)


def qr_code(text: str) -> QrCode:
    """The smallest code that still reads with a seventh of it damaged. Made from the text alone, with no network."""
    made = segno.make(text, error="m", micro=False, boost_error=False)
    return QrCode(text, tuple(tuple(bool(square) for square in row) for row in made.matrix))
