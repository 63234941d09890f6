"""Links that open a page in this program: `therapist-desktop:piece/topic:depression`."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

SCHEME = "therapist-desktop"
_PIECE = "piece/"
_LONGEST = 300
_ID = re.compile(r"[a-z_]+:[^\s/\\<>\"]+")


def link_to(piece_id: str) -> str:
    """The link that opens this page."""
    return f"{SCHEME}:{_PIECE}{quote(piece_id, safe=':-._~')}"


def is_link(text: str) -> bool:
    """Whether this wants to be a link into the program, with or without sense."""
    return text.strip().lower().startswith(f"{SCHEME}:")


def piece_of(text: str) -> str:
    """The page that a link leads to; nothing where it is no link of ours."""
    stripped = text.strip().strip("<>")
    scheme, colon, rest = stripped.partition(":")
    if not colon or scheme.lower() != SCHEME or len(stripped) > _LONGEST:
        return ""
    rest = rest.lstrip("/")
    if not rest.startswith(_PIECE):
        return ""
    piece = unquote(rest.removeprefix(_PIECE)).rstrip("/")
    return piece if _ID.fullmatch(piece) else ""
