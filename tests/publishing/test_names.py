"""The other names of values: what callers say leads to the right one, and to one only."""

import pytest

from therapist_desktop.data.datafile.records import TaxonomyRecord
from therapist_desktop.data.reading.sayings import Sayings
from therapist_desktop.domain.taxonomy import COMPACT, Facet, Value
from therapist_desktop.domain.text import words_of

MEANT = {
    ("payer", "UBH"),
    ("payer", "United Behavioral Health"),
    ("specialty", "SAD"),
    ("specialty", "sad"),
    ("specialty", "pill addiction"),
    ("when", "weekend"),
    ("when", "weekends"),
    ("identity", "BIPOC"),
    ("identity", "AAPI"),
}
"""Names that really stand for more than one value of their facet."""


@pytest.fixture(scope="module")
def values(taxonomy: tuple[TaxonomyRecord, ...]) -> list[Value]:
    return [
        Value(Facet(one.taxonomy), one.code, one.name, one.parent, one.group, one.aliases)
        for one in taxonomy
        if one.code and one.taxonomy != COMPACT
    ]


def keys(sayings: Sayings, text: str) -> set[str]:
    """The values that a whole text stands for."""
    words = words_of(text)
    said = [one for one in sayings.said(words, words) if one.exactly and (one.first, one.last) == (0, len(words))]
    return {value.key for one in said for value in one.values}


def test_no_name_stands_for_two_values_of_a_facet_unless_meant(values: list[Value]) -> None:
    for facet in Facet:
        of_facet = [value for value in values if value.facet is facet]
        sayings = Sayings(of_facet)
        for value in of_facet:
            for name in (value.label, *value.aliases):
                found = keys(sayings, name.upper())
                assert len(found) == 1 or (facet.value, name) in MEANT or len(name) < 3, (name, found)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("can't sleep", "specialty/insomnia"),
        ("can\u2019t sleep", "specialty/insomnia"),
        ("UBH", "payer/unitedhealthcare"),
        ("UBH", "payer/optum"),
        ("shrink", "provider_type/psychiatrist"),
        ("shrinks", "provider_type/psychiatrist"),
        ("couples counseling", "participants/couples"),
        ("couples counseling", "specialty/couples"),
        ("couples counseling", "service/couples-counseling"),
        ("marriage counselor", "provider_type/marriage-and-family-therapist"),
        ("kids", "age/children"),
        ("teenagers", "age/teens"),
        ("night terrors", "specialty/nightmares"),
        ("panic attacks", "specialty/panic"),
        ("panic attack", "specialty/panic"),
        ("anxiety attack", "specialty/panic"),
        ("pill addiction", "specialty/opioids"),
        ("drinking problem", "specialty/alcohol"),
        ("want to die", "specialty/suicidal-thoughts"),
        ("EAP", "payer/eap"),
        ("work benefits", "payer/eap"),
        ("zoom", "format/video"),
        ("sliding scale", "payer/sliding-scale"),
        ("low income", "payer/sliding-scale"),
        ("deaf", "language/ase"),
        ("Spanish speaking", "language/es"),
        ("rehab", "care/substance-use"),
        ("get clean", "care/detox"),
        ("horse therapy", "approach/animal-assisted"),
        ("DBT", "approach/dbt"),
        ("Alcoholics Anonymous", "approach/twelve-step"),
        ("Medi-Cal", "payer/medicaid"),
        ("TennCare", "payer/medicaid"),
        ("BCBS", "payer/blue-cross-blue-shield"),
        ("new patients", "accepting/yes"),
        ("female therapist", "gender/woman"),
        ("drug test", "service/urine-drug-test"),
        ("30 day program", "setting/short-residential"),
        ("nurse practitioner", "provider_type/psychiatric-nurse-practitioner"),
        ("death in the family", "specialty/grief"),
        ("postpartum", "specialty/perinatal-mood"),
        ("LGBTQ", "specialty/lgbtq-affirming"),
        ("LGBTQ", "identity/lgbtq"),
        ("after work", "when/evenings"),
        ("weekend", "when/saturday"),
        ("weekend", "when/sunday"),
        ("HMO", "plan/hmo"),
        ("ramp", "access/wheelchair"),
        ("ASL interpreter", "access/asl"),
        ("not religious", "faith/secular"),
    ],
)
def test_what_callers_say_leads_to_the_value(values: list[Value], text: str, key: str) -> None:
    assert key in keys(Sayings(values), text)


@pytest.mark.parametrize("text", ["in", "or", "me", "hi"])
def test_everyday_words_are_no_states_unless_in_capitals(values: list[Value], text: str) -> None:
    sayings = Sayings(values)
    assert not keys(sayings, text)
    assert [one.values[0].facet for one in sayings.said([text], [text.upper()])] == [Facet.STATE]


def test_every_value_is_found_by_its_label(values: list[Value]) -> None:
    sayings = Sayings(values)
    for value in values:
        assert value.key in keys(sayings, value.label), value.label
