"""No text in the search box ends in anything but an answer."""

from collections.abc import Iterable

import pytest

from tests.hostile import BLNS, PATHOLOGICAL, naughty, random_texts
from tests.made import TODAY, catalogue, crowd, whole
from therapist_desktop.domain.filters import Filters
from therapist_desktop.services.catalogue import Catalogue

SIZE = 300


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue(tmp_path_factory.mktemp("crowd"), whole(crowd(SIZE)))


def ask_all(where: Catalogue, texts: Iterable[str]) -> int:
    """Ask for each text and look at the first rows of each answer. Returns how many answers held any."""
    found = 0
    for text in texts:
        results = where.search(Filters(words=text), TODAY)
        cards = where.page(results, 0, 20, TODAY)
        assert len(cards) == min(20, results.total) <= SIZE
        assert all(len(remark.sentence) < 300 for remark in results.remarks)
        for suggestion in results.suggestions:
            where.search(suggestion.filters, TODAY)
        found += bool(cards)
    return found


def test_random_texts_are_answered(crowded: Catalogue) -> None:
    assert ask_all(crowded, random_texts(10_000)) > 100


def test_pathological_texts_are_answered(crowded: Catalogue) -> None:
    assert ask_all(crowded, PATHOLOGICAL) >= 1


@pytest.mark.skipif(not BLNS.is_file(), reason="the list does not lie beside this checkout")
def test_naughty_strings_are_answered(crowded: Catalogue) -> None:
    strings = naughty()
    assert len(strings) > 400
    assert ask_all(crowded, strings) > 10
