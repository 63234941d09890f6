"""How a page of the library looks: what a person may choose of it, apart from how the window looks."""

import json
from dataclasses import asdict, dataclass, fields, replace
from enum import Enum, IntEnum, StrEnum

SMALLEST, USUAL, LARGEST, STEP = 80, 100, 300, 10
_LONGEST = 2_000


class PageColours(StrEnum):
    """The colours of the page."""

    WINDOW = "window"
    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"
    CONTRAST = "contrast"


class Typeface(StrEnum):
    """What the text is set in."""

    SANS = "sans"
    SERIF = "serif"
    LEGIBLE = "legible"
    DYSLEXIC = "dyslexic"


class LineSpacing(IntEnum):
    """How far lines stand apart, in percent of the usual height of a line."""

    USUAL = 150
    WIDE = 175
    DOUBLE = 200


class LetterSpacing(IntEnum):
    """How much stands between two letters more than usual, in percent of the size of the letters."""

    USUAL = 0
    WIDE = 4
    WIDER = 8


class Measure(IntEnum):
    """How many letters a line holds, about. More than 80 tire the eye."""

    NARROW = 50
    USUAL = 66
    WIDE = 78


@dataclass(frozen=True, slots=True)
class ReadingLook:
    """The look of all pages. `zoom` is the size of the text in percent, `glossary` whether terms are explained."""

    colours: PageColours = PageColours.WINDOW
    typeface: Typeface = Typeface.SANS
    lines: LineSpacing = LineSpacing.USUAL
    letters: LetterSpacing = LetterSpacing.USUAL
    measure: Measure = Measure.USUAL
    zoom: int = USUAL
    glossary: bool = True

    def zoomed(self, percent: int) -> "ReadingLook":
        """The same at another size, as far as that goes."""
        return replace(self, zoom=min(LARGEST, max(SMALLEST, percent)))


def look_as_text(look: ReadingLook) -> str:
    """How it is written down."""
    return json.dumps(asdict(look))


def look_from_text(text: str) -> ReadingLook:
    """What was written down; what cannot be understood is as usual."""
    try:
        kept = json.loads(text[:_LONGEST])
    except (ValueError, RecursionError):
        return ReadingLook()
    if not isinstance(kept, dict):
        return ReadingLook()
    usual = ReadingLook()
    good: dict[str, object] = {}
    for field in fields(usual):
        if field.name in kept:
            good[field.name] = _mended(kept[field.name], getattr(usual, field.name))
    look = replace(usual, **good)  # type: ignore[arg-type] # each is of the kind of its usual value
    return look.zoomed(look.zoom)


def _mended(value: object, usual: object) -> object:
    """This as what it should be; the usual where it is nothing of the kind."""
    if isinstance(usual, bool):
        return value if isinstance(value, bool) else usual
    if isinstance(value, bool) or not isinstance(value, str if isinstance(usual, str) else int):
        return usual
    if not isinstance(usual, Enum):
        return value
    return next((one for one in type(usual) if one.value == value), usual)
