"""Which pages a hand-out holds, and how it is kept."""

from hypothesis import given
from hypothesis import strategies as st

from therapist_desktop.domain.handout import MOST_PIECES, Handout, PaperLook, read, written

_IDS = st.from_regex(r"[a-z]{1,8}:[a-z-]{1,12}", fullmatch=True)
_LINES = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=30)
LOOKS = st.builds(
    PaperLook,
    st.lists(_LINES, max_size=4).map(tuple),
    st.sampled_from(("letter", "a4")),
    st.sampled_from(("en", "es")),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
HANDOUTS = st.builds(Handout, st.lists(_IDS, unique=True, max_size=8).map(tuple), st.just("") | _LINES, LOOKS)


@given(HANDOUTS)
def test_what_was_written_is_read_again(handout: Handout) -> None:
    assert read(written(handout)) == handout


@given(st.text() | st.sampled_from(["[]", "null", '{"pieces": 3}', '{"look": []}', '{"look": {"paper": "a3"}}']))
def test_anything_can_be_read(text: str) -> None:
    assert read(text).look.paper in {"letter", "a4"}


def test_a_page_is_put_in_once_and_stays_where_it_is() -> None:
    handout = Handout(("a:1", "a:2"))
    assert handout.with_piece("a:1") == handout
    assert handout.with_piece("a:3").pieces == ("a:1", "a:2", "a:3")


def test_pages_move_no_further_than_the_ends() -> None:
    handout = Handout(("a:1", "a:2", "a:3"))
    assert handout.moved("a:3", -1).pieces == ("a:1", "a:3", "a:2")
    assert handout.moved("a:1", -1) == handout
    assert handout.moved("a:1", 9).pieces == ("a:2", "a:3", "a:1")
    assert handout.moved("gone:1", 1) == handout


def test_a_full_one_takes_no_more() -> None:
    full = Handout(tuple(f"a:{n}" for n in range(MOST_PIECES)))
    assert full.with_piece("a:more") == full
    assert full.without("a:0").with_piece("a:more").pieces[-1] == "a:more"
