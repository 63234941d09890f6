"""Above a page of the library: where it stands, and the tools for reading it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QPushButton, QWidget

from therapist_desktop.domain.library import Piece, Section
from therapist_desktop.domain.overriding import override
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.theme import Appearance
from therapist_desktop.ui.widgets.elided_label import ElidedLabel
from therapist_desktop.ui.widgets.fitting_button import FittingButton
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.wording.library import section_name

_NARROW = 680
_INDENT = "\u2003"


class PageBar(QWidget):
    """A breadcrumb on the left; contents where they have no other place, size, look, find and citation on the right."""

    crumb_requested = Signal(object)  # Section, or None for the whole library
    smaller_requested = Signal()
    usual_requested = Signal()
    larger_requested = Signal()
    look_requested = Signal()
    heading_chosen = Signal(int)
    find_requested = Signal()
    citation_requested = Signal()

    def __init__(self, piece: Piece, zoom: int, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(appearance.px(4))
        self._row.addWidget(Flowing(appearance.px(2)).hold(self._crumbs(piece)), 1, Qt.AlignmentFlag.AlignVCenter)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._check_heading)
        self._at: Callable[[], int] = int
        self._contents = self._tool(
            self.tr("On this page"), "list-tree", self.tr("Go to a heading of this page"), self._open_menu
        )
        self._contents.hide()
        self._zoom = self._tool("", "", self.tr("Usual size of text (Ctrl+0)"), self.usual_requested.emit)
        self.show_zoom(zoom)
        tools = [
            self._contents,
            self._tool("A\u2212", "", self.tr("Smaller text (Ctrl+-)"), self.smaller_requested.emit),
            self._zoom,
            self._tool("A+", "", self.tr("Larger text (Ctrl++)"), self.larger_requested.emit),
            self._tool(
                self.tr("Look"), "a-large-small", self.tr("Reading look (Ctrl+Alt+T)"), self.look_requested.emit
            ),
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

    @property
    def contents_button(self) -> QPushButton:
        """Opens the headings of the page as a menu."""
        return self._contents

    @property
    def contents_menu(self) -> QMenu:
        """The headings of the page."""
        return self._menu

    def show_zoom(self, percent: int) -> None:
        """Say how large the text is."""
        self._zoom.setText(self.tr("{n} %").format(n=percent))

    def show_contents(self, headings: Sequence[str], levels: Sequence[int], at: Callable[[], int]) -> None:
        """Offer these headings; `at` says which of them is read under when the menu opens."""
        self._menu.clear()
        for place, (words, level) in enumerate(zip(headings, levels, strict=True)):
            action = self._menu.addAction(_INDENT * (level - 1) + words.replace("&", "&&"))
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, place=place: self.heading_chosen.emit(place))
        self._at = at

    def need_contents(self, needed: bool) -> None:  # noqa: FBT001 - a yes or no
        """Show the way to the headings, where they do not stand beside the text."""
        self._contents.setVisible(needed and len(self._menu.actions()) > 1)

    def _check_heading(self) -> None:
        at = self._at()
        for place, action in enumerate(self._menu.actions()):
            action.setChecked(place == at)

    def _open_menu(self) -> None:
        self._menu.popup(self._contents.mapToGlobal(self._contents.rect().bottomLeft()))

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
        for name in piece.breadcrumb:
            crumbs += [_arrow(), _here(name)]
        title = ElidedLabel(piece.title)  # it stands whole, and large, right below
        title.setProperty("role", "crumb-here")
        return [*crumbs, _arrow(), title]

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
