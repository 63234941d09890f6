"""A badge: a shape, a word and a colour, so that none of them has to be told apart alone."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy

from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.fitting_button import wrapped
from therapist_desktop.ui.wording.tones import Tone


class Badge(QFrame):
    """One word or two with a shape before them; on a narrow page they wrap."""

    def __init__(self, words: str, tone: Tone, appearance: Appearance, spoken: str = "") -> None:
        """`spoken` says more than there is room for, to a screen reader and as a tip."""
        super().__init__()
        self.setProperty("role", f"badge-{tone.name}")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.words = words
        self._shape = QLabel()
        self._shape.setPixmap(
            pixmap(tone.icon, tone.colour(appearance.theme), appearance.px(14), self.devicePixelRatioF())
        )
        self._text = QLabel(words)
        self._text.setAccessibleName(spoken or words)
        self.setToolTip(spoken if spoken != words else "")
        self._row = row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(appearance.px(8), appearance.px(3), appearance.px(10), appearance.px(3))
        row.setSpacing(appearance.px(5))
        row.addWidget(self._shape)
        row.addWidget(self._text, 1)

    @override
    def sizeHint(self) -> QSize:
        room = self._room_around()
        metrics = self._text.fontMetrics()
        width = metrics.horizontalAdvance(self.words) + 1
        return QSize(width + room.width(), metrics.lineSpacing() + room.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._room_around().width(), self.sizeHint().height())

    @override
    def heightForWidth(self, width: int) -> int:
        metrics, room = self._text.fontMetrics(), self._room_around()
        lines = wrapped(self.words, metrics, width - room.width())
        return len(lines) * metrics.lineSpacing() + room.height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = wrapped(self.words, self._text.fontMetrics(), self.width() - self._room_around().width())
        self._text.setText("\n".join(lines))

    def _room_around(self) -> QSize:
        self._text.ensurePolished()
        margins = self._row.contentsMargins()
        edges = 2 * self.frameWidth() + 2
        width = margins.left() + margins.right() + self._shape.sizeHint().width() + self._row.spacing()
        return QSize(width + edges, margins.top() + margins.bottom() + edges)
