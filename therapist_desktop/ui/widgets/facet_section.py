"""One facet of the filter panel: a heading that folds, its values, and the way to the rest of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from therapist_desktop.domain.filters import Choice
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.models.facets import MOST_WITHOUT_SEARCH, FacetModel, more_count
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, Appearance
from therapist_desktop.ui.widgets.facet_list import FacetList

if TYPE_CHECKING:
    from therapist_desktop.domain.taxonomy import FacetList as FacetValues


class FacetSection(QWidget):
    """Emits what was toggled; what is chosen is told to it."""

    toggled = Signal(object)  # Choice
    fold_changed = Signal(str, bool)

    def __init__(
        self, facets: FacetValues, appearance: Appearance, *, folded: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._facets = facets
        self._appearance = appearance
        self._model = FacetModel(facets, self)
        self._folded = folded
        self._search: QLineEdit | None = None
        self._list: FacetList | None = None
        self._more: QPushButton | None = None

        self._heading = QPushButton(facets.label.upper(), flat=True)
        self._heading.setProperty("role", "heading")
        self._heading.setToolTip(self.tr("Show or hide these values"))
        self._heading.clicked.connect(self._fold_or_unfold)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, SPACE_8)
        self._page.setSpacing(SPACE_4)
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
    def heading(self) -> QPushButton:
        """What folds and unfolds it."""
        return self._heading

    @property
    def search(self) -> QLineEdit | None:
        """What looks for a value in a long list, or None where all of the list has never been shown."""
        return self._search

    @property
    def more(self) -> QPushButton | None:
        """What shows the rest of the values, or None where there is no rest or it was never unfolded."""
        return self._more

    @property
    def last_control(self) -> QWidget:
        """Where Tab leaves it."""
        return self._more or self._list or self._heading

    def show_chosen(self, chosen: frozenset[str]) -> None:
        """Tick these values and no others."""
        if chosen == self._model.view.chosen:
            return
        standing = self._standing()
        self._model.look(chosen=chosen)
        self._arrange()
        if standing and self._list is not None:
            self._list.keep_current(standing)

    def restyle(self) -> None:
        """Take on the theme and size in use."""
        self._arrange()
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
        if self._search is not None:
            self._search.clear()
        self._model.look(all_shown=not self._model.view.all_shown, looked_for="")
        self._arrange()
        if self._model.view.all_shown and self._search is not None:
            self._search.setFocus()

    def _arrange(self) -> None:
        """Show what is unfolded; each part is made when it is shown for the first time."""
        if not self._folded:
            self._list = self._list or self._made_list()
            self._show_rest(self._list)
        for part in (self._search, self._list, self._more):
            if part is not None:
                part.setVisible(not self._folded)
        if self._search is not None and not self._model.view.all_shown:
            self._search.hide()
        self._say_heading()

    def _show_rest(self, listed: FacetList) -> None:
        hidden, all_shown = more_count(self._facets), self._model.view.all_shown
        if hidden:
            self._more = self._more or self._made_more(listed)
            self._more.setText(self.tr("Show fewer") if all_shown else self.tr("{n} more...").format(n=hidden))
            self._more.setAccessibleName(f"{self._more.text()} {self._facets.label}")
        if all_shown and len(self._facets.values) > MOST_WITHOUT_SEARCH:
            self._search = self._search or self._made_search()

    def _say_heading(self) -> None:
        chosen = len(self._model.view.chosen)
        tally = f" \u00b7 {chosen}" if chosen else ""
        self._heading.setText(self._facets.label.upper() + tally)
        name = "chevron-right" if self._folded else "chevron-down"
        self._heading.setIcon(icon(name, self._appearance.theme.muted, 14))
        state = (
            QCoreApplication.translate("Facet", "folded")
            if self._folded
            else QCoreApplication.translate("Facet", "unfolded")
        )
        self._heading.setAccessibleName(f"{self._facets.label}, {state}")

    def _made_list(self) -> FacetList:
        made = FacetList(self._model, self._appearance, self)
        made.toggled.connect(lambda value: self.toggled.emit(Choice(self._facets.facet, value)))
        made.open_requested.connect(self._open_group)
        made.left_below.connect(self.focusNextChild)
        made.left_above.connect(self.focusPreviousChild)
        self._page.insertWidget(1, made)
        self.setTabOrder(self._heading, made)
        return made

    def _made_more(self, listed: FacetList) -> QPushButton:
        made = QPushButton()
        made.setProperty("role", "quiet-left")
        made.clicked.connect(self._show_more_or_less)
        self._page.addWidget(made)
        self.setTabOrder(listed, made)
        return made

    def _made_search(self) -> QLineEdit:
        made = QLineEdit(placeholderText=self.tr("Find in {list}").format(list=self._facets.label.lower()))
        made.setAccessibleName(made.placeholderText())
        made.textChanged.connect(lambda text: self._model.look(looked_for=text))
        self._page.insertWidget(1, made)
        self.setTabOrder(self._heading, made)
        return made

    def _open_group(self, value: str, opened: bool) -> None:  # noqa: FBT001 - a slot
        before = self._model.view.opened
        self._model.look(opened=before | {value} if opened else before - {value})
        if self._list is not None:
            self._list.keep_current(value)
