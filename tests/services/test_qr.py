"""A QR code has the marks that a phone looks for, and holds what it was made of."""

import pytest

from therapist_desktop.services.qr import QrCode, qr_code

FINDER = ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")


def corner(code: QrCode, down: int, along: int) -> tuple[str, ...]:
    rows = code.squares[down : down + 7]
    return tuple("".join("1" if dark else "0" for dark in row[along : along + 7]) for row in rows)


@pytest.mark.parametrize("text", ["tel:988", "tel:+15555550142", "tel:+15555550142;ext=3"])
def test_three_corners_and_the_lines_between_them_show_where_it_lies(text: str) -> None:
    code = qr_code(text)
    far = code.side - 7
    assert corner(code, 0, 0) == corner(code, 0, far) == corner(code, far, 0) == FINDER
    assert corner(code, far, far) != FINDER
    between = [code.squares[6][along] for along in range(8, code.side - 8)]
    assert between == [place % 2 == 0 for place in range(len(between))]
    assert all(len(row) == code.side for row in code.squares)


def test_the_same_text_is_the_same_code_and_another_text_another() -> None:
    assert qr_code("tel:+15555550142") == qr_code("tel:+15555550142")
    assert qr_code("tel:+15555550142").squares != qr_code("tel:+15555550143").squares
