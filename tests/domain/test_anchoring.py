"""Highlighted words are found again in a text that has changed, or are said to be gone; never in a wrong place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desktop.domain.anchoring import AROUND, anchored, found_again

PAGE = (
    "Grief\nGrief is the pain of a loss. It comes in waves, and it is not an illness.\n"
    "What helps\nTalk with somebody. Sleep and eat as well as you can. It comes in waves for years.\n"
)
TEXTS = st.text(alphabet=st.sampled_from("abcde \n.,\u00e9\U0001f600"), max_size=120)


def again(text: str, words: str, changed: str, nth: int = 0) -> str | None:
    """What is found in the changed text for these words of the text."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    anchor = anchored(text, at, at + len(words))
    assert anchor is not None
    span = found_again(anchor, changed)
    return None if span is None else changed[span.start : span.stop]


def test_an_anchor_is_without_blanks_at_its_ends() -> None:
    anchor = anchored("  some words \n", 0, 14)
    assert anchor is not None
    assert (anchor.quote, anchor.start, anchor.stop) == ("some words", 2, 12)
    assert anchored("a   b", 1, 4) is None
    assert anchored("", 0, 9) is None


@pytest.mark.parametrize("nth", [0, 1])
def test_of_several_the_one_with_the_same_neighbours_is_found(nth: int) -> None:
    moved = "A new sentence stands here now, and it is quite long, so that everything moves.\n" + PAGE
    at = PAGE.index("comes in waves") if not nth else PAGE.rindex("comes in waves")
    anchor = anchored(PAGE, at, at + len("comes in waves"))
    assert anchor is not None
    span = found_again(anchor, moved)
    assert span is not None
    assert moved[span.start :].startswith("comes in waves, and" if not nth else "comes in waves for")


def test_other_blanks_case_and_punctuation_are_the_same_words() -> None:
    changed = PAGE.replace("Sleep and eat as well", "Sleep, and  EAT\nas well")
    assert again(PAGE, "Sleep and eat as well", changed) == "Sleep, and  EAT\nas well"


def test_words_that_were_written_anew_are_found_by_their_neighbours() -> None:
    changed = PAGE.replace("It comes in waves, and it is not", "It can come back, and it is not")
    found = again(PAGE, "It comes in waves", changed)
    assert found == "It can come back"


@pytest.mark.parametrize(
    "changed", ["", "Something else altogether.", PAGE.replace("Talk with somebody. ", ""), "\n" * 50]
)
def test_words_that_are_gone_are_not_found(changed: str) -> None:
    assert again(PAGE, "Talk with somebody.", changed) is None


@given(text=TEXTS, data=st.data())
def test_in_the_same_text_the_same_place_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    anchor = anchored(text, start, stop)
    assert (anchor is None) == (not text[start:stop].strip())
    if anchor is not None:
        assert len(anchor.before) <= AROUND >= len(anchor.after)
        assert found_again(anchor, text) == (anchor.start, anchor.stop)


@given(before=TEXTS, text=TEXTS, after=TEXTS, data=st.data())
def test_words_that_only_moved_are_found_whole(before: str, text: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    anchor = anchored(text, start, data.draw(st.integers(start, len(text))))
    if anchor is not None:
        whole = before + text + after
        span = found_again(anchor, whole)
        assert span is not None
        assert whole[span.start : span.stop] == anchor.quote


@given(text=TEXTS, other=TEXTS, data=st.data())
def test_what_is_found_is_a_part_of_the_text(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    anchor = anchored(text, start, data.draw(st.integers(start, len(text))))
    span = found_again(anchor, other) if anchor else None
    if span is not None:
        assert 0 <= span.start < span.stop <= len(other)
        assert other[span.start : span.stop].strip() == other[span.start : span.stop]
