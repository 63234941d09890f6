"""The library that is delivered holds as much as was promised, counted from its files."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.publishing.conftest import RESOURCES
from therapist_desktop.data.datafile.library import HotlineRecord, PageRecord, Topic
from therapist_desktop.publishing.library import Loaded, read_library

PROMISED = {
    "disorder": 40,
    "approach": 35,
    "medication": 25,
    "about-therapy and article": 12,
    "term": 300,
    "hotline": 20,
    "support_group": 25,
    "book": 40,
    "website": 40,
    "faq": 25,
}
IN_SPANISH = 20


@pytest.fixture(scope="module")
def loaded() -> tuple[Loaded, ...]:
    return read_library(RESOURCES / "library")


@pytest.mark.parametrize("kind", PROMISED)
def test_there_is_as_much_as_promised(kind: str, loaded: tuple[Loaded, ...]) -> None:
    held = Counter(one.piece.section if isinstance(one.piece, Topic) else one.file.parent.name for one in loaded)
    assert sum(held[part] for part in kind.split(" and ")) >= PROMISED[kind]


def test_every_hotline_and_the_most_needed_pages_are_there_in_spanish(loaded: tuple[Loaded, ...]) -> None:
    hotlines = [one.piece for one in loaded if isinstance(one.piece, HotlineRecord)]
    assert [one.id for one in hotlines if not (one.title_es and one.what_for_es)] == []
    pages = [one.piece for one in loaded if isinstance(one.piece, PageRecord)]
    translated = [one for one in pages if any(text.language == "es" for text in one.translations)]
    assert len(translated) >= IN_SPANISH
