"""As in the program: what Python throws away goes in the thread of the window."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from therapist_desktop.ui.tidying import collect_due

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collected_here() -> Iterator[None]:
    """No other thread collects meanwhile; what is due is collected at the end."""
    gc.disable()
    yield
    collect_due()
    gc.enable()
