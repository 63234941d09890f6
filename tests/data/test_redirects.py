"""Ids that were merged lead to the listing they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.made import a_provider, catalogue, whole
from therapist_desktop.data.datafile.records import Redirect

if TYPE_CHECKING:
    from pathlib import Path


def test_an_id_leads_to_the_listing_it_is_now(tmp_path: Path) -> None:
    ways = {"old:1": "old:2", "old:2": "test:p1", "round:1": "round:2", "round:2": "round:1"}
    ways |= {f"far:{number}": f"far:{number + 1}" for number in range(20)}
    redirects = [Redirect(id=one, to=to) for one, to in ways.items()]
    opened = catalogue(tmp_path, whole([*redirects, a_provider(1)]))
    asked = ["test:p1", "unknown", "old:1", "old:2", "round:1", "far:0", "far:15", "'; --"]
    assert opened.now_called(asked) == {"old:1": "test:p1", "old:2": "test:p1", "far:15": "far:20"}
    assert opened.now_called([]) == {}
