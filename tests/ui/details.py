"""Reading the detail pane as a person does, and listings to read there."""

from PySide6.QtCore import QCoreApplication, Qt, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.reading_builders import TODAY, a_bare_listing, a_listing, values
from tests.ui.arriving import arrive
from tests.ui.showing import shown
from therapist_desktop.domain.listing import Listing, PieceLink
from therapist_desktop.domain.phone import Phone
from therapist_desktop.domain.taxonomy import Facet, Value
from therapist_desktop.ui.listing.tabs import Tab
from therapist_desktop.ui.panes.detail import DetailPane
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.tab_row import TabRow
from therapist_desktop.ui.widgets.value_chip import ValueChip
from therapist_desktop.ui.widgets.words import Heading, Words

LEFT = Qt.MouseButton.LeftButton
EMDR = PieceLink("topic:emdr", "EMDR")
PRINTED = a_listing(topics=(("approach/emdr", EMDR), ("specialty/panic", PieceLink("topic:panic", "Panic disorder"))))
CENTER = a_bare_listing(
    phones=(Phone(number="5555550150", label="Intake"),),
    values=(
        Value(Facet.SERVICE, "crisis-team", "Crisis team", "crisis"),
        Value(Facet.SERVICE, "naltrexone", "Naltrexone", "medicines"),
        *values(Facet.SETTING, "Outpatient"),
        *values(Facet.PAYMENT, "Cash"),
        *values(Facet.PROGRAM, "Veterans"),
    ),
    groups=(
        Value(Facet.SERVICE, "crisis", "Crisis and emergency", group=True),
        Value(Facet.SERVICE, "medicines", "Medicines", group=True),
    ),
)


def a_pane(qtbot: QtBot) -> DetailPane:
    """The pane as wide as it usually is, on a day that does not move."""
    return shown(qtbot, DetailPane(Appearance("light"), lambda: TODAY), 344, 800)


def show(pane: DetailPane, listing: Listing, tab: Tab = Tab.OVERVIEW) -> None:
    """Show a tab of a listing and wait for the whole of it."""
    pane.choose(tab)
    pane.show_listing(listing)
    arrive(pane)
    QCoreApplication.processEvents()


def words_on(pane: QWidget) -> str:
    return "\n".join(words.words for words in pane.findChildren(Words) if words.isVisibleTo(pane))


def headings_on(pane: QWidget) -> list[str]:
    return [heading.accessibleName() for heading in pane.findChildren(Heading) if heading.isVisibleTo(pane)]


def tabs_of(pane: DetailPane) -> TabRow:
    return pane.findChildren(TabRow)[-1]


def record(signal: SignalInstance) -> list[object]:
    heard: list[object] = []
    signal.connect(heard.append)
    return heard


def chip(pane: QWidget, label: str) -> ValueChip:
    return next(one for one in pane.findChildren(ValueChip) if one.accessibleName().endswith(label))


def button(pane: QWidget, name: str) -> QAbstractButton:
    """The button that is called so, or else the first whose name begins so."""
    named = {one.accessibleName(): one for one in reversed(pane.findChildren(QAbstractButton))}
    begun = (one for spoken, one in reversed(named.items()) if spoken.startswith(name))
    return named[name] if name in named else next(begun)
