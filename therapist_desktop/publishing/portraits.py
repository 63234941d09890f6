"""How large a picture says it is, read from its first bytes without opening it as a picture."""

from __future__ import annotations

from typing import Final

MOST_PIXELS: Final = 800
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_SIZES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG after which its height and width stand."""
_MARK: Final = 0xFF
_BARE: Final = {0x01, *range(0xD0, 0xD8)}


def size_of(picture: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None for what is neither a PNG nor a JPEG."""
    if picture.startswith(_PNG) and picture[12:16] == b"IHDR" and len(picture) >= len(_PNG) + 25:
        return int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])
    return _jpeg(picture) if picture.startswith(_JPEG) else None


def _jpeg(picture: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(picture) and picture[at] == _MARK:
        marker = picture[at + 1]
        if marker in _SIZES:
            return int.from_bytes(picture[at + 7 : at + 9]), int.from_bytes(picture[at + 5 : at + 7])
        if marker == _MARK:  # a byte of filling
            at += 1
        elif marker in _BARE:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(picture[at + 2 : at + 4]))
    return None
