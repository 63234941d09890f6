"""The answers below the search box: what is asked and when, what the lines say, what Enter would open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.ui.by_hand import ByHand
from therapist_desktop.domain.answers import Answer, Answers, Found, Group, Tier
from therapist_desktop.domain.errors import CatalogueDamaged, Outdated
from therapist_desktop.domain.freshness import Freshness
from therapist_desktop.domain.places import Recent
from therapist_desktop.ui.controllers.answers import MOST, MOST_OF_ONE, AnswersController
from therapist_desktop.ui.jobs import NewestOnly
from therapist_desktop.ui.models.answers import (
    LETTERS,
    AnswerModel,
    Kind,
    Line,
    answer_lines,
    marks_in,
    named,
    recent_lines,
)

ROBIN = Answer(Group.PEOPLE, "npi:1", "Robin Sample, PhD", "Psychologist", "555-0100", Freshness.STALE)
BEGUN, EXACT = replace(ROBIN, tier=Tier.PREFIX), replace(ROBIN, tier=Tier.EXACT)
GRIEF = Answer(Group.TOPICS, "topic:grief", "Grief", "After a loss", tier=Tier.EXACT)
LINE = Answer(Group.HOTLINES, "hotline:1", "Grief Line", "Day and night", "(555) 555-0100", tier=Tier.PREFIX)
EVERYTHING = Line(Kind.ALL, "All listings with x", "7", "search")


def _answers(words: str, *found: Answer, total: int = 1) -> Answers:
    groups = {one.group: Found(total, tuple(two for two in found if two.group is one.group)) for one in found}
    return Answers(words, groups)


class Asked:
    """A catalogue that remembers what it was asked."""

    def __init__(self) -> None:
        self.questions: list[tuple[str, Group | None, int]] = []
        self.checks: list[Callable[[], None]] = []
        self.trouble: Exception | None = None

    def answers(
        self, words: str, *, scope: Group | None = None, most: int = 4, still: Callable[[], None] | None = None
    ) -> Answers:
        self.questions.append((words, scope, most))
        if still:
            self.checks.append(still)
        if self.trouble:
            raise self.trouble
        return Answers(words)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def asking(qapp: object, asked: Asked, hand: ByHand) -> AnswersController:
    return AnswersController(asked, NewestOnly(hand))


def test_it_waits_for_the_table(asking: AnswersController, asked: Asked, hand: ByHand, qtbot: QtBot) -> None:
    heard: list[str] = []
    asking.answered.connect(lambda answers: heard.append(answers.words))
    asking.come_after_table()
    asking.want("grief", None, after_table=True)
    qtbot.waitUntil(lambda: not asking._pause.isActive())
    assert asking.is_waiting
    assert not hand.waiting
    asking.come_after_table()
    asking.come_after_table()
    hand.run_all()
    assert asked.questions == [("grief", None, MOST)]
    assert heard == ["grief"]
    assert not asking.is_waiting


def test_it_waits_until_the_typing_rests(asking: AnswersController, asked: Asked, hand: ByHand, qtbot: QtBot) -> None:
    for words in ("g", "gr", "gri"):
        asking.want(words, None, after_table=True)
        asking.come_after_table()
    assert not hand.waiting
    qtbot.waitUntil(lambda: bool(hand.waiting))
    hand.run_all()
    assert asked.questions == [("gri", None, MOST)]


def test_the_library_has_no_table_to_wait_for(asking: AnswersController, hand: ByHand, qtbot: QtBot) -> None:
    asking.want("gri", None, after_table=False)
    qtbot.waitUntil(lambda: bool(hand.waiting))


def test_one_group_shows_more_of_itself(asking: AnswersController, asked: Asked, hand: ByHand) -> None:
    asking.want("grief", Group.PEOPLE, after_table=True)
    asking.ask_now()
    hand.run_all()
    assert asked.questions == [("grief", Group.PEOPLE, MOST_OF_ONE)]


def test_an_older_question_is_given_up(asking: AnswersController, asked: Asked, hand: ByHand) -> None:
    asking.want("gr", None, after_table=True)
    asking.ask_now()
    hand.run_all()
    asked.checks[0]()
    asking.want("grief", None, after_table=True)
    with pytest.raises(Outdated):
        asked.checks[0]()


def test_trouble_is_told_and_a_bug_stays_a_bug(asking: AnswersController, asked: Asked, hand: ByHand) -> None:
    failed: list[bool] = []
    asking.failed.connect(lambda: failed.append(True))
    asked.trouble = CatalogueDamaged(what="a bad page")
    asking.want("x", None, after_table=True)
    asking.ask_now()
    hand.run_all()
    assert failed == [True]
    asked.trouble = KeyError("bug")
    with capture_exceptions() as caught:
        asking.want("y", None, after_table=True)
        asking.ask_now()
        hand.run_all()
    assert [kind for kind, _, _ in caught] == [KeyError]


def test_the_lines_are_everything_and_then_the_groups_in_order() -> None:
    lines = answer_lines(EVERYTHING, _answers("grief", LINE, ROBIN, GRIEF, total=3))
    assert [(line.kind, line.text) for line in lines] == [
        (Kind.ALL, "All listings with x"),
        (Kind.HEADING, "People"),
        (Kind.ANSWER, "Robin Sample, PhD"),
        (Kind.HEADING, "Topics"),
        (Kind.ANSWER, "Grief"),
        (Kind.HEADING, "Hotlines"),
        (Kind.ANSWER, "Grief Line"),
    ]
    assert [line.can_be_chosen for line in lines[:3]] == [True, False, True]
    assert lines[2].sentence == "People, Robin Sample, PhD, Psychologist, Stale"
    assert lines[6].sentence == "Hotlines, Grief Line, Day and night, (555) 555-0100"
    assert answer_lines(EVERYTHING, None) == (EVERYTHING,)
    everything, hint = answer_lines(EVERYTHING, _answers("xyzzy"))
    assert (everything, hint.kind) == (EVERYTHING, Kind.HINT)
    assert "fewer" in hint.text


@pytest.mark.parametrize(
    ("title", "words", "marks"),
    [
        ("Grief Line", "gri", ["Gri"]),
        ("Grief Line", "line grief", ["Grief", "Line"]),
        ("Grief Line", "rief", []),
        ("Jos\u00e9 O\u2019Brien", "jose obr", ["Jos\u00e9", "O\u2019B"]),
        ("Grief", "", []),
    ],
)
def test_what_was_typed_stands_out(title: str, words: str, marks: list[str]) -> None:
    found = [title[start : start + length] for start, length in marks_in(title, words)]
    assert found == marks


@pytest.mark.parametrize(
    ("answers", "listings", "wanted"),
    [
        (_answers("grief", GRIEF, LINE), None, GRIEF),
        (_answers("grief", GRIEF, ROBIN), True, None),
        (_answers("robin sample", BEGUN, total=9), True, BEGUN),
        (_answers("robin", BEGUN, total=9), True, None),
        (_answers("robin", BEGUN), True, BEGUN),
        (_answers("robin", BEGUN), False, None),
        (_answers("robin sample phd", EXACT, total=9), True, EXACT),
        (_answers("robin", EXACT, total=9), True, EXACT),
        (_answers("loss", replace(GRIEF, tier=Tier.TITLE)), None, None),
        (_answers(""), None, None),
    ],
)
def test_only_what_is_named_is_opened_by_enter(answers: Answers, listings: bool | None, wanted: Answer | None) -> None:
    assert named(answers, listings=listings) == wanted


def test_from_key_to_key_only_what_changed_is_painted(qtbot: QtBot) -> None:
    model = AnswerModel()
    model.show(answer_lines(EVERYTHING, _answers("grief", GRIEF)))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        model.show(answer_lines(EVERYTHING._replace(text="other words"), _answers("grief", GRIEF)))
    assert [index.row() for index in changed.args[:2]] == [0, 0]
    assert model.lines[0].text == "other words"
    with qtbot.waitSignal(model.modelReset):
        model.show(answer_lines(EVERYTHING, _answers("robin", ROBIN)))


def test_every_group_has_a_letter_of_its_own() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS) == len(Group) - 1


def test_what_was_there_before_is_offered_by_name() -> None:
    recents = (Recent(words="grief"), Recent(listing="npi:1"), Recent(piece="topic:unknown"))
    lines = recent_lines(recents, {"npi:1": "Robin Sample"})
    assert [line.kind for line in lines] == [Kind.HEADING, Kind.RECENT, Kind.RECENT, Kind.HINT]
    assert [line.text for line in lines[1:3]] == ["grief", "Robin Sample"]
    assert [line.kind for line in recent_lines((), {})] == [Kind.HINT]
