"""A window of hand-made values whose every step the test takes itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY, HandMadeCatalogue, a_taxonomy
from tests.collecting import collected_here
from tests.ui.by_hand import ByHand
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.jobs import NewestOnly
from therapist_desktop.ui.models.listings import ListingModel
from therapist_desktop.ui.models.pages import Pages
from therapist_desktop.ui.theme import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.domain.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Rows:
    """A model over a hand-made catalogue, and the hands that fetch its pages."""

    model: ListingModel
    hand: ByHand
    catalogue: HandMadeCatalogue


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    with collected_here():
        yield


@pytest.fixture
def hand() -> ByHand:
    return ByHand()


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    return Appearance("light")


@pytest.fixture
def rows(qapp: QApplication) -> Rows:
    hand, catalogue = ByHand(), HandMadeCatalogue()
    pages = Pages(catalogue.page, NewestOnly(hand))
    model = ListingModel(pages, today=lambda: TODAY)
    pages.setParent(model)
    return Rows(model, hand, catalogue)


@pytest.fixture
def taxonomy() -> Taxonomy:
    return a_taxonomy({Facet.PAYER: 60, Facet.LANGUAGE: 4})
