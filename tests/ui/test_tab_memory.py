"""The tabs from one day to the next: nothing of a caller is written, and nothing that was damaged is fatal."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desktop.domain.filters import Choice, Filters, Kind, Near, Order, Sort
from therapist_desktop.domain.library import Section
from therapist_desktop.domain.places import Page, Place, Tabs, View, Way
from therapist_desktop.domain.taxonomy import Facet, FacetList, Taxonomy, Value
from therapist_desktop.ui.tab_memory import Recalled, read, written

MEDICAID, SPANISH = Choice(Facet.PAYER, "medicaid"), Choice(Facet.LANGUAGE, "es")
TAXONOMY = Taxonomy(
    (
        FacetList(Facet.PAYER, "Payer", (Value(Facet.PAYER, "medicaid", "Medicaid"),)),
        FacetList(Facet.LANGUAGE, "Language", (Value(Facet.LANGUAGE, "es", "Spanish"),)),
    )
)
SEARCH = Place(
    filters=Filters(
        kind=Kind.PROVIDER,
        chosen=frozenset({MEDICAID}),
        preferred=frozenset({SPANISH}),
        sort=Sort.VERIFIED,
        descending=True,
        then=(Order(Sort.NAME, True),),
    ),
    view=View.CARDS,
    listing="npi:1",
)
READING = Place(page=Page.LIBRARY, piece="topic:a", section=Section.APPROACH)


def _tabs(*places: Place, current: int = 0) -> Tabs:
    return Tabs(tuple(Way((place,)) for place in places), current)


def test_tabs_come_back_with_their_names() -> None:
    tabs = _tabs(SEARCH, READING, current=1)
    text = written(tabs, {"npi:1": "Robin Sample", "topic:a": "Alliance", "topic:z": "Not open"})
    assert read(text, TAXONOMY) == Recalled(tabs, {"npi:1": "Robin Sample", "topic:a": "Alliance"})


def test_words_and_places_near_are_never_written() -> None:
    place = Place(filters=Filters(words="grief", near=Near("12207")), words="panic", compared=("npi:7",))
    text = written(_tabs(place, place._replace(page=Page.LIBRARY)), {})
    assert not [said for said in ("grief", "12207", "panic", "npi:7") if said in text]


def test_one_new_tab_is_not_worth_a_word() -> None:
    assert not written(Tabs(), {})
    assert not written(_tabs(Place(filters=Filters(words="grief"))), {})


def test_values_that_this_release_does_not_have_are_left_out() -> None:
    assert read(written(_tabs(SEARCH), {}), Taxonomy()).tabs.way.here.filters.chosen == frozenset()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "7", '{"tabs": 3}', '{"tabs": []}', '{"tabs": [7, null]}', "[" * 100_000, '{"tabs": {}}'],
)
def test_damaged_text_is_one_new_tab(text: str) -> None:
    assert read(text, TAXONOMY) == Recalled()


@pytest.mark.parametrize(
    "wrong",
    [
        {"page": "nowhere"},
        {"page": ["find"]},
        {"page": "call"},
        {"view": 3},
        {"kind": "dog"},
        {"chosen": [["payer", "gone"], ["nothing", "x"], ["payer"], "payer", [1, 2], [["payer"], []]]},
        {"chosen": {"payer": "medicaid"}},
        {"sort": "up", "descending": True},
        {"then": [["name", 1], [None, True], ["sideways", False], "name"]},
        {"listing": 7, "piece": None, "section": "attic"},
        {"words": "grief", "near": "12207"},
    ],
)
def test_what_cannot_be_understood_is_left_out(wrong: dict[str, object]) -> None:
    text = json.dumps({"current": 5, "tabs": [wrong]})
    assert read(text, TAXONOMY).tabs == Tabs()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda t: st.lists(t) | st.dictionaries(st.text(), t)
    )
)
def test_anything_that_is_json_can_be_read(kept: object) -> None:
    assert read(json.dumps({"tabs": [kept, {"chosen": kept, "then": kept, "page": kept}]}), TAXONOMY).tabs.ways
