"""Bring files to disk so that a reader finds the old one or the new one, never half of one."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from therapist_desktop.data.trouble import explained
from therapist_desktop.domain.errors import DiskFull

if TYPE_CHECKING:
    from pathlib import Path

_TRIES = 8


def write_safely(file: Path, content: bytes) -> None:
    """Write a small file in one step. Raises DiskFull or NotWritable; the old content stays then."""
    with explained(file, file.name):
        file.parent.mkdir(parents=True, exist_ok=True)
        half = file.with_name(f".{file.name}.{os.getpid()}.new")
        try:
            with half.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            replace_safely(half, file)
        finally:
            half.unlink(missing_ok=True)


def save_as(file: Path, content: bytes) -> None:
    """Write a file that a person has chosen. Raises DiskFull, with its name, or NotWritable."""
    try:
        write_safely(file, content)
    except DiskFull as full:
        raise DiskFull(what=file.name) from full


def replace_safely(new: Path, old: Path) -> None:
    """Rename in one step and bring the folder to disk. A virus scanner that holds the file is waited for."""
    for attempt in range(_TRIES):
        try:
            new.replace(old)
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(0.02 * 2**attempt)
        else:
            break
    sync_folder(old.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to disk. Windows does that by itself and knows no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
