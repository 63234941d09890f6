"""The order of the lines of a data file: a promise of the format that makes loading fast."""

from typing import Final

from therapist_desktop.data.datafile.checking import LISTED, identity
from therapist_desktop.domain.text import fold

_FIRST: Final = {"taxonomy": 0, "place": 1, "hotline": 2}
_PIECES: Final = 3
_REDIRECTS: Final = 4
_LISTINGS: Final = 5


def place_in_file(line: bytes) -> tuple[int, str, str]:
    """Where a line stands: taxonomy, places, hotlines, the rest of the library by kind and id, redirects, then all
    listings by folded name and id. Taxonomy and places keep the order in which they come."""
    one = identity(line)
    if one.kind in LISTED:
        return (_LISTINGS, fold(one.name), one.id)
    if one.kind == "redirect":
        return (_REDIRECTS, "", one.id)
    rank = _FIRST.get(one.kind, _PIECES)
    return (rank, one.kind, one.id) if rank > _FIRST["place"] else (rank, "", "")
