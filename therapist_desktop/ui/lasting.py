"""Keeps Python 3.11 alive under PySide6 6.12, which hands out None, True and False without counting them.

Its wheels are built for Pythons on which these never die (3.12 and newer). On 3.11 every None that Qt returns takes
one from the count, and after some thousands the interpreter ends with "deallocating None".
"""

import ctypes
import sys

_FOR_EVER = 1 << 40


def make_singletons_last() -> None:
    """Count None, True and False so high that nobody ever counts them down. Does nothing where they never die."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for lasting in (None, True, False, NotImplemented, Ellipsis):
        count = ctypes.c_ssize_t.from_address(id(lasting))
        if count.value < _FOR_EVER // 2:
            count.value += _FOR_EVER
