"""Facets and values as people type them, and what they may have meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from therapist_desktop.domain.errors import UnknownValue, UsageTrouble
from therapist_desktop.domain.filters import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from therapist_desktop.domain.taxonomy import Facet, Taxonomy

_ALIKE = 0.6
_MOST = 3


def choices_of(option: str, asked: Iterable[str], taxonomy: Taxonomy) -> frozenset[Choice]:
    """NAME=VALUE texts as choices. Raises UnknownValue, which names near spellings."""
    return frozenset(_choice(option, text, taxonomy) for text in asked)


def _choice(option: str, text: str, taxonomy: Taxonomy) -> Choice:
    name, sign, value = (part.strip() for part in text.partition("="))
    if not sign or not name or not value:
        raise UsageTrouble(what=f'{option} takes NAME=VALUE, for example payer=medicaid, not "{text}"')
    facet = _facet(name.lower().replace("-", "_"), name, taxonomy)
    names = _names(facet, taxonomy)
    known = value if taxonomy.find(facet, value) else names.get(value.lower())
    if known is not None:
        return Choice(facet, known)
    raise UnknownValue(what=f'The {facet} "{value}"', hint=_values_like(value, facet, taxonomy, names))


def _facet(name: str, typed: str, taxonomy: Taxonomy) -> Facet:
    known = [one.facet for one in taxonomy]
    for facet in known:
        if facet == name:
            return facet
    near = get_close_matches(name, known, _MOST, _ALIKE)
    hint = f"Did you mean {_either(near)}?" if near else f"The facets are {', '.join(known)}."
    raise UnknownValue(what=f'The facet "{typed}"', hint=hint)


def _names(facet: Facet, taxonomy: Taxonomy) -> dict[str, str]:
    """The value for each of its names in lower case: its id, its label, its other names."""
    names: dict[str, str] = {}
    for value in taxonomy.values(facet):
        for name in (value.id, value.label, *value.aliases):
            names.setdefault(name.lower(), value.id)
    return names


def _values_like(typed: str, facet: Facet, taxonomy: Taxonomy, names: dict[str, str]) -> str:
    wanted = typed.lower()
    begun = [one for name, one in names.items() if wanted in name]
    near = [names[name] for name in get_close_matches(wanted, names, 2 * _MOST, _ALIKE)]
    found = list(dict.fromkeys([*near, *begun]))[:_MOST]
    if found:
        return f"Did you mean {_either(found)}?"
    return f"The values of {facet} begin with {', '.join(value.id for value in taxonomy.values(facet)[:8])}."


def _either(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last
