"""Finding words as people type them."""

import pytest

from therapist_desktop.domain.places_in_text import SoughtText


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A bond. The BOND.", "bond", ["bond", "BOND"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("R\u00e9sum\u00e9 and resume\u0301", "resume", ["R\u00e9sum\u00e9", "resume\u0301"]),
        ("plain words", "pl\u00e4in", ["plain"]),
        ("It doesn\u2019t, it doesn't", "doesn't", ["doesn\u2019t", "doesn't"]),
        ("He said \u201cno\u201d.", '"no"', ["\u201cno\u201d"]),
        ("10\u201320 sessions", "10-20", ["10\u201320"]),
        ("a\u00a0week", "a week", ["a\u00a0week"]),
        ("co\u00adordinate", "coordinate", ["co\u00adordinate"]),
        ("Stra\u00dfe", "strasse", ["Stra\u00dfe"]),
        ("\ufb01rst", "fir", ["\ufb01r"]),
        ("nothing here", "zebra", []),
        ("nothing here", "  ", []),
        ("", "a", []),
    ],
)
def test_words_are_found_however_they_are_written(text: str, words: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in SoughtText(text).places(words)] == expected
