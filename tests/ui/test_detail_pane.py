"""The detail pane says what is known, admits what is not, and hides what cannot be trusted."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.reading_builders import TODAY, a_bare_listing, a_listing, values
from tests.ui.arriving import arrive
from tests.ui.details import a_pane, button, headings_on, record, show, words_on
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.filters import Choice, Kind
from therapist_desktop.domain.listing import Location
from therapist_desktop.domain.notebook import NOTHING, Outcome, Shown, Standing
from therapist_desktop.domain.phone import Phone
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.ui.listing.tabs import Tab
from therapist_desktop.ui.panes.detail import DetailPane
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.badge import Badge
from therapist_desktop.ui.widgets.qr_square import QrSquare
from therapist_desktop.ui.widgets.tab_row import TabRow
from therapist_desktop.ui.widgets.words import Heading, Words
from therapist_desktop.ui.wording.listing import badges, missing, role_of, what_it_is


@pytest.fixture
def pane(qtbot: QtBot) -> DetailPane:
    return a_pane(qtbot)


def test_the_phone_is_the_largest_after_the_name(pane: DetailPane) -> None:
    show(pane, a_listing(), Tab.CONTACT)
    roles = {label.words: label.property("role") for label in pane.findChildren(Words)}
    assert roles["Alex Sample, LCSW"] == "name"
    assert [label.words for label in pane.findChildren(Words) if label.property("role") == "phone"] == [
        "(555) 555-0142 ext. 3"
    ]
    assert roles["(555) 555-0143"] == "small-phone"


def test_who_it_is_and_how_to_call_come_at_once_and_the_rest_below_in_its_order(pane: DetailPane) -> None:
    pane.show_listing(a_listing())
    assert "Alex Sample, LCSW" in words_on(pane)
    assert "(555) 555-0142 ext. 3" in words_on(pane)
    assert headings_on(pane) == ["Next step"]
    assert not pane.is_whole
    arrive(pane)
    assert headings_on(pane) == ["Next step", "Openings", "Takes", "Address", "In their own words"]
    tops = [heading.mapTo(pane, QPoint()).y() for heading in pane.findChildren(Heading)]
    assert tops == sorted(tops)


def test_another_listing_drops_what_is_left_of_the_one_before(pane: DetailPane) -> None:
    pane.show_listing(a_listing())
    show(pane, a_bare_listing())
    assert "Alex Sample" not in words_on(pane)
    assert "Articles by this provider" not in headings_on(pane)
    pane.show_listing(a_listing())
    pane.show_nothing()
    assert pane.is_whole
    assert "Alex Sample" not in words_on(pane)


def test_nothing_above_moves_and_the_keyboard_stays_while_the_rest_arrives(pane: DetailPane, qtbot: QtBot) -> None:
    pane.activateWindow()
    qtbot.waitActive(pane)
    pane.show_listing(a_listing())
    QCoreApplication.sendPostedEvents()
    copy = button(pane, "Copy 555-555-0142")
    copy.setFocus()
    before = copy.mapTo(pane, QPoint())
    arrive(pane)
    QCoreApplication.processEvents()
    assert QApplication.focusWidget() is copy
    assert copy.mapTo(pane, QPoint()) == before


def test_tab_goes_from_the_top_to_the_bottom(pane: DetailPane, qtbot: QtBot) -> None:
    pane.activateWindow()
    qtbot.waitActive(pane)
    show(pane, a_listing(), Tab.CONTACT)
    stops = Qt.FocusPolicy.TabFocus
    controls = [b for b in pane.findChildren(QAbstractButton) if b.isVisibleTo(pane) and b.focusPolicy() & stops]
    controls.sort(key=lambda control: control.mapTo(pane, QPoint()).y())
    controls[0].setFocus()
    walked: list[QWidget] = [controls[0]]
    for _ in controls[1:]:
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked += [now for now in [QApplication.focusWidget()] if now is not None]
    tops = [control.mapTo(pane, QPoint()).y() for control in walked]
    assert set(walked) == set(controls)
    assert tops[1:] == sorted(tops[1:])


def test_each_phone_is_copied_as_it_is_dialled(pane: DetailPane) -> None:
    show(pane, a_listing(), Tab.CONTACT)
    heard = record(pane.copy_requested)
    QTest.mouseClick(button(pane, "Copy 555-555-0142"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(pane, "Copy 555-555-0143"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(pane, "Copy the address"), Qt.MouseButton.LeftButton)
    address = "210 Harbor Street, Suite 4, New York, NY 10001"
    assert heard == ["555-555-0142 ext. 3", "555-555-0143", address]


def test_a_record_that_is_not_intact_shows_no_number_and_copies_none(pane: DetailPane) -> None:
    show(pane, a_listing(intact=False))
    for tab in Tab:
        pane.choose(tab)
        arrive(pane)
        assert "555" not in words_on(pane)
        assert "Harbor Street 210" not in words_on(pane)
    assert not pane.findChildren(QrSquare)
    assert not any(one.isVisibleTo(pane) for one in pane.findChildren(TabRow))
    assert "does not read back as the publisher signed it" in words_on(pane)
    assert "Do not use it; sync again." in words_on(pane)


def test_unknown_is_said_as_not_known_and_never_as_no(pane: DetailPane) -> None:
    show(pane, a_bare_listing())
    said = words_on(pane)
    assert "Phone not known" in said
    assert "Openings, payers, fees, hours, ages, languages, in person or video. Ask when you call." in said
    assert "Not taking" not in said
    assert [badge.words for badge in pane.findChildren(Badge)] == ["Never checked", "Openings unknown"]


@pytest.mark.parametrize(
    ("changed", "tone", "words"),
    [
        ({"days": 21}, "fresh", "Fresh \u00b7 21 days"),
        ({"days": 140}, "ageing", "Ageing \u00b7 140 days"),
        ({"days": 800}, "stale", "Stale \u00b7 2 years"),
        ({"days": None}, "stale", "Never checked"),
    ],
)
def test_freshness_has_a_word_and_a_tone(changed: dict[str, int | None], tone: str, words: str) -> None:
    shown = badges(a_listing(**changed), TODAY)
    assert (shown[0].words, shown[0].tone.name) == (words, tone)
    assert "verified" in shown[0].spoken or words == "Never checked"


def test_a_sample_is_marked_before_anything_else() -> None:
    assert badges(a_listing(sample=True), TODAY)[0][0] == "SAMPLE, not a real listing"


def test_a_tag_asks_for_more_like_it(pane: DetailPane) -> None:
    show(pane, a_listing(), Tab.APPROACH)
    heard = record(pane.filter_requested)
    QTest.mouseClick(button(pane, "Specialties: Depression"), Qt.MouseButton.LeftButton)
    show(pane, a_listing(), Tab.FEES)
    arrive(pane)
    QTest.mouseClick(button(pane, "Takes: Medicaid, in network"), Qt.MouseButton.LeftButton)
    assert heard == [Choice(Facet.SPECIALTY, "depression"), Choice(Facet.PAYER, "medicaid")]


def test_articles_and_addresses_lead_on(pane: DetailPane) -> None:
    pieces, links = record(pane.piece_requested), record(pane.link_requested)
    for tab, names in (
        (Tab.ARTICLES, ("Why the bond",)),
        (Tab.CONTACT, ("harbor.example.org/alex", "intake@")),
        (Tab.SOURCES, ("National provider registry",)),
    ):
        show(pane, a_listing(), tab)
        arrive(pane)
        for name in names:
            QTest.mouseClick(button(pane, name), Qt.MouseButton.LeftButton)
    assert pieces == ["article:bond"]
    assert links == [
        "https://harbor.example.org/alex",
        "mailto:intake@harbor.example.org",
        "https://registry.example.org",
    ]


def test_an_unsafe_address_is_shown_but_leads_nowhere(pane: DetailPane) -> None:
    show(pane, a_listing(url="http://plain.example.org/x", email="not an address"), Tab.CONTACT)
    assert "http://plain.example.org/x" in words_on(pane)
    names = {b.accessibleName() for b in pane.findChildren(QAbstractButton)}
    assert "http://plain.example.org/x" not in names
    assert "not an address" not in names


def test_every_source_and_the_id_are_named(pane: DetailPane) -> None:
    show(pane, a_listing(npi="1234567893"), Tab.SOURCES)
    said = words_on(pane)
    assert "NPI 1234567893" in said
    assert "Site list \u00b7 3 Nov 2026" in said
    assert "Gave: phones, payers" in said
    assert "Listing npi:1234567893" in said
    assert "Where this comes from" in headings_on(pane)


def test_the_states_without_a_listing_are_sentences(pane: DetailPane) -> None:
    show(pane, a_listing())
    pane.show_gone()
    assert "no longer in the directory" in words_on(pane)
    assert pane.listing is None
    pane.show_problem(CatalogueDamaged(what="a bad page"))
    assert "The catalogue on this machine is damaged" in words_on(pane)
    pane.show_nothing()
    assert "The listing you choose" in words_on(pane)


def test_closing_is_said_not_done(pane: DetailPane, qtbot: QtBot) -> None:
    show(pane, a_listing())
    with qtbot.waitSignal(pane.closed):
        QTest.mouseClick(button(pane, "Close"), Qt.MouseButton.LeftButton)


LONG = a_listing(
    name="Wolfeschlegelsteinhausenbergerdorff Community Behavioral Health and Recovery Services, Inc.",
    email="averyveryverylongmailboxnamewithoutanybreak@harborstreetcounseling.example.org",
    phones=(
        Phone(number="8888526672", vanity="888-85COMPA", extension="3", label="Intake, English and Spanish"),
        *(Phone(number=f"555555014{n}", label=f"Line {n}") for n in range(6)),
        Phone(raw="call the county office (see their web site)"),
    ),
    values=values(Facet.SERVICE, "Medication-assisted treatment for opioid use disorder and alcohol use disorder"),
    sample=True,
)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("tab", Tab)
def test_nothing_is_cut_off_on_a_narrow_pane(qtbot: QtBot, zoom: float, tab: Tab) -> None:
    pane = DetailPane(Appearance("light", zoom), lambda: TODAY)
    qtbot.addWidget(pane)
    pane.resize(round(300 * zoom), 700)
    pane.show_standing(Standing(Shown(LONG.id, "provider", LONG.name), outcome=Outcome.WRONG_NUMBER, noted_on=TODAY))
    show(pane, LONG, tab)
    pane.show()
    qtbot.waitExposed(pane)
    for widget in [*pane.findChildren(QLabel), *pane.findChildren(QAbstractButton)]:
        if widget.isVisibleTo(pane):
            right = widget.mapTo(pane, widget.rect().topRight()).x()
            assert right < pane.width(), widget.accessibleName()


@pytest.mark.parametrize("tab", Tab)
def test_every_control_has_a_name_and_a_tip(pane: DetailPane, tab: Tab) -> None:
    pane.show_standing(NOTHING)
    show(pane, LONG, tab)
    for control in pane.findChildren(QAbstractButton):
        assert control.accessibleName()
        assert control.toolTip(), control.accessibleName()


def test_the_theme_can_change_while_a_listing_is_shown(qtbot: QtBot) -> None:
    appearance = Appearance("light")
    pane = DetailPane(appearance, lambda: TODAY)
    qtbot.addWidget(pane)
    show(pane, a_listing())
    appearance.pin("dark")
    appearance.set_zoom(1.5)
    arrive(pane)
    assert "Alex Sample, LCSW" in words_on(pane)


def test_what_it_is_does_not_repeat_the_credential() -> None:
    assert what_it_is(a_listing()) == "Clinical social worker \u00b7 Harbor Street Counseling \u00b7 they/them"
    assert what_it_is(a_bare_listing(part="Detox unit")) == "Center \u00b7 Detox unit"


def test_nothing_is_missing_where_everything_is_known() -> None:
    assert missing(a_listing()) == ()
    assert "licenses" in missing(a_listing(licenses=()))
    assert "licenses" not in missing(a_bare_listing(kind=Kind.CENTER))


def test_a_payer_carries_its_role_plan_date_and_source(pane: DetailPane) -> None:
    show(pane, a_listing(), Tab.FEES)
    assert role_of(a_listing().payers[0]) == "in network \u00b7 Metro Plus"
    assert "Fresh \u00b7 checked 3 Nov 2026, 17 days ago \u00b7 phone call" in words_on(pane)
    assert "no date given" in words_on(pane)
    assert "Please confirm with the office." in words_on(pane)


def test_other_addresses_are_shown_too(pane: DetailPane) -> None:
    show(pane, a_listing(other_locations=(Location("9 Elm Street", city="Albany", state="NY"),)), Tab.CONTACT)
    assert "9 Elm Street\nAlbany, NY" in words_on(pane)
