"""Every trouble has a sentence and a way out, and no message speaks of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from therapist_desktop.domain.errors import (
    Expired,
    NoCatalogue,
    NotTheDirectory,
    NotTrusted,
    SteppedBack,
    Trouble,
    UsageTrouble,
    WorkBroken,
)
from therapist_desktop.ui.wording.messages import WayOut, explain, label

if TYPE_CHECKING:
    from collections.abc import Iterator

ELSEWHERE = {UsageTrouble, NotTheDirectory, WorkBroken}


class Anything(dict[str, Any]):
    """A fact for every name."""

    def __missing__(self, key: str) -> str:
        return "2"


def every(kind: type[Trouble]) -> Iterator[type[Trouble]]:
    for child in kind.__subclasses__():
        yield child
        yield from every(child)


KINDS = sorted(set(every(Trouble)), key=str)


def _made(kind: type[Trouble]) -> Trouble:
    trouble = kind.__new__(kind)
    Exception.__init__(trouble, kind.sentence.format_map(Anything()))
    trouble.facts = Anything()
    return trouble


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_trouble_has_a_sentence_and_a_way_out(kind: type[Trouble], qtbot: object) -> None:
    message = explain(_made(kind))
    assert message.sentence.endswith(".")
    assert label(message.way_out)
    if kind not in ELSEWHERE:
        assert "therapist-desktop" not in message.next_step
        assert "--" not in message.next_step


def test_only_a_folder_that_came_late_may_be_taken_all_the_same(qtbot: object) -> None:
    expired = Expired(what="the timestamp signature was good until 1 October 2026, 53 days ago")
    assert explain(expired).way_out is WayOut.DISMISS
    late = explain(expired, may_be_late=True)
    assert late.way_out is WayOut.LOAD_ANYWAY
    assert "53 days ago" in late.sentence
    assert explain(NotTrusted(what="x"), may_be_late=True).way_out is WayOut.DISMISS


def test_a_closer_kind_of_a_trouble_leads_out_as_its_kind_does(qtbot: object) -> None:
    assert explain(SteppedBack(address="x", what="y", offered=1, seen=2)).way_out is WayOut.DISMISS


def test_a_name_that_is_not_known_is_not_said(qtbot: object) -> None:
    assert explain(NoCatalogue(folder="")).sentence == "There is no directory on this machine yet."
    assert explain(NoCatalogue(folder="here")).sentence == "There is no directory on this machine yet (here)."


@pytest.mark.parametrize("way_out", WayOut)
def test_every_way_out_has_a_label(way_out: WayOut, qtbot: object) -> None:
    assert label(way_out)
