"""What answers to the words in the search box, right below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.models.answers import LETTERS, AnswerModel, Line
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, SPACE_32
from therapist_desktop.ui.widgets.answer_lines import AnswerLines
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.solid_ground import SolidGround
from therapist_desktop.ui.widgets.solid_list import SolidList
from therapist_desktop.ui.wording.answers import group_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from therapist_desktop.domain.answers import Group
    from therapist_desktop.ui.theme import Appearance

_WIDEST, _TALLEST, _GAP = 720, 460, 4


class AnswersPanel(QFrame):
    """Lies over the page. The keyboard stays in the search box, from which the lines are walked."""

    line_chosen = Signal(object, bool)  # Line, in a new tab
    scope_chosen = Signal(object)  # Group, or None for everything
    left = Signal()

    def __init__(self, appearance: Appearance, box: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._appearance = appearance
        self._box, self._page = box, page
        self.setProperty("role", "answers")
        self.setAccessibleName(self.tr("Answers"))
        self._model = AnswerModel(self)
        self._list = SolidList(appearance)
        self._list.setModel(self._model)
        self._lines = AnswerLines(appearance, self._list)
        self._list.setItemDelegate(self._lines)
        self._list.setAccessibleName(self.tr("Answers to what is typed"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.viewport().installEventFilter(self)
        self._scopes = self._made_scopes()
        self._keys = QLabel(self.tr("Enter opens   \u00b7   Ctrl+Enter in a new tab   \u00b7   Esc closes"))
        self._keys.setProperty("role", "caption")
        ground = SolidGround(appearance)
        self._inside = QVBoxLayout(ground)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(self._flow)
        self._inside.addWidget(self._list, 1)
        self._inside.addWidget(self._keys)
        self._around = QVBoxLayout(self)
        self._around.addWidget(ground)
        for watched in (box, page):
            watched.installEventFilter(self)
        appearance.changed.connect(self._restyle)
        self.show_scope(None)
        self.hide()
        self._restyle()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is offered."""
        return self._model.lines

    @property
    def current(self) -> Line | None:
        """The line that Enter would open."""
        row = self._list.currentIndex().row()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    @property
    def scopes(self) -> Sequence[QPushButton]:
        """The chips: everything, then each group."""
        return tuple(self._scopes.values())

    def show_scope(self, scope: Group | None) -> None:
        """Point out what is looked through."""
        self._scopes[scope].setChecked(True)
        for chip in self._scopes.values():  # one stop for the keyboard, the arrow keys go on from there
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if chip.isChecked() else Qt.FocusPolicy.NoFocus)

    def show_lines(self, lines: tuple[Line, ...], current: int) -> None:
        """Offer these, standing on one of them, or on none where it is less than 0."""
        self._model.show(lines)
        self._stand_on(current)
        if current <= 0:
            self._list.scrollToTop()
        self._lie_down()
        if self.isHidden():
            self.show()
        self.raise_()

    def forget(self) -> None:
        """Have nothing to offer."""
        self._model.show(())

    def walk(self, step: int) -> None:
        """To the next line that can be chosen, or the one before, around the ends; it is announced."""
        rows = [row for row, line in enumerate(self.lines) if line.can_be_chosen]
        if not rows:
            return
        now = self._list.currentIndex().row()
        place = rows.index(now) + step if now in rows else (0 if step > 0 else -1)
        self._stand_on(rows[place % len(rows)])
        line = self.current
        if line is not None:
            self._box.setAccessibleDescription(line.sentence)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._box, line.sentence))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, (QResizeEvent, QMoveEvent)):
            if not self.isHidden() and watched is not self._list.viewport():
                self._lie_down()
        elif isinstance(event, QMouseEvent) and watched is self._list.viewport():
            return self._clicked(event)
        return False

    def _clicked(self, event: QMouseEvent) -> bool:
        if event.type() is not QEvent.Type.MouseButtonRelease:
            return event.type() is QEvent.Type.MouseButtonPress  # the line that Enter opens stays
        index = self._list.indexAt(event.position().toPoint())
        line = self.lines[index.row()] if index.isValid() else None
        if line is not None and line.can_be_chosen:
            is_apart = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.line_chosen.emit(line, bool(is_apart) or event.button() is Qt.MouseButton.MiddleButton)
        return True

    def _made_scopes(self) -> dict[Group | None, QPushButton]:
        names: dict[Group | None, str] = {None: self.tr("All")}
        names |= {group: group_name(group) for group in LETTERS}
        group = QButtonGroup(self)
        made: dict[Group | None, QPushButton] = {}
        for scope, name in names.items():
            chip = QPushButton(name)
            chip.setProperty("role", "scope")
            chip.setCheckable(True)
            chip.setAccessibleName(self.tr("Look through: {scope}").format(scope=name))
            chip.setToolTip(
                self.tr("Look through {scope} only ({letter}: in front of the words)").format(
                    scope=name, letter=LETTERS[scope]
                )
                if scope
                else self.tr("Look through everything")
            )
            chip.clicked.connect(partial(self.scope_chosen.emit, scope))
            group.addButton(chip)
            made[scope] = chip
        self._flow = Flowing(SPACE_4).hold(list(made.values()))
        return made

    def _stand_on(self, row: int) -> None:
        index = self._model.index(row, 0)
        if index == self._list.currentIndex():
            return
        self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _lie_down(self) -> None:
        """Below the box, as wide as it or as is good to read, as tall as the lines need."""
        px = self._appearance.px
        corner = self._box.mapTo(self._page, QPoint(0, self._box.height() + _GAP))
        wide = min(self._box.width(), px(_WIDEST))
        margins = self._around.contentsMargins()
        chips = self._flow.heightForWidth(wide - margins.left() - margins.right())
        self._flow.setFixedHeight(chips)
        around = margins.top() + margins.bottom() + 2 * self._inside.spacing() + chips + self._keys.sizeHint().height()
        lines = sum(self._lines.height_of(line) for line in self.lines) + 2
        room = self._page.height() - corner.y() - px(SPACE_32)
        self.setGeometry(QRect(corner.x(), corner.y(), wide, min(lines + around, px(_TALLEST), room)))

    def _restyle(self) -> None:
        px = self._appearance.px
        self._around.setContentsMargins(px(SPACE_8), px(SPACE_8), px(SPACE_8), px(SPACE_8))
        self._inside.setSpacing(px(SPACE_4))
        self._keys.setContentsMargins(px(SPACE_4), px(SPACE_4), 0, 0)
        self._lines.restyle()
        self._list.scheduleDelayedItemsLayout()
        if not self.isHidden():
            self._lie_down()
