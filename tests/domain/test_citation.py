"""Each kind of page is cited as it should be; of a book, the book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from therapist_desktop.domain.citation import Cited, Style, author_of, citation
from therapist_desktop.domain.library import Author, Piece, PieceKind, Section

CITED = Cited("County Clinics", "therapist-desktop:piece/topic:grief", date(2026, 11, 24), 42)
TOPIC = Piece("topic:grief", PieceKind.TOPIC, Section.DISORDER, "Grief", reviewed=date(2026, 10, 2))
ARTICLE = Piece(
    "article:alliance",
    PieceKind.ARTICLE,
    Section.ARTICLE,
    "The therapeutic alliance",
    author=Author("Jane Q. Sample, Ph.D."),
    updated=date(2026, 3, 9),
)
BOOK = Piece(
    "book:mood",
    PieceKind.BOOK,
    Section.BOOK,
    "Mind Over Mood",
    facts=(("By", "Dennis Sample, Christine A. Sample"), ("Publisher", "Sample Press"), ("Year", "2015")),
)


def test_an_article_with_an_author() -> None:
    cited = CITED._replace(link="therapist-desktop:piece/article:alliance")
    assert citation(ARTICLE, cited, Style.APA) == (
        "Sample, J. Q. (2026, March 9). The therapeutic alliance. County Clinics. "
        "Retrieved November 24, 2026, from therapist-desktop:piece/article:alliance"
    )
    assert citation(ARTICLE, cited, Style.PLAIN) == (
        "Jane Q. Sample, Ph.D. The therapeutic alliance. Updated March 9, 2026. County Clinics, release 42. "
        "Retrieved November 24, 2026. therapist-desktop:piece/article:alliance"
    )


def test_a_topic_is_by_who_published_it() -> None:
    assert citation(TOPIC, CITED, Style.APA) == (
        "County Clinics. (2026, October 2). Grief. "
        "Retrieved November 24, 2026, from therapist-desktop:piece/topic:grief"
    )
    assert citation(TOPIC, CITED, Style.PLAIN) == (
        "Grief. Reviewed October 2, 2026. County Clinics, release 42. "
        "Retrieved November 24, 2026. therapist-desktop:piece/topic:grief"
    )


def test_without_day_and_publisher() -> None:
    bare = replace(TOPIC, reviewed=None)
    apa = citation(bare, CITED._replace(publisher=""), Style.APA)
    assert apa.startswith("Grief. (n.d.). Retrieved")
    assert citation(bare, CITED._replace(publisher="", release=0), Style.PLAIN).startswith("Grief. Retrieved")


def test_a_term_says_that_it_is_one() -> None:
    term = replace(TOPIC, kind=PieceKind.TERM, section=Section.TERM, title="Rapport")
    assert "Rapport. [Dictionary entry]. Retrieved" in citation(term, CITED, Style.APA)


def test_a_book_is_cited_itself() -> None:
    assert citation(BOOK, CITED, Style.APA) == "Sample, D., & Sample, C. A. (2015). Mind Over Mood. Sample Press."
    with_isbn = replace(BOOK, facts=(*BOOK.facts, ("ISBN", "9780000000002")))
    assert citation(with_isbn, CITED, Style.PLAIN) == (
        "Dennis Sample, Christine A. Sample. Mind Over Mood. Sample Press, 2015. ISBN 9780000000002."
    )
    assert citation(replace(BOOK, facts=()), CITED, Style.APA) == "Mind Over Mood. (n.d.)."


def test_a_web_site_is_by_its_owner_and_has_its_own_address() -> None:
    site = Piece(
        "website:x",
        PieceKind.WEBSITE,
        Section.WEBSITE,
        "Sample Institute",
        url="https://example.org",
        facts=(("Publisher", "Sample Government"),),
    )
    assert citation(site, CITED, Style.APA) == (
        "Sample Government. (n.d.). Sample Institute. [Web site]. County Clinics. "
        "Retrieved November 24, 2026, from https://example.org"
    )


@pytest.mark.parametrize("kind", list(PieceKind))
@pytest.mark.parametrize("style", list(Style))
def test_every_kind_is_one_tidy_line(kind: PieceKind, style: Style) -> None:
    line = citation(replace(TOPIC, kind=kind, title="Is this  a\nquestion?"), CITED, style)
    assert "Is this a question?" in line
    assert not {"\n", "  ", "..", "?.", "()", "None"} & {
        line[at : at + n] for n in (1, 2, 4) for at in range(len(line))
    }


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Jane Q. Sample", "Sample, J. Q."),
        ("Jean-Luc Sample, PsyD", "Sample, J.-L."),
        ("Ludwig van der Sample", "van der Sample, L."),
        ("Sample, Jane", "Sample, J."),
        ("Jane Sample, LCSW, Ph.D.", "Sample, J."),
        ("Samplers", "Samplers"),
        ("", ""),
    ],
)
def test_a_name_as_apa_writes_it(name: str, written: str) -> None:
    assert author_of(name) == written
