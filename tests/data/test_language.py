"""The language of the search box against the oracle: thousands of texts put together at random."""

import random
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.data.asking import is_found, wishes_of
from tests.data.oracle import Oracle
from tests.made import TODAY, a_center, a_provider, catalogue, crowd, npi, taxonomy, whole
from therapist_desktop.data.datafile.fields import PhoneNumber
from therapist_desktop.data.datafile.records import Address, Listed
from therapist_desktop.data.layout import WORDING_ROWS
from therapist_desktop.domain.filters import Filters
from therapist_desktop.services.catalogue import Catalogue

SIZE = 300
FEW_WORDS = ("grief", "and", "panic", "quiet", "room", "the", "mary", "low", "mood")


def told_apart(listings: list[Listed]) -> list[Listed]:
    """The same with descriptions of few words in any order, so that phrases are both met and nearly met."""
    chance = random.Random(5)
    return [
        msgspec.structs.replace(
            one,
            description=". ".join(" ".join(chance.choices(FEW_WORDS, k=5)) for _ in range(chance.randint(0, 2))),
            next_step=" ".join(chance.choices(FEW_WORDS, k=chance.randint(0, 2))),
            phones=(PhoneNumber(number=f"{chance.choice(('212555', '518555'))}{number:04d}"),),
        )
        for number, one in enumerate(listings)
    ]


CROWD = told_apart(crowd(SIZE))
ORACLE = Oracle(CROWD, taxonomy(), TODAY)
KNOWN = (
    *FEW_WORDS,
    *("anx", "anxiety", "MARY", "jos\u00e9", "samp", "o'sample", "harbor", "cbt", "10001", "new york", "albany", "ny"),
    *(
        "the blues",
        "low mood",
        "nerves",
        "espa\u00f1ol",
        "acme health",
        "old acme",
        "in person",
        "house",
        "bipolar disorder",
    ),
)


def _grouped(digits: str) -> st.SearchStrategy[str]:
    first, second, third = digits[:3], digits[3:6], digits[6:]
    wide = str.maketrans("0123456789()-", "".join(chr(0xFF10 + n) for n in range(10)) + "\uff08\uff09\uff0d")
    return st.sampled_from(
        [
            *(digits, f"({first}) {second}-{third}", f"{first}.{second}.{third}", f"+1 {first} {second} {third}"),
            *(f"1-{first}-{second}-{third} ext 4", f"1{digits}", f"({first}) {second}-{third}".translate(wide)),
            *(f"{first} {second}", f"({first}) {second}-{third[:2]}", digits[:7], digits[:9], f"1{digits[:8]}"),
        ]
    )


words = st.sampled_from(KNOWN)
several = st.lists(st.sampled_from(FEW_WORDS), min_size=1, max_size=3).map(" ".join)
quoted = st.builds(
    str.format, st.sampled_from(('"{}"', "\u201c{}\u201d", '" {}, "', '"{}')), st.one_of(words, several, st.just(""))
)
scoped = st.builds(
    "{}{}{}".format,
    st.sampled_from(("name:", "city:", "NAME: ", "City:")),
    st.sampled_from(("", "")),
    st.sampled_from(("mary", "alb", '"new york"', '"mary sample"', '"york new"', "o'samp", "", '"mary', "new")),
)
numbers = st.one_of(
    st.integers(0, SIZE).flatmap(lambda number: _grouped(f"212555{number:04d}")),
    st.integers(0, SIZE).map(npi),
    st.integers(0, SIZE).map(lambda number: npi(number)[:8]),
    st.integers(0, SIZE).map(lambda number: f"npi:{npi(number)}"),
    st.integers(0, 100).map(lambda number: f"LCSW-{number:05d}"),
    st.builds(
        "{}{}".format,
        st.sampled_from(("phone:", "npi:", "licence:", "license:", "Phone: ")),
        st.sampled_from(
            ("212", "(518) 555", "lcsw00012", '"LCSW 00012"', "1000000004", "21", "", "2125550012", npi(7))
        ),
    ),
)
asked = st.one_of(
    words, quoted, scoped, numbers, st.sampled_from(("-", "--", "a-b", '"', "foo:mary", "name:", ",", "24/7"))
)
unwanted = st.one_of(words, several, quoted, scoped).map("-{}".format)
texts = st.builds(
    lambda parts, glue: glue.join(parts),
    st.lists(st.one_of(asked, asked, unwanted), max_size=4),
    st.sampled_from((" ", " ", ", ", "")),
)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue(tmp_path_factory.mktemp("language"), whole(CROWD))


@given(text=texts)
@example('-"the blues" nerves')
@example('name: city:"new york" -name:mary')
@example("-21255500 12 (212) 555 1")
@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_text_finds_what_the_oracle_finds(crowded: Catalogue, text: str) -> None:
    results = crowded.search(Filters(words=text), TODAY)
    wishes = wishes_of(text)
    if not results.corrected:
        found = {card.id for card in crowded.page(results, 0, results.total, TODAY)}
        assert found == {one.id for one in CROWD if is_found(wishes, ORACLE.tell(one))}


@given(text=texts)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_card_says_why_or_is_named_so(crowded: Catalogue, text: str) -> None:
    results = crowded.search(Filters(words=text), TODAY)
    cards = crowded.page(results, 0, results.total, TODAY)
    wanted = [wish for wish in wishes_of(text) if not wish.no]
    if len(wanted) == 1 and not wanted[0].scope and not results.corrected:
        for card in cards:
            told = ORACLE.tell(next(one for one in CROWD if one.id == card.id))
            in_name = all(any(there.startswith(word) for there in told.name) for word in wanted[0].words)
            assert card.why or in_name


def test_a_phrase_is_found_on_both_sides_of_a_piece_of_the_wording(tmp_path: Path) -> None:
    size = WORDING_ROWS + 20
    phrase = {0, 1, WORDING_ROWS - 1, WORDING_ROWS, size - 1}
    listings = [
        a_provider(
            row,
            name=f"Sample {row:05d}",
            description="slow and steady" if row in phrase else "steady and slow",
            next_step="and",
            address=Address(address_1="slow and" if row % 7 else "and steady"),
        )
        for row in range(size)
    ]
    found = catalogue(tmp_path, whole(listings))
    results = found.search(Filters(words='"slow and steady"'), TODAY)
    assert set(results.rows) == phrase
    assert found.search(Filters(words='-"slow and steady"'), TODAY).total == size - len(phrase)
    assert found.search(Filters(words='"steady and slow"'), TODAY).total == size - len(phrase)
    assert found.search(Filters(words='"slow steady"'), TODAY).total == 0


def test_the_better_match_comes_first(tmp_path: Path) -> None:
    listings: list[Listed] = [
        a_provider(1, name="Ada Lake", description="Wrote about Mary Jo Sample and 212 555."),
        a_provider(2, name="Bo Ek", organization="Mary Jo Sample House"),
        a_provider(3, name="Mary Jo Sample Lake"),
        a_provider(4, name="Zoe Ek", phones=(PhoneNumber(number="2125550100"),)),
        a_center(5, name="Mary Jo Sample"),
    ]
    found = catalogue(tmp_path, whole(listings))

    def names(text: str) -> list[str]:
        results = found.search(Filters(words=text), TODAY)
        return [card.name for card in found.page(results, 0, 9, TODAY)]

    in_order = ["Mary Jo Sample", "Mary Jo Sample Lake", "Bo Ek", "Ada Lake"]
    assert names("mary jo sample") == names('"mary jo sample"') == names('mary "jo sample" -"lake house"') == in_order
    assert names("name:mary jo") == in_order[:2]
    assert names("212 555") == ["Zoe Ek", "Ada Lake"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("(212) 555-0142", "phone number"),
        ("npi:1234567893", "NPI"),
        ("license:LC-77", "licence"),
        ("LCSW-77001", "licence"),
        ('"slow and steady"', 'mentions the phrase "slow and steady"'),
        ('"slow"', 'mentions "slow"'),
        ("stead", 'mentions "stead"'),
        ('"low mood"', "Depression"),
        ("low mood", "Depression"),
        ("shmit", 'sounds like "shmit"'),
        ("ann schm", 'name matches "ann schm"'),
        ("name:schmidt", 'name matches "schmidt"'),
        ('"ann schmidt"', 'name matches "ann schmidt"'),
        ("schmitd", 'name matches "schmidt"'),
    ],
)
def test_a_card_says_why(tmp_path: Path, text: str, why: str) -> None:
    one = {
        "name": "Ann Schmidt",
        "npi": "1234567893",
        "phones": (PhoneNumber(number="12125550142"),),
        "licenses": [{"number": "LC 77"}, {"number": "lcsw 77-001"}],
        "description": "Slow and steady.",
        "specialty": ("depression",),
    }
    listed = msgspec.convert(msgspec.to_builtins(a_provider(1)) | msgspec.to_builtins(one), type(a_provider(1)))
    found = catalogue(tmp_path, whole([listed, a_provider(2)]))
    results = found.search(Filters(words=text), TODAY)
    assert [[one.text for one in card.why] for card in found.page(results, 0, 9, TODAY)] == [[why]]


def test_a_question_that_nobody_waits_for_ends(crowded: Catalogue) -> None:
    class Outdated(Exception):
        """The question is no longer the newest."""

    def outdated() -> None:
        raise Outdated

    engine = crowded._opened.engine()
    match: Callable[..., object] = engine._words.match
    with crowded._opened.file.connection() as connection, pytest.raises(Outdated):
        match(connection, Filters(words='"quiet and"'), outdated)
