"""Everything in the library as a tree: sections, groups in them, pieces."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from therapist_desktop.domain.library import Section
from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.piece_facts import BookFacts, GroupFacts, MedicineFacts
from therapist_desktop.domain.text import fold, words_of
from therapist_desktop.ui.i18n import number, plural
from therapist_desktop.ui.wording.library import section_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from therapist_desktop.domain.library import PieceCard
    from therapist_desktop.ui.models.index import AnyIndex

_NO_INDEX = QModelIndex()
TITLE_ROLE, COUNT_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


@dataclass(slots=True, eq=False)
class Node:
    """A branch or a piece of the tree."""

    title: str
    piece: str = ""
    above: Node | None = None
    row: int = 0
    below: list[Node] = field(default_factory=list)
    count: int = 0

    def add(self, node: Node) -> Node:
        """Put this below."""
        node.above, node.row = self, len(self.below)
        self.below.append(node)
        return node


class ContentsModel(QAbstractItemModel):
    """Of `show`n pieces those that have the words of a filter in their title."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[tuple[str, PieceCard], ...] = ()
        self._wanted: tuple[str, ...] = ()
        self._root = Node("")

    def show(self, pieces: Sequence[PieceCard]) -> None:
        """Hold these."""
        self._pieces = tuple((f" {fold(card.title)}", card) for card in pieces)
        self._grow()

    def filter(self, words: str) -> None:
        """Only what has a word that begins with each of these."""
        wanted = tuple(f" {word}" for word in words_of(words))
        if wanted != self._wanted:
            self._wanted = wanted
            self._grow()

    @property
    def total(self) -> int:
        """How many pieces stand in the tree."""
        return self._root.count

    def piece_at(self, index: AnyIndex) -> str:
        """The id of the piece there, empty on a branch."""
        return _node(index).piece if index.isValid() else ""

    @override
    def index(self, row: int, column: int, parent: AnyIndex = _NO_INDEX) -> QModelIndex:
        above = _node(parent) if parent.isValid() else self._root
        return self.createIndex(row, column, above.below[row]) if 0 <= row < len(above.below) else QModelIndex()

    @override
    def parent(self, index: AnyIndex = _NO_INDEX) -> QModelIndex:  # type: ignore[override] # Qt has two of this name
        above = _node(index).above if index.isValid() else None
        return QModelIndex() if above is None or above is self._root else self.createIndex(above.row, 0, above)

    @override
    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        return len((_node(parent) if parent.isValid() else self._root).below)

    @override
    def columnCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        return 1

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = _node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return node.title if node.piece else f"{node.title}  {number(node.count)}"
        if role == TITLE_ROLE:
            return node.title
        if role == COUNT_ROLE:
            return "" if node.piece else number(node.count)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            pages = plural("Library", "{n} page", "{n} pages", node.count)
            return node.title if node.piece else f"{node.title}, {pages}"
        return None

    def _grow(self) -> None:
        self.beginResetModel()
        self._root = Node("")
        sections: defaultdict[Section, list[PieceCard]] = defaultdict(list)
        for folded, card in self._pieces:
            if all(word in folded for word in self._wanted):
                sections[card.section].append(card)
        for section in Section:
            if sections[section]:
                _fill(self._root.add(Node(section_name(section))), section, sections[section])
        _count(self._root)
        self.endResetModel()


def _fill(branch: Node, section: Section, cards: Iterable[PieceCard]) -> None:
    groups: defaultdict[str, list[PieceCard]] = defaultdict(list)
    for card in cards:
        groups[_group_of(section, card)].append(card)
    for group in sorted(groups, reverse=section is Section.NEWS):
        below = branch.add(Node(group)) if group and len(groups) > 1 else branch
        for card in groups[group]:
            below.add(Node(card.title, card.id))


def _group_of(section: Section, card: PieceCard) -> str:
    group = ""
    match card.facts:
        case MedicineFacts():
            group = card.facts.drug_class
        case GroupFacts():
            group = card.facts.topic
        case BookFacts():
            first = card.facts.authors[0] if card.facts.authors else ""
            group = fold(first).split()[-1][:1].upper() if fold(first) else ""
        case _ if section is Section.TERM:
            group = fold(card.title)[:1].upper()
        case _ if section is Section.NEWS and card.updated is not None:
            group = str(card.updated.year)
        case _:
            pass
    return group[:1].upper() + group[1:]


def _count(node: Node) -> int:
    node.count = 1 if node.piece else sum(map(_count, node.below))
    return node.count


def _node(index: QModelIndex | QPersistentModelIndex) -> Node:
    node = index.internalPointer()
    assert isinstance(node, Node)  # noqa: S101 - for the type alone
    return node
