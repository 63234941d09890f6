"""What stands around the text of a page: dates, facts, languages, neighbours, the author, the contents."""

from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.reading_builders import BODY, TODAY, a_hotline_piece, a_piece
from tests.ui.arriving import arrive
from tests.ui.reading_by_hand import a_pane, press, read, words_on
from therapist_desktop.domain.library import Author, Medicine, PieceKind, Section, Translation
from therapist_desktop.domain.listing import PieceLink
from therapist_desktop.ui.dialogs.outside import OutsideDialog
from therapist_desktop.ui.panes.reader import ReaderPane
from therapist_desktop.ui.reading.portrait import Portrait, initials, picture_of
from therapist_desktop.ui.wording.page import age_warning, by_line, facts_of

MEDICINE = Medicine("Antidepressant", ("fluoxetine", "sertraline"), ("Prozac", "Zoloft"), ("depression",), "Doctors")
FORTY = "".join(f"<h2>Part {n}</h2><h3>Detail {n}</h3><p>{'Words of this part. ' * 30}</p>" for n in range(20))
SPANISH = Translation("es", "El v\u00ednculo", "<h2>Tres partes</h2><p>Dos personas.</p>", reviewed=date(2026, 1, 2))


@pytest.fixture
def pane(qtbot: QtBot) -> ReaderPane:
    return a_pane(qtbot)


def a_picture(wide: int, high: int, form: str = "PNG") -> bytes:
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, form.encode()).write(image)
    return bytes(data.data())


@pytest.mark.parametrize(
    ("reviewed", "medicine", "said"),
    [
        (None, None, None),
        (date(2026, 11, 1), None, None),
        (date(2024, 12, 1), None, None),
        (date(2024, 11, 1), None, "Reviewed 2 years ago."),
        (date(2023, 11, 1), None, "Reviewed 3 years ago."),
        (date(2025, 12, 1), MEDICINE, None),
        (date(2025, 11, 1), MEDICINE, "Reviewed 1 year ago."),
    ],
)
def test_an_old_page_says_so_and_a_page_on_medicines_sooner(
    reviewed: date | None, medicine: Medicine | None, said: str | None
) -> None:
    warning = age_warning(a_piece(reviewed=reviewed, medicine=medicine), TODAY)
    assert (warning and warning[0]) == said
    if warning and medicine:
        assert warning[1].startswith("Advice about medicines may be out of date.")


def test_news_are_of_their_day(qapp: object) -> None:
    assert age_warning(a_piece(kind=PieceKind.NEWS, reviewed=date(2001, 1, 1)), TODAY) is None


@pytest.mark.parametrize(
    ("grade", "said"), [(None, ""), (0, "reads at grade 1"), (8, "reads at grade 8"), (14, "reads at college level")]
)
def test_the_reading_grade_is_said_in_words(grade: int | None, said: str) -> None:
    line = by_line(a_piece(grade=grade))
    assert said in line
    assert ("reads at" in line) is bool(said)


def test_medicine_and_facts_stand_in_one_table(pane: ReaderPane) -> None:
    piece = a_piece(section=Section.MEDICATION, medicine=MEDICINE, facts=(("Hours", "always"), ("Odd", "one")))
    assert facts_of(piece) == (
        ("Class", "Antidepressant"),
        ("Generic names", "Fluoxetine, sertraline"),
        ("Brand names", "Prozac, Zoloft"),
        ("Used for", "Depression"),
        ("Prescribed by", "Doctors"),
        ("Hours", "Always"),
        ("Odd", "One"),
    )
    read(pane, piece)
    spoken = {label.accessibleName() for label in pane.page.findChildren(QLabel)}
    assert "Brand names: Prozac, Zoloft" in spoken


def test_what_to_say_aloud_is_larger_than_the_text(pane: ReaderPane) -> None:
    read(pane, a_piece(say="Most plans cover it. Let us look at your card."))
    said = next(one for one in pane.page.findChildren(QLabel) if one.text().startswith("Most plans"))
    assert said.fontInfo().pixelSize() > pane.browser.document().defaultFont().pixelSize()
    assert "SAY THIS" in words_on(pane.page)


def test_a_page_is_read_in_its_other_language_and_so_are_the_next(pane: ReaderPane) -> None:
    read(pane, a_piece(translations=(SPANISH,)))
    press(pane.page, "Espa\u00f1ol")
    arrive(pane)
    assert pane.shown is not None
    assert pane.shown.title == "El v\u00ednculo"
    assert pane.browser.toPlainText().startswith("Tres partes")
    assert pane.piece is not None
    assert pane.piece.title.startswith("Why the bond")
    read(pane, a_piece(id="article:plain"))
    assert pane.browser.toPlainText().startswith("Of everything")
    read(pane, a_piece(id="article:c", translations=(SPANISH,)))
    assert pane.browser.toPlainText().startswith("Tres partes")
    pane.read_in_other_language()
    arrive(pane)
    assert pane.browser.toPlainText().startswith("Of everything")


def test_words_are_looked_for_in_the_language_that_is_read(pane: ReaderPane) -> None:
    read(pane, a_piece(translations=(SPANISH,)))
    pane.open_find()
    pane.find_bar.field.setText("Dos")
    assert "Not on this page" in words_on(pane.find_bar)
    pane.read_in("es")
    arrive(pane)
    assert "1 of 1" in words_on(pane.find_bar)


def test_words_are_found_with_other_accents_and_quotes(pane: ReaderPane) -> None:
    read(pane, a_piece(body="<p>\U0001f600 A r\u00e9sum\u00e9 isn\u2019t a \u201cresume\u201d.</p>"))
    pane.open_find()
    pane.find_bar.field.setText("resume")
    assert "1 of 2" in words_on(pane.find_bar)
    pane.find_bar.field.setText("isn't")
    assert "1 of 1" in words_on(pane.find_bar)
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    assert pane.browser.textCursor().selectedText() == "isn\u2019t"


def test_the_foot_leads_to_the_pages_before_and_after(pane: ReaderPane) -> None:
    heard: list[str] = []
    pane.piece_requested.connect(heard.append)
    read(pane, a_piece(before=PieceLink("a:1", "One"), after=PieceLink("a:2", "Two & more")))
    press(pane.page, "Page before: One")
    press(pane.page, "Next page: Two & more")
    assert heard == ["a:1", "a:2"]


def test_the_side_names_the_pages_that_name_this_one(pane: ReaderPane) -> None:
    heard: list[str] = []
    pane.piece_requested.connect(heard.append)
    read(pane, a_hotline_piece(named_by=(PieceLink("topic:a", "Anxiety"),)))
    assert pane.side is not None
    assert "PAGES THAT NAME THIS ONE" in words_on(pane.side)
    press(pane.side, "Anxiety")
    assert heard == ["topic:a"]


def test_the_contents_follow_forty_headings_and_show_their_levels(pane: ReaderPane) -> None:
    read(pane, a_piece(body=FORTY))
    side = pane.side
    assert side is not None
    lefts = [line.mapTo(side, QPoint()).x() for line in side.contents[:4]]
    assert lefts[0] == lefts[2] < lefts[1] == lefts[3]
    pane.page.scroller.go_to_heading(35)
    QApplication.processEvents()
    current = side.contents[35]
    assert current.property("current")
    assert not current.visibleRegion().isEmpty()
    pane.page.scroller.go_to_top()
    QApplication.processEvents()
    assert not side.contents[0].visibleRegion().isEmpty()


def test_where_there_is_no_room_the_contents_are_a_menu_too(pane: ReaderPane) -> None:
    read(pane, a_piece(body=FORTY))
    assert pane.bar is not None
    assert not pane.bar.contents_button.isVisible()
    pane.resize(600, 500)
    QApplication.processEvents()
    assert pane.bar.contents_button.isVisible()
    actions = pane.bar.contents_menu.actions()
    assert len(actions) == 41
    actions[20].trigger()
    assert pane.place > 1_000
    pane.bar.contents_menu.aboutToShow.emit()
    assert [action.isChecked() for action in actions].index(True) == 20


def test_large_letters_send_the_contents_below_the_text(pane: ReaderPane) -> None:
    read(pane, a_piece(body=BODY))
    assert pane.bar is not None
    assert not pane.bar.contents_button.isVisible()
    pane.set_zoom(300)
    arrive(pane)
    QApplication.processEvents()
    assert pane.bar is not None
    assert pane.bar.contents_button.isVisible()


@pytest.mark.parametrize("form", ["PNG", "JPG"])
def test_a_portrait_is_shown_round(pane: ReaderPane, form: str) -> None:
    author = Author("Alex Sample, LCSW", portrait=a_picture(60, 40, form))
    read(pane, a_piece(author=author))
    (portrait,) = pane.findChildren(Portrait)
    assert portrait.has_picture
    image = portrait.pixmap().toImage()
    assert image.pixelColor(image.rect().center()).red() > 200
    assert image.pixelColor(0, 0).alpha() == 0
    assert portrait.accessibleName() == "Portrait of Alex Sample, LCSW"


@pytest.mark.parametrize(
    "data", [b"", b"no picture", a_picture(2_000, 2_000)[:80], b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_is_no_picture_is_not_shown(qapp: object, data: bytes) -> None:
    assert picture_of(data, 56) is None


def test_a_picture_out_of_all_bounds_is_not_even_read(qapp: object) -> None:
    assert picture_of(a_picture(1_001, 1_000), 56) is None
    assert picture_of(a_picture(40, 40, "BMP"), 56) is None
    assert picture_of(a_picture(900, 1_000), 56) is not None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Alex Sample, LCSW", "AS"),
        ("Ana Maria de la Cruz", "AC"),
        ("Cher", "C"),
        ("", ""),
        ("\u00c9lise 2nd", "\u00c9"),
    ],
)
def test_initials_stand_in_for_a_portrait(name: str, said: str) -> None:
    assert initials(name) == said


@pytest.mark.parametrize(
    ("address", "careful"),
    [
        ("https://www.example.org/a", False),
        ("https://ex\u0430mple.org/", True),
        ("https://xn--e1afmkfd.example/", True),
        ("https://192.0.2.7/a", True),
        ("https://[2001:db8::1]/", True),
        ("mailto:desk@example.org", False),
    ],
)
def test_an_odd_host_is_warned_of(qtbot: QtBot, address: str, careful: bool) -> None:
    dialog = OutsideDialog(address)
    qtbot.addWidget(dialog)
    assert ("Careful" in words_on(dialog)) is careful
