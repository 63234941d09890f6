"""What must be met and what is preferred: pure, and never both."""

from hypothesis import given
from hypothesis import strategies as st

from therapist_desktop.domain.filters import (
    ANY_MILES,
    CENTERS_ONLY,
    PROVIDERS_ONLY,
    Choice,
    Filters,
    Kind,
    Near,
    Sort,
    Wish,
    can_apply,
)
from therapist_desktop.domain.taxonomy import Facet

CHOICES = st.builds(Choice, st.sampled_from((Facet.PAYER, Facet.LANGUAGE)), st.sampled_from("abc"))
SPANISH, MEDICAID = Choice(Facet.LANGUAGE, "es"), Choice(Facet.PAYER, "medicaid")


@given(
    st.frozensets(CHOICES), st.frozensets(CHOICES), st.lists(st.tuples(CHOICES, st.sampled_from(Wish), st.booleans()))
)
def test_no_sequence_of_wishes_makes_a_value_both(
    chosen: frozenset[Choice], preferred: frozenset[Choice], steps: list[tuple[Choice, Wish, bool]]
) -> None:
    filters = Filters(chosen=chosen, preferred=preferred)
    assert filters.chosen.isdisjoint(filters.preferred)
    assert filters.chosen == chosen
    for choice, wish, toggles in steps:
        before = filters.wish(choice)
        filters = filters.toggled(choice, wish) if toggles else filters.wishing(choice, wish)
        assert filters.chosen.isdisjoint(filters.preferred)
        assert filters.wish(choice) is (Wish.NONE if toggles and before is wish else wish)


def test_a_wish_for_one_value_leaves_all_others_as_they_are() -> None:
    filters = Filters(words="grief", chosen=frozenset({MEDICAID}), sort=Sort.NAME)
    both = filters.wishing(SPANISH, Wish.PREFER)
    assert both == Filters(words="grief", chosen=frozenset({MEDICAID}), preferred=frozenset({SPANISH}), sort=Sort.NAME)
    assert both.wishing(SPANISH, Wish.NONE) == filters
    assert both.toggled(SPANISH).chosen == {MEDICAID, SPANISH}
    assert both.without(Facet.LANGUAGE) == filters
    assert both.wishing(MEDICAID, Wish.PREFER).preferred == {MEDICAID, SPANISH}


def test_everything_asked_for_is_counted() -> None:
    assert Filters(sort=Sort.NAME, words="  ").asked_for == 0
    everything = Filters("grief", Kind.CENTER, frozenset({MEDICAID}), Near("10001"), frozenset({SPANISH}))
    assert everything.asked_for == 5
    assert everything.cleared().asked_for == 0


def test_what_is_only_preferred_narrows_nothing() -> None:
    assert Filters(preferred=frozenset({SPANISH})).is_open


def test_a_facet_of_the_other_kind_cannot_apply() -> None:
    assert not PROVIDERS_ONLY & CENTERS_ONLY
    for facet in Facet:
        assert can_apply(facet, None)
        assert can_apply(facet, Kind.PROVIDER) == (facet not in CENTERS_ONLY)
        assert can_apply(facet, Kind.CENTER) == (facet not in PROVIDERS_ONLY)


def test_any_distance_is_farther_than_the_earth_has_room_for() -> None:
    assert Near("10001", ANY_MILES).is_anywhere
    assert not Near("10001", 200.0).is_anywhere
