"""Where a text uses terms of the dictionary."""

import pytest

from therapist_desktop.domain.glossary import Definition, Glossary

AFFECT = Definition("term:affect", "Affect", "How a feeling shows.")
FLAT = Definition("term:flat-affect", "Flat affect", "A feeling that hardly shows.", ("blunted affect",))
ACT = Definition("term:act", "Acceptance and commitment therapy", "A therapy.", ("ACT",))
COPAY = Definition("term:copay", "Copay", "A set amount.", ("co-payment",))
RESUME = Definition("term:resume", "R\u00e9sum\u00e9", "A list of what one has done.", ("client's list",))
GLOSSARY = Glossary((AFFECT, FLAT, ACT, COPAY, RESUME))


def marked(text: str, *told: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.start + one.length], one.term.id) for one in GLOSSARY.mentions(text, told)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Affect, and affect again.", [("Affect", "term:affect")]),
        ("Affection affected nobody.", []),
        ("A FLAT AFFECT, then affect.", [("FLAT AFFECT", "term:flat-affect"), ("affect", "term:affect")]),
        ("flat-affect", [("flat-affect", "term:flat-affect")]),
        ("It was flat. Affect came later.", [("Affect", "term:affect")]),
        ("flat\u00a0affect", [("flat\u00a0affect", "term:flat-affect")]),
        ("They act; in ACT they commit.", [("ACT", "term:act")]),
        ("acceptance and commitment therapy", [("acceptance and commitment therapy", "term:act")]),
        ("acceptance and commitment", []),
        ("a co-payment or co payment", [("co-payment", "term:copay")]),
        ("The resume\u0301 and r\u00e9sum\u00e9", [("resume\u0301", "term:resume")]),
        ("A client\u2019s list.", [("client\u2019s list", "term:resume")]),
        ("\U0001f600\U0001f600 then affect", [("affect", "term:affect")]),
    ],
)
def test_whole_words_are_found_once_and_the_longest_name_wins(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(text) == expected


def test_what_was_told_is_not_told_again_and_hides_no_other_term() -> None:
    assert marked("flat affect and affect", "term:flat-affect") == [("affect", "term:affect")]
    assert marked("affect", "term:affect") == []


def test_terms_are_known_by_id_and_by_every_name() -> None:
    assert GLOSSARY.term("term:affect") is AFFECT
    assert GLOSSARY.term("term:gone") is None
    assert len(GLOSSARY) == 5
    assert GLOSSARY.called(["BLUNTED AFFECT", "copay", "affect of", ""]) == {"term:flat-affect", "term:copay"}


def test_thousands_of_terms_are_told_apart() -> None:
    many = Glossary(Definition(f"term:{n}", f"thing number {n} of all", "") for n in range(5_000))
    text = " ".join(f"thing number {n} of all." for n in (7, 4_999, 7, 12_000))
    assert [one.term.id for one in many.mentions(text)] == ["term:7", "term:4999"]


def test_no_terms_mark_nothing() -> None:
    assert Glossary().mentions("affect") == []
    assert Glossary([Definition("term:odd", "...", "")]).mentions("... and so on") == []


def test_several_of_a_thing_are_explained_like_one() -> None:
    terms = (
        Definition("term:ssri", "SSRI", "A kind of antidepressant."),
        Definition("term:therapy", "exposure therapy", "Facing what is feared."),
        Definition("term:reflex", "reflex", "A quick answer."),
    )
    text = "SSRIs, exposure therapies and reflexes; not ssris."
    assert [text[one.start : one.start + one.length] for one in Glossary(terms).mentions(text)] == [
        "SSRIs",
        "exposure therapies",
        "reflexes",
    ]
