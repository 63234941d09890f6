"""From text to query: the grammar of the search box, and what no text can do to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile import PATHOLOGICAL, naughty, random_texts
from tests.made import npi
from therapist_desktop.domain.npi import check_digit, is_npi
from therapist_desktop.domain.query import Query, Scope, Term, query_of
from therapist_desktop.domain.remarks import Saying
from therapist_desktop.domain.text import MAX_TEXT, MAX_WORDS, placed_words, words_of

WIDE = str.maketrans("0123456789()-", "".join(map(chr, range(0xFF10, 0xFF1A))) + "\uff08\uff09\uff0d")


def told(term: Term) -> str:
    """A term in one line: not, scope, words (quoted or not), numbers (… for a beginning)."""
    words = " ".join(term.words)
    numbers = "|".join(f"{one.what}={one.number}{'' if one.whole else '…'}" for one in term.numbers)
    words = f'"{words}"' if term.quoted else words
    scope = f"{term.scope}:" if term.scope else ""
    return ("-" if term.excluded else "") + scope + " ".join(part for part in (words, numbers) if part)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", []),
        ("  \t\n ", []),
        ("Anxiety DEPRESSION", ["anxiety", "depression"]),
        ("O'Brien-Lee, Ph.D.", ["obrien", "lee", "phd"]),
        ('"Quiet Room" x', ['"quiet room"', "x"]),
        ("“quiet room” «the blues»", ['"quiet room"', '"the blues"']),
        ('"one"', ['"one"']),
        ('mary "jo', ["mary", "jo"]),
        ('mary jo"', ["mary", "jo"]),
        ('say"the word"now', ["say", '"the word"', "now"]),
        ('"" " " "..."', []),
        ("-word", ['-word']),
        ('-"a phrase"', ['-"a phrase"']),
        ('-"not closed', ['-"not closed"']),
        ("-well-being", ['-"well being"']),
        ("\u2212word", ["-word"]),
        ("- -- a-b --c -", ["a", "b", "c"]),
        ("name:Mary jo", ["name:mary", "jo"]),
        ("NAME: mary", ["name:mary"]),
        ("name:o'brien-lee", ["name:obrien", "name:lee"]),
        ('name:"mary jo" city:"new york"', ['name:"mary jo"', 'city:"new york"']),
        ('name:"mary jo', ["name:mary", "name:jo"]),
        ("-city:boston -name:\"mary jo\"", ["-city:boston", '-name:"mary jo"']),
        ("name:", []),
        ("mary name:", ["mary"]),
        ("name: city: albany", ["city:albany"]),
        ("foo:bar", ["foo", "bar"]),
        ("surname:lee", ["surname", "lee"]),
        ("(212) 555-0100", ["phone=2125550100"]),
        ("212.555.0100", ["phone=2125550100"]),
        ("212 555 0100", ["phone=2125550100"]),
        ("+1 212 555 0100", ["phone=2125550100"]),
        ("1-212-555-0100 ext 4", ["phone=2125550100"]),
        ("1 (212) 555-0100 x12", ["phone=2125550100"]),
        ("(212) 555-0100".translate(WIDE), ["phone=2125550100"]),
        ("\u202a212-555-0100\u202c", ["phone=2125550100"]),
        ("anxiety 212 555 0100 grief", ["anxiety", "phone=2125550100", "grief"]),
        ("2125550100", ["2125550100 phone=2125550100|licence=2125550100…"]),
        ("12125550100", ["12125550100 phone=2125550100|licence=12125550100…"]),
        ("1234567893", ["1234567893 phone=1234567893|npi=1234567893|licence=1234567893…"]),
        ("212555", ["212555 phone=212555…|npi=212555…|licence=212555…"]),
        ("1212555", ["1212555 phone=1212555…|phone=212555…|npi=1212555…|licence=1212555…"]),
        ("(212) 555-01", ["212 555 01 phone=21255501…"]),
        ("212 555", ["212 555 phone=212555…"]),
        ("12345", ["12345"]),
        ("10001 12207", ["10001", "12207"]),
        ("10001-1234", ["10001"]),
        ("123-45-6789", ["123", "45", "6789"]),
        ("123456789012", ["123456789012"]),
        ("LCSW-12345", ["lcsw 12345 licence=lcsw12345…"]),
        ("SAMPLE-000123", ["sample 000123 licence=sample000123…"]),
        ("12-step 24/7 F41.1 COVID-19", ["12", "step", "24", "7", "f411", "covid", "19"]),
        ("phone:212", ["phone:phone=212…"]),
        ("phone:(212) 555-0100", ["phone:phone=2125550100"]),
        ("phone:21", []),
        ("phone:(", []),
        ("npi: 1234567893", ["npi:npi=1234567893"]),
        ("npi:123", ["npi:npi=123…"]),
        ("licence:LC-1 license:\"PSY 77\"", ["licence:licence=lc1…", "licence:licence=psy77…"]),
        ("-npi:1234567893", ["-npi:npi=1234567893"]),
    ],
)  # fmt: skip
def test_text_becomes_terms(text: str, terms: list[str]) -> None:
    query = query_of(text)
    assert [told(term) for term in query.terms] == terms
    assert not query.remarks


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("npi:1234567890", "1234567890 is not an NPI: its check digit is wrong."),
        ("npi:12345678931", '"12345678931" is not an NPI, which has ten digits.'),
        ("npi:smith", '"smith" is not an NPI, which has ten digits.'),
        ("phone:smith", '"smith" is not a phone number, which has ten digits.'),
        ("phone:212555010099", '"212555010099" is not a phone number, which has ten digits.'),
    ],
)
def test_a_wrong_number_is_said_to_be_wrong_and_finds_nothing(text: str, sentence: str) -> None:
    query = query_of(f"mary {text}")
    assert [remark.sentence for remark in query.remarks] == [sentence]
    (_, wrong) = query.terms
    assert not wrong.words
    assert not wrong.numbers


def test_what_is_left_out_is_said() -> None:
    text = " ".join(f"w{number}" for number in range(100))
    query = query_of(text)
    assert [term.words for term in query.terms] == [(f"w{number}",) for number in range(MAX_WORDS)]
    (remark,) = query.remarks
    assert remark.saying is Saying.LEFT_OUT
    assert remark.sentence.startswith(
        f'A search takes {MAX_WORDS} words and {MAX_TEXT} letters at most. Left out: "w{MAX_WORDS} w{MAX_WORDS + 1} '
    )
    assert query_of("x" * 300 + " " + "y" * 200).terms == query_of("x" * 300).terms
    assert not query_of("word " + " " * 500).remarks


@given(st.text(max_size=60))
def test_words_are_placed_where_they_stand(text: str) -> None:
    placed = placed_words(text)
    assert [one.word for one in placed] == words_of(text)
    for one in placed:
        assert one.word in words_of(text[one.start : one.end])


def totally(text: str) -> Query:
    """The query of any text, with what must hold for each."""
    query = query_of(text)
    assert len(query.text) <= MAX_TEXT
    assert sum(max(1, len(term.words)) for term in query.terms) <= MAX_WORDS
    assert all(0 <= term.start < term.end <= len(query.text) for term in query.terms)
    assert all(word and word == "".join(words_of(word)) for term in query.terms for word in term.words)
    assert all("\n" not in remark.sentence for remark in query.remarks)
    assert query_of(text) == query
    return query


@given(st.text(max_size=1000))
def test_any_text_is_a_query(text: str) -> None:
    totally(text)


SIGNS = (
    '"',
    "-",
    "name:",
    "npi:",
    "phone:",
    "licence:",
    "(",
    ")",
    " ",
    "212",
    "555",
    "0100",
    "+1",
    "x",
    "ext",
    "a",
    "é",
)


@given(st.lists(st.sampled_from(SIGNS), max_size=30).map("".join))
def test_any_heap_of_signs_is_a_query(text: str) -> None:
    totally(text)


def test_hostile_texts_are_queries() -> None:
    for text in (*random_texts(10_000), *PATHOLOGICAL, *naughty()):
        totally(text)


def test_the_example_of_the_published_rule_has_the_right_check_digit() -> None:
    number = "1234567893"
    assert is_npi(number)
    assert check_digit(number[:-1]) == number[-1]
    wrong = [number[:-1] + digit for digit in "0123456789" if digit != number[-1]]
    assert not any(map(is_npi, wrong))


@pytest.mark.parametrize("text", ["", "123456789", "12345678931", "123456789x", "\uff11234567893", " 123456789"])
def test_what_is_no_npi_at_all(text: str) -> None:
    assert not is_npi(text)


@given(st.integers(0, 899_999_999))
def test_check_digits_agree_with_another_way_to_work_them_out(number: int) -> None:
    assert is_npi(npi(number))


def test_the_scopes_are_those_of_the_grammar() -> None:
    assert [query_of(f"{scope}:abcd12345").terms[0].scope for scope in Scope] == list(Scope)
