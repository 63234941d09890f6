"""What is kept of pages as entries of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.library import PieceKind, Section
from therapist_desktop.domain.text import fold
from therapist_desktop.ui.i18n import ago, plural, translate
from therapist_desktop.ui.wording.highlights import colour_name
from therapist_desktop.ui.wording.joining import listed
from therapist_desktop.ui.wording.library import kind_name, section_name
from therapist_desktop.ui.wording.reports import wrong_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from therapist_desktop.domain.reading_notes import Colour, Highlight, ReadingNotes, ShownPiece

_HUNDRED = 100


class KeptEntry(NamedTuple):
    """One line of a shelf. `key` is the id of what is kept, `flag` something to be aware of."""

    key: str
    piece: str
    title: str
    about: str
    quote: str = ""
    note: str = ""
    flag: str = ""
    colour: Colour | None = None
    is_done: bool = False

    @property
    def said(self) -> str:
        """The whole of it as one sentence."""
        return listed(self.title, self.about, self.flag, self.quote, self.note)

    def holds(self, words: str) -> bool:
        """Whether all of these words stand in it somewhere."""
        text = fold(f"{self.title} {self.quote} {self.note}")
        return all(word in text for word in fold(words).split())


def bookmark_entries(notes: ReadingNotes, today: date) -> tuple[KeptEntry, ...]:
    """The bookmarks, the newest first."""
    ordered = sorted(notes.bookmarks.values(), key=lambda one: one.made_at, reverse=True)
    return tuple(_entry(one.piece, _ago(one.made_at, today)) for one in ordered)


def to_read_entries(notes: ReadingNotes, today: date) -> tuple[KeptEntry, ...]:
    """What is still to be read in the order in which it was put there, then what was read, the last first."""
    everything = notes.to_read.values()
    waiting = sorted((one for one in everything if one.done_at is None), key=lambda one: one.added_at)
    entries = [
        _entry(one.piece, translate("Kept", "added {when}").format(when=_ago(one.added_at, today))) for one in waiting
    ]
    read = ((one.done_at, one.piece) for one in everything if one.done_at is not None)
    for moment, piece in sorted(read, key=lambda one: one[0], reverse=True):
        about = translate("Kept", "read {when}").format(when=_ago(moment, today))
        entries.append(_entry(piece, about)._replace(is_done=True))
    return tuple(entries)


def highlight_entries(notes: ReadingNotes, today: date, lost: frozenset[str]) -> tuple[KeptEntry, ...]:
    """The highlights page by page, the page that was worked in last first; each page in the order of its text."""
    latest: dict[str, datetime] = {}
    for one in notes.highlights.values():
        latest[one.piece.id] = max(one.changed_at, latest.get(one.piece.id, one.changed_at))
    pages = sorted(latest, key=lambda piece: latest[piece], reverse=True)
    return tuple(highlight_entry(one, today, lost) for page in pages for one in notes.highlights_of(page))


def highlight_entry(one: Highlight, today: date, lost: frozenset[str] = frozenset()) -> KeptEntry:
    """One highlight with its note."""
    about = f"{colour_name(one.colour)} \u00b7 {_ago(one.changed_at, today)}"
    flag = lost_words() if one.id in lost else ""
    quote = " ".join(one.anchor.quote.split())
    return KeptEntry(one.id, one.piece.id, one.piece.title, about, quote, one.note, flag, one.colour)


def recent_entries(notes: ReadingNotes, today: date) -> tuple[KeptEntry, ...]:
    """What was read, the last first."""
    entries = []
    for one in notes.recent:
        how_far = translate("Kept", "{n} % read").format(n=round(one.fraction * _HUNDRED)) if one.fraction else ""
        times = plural("Kept", "once", "{n} times", one.times) if one.times > 1 else ""
        where = (
            translate("Kept", "at \u201c{heading}\u201d").format(heading=one.heading)
            if one.heading and one.fraction
            else ""
        )
        about = " \u00b7 ".join(part for part in (_ago(one.last_read, today), how_far, times, where) if part)
        entries.append(_entry(one.piece, about))
    return tuple(entries)


def matching(entries: Sequence[KeptEntry], words: str) -> tuple[KeptEntry, ...]:
    """Those that hold all of these words."""
    return tuple(entry for entry in entries if entry.holds(words)) if words.strip() else tuple(entries)


def lost_words() -> str:
    """What is said of words that are not there any more."""
    return translate("Kept", "Not found in this release's text")


def kind_or_section(piece: ShownPiece) -> str:
    """What a page is, or in which section it stands; in its own words where this program does not know them."""
    if piece.kind == PieceKind.TOPIC and piece.section in set(Section):
        return section_name(Section(piece.section))
    return kind_name(PieceKind(piece.kind)) if piece.kind in set(PieceKind) else piece.kind


def _entry(piece: ShownPiece, about: str) -> KeptEntry:
    return KeptEntry(piece.id, piece.id, piece.title, f"{kind_or_section(piece)} \u00b7 {about}")


def _ago(moment: datetime, today: date) -> str:
    return ago(moment.astimezone().date(), today)


def report_entries(notes: ReadingNotes, today: date) -> tuple[KeptEntry, ...]:
    """The reports of errors, drafts first, then the newest."""
    ordered = sorted(notes.reports.values(), key=lambda one: (not one.is_draft, -one.changed_at.timestamp()))
    entries = []
    for one in ordered:
        state = translate("Kept", "draft") if one.is_draft else ""
        if one.exported_at:
            state = translate("Kept", "saved {when}").format(when=_ago(one.exported_at, today))
        about = " \u00b7 ".join(part for part in (wrong_name(one.wrong), state, _ago(one.changed_at, today)) if part)
        entries.append(KeptEntry(one.id, one.piece.id, one.piece.title, about, one.quote, one.text))
    return tuple(entries)
