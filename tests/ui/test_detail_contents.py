"""What stands on each tab of the details, and where it leads."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.reading_builders import TODAY, a_bare_listing, a_listing, values
from tests.ui.details import CENTER, LEFT, PRINTED, a_pane, button, chip, headings_on, record, show, tabs_of, words_on
from tests.ui.showing import shown
from therapist_desktop.domain.filters import Choice, Kind
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.domain.listing import Claim, ClientState, License
from therapist_desktop.domain.notebook import NOTHING, Outcome, Shown, Standing
from therapist_desktop.domain.phone import Phone
from therapist_desktop.domain.results import Card
from therapist_desktop.domain.taxonomy import Facet, Value
from therapist_desktop.services.qr import qr_code
from therapist_desktop.ui.listing.access import lines_of
from therapist_desktop.ui.listing.asks import Asks
from therapist_desktop.ui.listing.maker import Maker
from therapist_desktop.ui.listing.provenance import difference_in_words, differences_of, facts_of, sources
from therapist_desktop.ui.listing.tabs import Tab
from therapist_desktop.ui.panes.detail import DetailPane
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.badge import Badge
from therapist_desktop.ui.widgets.fact import Fact
from therapist_desktop.ui.widgets.qr_square import QUIET, QrSquare
from therapist_desktop.ui.widgets.value_chip import ValueChip
from therapist_desktop.ui.wording.outcomes import outcome_name


@pytest.fixture
def pane(qtbot: QtBot) -> DetailPane:
    return a_pane(qtbot)


def test_the_overview_says_how_to_get_in_even_where_nobody_wrote_it(pane: DetailPane) -> None:
    show(pane, CENTER, Tab.OVERVIEW)
    assert "Call (555)\u00a0555-0150 \u00b7 Intake and ask how a new client begins, and what to bring." in words_on(
        pane
    )
    assert "Openings unknown. Ask before you send anybody." in words_on(pane)
    show(pane, a_bare_listing(email="hello@example.org"), Tab.OVERVIEW)
    assert "Write to hello@example.org" in words_on(pane)


def test_why_it_matches_is_told_and_told_anew_when_the_search_has_changed(pane: DetailPane) -> None:
    reasons = ["Takes Medicaid"]
    pane.explain_with(lambda _id: reasons)
    show(pane, a_listing(), Tab.OVERVIEW)
    assert "Takes Medicaid" in words_on(pane)
    reasons[:] = []
    show(pane, a_listing(), Tab.OVERVIEW)
    assert "Why it matches this search" not in headings_on(pane)


def test_each_phone_has_its_kind_and_its_date(pane: DetailPane) -> None:
    phones = (
        Phone(number="5555550142", label="Intake line", verified_on=date(2026, 11, 3), source="Site list"),
        Phone(number="5555550143", type="fax"),
        Phone(number="5555550144", type="tty"),
        Phone(number="5555550145", type="text", keyword="HELP"),
    )
    show(pane, a_listing(phones=phones), Tab.CONTACT)
    facts = [fact.words for fact in pane.findChildren(Fact)]
    assert facts == [
        "Intake line \u00b7 Voice, Fresh \u00b7 checked 3 Nov 2026, 17 days ago \u00b7 Site list",
        "Fax \u00b7 no date given",
        "TTY for deaf and hard-of-hearing callers \u00b7 no date given",
        "Text HELP to this number \u00b7 no date given",
    ]


def test_a_code_is_asked_for_of_numbers_that_can_be_dialled_only(pane: DetailPane) -> None:
    heard = record(pane.code_requested)
    phones = (Phone(number="5555550143", type="fax"), Phone(raw="ask the county"))
    show(pane, a_listing(phones=phones), Tab.CONTACT)
    assert heard == []
    assert not pane.findChildren(QrSquare)
    show(pane, a_listing(phones=(*phones, Phone(number="5555550142", extension="3"))), Tab.CONTACT)
    assert heard == ["tel:+15555550142;ext=3"]


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_a_code_is_black_on_white_with_room_around_in_every_theme(qtbot: QtBot, scheme: str) -> None:
    pane = shown(qtbot, DetailPane(Appearance(scheme), lambda: TODAY), 344, 900)
    show(pane, a_listing(), Tab.CONTACT)
    code = qr_code("tel:+15555550142;ext=3")
    pane.show_code(qr_code("tel:+15555550143"))  # of another number, which came late
    square = pane.findChildren(QrSquare)[-1]
    assert square.code is None
    pane.show_code(code)
    assert "(555)\u00a0555-0142, then dial extension 3" in square.accessibleDescription()
    image = square.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    points = image.width() // (code.side + 2 * QUIET)
    for down in range(-QUIET, code.side + QUIET):
        for along in range(-QUIET, code.side + QUIET):
            inside = 0 <= down < code.side and 0 <= along < code.side
            dark = inside and code.squares[down][along]
            spot = QPoint((along + QUIET) * points + points // 2, (down + QUIET) * points + points // 2)
            assert image.pixelColor(spot).name() == ("#000000" if dark else "#ffffff"), (down, along)


def test_another_number_of_a_listing_gets_its_code(pane: DetailPane) -> None:
    phones = (Phone(number="5555550142"), Phone(number="5555550146", label="Billing"))
    show(pane, a_listing(phones=phones), Tab.CONTACT)
    heard = record(pane.code_requested)
    QTest.mouseClick(button(pane, "Show the QR code of 555-555-0146"), LEFT)
    assert heard == ["tel:+15555550146"]
    pane.show_code(qr_code("tel:+15555550146"))
    square = pane.findChildren(QrSquare)[-1]
    assert square.code is not None
    assert "(555)\u00a0555-0146" in square.accessibleDescription()


def test_a_chip_with_a_book_opens_the_page_and_finds_more_on_ctrl_enter(pane: DetailPane) -> None:
    show(pane, PRINTED, Tab.APPROACH)
    read, asked = record(pane.piece_requested), record(pane.filter_requested)
    emdr = chip(pane, "EMDR")
    assert not emdr.icon().isNull()
    assert "Read in the library: EMDR" in emdr.accessibleDescription()
    QTest.mouseClick(emdr, LEFT)
    QTest.keyClick(emdr, Qt.Key.Key_Return)
    assert read == ["topic:emdr", "topic:emdr"]
    QTest.keyClick(emdr, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == [Choice(Facet.APPROACH, "emdr")]
    menu = emdr.menu_of()
    assert [action.text() for action in menu.actions()] == ["Find more with this", "Read: EMDR"]
    menu.actions()[0].trigger()
    assert asked == [Choice(Facet.APPROACH, "emdr")] * 2


def test_a_chip_without_a_page_finds_more(pane: DetailPane) -> None:
    show(pane, PRINTED, Tab.APPROACH)
    asked = record(pane.filter_requested)
    depression = chip(pane, "Depression")
    assert depression.icon().isNull()
    QTest.mouseClick(depression, LEFT)
    assert asked == [Choice(Facet.SPECIALTY, "depression")]
    assert [action.text() for action in depression.menu_of().actions()] == ["Find more with this"]


def test_services_of_a_center_stand_under_their_plain_headings(pane: DetailPane) -> None:
    show(pane, CENTER, Tab.APPROACH)
    assert tabs_of(pane).buttons[3].text() == "Services"
    assert headings_on(pane) == ["Settings", "Services: Crisis and emergency", "Services: Medicines", "Programs"]
    show(pane, CENTER, Tab.FEES)
    assert "Payment help" in headings_on(pane)


def test_every_value_is_shown_however_many_there_are(pane: DetailPane) -> None:
    many = tuple(Value(Facet.SPECIALTY, f"s{n}", f"Value {n}") for n in range(40))
    show(pane, a_listing(values=many), Tab.APPROACH)
    assert [one.words for one in pane.findChildren(ValueChip)] == [value.label for value in many]
    assert headings_on(pane) == ["Specialties"]


def test_new_facts_have_their_place(pane: DetailPane) -> None:
    known = (
        *values(Facet.WHEN, "Evenings"),
        *values(Facet.ACCESS, "Wheelchair"),
        *values(Facet.IDENTITY, "Black"),
        *values(Facet.FAITH, "Christian"),
        *values(Facet.CLIENT_STATE, "New York"),
    )
    show(pane, a_listing(values=known), Tab.ACCESS)
    assert headings_on(pane) == [
        "Hours", "When", "Access", "Identity and culture", "Faith", "Licenses", "May see clients in", "Not known",
    ]  # fmt: skip
    assert "A session by video takes place where the client is." in words_on(pane)


def test_without_client_states_the_licences_speak_and_confirming_is_asked_for(pane: DetailPane) -> None:
    show(pane, a_listing(licenses=(License("LCSW", "1", "NY"), License("LCSW", "2", "NJ"))), Tab.ACCESS)
    assert "Known from the licence: NY, NJ" in words_on(pane)
    assert "Confirm it before the first one." in words_on(pane)


def test_articles_of_their_own_come_before_pages_on_what_they_treat(pane: DetailPane) -> None:
    show(pane, PRINTED, Tab.ARTICLES)
    read = record(pane.piece_requested)
    QTest.mouseClick(button(pane, "Panic disorder"), LEFT)
    assert read == ["topic:panic"]
    assert headings_on(pane) == ["Articles by this provider", "About what they treat"]
    show(pane, CENTER, Tab.ARTICLES)
    assert "The library has no article by this center." in words_on(pane)


def test_every_fact_that_can_age_is_in_the_table_of_sources() -> None:
    rows = facts_of(PRINTED)
    assert [row.field for row in rows] == [
        "The listing as a whole", "Openings", "Hours", "Fees", "Phone", "Phone", "Takes", "Takes", "Takes",
        "Licence",
    ]  # fmt: skip
    assert (rows[6].said, rows[6].source, rows[6].date) == ("Medicaid", "phone call", date(2026, 11, 3))


def test_a_difference_names_who_said_what_and_when() -> None:
    said = (Claim("phones", "(555) 555-0149", "Site list", "3 Nov 2026"), Claim("years_in_practice", "12"))
    first, second = map(difference_in_words, differences_of(replace(PRINTED, claims=said)))
    assert first == (
        "Site list of 3 Nov 2026 says about phone: (555) 555-0149",
        "This listing says: (555) 555-0142 ext. 3, (555) 555-0143",
    )
    assert second == ("Another source says about years in practice: 12", "")


def test_differences_come_first_among_the_sources(qapp: QApplication) -> None:
    claim = Claim("hours", "Mon to Fri 9 to 4", "Plan directory", "2026-06")
    sections = dict(sources(Maker(replace(PRINTED, claims=(claim,)), TODAY, Appearance("light"), Asks())))
    assert next(iter(sections)) == "Sources that differ"
    (fact,) = sections["Sources that differ"]
    assert fact.accessibleName() == (
        "Plan directory of Jun 2026 says about hours: Mon to Fri 9 to 4, "
        "This listing says: Mon to Fri 9 to 5, Tue until 8"
    )


def test_programs_of_the_same_house_open_from_the_overview(pane: DetailPane) -> None:
    def a_card(one: str, name: str, about: str) -> Card:
        return Card(1, one, Kind.CENTER, name, about, "", "", "", "", "", "", None, Freshness.NEVER)

    detox = a_card("samhsa:2", "Cedar Recovery", "Detox unit \u00b7 Residential")
    beside = (detox, a_card("samhsa:3", "Tide House", "Outpatient"))
    show(pane, replace(CENTER, same_site=beside), Tab.OVERVIEW)
    heard = record(pane.listing_requested)
    QTest.mouseClick(button(pane, "Detox unit"), LEFT)
    QTest.mouseClick(button(pane, "Tide House \u00b7 Outpatient"), LEFT)
    assert heard == ["samhsa:2", "samhsa:3"]
    assert "Also at this address" in headings_on(pane)


def test_without_a_notebook_nothing_can_be_noted_and_that_is_said(pane: DetailPane) -> None:
    show(pane, a_listing(), Tab.NOTES)
    assert "Your notebook is not open." in words_on(pane)
    assert not [one for one in pane.findChildren(QPushButton) if one.accessibleName() == "Mark"]


def test_marks_and_outcomes_are_told_of_and_asked_for(pane: DetailPane) -> None:
    pane.show_standing(NOTHING)
    show(pane, a_listing(), Tab.NOTES)
    assert "Not marked" in words_on(pane)
    assert "No call has been noted." in words_on(pane)
    marked: list[str] = []
    pane.mark_requested.connect(lambda: marked.append("mark"))
    ended = record(pane.outcome_requested)
    QTest.mouseClick(button(pane, "Mark"), LEFT)
    for name in map(outcome_name, Outcome):
        QTest.mouseClick(button(pane, name), LEFT)
    assert marked == ["mark"]
    assert ended == list(Outcome)


def test_a_button_may_change_what_it_stands_on(pane: DetailPane, qtbot: QtBot) -> None:
    stands = Standing(Shown("npi:1234567893", "provider", "Alex"), True, Outcome.WRONG_NUMBER, date(2026, 11, 19))
    pane.mark_requested.connect(lambda: pane.show_standing(stands))
    pane.show_standing(NOTHING)
    show(pane, a_listing(), Tab.NOTES)
    QTest.mouseClick(button(pane, "Mark"), LEFT)
    qtbot.waitUntil(lambda: pane.is_whole and "Marked for the shortlist" in words_on(pane))
    assert "Wrong number, 19 Nov 2026" in words_on(pane)
    assert "Wrong number, 19 Nov 2026" in [badge.words for badge in pane.findChildren(Badge) if badge.isVisible()]
    show(pane, a_listing(id="npi:2"), Tab.NOTES)
    assert "No call has been noted." in words_on(pane), "it was about the listing before"


def test_states_are_told_by_what_says_so() -> None:
    stated = (
        ClientState("ny", "license", "New York"),
        ClientState("nj", "license", ""),
        ClientState("ut", "compact:PSYPACT", "Utah"),
        ClientState("me", "address", "Maine"),
    )
    assert lines_of(stated) == (
        "By licence: New York, nj",
        "By compact PSYPACT, to be confirmed: Utah",
        "By the address of the practice, no licence is listed: Maine",
    )
