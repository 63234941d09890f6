"""The lines below the search box: what Enter would do, the answers in groups, what was opened before."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from therapist_desktop.domain.answers import Answer, Answers, Group, Tier, best_of
from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.text import fold, placed_words, search_words
from therapist_desktop.ui.i18n import band, number, translate
from therapist_desktop.ui.models.index import ROOT, AnyIndex
from therapist_desktop.ui.wording.answers import group_name
from therapist_desktop.ui.wording.joining import dotted, listed
from therapist_desktop.ui.wording.samples import sample_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from therapist_desktop.domain.places import Recent

ICONS = {
    Group.PEOPLE: "user-round",
    Group.CENTERS: "hospital",
    Group.TOPICS: "brain",
    Group.ARTICLES: "file-text",
    Group.TERMS: "book-marked",
    Group.HOTLINES: "phone",
    Group.OTHER: "library",
}

LETTERS = {
    Group.PEOPLE: "p",
    Group.CENTERS: "c",
    Group.TOPICS: "t",
    Group.ARTICLES: "a",
    Group.TERMS: "d",
    Group.HOTLINES: "h",
}
"""What is typed with a colon in front of the words to look through one group only."""


class Kind(Enum):
    """What a line is."""

    HEADING = auto()
    ALL = auto()
    ANSWER = auto()
    RECENT = auto()
    HINT = auto()


class Line(NamedTuple):
    """One line. `marks` are the parts of its text that were typed: where they begin and how long they are."""

    kind: Kind
    text: str
    about: str = ""
    icon: str = ""
    answer: Answer | None = None
    recent: Recent | None = None
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def can_be_chosen(self) -> bool:
        """Something happens on Enter."""
        return self.kind not in {Kind.HEADING, Kind.HINT}

    @property
    def sentence(self) -> str:
        """The line as it is spoken."""
        answer = self.answer
        if answer is None:
            return listed(self.text, self.about)
        parts = [group_name(answer.group), answer.title, _about(answer)]
        parts.append(band(answer.freshness) if answer.freshness else "")
        parts.append(answer.phone if answer.group is Group.HOTLINES else "")
        return listed(*parts)


def answer_lines(everything: Line, answers: Answers | None, *, has_headings: bool = True) -> tuple[Line, ...]:
    """What leads to everything, then each group with its best, or that there is none."""
    lines = [everything]
    for group in Group if answers else ():
        found = answers.groups.get(group) if answers else None
        if found is None or not found.answers:
            continue
        if has_headings:
            lines.append(Line(Kind.HEADING, group_name(group), number(found.total)))
        lines += [
            Line(Kind.ANSWER, one.title, _about(one), ICONS[group], one, marks=marks_in(one.title, answers.words))
            for one in found.answers
            if answers
        ]
    if answers and len(lines) == 1:
        nothing = translate("Answers", "Nothing has these words. Try fewer of them, or only how one begins.")
        lines.append(Line(Kind.HINT, nothing))
    return tuple(lines)


def recent_lines(recents: Sequence[Recent], names: Mapping[str, str]) -> tuple[Line, ...]:
    """What was searched for and opened, and what can be typed in front of words."""
    lines = []
    for recent in recents:
        icon = "history" if recent.words else "user-round" if recent.listing else "file-text"
        text = recent.words or names.get(recent.listing or recent.piece, "")
        if text:
            lines.append(Line(Kind.RECENT, text, icon=icon, recent=recent))
    if lines:
        lines.insert(0, Line(Kind.HEADING, translate("Answers", "Since the window was opened")))
    hint = translate("Answers", "p: people   c: centers   t: topics   a: articles   d: dictionary   h: hotlines")
    return (*lines, Line(Kind.HINT, hint))


def marks_in(title: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where the words that were typed begin words of a title."""
    typed = search_words(words)
    marks = []
    for one in placed_words(title):
        longest = max((len(word) for word in typed if one.word.startswith(word)), default=0)
        if longest:
            marks.append((one.start, min(longest, one.end - one.start)))
    return tuple(marks)


def named(answers: Answers, *, listings: bool | None) -> Answer | None:
    """The answer whose name was typed: all of it, or as much as fits nothing else.

    `listings` says whether only listings count, or only the library; None is both.
    """
    groups = {group: found for group, found in answers.groups.items() if listings in {None, group.is_listings}}
    best = best_of(groups)
    if best is None or best.tier is Tier.EXACT or not best.group.is_listings:
        return best
    is_told_apart = " " in fold(answers.words) or sum(found.total for found in groups.values()) == 1
    return best if is_told_apart else None


class AnswerModel(QAbstractListModel):
    """The lines as Qt sees them."""

    LineRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them."""
        return self._lines

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show these from now on. From key to key mostly the first one changes, and only that is painted anew."""
        if lines and self._lines and lines[1:] == self._lines[1:]:
            self._lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(0, 0))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == self.LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.sentence
        return None

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or not self._lines[index.row()].can_be_chosen:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _about(answer: Answer) -> str:
    """What it is; a made-up listing says so first."""
    return dotted(sample_word() if answer.sample else "", answer.about)
