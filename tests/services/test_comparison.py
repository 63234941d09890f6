"""What is new is made from the difference of two releases on the shelf."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.made import a_center, a_provider, build, whole
from therapist_desktop.data.datafile.fields import PhoneNumber
from therapist_desktop.data.datafile.library import Term
from therapist_desktop.data.datafile.records import Accepting, Redirect
from therapist_desktop.domain.changes import FieldChange, Happened
from therapist_desktop.domain.errors import Outdated
from therapist_desktop.services.comparison import Comparison, comparison_of
from therapist_desktop.services.shelf import Shelf

PHONE, OTHER_PHONE = (PhoneNumber(number="2125550142"),), (PhoneNumber(number="2125550143"),)


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    before: Path = tmp_path_factory.mktemp("before")
    now: Path = tmp_path_factory.mktemp("now")
    old = [
        *(a_provider(number, phones=PHONE) for number in range(5)),
        a_center(1),
        Term(id="term:old", title="Old", definition="Gone soon."),
        Term(id="term:mood", title="Mood", definition="As it was."),
    ]
    new = [
        Redirect(id="test:p4", to="test:p0"),
        *(a_provider(number, phones=PHONE) for number in range(3)),
        a_provider(3, phones=OTHER_PHONE, accepting=Accepting(status="waitlist")),
        a_center(1),
        a_center(2),
        Term(id="term:new", title="New", definition="Here now."),
        Term(id="term:mood", title="Mood", definition="As it is."),
    ]
    return Comparison(build(now, whole(new), number=2)[0], build(before, whole(old), number=1)[0])


def test_pieces_are_new_changed_or_gone(compared: Comparison) -> None:
    found = compared.library(())
    assert (found.before, found.now) == (1, 2)
    assert [(one.id, one.happened) for one in found.pieces] == [
        ("term:new", Happened.NEW),
        ("term:mood", Happened.CHANGED),
        ("term:old", Happened.GONE),
    ]


def test_listings_are_counted_and_said_in_words(compared: Comparison) -> None:
    told: list[int] = []
    found = compared.listings(told.append)
    assert found.counts == {
        ("provider", Happened.CHANGED): 1,
        ("center", Happened.NEW): 1,
        ("provider", Happened.GONE): 1,
    }
    new, changed, gone = found.first
    assert (new.id, changed.id, gone.id) == ("test:c2", "test:p3", "test:p4")
    assert changed.fields == (
        FieldChange("phone", "(212) 555-0142", "(212) 555-0143"),
        FieldChange("accepting", "unknown", "waitlist"),
    )
    assert gone.into == "test:p0"
    assert told[-1] == 1000


def test_what_the_person_keeps_is_looked_at_by_itself(compared: Comparison) -> None:
    found = compared.library(["test:p0", "test:p3", "test:p4", "term:mood", "term:new", "test:unknown"])
    assert [(one.id, one.happened) for one in found.saved] == [
        ("test:p3", Happened.CHANGED),
        ("test:p4", Happened.GONE),
        ("term:mood", Happened.CHANGED),
    ]


def test_comparing_can_be_given_up(compared: Comparison) -> None:
    def give_up() -> None:
        raise Outdated

    with pytest.raises(Outdated):
        compared.listings(still=give_up)


def test_a_single_release_is_compared_with_nothing(tmp_path: Path) -> None:
    assert comparison_of(Shelf(tmp_path)) is None
