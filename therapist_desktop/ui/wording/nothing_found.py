"""What is said where there are no rows, and the ways out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.filters import Filters, Kind
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.wording.messages import WayOut, explain, label
from therapist_desktop.ui.wording.near_misses import near_miss_text

if TYPE_CHECKING:
    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.results import Results


class NothingFound(NamedTuple):
    """A title, a sentence, and what each button says and asks for."""

    title: str
    words: str
    ways: tuple[tuple[str, Filters | WayOut], ...] = ()


def trouble_met(trouble: Trouble) -> NothingFound:
    """What happened, what still works, and one way out."""
    message = explain(trouble)
    return NothingFound(message.sentence, message.next_step, ((label(message.way_out), message.way_out),))


def nothing_found(results: Results) -> NothingFound:
    """Small changes first, then everything."""
    asked = results.filters
    ways: list[tuple[str, Filters | WayOut]] = [(near_miss_text(miss), miss.filters) for miss in results.near_miss]
    words = ""
    if ways:
        words = _tr("A small change brings some:")
    elif asked.is_open:
        words = _tr("This release holds no listings.")
    if not asked.is_open:
        ways.append((label(WayOut.CLEAR_FILTERS), asked.cleared()))
    return NothingFound(_title(asked), words, tuple(ways))


def _title(asked: Filters) -> str:
    if asked.is_open:
        return _tr("No listings yet")
    titles = {Kind.CENTER: _tr("No center fits all of this"), Kind.PROVIDER: _tr("Nobody fits all of this")}
    return titles[asked.kind] if asked.kind else _tr("Nothing fits all of this")


def _tr(text: str) -> str:
    return translate("ResultsPane", text)
