"""Where the person says what they are looking for."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from therapist_desktop.domain.filters import Choice, Filters, Wish, can_apply
from therapist_desktop.domain.taxonomy import Facet, Taxonomy
from therapist_desktop.ui.slices import Slices
from therapist_desktop.ui.theme import SPACE_4, SPACE_8, SPACE_12, Appearance
from therapist_desktop.ui.widgets.client_state import ClientState
from therapist_desktop.ui.widgets.facet_section import FacetSection
from therapist_desktop.ui.widgets.filters_head import FiltersHead
from therapist_desktop.ui.widgets.kind_switch import KindSwitch
from therapist_desktop.ui.widgets.place_field import PlaceField
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.window_state import understood

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from therapist_desktop.domain.results import Results
    from therapist_desktop.domain.taxonomy import FacetList

UNFOLDED = frozenset({Facet.PAYER, Facet.SPECIALTY, Facet.FORMAT, Facet.LANGUAGE, Facet.ACCEPTING, Facet.AGE})
IN_SIGHT = 4
"""So many facets are made at once, the rest behind the first picture."""
_SEVERAL = 2


class FilterPane(QFrame):
    """Folds everything the person chooses into one value and tells it when it differs."""

    filters_changed = Signal(object)  # Filters
    undo_offered = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._filters = Filters()
        self._chosen: Mapping[Facet, frozenset[str]] = {}
        self._preferred: Mapping[Facet, frozenset[str]] = {}
        self._before_clear: Filters | None = None
        self._taxonomy = Taxonomy()
        self._rank: Mapping[str, Mapping[str, int]] | None = None
        self._at_rest: Mapping[str, Mapping[str, int]] | None = None
        self._counts: Mapping[str, Mapping[str, int]] = {}
        self._folds: dict[str, bool] = {}
        self._sections: dict[Facet, FacetSection] = {}
        self._waiting: list[FacetList] = []
        self._is_furnished = self._has_states = False
        self._making = Slices(self)
        self._page = QVBoxLayout()
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Filters"))

        self._head = FiltersHead()
        self._kind = KindSwitch()
        self._place = PlaceField(appearance)
        self._client = ClientState(appearance)
        self._client.hide()
        self._arrange()

        self._head.clear_requested.connect(self.clear)
        self._kind.kind_chosen.connect(lambda kind: self._fold(kind=kind))
        self._place.near_changed.connect(lambda near: self._fold(near=near))
        self._client.state_chosen.connect(self.choose_client_state)
        appearance.changed.connect(self._restyle)

    @property
    def filters(self) -> Filters:
        """What is asked for now."""
        return self._filters

    @property
    def sections(self) -> dict[Facet, FacetSection]:
        """The facets on the screen, as far as they are made."""
        return self._sections

    @property
    def head(self) -> FiltersHead:
        """What stands above all filters."""
        return self._head

    @property
    def client_state(self) -> ClientState:
        """Where the client will be."""
        return self._client

    @property
    def last_control(self) -> QWidget:
        """Where Tab leaves the filters."""
        sections = tuple(self._sections.values())
        if sections:
            return sections[-1].last_control
        return self._client.combo if self._client.isVisibleTo(self) else self._place.miles

    @property
    def can_undo(self) -> bool:
        """What was cleared last can be asked for again."""
        return self._before_clear is not None

    @property
    def folds(self) -> str:
        """Which facets somebody has folded or unfolded, to be remembered."""
        return json.dumps(self._folds) if self._folds else ""

    def recall_folds(self, remembered: str) -> None:
        """Fold and unfold as it was remembered; what cannot be understood is as if nobody had done anything."""
        kept, known = understood(remembered), {facet.value for facet in Facet}
        self._folds = {name: folded for name, folded in kept.items() if name in known and isinstance(folded, bool)}
        for facet, section in self._sections.items():
            section.fold(self._is_folded(facet))

    def use(self, filters: Filters) -> None:
        """Ask for this now. Where several things go at once, that can be undone."""
        cleared = not filters.asked_for and self._filters.asked_for >= _SEVERAL
        self._change(filters, undoable=cleared)

    def say_words(self, words: str) -> None:
        """Ask for these words as well."""
        self._fold(words=words)

    def wish(self, choice: Choice, wish: Wish) -> None:
        """Demand this value, prefer it, or do neither."""
        self.use(self._filters.wishing(choice, wish))

    def toggle(self, choice: Choice) -> None:
        """Demand this value, or drop it."""
        self.use(self._filters.toggled(choice))

    def choose(self, choice: Choice) -> None:
        """Demand this value if it was not."""
        self.wish(choice, Wish.MUST)

    def choose_client_state(self, state: str) -> None:
        """The client will be in this state, or in any with none named."""
        anywhere = self._filters.without(Facet.CLIENT_STATE)
        self.use(anywhere.wishing(Choice(Facet.CLIENT_STATE, state), Wish.MUST) if state else anywhere)

    def clear(self) -> None:
        """Ask for nothing in particular."""
        self._change(self._filters.cleared(), undoable=bool(self._filters.asked_for))

    def undo(self) -> None:
        """Ask again for what was cleared last."""
        if self._before_clear is not None:
            self.use(self._before_clear)

    def forget(self) -> None:
        """Wipe what is typed, with every way back: what was asked for is nobody's business any more."""
        self._place.wipe()
        for section in self._sections.values():
            if section.search is not None:
                section.search.setText("")  # unlike `clear` it leaves nothing to undo
        self._before_clear = None
        self.undo_offered.emit(False)

    def show_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Offer the values of this release: what is in sight now, the rest behind the first picture."""
        self._rank = self._at_rest = None
        if taxonomy == self._taxonomy:
            return
        self._taxonomy = taxonomy
        lists = [facets for facets in taxonomy if facets.values]
        states = next((facets for facets in lists if facets.facet is Facet.CLIENT_STATE), None)
        self._has_states = states is not None
        if states is not None:
            self._client.offer(states)
        offered = [facets for facets in lists if facets is not states]
        before = [*(section.facets for section in self._sections.values()), *self._waiting]
        if [one[:2] for one in offered] == [one[:2] for one in before]:  # the same facets, with other values
            self._waiting = offered[len(self._sections) :]
            for section, facets in zip(self._sections.values(), offered, strict=False):
                section.offer(facets)
            self._show_filters()
            return
        self._making.drop()
        for section in self._sections.values():
            self._page.removeWidget(section)
            section.hide()
            section.deleteLater()
        self._sections = {}
        self._waiting = offered
        for _ in range(min(IN_SIGHT, len(self._waiting))):
            self._make(self._waiting.pop(0))
        if self._is_furnished:
            self._making.start(self._make_rest())
        self._show_filters()

    def furnish(self) -> Iterator[None]:
        """Make the facets out of sight, one a step; from now on those of another release come so by themselves."""
        self._is_furnished = True
        yield from self._make_rest()

    def finish(self) -> None:
        """Make what is not made yet, now."""
        for _ in self.furnish():
            pass

    def show_counts(self, results: Results) -> None:
        """Show how many results each value would leave."""
        self._kind.show_counts(results.kinds)
        self._place.show_problem("")
        self._counts = results.counts
        if results.filters.is_open or self._rank is None:
            self._rank = results.counts
        if results.filters.is_open:
            self._at_rest = results.counts
        for facet in self._sections:
            self._show_counts_of(facet)
        self._client.show_counts(self._counts.get(Facet.CLIENT_STATE, {}), empty=self._is_empty(Facet.CLIENT_STATE))

    def show_unknown_place(self, sentence: str) -> None:
        """Say below the field that nobody knows this place."""
        self._place.show_problem(sentence)

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._place.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrange(self) -> None:
        where = QLabel(self.tr("NEAR"))
        where.setProperty("role", "heading")
        where.setBuddy(self._place.field)

        inside = QWidget()
        inside.setProperty("role", "page")
        inside.setLayout(self._page)
        space(self._page, self._appearance, SPACE_4, (SPACE_12, SPACE_8, SPACE_8, SPACE_12))
        self._page.addWidget(self._head)
        self._page.addWidget(self._kind)
        self._page.addSpacing(SPACE_8)
        self._page.addWidget(where)
        self._page.addWidget(self._place)
        self._page.addSpacing(SPACE_8)
        self._page.addWidget(self._client)
        self._page.addStretch(1)

        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(1, 1, 1, 1)
        page.addWidget(scroll)

    def _fold(self, **changed: Any) -> None:
        self.use(replace(self._filters, **changed))

    def _change(self, filters: Filters, *, undoable: bool) -> None:
        if filters == self._filters:
            return
        self._before_clear = self._filters if undoable else None
        self._filters = filters
        self._show_filters()
        self.undo_offered.emit(undoable)
        self.filters_changed.emit(filters)

    def _make_rest(self) -> Iterator[None]:
        while self._waiting:
            self._make(self._waiting.pop(0))
            yield

    def _make(self, facets: FacetList) -> None:
        """A facet below all others, with the keyboard's way through it."""
        before = self.last_control
        section = FacetSection(facets, self._appearance, folded=self._is_folded(facets.facet), parent=self)
        section.wish_asked.connect(self.wish)
        section.fold_changed.connect(self._folds.__setitem__)
        self._page.insertWidget(self._page.count() - 1, section)
        self._sections[facets.facet] = section
        for control in section.controls:
            QWidget.setTabOrder(before, control)
            before = control
        self._show_wishes_of(facets.facet)
        self._show_counts_of(facets.facet)

    def _is_empty(self, facet: Facet) -> bool:
        """No listing has any value of it. Only an answer to "everything" can tell."""
        return self._at_rest is not None and not any(self._at_rest.get(facet, {}).values())

    def _is_folded(self, facet: Facet) -> bool:
        return self._folds.get(facet, facet not in UNFOLDED)

    def _show_filters(self) -> None:
        self._chosen, self._preferred = self._filters.by_facet(), self._filters.preferred_by_facet()
        self._head.show_count(self._filters.asked_for)
        self._kind.show_kind(self._filters.kind)
        self._place.show_near(self._filters.near)
        states = self._chosen.get(Facet.CLIENT_STATE, frozenset())
        self._client.show_chosen(states)
        applies = can_apply(Facet.CLIENT_STATE, self._filters.kind) or bool(states)
        self._client.setVisible(self._has_states and applies)
        for facet in self._sections:
            self._show_wishes_of(facet)

    def _show_wishes_of(self, facet: Facet) -> None:
        """What is wished for of a facet; one that has nothing to say about this kind of listing goes."""
        nothing: frozenset[str] = frozenset()
        chosen, preferred = self._chosen.get(facet, nothing), self._preferred.get(facet, nothing)
        section = self._sections[facet]
        section.show_wishes(chosen, preferred)
        applies = can_apply(facet, self._filters.kind) or bool(chosen or preferred)
        if section.isHidden() == applies:
            section.setVisible(applies)

    def _show_counts_of(self, facet: Facet) -> None:
        if self._rank is None:
            return
        section = self._sections[facet]
        section.show_empty(self._is_empty(facet), self._is_folded(facet))
        section.model.rank_by(self._rank.get(facet, {}))
        section.model.count(self._counts.get(facet, {}))

    def _restyle(self) -> None:
        for section in self._sections.values():
            section.restyle()
