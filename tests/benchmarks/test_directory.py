"""The directory that is measured is whole, in order, and made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.directory import TODAY, Directory, directory_of, made_whole
from benchmarks.indexed import indexed
from tests.benchmarks.conftest import ROWS
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.text import fold
from therapist_desktop.services.catalogue import Catalogue

if TYPE_CHECKING:
    from pathlib import Path


def test_it_holds_so_many_listings_by_name(directory: Directory) -> None:
    names = [fold(one.name) for one in directory.providers()]
    assert len(names) == ROWS
    assert names == sorted(names)
    assert Catalogue(directory.catalogue).search(Filters()).total == ROWS


def test_what_was_made_is_kept(directory: Directory) -> None:
    made = directory.catalogue.stat()
    again = directory_of(ROWS, directory.folder.parent)
    assert again == directory
    assert again.catalogue.stat() == made


def test_another_one_takes_the_place_of_an_old_one(tmp_path: Path) -> None:
    (tmp_path / "3-outdated").mkdir()
    made = directory_of(3, tmp_path)
    assert list(tmp_path.iterdir()) == [made.folder]


def test_half_a_folder_is_none(tmp_path: Path) -> None:
    def fail_in_the_middle() -> None:
        with made_whole(tmp_path / "made") as folder:
            (folder / "part").write_text("half")
            raise KeyError

    with pytest.raises(KeyError):
        fail_in_the_middle()
    assert list(tmp_path.iterdir()) == []


def test_peers_index_the_words_and_values_that_we_find(directory: Directory) -> None:
    documents = list(indexed(directory))
    results = Catalogue(directory.catalogue).search(Filters(words="depression"), TODAY)
    there = {one.row for one in documents if any(word.startswith("depression") for word in one.words)}
    assert there == set(results.rows)
    for facet, values in results.counts.items():
        for value, count in values.items():
            rows = (one for one in documents if one.row in there and value in one.values.get(facet, ()))
            assert (facet, value, sum(1 for _ in rows)) == (facet, value, count)
