"""One sync at a time on one data folder."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from therapist_desktop.data.trouble import explained
from therapist_desktop.domain.errors import NotWritable, ShelfBusy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold a lock that the system gives back by itself when this program ends, however it ends. Raises ShelfBusy."""
    with explained(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = file.open("a+b")
    with handle:
        try:
            _take(handle)
        except (BlockingIOError, PermissionError) as error:
            raise ShelfBusy from error
        except OSError as error:  # a share without locks
            raise NotWritable(file=file, what=error.strerror or "it cannot be locked") from error
        yield
