"""From a piece to what the lists say about it, and from there to a column and back."""

from typing import Final

import msgspec

from therapist_desktop.data.datafile.library import (
    Article,
    Book,
    HotlineRecord,
    Piece,
    SupportGroup,
    Topic,
    Website,
)
from therapist_desktop.data.phones import phone_of
from therapist_desktop.domain.piece_facts import (
    ArticleFacts,
    BookFacts,
    Facts,
    GroupFacts,
    HotlineFacts,
    MedicineFacts,
    SiteFacts,
)

SAID_BY_RECORD: Final = ("hotline", "support_group")
"""What has a number to call is never taken from a column: only a record can be proved."""
_MEETS = {"in-person": "in person", "online": "online", "phone": "phone"}
_KINDS: dict[str, type[Facts]] = {
    "article": ArticleFacts,
    "topic": MedicineFacts,
    "book": BookFacts,
    "website": SiteFacts,
}


def facts_of(piece: Piece) -> Facts | None:
    """What a list says about this piece beside its title."""
    facts: Facts | None = None
    match piece:
        case Article() if piece.author is not None:
            facts = ArticleFacts(piece.author.name)
        case Topic() if piece.medicine is not None:
            one = piece.medicine
            facts = MedicineFacts(one.drug_class, one.generics, one.brands, one.used_for)
        case HotlineRecord():
            facts = HotlineFacts(tuple(map(phone_of, piece.phones)), piece.hours)
        case SupportGroup():
            facts = _group(piece)
        case Book():
            facts = BookFacts(piece.authors, piece.year, piece.publisher, piece.isbn or "", piece.level)
        case Website():
            facts = SiteFacts(piece.url, piece.publisher, piece.checked_on)
        case _:
            pass
    return facts


def packed_facts(piece: Piece) -> str:
    """The column of these facts; empty where there are none or only the record may say them."""
    kind = str(piece.__struct_config__.tag)
    facts = None if kind in SAID_BY_RECORD else facts_of(piece)
    return msgspec.json.encode(facts).decode() if facts is not None else ""


def unpacked_facts(kind: str, column: str) -> Facts | None:
    """What was packed; nothing where it cannot be read: whoever opens the piece is told."""
    if not column or kind not in _KINDS:
        return None
    try:
        return msgspec.json.decode(column, type=_KINDS[kind])
    except msgspec.DecodeError:
        return None


def _group(piece: SupportGroup) -> GroupFacts:
    said = piece.meeting.casefold()
    formats: tuple[str, ...] = piece.formats or tuple(one for one, words in _MEETS.items() if words in said)
    phones = tuple(map(phone_of, piece.phones))
    return GroupFacts(piece.topic, piece.meeting, formats, phones, piece.url or "", piece.checked_on)
