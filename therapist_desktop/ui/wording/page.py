"""What stands around the text of a page: who wrote it, how old it is, how hard it reads, and the names of its facts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from therapist_desktop.domain.library import PieceKind, Section
from therapist_desktop.services.html import plain_text
from therapist_desktop.ui.i18n import day, plural, translate
from therapist_desktop.ui.wording.joining import DOT, dotted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from therapist_desktop.domain.library import Medicine, Piece

OLD_AFTER_YEARS, OLD_MEDICINE_AFTER_YEARS = 2, 1
LAST_GRADE = 12
_WORDS_A_MINUTE = 200
_DAYS_A_YEAR = 365.25

_FACTS = (
    QT_TRANSLATE_NOOP("Facts", "By"),
    QT_TRANSLATE_NOOP("Facts", "Publisher"),
    QT_TRANSLATE_NOOP("Facts", "Year"),
    QT_TRANSLATE_NOOP("Facts", "ISBN"),
    QT_TRANSLATE_NOOP("Facts", "Level"),
    QT_TRANSLATE_NOOP("Facts", "For"),
    QT_TRANSLATE_NOOP("Facts", "Meets"),
    QT_TRANSLATE_NOOP("Facts", "Hours"),
    QT_TRANSLATE_NOOP("Facts", "Languages"),
    QT_TRANSLATE_NOOP("Facts", "Area"),
    QT_TRANSLATE_NOOP("Facts", "Checked"),
    QT_TRANSLATE_NOOP("Facts", "General readers"),
    QT_TRANSLATE_NOOP("Facts", "Professionals"),
    QT_TRANSLATE_NOOP("Facts", "against public pages, not yet with its owner"),
)
"""The words that the catalogue names facts with, so that translators see them."""

_LEVELS = {"general": "General readers", "professional": "Professionals"}
"""Books are for them, as the list of books says it."""
_LANGUAGES = {
    "en": "English",
    "es": "Espa\u00f1ol",
    "fr": "Fran\u00e7ais",
    "de": "Deutsch",
    "pt": "Portugu\u00eas",
    "ht": "Krey\u00f2l ayisyen",
    "vi": "Ti\u1ebfng Vi\u1ec7t",
    "tl": "Tagalog",
    "zh": "\u4e2d\u6587",
    "ko": "\ud55c\uad6d\uc5b4",
    "ru": "\u0420\u0443\u0441\u0441\u043a\u0438\u0439",
    "ar": "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
}


def language_in_itself(language: str) -> str:
    """What those who speak a language call it."""
    return _LANGUAGES.get(language, language.upper())


def by_line(piece: Piece) -> str:
    """Who wrote it, how old it is and how it reads, as a line of rich text."""
    parts = []
    if piece.author:
        name = escape(piece.author.name)
        linked = f'<a href="listing">{name}</a>' if piece.author.listing else name
        parts.append(translate("Reader", "By {name}").format(name=linked))
    if piece.updated:
        parts.append(translate("Reader", "last updated {day}").format(day=day(piece.updated)))
    if piece.reviewed:
        parts.append(translate("Reader", "last reviewed {day}").format(day=day(piece.reviewed)))
    if piece.verified_on:
        parts.append(translate("Reader", "checked {day}").format(day=day(piece.verified_on)))
    line = dotted(*parts, reading_time(piece), reading_grade(piece)).replace(DOT, f"\u00a0{DOT.lstrip()}")
    return line[:1].upper() + line[1:]


def reading_time(piece: Piece) -> str:
    """How long it takes to read, nothing for a few words."""
    minutes = round(len(plain_text(piece.body).split()) / _WORDS_A_MINUTE)
    return plural("Reader", "{n} minute to read", "{n} minutes to read", minutes) if minutes else ""


def reading_grade(piece: Piece) -> str:
    """How many years of school it takes to read it with ease, where that is known."""
    if piece.grade is None:
        return ""
    if piece.grade > LAST_GRADE:
        return translate("Reader", "reads at college level")
    return translate("Reader", "reads at grade {n}").format(n=max(1, piece.grade))


def age_warning(piece: Piece, today: date) -> tuple[str, str] | None:
    """What to say of a page that was last looked through long ago. News are of their day and never warn."""
    if piece.reviewed is None or piece.kind is PieceKind.NEWS:
        return None
    years = int((today - piece.reviewed).days / _DAYS_A_YEAR)
    is_medicine = piece.section is Section.MEDICATION or piece.medicine is not None
    if years < (OLD_MEDICINE_AFTER_YEARS if is_medicine else OLD_AFTER_YEARS):
        return None
    said = plural("Reader", "Reviewed {n} year ago.", "Reviewed {n} years ago.", years)
    if is_medicine:
        return said, translate("Reader", "Advice about medicines may be out of date. Ask a prescriber or a pharmacist.")
    return said, translate("Reader", "Knowledge may have moved on. Check before you rely on it.")


def facts_of(piece: Piece) -> tuple[tuple[str, str], ...]:
    """What is known of a piece in a word or two, each with its name."""
    medicine = tuple(_of_medicine(piece.medicine)) if piece.medicine else ()
    other = ((translate("Facts", name), _LEVELS.get(text, text)) for name, text in piece.facts)
    said = (*medicine, *((name, translate("Facts", text)) for name, text in other))
    return tuple((name, text[:1].upper() + text[1:]) for name, text in said)


def _of_medicine(medicine: Medicine) -> Iterator[tuple[str, str]]:
    for name, text in (
        (translate("Facts", "Class"), medicine.drug_class),
        (translate("Facts", "Generic names"), listed(*medicine.generics)),
        (translate("Facts", "Brand names"), listed(*medicine.brands)),
        (translate("Facts", "Used for"), listed(*medicine.used_for)),
        (translate("Facts", "Prescribed by"), medicine.prescribers),
    ):
        if text:
            yield name, text
