"""What an editor would object to in a piece of the library: sources, dates, Spanish, lengths, words, reading grade.

A rule of the house is an error where the delivered library itself is checked; in what others publish it is a warning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from therapist_desktop.data.datafile.library import (
    Article,
    Book,
    Faq,
    HotlineRecord,
    News,
    PageRecord,
    PieceRecord,
    SupportGroup,
    Term,
    Topic,
    Translation,
    Website,
)
from therapist_desktop.domain.grade import grade
from therapist_desktop.domain.text import fold
from therapist_desktop.publishing.faults import Fault, Known
from therapist_desktop.publishing.isbn import is_isbn
from therapist_desktop.publishing.portraits import MOST_PIXELS, size_of
from therapist_desktop.services.html import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

NEEDED_SOURCES: Final = 2
EASY: Final = 9
HARDER: Final = 11
STALE_DAYS: Final = 730

_NEEDED: Final[Mapping[type[PieceRecord], tuple[str, ...]]] = {
    Article: ("summary", "updated", "reviewed"),
    Topic: ("summary", "updated", "reviewed"),
    Faq: ("summary", "updated", "reviewed"),
    News: ("summary",),
    Term: ("reviewed",),
    HotlineRecord: ("title_es", "what_for_es", "hours", "references"),
    SupportGroup: ("summary", "checked_on"),
    Book: ("summary", "year"),
    Website: ("summary", "checked_on"),
}
_WORDS: Final[Mapping[str, tuple[str, int, int]]] = {
    "article": ("body", 500, 3_000),
    "topic": ("body", 250, 1_500),
    "about": ("body", 80, 1_500),
    "faq": ("body", 60, 450),
    "news": ("body", 20, 800),
    "term": ("definition", 8, 90),
    "hotline": ("what_for", 4, 60),
    "support_group": ("summary", 8, 90),
    "book": ("summary", 8, 90),
    "website": ("summary", 5, 90),
}
"""The field that says most, and how many words it may sensibly have."""
_DATES: Final = ("updated", "reviewed", "checked_on", "verified_on")
_DOSE: Final = re.compile(
    r"\b(?:mg|mcg|milligrams?|micrograms?)\b"
    r"|\btake (?:\d+|one|two|three|four|half an?) (?:tablets?|pills?|capsules?|drops?|puffs?)\b",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(r"<h[1-6]>")
_LINK: Final = re.compile(r"<a href=")
_HELP: Final = re.compile(r'href="hotline:|\b988\b')


def of_piece(record: PieceRecord, known: Known) -> Iterator[Fault]:
    """Everything of the kind in a piece that keeps the schema."""
    yield from _front(record, known)
    yield from _length(record)
    if isinstance(record, PageRecord):
        yield from _page(record, known)
    match record:
        case Term():
            yield from _term(record, known)
        case Book() if record.isbn and not is_isbn(record.isbn):
            yield Fault(True, "isbn", "its check digit does not fit: a digit is wrong", record.isbn)
        case Article() if record.author and record.author.portrait:
            yield from _portrait(record.author.portrait)
        case Topic() if record.section == "medication" and record.medicine is None:
            yield Fault(known.house, "medicine", "a page about a medicine needs its names: [medicine]")
        case _:
            pass


def _front(record: PieceRecord, known: Known) -> Iterator[Fault]:
    for name in _NEEDED.get(type(record), ()):
        if not getattr(record, name):
            yield Fault(known.house, name, "is missing")
    if isinstance(record, Article | Topic) and not _is_about(record):
        named = len({source.text for source in record.references})
        if named < NEEDED_SOURCES:
            yield Fault(known.house, "references", f"has {named} named sources and needs at least {NEEDED_SOURCES}")
    for name in _DATES:
        yield from _not_yet(name, getattr(record, name, None), known)


def _not_yet(name: str, day: date | None, known: Known) -> Iterator[Fault]:
    if day is not None and day > known.today:
        yield Fault(known.house, name, "lies in the future", day.isoformat())


def _length(record: PieceRecord) -> Iterator[Fault]:
    kind = "about" if _is_about(record) else str(record.__struct_config__.tag)
    name, least, most = _WORDS[kind]
    text: str = getattr(record, name)
    count = len((plain_text(text) if name == "body" else text).split())
    if text and not least <= count <= most:
        yield Fault(False, name, f"has {count} words; {least} to {most} are usual")


def _page(record: PageRecord, known: Known) -> Iterator[Fault]:
    text = plain_text(record.body)
    reads_at, most = grade(text), _hardest(record)
    if reads_at is not None and reads_at > most:
        yield Fault(False, "body", f"reads at grade {reads_at}; {most} is the most for this kind of page")
    yield from _doses("body", text)
    if record.crisis and not _HELP.search(record.body):
        yield Fault(known.house, "crisis", "a page about a crisis must lead to a hotline or name 988")
    for translation in record.translations:
        yield from _translation(translation, record, known)


def _hardest(record: PageRecord) -> int:
    is_harder = isinstance(record, Article | News) or (
        isinstance(record, Topic) and record.section in {"approach", "about"}
    )
    return HARDER if is_harder else EASY


def _doses(name: str, text: str) -> Iterator[Fault]:
    for dose in dict.fromkeys(found[0] for found in _DOSE.finditer(text)):
        yield Fault(False, name, "sounds like a dose; the library gives none", dose)


def _translation(translation: Translation, page: PageRecord, known: Known) -> Iterator[Fault]:
    name = f"translations.{translation.language}"
    if f"language/{translation.language}" not in known.values:
        yield Fault(True, name, "is not in the taxonomy", translation.language)
    if not translation.summary:
        yield Fault(known.house, f"{name}.summary", "is missing")
    if translation.reviewed is None:
        yield Fault(known.house, f"{name}.reviewed", "is missing")
    elif page.reviewed and (page.reviewed - translation.reviewed).days > STALE_DAYS:
        rule = f"was reviewed more than {STALE_DAYS} days before its original"
        yield Fault(False, f"{name}.reviewed", rule, translation.reviewed.isoformat())
    yield from _not_yet(f"{name}.reviewed", translation.reviewed, known)
    for what, form in (("headings", _HEADING), ("links", _LINK)):
        here, there = len(form.findall(translation.body)), len(form.findall(page.body))
        if abs(here - there) > max(1, there // 5):
            yield Fault(False, f"{name}.body", f"has {here} {what} and its original {there}")
    yield from _doses(f"{name}.body", plain_text(translation.body))


def _term(record: Term, known: Known) -> Iterator[Fault]:
    for name in dict.fromkeys((record.title, *record.also_called)):
        others = sorted(known.terms.get(fold(name), set()) - {record.id})
        if others:
            where = "title" if name == record.title else "also_called"
            yield Fault(known.house, where, f"is a name of {', '.join(others)} too", name)
    if fold(record.definition).startswith(f"{fold(record.title)} "):
        yield Fault(False, "definition", "begins with the title, which stands right above it", record.title)


def _portrait(portrait: bytes) -> Iterator[Fault]:
    size = size_of(portrait)
    if size is None:
        yield Fault(True, "author.portrait", "is neither a PNG nor a JPEG picture")
    elif max(size) > MOST_PIXELS or not min(size):
        wide, high = size
        yield Fault(True, "author.portrait", f"may have {MOST_PIXELS} pixels on a side at most", f"{wide} x {high}")


def _is_about(record: PieceRecord) -> bool:
    return isinstance(record, Topic) and record.section == "about"
