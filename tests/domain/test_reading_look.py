"""How pages of the library look, written down and read again."""

import json

import pytest

from therapist_desktop.domain.reading_look import (
    LetterSpacing,
    LineSpacing,
    Measure,
    PageColours,
    ReadingLook,
    Typeface,
    look_as_text,
    look_from_text,
)

OWN = ReadingLook(
    PageColours.SEPIA,
    Typeface.DYSLEXIC,
    LineSpacing.DOUBLE,
    LetterSpacing.WIDE,
    Measure.NARROW,
    zoom=240,
    glossary=False,
)


def test_a_look_is_read_as_it_was_written() -> None:
    assert look_from_text(look_as_text(OWN)) == OWN
    assert look_from_text(look_as_text(ReadingLook())) == ReadingLook()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "[" * 100_000,
        '{"colours": "pink", "lines": 160, "zoom": "large", "glossary": 1, "other": 5}',
        '{"colours": 3, "typeface": null, "lines": true, "letters": [], "measure": 150.0}',
    ],
)
def test_what_cannot_be_understood_is_as_usual(text: str) -> None:
    assert look_from_text(text) == ReadingLook()


def test_the_rest_is_kept_where_a_part_makes_no_sense() -> None:
    kept = json.loads(look_as_text(OWN)) | {"colours": "pink", "zoom": 5_000}
    look = look_from_text(json.dumps(kept))
    assert (look.colours, look.zoom, look.typeface) == (PageColours.WINDOW, 300, Typeface.DYSLEXIC)


def test_sizes_stay_within_bounds_and_lines_below_eighty_letters() -> None:
    assert (OWN.zoomed(10).zoom, OWN.zoomed(110).zoom, OWN.zoomed(999).zoom) == (80, 110, 300)
    assert max(Measure) <= 80
