"""What typed words may stand for, and what is taken for words that nothing has."""

from pathlib import Path

import pytest

from tests.made import TODAY, a_provider, catalogue, crowd, whole
from therapist_desktop.data.datafile.records import Address, Listed
from therapist_desktop.domain.filters import Choice, Filters, Near, Sort
from therapist_desktop.domain.reasons import Reason, Why
from therapist_desktop.domain.results import Results
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.catalogue import Catalogue

NAMES = ("Schmidt", "Schmitt", "Smith", "Johnson", "Jensen", "Phillips", "Katherine", "Catherine", "Meyer", "Mayer")
DEPRESSION = Choice(Facet.SPECIALTY, "depression")
ANXIETY = Choice(Facet.SPECIALTY, "anxiety")


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue(tmp_path_factory.mktemp("crowd"), whole(crowd(200)))


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    people: list[Listed] = [
        a_provider(number, name=f"Ada {name}", address=Address(city="Albany"), specialty=("anxiety",))
        for number, name in enumerate(NAMES)
    ]
    quiet = a_provider(99, name="Quiet Therapy", description="Help with grief.")
    return catalogue(tmp_path_factory.mktemp("named"), whole([*people, quiet]))


def ask(where: Catalogue, words: str, **more: object) -> Results:
    return where.search(Filters(words=words, **more), TODAY)  # type: ignore[arg-type]


def names_of(where: Catalogue, results: Results) -> set[str]:
    return {card.name.removeprefix("Ada ") for card in where.page(results, 0, 99, TODAY)}


@pytest.mark.parametrize(
    ("text", "typed", "label", "rest", "choice"),
    [
        ("low mood", "low mood", "Depression", "", DEPRESSION),
        ("mary low mood cbt", "low mood", "Depression", "mary cbt", DEPRESSION),
        ("the blues, mary", "the blues", "Depression", "mary", DEPRESSION),
        ("nerves", "nerves", "Anxiety", "", ANXIETY),
        ("nerve", "nerve", "Anxiety", "", ANXIETY),
        ("anxiousness", "anxiousness", "", "", None),
        ("nerves -mary", "nerves", "Anxiety", "-mary", ANXIETY),
        ("name:mary anxi", "anxi", "Anxiety", "name:mary", ANXIETY),
        ("anxeity", "anxeity", "Anxiety", "", ANXIETY),
        ("espa\u00f1ol", "espa\u00f1ol", "Spanish", "", Choice(Facet.LANGUAGE, "es")),
        ("-nerves", "", "", "", None),
        ("name:nerves", "", "", "", None),
        ('"low mood"', "", "", "", None),
        ("low", "", "", "", None),
    ],
)
def test_names_of_values_are_offered(
    crowded: Catalogue, text: str, typed: str, label: str, rest: str, choice: Choice | None
) -> None:
    results = ask(crowded, text, sort=Sort.NAME)
    offered = {suggestion.choice: suggestion for suggestion in results.suggestions}
    if choice is None:
        assert not offered
    else:
        suggestion = offered[choice]
        assert (suggestion.typed, suggestion.label) == (typed, label)
        assert suggestion.filters == Filters(words=rest, chosen=frozenset({choice}), sort=Sort.NAME)
        assert choice not in {one.choice for one in ask(crowded, text, chosen=frozenset({choice})).suggestions}


def test_the_value_of_most_listings_is_offered_first_and_only_few(crowded: Catalogue) -> None:
    results = ask(crowded, "medicaid nerves low mood cbt video bipolar disorder")
    assert len(results.suggestions) == 4
    counts = ask(crowded, "").counts
    (both,) = {frozenset({one.choice, other.choice}) for one, other in [ask(crowded, "medicaid").suggestions]}
    assert both == {Choice(Facet.PAYER, "medicaid"), Choice(Facet.PAYMENT, "medicaid")}
    order = [counts[one.choice.facet][one.choice.value] for one in ask(crowded, "medicaid").suggestions if one.choice]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize(
    ("text", "typed", "place", "rest"),
    [
        ("12207", "12207", "12207", ""),
        ("nerves 12207-0001", "12207-0001", "12207", "nerves"),
        ("Albany, NY", "Albany, NY", "Albany, NY", ""),
        ("nerves near albany ny cbt", "albany ny", "Albany, NY", "nerves cbt"),
        ("nerves in Albany, New York", "Albany, New York", "Albany, NY", "nerves"),
        ("new york new york", "new york new york", "New York, NY", ""),
        ("mary new york, ny", "new york, ny", "New York, NY", "mary"),
        ("Albany, NY 12207", "Albany, NY 12207", "12207", ""),
        ("Albany NY 99999", "", "", ""),
        ("99999", "", "", ""),
        ("Nowhere, NY", "", "", ""),
        ("Albany, NJ", "", "", ""),
        ("albany", "", "", ""),
        ('"Albany, NY"', "", "", ""),
        ("city:albany ny", "", "", ""),
    ],
)
def test_places_are_offered(crowded: Catalogue, text: str, typed: str, place: str, rest: str) -> None:
    offered = [one for one in ask(crowded, text).suggestions if one.choice is None]
    if not place:
        assert not [one for one in offered if one.typed != "Albany NY"]
        return
    (suggestion,) = offered
    assert (suggestion.typed, suggestion.label) == (typed, f"Within 25 mi of {place}")
    assert suggestion.filters == Filters(words=rest, near=Near(place))
    assert ask(crowded, rest, near=Near(place)).spot is not None
    wider = [one for one in ask(crowded, text, near=Near("10001", 5)).suggestions if one.choice is None]
    assert [one.filters.near for one in wider] == [Near(place, 5)]
    assert not [one for one in ask(crowded, text, near=Near(place.upper(), 5)).suggestions if one.choice is None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("shmit", {"Schmidt", "Schmitt"}),
        ("filips", {"Phillips"}),
        ("katherin", {"Katherine"}),
        ("kathrin", {"Katherine", "Catherine"}),
        ("name:shmit", {"Schmidt", "Schmitt"}),
        ("shmit ada albany", {"Schmidt", "Schmitt"}),
        ("jonson", {"Johnson"}),
        ("maier", {"Meyer", "Mayer"}),
    ],
)
def test_names_are_found_by_ear(named: Catalogue, text: str, found: set[str]) -> None:
    assert names_of(named, ask(named, text)) == found


def test_what_was_heard_is_said(named: Catalogue) -> None:
    results = ask(named, "shmit")
    assert results.corrected == {"shmit": "schmidt / schmitt"}
    (remark,) = results.remarks
    assert remark.sentence == 'Nothing is spelled "shmit": showing names that sound like it (Schmidt, Schmitt).'
    assert all(card.why == (Reason(Why.SOUNDS, "shmit"),) for card in named.page(results, 0, 9, TODAY))


@pytest.mark.parametrize(
    ("text", "meant"), [("anxeity", "anxiety"), ("theraphy", "therapy"), ("albny", "albany"), ("city:abany", "albany")]
)
def test_slips_are_mended_and_said(named: Catalogue, text: str, meant: str) -> None:
    results = ask(named, text)
    typed = text.removeprefix("city:")
    assert results.corrected == {typed: meant}
    assert [remark.sentence for remark in results.remarks] == [f'Showing "{meant}" for "{typed}".']
    assert results.total == ask(named, text.replace(typed, meant)).total > 0


@pytest.mark.parametrize(
    "text",
    ['"anxeity"', "-anxeity", "name:anxeity", "city:shmit", "12208", "212555", "npi:100", "zz", "near", "qqqqqqqqqq"],
)
def test_what_is_not_mended(named: Catalogue, text: str) -> None:
    results = ask(named, text)
    assert not results.corrected
    assert not results.remarks
    assert results.total == (len(NAMES) + 1 if text.startswith("-") else 0)


def test_only_a_few_words_of_a_text_are_mended_and_it_does_not_matter_what_was_asked_before(named: Catalogue) -> None:
    typed = ("anxeity", "albny", "theraphy", "qqqqqqq", "griev")
    assert all(ask(named, word).corrected for word in typed if word != "qqqqqqq")
    assert list(ask(named, " ".join(typed)).corrected) == list(typed[:3])
    assert list(ask(named, " ".join(reversed(typed))).corrected) == ["griev", "theraphy", "albny"]


def test_a_known_beginning_is_never_mended(tmp_path: Path) -> None:
    found = catalogue(tmp_path, whole([a_provider(1, name="Schmitz"), a_provider(2, name="Schmits")]))
    results = found.search(Filters(words="schmi"), TODAY)
    assert (results.total, results.corrected) == (2, {})
