"""Words as a voice should get them."""

import pytest

from therapist_desktop.domain.speaking import LONGEST_LINE, digit_by_digit, lines_of, spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Call or text 988.", "Call or text 9 8 8."),
        ("call 911, then 211", "call 9 1 1, then 2 1 1"),
        ("(800) 555-0142 ext. 3", "8 0 0, 5 5 5, 0 1 4 2 ext. 3"),
        ("+1 800 555 0142", "1, 8 0 0, 5 5 5, 0 1 4 2"),
        ("1-800-555-HELP (4357)", "1, 8 0 0, 5 5 5, H E L P (4357)"),
        ("555-0142", "5 5 5, 0 1 4 2"),
        ("Text HOME to 741741", "Text HOME to 7 4 1 7 4 1"),
        ("Llame al 988 y marque 2", "Llame al 9 8 8 y marque 2"),
    ],
)
def test_numbers_to_dial_are_said_digit_by_digit(written: str, said: str) -> None:
    assert digit_by_digit(written) == said


@pytest.mark.parametrize(
    "words",
    ["in 2019", "1,200 people", "$211", "$988.50", "24/7", "12 to 16 weeks", "2019-2020", "911.5", "30 %", "DSM-5"],
)
def test_years_amounts_and_shares_stay_what_they_are(words: str) -> None:
    assert digit_by_digit(words) == words


def test_an_address_is_the_name_of_its_site() -> None:
    assert spoken("See https://www.example.org/a/very/long?way=1 today") == "See example.org today"


@pytest.mark.parametrize("hostile", ["!-!QUIT", "!!-!-!QUIT", "[[slnc 9000]]", "[[[slnc 9]]]", "[!-![slnc 9]]"])
def test_nothing_is_an_order_to_the_voice(hostile: str) -> None:
    lines = lines_of(spoken(hostile))
    assert lines
    assert not any(order in line for line in lines for order in ("!-!", "[[", "]]"))


def test_invisible_letters_are_not_said() -> None:
    assert spoken("a\u00a0b\u2028c\ufffc d\u00adown \x07") == "a b c down"


def test_a_line_is_a_sentence_and_never_too_long() -> None:
    assert lines_of("One. Two? Three") == ("One.", "Two?", "Three")
    long = lines_of(" ".join(["word"] * 200) + " " + "\u00e1" * 700)
    assert max(map(len, long)) <= LONGEST_LINE
    assert "".join(" ".join(long).split()) == "word" * 200 + "\u00e1" * 700
    assert lines_of("") == ()
