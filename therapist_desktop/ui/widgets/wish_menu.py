"""What can be wished for a value, as a menu: must have, prefer, take away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from therapist_desktop.domain.filters import Wish

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint


_KEYS = {Wish.PREFER: "P"}


def wish_words(wish: Wish) -> str:
    """What to do with a value, in a word or two."""
    translate = QCoreApplication.translate
    return {
        Wish.MUST: translate("Wish", "Must have"),
        Wish.PREFER: translate("Wish", "Prefer"),
        Wish.NONE: translate("Wish", "Take away"),
    }[wish]


class WishMenu(QMenu):
    """Opens beside a value; the way it is wished for now is ticked."""

    def __init__(self, label: str, wish: Wish, ask: Callable[[Wish], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setToolTipsVisible(True)
        translate = QCoreApplication.translate
        tips = {
            Wish.MUST: translate("Wish", "Only listings that have it"),
            Wish.PREFER: translate("Wish", "Listings that have it stand higher; nobody is left out"),
            Wish.NONE: translate("Wish", "Do not ask for it"),
        }
        for one, tip in tips.items():
            keys = _KEYS.get(one)
            action = QAction(f"{wish_words(one)}\t{keys}" if keys else wish_words(one), self)
            action.setToolTip(tip)
            action.setCheckable(one is not Wish.NONE)
            action.setChecked(one is wish and one is not Wish.NONE)
            action.setEnabled(one is not Wish.NONE or wish is not Wish.NONE)
            action.triggered.connect(partial(_tell, ask, one))
            self.addAction(action)
        self.aboutToHide.connect(self.deleteLater)

    def open_at(self, where: QPoint) -> WishMenu:
        """Open at this place of the screen; whoever called goes on."""
        self.popup(where)
        return self


def _tell(ask: Callable[[Wish], object], wish: Wish, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
    ask(wish)
