"""The words of a hand-out. They are in the language of the paper, whatever the window speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class PaperWords(NamedTuple):
    """Everything on a hand-out that does not come from the library."""

    reviewed: str
    grade: str
    contents: str
    sources: str
    notes: str
    in_crisis: str
    disclaimer: str
    printed: str
    release: str
    page: str
    hours: str
    say: str
    facts: tuple[tuple[str, str], ...]
    lines: tuple[tuple[str, str], ...]
    text_word: str
    sample: str
    only_english: str
    months: tuple[str, ...]


_ENGLISH: Final = PaperWords(
    reviewed="Last reviewed {day}",
    grade="Reads at about school grade {n}",
    contents="In this hand-out",
    sources="Sources",
    notes="Notes",
    in_crisis="In a crisis, call or text 988. In danger, call 911.",
    disclaimer="For information only. It does not replace the advice of a clinician who knows you.",
    printed="Printed {day}",
    release="{title}, release {number} of {day}",
    page="Page {n} of {m}",
    hours="Hours",
    say="In short",
    facts=(
        ("drug_class", "Class"),
        ("generics", "Generic names"),
        ("brands", "Brand names"),
        ("used_for", "Used for"),
        ("prescribers", "Who prescribes"),
    ),
    lines=(("voice", "Call"), ("text", "Text message"), ("tty", "TTY"), ("fax", "Fax")),
    text_word="Text the word {word}",
    sample="Sample",
    only_english="",
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)

_SPANISH: Final = PaperWords(
    reviewed="Última revisión: {day}",
    grade="Nivel de lectura: grado escolar {n}, aproximadamente",
    contents="En esta hoja",
    sources="Fuentes",
    notes="Notas",
    in_crisis="En una crisis, llame al 988 y oprima 2, o envíe AYUDA por texto al 988. En peligro, llame al 911.",
    disclaimer="Solo para su información. No reemplaza el consejo de un profesional de salud que le conozca.",
    printed="Impreso el {day}",
    release="{title}, edición {number} del {day}",
    page="Página {n} de {m}",
    hours="Horario",
    say="En pocas palabras",
    facts=(
        ("drug_class", "Clase"),
        ("generics", "Nombres genéricos"),
        ("brands", "Nombres de marca"),
        ("used_for", "Para qué se usa"),
        ("prescribers", "Quién lo receta"),
    ),
    lines=(("voice", "Llame"), ("text", "Mensaje de texto"), ("tty", "TTY"), ("fax", "Fax")),
    text_word="Envíe la palabra {word}",
    sample="Muestra",
    only_english="Esta página solo está disponible en inglés.",
    months=("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
)


def paper_words(language: str) -> PaperWords:
    """The words for paper in this language; English where there are none."""
    return _SPANISH if language == "es" else _ENGLISH


def paper_day(when: date, words: PaperWords) -> str:
    """A day on paper: 20 Nov 2026."""
    return f"{when.day} {words.months[when.month - 1]} {when.year}"
