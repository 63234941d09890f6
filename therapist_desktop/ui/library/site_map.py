"""The contents of the whole library as a tree that can be narrowed by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.i18n import plural
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.models.contents import ContentsModel
from therapist_desktop.ui.theme import SPACE_8
from therapist_desktop.ui.widgets.notice import Notice
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.widgets.tree_lines import TreeLines
from therapist_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from therapist_desktop.domain.library import PieceCard
    from therapist_desktop.ui.models.index import AnyIndex
    from therapist_desktop.ui.theme import Appearance

_ENTER, _CTRL = (Qt.Key.Key_Return, Qt.Key.Key_Enter), Qt.KeyboardModifier.ControlModifier
_STEP, _ARROW = 20, 16
"""So far to the right stands what is below something."""
_MOST_OPEN = 400
"""So many pieces at the most are unfolded at once while somebody types."""


class SiteMap(QWidget):
    """Arrow keys walk and unfold, Enter opens, any letter begins to narrow."""

    piece_chosen = Signal(str)
    new_tab_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._model = ContentsModel(self)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Type to narrow"))
        self._filter.setAccessibleName(self.tr("Narrow the contents"))
        self._filter.setToolTip(self.tr("Words of a title; Down goes to the contents, Esc shows all again"))
        self._filter.setClearButtonEnabled(True)
        self._count = Words("", "muted")
        self._fold, self._unfold = QPushButton(self.tr("Fold all")), QPushButton(self.tr("Unfold all"))
        self.tree = _Tree(appearance, self)
        self.tree.setModel(self._model)
        self.tree.setItemDelegate(TreeLines(appearance, self.tree))
        self._nothing = Notice(appearance)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._nothing)
        self._arrange()
        self.setFocusProxy(self.tree)
        self._filter.textChanged.connect(self._narrow)
        self._filter.returnPressed.connect(self.tree.setFocus)
        self.tree.typed.connect(self._begin)
        self.tree.opened.connect(self._open)
        self._fold.clicked.connect(self.tree.collapseAll)
        self._unfold.clicked.connect(self.tree.expandAll)
        appearance.changed.connect(self._nothing.restyle)
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def filter_field(self) -> QLineEdit:
        """Where words are typed."""
        return self._filter

    @Slot(object)
    def show_pieces(self, pieces: Sequence[PieceCard]) -> None:
        """Everything there is."""
        self._model.show(pieces)
        self._show_narrowed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
            self.tree.setFocus()
        elif event.key() == Qt.Key.Key_Down and self._filter.hasFocus():
            self.tree.setFocus()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        above = QHBoxLayout()
        space(above, self._appearance, 0)
        above.addWidget(self._count, 1)
        for button, tip in (
            (self._unfold, self.tr("Show every page (*)")),
            (self._fold, self.tr("Show sections only")),
        ):
            button.setToolTip(tip)
            button.setProperty("role", "quiet")
            above.addWidget(button)
        column = QVBoxLayout(self)
        space(column, self._appearance, SPACE_8, (SPACE_8, 0, SPACE_8, 0))
        column.addWidget(self._filter)
        column.addLayout(above)
        column.addWidget(self._stack, 1)

    @Slot()
    def _restyle(self) -> None:
        self.tree.setIndentation(self._appearance.px(_STEP))
        self.tree.scheduleDelayedItemsLayout()

    @Slot(str)
    def _narrow(self, words: str) -> None:
        self._model.filter(words)
        self._show_narrowed()

    def _show_narrowed(self) -> None:
        words, total = self._filter.text().strip(), self._model.total
        self._count.say(plural("Library", "{n} page", "{n} pages", total))
        if words and not total:
            sentence = self.tr("No title holds \u201c{words}\u201d.").format(words=words)
            ways = [(self.tr("Show all"), self._filter.clear)]
            self._nothing.say("search", sentence, self.tr("The search box above looks through the texts, too."), ways)
        self._stack.setCurrentWidget(self._nothing if words and not total else self.tree)
        if words and total <= _MOST_OPEN:
            self.tree.expandAll()

    @Slot(str)
    def _begin(self, text: str) -> None:
        self._filter.setFocus()
        self._filter.insert(text)

    def _open(self, index: QModelIndex, is_apart: bool) -> None:  # noqa: FBT001 - as it came
        piece = self._model.piece_at(index)
        if piece:
            (self.new_tab_requested if is_apart else self.piece_chosen).emit(piece)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))


class _Tree(QTreeView):
    """Enter and a click open what stands there; a letter is told."""

    opened = Signal(object, bool)  # QModelIndex, whether in a tab of its own
    typed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setProperty("ownRing", True)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(self.tr("Contents, section by section"))
        self.setToolTip(self.tr("Arrow keys walk and unfold, Enter opens, letters narrow"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.opened.emit(self.currentIndex(), bool(event.modifiers() & _CTRL))
        elif event.text().isalnum() and not event.modifiers() & (_CTRL | Qt.KeyboardModifier.AltModifier):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        """The arrow of the rest of the program, as large as the text."""
        painter.fillRect(rect, self._appearance.theme.surface)  # the ground of a chosen line has round corners
        if not self.model().rowCount(index):
            return
        side = self._appearance.px(_ARROW)
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        arrow = pixmap(name, self._appearance.theme.muted, side, self.devicePixelRatioF())
        left = rect.right() + 1 - (self.indentation() + side) // 2
        painter.drawPixmap(left, rect.top() + (rect.height() - side) // 2, arrow)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_name = index.isValid() and self.visualRect(index).contains(event.position().toPoint())
        super().mouseReleaseEvent(event)
        is_middle = event.button() is Qt.MouseButton.MiddleButton
        if on_name and (is_middle or event.button() is Qt.MouseButton.LeftButton):
            self.opened.emit(index, is_middle or bool(event.modifiers() & _CTRL))
