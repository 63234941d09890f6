"""Above a page of the library: where it stands, and the tools for reading it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from therapist_desktop.domain.library import Piece, Section
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.wording.library import section_name

_NARROW = 620


class PageBar(QWidget):
    """A breadcrumb on the left, size, find and citation on the right."""

    crumb_requested = Signal(object)  # Section, or None for the whole library
    smaller_requested = Signal()
    usual_requested = Signal()
    larger_requested = Signal()
    find_requested = Signal()
    citation_requested = Signal()

    def __init__(self, piece: Piece, zoom: int, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(appearance.px(4))
        self._row.addWidget(Flowing(appearance.px(2)).hold(self._crumbs(piece)), 1, Qt.AlignmentFlag.AlignVCenter)
        tools = [
            self._tool("A\u2212", "", self.tr("Smaller text (Ctrl+-)"), self.smaller_requested.emit),
            self._tool(f"{zoom} %", "", self.tr("Usual size of text (Ctrl+0)"), self.usual_requested.emit),
            self._tool("A+", "", self.tr("Larger text (Ctrl++)"), self.larger_requested.emit),
            self._tool(self.tr("Find"), "search", self.tr("Find on this page (Ctrl+F)"), self.find_requested.emit),
            self._tool(
                self.tr("Cite"), "copy", self.tr("Copy a line that names this page"), self.citation_requested.emit
            ),
        ]
        self._tools = QHBoxLayout()
        self._tools.setSpacing(0)
        for tool in tools:
            self._tools.addWidget(tool)
        self._row.addLayout(self._tools)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._appearance.px(_NARROW)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._row.setAlignment(self._tools, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)

    def _crumbs(self, piece: Piece) -> list[QWidget]:
        crumbs: list[QWidget] = [
            self._crumb(self.tr("Library"), None),
            _arrow(),
            self._crumb(section_name(piece.section), piece.section),
        ]
        for name in (*piece.breadcrumb, piece.title):
            crumbs += [_arrow(), _here(name)]
        return crumbs

    def _crumb(self, name: str, section: Section | None) -> FittingButton:
        crumb = FittingButton(name, "crumb")
        crumb.setToolTip(self.tr("Go to {name}").format(name=name))
        crumb.clicked.connect(lambda: self.crumb_requested.emit(section))
        return crumb

    def _tool(self, words: str, picture: str, name: str, deed: Callable[[], None]) -> QPushButton:
        button = QPushButton(f" {words}" if picture else words)
        button.setProperty("role", "quiet")
        button.setAccessibleName(name)
        button.setToolTip(name)
        if picture:
            side = self._appearance.px(16)
            button.setIcon(icon(picture, self._appearance.theme.muted, side))
            button.setIconSize(QSize(side, side))
        button.clicked.connect(lambda _=False: deed())
        return button


def _arrow() -> FittingButton:
    arrow = _here("\u203a")
    arrow.setAccessibleName("")
    return arrow


def _here(words: str) -> FittingButton:
    """Looks like a crumb but leads nowhere."""
    here = FittingButton(words, "crumb-here")
    here.setEnabled(False)
    return here
