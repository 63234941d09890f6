"""The crisis page in Spanish, to be shown or given to somebody who reads Spanish. It is Spanish in any window."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Final

from therapist_desktop.ui.wording.joining import dotted
from therapist_desktop.ui.wording.paper import paper_day, paper_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from therapist_desktop.domain.library import Hotline
    from therapist_desktop.domain.phone import Phone

TITLE: Final = "Ayuda en una crisis"
DANGER: Final = "Si alguien está en peligro, llame ahora al 911."
MORE: Final = "Más líneas"
SHEET: Final = "Líneas de ayuda"
_ALWAYS: Final = frozenset({"24/7", "24 hours, every day"})
_SPANISH: Final = frozenset({"es", "Spanish"})
_WORD: Final = "AYUDA"


def in_spanish(line: Hotline) -> Hotline:
    """The line in Spanish, with who answers in which language; what has no Spanish text keeps its own."""
    speaks = bool(_SPANISH.intersection(line.languages))
    hours = "Las 24 horas, todos los días" if line.hours in _ALWAYS else line.hours
    answers = "" if line.id == "hotline:911" else "Atiende en español" if speaks else "Atiende en inglés"
    return replace(
        line,
        title=line.title_es or line.title,
        what_for=line.what_for_es or line.what_for,
        phones=_phones(line.phones),
        hours=dotted(hours, answers),
        notes=line.notes_es,
        languages=(),
    )


def how_old_in_spanish(line: Hotline) -> str:
    """When the line was checked, and whether its owner confirmed it."""
    if line.verified_on is None:
        return "Nunca revisada"
    checked = f"Revisada el {paper_day(line.verified_on, paper_words('es'))}"
    return checked if line.confirmed else f"{checked}, sin confirmar por su dueño"


def spanish_sheet(lines: Sequence[Hotline], today: date) -> str:
    """The page as HTML for a printer, to be given away: the lines alone, without what is meant for the desk."""
    rows = "".join(_row(in_spanish(line)) for line in lines)
    printed = paper_words("es").printed.format(day=paper_day(today, paper_words("es")))
    return (
        f"<h1>{SHEET}</h1><p><b>{DANGER}</b></p>"
        f'<table width="100%" cellspacing="0" cellpadding="5">{rows}</table><p>{printed}</p>'
    )


def _phones(phones: Sequence[Phone]) -> tuple[Phone, ...]:
    """Where a word in Spanish can be sent to a number, the other words for it are left out."""
    spanish = {phone.number for phone in phones if phone.keyword == _WORD}
    kept = [phone for phone in phones if phone.number not in spanish or phone.type != "text" or phone.keyword == _WORD]
    return tuple(replace(phone, type="voice", keyword="", label=_how(phone)) for phone in kept)


def _how(phone: Phone) -> str:
    if phone.keyword:
        return f"Envíe la palabra {phone.keyword} por mensaje de texto"
    kinds = {"text": "Envíe un mensaje de texto", "tty": "TTY para personas sordas", "fax": "Fax"}
    return kinds.get(phone.type, "Llame")


def _row(line: Hotline) -> str:
    numbers = "<br>".join(
        f'<span style="font-size: 14pt"><b>{escape(phone.shown)}</b></span> {escape(phone.label)}'
        for phone in line.phones
    )
    said = [line.what_for, line.hours, line.notes, how_old_in_spanish(line)]
    words = "<br>".join(escape(part) for part in said if part)
    return f"<tr><td><b>{escape(line.title)}</b><br>{words}</td><td>{numbers}</td></tr>"
