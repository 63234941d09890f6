"""Grouped answers over everything, held against a recount record by record and against the starter release."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.data.asking import Told, is_found, wishes_of, words
from tests.data.oracle import Oracle
from tests.made import TODAY, a_center, a_provider, catalogue, crowd, pieces, taxonomy, whole
from therapist_desktop.data.datafile.fields import PhoneNumber, Record
from therapist_desktop.data.datafile.library import Article, Book, HotlineRecord, Term, Topic
from therapist_desktop.data.datafile.library import Piece as PieceRecord
from therapist_desktop.data.datafile.records import Listed, Provider
from therapist_desktop.domain.answers import Answer, Answers, Group, Tier
from therapist_desktop.domain.errors import Outdated
from therapist_desktop.domain.filters import Filters, Sort
from therapist_desktop.services.catalogue import Catalogue

GROUP_OF = {"topic": "topics", "article": "articles", "term": "terms", "hotline": "hotlines"}
MOST = 3


def a_library() -> list[Record | bytes]:
    """Pieces whose names overlap, in all groups."""
    more: list[Record | bytes] = [
        Topic(
            id="topic:grief", section="disorder", title="Grief", also_called=("Bereavement", "mourning"), body="Loss."
        ),
        Topic(id="topic:long-grief", section="disorder", title="Prolonged grief", body="When grief stays."),
        Topic(
            id="topic:panic", section="disorder", title="Panic disorder", also_called=("panic",), body="Sudden fear."
        ),
        Article(id="article:grief", title="Grief in the family", body="<p>Panic and the <b>quiet</b> room.</p>"),
        Article(id="article:mary", title="Mary and the quiet room", body="<p>A story about anxiety.</p>"),
        Term(id="term:grief", title="Grief work", definition="Work with grief."),
        Term(id="term:anhedonia", title="Anhedonia", also_called=("loss of pleasure",), definition="No joy."),
        Book(id="book:grief", title="On grief", authors=("Ana Sample",), summary="About mourning."),
        HotlineRecord(
            id="hotline:text",
            title="Crisis text line",
            what_for="Text with somebody in any crisis.",
            phones=(PhoneNumber(number="741741", type="text"), PhoneNumber(number="18005550144")),
            verified_on=TODAY,
            priority=3,
        ),
    ]
    return [*pieces(), *more]


CROWD = crowd(300, seed=5)
LIBRARY = a_library()
PIECES = [one for one in LIBRARY if isinstance(one, PieceRecord)]
ORACLE = Oracle(CROWD, taxonomy(), TODAY)
BY_ID = {one.id: one for one in (*CROWD, *PIECES)}
texts = st.one_of(
    st.sampled_from(("grief", "panic", "mary", "ana", "ana samp", "an", "quiet room", "harbor house", "bereavement")),
    st.sampled_from(
        ("crisis text", "988", "741741", "1-800-555-0144", "(800) 555", "anhedonia", "loss of", "mourning")
    ),
    st.sampled_from(("grief -work", '"quiet room"', "work grief", "name:mary", "-harbor", "new york", "10001")),
    st.sampled_from(tuple(one.name for one in CROWD[:40])),
    st.sampled_from(tuple(phone.number or "" for one in CROWD[:20] for phone in one.phones)),
    st.sampled_from(tuple(one.npi or "" for one in CROWD if isinstance(one, Provider))),
)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    records = [one for one in whole(CROWD) if one not in pieces()]
    return catalogue(tmp_path_factory.mktemp("everything"), [*records, *LIBRARY])


@given(text=texts)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_group_agrees_with_a_recount(everything: Catalogue, text: str) -> None:
    if everything.search(Filters(words=text), TODAY).corrected:
        return
    answers = everything.answers(text, TODAY, most=MOST)
    tiers = {one.id: tier for one in CROWD if (tier := tier_of_listing(one, text)) is not None}
    tiers |= {one.id: tier for one in PIECES if (tier := tier_of_piece(one, text)) is not None}
    by_group: dict[str, list[str]] = {}
    for one in tiers:
        by_group.setdefault(group_of(BY_ID[one]), []).append(one)
    assert {str(group): found.total for group, found in answers.groups.items()} == {
        group: len(ids) for group, ids in by_group.items()
    }
    for group, found in answers.groups.items():
        assert [int(answer.tier) for answer in found.answers] == sorted(tiers[one] for one in by_group[group])[:MOST]
        for answer in found.answers:
            assert (answer.group, int(answer.tier)) == (group, tiers[answer.id])
            assert answer.title == (record.name if isinstance(record := BY_ID[answer.id], Listed) else record.title)
    shown = [answer for found in answers.groups.values() for answer in found.answers]
    first = min(shown, key=lambda answer: (answer.tier, list(Group).index(answer.group)), default=None)
    assert answers.best == (first if first is not None and first.tier < 2 else None)
    assert list(answers.groups) == [group for group in Group if group in answers.groups]


def group_of(one: object) -> str:
    if isinstance(one, Listed):
        return "people" if isinstance(one, Provider) else "centers"
    assert isinstance(one, PieceRecord)
    return GROUP_OF.get(str(one.__struct_config__.tag), "other")


def tier_of_listing(one: Listed, text: str) -> int | None:
    """0 for its number or its name, 1 for the beginning of one, 2 for words in its name, 3 for what finds it else."""
    told = ORACLE.tell(one)
    wishes = wishes_of(text)
    if not wishes or not is_found(wishes, told):
        return None
    wanted = [wish for wish in wishes if not wish.no]
    numbers = {number for wish in wanted for what, number, _ in wish.numbers if (what, number) in told.numbers}
    name = " ".join(word for wish in wanted if wish.scope in {"", "name"} for word in wish.words)
    if numbers or (name and " ".join(told.name) == name):
        return 0
    asked = [number[:2] for wish in wanted for number in wish.numbers]
    begun = any(there.startswith(number) and what == kind for what, number in asked for kind, there in told.numbers)
    if begun or (name and " ".join(told.name).startswith(name)):
        return 1
    in_name = Told(told.name, told.city, [told.name], [], frozenset())
    return 2 if wanted and all(wish.is_met(in_name) for wish in wanted) else 3


def tier_of_piece(one: PieceRecord, text: str) -> int | None:
    """The same for a piece: names are its title and what else it is called; the last word may be a beginning anywhere,
    the others only in names."""
    digits = "".join(sign for sign in text if sign.isdigit())
    digits = digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
    phones = [phone.number or "" for phone in one.phones] if isinstance(one, HotlineRecord) else []
    phones = [phone[1:] if len(phone) == 11 else phone for phone in phones]
    is_number = len(digits) >= 3 and not any(sign.isalpha() for sign in text)
    found: list[int] = []
    if is_number and any(phone.startswith(digits) for phone in phones):
        found.append(0 if digits in phones else 1)
    wishes = wishes_of(text)
    wanted = [wish for wish in wishes if not wish.no]
    if wanted and all(wish.words and not wish.scope for wish in wanted):
        found += _by_words(one, [(wish.words, wish.side_by_side) for wish in wanted])
    unwanted = [wish.words for wish in wishes if wish.no]
    if any(_side_by_side(no, field) for no in unwanted for field in _fields(one)):
        return None
    return min(found, default=None)


def _by_words(one: PieceRecord, wanted: Sequence[tuple[tuple[str, ...], bool]]) -> list[int]:
    names = [words(one.title), *map(words, one.also_called)]
    name = " ".join(word for said, _ in wanted for word in said)
    plain = [word for said, quoted in wanted if not quoted for word in said]
    found = []
    if any(" ".join(there) == name for there in names):
        found.append(0)
    together = [word for there in names for word in there]
    begun = all(any(there.startswith(word) for there in together) for word in plain)
    if begun and all(_side_by_side(said, together) for said, quoted in wanted if quoted):
        found.append(1 if any(" ".join(there).startswith(name) for there in names) else 2)
    every = [word for field in _fields(one) for word in field]
    whole = plain[:-1] if plain else []
    phrases = [said for said, quoted in wanted if quoted]
    if (
        all(word in every for word in whole)
        and (not plain or any(there.startswith(plain[-1]) for there in every))
        and all(any(_side_by_side(said, field) for field in _fields(one)) for said in phrases)
    ):
        found.append(3)
    return found


def _side_by_side(said: Sequence[str], there: Sequence[str]) -> bool:
    return any(list(there[at : at + len(said)]) == list(said) for at in range(len(there)))


def _fields(one: PieceRecord) -> list[list[str]]:
    text = [one.title, " ".join(one.also_called), one.summary]
    text += [str(getattr(one, name, "")) for name in ("body", "definition", "what_for", "notes", "publisher")]
    text += getattr(one, "authors", ())
    return [words(re.sub("<.*?>", " ", part)) for part in text]


def shown(answers: Answers, group: Group) -> list[tuple[str, Tier]]:
    found = answers.groups.get(group)
    return [(answer.id, answer.tier) for answer in found.answers] if found else []


def test_what_is_called_so_is_best_and_comes_first(everything: Catalogue) -> None:
    answers = everything.answers("grief", TODAY)
    assert answers.words == "grief"
    assert shown(answers, Group.TOPICS) == [("topic:grief", Tier.EXACT), ("topic:long-grief", Tier.TITLE)]
    assert shown(answers, Group.TERMS) == [("term:grief", Tier.PREFIX)]
    assert shown(answers, Group.OTHER) == [("book:grief", Tier.TITLE)]
    assert answers.best == answers.groups[Group.TOPICS].answers[0]
    assert Group.PEOPLE in answers.groups, "some mention it"


def test_another_name_is_a_name(everything: Catalogue) -> None:
    best = everything.answers("Bereavement", TODAY).best
    assert best is not None
    assert (best.id, best.title, best.tier) == ("topic:grief", "Grief", Tier.EXACT)
    begun = everything.answers("loss of pl", TODAY).best
    assert begun is not None
    assert (begun.id, begun.tier) == ("term:anhedonia", Tier.PREFIX)


@pytest.mark.parametrize("typed", ["988", " 9-8-8 ", "741741", "800 555 0144", "+1 (800) 555-0144"])
def test_a_hotline_is_found_by_its_number(everything: Catalogue, typed: str) -> None:
    answer = everything.answers(typed, TODAY).groups[Group.HOTLINES].answers[0]
    assert answer.id == ("hotline:988" if "9" in typed else "hotline:text")
    assert answer.tier is Tier.EXACT
    assert answer.phone == ("988" if "9" in typed else "741741")


def test_a_listing_is_best_by_its_numbers(tmp_path: Path) -> None:
    people: list[Listed] = [
        a_provider(1, name="Ana Lake", npi="1234567893", phones=(PhoneNumber(number="2125550142"),)),
        a_provider(2, name="Bo Lake", licenses=[{"number": "LC 77-012"}], phones=(PhoneNumber(number="2125550143"),)),
        a_center(3, name="2125550142 House"),
    ]
    asked = catalogue(tmp_path, whole(_converted(people)))
    for typed, found in (
        ("(212) 555-0142", "test:p1"),
        ("npi:1234567893", "test:p1"),
        ("1234567893", "test:p1"),
        ("licence:LC77012", "test:p2"),
        ("LC-77012", "test:p2"),
    ):
        best = asked.answers(typed, TODAY).best
        assert best is not None, typed
        assert (best.id, best.tier) == (found, Tier.EXACT), typed
    begun = asked.answers("212 555 01", TODAY)
    assert shown(begun, Group.PEOPLE) != []
    assert {tier for _, tier in shown(begun, Group.PEOPLE)} == {Tier.PREFIX}


def _converted(people: Sequence[Listed]) -> list[Record | bytes]:
    import msgspec

    return [msgspec.convert(msgspec.to_builtins(one), type(one)) for one in people]


@pytest.mark.parametrize(
    ("typed", "group", "meant"),
    [
        ("greif", Group.TOPICS, "topic:grief"),
        ("anhedonya", Group.TERMS, "term:anhedonia"),
        ("panik disorder", Group.TOPICS, "topic:panic"),
        ("depresion", Group.TOPICS, "topic:depression"),
        ("raport", Group.TERMS, "term:rapport"),
    ],
)
def test_mistyped_words_are_mended_and_never_the_best(
    everything: Catalogue, typed: str, group: Group, meant: str
) -> None:
    answers = everything.answers(typed, TODAY)
    assert shown(answers, group)[0] == (meant, Tier.TITLE)
    assert answers.best is None


def test_one_group_alone_gives_more_of_it(everything: Catalogue) -> None:
    every = everything.answers("a", TODAY, most=2)
    assert set(every.groups) >= {Group.PEOPLE, Group.CENTERS, Group.TOPICS}
    for group, found in every.groups.items():
        alone = everything.answers("a", TODAY, scope=group, most=50)
        assert list(alone.groups) == [group]
        assert alone.groups[group].total == found.total
        assert alone.groups[group].answers[: len(found.answers)] == found.answers
        assert len(alone.groups[group].answers) == min(50, found.total)


def test_nothing_is_answered_by_nothing(everything: Catalogue) -> None:
    for typed in ("", "   ", "\t\n"):
        assert everything.answers(typed, TODAY) == Answers(typed)
    for typed in ("?!", '""', "zzzzqqqq", "name:", "-", "\x00", "\ud800"):
        answers = everything.answers(typed, TODAY)
        assert (answers.groups, answers.best) == ({}, None), typed


def test_people_come_in_the_order_of_the_day(everything: Catalogue) -> None:
    answers = everything.answers("trauma", TODAY, scope=Group.PEOPLE, most=500)
    ids = [answer.id for answer in answers.groups[Group.PEOPLE].answers]
    everybody = everything.search(Filters(), TODAY)
    turns = {card.id: n for n, card in enumerate(everything.page(everybody, 0, everybody.total, TODAY))}
    text = [one for one in ids if tier_of_listing(_listed(one), "trauma") == 3]
    near = [one for one in text if "trauma" in {word for name in ORACLE.tell(_listed(one)).names for word in name}]
    assert len(near) > 20
    assert [turns[one] for one in near] == sorted(turns[one] for one in near)


def _listed(one: str) -> Listed:
    found = BY_ID[one]
    assert isinstance(found, Listed)
    return found


def test_the_letters_behind_a_name_are_part_of_it(tmp_path: Path) -> None:
    people = [
        a_provider(1, name="Ada Lake", credential="PhD, ABPP"),
        a_provider(2, name="Ada Lake", credential="LCSW"),
        a_provider(3, name="Ada Lakewood", credential="LCSW"),
        a_provider(4, name="Bo Ek", description="Trained with Ada Lake, LCSW."),
    ]
    asked = catalogue(tmp_path, whole(people))
    for typed, tiers in (
        ("Ada Lake, LCSW", {"test:p2": Tier.EXACT, "test:p4": Tier.TEXT, "test:p3": Tier.TEXT}),
        ("ada lake lc", {"test:p2": Tier.PREFIX, "test:p4": Tier.TEXT, "test:p3": Tier.TEXT}),
        ("Ada Lake, PhD, ABPP", {"test:p1": Tier.EXACT}),
        ("ada lake", dict(zip(("test:p1", "test:p2", "test:p3", "test:p4"), (0, 0, 1, 3), strict=True))),
    ):
        answers = asked.answers(typed, TODAY)
        assert dict(shown(answers, Group.PEOPLE)) == tiers, typed
        assert answers.best is not None


def test_a_question_that_nobody_waits_for_is_given_up(everything: Catalogue) -> None:
    steps: list[None] = []
    everything.answers("mary grief", TODAY, still=lambda: steps.append(None))
    assert len(steps) > 5
    for last in range(1, len(steps)):
        heard: list[None] = []

        def still(heard: list[None] = heard, last: int = last) -> None:
            heard.append(None)
            if len(heard) == last:
                raise Outdated

        with pytest.raises(Outdated):
            everything.answers("mary grief", TODAY, still=still)


def test_the_starter_is_found_by_all_its_names_and_numbers(starter_folder: Path) -> None:
    starter = Catalogue(next((starter_folder / "catalogues").glob("*.sqlite")))
    for card in starter.pieces():
        for name in (card.title, *starter.piece(card.id).also_called):
            _must_be_first(starter, name, card.id)
    for line in starter.hotlines():
        for phone in line.phones:
            _must_be_first(starter, phone.dialable, line.id)
    everybody = starter.search(Filters(sort=Sort.NAME), TODAY)
    for listed in starter.page(everybody, 0, everybody.total, TODAY)[::7]:
        _must_be_first(starter, listed.name, listed.id)


def _must_be_first(asked: Catalogue, typed: str, wanted: str) -> None:
    answers = asked.answers(typed, TODAY, most=40)
    exact: list[Answer] = [
        answer for found in answers.groups.values() for answer in found.answers if answer.tier is Tier.EXACT
    ]
    assert wanted in {answer.id for answer in exact}, typed
    assert answers.best in exact
    assert Counter(answer.id for answer in exact)[wanted] == 1
