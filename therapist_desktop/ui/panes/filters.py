"""Where the person says what they are looking for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.taxonomy import Facet, Taxonomy
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, SPACE_12, Appearance
from therapist_desktop.ui.widgets.facet_section import FacetSection
from therapist_desktop.ui.widgets.kind_switch import KindSwitch
from therapist_desktop.ui.widgets.place_field import PlaceField

if TYPE_CHECKING:
    from therapist_desktop.domain.filters import Choice, Sort
    from therapist_desktop.domain.results import Results

UNFOLDED = frozenset({Facet.PAYER, Facet.SPECIALTY, Facet.FORMAT, Facet.LANGUAGE, Facet.ACCEPTING, Facet.AGE})


class FilterPane(QFrame):
    """Folds everything the person chooses into one value and tells it when it differs."""

    filters_changed = Signal(object)  # Filters

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._filters = Filters()
        self._taxonomy = Taxonomy()
        self._ranked = False
        self._folds: dict[str, bool] = {}
        self._sections: dict[Facet, FacetSection] = {}
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Filters"))

        self._kind = KindSwitch()
        self._place = PlaceField(appearance)
        where = QLabel(self.tr("NEAR"))
        where.setProperty("role", "heading")
        where.setBuddy(self._place.field)

        inside = QWidget()
        inside.setProperty("role", "page")
        self._page = QVBoxLayout(inside)
        self._page.setContentsMargins(SPACE_12, SPACE_12, SPACE_8, SPACE_12)
        self._page.setSpacing(SPACE_4)
        self._page.addWidget(self._kind)
        self._page.addSpacing(SPACE_8)
        self._page.addWidget(where)
        self._page.addWidget(self._place)
        self._page.addSpacing(SPACE_8)
        self._page.addStretch(1)

        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(1, 1, 1, 1)
        page.addWidget(scroll)

        self._kind.kind_chosen.connect(lambda kind: self._fold(kind=kind))
        self._place.near_changed.connect(lambda near: self._fold(near=near))
        appearance.changed.connect(self._restyle)

    @property
    def filters(self) -> Filters:
        """What is asked for now."""
        return self._filters

    @property
    def sections(self) -> dict[Facet, FacetSection]:
        """The facets on the screen."""
        return self._sections

    @property
    def last_control(self) -> QWidget:
        """Where Tab leaves the filters."""
        sections = tuple(self._sections.values())
        return sections[-1].last_control if sections else self._place.field

    def use(self, filters: Filters) -> None:
        """Ask for this now."""
        if filters != self._filters:
            self._filters = filters
            self._show_filters()
            self.filters_changed.emit(filters)

    def say_words(self, words: str) -> None:
        """Ask for these words as well."""
        self._fold(words=words)

    def toggle(self, choice: Choice) -> None:
        """Choose this value, or drop it."""
        self.use(self._filters.toggled(choice))

    def choose(self, choice: Choice) -> None:
        """Choose this value if it was not."""
        self._fold(chosen=self._filters.chosen | {choice})

    def drop_kind(self) -> None:
        """Ask for both kinds."""
        self._fold(kind=None)

    def drop_near(self) -> None:
        """Ask for listings anywhere."""
        self._fold(near=None)

    def sort_by(self, sort: Sort | None, descending: bool) -> None:  # noqa: FBT001 - a slot
        """Ask for this order; None is the natural one."""
        self._fold(sort=sort, descending=descending)

    def clear(self) -> None:
        """Ask for nothing in particular."""
        self.use(self._filters.cleared())

    def show_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Offer the values of this release."""
        if taxonomy == self._taxonomy:
            self._ranked = False
            return
        self._taxonomy = taxonomy
        self._ranked = False
        for section in self._sections.values():
            self._page.removeWidget(section)
            section.deleteLater()
        self._sections = {}
        for facets in taxonomy:
            folded = self._folds.get(facets.facet, facets.facet not in UNFOLDED)
            section = FacetSection(facets, self._appearance, folded=folded, parent=self)
            section.hide()  # until a count says that there is something to choose
            section.toggled.connect(self.toggle)
            section.fold_changed.connect(self._folds.__setitem__)
            self._page.insertWidget(self._page.count() - 1, section)
            self._sections[facets.facet] = section
        self._show_filters()

    def show_counts(self, results: Results) -> None:
        """Show how many results each value would leave."""
        self._kind.show_counts(results.kinds)
        self._place.show_problem("")
        begins = results.filters.is_open or not self._ranked
        for facet, section in self._sections.items():
            counts = results.counts.get(facet, {})
            if begins:
                section.model.rank_by(counts)
                section.setVisible(any(counts.values()))
            section.model.count(counts)
        self._ranked = True

    def show_unknown_place(self, sentence: str) -> None:
        """Say below the field that nobody knows this place."""
        self._place.show_problem(sentence)

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._place.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fold(self, **changed: Any) -> None:
        self.use(replace(self._filters, **changed))

    def _show_filters(self) -> None:
        self._kind.show_kind(self._filters.kind)
        self._place.show_near(self._filters.near)
        chosen = self._filters.by_facet()
        for facet, section in self._sections.items():
            section.show_chosen(chosen.get(facet, frozenset()))

    def _restyle(self) -> None:
        for section in self._sections.values():
            section.restyle()
