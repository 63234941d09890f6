"""One facet of the filter panel: a heading that folds, its values, and the way to the rest of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.filters import Choice, Wish
from therapist_desktop.ui.announcing import announce
from therapist_desktop.ui.models.facet_rows import SEARCHED_FROM, more_count
from therapist_desktop.ui.models.facets import FacetModel
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, Appearance
from therapist_desktop.ui.widgets.facet_heading import FacetHeading
from therapist_desktop.ui.widgets.facet_list import FacetList
from therapist_desktop.ui.widgets.facet_search import FacetSearch
from therapist_desktop.ui.widgets.spacing import space

if TYPE_CHECKING:
    from therapist_desktop.domain.taxonomy import FacetList as FacetValues


class FacetSection(QWidget):
    """Emits what is wished for; what is chosen and what is preferred is told to it."""

    wish_asked = Signal(object, object)  # Choice, Wish
    fold_changed = Signal(str, bool)

    def __init__(
        self, facets: FacetValues, appearance: Appearance, *, folded: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._facets = facets
        self._appearance = appearance
        self._model = FacetModel(facets, self)
        self._folded = folded
        self._empty = False
        self._search: FacetSearch | None = None
        self._list: FacetList | None = None
        self._more: QPushButton | None = None

        self._heading = FacetHeading(facets.label, appearance, self)
        self._heading.clicked.connect(self._fold_or_unfold)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        space(self._page, appearance, SPACE_4)
        self._page.addWidget(self._heading)
        self._arrange()

    @property
    def model(self) -> FacetModel:
        """The lines of this facet."""
        return self._model

    @property
    def list(self) -> FacetList | None:
        """The values on the screen, or None while folded."""
        return None if self._folded else self._list

    @property
    def heading(self) -> FacetHeading:
        """What folds and unfolds it."""
        return self._heading

    @property
    def search(self) -> FacetSearch | None:
        """What looks for a value in a long list, or None where it is short or was never unfolded."""
        return self._search

    @property
    def more(self) -> QPushButton | None:
        """What shows the rest of the values, or None where there is no rest or it was never unfolded."""
        return self._more

    @property
    def is_empty(self) -> bool:
        """No listing of the release has any of the values."""
        return self._empty

    @property
    def is_folded(self) -> bool:
        """The values are out of sight."""
        return self._folded

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in the order of Tab."""
        parts = (self._heading, self._search, self._list, self._more)
        return tuple(part for part in parts if part is not None)

    @property
    def last_control(self) -> QWidget:
        """Where Tab leaves it."""
        return self.controls[-1]

    @property
    def facets(self) -> FacetValues:
        """The values that it offers."""
        return self._facets

    def offer(self, facets: FacetValues) -> None:
        """Offer the values of another release, and stay as it is: unfolded, searched, with the keyboard in it."""
        if facets == self._facets:
            return
        standing = self._standing()
        self._facets = facets
        self._model.offer(facets)
        if self._list is not None:
            self._arrange()
            self._list.keep_current(standing)
        if self._search is not None:
            self._search.show_tally(sum(not row.depth for row in self._model.rows), len(facets.values))

    def show_wishes(self, chosen: frozenset[str], preferred: frozenset[str]) -> None:
        """Tick these values, put a heart on those, and on no others."""
        if (chosen, preferred) == self._model.view[:2]:
            return
        standing = self._standing()
        self._model.look(chosen=chosen, preferred=preferred)
        self._arrange()
        if standing and self._list is not None:
            self._list.keep_current(standing)
            if self._list.hasFocus():
                announce(self._list, str(self._list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))

    def show_empty(self, empty: bool, folded: bool) -> None:  # noqa: FBT001 - two facts
        """Step back where there is nothing to choose; otherwise be folded or not, as it is remembered."""
        if empty != self._empty:
            self._empty = empty
            self._folded = empty or folded
            self._arrange()

    def fold(self, folded: bool) -> None:  # noqa: FBT001 - a state
        """Put the values out of sight, or into it."""
        if folded != self._folded and not self._empty:
            self._folded = folded
            self._arrange()

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self._heading.restyle()
        if self._search is not None:
            self._search.restyle()
        if self._list is not None:
            self._list.fit()
            self._list.viewport().update()

    def _standing(self) -> str:
        if self._list is None or not self._list.currentIndex().isValid():
            return ""
        return self._model.rows[self._list.currentIndex().row()].value.id

    def _fold_or_unfold(self) -> None:
        self._folded = not self._folded
        self._arrange()
        self.fold_changed.emit(self._facets.facet.value, self._folded)

    def _show_more_or_less(self) -> None:
        all_shown = not self._model.view.all_shown
        if self._search is not None:
            self._search.clear()
        self._model.look(all_shown=all_shown, looked_for="")
        self._arrange()
        if all_shown and self._search is not None:
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Show what is unfolded; each part is made when it is shown for the first time."""
        if not self._folded:
            self._list = self._list or self._made_list()
            if len(self._facets.values) >= SEARCHED_FROM:
                self._search = self._search or self._made_search(self._list)
            self._show_rest(self._list)
        self._page.setContentsMargins(0, 0, 0, 0 if self._folded else self._appearance.px(SPACE_8))
        looks = bool(self._model.view.looked_for.strip())
        for part in (self._search, self._list, self._more):
            if part is not None:
                is_idle = part is self._more and (looks or not more_count(self._facets))
                part.setVisible(not self._folded and not is_idle)
        view = self._model.view
        self._heading.show_state(
            folded=self._folded, must=len(view.chosen), preferred=len(view.preferred), empty=self._empty
        )

    def _show_rest(self, listed: FacetList) -> None:
        hidden, all_shown = more_count(self._facets), self._model.view.all_shown
        if hidden:
            self._more = self._more or self._made_more(listed)
            self._more.setText(self.tr("Show fewer") if all_shown else self.tr("{n} more...").format(n=hidden))
            self._more.setAccessibleName(f"{self._more.text()} {self._facets.label}")

    def _made_list(self) -> FacetList:
        made = FacetList(self._model, self._appearance, self)
        made.wish_asked.connect(self._ask)
        made.open_requested.connect(self._open_group)
        made.left_below.connect(self.focusNextChild)
        made.left_above.connect(self.focusPreviousChild)
        self._page.insertWidget(1, made)
        self.setTabOrder(self._heading, made)
        return made

    def _made_more(self, listed: FacetList) -> QPushButton:
        made = QPushButton()
        made.setProperty("role", "quiet-left")
        made.setToolTip(self.tr("Show all values, or only the most frequent"))
        made.clicked.connect(self._show_more_or_less)
        self._page.addWidget(made)
        self.setTabOrder(listed, made)
        return made

    def _made_search(self, listed: FacetList) -> FacetSearch:
        made = FacetSearch(self._facets.label, self._appearance, self)
        made.textChanged.connect(self._look_for)
        made.left_below.connect(lambda: listed.setFocus(Qt.FocusReason.TabFocusReason))
        made.taken.connect(self._take_first)
        self._page.insertWidget(1, made)
        self.setTabOrder(self._heading, made)
        return made

    def _look_for(self, text: str) -> None:
        self._model.look(looked_for=text)
        if self._search is not None:
            self._search.show_tally(sum(not row.depth for row in self._model.rows), len(self._facets.values))
        self._arrange()

    def _take_first(self) -> None:
        """Enter in the field: the value that stands first must be met."""
        if self._search is not None and self._model.rows:
            self._ask(self._model.rows[0].value.id, Wish.MUST)
            self._search.selectAll()

    def _ask(self, value: str, wish: Wish) -> None:
        self.wish_asked.emit(Choice(self._facets.facet, value), wish)

    def _open_group(self, value: str, opened: bool) -> None:  # noqa: FBT001 - a slot
        before = self._model.view.opened
        self._model.look(opened=before | {value} if opened else before - {value})
        if self._list is not None:
            self._list.keep_current(value)
