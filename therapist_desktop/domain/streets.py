"""Whether two street addresses are one house, however each of them is written."""

from typing import Final

from therapist_desktop.domain.text import words_of

_SHORT: Final = {
    "avenue": "ave",
    "boulevard": "blvd",
    "building": "bldg",
    "circle": "cir",
    "court": "ct",
    "drive": "dr",
    "east": "e",
    "expressway": "expy",
    "floor": "fl",
    "highway": "hwy",
    "lane": "ln",
    "north": "n",
    "northeast": "ne",
    "northwest": "nw",
    "parkway": "pkwy",
    "place": "pl",
    "plaza": "plz",
    "road": "rd",
    "route": "rt",
    "south": "s",
    "southeast": "se",
    "southwest": "sw",
    "square": "sq",
    "street": "st",
    "suite": "ste",
    "terrace": "ter",
    "turnpike": "tpke",
    "west": "w",
}
_INSIDE: Final = {"apt", "apartment", "bldg", "dept", "fl", "rm", "room", "ste", "unit"}
_FEWEST: Final = 2


def street_of(line: str) -> str:
    """The house and the street of a line of an address, folded; nothing where the line does not name both.

    What lies inside the house is left out: "210 Harbor Street, Suite 4" and "210 Harbor St. #9" are one house.
    """
    outside = line.split("#", 1)[0]
    words = [_SHORT.get(word, word) for word in words_of(outside)]
    cut = next((place for place, word in enumerate(words) if place >= _FEWEST and word in _INSIDE), len(words))
    words = words[:cut]
    numbered = len(words) >= _FEWEST and any(letter.isdigit() for letter in words[0])
    return " ".join(words) if numbered or "box" in words else ""
