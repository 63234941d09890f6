"""The shuffle of the day."""

from collections import Counter
from datetime import date, timedelta

import pytest

from therapist_desktop.domain.turns import turns_of

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 12, 97, 1000, 65_536])
def test_every_number_has_one_place(size: int) -> None:
    turns = turns_of(MONDAY, size)
    numbers = [turns.number_at(place) for place in range(size)]
    assert sorted(numbers) == list(range(size))
    assert [turns.place_of(number) for number in numbers] == list(range(size))


def test_a_day_has_one_order_and_another_day_another() -> None:
    assert turns_of(MONDAY, 1000) == turns_of(date(2026, 11, 23), 1000)
    assert turns_of(MONDAY, 1000) != turns_of(MONDAY + timedelta(days=1), 1000)


@pytest.mark.parametrize("size", [2, 3, 7, 40])
def test_over_the_days_nobody_is_favoured(size: int) -> None:
    days = [MONDAY + timedelta(days=day) for day in range(100 * size)]
    first = Counter(turns_of(day, size).number_at(0) for day in days)
    assert set(first) == set(range(size))
    assert min(first.values()) > 50
    before = sum(turns_of(day, size).place_of(0) < turns_of(day, size).place_of(size - 1) for day in days)
    assert 0.35 < before / len(days) < 0.65
