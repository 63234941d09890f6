"""What a machine can see wrong in a window: cut words, crushed widgets, some on each other, dead buttons."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import SIGNAL, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from therapist_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

SLACK = 1
_HEARD = [SIGNAL(f"{name}(bool)") for name in ("clicked", "toggled")] + [SIGNAL("pressed()"), SIGNAL("released()")]
BREAK = "\u200b"
"""Stands between letters of a word that may be broken anywhere."""


def faults(top: QWidget) -> list[str]:
    """Every fault below this widget, in a line each."""
    parts = [part for part in top.findChildren(QWidget) if _says_something(part)]
    found = [f"{_name(part)}: {fault}" for part in parts for fault in (*_cut(part), *_out_of_sight(part, top))]
    return [*found, *_on_each_other(parts), *_dead(parts)]


def _says_something(part: QWidget) -> bool:
    is_kind = isinstance(part, (QLabel, QAbstractButton, QLineEdit, QComboBox))
    return is_kind and part.isVisible() and not part.visibleRegion().isEmpty()


def _cut(part: QWidget) -> Iterator[str]:
    """Words that have less room than they need. An ElidedLabel is cut on purpose and has its words as a tip."""
    if isinstance(part, QLabel):
        if part.text() and not isinstance(part, ElidedLabel):
            yield from _cut_label(part)
    elif isinstance(part, QComboBox):
        yield from _cut_combo(part)
    elif isinstance(part, (QPushButton, QToolButton)) and part.text():
        needed = QPushButton.sizeHint(part) if isinstance(part, QPushButton) else QToolButton.sizeHint(part)
        yield from _smaller(part, needed)
    elif isinstance(part, QLineEdit):
        yield from _smaller(part, QSize(0, part.minimumSizeHint().height()))


def _smaller(part: QWidget, needed: QSize) -> Iterator[str]:
    if needed.width() > part.width() + SLACK or needed.height() > part.height() + SLACK:
        yield f"needs {needed.width()} x {needed.height()} px, has {part.width()} x {part.height()}"


def _cut_combo(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    kind, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(kind, option, field, combo).width()
    if combo.fontMetrics().horizontalAdvance(combo.currentText()) > room + SLACK:
        yield f"the words need more than {room} px"


def _cut_label(label: QLabel) -> Iterator[str]:
    room, metrics = label.contentsRect(), label.fontMetrics()
    if label.textFormat() is not Qt.TextFormat.PlainText and "<" in label.text():
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setDocumentMargin(0)
        document.setHtml(label.text())
        if label.wordWrap():
            document.setTextWidth(room.width())
        if document.idealWidth() > room.width() + SLACK or document.size().height() > room.height() + SLACK:
            yield "marked-up words are cut"
    elif label.wordWrap():
        flags = int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(QRect(0, 0, room.width(), 1 << 20), flags, label.text())
        if needed.height() > room.height() + SLACK:
            yield f"the lines need {needed.height()} px, have {room.height()}"
        longest = max((metrics.horizontalAdvance(w) for w in label.text().replace(BREAK, " ").split()), default=0)
        if longest > room.width() + SLACK:
            yield f"a word needs {longest} px, has {room.width()}"
    else:
        one = metrics.size(0, label.text())
        if one.width() > room.width() + SLACK or one.height() > room.height() + SLACK:
            yield f"needs {one.width()} x {one.height()} px, has {room.width()} x {room.height()}"


def _out_of_sight(part: QWidget, top: QWidget) -> Iterator[str]:
    """What sticks out of the parts that hold it, where nobody can scroll there."""
    holder = part.parentWidget()
    while holder is not None and holder is not top:
        spot = QRect(part.mapTo(holder, QPoint(0, 0)), part.size())
        area = holder.parentWidget()
        held = area if isinstance(area, QAbstractScrollArea) and area.viewport() is holder else None
        if held is not None and (held.property("follows") or _scrolls_sideways(held)):
            return
        if spot.left() < -SLACK or spot.right() > holder.width() - 1 + SLACK:
            yield f"sticks out of {type(holder).__name__} sideways"
            return
        if held is not None:
            return
        if spot.top() < -SLACK or spot.bottom() > holder.height() - 1 + SLACK:
            yield f"sticks out of {type(holder).__name__} above or below"
            return
        holder = holder.parentWidget()


def _scrolls_sideways(area: QAbstractScrollArea) -> bool:
    return area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _on_each_other(parts: list[QWidget]) -> Iterator[str]:
    for one, other in combinations(parts, 2):
        if one.parentWidget() is other.parentWidget():
            both = one.geometry() & other.geometry()
            if both.width() > SLACK and both.height() > SLACK:
                yield f"{_name(one)} lies on {_name(other)}"


def _dead(parts: list[QWidget]) -> Iterator[str]:
    for part in parts:
        is_heard = not isinstance(part, QAbstractButton) or any(map(part.receivers, _HEARD))
        has_menu = isinstance(part, (QPushButton, QToolButton)) and part.menu() is not None
        if part.isEnabled() and not is_heard and not has_menu:
            yield f"{_name(part)} does nothing"


def _name(part: QWidget) -> str:
    words = part.text() if isinstance(part, (QLabel, QAbstractButton)) else part.accessibleName()
    return f"{type(part).__name__} {(words or part.accessibleName())[:40]!r}"
