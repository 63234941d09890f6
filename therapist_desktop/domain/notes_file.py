"""Highlights and notes as a Markdown file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.app_link import link_to
from therapist_desktop.domain.markdown import escaped, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from therapist_desktop.domain.reading_notes import Highlight


class Words(NamedTuple):
    """What the file says besides the notes, in the language of the window."""

    heading: str
    exported: str
    release: str
    link: str
    note: str
    lost: str
    colours: Mapping[str, str]
    sections: Mapping[str, str]


def notes_markdown(highlights: Sequence[Highlight], words: Words, lost: frozenset[str] = frozenset()) -> str:
    """A heading, then page by page what was highlighted and noted. The words of `lost` are not found any more."""
    parts = [f"# {escaped(words.heading)}", f"{escaped(words.exported)}  \n{escaped(words.release)}"]
    page = ""
    for one in highlights:
        if one.piece.id != page:
            page = one.piece.id
            section = words.sections.get(one.piece.section, one.piece.section)
            parts += [
                f"## {escaped(one.piece.title)}",
                f"{escaped(section)}  \n{escaped(words.link)}: <{link_to(one.piece.id)}>",
            ]
        parts.append(quoted(one.anchor.quote))
        said = [f"{_day(one.made_at)}, {escaped(words.colours.get(one.colour.value, one.colour.value))}"]
        if one.id in lost:
            said.append(escaped(words.lost))
        parts.append("  \n".join(said))
        if one.note.strip():
            parts.append(f"**{escaped(words.note)}:** {escaped(one.note)}")
    return "\n\n".join(parts) + "\n"


def by_page(highlights: Sequence[Highlight]) -> tuple[Highlight, ...]:
    """Page by page by title, each page in the order of its text."""
    return tuple(
        sorted(highlights, key=lambda one: (one.piece.title.casefold(), one.piece.id, one.anchor.start, one.made_at))
    )


def _day(moment: datetime) -> str:
    day: date = moment.astimezone().date()
    return day.isoformat()
