"""`override` for Python 3.11, which has none: the mark counts for the type checker and costs nothing at start.

typing_extensions itself takes as long to load as a fifth of a bare window.
"""

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override
else:
    Method = TypeVar("Method")

    def override(method: Method) -> Method:
        """Mark a method that takes the place of an inherited one."""
        return method


__all__ = ["override"]
