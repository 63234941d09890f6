"""A page that is as wide as there is room and scrolls up and down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class TallPage(QScrollArea):
    """Holds one widget. It takes no focus itself: what is on the page does."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def tall_page(inside: QWidget) -> TallPage:
    """A page that holds this."""
    page = TallPage()
    page.setWidget(inside)
    return page
