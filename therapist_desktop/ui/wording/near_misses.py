"""What a near miss is called on the screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from therapist_desktop.ui.i18n import number, translate

if TYPE_CHECKING:
    from therapist_desktop.domain.results import NearMiss

_QUOTED = re.compile('"([^"]*)"')


def change_text(miss: NearMiss) -> str:
    """The change in words: "Drop Spanish"."""
    change = _curly(translate("NearMiss", miss.change)).format(subject=miss.subject)
    return change[:1].upper() + change[1:]


def near_miss_text(miss: NearMiss) -> str:
    """The change and what it brings: "Drop Spanish: 12 found"."""
    return translate("NearMiss", "{change}: {n} found").format(change=change_text(miss), n=number(miss.total))


def _curly(words: str) -> str:
    """A command line has straight quotes, a page has round ones."""
    return _QUOTED.sub("\u201c\\1\u201d", words)
