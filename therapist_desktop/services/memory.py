"""Memory that is no longer used, given back to the system, where the C library keeps it otherwise (glibc)."""

import ctypes
import sys
from contextlib import suppress

_MOST_ARENAS, _LARGE = -8, -3
"""M_ARENA_MAX and M_MMAP_THRESHOLD of malloc.h."""
_LARGE_FROM, _NEVER = 1 << 18, 1 << 25


def keep_together() -> None:
    """Let threads that are started from now on take memory from one heap: what one has freed, another may use.

    Columns of numbers are kept out of the heap, where they would leave holes.
    """
    _set((_MOST_ARENAS, 1), (_LARGE, _LARGE_FROM))


def keep_warm() -> None:
    """What is to stay is loaded. Columns that come and go are taken from the heap: new pages would take time."""
    _set((_LARGE, _NEVER))


def give_back() -> None:
    """Hand back what loading has freed: some 20 MB at a million listings."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def _set(*options: tuple[int, int]) -> None:
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library
            library = ctypes.CDLL(None)
            for option, value in options:
                library.mallopt(option, value)
