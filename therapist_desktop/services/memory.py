"""Memory that is no longer used, given back to the system, where the C library keeps it otherwise (glibc)."""

import ctypes
import sys
from contextlib import suppress

_MOST_ARENAS = -8
"""M_ARENA_MAX of malloc.h."""


def keep_together() -> None:
    """Let threads that are started from now on take memory from one heap: what one has freed, another may use."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).mallopt(_MOST_ARENAS, 1)


def give_back() -> None:
    """Hand back what loading has freed: some 20 MB at a million listings."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
