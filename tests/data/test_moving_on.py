"""A catalogue may be moved, and asked by several threads, while answers are still in use."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.made import TODAY, a_center, build, catalogue, crowd, whole
from therapist_desktop.domain.filters import Choice, Filters
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.catalogue import Catalogue


def test_another_release_of_the_same_number_never_lends_its_rows(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    first, _ = build(tmp_path / "one", whole([a_center(1, name="A house"), a_center(2, name="B house")]), number=1)
    second, _ = build(tmp_path / "other", whole([a_center(2, name="B house"), a_center(3, name="C house")]), number=1)
    opened = Catalogue(first)
    for filters in (Filters(), Filters(words="house")):
        opened.move_to(first)
        results = opened.search(filters, TODAY)
        assert [card.id for card in opened.page(results, 0, 9, TODAY)] == ["test:c1", "test:c2"]
        opened.move_to(second)
        assert opened.page(results, 0, 9, TODAY) == ()
        assert opened.position(results, "test:c2") is None


@pytest.mark.parametrize("band", ["fresh", "ageing", "stale", "never"])
def test_the_same_release_loaded_anew_goes_on_giving_rows(tmp_path: Path, band: str) -> None:
    opened = catalogue(tmp_path, whole(crowd(200)))
    results = opened.search(Filters(chosen=frozenset({Choice(Facet.VERIFIED, band)})), TODAY)
    before = opened.page(results, 0, 20, TODAY)
    opened.move_to(tmp_path / "catalogue.sqlite")
    assert opened.page(results, 0, 20, TODAY) == before
    assert before


def test_many_readers_at_once_get_the_answers_of_one(tmp_path: Path) -> None:
    opened = catalogue(tmp_path, whole(crowd(300)))
    words = [word[:length] for word in ("anxiety", "depression", "english", "spanish", "emdr", "trauma", "medicaid",
                                        "outpatient", "telehealth", "waitlist", "jersey", "manic", "cognitive")
             for length in range(1, len(word) + 1)]  # fmt: skip
    alone = {word: opened.search(Filters(words=word), TODAY).total for word in words}
    assert len(alone) > 64

    def ask(word: str) -> tuple[str, int, int]:
        results = opened.search(Filters(words=word), TODAY)
        return word, results.total, len(opened.page(results, 0, 9, TODAY))

    with ThreadPoolExecutor(6) as readers:
        answers = list(readers.map(ask, words * 8))
    assert all(total == alone[word] and rows == min(9, total) for word, total, rows in answers)
