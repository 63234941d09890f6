"""The words of a reason, and which reasons are given."""

import string

from hypothesis import given
from hypothesis import strategies as st

from therapist_desktop.domain.reasons import MOST_REASONS, Reason, Why, most_telling, roughly


def test_reasons_in_english() -> None:
    assert Reason(Why.VALUE, "Medicaid").text == "Medicaid"
    assert str(Reason(Why.NAME, "ana")) == 'name matches "ana"'
    assert f"{Reason(Why.NEAR, '2.4')}" == "2.4 mi"
    assert [roughly(miles) for miles in (0.0, 0.04, 0.4, 9.94, 17.6)] == ["< 0.1", "< 0.1", "0.4", "9.9", "18"]
    assert Reason(Why.CLIENTS, "New Jersey").text == "may see clients in New Jersey"
    by_compact = Reason(Why.COMPACT, "New Jersey", "PSYPACT")
    assert by_compact.text == "may see clients in New Jersey (PSYPACT, confirm)"
    assert Reason(Why.VERIFIED).text == "verified lately"
    assert Reason(Why.VALUE, "{odd}").text == "{odd}"


def test_every_kind_takes_a_subject_and_nothing_else() -> None:
    for why in Why:
        assert {name for _, name, _, _ in string.Formatter().parse(why) if name} <= {"subject", "by"}


@given(st.lists(st.builds(Reason, st.sampled_from(Why), st.sampled_from(("one", "two", "three")))))
def test_the_most_telling_come_first_and_each_once(reasons: list[Reason]) -> None:
    said = most_telling(reasons)
    assert len(said) == min(MOST_REASONS, len(set(reasons)))
    ranks = [list(Why).index(reason.kind) for reason in said]
    assert ranks == sorted(ranks)
    left_out = set(reasons) - set(said)
    assert all(list(Why).index(reason.kind) >= ranks[-1] for reason in left_out)
