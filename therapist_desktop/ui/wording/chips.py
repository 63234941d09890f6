"""What is asked for, in the words of its chips, and why the rows stand as they do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from therapist_desktop.domain.filters import Choice, Filters, Kind, Sort, Wish
from therapist_desktop.domain.taxonomy import Facet, Taxonomy
from therapist_desktop.domain.text import tidied
from therapist_desktop.ui.i18n import translate, within

if TYPE_CHECKING:
    from therapist_desktop.domain.results import Results

_WITH_HEADING = frozenset({Facet.ACCEPTING, Facet.AGE, Facet.GENDER})
"""Facets whose values alone would not say what is meant."""


class ChipWords(NamedTuple):
    """What stands on a chip, what is asked for without it, and the value behind it if there is one."""

    text: str
    without: Filters
    choice: Choice | None = None
    wish: Wish = Wish.MUST

    @property
    def other_wish(self) -> Wish:
        """What a press on the word makes of it: preferred what must be met, and the other way round.

        Where somebody may be treated is no matter of preference.
        """
        if self.choice is None or self.choice.facet is Facet.CLIENT_STATE:
            return Wish.NONE
        return Wish.PREFER if self.wish is Wish.MUST else Wish.MUST


def chips_of(filters: Filters, taxonomy: Taxonomy) -> tuple[ChipWords, ...]:
    """One chip for each thing asked for; what is preferred stands behind what must be met."""
    chips: list[ChipWords] = []
    if filters.words.strip():
        words = translate("Chips", "\u201c{words}\u201d").format(words=tidied(filters.words))
        chips.append(ChipWords(words, replace(filters, words="")))
    if filters.kind is not None:
        kind = translate("Chips", "People") if filters.kind is Kind.PROVIDER else translate("Chips", "Centers")
        chips.append(ChipWords(kind, replace(filters, kind=None)))
    if filters.near is not None:
        chips.append(ChipWords(within(filters.near), replace(filters, near=None)))
    order = {facets.facet: place for place, facets in enumerate(taxonomy)}
    for wish, choices in ((Wish.MUST, filters.chosen), (Wish.PREFER, filters.preferred)):
        for choice in sorted(choices, key=lambda choice: (order.get(choice.facet, len(order)), choice.value)):
            text = _value_text(choice, wish, taxonomy)
            chips.append(ChipWords(text, filters.wishing(choice, Wish.NONE), choice, wish))
    return tuple(chips)


def _value_text(choice: Choice, wish: Wish, taxonomy: Taxonomy) -> str:
    """The label of a value, with the name of its facet where the label alone would not say what is meant."""
    facet, value = choice
    label = taxonomy.label(facet, value)
    if facet is Facet.CLIENT_STATE:
        return translate("Chips", "Client in {state}").format(state=label)
    if facet in _WITH_HEADING:
        heading = next((facets.label for facets in taxonomy if facets.facet == facet), facet)
        label = f"{heading}: {label}"
    return translate("Chips", "Prefer {value}").format(value=label) if wish is Wish.PREFER else label


def remarks_of(results: Results, taxonomy: Taxonomy) -> str:
    """What there is to say about an answer: 'Showing "anxiety" for "anxeity".', and what preferring has done."""
    said = [translate("Remarks", one.saying).format(**one.facts) for one in results.remarks]
    return " ".join([*said, *_about_preferred(results, taxonomy)])


def _about_preferred(results: Results, taxonomy: Taxonomy) -> list[str]:
    filters = results.filters
    if not filters.preferred or not results.total:
        return []
    labels = ", ".join(sorted(taxonomy.label(facet, value) for facet, value in filters.preferred))
    if filters.order is not Sort.RELEVANCE:
        said = translate("Chips", "Preferred: {values}. It lifts nobody in this order, only with the best match first.")
    else:
        said = translate("Chips", "Preferred: {values}. Whoever has it stands higher; nobody is left out.")
    return [said.format(values=labels)]
