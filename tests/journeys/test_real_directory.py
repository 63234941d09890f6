"""The window over the real National Directory, imported, released and synced as a publisher and a desk would.

The workbook is not part of the project. Where it lies beside the checkout (in ../shared) these tests run on it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.data.test_real_directory import BOOK
from tests.journeys.desks import LEFT, Desk, click_row, desk_at
from tests.services.machines import Machine
from therapist_desktop.domain.filters import Choice, Filters
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.publishing.keys import make_keys
from therapist_desktop.publishing.releasing import Order, release
from therapist_desktop.publishing.samhsa.importing import import_samhsa
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.services.shipped import shipped
from therapist_desktop.ui.listing.tabs import Tab
from therapist_desktop.ui.widgets.phone_line import CopyButton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from therapist_desktop.domain.listing import Listing
    from therapist_desktop.domain.phone import Phone
    from therapist_desktop.domain.results import Results

pytestmark = pytest.mark.skipif(not BOOK.is_file(), reason="the real workbook does not lie beside this checkout")


@pytest.fixture(scope="module")
def synced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that has synced the directory from its publisher's folder."""
    folder, now = tmp_path_factory.mktemp("real"), datetime.now(UTC)
    import_samhsa([BOOK], folder / "work", shipped())
    make_keys(folder / "keys", now)
    release(folder / "work", folder / "county", folder / "keys", shipped(), Order(None, now, now), lambda _: None)
    Machine(folder / "machine").install(str(folder / "county"), folder / "keys" / "root.json")
    return folder / "machine"


@pytest.fixture
def real(synced: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    AppPaths.under(synced).notebook.unlink(missing_ok=True)
    with desk_at(synced, qapp, qtbot) as desk:
        yield desk


def _agrees(desk: Desk, results: Results) -> bool:
    """The table, the count and every count of the panel are those of this answer."""
    of = f"{results.total:,} of {results.listings:,} listings"
    if desk.rows != results.total or desk.window.chips.count_text != of:
        return False
    return all(
        section.model.count_of(row) == results.counts[facet].get(row.value.id, 0)
        for facet, section in desk.window.filters.sections.items()
        for row in section.model.rows
    )


def test_typing_narrows_table_count_and_panel_together(real: Desk) -> None:
    everything = real.rows
    assert everything > 8_000
    real.press("Ctrl+K")
    real.type("trauma")
    wanted = Filters(words="trauma")
    results = real.built.catalogue.search(wanted)
    assert 0 < results.total < everything
    real.until(lambda: _agrees(real, results))
    best = real.built.catalogue.page(results, 0, 1)[0]
    real.until(lambda: real.shown == best.id)


def test_clicking_a_value_narrows(real: Desk) -> None:
    real.value(Facet.PAYER, "medicare")
    one = Filters(chosen=frozenset({Choice(Facet.PAYER, "medicare")}))
    real.until(lambda: _agrees(real, real.built.catalogue.search(one)))
    real.value(Facet.FORMAT, "video")
    both = one.toggled(Choice(Facet.FORMAT, "video"))
    real.until(lambda: _agrees(real, real.built.catalogue.search(both)))
    assert real.window.chips.texts == ("Medicare", "Video")
    real.value(Facet.PAYER, "medicare")
    real.until(lambda: real.window.chips.texts == ("Video",))


def test_enter_and_a_double_click_open_the_details(real: Desk) -> None:
    real.window.resize(1000, 700)  # the details have no room of their own there
    table = real.window.results.table
    real.until(lambda: not real.window.find_page.detail_is_beside)
    assert not real.window.detail.isVisible()
    table.setFocus()
    real.press("Down")
    real.press("Return")
    real.until(lambda: real.window.detail.isVisible() and real.shown == real.window.results.selected)
    real.press("Esc")
    assert not real.window.detail.isVisible()
    click_row(table, 3, twice=True)
    real.until(lambda: real.window.detail.isVisible() and real.shown == real.window.results.selected)
    assert table.currentIndex().row() == 3


@pytest.mark.parametrize(
    "is_meant",
    [lambda phone: bool(phone.extension), lambda phone: bool(phone.vanity)],
    ids=["an extension", "a spelled number"],
)
def test_a_phone_is_shown_and_copied_as_it_is_dialled(real: Desk, is_meant: Callable[[Phone], bool]) -> None:
    row, listing = _first_with(real, is_meant)
    phone = next(phone for phone in listing.phones if is_meant(phone))
    real.window.detail.choose(Tab.CONTACT)
    real.choose(row)
    assert phone.shown in [words.text() for words in real.window.detail.findChildren(QLabel)]
    copy = next(one for one in real.window.detail.findChildren(CopyButton) if one.copied == phone.dialable)
    QTest.mouseClick(copy, LEFT)
    assert real.clipboard == phone.dialable
    assert real.clipboard.startswith("-".join((phone.number[:3], phone.number[3:6], phone.number[6:])))
    real.press("Ctrl+Shift+C")
    assert real.clipboard == listing.phones[0].dialable


def _first_with(desk: Desk, is_meant: Callable[[Phone], bool]) -> tuple[int, Listing]:
    catalogue = desk.built.catalogue
    cards = catalogue.page(catalogue.search(Filters()), 0, desk.rows)
    for row, card in enumerate(cards):
        listing = catalogue.listing(card.id)
        if any(map(is_meant, listing.phones)):
            return row, listing
    pytest.fail("the directory has no such number")
