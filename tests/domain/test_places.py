"""Ways and tabs: what a step does, and what holds after any steps."""

from hypothesis import given
from hypothesis import strategies as st

from therapist_desktop.domain.filters import Choice, Filters, Kind, Near, Sort
from therapist_desktop.domain.places import MOST_CLOSED, MOST_PLACES, MOST_TABS, Page, Place, Tabs, Way
from therapist_desktop.domain.taxonomy import Facet

PLACES = tuple(Place(listing=name) for name in "abcdefgh")
places = st.sampled_from(PLACES)
steps = st.one_of(
    st.tuples(st.sampled_from(["go_on", "replaced"]), places),
    st.tuples(st.sampled_from(["back", "forward"])),
)
spots = st.integers(-2, 12)
deeds = st.one_of(
    st.tuples(st.just("opened"), places),
    st.tuples(st.sampled_from(["closed_one", "switched"]), spots),
    st.tuples(st.just("moved"), spots, spots),
    st.tuples(st.sampled_from(["reopened", "forgotten"])),
)


def walked(way: Way, *taken: tuple) -> Way:  # type: ignore[type-arg]
    for step, *of in taken:
        way = getattr(way, step)(*of)
    return way


def handled(tabs: Tabs, *done: tuple) -> Tabs:  # type: ignore[type-arg]
    for deed, *of in done:
        tabs = getattr(tabs, deed)(*of)
    return tabs


@given(st.lists(steps, max_size=40))
def test_any_way_is_somewhere_and_no_step_stands_still(taken: list[tuple]) -> None:  # type: ignore[type-arg]
    way = walked(Way(), *taken)
    assert 0 <= way.at < len(way.places) <= MOST_PLACES
    assert way.can_go_back == (way.at > 0)
    assert way.can_go_forward == (way.at < len(way.places) - 1)


@given(st.lists(steps, max_size=20), places)
def test_a_step_on_can_be_taken_back_and_again(taken: list[tuple], place: Place) -> None:  # type: ignore[type-arg]
    way = walked(Way(), *taken)
    on = way.go_on(place)
    assert on.here == place
    if place != way.here:
        assert on.back().here == way.here
        assert on.back().forward() == on
        assert not on.can_go_forward


@given(st.lists(steps, max_size=20), places)
def test_a_replaced_step_leaves_the_others(taken: list[tuple], place: Place) -> None:  # type: ignore[type-arg]
    way = walked(Way(), *taken)
    new = way.replaced(place)
    assert new.here == place
    assert new.places[new.at + 1 :] == way.places[way.at + 1 :]
    assert new.places[: new.at] == way.places[: new.at]
    assert len(new.places) in {len(way.places), len(way.places) - 1}


def test_a_long_way_forgets_its_beginning() -> None:
    way = Way()
    for number in range(150):
        way = way.go_on(Place(piece=f"topic:{number}"))
    assert len(way.places) == MOST_PLACES
    assert way.here.piece == "topic:149"
    assert way.places[0].piece == "topic:50"


def test_words_that_were_erased_again_are_no_step() -> None:
    way = Way().go_on(Place(filters=Filters(words="g"))).replaced(Place(filters=Filters(words="gr")))
    assert way.at == 1
    assert way.replaced(Place()) == Way()


@given(st.lists(deeds, max_size=60))
def test_any_tabs_are_a_few_and_one_is_current(done: list[tuple]) -> None:  # type: ignore[type-arg]
    tabs = handled(Tabs(), *done)
    assert 1 <= len(tabs.ways) <= MOST_TABS
    assert 0 <= tabs.current < len(tabs.ways)
    assert len(tabs.closed) <= MOST_CLOSED


@given(st.lists(deeds, max_size=30), spots)
def test_a_closed_tab_comes_back_where_it_stood(done: list[tuple], at: int) -> None:  # type: ignore[type-arg]
    tabs = handled(Tabs(), *done)
    closed = tabs.closed_one(at)
    if 0 <= at < len(tabs.ways) and len(tabs.ways) > 1:
        assert closed.reopened().ways == tabs.ways
        assert closed.reopened().way == tabs.ways[at]
        assert closed.way is tabs.way or at == tabs.current
    elif len(tabs.ways) == 1 and at == 0:
        assert closed.ways == (Way(),)
    else:
        assert closed == tabs


@given(st.lists(deeds, max_size=30), spots, spots)
def test_dragging_keeps_every_tab_and_the_one_somebody_is_in(
    done: list[tuple],  # type: ignore[type-arg]
    start: int,
    end: int,
) -> None:
    tabs = handled(Tabs(), *done)
    moved = tabs.moved(start, end)
    assert sorted(map(id, moved.ways)) == sorted(map(id, tabs.ways))
    assert moved.way is tabs.way
    if 0 <= start < len(tabs.ways) and 0 <= end < len(tabs.ways):
        assert moved.ways[end] is tabs.ways[start]


def test_forgetting_leaves_only_where_somebody_is() -> None:
    tabs = Tabs().opened(PLACES[0]).opened(PLACES[1]).closed_one(0)
    tabs = tabs.on(tabs.way.go_on(PLACES[2])).forgotten()
    assert tabs == Tabs((Way((PLACES[0],)), Way((PLACES[2],))), 1)


def test_what_may_be_kept_of_a_place_names_no_words_and_no_town() -> None:
    medicaid = frozenset({Choice(Facet.PAYER, "medicaid")})
    asked = Filters("grief in Albany", Kind.PROVIDER, medicaid, Near("12207", 5.0), medicaid, Sort.NAME)
    kept = Place(Page.CALL, asked, words="panic", listing="npi:1", compared=("npi:1", "npi:2")).kept
    assert kept == Place(
        Page.FIND,
        Filters(kind=Kind.PROVIDER, chosen=medicaid, preferred=medicaid, sort=Sort.NAME),
        listing="npi:1",
    )
