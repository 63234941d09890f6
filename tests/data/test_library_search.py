"""The library is found by what people say, and its dictionary by words as they stand in a text."""

from pathlib import Path

import pytest

from tests.made import catalogue, taxonomy
from therapist_desktop.data.datafile.fields import PhoneNumber
from therapist_desktop.data.datafile.library import (
    Article,
    Book,
    By,
    Medicine,
    SupportGroup,
    Term,
    Topic,
    Translation,
    Website,
)
from therapist_desktop.domain.library import Section
from therapist_desktop.domain.piece_facts import ArticleFacts, BookFacts, GroupFacts, MedicineFacts, SiteFacts
from therapist_desktop.services.catalogue import Catalogue


def _topic(name: str, title: str, text: str, **given: object) -> Topic:
    return Topic(**{"id": f"topic:{name}", "section": "disorder", "title": title, "body": f"<p>{text}</p>"} | given)  # type: ignore[arg-type]


PIECES = (
    _topic("anxiety", "Anxiety", "Worry that stays. Breathing helps."),
    _topic("panic", "Panic attacks", "Sudden fear, often with anxiety.", also_called=("panic disorder",)),
    _topic(
        "sertraline",
        "Sertraline",
        "For low mood and for panic.",
        section="medication",
        medicine=Medicine(drug_class="SSRI", generics=("sertraline",), brands=("Zoloft",), used_for=("Depression",)),
    ),
    _topic(
        "grief",
        "Grief",
        "Losing somebody hurts.",
        translations=(Translation(language="es", title="Duelo", body="<p>La tristeza profunda.</p>"),),
    ),
    Article(
        id="article:worry",
        title="Living with worry",
        body="<p>Anxiety comes and goes.</p>",
        author=By(name="A. Sample"),
    ),
    Term(
        id="term:panic-attack",
        title="Panic attack",
        definition="A sudden wave of fear.",
        also_called=("attack of panic",),
    ),
    Term(id="term:rumination", title="Rumination", definition="Going over the same thoughts."),
    Book(id="book:one", title="Feeling fine", authors=("B. Sample",), year=1999, level="professional"),
    Website(id="website:one", title="A site", url="https://example.org", publisher="Sample House"),
    SupportGroup(
        id="support_group:one",
        title="Evening group",
        topic="Grief",
        meeting="in person and online",
        phones=(PhoneNumber(number="5555550142"),),
    ),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder: Path = tmp_path_factory.mktemp("library")
    return catalogue(folder, [*taxonomy(), *PIECES])


def _found(library: Catalogue, words: str) -> list[str]:
    return [card.id for card in library.hits(words).cards]


def test_a_title_stands_before_another_name_and_that_before_the_text(library: Catalogue) -> None:
    assert _found(library, "panic attack")[:2] == ["term:panic-attack", "topic:panic"]
    assert _found(library, "panic disorder")[0] == "topic:panic"
    assert _found(library, "anxiety")[0] == "topic:anxiety"
    assert set(_found(library, "anxiety")) == {"topic:anxiety", "topic:panic", "article:worry"}


def test_callers_words_lead_to_what_they_mean(library: Catalogue) -> None:
    assert "topic:anxiety" in _found(library, "anxious")
    assert "topic:anxiety" in _found(library, "I am anxious")


@pytest.mark.parametrize(
    ("words", "piece"),
    [
        ("zoloft", "topic:sertraline"),
        ("attacks of panic", "term:panic-attack"),
        ("griefs", "topic:grief"),
        ("ruminating", "term:rumination"),
        ("tristeza", "topic:grief"),
        ("duelo", "topic:grief"),
        ('"wave of fear"', "term:panic-attack"),
        ("what is grief", "topic:grief"),
        ("rumi", "term:rumination"),
    ],
)
def test_other_forms_and_languages_find(library: Catalogue, words: str, piece: str) -> None:
    assert _found(library, words)[0] == piece


def test_phrases_are_whole_and_what_is_left_out_is_left_out(library: Catalogue) -> None:
    assert _found(library, '"fear of wave"') == []
    assert "topic:panic" not in _found(library, "anxiety -panic")


def test_counts_by_section_are_of_everything_that_was_found(library: Catalogue) -> None:
    every = library.hits("panic")
    assert every.sections == {Section.DISORDER: 1, Section.MEDICATION: 1, Section.TERM: 1}
    narrowed = library.hits("panic", Section.TERM)
    assert [card.id for card in narrowed.cards] == ["term:panic-attack"]
    assert (narrowed.total, narrowed.sections) == (1, every.sections)


def test_pages_follow_each_other(library: Catalogue) -> None:
    whole = _found(library, "anxiety")
    pages = [library.hits("anxiety", limit=1, offset=place).cards[0].id for place in range(len(whole))]
    assert pages == whole


def test_only_a_word_that_stands_nowhere_is_mended(library: Catalogue) -> None:
    assert library.hits("anxeity breathing").meant == "anxiety breathing"
    assert library.hits("anxiety").meant == ""
    assert library.hits("qqqqqq").meant == ""
    assert library.hits("grief breathing").meant == ""


@pytest.mark.parametrize(
    "words", ["", "  ", '"', "*", 'a" OR "b', "NEAR(", "-", "-panic", "title:x", "^", "\x00", "x" * 900]
)
def test_nothing_that_is_typed_breaks_it(library: Catalogue, words: str) -> None:
    library.hits(words)
    library.define(words)


def test_what_a_list_says_beside_the_title(library: Catalogue) -> None:
    facts = {card.id: card.facts for card in library.pieces()}
    assert facts["article:worry"] == ArticleFacts("A. Sample")
    assert facts["topic:sertraline"] == MedicineFacts("SSRI", ("sertraline",), ("Zoloft",), ("Depression",))
    assert facts["book:one"] == BookFacts(("B. Sample",), 1999, "", "", "professional")
    assert facts["website:one"] == SiteFacts("https://example.org", "Sample House")
    assert facts["topic:anxiety"] is None
    group = facts["support_group:one"]
    assert isinstance(group, GroupFacts)
    assert (group.formats, group.phones[0].shown) == (("in-person", "online"), "(555) 555-0142")


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("Rumination", "term:rumination"),
        ("panic attacks", "term:panic-attack"),
        ("Attack of Panic!", "term:panic-attack"),
        ("a panic attack happened", "term:panic-attack"),
        ("Zoloft", "topic:sertraline"),
        ("ruminetion", "term:rumination"),
    ],
)
def test_a_word_is_looked_up_as_it_stands_in_a_text(library: Catalogue, words: str, entry: str) -> None:
    found = library.define(words)
    assert found.entry is not None
    assert found.entry.id == entry
    assert found.text


def test_no_entry_is_said_so_with_what_is_near(library: Catalogue) -> None:
    found = library.define("grif")
    assert found.entry is None or found.entry.id == "topic:grief"
    assert library.define("xylophone").entry is None
    assert library.define("   ").entry is None
