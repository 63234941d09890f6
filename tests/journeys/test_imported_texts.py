"""Texts of others in the window: imported, released, synced, searched for, opened and read.

The real ones are no part of the project. Where they lie beside the checkout (in ../shared) they are read, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import made
from tests.journeys.desks import Desk, desk_at
from tests.publishing.test_texts import ARTICLES, DRUG, MAREA, MEDLINE, TIDE, xml
from tests.services.machines import Machine
from tests.services.repositories import Repository
from therapist_desktop.publishing import work
from therapist_desktop.publishing.texts.importing import import_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

REAL = ARTICLES.is_file() and MEDLINE.is_dir()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a machine that has synced a release with the texts."""
    top = tmp_path_factory.mktemp("texts")
    import_texts("medlineplus", [xml(top, TIDE, DRUG, MAREA)], top / "own")
    if REAL:
        import_texts("articles", [ARTICLES], top / "real")
        import_texts("medlineplus", [*MEDLINE.glob("mplus*.xml")], top / "real")
    folders = [top / "own", *([top / "real"] if REAL else [])]
    county = Repository(top / "county")
    county.publish(42, made.whole([*made.crowd(20), *(one.text for each in folders for one in work.entries(each))]))
    Machine(top / "machine").install(county)
    return top / "machine"


@pytest.fixture
def reading(folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    with desk_at(folder, qapp, qtbot) as desk:
        yield desk


def read(desk: Desk, words: str, title: str) -> str:
    """Name a page in the search box; its text, once it stands in the reader."""
    desk.press("Ctrl+K")
    desk.type(words)
    reader = desk.window.reader
    desk.press("Return")
    desk.until(lambda: reader.piece is not None and reader.piece.title == title and reader.is_whole)
    return reader.browser.toPlainText()


def test_a_topic_is_found_by_another_of_its_names(reading: Desk) -> None:
    assert "The water goes out. See medicine." in read(reading, "Low tide", "Low tide")


@pytest.mark.skipif(not REAL, reason="the real texts do not lie beside this checkout")
@pytest.mark.parametrize(
    ("words", "title", "inside"),
    [
        ("Abdominal Pain", "Abdominal Pain", "Your abdomen extends from below your chest to your groin."),
        ("What happens next?", "What happens next?", "receives a clinical assessment"),
        ("Medications used in treatment", "Medications used in treatment", "FDA-approved"),
    ],
)
def test_a_real_text_is_found_and_read(reading: Desk, words: str, title: str, inside: str) -> None:
    assert inside in read(reading, words, title)
