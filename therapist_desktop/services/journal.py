"""The log file. It never holds what was searched for, nor a ZIP code: only what the program did."""

from __future__ import annotations

import copy
import logging
import re
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from therapist_desktop.domain.overriding import override

if TYPE_CHECKING:
    from collections.abc import Iterator

_LARGEST = 500_000
_KEPT = 3
_ZIP = re.compile(r"(?<!\d)\d{5}(?:-\d{4})?(?!\d)")
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Journal(logging.Handler):
    """A log file that is turned over before it grows large.

    It is opened with the first line there is to write: what opens it loads half a network library, and a window that
    has nothing to log need not wait for that. A file that cannot be written holds up nothing.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(logging.INFO)
        self._file = file
        self._opened: logging.Handler | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        if self._opened is None:
            self._opened = _opened(self._file)
        self._opened.handle(record)

    @override
    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
        super().close()


def open_journal(file: Path) -> logging.Handler:
    """Write what this program logs to a file. Close it with the program."""
    handler = Journal(file)
    logger = logging.getLogger("therapist_desktop")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return handler


def close_journal(handler: logging.Handler) -> None:
    """Stop writing."""
    logging.getLogger("therapist_desktop").removeHandler(handler)
    handler.close()


@contextmanager
def journal(file: Path) -> Iterator[None]:
    """Write to the log file for as long as this lasts."""
    handler = open_journal(file)
    try:
        yield
    finally:
        close_journal(handler)


def _opened(file: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler


class Discreet(logging.Formatter):
    """Hides what looks like a ZIP code, and tells of an exception where it happened but not what it said."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        alone = copy.copy(record)
        alone.exc_text = None  # another handler may have left its own wording here
        return _ZIP.sub("(number)", super().format(alone))

    @override
    def formatException(self, ei: _ExcInfo) -> str:
        kind, _, frames = ei
        lines = ["Traceback (most recent call last):"]
        while frames is not None:
            code = frames.tb_frame.f_code
            lines.append(f"  {Path(code.co_filename).name}, line {frames.tb_lineno}, in {code.co_name}")
            frames = frames.tb_next
        return "\n".join([*lines, kind.__name__ if kind else "no exception"])
