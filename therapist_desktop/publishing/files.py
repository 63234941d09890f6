"""Write files so that another program sees the old one or the whole new one, never a half."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from therapist_desktop.services.safely import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PART = ".part"


def write_whole(file: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file under its name only when it is on the disk. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(file.name + PART)
    try:
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as opened:  # noqa: PTH123 - mode
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
    sync_folder(file.parent)


def write_lines(file: Path, lines: Iterable[bytes]) -> None:
    """Write one record a line. Raises OSError."""
    write_whole(file, b"".join(line + b"\n" for line in lines))
