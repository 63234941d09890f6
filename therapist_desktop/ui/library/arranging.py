"""From the pieces of a section to the lines of its list, and what a person can choose about them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from therapist_desktop.domain.library import PieceKind, Section
from therapist_desktop.domain.piece_facts import (
    ArticleFacts,
    BookFacts,
    GroupFacts,
    HotlineFacts,
    MedicineFacts,
    SiteFacts,
)
from therapist_desktop.domain.text import fold
from therapist_desktop.ui.i18n import checked, day
from therapist_desktop.ui.models.lines import Line, escaped
from therapist_desktop.ui.wording.library import kind_name, section_name
from therapist_desktop.ui.wording.phones import one_line_each, purpose_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from therapist_desktop.domain.library import PieceCard

    Chosen = Mapping[str, str]

_LETTERED = frozenset({Section.TERM, Section.DISORDER, Section.APPROACH, Section.MEDICATION})
_MANY = 30
"""From so many lines on a bar of letters is of use."""
_OTHER = "\U0010ffff"
_DOT, _ARROW = " \u00b7 ", "\u2192 "


class Choice(NamedTuple):
    """Something that can be chosen about a list: its name, what is read aloud, and the options with their words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


def choices_of(section: Section | None, cards: Sequence[PieceCard]) -> tuple[Choice, ...]:
    """What can be chosen about the list of this section; the first option is the usual one."""
    if section is Section.MEDICATION:
        views = (("name", _say("By name")), ("class", _say("By class")), ("use", _say("By use")))
        return (Choice("view", _say("Order"), views),)
    if section is Section.BOOK:
        orders = (("author", _say("By author")), ("title", _say("By title")), ("year", _say("Newest first")))
        return (
            Choice("order", _say("Order"), orders),
            Choice("level", _say("Level"), (("", _say("All levels")), *_levels())),
        )
    if section is Section.SUPPORT_GROUP:
        topics = Counter(card.facts.topic for card in cards if isinstance(card.facts, GroupFacts) and card.facts.topic)
        named = tuple((topic, topic) for topic in sorted(topics, key=fold))
        return (
            Choice("topic", _say("Topic"), (("", _say("All topics")), *named)),
            Choice("format", _say("How it meets"), (("", _say("Meets in any way")), *_formats())),
        )
    return ()


def lines_of(
    cards: Sequence[PieceCard], section: Section | None = None, chosen: Chosen | None = None
) -> tuple[Line, ...]:
    """The lines of a list: those of a section as fits it, those of several each with its kind."""
    arrange = _ARRANGED.get(section) if section is not None else None
    if arrange is not None:
        return tuple(arrange(cards, chosen or {}))
    mixed = len({card.section for card in cards}) > 1
    return tuple(_line(card, mixed=mixed) for card in cards)


def letters_of(lines: Sequence[Line], section: Section | None) -> Mapping[str, int]:
    """Where each letter begins, where a bar of letters is of use."""
    is_short = len(lines) < _MANY and section is not Section.TERM
    if section not in _LETTERED or is_short or any(line.is_heading for line in lines):
        return {}
    found: dict[str, int] = {}
    for place, line in enumerate(lines):
        found.setdefault(fold(line.title)[:1].upper(), place)
    return {letter: place for letter, place in found.items() if letter.isalpha()}


def _line(card: PieceCard, *, mixed: bool) -> Line:
    facts, below = card.facts, " ".join(card.snippet.split()) or escaped(card.summary)
    large = ""
    if isinstance(facts, HotlineFacts | GroupFacts) and facts.phones and not mixed:
        large = facts.phones[0].shown
    if mixed:
        where = section_name(card.section) if card.kind is PieceKind.TOPIC else kind_name(card.kind)
        below = _DOT.join(part for part in (escaped(where), below) if part)
    return Line(card.title, card, below, large=large)


def _terms(cards: Sequence[PieceCard], _chosen: Chosen) -> Iterable[Line]:
    return (Line(card.title, card, escaped(card.summary), most=4) for card in cards)


def _articles(cards: Sequence[PieceCard], _chosen: Chosen) -> Iterable[Line]:
    for card in cards:
        author = card.facts.author if isinstance(card.facts, ArticleFacts) else ""
        below = _DOT.join(part for part in (escaped(author), escaped(card.summary)) if part)
        yield Line(card.title, card, below, day(card.updated) if card.updated else "", most=3)


def _hotlines(cards: Sequence[PieceCard], _chosen: Chosen) -> Iterable[Line]:
    for card in cards:
        facts = card.facts if isinstance(card.facts, HotlineFacts) else HotlineFacts()
        phones = one_line_each(facts.phones)
        how = purpose_of(phones[0]) if phones else ""  # "Call, then press 1" must not be missed
        below = _DOT.join(part for part in (escaped(facts.hours), escaped(card.summary)) if part)
        yield Line(card.title, card, below, how, phones[0].shown if phones else "", most=3)


def _groups(cards: Sequence[PieceCard], chosen: Chosen) -> Iterable[Line]:
    for card in cards:
        facts = card.facts if isinstance(card.facts, GroupFacts) else GroupFacts()
        if chosen.get("topic", "") not in {"", facts.topic}:
            continue
        if chosen.get("format") and chosen["format"] not in facts.formats:
            continue
        contact = facts.phones[0].shown if facts.phones else _host(facts.url)
        below = _DOT.join(escaped(part) for part in (facts.topic, facts.meeting, contact, card.summary) if part)
        yield Line(card.title, card, below, most=3)


def _books(cards: Sequence[PieceCard], chosen: Chosen) -> Iterable[Line]:
    books = [(card, card.facts if isinstance(card.facts, BookFacts) else BookFacts()) for card in cards]
    wanted = chosen.get("level", "")
    books = [(card, facts) for card, facts in books if wanted in {"", facts.level}]
    order = chosen.get("order") or "author"
    if order == "year":
        books.sort(key=lambda one: (-(one[1].year or 0), fold(one[0].title)))
    elif order == "title":
        books.sort(key=lambda one: _title_key(one[0].title))
    else:
        books.sort(key=lambda one: (_surname(one[1].authors), _title_key(one[0].title)))
    levels = dict(_levels())
    for card, facts in books:
        said = (", ".join(facts.authors), facts.publisher, f"ISBN {facts.isbn}" if facts.isbn else "")
        below = _DOT.join(escaped(part) for part in (*said, levels.get(facts.level, "")) if part)
        yield Line(card.title, card, below, str(facts.year or ""))


def _sites(cards: Sequence[PieceCard], _chosen: Chosen) -> Iterable[Line]:
    for card in cards:
        facts = card.facts if isinstance(card.facts, SiteFacts) else SiteFacts()
        looked = checked(facts.checked_on) if facts.checked_on else ""
        below = _DOT.join(escaped(part) for part in (_host(facts.url), facts.publisher, card.summary) if part)
        yield Line(card.title, card, below, looked, most=3)


def _news(cards: Sequence[PieceCard], _chosen: Chosen) -> Iterable[Line]:
    month = ""
    for card in sorted(cards, key=lambda one: one.updated.toordinal() if one.updated else 0, reverse=True):
        said = _month(card)
        if said != month:
            month = said
            yield Line(month, is_heading=True)
        yield Line(card.title, card, escaped(card.summary), day(card.updated) if card.updated else "", most=3)


def _medicines(cards: Sequence[PieceCard], chosen: Chosen) -> Iterable[Line]:
    view = chosen.get("view") or "name"
    if view == "name":
        return sorted(_by_name(cards), key=lambda line: fold(line.title))
    groups: dict[str, list[PieceCard]] = {}
    for card in cards:
        facts = card.facts if isinstance(card.facts, MedicineFacts) else MedicineFacts()
        for group in (facts.used_for if view == "use" else (facts.drug_class,)) or ("",):
            groups.setdefault(group, []).append(card)
    return _grouped(groups)


def _by_name(cards: Sequence[PieceCard]) -> Iterable[Line]:
    """Each page by its title, and each other name with the page that says most about it."""
    named: dict[str, tuple[str, PieceCard, MedicineFacts]] = {}
    for card in cards:
        facts = card.facts if isinstance(card.facts, MedicineFacts) else MedicineFacts()
        yield Line(card.title, card, _medicine(facts) or escaped(card.summary))
        for name in (*facts.generics, *facts.brands):
            known = named.get(fold(name))
            if known is None or len(facts.generics) < len(known[2].generics):  # about fewer is about this one
                named[fold(name)] = (name[:1].upper() + name[1:], card, facts)
    titles = {fold(_short(card.title)) for card in cards}
    for folded, (name, card, facts) in named.items():
        if folded not in titles:
            is_brand = folded in {fold(brand) for brand in facts.brands}
            yield Line(name, card, aside=_say("brand") if is_brand else "", leads=f"{_ARROW}{_short(card.title)}")


def _short(title: str) -> str:
    """Without what stands in brackets behind it."""
    return title.partition(" (")[0]


def _grouped(groups: Mapping[str, Sequence[PieceCard]]) -> Iterable[Line]:
    for group in sorted(groups, key=lambda one: fold(one) or _OTHER):
        yield Line(group[:1].upper() + group[1:] if group else _say("Other"), is_heading=True)
        for card in groups[group]:
            facts = card.facts if isinstance(card.facts, MedicineFacts) else MedicineFacts()
            yield Line(card.title, card, escaped(", ".join(facts.brands)) or escaped(card.summary))


def _medicine(facts: MedicineFacts) -> str:
    brands = ", ".join(facts.brands)
    return _DOT.join(escaped(part) for part in (facts.drug_class, brands) if part)


def _month(card: PieceCard) -> str:
    if card.updated is None:
        return _say("Without a date")
    return f"{QLocale().standaloneMonthName(card.updated.month)} {card.updated.year}"


def _host(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url


def _surname(authors: Sequence[str]) -> str:
    return fold(authors[0].partition(",")[0]).split()[-1] if authors and fold(authors[0]) else _OTHER


def _title_key(title: str) -> str:
    """Without the article that libraries leave out."""
    words = fold(title).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


def _say(text: str) -> str:
    return QCoreApplication.translate("Library", text)


def _levels() -> tuple[tuple[str, str], ...]:
    return ("general", _say("General readers")), ("professional", _say("Professionals"))


def _formats() -> tuple[tuple[str, str], ...]:
    return ("in-person", _say("In person")), ("online", _say("Online")), ("phone", _say("By phone"))


_ARRANGED: Mapping[Section, Callable[[Sequence[PieceCard], Chosen], Iterable[Line]]] = {
    Section.TERM: _terms,
    Section.ARTICLE: _articles,
    Section.HOTLINE: _hotlines,
    Section.SUPPORT_GROUP: _groups,
    Section.BOOK: _books,
    Section.WEBSITE: _sites,
    Section.NEWS: _news,
    Section.MEDICATION: _medicines,
}
