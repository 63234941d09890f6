"""A report of errors as a file or a letter to the publisher. It says nothing about the machine or the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from therapist_desktop.domain.app_link import link_to
from therapist_desktop.domain.markdown import escaped, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from therapist_desktop.domain.reading_notes import Report

FORMAT = "therapist-desktop-report-1"
MOST_IN_A_LETTER = 1_800
"""Longer addresses are cut or refused by mail programs."""


def as_json(reports: Sequence[Report], publisher: str = "") -> dict[str, Any]:
    """The reports as one plain value."""
    return {
        "format": FORMAT,
        "publisher": publisher,
        "reports": [
            {
                "id": one.id,
                "piece": one.piece.id,
                "title": one.piece.title,
                "release": one.release,
                "wrong": one.wrong.value,
                "quote": one.quote,
                "text": one.text,
                "made": one.made_at.isoformat(),
            }
            for one in reports
        ],
    }


def as_markdown(reports: Sequence[Report], names: Mapping[str, str], heading: str) -> str:
    """The reports to read, `names` being what each thing that can be wrong is called."""
    parts = [f"# {escaped(heading)}"]
    for one in reports:
        parts += [
            f"## {escaped(one.piece.title)}",
            "\n".join(
                (
                    f"- Page: <{link_to(one.piece.id)}>",
                    f"- Release: {one.release or 'unknown'}",
                    f"- What is wrong: {escaped(names.get(one.wrong.value, one.wrong.value))}",
                    f"- Written: {one.made_at.date().isoformat()}",
                )
            ),
        ]
        parts += [part for part in (quoted(one.quote), escaped(one.text)) if part]
    return "\n\n".join(parts) + "\n"


def letter(address: str, subject: str, body: str) -> str:
    """The `mailto:` address of a letter that a mail program can open. A long body is cut there, never in the file."""
    whole = f"mailto:{quote(address, safe='@.+-_')}?subject={quote(subject)}&body="
    room = MOST_IN_A_LETTER - len(whole)
    cut = body
    while len(quote(cut)) > room and cut:
        cut = cut[: max(0, len(cut) - max(1, (len(quote(cut)) - room) // 3))]
    return whole + quote(cut)
