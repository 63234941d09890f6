"""Hand-outs on paper, looked at in the PDF itself."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from therapist_desktop.domain.handout import Handout, PaperLook
from therapist_desktop.domain.library import Medicine, Piece, PieceKind, Reference, Section, Translation
from therapist_desktop.domain.phone import Phone
from therapist_desktop.domain.release import Release
from therapist_desktop.ui.paper.printing import pdf_of
from therapist_desktop.ui.paper.sheet import Sheet, picture_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TODAY = date(2026, 11, 24)
CLINIC = ("Riverside Counseling", "12 Mill Street", "555-0142")


def release() -> Release:
    return Release(42, datetime(2026, 11, 20, tzinfo=UTC), "County directory", "The county")


def topic(name: str = "Sleep", paragraphs: int = 6, **more: Any) -> Piece:
    body = "<h2>Signs</h2>" + "<p>Most people sleep badly now and then, and it passes. </p>" * paragraphs
    usual = Piece(
        id=f"topic:{name.lower()}",
        kind=PieceKind.TOPIC,
        section=Section.DISORDER,
        title=name,
        body=body,
        reviewed=date(2026, 10, 1),
        grade=6,
        crisis=True,
        references=(Reference("The sleep agency. Sleep.", "https://example.org/sleep"),),
    )
    return replace(usual, **more)


def sheet_of(*pieces: Piece, look: PaperLook | None = None, title: str = "") -> Sheet:
    sheet = Sheet(Handout(tuple(one.id for one in pieces), title, look or PaperLook(CLINIC)), pieces, release(), TODAY)
    for _ in sheet.lay_out():
        pass
    return sheet


def pages_of(sheet: Sheet) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in _pdf(sheet).pages]


def _pdf(sheet: Sheet) -> PdfReader:
    return PdfReader(io.BytesIO(pdf_of(sheet)))


@pytest.mark.usefixtures("qapp")
class TestThePdf:
    def test_it_has_its_title_and_its_text(self) -> None:
        pdf = _pdf(sheet_of(topic()))
        assert pdf.metadata is not None
        assert pdf.metadata.title == "Sleep"
        text = pdf.pages[0].extract_text()
        assert "Most people sleep badly now and then" in " ".join(text.split())

    def test_every_page_has_letterhead_disclaimer_release_and_its_number(self) -> None:
        pages = pages_of(sheet_of(topic(paragraphs=160)))
        assert len(pages) > 2
        for number, page in enumerate(pages, start=1):
            assert page.count("Riverside Counseling") == 1
            assert "12 Mill Street" in page
            assert "It does not replace the advice of a clinician" in page
            assert "In a crisis, call or text 988" in page
            assert "County directory, release 42 of 20 Nov 2026" in page
            assert "Printed 24 Nov 2026" in page
            assert f"Page {number} of {len(pages)}" in page

    def test_no_line_of_the_text_is_lost_or_doubled_at_the_turn_of_a_page(self) -> None:
        body = "".join(f"<p>Line number {n} of the text.</p>" for n in range(1, 201))
        text = " ".join(pages_of(sheet_of(topic(body=body))))
        for n in range(1, 201):
            assert text.count(f"Line number {n} of the text.") == 1

    def test_what_was_reviewed_when_and_how_hard_it_is_stands_below_the_title(self) -> None:
        [page] = pages_of(sheet_of(topic()))
        assert "Last reviewed 1 Oct 2026" in page
        assert "Reads at about school grade 6" in page

    def test_sources_are_there_unless_they_are_not_wanted(self) -> None:
        [page] = pages_of(sheet_of(topic()))
        assert "The sleep agency. Sleep. https://example.org/sleep" in page
        [page] = pages_of(sheet_of(topic(), look=PaperLook(has_references=False)))
        assert "The sleep agency" not in page

    def test_links_become_words_and_outside_ones_say_where_they_go(self) -> None:
        body = '<p>See <a href="topic:grief">grief</a> and <a href="https://example.org/help">this page</a>.</p>'
        [page] = pages_of(sheet_of(topic(body=body)))
        assert "See grief and this page (example.org/help)." in page

    def test_several_begin_each_on_a_page_of_their_own(self) -> None:
        pages = pages_of(sheet_of(topic(), topic("Grief"), title="For you"))
        assert len(pages) == 2
        assert "For you In this hand-out" in pages[0]
        assert "Grief Last reviewed" in pages[1]

    def test_large_print_has_letters_of_18_points(self) -> None:
        sizes: list[int] = []

        def look(text: str, scale: list[float], _matrix: object, _font: object, size: float) -> None:
            if "badly" in text:
                sizes.append(round(size * scale[0]))

        for large in (False, True):
            _pdf(sheet_of(topic(paragraphs=1), look=PaperLook(is_large=large))).pages[0].extract_text(visitor_text=look)
        assert sizes == [11, 18]

    @pytest.mark.parametrize(("paper", "width"), [("letter", 612), ("a4", 595)])
    def test_it_has_the_size_of_the_paper(self, paper: str, width: int) -> None:
        pdf = _pdf(sheet_of(topic(), look=PaperLook(paper=paper)))
        assert round(float(pdf.pages[0].mediabox.width)) == width

    def test_numbers_of_a_hotline_are_large_and_whole(self) -> None:
        phones = (Phone("988", label="Call"), Phone("741741", type="text", keyword="HOME"))
        line = topic("988 Lifeline", 1, id="hotline:988", kind=PieceKind.HOTLINE, phones=phones)
        [page] = pages_of(sheet_of(line))
        assert "988 Call" in page
        assert "741741 Text the word HOME" in page

    def test_a_medicine_has_its_names(self) -> None:
        medicine = Medicine("SSRI", ("sertraline",), ("Zoloft",), ("depression",), "Doctors")
        [page] = pages_of(sheet_of(topic("Sertraline", 2, medicine=medicine)))
        assert "Class SSRI" in page
        assert "Brand names Zoloft" in page


@pytest.mark.usefixtures("qapp")
class TestSpanish:
    LOOK = PaperLook(CLINIC, language="es")

    def test_paper_and_page_are_spanish(self) -> None:
        spanish = Translation("es", "El sueño", "<p>Casi todos duermen mal a veces.</p>", reviewed=date(2026, 11, 1))
        [page] = pages_of(sheet_of(topic(translations=(spanish,)), look=self.LOOK))
        assert page.count("El sueño") == 1
        assert "Casi todos duermen mal" in page
        assert "Última revisión: 1 nov 2026" in page
        assert "llame al 988 y oprima 2" in page
        assert "Página 1 de 1" in page

    def test_a_page_without_a_translation_says_so(self) -> None:
        [page] = pages_of(sheet_of(topic(), look=self.LOOK))
        assert "Esta página solo está disponible en inglés." in page


def test_a_heading_never_stands_alone_at_the_foot_of_a_page(qapp: QApplication) -> None:
    for above in range(20, 60):
        body = "<p>One line.</p>" * above + "<h2>Heading</h2><p>Text below it.</p>"
        pages = pages_of(sheet_of(topic(body=body, references=(), crisis=False)))
        assert any("Heading Text below it." in page for page in pages), above


def test_the_screen_shows_what_the_paper_will(qapp: QApplication) -> None:
    sheet = sheet_of(topic())
    picture = picture_of(sheet, 0, 400)
    dark = sum(picture.pixelColor(x, y).lightness() < 128 for x in range(0, 400, 2) for y in range(0, 500, 2))
    assert picture.width() / picture.height() == pytest.approx(8.5 / 11, rel=0.01)
    assert dark > 100


@pytest.mark.parametrize("paragraphs", range(20, 60, 4))
def test_room_for_notes_is_never_torn_apart(qapp: QApplication, paragraphs: int) -> None:
    look = PaperLook(CLINIC)
    without = pages_of(sheet_of(topic(paragraphs=paragraphs), look=look))
    pages = pages_of(sheet_of(topic(paragraphs=paragraphs), look=look._replace(has_room_for_notes=True)))
    assert len(pages) - len(without) in {0, 1}
    assert ["Notes" in page for page in pages] == [*[False] * (len(pages) - 1), True]
