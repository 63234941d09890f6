"""Every screen of the program, and how to get there."""

from __future__ import annotations

from tests.screenshots.taking import DESK, Picture, Shown
from therapist_desktop.domain.filters import Choice, Filters, Near
from therapist_desktop.domain.library import Section
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.taxonomy import Facet

NEAR_NEW_YORK = Filters(near=Near("10001", 100.0), chosen=frozenset({Choice(Facet.PAYER, "medicaid")}))
NOBODY = Filters(
    words="grief",
    near=Near("59718", 5.0),
    chosen=frozenset({Choice(Facet.PAYER, "medicaid"), Choice(Facet.LANGUAGE, "es")}),
)


def _ask(shown: Shown, filters: Filters) -> None:
    shown.built.window.filters.use(filters)
    shown.settle()
    shown.settle()


def _chosen(shown: Shown) -> None:
    _ask(shown, NEAR_NEW_YORK)
    table = shown.built.window.results.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))


def _library(shown: Shown) -> None:
    shown.go(Page.LIBRARY)
    shown.built.places.open_section(Section.ARTICLE)


def _reader(shown: Shown) -> None:
    _library(shown)
    shown.built.places.open_piece(shown.built.catalogue.pieces(Section.ARTICLE)[-1].id)


SCREENS = (
    Picture("find"),
    Picture("detail", _chosen),
    Picture("nothing-found", lambda shown: _ask(shown, NOBODY)),
    Picture("call", lambda shown: shown.go(Page.CALL)),
    Picture("library", _library),
    Picture("reader", _reader),
    Picture("crisis", lambda shown: shown.built.window.show_crisis()),
    Picture("first-use", is_empty=True),
    Picture("first-use-crisis", lambda shown: shown.built.window.show_crisis(), is_empty=True),
    Picture("narrow", _chosen, ((1000, 700),)),
    Picture("small", _chosen, ((820, 600),)),
    Picture("large-text", _chosen, ((1280, 800),), 2.0),
)
DOCUMENTED = ("find", "detail", "call", "library", "reader", "crisis")
CONTRAST = tuple(screen for screen in SCREENS if DESK in screen.sizes)[:7]
