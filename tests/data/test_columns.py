"""Columns of more rows than are worked on at once, against plain Python."""

import sqlite3
from array import array
from collections.abc import Sequence
from random import Random

import numpy as np
import pytest

from tests.made import TODAY
from therapist_desktop.data.reading.columns import BLOCK, Columns, Rows, bitmap, numbers, taken
from therapist_desktop.data.reading.ordering import DayOrder

SIZE = 2 * BLOCK + 4321
MANY, HALF, FEW = 0.9, 0.4, 0.001
SHARES = (1.0, MANY, HALF, FEW, 0.0)


def stored(**columns: Sequence[int]) -> sqlite3.Connection:
    """A file with these columns of numbers."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE col (name TEXT, data BLOB)")
    packed = [(name.replace("_", "-"), array("i", numbers_there).tobytes()) for name, numbers_there in columns.items()]
    connection.executemany("INSERT INTO col VALUES (?, ?)", packed)
    return connection


@pytest.fixture(scope="module")
def order() -> DayOrder:
    """Rows that were verified on many days, and a third of them never."""
    chance = Random(4)
    rows = [*range(SIZE)]
    chance.shuffle(rows)
    days = sorted((TODAY.toordinal() - chance.randrange(1000) for _ in range(400)), reverse=True)
    ends = sorted(chance.sample(range(1, 2 * SIZE // 3), 399))
    return DayOrder(
        stored(newest_rows=rows, newest_days=[*dict.fromkeys(days), 0], newest_ends=[*ends[: len(set(days))], SIZE]),
        TODAY,
    )


def some(share: float) -> list[int]:
    """So many of the rows, ascending."""
    chance = Random(share)
    return [row for row in range(SIZE) if chance.random() < share]


def test_what_a_column_has_is_taken_from_all_its_blocks() -> None:
    column = np.arange(SIZE, dtype=np.uint16)[::-1]
    places = np.array(some(MANY), dtype=np.uint32)
    assert taken(column, places).tolist() == [(SIZE - 1 - place) % (1 << 16) for place in places.tolist()]
    with pytest.raises(IndexError):
        taken(column, np.array([SIZE], dtype=np.uint32))


@pytest.mark.parametrize("share", SHARES)
def test_rows_come_in_turn(order: DayOrder, share: float) -> None:
    rows, turns = some(share), [*order.everyone()]
    assert sorted(turns) == [*range(SIZE)]
    wanted = set(rows)
    in_turn = [row for row in turns if row in wanted]
    found = bitmap(np.array(rows, dtype=np.uint32))
    into = np.empty(len(rows), dtype=np.uint32)
    order.in_turn(found, into)
    assert into.tolist() == in_turn
    for most in (1, 4, SIZE):
        assert order.first_of(found, most).tolist() == in_turn[:most]


@pytest.mark.parametrize("share", SHARES)
def test_rows_come_by_weight_and_equals_in_turn(order: DayOrder, share: float) -> None:
    everyone = order.everyone()
    rows = some(share)
    weights = [(row * 7919) % 5 for row in rows]
    weight_of = np.zeros(SIZE, dtype=np.uint32)
    weight_of[rows] = weights
    band = dict(zip(range(SIZE), order.bands_of(np.arange(SIZE, dtype=np.uint32)).tolist(), strict=True))
    by_weight = sorted(zip(weights, map(everyone.index, rows), rows, strict=True))

    def weigh(rows: Rows) -> Rows:
        return weight_of[rows]

    found = bitmap(np.array(rows, dtype=np.uint32))
    into = np.empty(len(rows), dtype=np.uint32)
    order.lightest_first(found, weigh, into)
    assert into.tolist() == [row for _, _, row in by_weight]
    by_band = sorted((band[row], weight, turn, row) for weight, turn, row in by_weight)
    order.fresh_then_near(found, weigh, into)
    assert into.tolist() == [row for _, _, _, row in by_band]
    assert len(set(band.values())) > 2


def test_each_place_is_kept_once(order: DayOrder) -> None:
    """Rows in 5,000 houses: what is worked out for the houses is right for every row."""
    chance = Random(8)
    houses = [(chance.randrange(2_500_000, 4_900_000), chance.randrange(-12_400_000, -6_700_000)) for _ in range(5000)]
    lives = [chance.randrange(len(houses)) for _ in range(SIZE)]
    columns = Columns(stored(latitude=[houses[n][0] for n in lives], longitude=[houses[n][1] for n in lives]))
    crowds = columns.by_place(np.ones(SIZE, dtype=bool))
    first: dict[int, int] = {}
    for row, house in enumerate(lives):
        first.setdefault(house, row)
    counted = {row: lives.count(house) for house, row in list(first.items())[:20]}
    assert len(crowds.rows) == len({houses[n] for n in lives})
    assert crowds.rows.tolist() == sorted(first.values())
    found = dict(zip(crowds.rows.tolist(), crowds.counts.tolist(), strict=True))
    assert {row: found[row] for row in counted} == counted
    assert numbers(bitmap(crowds.rows)).tolist() == crowds.rows.tolist()
