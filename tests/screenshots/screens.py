"""Every screen of the program, and how to get there."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.screenshots.library import LIBRARY
from tests.screenshots.taking import DESK, Picture, Shown
from therapist_desktop.domain.filters import Choice, Filters, Near
from therapist_desktop.domain.library import Section
from therapist_desktop.domain.notebook import Outcome
from therapist_desktop.domain.places import Page, View
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.models.questions import Question
from therapist_desktop.ui.panes.call import CallPane

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


def _tab(shown: Shown, tab: str) -> None:
    _chosen(shown)
    shown.built.window.detail.choose(tab)


def _view(shown: Shown, view: View) -> None:
    _ask(shown, Filters(near=Near("10001", 200.0)) if view is View.MAP else Filters())
    shown.built.window.results.show_view(view)
    shown.settle()
    shown.settle()


def _marked(shown: Shown) -> None:
    _ask(shown, Filters(chosen=NEAR_NEW_YORK.chosen))
    window = shown.built.window
    for row in range(3):
        window.results.table.setCurrentIndex(window.results.table.model().index(row, 0))
        window.results.mark()
    card = window.results.table.card
    if card is not None:
        window.results.outcome_requested.emit(card, Outcome.LEFT_MESSAGE)
    shown.settle()


def _compared(shown: Shown) -> None:
    _marked(shown)
    shown.built.window.actions_["compare"].trigger()
    shown.settle()


def _call(shown: Shown) -> None:
    shown.go(Page.CALL)
    window = shown.built.window
    window.filters.use(Filters(near=Near("10001"), chosen=frozenset({Choice(Facet.PAYER, "aetna")})))
    shown.settle()
    pane = window.findChild(CallPane)
    if pane is not None:
        pane.asking.ask(Question.PROBLEM)
    shown.settle()


def _asked_where(shown: Shown) -> None:
    _call(shown)
    pane = shown.built.window.findChild(CallPane)
    if pane is not None:
        pane.asking.ask(Question.WHERE)
        QTest.keyClicks(pane.asking.entry, "2")
    shown.settle()


def _drawer(shown: Shown) -> None:
    _chosen(shown)
    shown.built.window.find_page.show_filters()
    shown.settle()


def _asked(shown: Shown, action: str) -> None:
    """The dialog of this action lies over the window."""
    shown.built.window.actions_[action].trigger()
    shown.settle()


def _answers(shown: Shown) -> None:
    window = shown.built.window
    window.activateWindow()
    window.search_box.take_focus()
    QTest.keyClicks(window.search_box, "trauma")
    shown.settle()
    shown.settle()


def _tabs(shown: Shown) -> None:
    _chosen(shown)
    places = shown.built.places
    places.new_tab()
    shown.settle()
    places.open_piece(shown.built.catalogue.pieces(Section.ARTICLE)[-1].id)
    shown.settle()
    places.new_tab()
    _ask(shown, Filters(preferred=frozenset({Choice(Facet.LANGUAGE, "es")}), chosen=NEAR_NEW_YORK.chosen))


def _library(shown: Shown) -> None:
    shown.go(Page.LIBRARY)
    shown.built.places.open_section(Section.ARTICLE)


def _reader(shown: Shown) -> None:
    _library(shown)
    shown.built.places.open_piece(shown.built.catalogue.pieces(Section.ARTICLE)[-1].id)


SCREENS = (
    Picture("find"),
    Picture("detail", _chosen),
    Picture("contact", lambda shown: _tab(shown, "contact")),
    Picture("fees", lambda shown: _tab(shown, "fees"), (DESK,)),
    Picture("approach", lambda shown: _tab(shown, "approach"), (DESK,)),
    Picture("access", lambda shown: _tab(shown, "access"), (DESK,)),
    Picture("notes", lambda shown: _tab(shown, "notes"), (DESK,)),
    Picture("sources", lambda shown: _tab(shown, "sources")),
    Picture("cards", lambda shown: _view(shown, View.CARDS)),
    Picture("map", lambda shown: _view(shown, View.MAP)),
    Picture("marked", _marked),
    Picture("compare", _compared),
    Picture("answers", _answers),
    Picture("tabs", _tabs),
    Picture("nothing-found", lambda shown: _ask(shown, NOBODY)),
    Picture("call", _call),
    Picture("call-state", _asked_where),
    Picture("shortcuts", lambda shown: _asked(shown, "shortcuts"), (DESK,)),
    Picture("source", lambda shown: _asked(shown, "source"), (DESK,)),
    Picture("columns", lambda shown: _asked(shown, "columns"), (DESK,)),
    Picture("about", lambda shown: _asked(shown, "about"), (DESK,)),
    Picture("library", _library),
    Picture("reader", _reader),
    *LIBRARY,
    Picture("crisis", lambda shown: shown.built.window.show_crisis()),
    Picture("first-use", is_empty=True),
    Picture("first-use-crisis", lambda shown: shown.built.window.show_crisis(), is_empty=True),
    Picture("narrow", _chosen, ((1000, 700),)),
    Picture("small", _chosen, ((820, 600),)),
    Picture("drawer", _drawer, ((820, 600),)),
    Picture("large-nothing-found", lambda shown: _ask(shown, NOBODY), ((1280, 800),), 2.0),
    Picture("large-marked", _marked, ((1280, 800),), 2.0),
    Picture("large-tabs", _tabs, ((1280, 800),), 2.0),
    Picture("large-crisis", lambda shown: shown.built.window.show_crisis(), ((1280, 800),), 2.0),
    Picture("large-reader", _reader, ((1280, 800),), 2.0),
    Picture("large-source", lambda shown: _asked(shown, "source"), ((1280, 800),), 2.0),
    Picture("large-shortcuts", lambda shown: _asked(shown, "shortcuts"), ((1280, 800),), 2.0),
    Picture("large-text", _chosen, ((1280, 800),), 2.0),
    Picture("large-call", _call, ((1280, 800),), 2.0),
    Picture("large-compare", _compared, ((1280, 800),), 2.0),
    Picture("large-map", lambda shown: _view(shown, View.MAP), ((1280, 800),), 2.0),
    Picture("large-cards", lambda shown: _view(shown, View.CARDS), ((1280, 800),), 2.0),
    Picture("large-answers", _answers, ((1280, 800),), 2.0),
)
DOCUMENTED = ("find", "detail", "call", "compare", "map", "library", "reader", "crisis")
CONTRAST = tuple(screen for screen in SCREENS if DESK in screen.sizes and not screen.is_empty)
