"""Words, phones, freshness and filters: the pure parts."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desktop.domain import errors
from therapist_desktop.domain.filters import Choice, Filters, Kind, Near, Sort
from therapist_desktop.domain.freshness import Freshness, freshness_of
from therapist_desktop.domain.phone import Phone
from therapist_desktop.domain.syncing import shrunk
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.domain.text import (
    MAX_WORDS,
    TEXT_END,
    fold,
    one_line,
    search_words,
    shorten,
    words_of,
    words_of_all,
)

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("O'Brien-Lee, Ph.D.", ["obrien", "lee", "phd"]),
        ("  Jos\u00e9\u00a0\u00c9MILE  ", ["jose", "emile"]),
        ("Stra\u00dfe \u0141\u00f3d\u017a", ["strasse", "lodz"]),
        ("a_b", ["a", "b"]),
        ("\u4e2d\u6587 24/7", ["\u4e2d\u6587", "24", "7"]),
        ("...", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_is_folded_like_any_other(text: str) -> None:
    assert words_of(text) == words_of(text + " \u00e9")[:-1]


@given(st.lists(st.text() | st.text("aZ9 '-_.\x00\x1f\u00e9\u00df\u4e2d\u0301", max_size=12), max_size=6))
def test_many_texts_are_cut_into_words_as_each_alone(texts: list[str]) -> None:
    assert words_of_all(texts) == [word for text in texts for word in (*words_of(text), TEXT_END)]


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=2000))
def test_a_long_paste_is_cut_never_refused(text: str) -> None:
    assert len(search_words(text * 50)) <= MAX_WORDS


@given(st.text(max_size=300), st.integers(min_value=2, max_value=80))
def test_shortened_text_fits(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


@pytest.mark.parametrize(
    ("days", "band"),
    [
        (-3, Freshness.FRESH),
        (0, Freshness.FRESH),
        (90, Freshness.FRESH),
        (91, Freshness.AGEING),
        (365, Freshness.AGEING),
        (366, Freshness.STALE),
    ],
)
def test_bands_of_age(days: int, band: Freshness) -> None:
    assert freshness_of(TODAY - timedelta(days=days), TODAY) is band
    assert freshness_of(None, TODAY) is Freshness.NEVER


@pytest.mark.parametrize(
    ("phone", "shown", "copied", "address"),
    [
        (Phone("2125550142"), "(212) 555-0142", "212-555-0142", "tel:+12125550142"),
        (Phone("2125550142", "3"), "(212) 555-0142 ext. 3", "212-555-0142 ext. 3", "tel:+12125550142;ext=3"),
        (Phone("8888526672", vanity="888-85COMPA"), "888-85COMPA (888-852-6672)", "888-852-6672", "tel:+18888526672"),
        (Phone("988"), "988", "988", "tel:988"),
        (Phone(raw="ask at the desk"), "ask at the desk", "ask at the desk", "tel:"),
    ],
)
def test_phones_are_shown_and_copied_right(phone: Phone, shown: str, copied: str, address: str) -> None:
    assert (phone.shown, phone.dialable, phone.address) == (shown, copied, address)


def test_the_natural_order() -> None:
    assert Filters().order is Sort.RELEVANCE
    assert Filters(sort=Sort.DISTANCE).order is Sort.RELEVANCE
    assert Filters(near=Near("10001"), sort=Sort.DISTANCE).order is Sort.DISTANCE
    assert Filters(words="grace", sort=Sort.VERIFIED).order is Sort.VERIFIED


def test_choosing_twice_is_not_choosing() -> None:
    choice = Choice(Facet.PAYER, "medicaid")
    chosen = Filters(kind=Kind.CENTER).toggled(choice)
    assert chosen.by_facet() == {Facet.PAYER: frozenset({"medicaid"})}
    assert not chosen.is_open
    assert chosen.toggled(choice) == Filters(kind=Kind.CENTER)
    assert chosen.cleared() == Filters()


def every(kind: type[errors.Trouble]) -> Iterator[type[errors.Trouble]]:
    for child in kind.__subclasses__():
        yield child
        yield from every(child)


@pytest.mark.parametrize("trouble", list(every(errors.Trouble)), ids=lambda kind: kind.__name__)
def test_every_trouble_says_what_is_wrong_and_what_to_do(trouble: type[errors.Trouble]) -> None:
    class Anything(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return f"<{key}>"

    if trouble is errors.Refusal:
        return
    assert trouble.sentence.format_map(Anything()).endswith(".")
    if trouble is not errors.UnknownValue:
        assert trouble.next_step.format_map(Anything()).endswith((".", ">"))
    assert trouble.exit_code in {1, 2, 3}


@pytest.mark.parametrize(
    ("text", "line"),
    [("one\r\n two", "one  two"), ("a\u2028b\x85c", "a b c"), ("\x1b[31mred\u202e", "[31mred"), ("plain", "plain")],
)
def test_a_line_stays_one_line(text: str, line: str) -> None:
    assert one_line(text) == line
    assert errors.NotFound(id=text).line().count("\n") == 0


def test_a_sync_asks_only_about_what_people_look_for() -> None:
    before = {"provider": 10, "center": 3, "hotline": 0, "article": 9}
    assert shrunk(before, {"provider": 8, "center": 3}) == {}
    assert shrunk(before, {"provider": 7}) == {"provider": 30, "center": 100}
