"""Names by ear: how a name sounds, whatever way it is spelled.

A sound is the consonants of a name in the order they are heard, and the first vowel. The rules are those English
speakers of American surnames go by: ph is f, a c is a k or an s, h and doubled letters are silent.
"""

import re
from collections.abc import Sequence
from functools import cached_property

_BEGINNINGS = {"kn": "n", "gn": "n", "pn": "n", "wr": "r", "ps": "s", "wh": "w", "rh": "r", "gh": "g"}
_SPOKEN = (
    *(("tsch", "x"), ("tch", "x"), ("sch", "x"), ("chr", "kr"), ("sh", "x"), ("ch", "x"), ("ph", "f"), ("pf", "f")),
    *(("gh", ""), ("dg", "j"), ("ck", "k"), ("cq", "k"), ("qu", "kw"), ("q", "k"), ("dt", "t"), ("th", "t")),
    *(
        ("sc", "s"),
        ("ce", "se"),
        ("ci", "si"),
        ("cy", "si"),
        ("c", "k"),
        ("tz", "s"),
        ("ts", "s"),
        ("z", "s"),
        ("v", "f"),
    ),
    *(("mps", "ms"), ("mpt", "mt")),
    *((letter * 2, letter) for letter in "bdfgjklmnprstx"),
)
_SILENT = b"aeiouyhw"
_VOWELS = re.compile(r"[aeiouy]+")
_HEARD = {"a": "a", "e": "i", "i": "i", "y": "i", "o": "o", "u": "o"}
_LIKE_I = ("ai", "ay", "ei", "ey", "ea", "ee", "ie", "uy")
_SHORTEST = 3


class Sounds:
    """The names of a catalogue by their sound."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def like(self, name: str) -> list[str]:
        """The known names that sound like this one."""
        if len(name) < _SHORTEST or not name.isalpha():
            return []
        heard, vowel = _consonants(name), _first_vowel(name)
        same = [place for place, other in enumerate(self._consonants) if other == heard]
        return [self._names[place] for place in same if _first_vowel(self._names[place]) == vowel] if heard else []

    @cached_property
    def _consonants(self) -> list[str]:
        return _consonants("\n".join(self._names)).split("\n")


def _consonants(lines: str) -> str:
    """The consonants that are heard, for any number of names, one a line: one pass a rule over all of them."""
    lines = "\n" + lines
    for written, spoken in _BEGINNINGS.items():
        lines = lines.replace("\n" + written, "\n" + spoken)
    for written, spoken in _SPOKEN:
        lines = lines.replace(written, spoken)
    return lines[1:].encode().translate(None, delete=_SILENT).decode()


def _first_vowel(name: str) -> str:
    """The first vowel as it is heard, with where it stands when the name begins with it."""
    match = _VOWELS.search(name)
    if match is None:
        return ""
    heard = "i" if match[0].startswith(_LIKE_I) else _HEARD[match[0][0]]
    return heard.upper() if match.start() == 0 else heard
